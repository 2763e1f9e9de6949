/** The one style sheet of all pages. It stands in each page, so that a saved page keeps its looks. */
import { createHash } from "node:crypto";

/** Colours keep a contrast of at least 7:1 for text and 4.5:1 for what is secondary, light and dark. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#1b1b1d;--quiet:#55565c;--line:#d9d6cf;--link:#0b4f9e;--mark:#fff0b3;--target:#ffd34d;--panel:#f4f1ea}
@media (prefers-color-scheme:dark){:root{--paper:#17181b;--ink:#ececee;--quiet:#a9abb3;--line:#3a3c42;--link:#8ec2ff;--mark:#4a4011;--target:#75640a;--panel:#212327}}
*{box-sizing:border-box}
html{scroll-padding-top:2rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Charter,Georgia,"Noto Serif",serif;overflow-wrap:anywhere}
.page{max-width:76rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1,h2,h3,h4,h5,h6,.meta,nav,summary,.label,dt,footer,table{font-family:system-ui,"Segoe UI",Roboto,sans-serif}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.4rem);line-height:1.2;margin:.25rem 0 .75rem;text-wrap:balance}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
h3{font-size:1.05rem;margin:1.5rem 0 .4rem}
p,ul,ol,dl,blockquote,pre,table{margin:.6rem 0}
ul,ol{padding-inline-start:1.25rem}
.said li{margin:.35rem 0}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,:target{outline:2px solid var(--link);outline-offset:2px}
.meta,.label,footer,dt{color:var(--quiet);font-size:.9rem}
.gist{font-size:1.25rem;line-height:1.5;margin:.5rem 0 1rem}
.subtitle{font-size:1.15rem;color:var(--quiet)}
.cite{font:600 .8em/1 system-ui,sans-serif;white-space:nowrap;padding:.35em .15em}
mark{background:var(--mark);color:inherit;padding:.05em 0;scroll-margin-top:35vh}
mark:target{background:var(--target);outline-offset:1px}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
pre{overflow-x:auto;background:var(--panel);padding:.75rem;font-size:.9rem}
pre:focus-visible,.scroll:focus-visible{outline:2px solid var(--link)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.95rem}
code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.95em}
th{overflow-wrap:normal}
td,th{border:1px solid var(--line);padding:.3rem .6rem;text-align:start;vertical-align:top}
details{margin:.6rem 0;background:var(--panel);border-radius:.3rem;padding:.25rem .75rem;font-size:.95rem}
summary{cursor:pointer;font-size:.9rem;color:var(--quiet);padding:.35rem 0}
details li{margin:.4rem 0}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
@media (min-width:64rem){.both{display:grid;grid-template-columns:minmax(0,25rem) minmax(0,1fr);gap:3.5rem}.both h1{font-size:1.8rem}.both>.said{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto;padding-inline-end:.5rem}}
.alone,.both>article{max-width:42rem}
@media print{.both{display:block}.both>.said{position:static;max-height:none}}
`;

/** What the pages' content security policy allows: this style sheet and nothing else. */
export const STYLE_SOURCE = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;
