"""The exported pages, and the measure of the benchmark over their blocks' tokens (see bench/metric.ts)."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SHINGLE = 4


@dataclass
class Page:
    set: str
    id: str
    site: str
    fold: int
    part: str
    type: str | None
    start: int
    labels: np.ndarray
    tokens: list
    truth: np.ndarray | None

    @property
    def rows(self):
        return slice(self.start, self.start + len(self.labels))


def read_pages(folder):
    """The pages without their blocks' features."""
    pages, start = [], 0
    for line in (Path(folder) / "index.jsonl").read_text().splitlines():
        data = json.loads(line)
        page = Page(
            **{key: data[key] for key in ("set", "id", "site", "fold", "part", "type")},
            start=start,
            labels=np.array(data["labels"], float),
            tokens=[np.array(block, np.int64) for block in data["tokens"]],
            truth=None if data["truth"] is None else np.array(data["truth"], np.int64),
        )
        start += len(page.labels)
        pages.append(page)
    return pages


def load(folder, rows="rows.f32", features="features.json"):
    """The pages, the matrix of their blocks' features, and the features' names."""
    folder = Path(folder)
    names = json.loads((folder / features).read_text())
    matrix = np.fromfile(folder / rows, "<f4").reshape(-1, len(names))
    pages = read_pages(folder)
    assert sum(len(page.labels) for page in pages) == len(matrix)
    return pages, matrix, names


def shingles(tokens):
    """The bag of shingles as (shingle, count)."""
    if len(tokens) == 0:
        return {}, 0
    size = min(SHINGLE, len(tokens))
    count = len(tokens) - size + 1
    mixed = np.zeros(count, np.uint64)
    for i in range(size):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + tokens[i : i + count].astype(np.uint64)
        mixed ^= mixed >> np.uint64(29)
    values, counts = np.unique(mixed, return_counts=True)
    return (values, counts), count


def overlap(truth, text):
    (a, n), (b, m) = shingles(truth), shingles(text)
    if n == 0 or m == 0:
        return 0, m, n
    _, ia, ib = np.intersect1d(a[0], b[0], assume_unique=True, return_indices=True)
    both = int(np.minimum(a[1][ia], b[1][ib]).sum())
    return both, m - both, n - both


def joined(page, kept):
    blocks = [tokens for tokens, is_kept in zip(page.tokens, kept) if is_kept]
    return np.concatenate(blocks) if blocks else np.zeros(0, np.int64)


def measure(page, kept):
    """Precision, recall and exactness of one page; a share that has no denominator is NaN."""
    text = joined(page, kept)
    both, wrong, missed = overlap(page.truth, text)
    precision = both / (both + wrong) if both + wrong else np.nan
    recall = both / (both + missed) if both + missed else np.nan
    return precision, recall, float(np.array_equal(text, page.truth))


def score(pages, keep):
    """F1 of the means, precision, recall, exact accuracy over pages that have a truth; `keep(page)` is a mask."""
    values = np.array([measure(page, keep(page)) for page in pages if page.truth is not None])
    precision, recall, exact = np.nanmean(values, axis=0)
    return 2 * precision * recall / (precision + recall), precision, recall, exact


GROUPS = [
    ("scrapinghub", lambda p: p.set == "scrapinghub"),
    ("fundus", lambda p: p.set == "fundus"),
    ("wcxb-articles", lambda p: p.set == "wcxb-dev" and p.type == "article"),
    ("wcxb-all", lambda p: p.set == "wcxb-dev"),
    *[
        (f"  {kind}", lambda p, kind=kind: p.set == "wcxb-dev" and p.type == kind)
        for kind in ("forum", "documentation", "product", "listing", "collection", "service")
    ],
    ("magic-article", lambda p: p.set == "magic-article"),
    ("magic-forum", lambda p: p.set == "magic-forum"),
    ("cleanportaleval", lambda p: p.set == "cleanportaleval"),
]


def report(title, pages, keep):
    print(f"{title:16}    n     F1  prec.   rec.  exact")
    for name, fits in GROUPS:
        group = [page for page in pages if fits(page)]
        if group:
            print(f"{name:16} {len(group):4} " + " ".join(f"{v:6.3f}" for v in score(group, keep)))
