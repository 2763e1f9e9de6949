/** The one style sheet of all pages. It stands in each page, so that a saved page keeps its looks. */
import { createHash } from "node:crypto";

/** Colours keep a contrast of at least 7:1 for text and 4.5:1 for what is secondary, light and dark. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#1b1b1d;--quiet:#55565c;--line:#d9d6cf;--link:#0b4f9e;--mark:#fff0b3;--under:#b08900;--target:#ffd34d;--panel:#f4f1ea}
@media (prefers-color-scheme:dark){:root{--paper:#17181b;--ink:#ececee;--quiet:#a9abb3;--line:#3a3c42;--link:#8ec2ff;--mark:#4a4011;--under:#a8923a;--target:#75640a;--panel:#212327}}
*{box-sizing:border-box}
html{scroll-padding-top:2rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Charter,Georgia,"Noto Serif",serif;overflow-wrap:anywhere;hyphens:auto}
.page{max-width:76rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
.meta,nav,summary,.label,.legend,.said h2,.over,.chips,.reference h2,.reference h3,dt,dd,footer,table{font-family:system-ui,"Segoe UI",Roboto,sans-serif;hyphens:manual}
h1{font-size:clamp(1.7rem,1.25rem + 2vw,2.5rem);line-height:1.15;letter-spacing:-.01em;margin:.25rem 0 .75rem;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.3;margin:2rem 0 .5rem}
h3{font-size:1.1rem;margin:1.5rem 0 .4rem}
p,ul,ol,dl,blockquote,pre,table{margin:.7rem 0}
ul,ol{padding-inline-start:1.25rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,:target{outline:2px solid var(--link);outline-offset:2px}
.meta,.label,.legend,footer,dt{color:var(--quiet);font-size:.9rem}
.meta time{white-space:nowrap}
.post{font-weight:600;margin-top:1.6rem}
.gist{font-size:1.25rem;line-height:1.5;margin:1rem 0;padding-inline-start:1rem;border-inline-start:4px solid var(--target)}
.subtitle{font-size:1.2rem;line-height:1.45;color:var(--quiet)}
.said h2{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;color:var(--quiet);border-top:1px solid var(--line);padding-top:.8rem;margin:1.6rem 0 .6rem}
.said li{margin:.45rem 0}
.plain,.chips{list-style:none;padding:0}
.over{display:block;font-size:.9rem}
.by{display:block}
.chips{display:flex;flex-wrap:wrap;gap:.4rem}
.said .chips li{margin:0;padding:.15rem .6rem;border:1px solid var(--line);border-radius:1rem;font-size:.9rem}
.cite{font:600 .72em/1 system-ui,sans-serif;vertical-align:.35em;white-space:nowrap;text-decoration:none;padding:.45em .15em;border-radius:.3em}
.cite:hover{background:var(--panel);text-decoration:underline}
mark{color:inherit;background:none;scroll-margin-top:35vh}
mark.main{background:var(--mark);padding:.05em 0}
mark.also{text-decoration:underline dotted 2px var(--under);text-underline-offset:.25em}
mark:target{background:var(--target);outline-offset:1px}
.legend{border-bottom:1px solid var(--line);padding-bottom:.8rem}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
pre{overflow-x:auto;background:var(--panel);padding:.75rem;font-size:.9rem}
pre:focus-visible,.scroll:focus-visible{outline:2px solid var(--link)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.95rem}
code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.95em;hyphens:none}
td,th{overflow-wrap:break-word;border:1px solid var(--line);padding:.3rem .6rem;text-align:start;vertical-align:top}
details{margin:.7rem 0;border-inline-start:2px dotted var(--line);padding-inline-start:.75rem;font-size:.95rem}
details[open]{background:var(--panel);border-inline-start:2px solid var(--quiet);padding-bottom:.25rem}
summary{cursor:pointer;font-size:.85rem;color:var(--quiet);padding:.35rem 0}
details ul{list-style:none;padding:0;margin:.25rem 0}
details li{margin:.5rem 0}
details .label{display:block;font-size:.8rem}
footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.5rem}
footer dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem .9rem}
dd{margin:0}
.hash{font-size:.8rem}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
.endpoint{background:var(--panel);padding:.5rem .75rem;border-radius:.3rem}
.endpoint code{font-weight:600}
.both>article{margin-top:2.5rem}
.reference nav{margin-bottom:2rem}
.reference nav ul{list-style:none;padding:0}
.reference nav li{margin:.4rem 0}
@media (min-width:64rem){.both,.reference{display:grid;grid-template-columns:minmax(0,25rem) minmax(0,1fr);gap:3.5rem}.reference{grid-template-columns:15rem minmax(0,50rem)}.both h1{font-size:2rem}.both>article{margin-top:0}.both>.said,.reference>nav{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto;padding-inline-end:.5rem}}
@media (min-width:64rem){.both>.said{padding-bottom:2.5rem;mask-image:linear-gradient(#000 calc(100% - 2.5rem),transparent)}}
.alone,.both>article{max-width:42rem}
.alone{margin:0 auto}
@media print{.both{display:block}.both>.said{position:static;max-height:none;mask-image:none}}
`;

/** What the pages' content security policy allows: this style sheet and nothing else. */
export const STYLE_SOURCE = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;
