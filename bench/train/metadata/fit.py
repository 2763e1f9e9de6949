"""Fits the votes for titles and authors: fit.py CANDIDATES VOTES.

A conditional logit over the candidates of a page: the votes of a right one's traits have to add up to more than
those of the wrong ones'. Five folds by site tell how well that does on sites it hasn't seen.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

FOLDS = 5
PENALTY = 0.5
# Sets count by the root of their size, so that none outvotes another; for titles fundus, the smallest and the
# one of today's news, most.
WEIGHTS = {"titles": {"fundus": 4.2, "trafilatura": 1.3, "wcxb-dev": 0.7}, "authors": {"fundus": 2, "wcxb-dev": 0.7}}


class Field:
    def __init__(self, pages, name):
        self.importance = WEIGHTS[name]
        self.pages = [page for page in pages if page[name]]
        self.sets = sorted({page["set"] for page in self.pages})
        self.traits = sorted({trait for page in self.pages for row in page[name] for trait in row["traits"]})
        self.folds = [int(hashlib.sha256(p["site"].encode()).hexdigest(), 16) % FOLDS for p in self.pages]
        self.rows = [
            np.array([[trait in row["traits"] for trait in self.traits] for row in page[name]], float)
            for page in self.pages
        ]
        self.right = [np.array([row["right"] for row in page[name]]) for page in self.pages]

    def weights(self, chosen):
        sizes = {name: sum(self.pages[i]["set"] == name for i in chosen) for name in self.sets}
        weights = np.array(
            [self.importance.get(s, 1.0) / np.sqrt(max(1, sizes[s])) for s in (self.pages[i]["set"] for i in chosen)]
        )
        return weights / weights.mean()

    def fit(self, chosen):
        chosen = [i for i in chosen if self.right[i].any() and not self.right[i].all()]
        x = np.vstack([self.rows[i] for i in chosen])
        page = np.concatenate([np.full(len(self.rows[i]), k) for k, i in enumerate(chosen)])
        right = np.concatenate([self.right[i] for i in chosen])
        weights = self.weights(chosen)

        def loss(votes):
            sums = x @ votes
            most = np.full(len(chosen), -np.inf)
            np.maximum.at(most, page, sums)
            odds = np.exp(sums - most[page])
            everything = np.bincount(page, odds)
            good = np.bincount(page, odds * right)
            slope = x.T @ (weights[page] * (odds / everything[page] - odds * right / good[page]))
            return weights @ np.log(everything / good) + PENALTY / 2 * votes @ votes, slope + PENALTY * votes

        return minimize(loss, np.zeros(len(self.traits)), jac=True, method="L-BFGS-B").x

    def winners(self, votes, chosen):
        for i in chosen:
            sums = self.rows[i] @ votes
            best = int(np.argmax(sums))
            yield self.pages[i]["set"], bool(self.right[i][best]), bool(self.right[i].any()), float(sums[best])

    def report(self, name):
        everything = range(len(self.pages))
        results = []
        for fold in range(FOLDS):
            votes = self.fit([i for i in everything if self.folds[i] != fold])
            results += self.winners(votes, [i for i in everything if self.folds[i] == fold])
        print(f"{name:16}    n   right   possible")
        for one in self.sets:
            group = [result for result in results if result[0] == one]
            shares = np.mean([result[1:3] for result in group], axis=0)
            print(f"{one:16} {len(group):4}   {shares[0]:.3f}   {shares[1]:.3f}")


def record(field, votes):
    return "{" + ",".join(f'"{trait}":{vote:.1f}' for trait, vote in zip(field.traits, votes + 0.0)) + "}"


def minimum(field, votes, strangers):
    """Below this, fewer than half of the winners are right; that a truth names nobody says half as much.

    Around the best the gains are flat, and the place of the best among them is chance, so that the least change of
    the pages would move it: it is the lowest that the best isn't better than by a standard deviation, the gain of
    as many tossed coins as there are winners between the two.
    """
    worth = dict(zip(field.traits, votes))
    results = [(total, 0.5 - right) for _, right, _, total in field.winners(votes, range(len(field.pages)))]
    results += [(max(sum(worth.get(t, 0) for t in row["traits"]) for row in rows), 0.25) for rows in strangers]
    results.sort()
    gains = np.concatenate([[0], np.cumsum([gain for _, gain in results])])
    best = int(np.argmax(gains))
    lowest = next(at for at in range(best + 1) if gains[best] - gains[at] <= 0.5 * np.sqrt(best - at))
    return results[lowest - 1][0] if lowest > 0 else -9.0


def main():
    source, target = sys.argv[1:]
    pages = [json.loads(line) for line in Path(source).read_text().splitlines()]
    titles, authors = Field(pages, "titles"), Field(pages, "authors")
    titles.report("titles")
    authors.report("authors")
    strangers = [page["strangers"] for page in pages if page["strangers"]]
    everything = range(len(titles.pages)), range(len(authors.pages))
    for_titles, for_authors = titles.fit(everything[0]), authors.fit(everything[1])
    Path(target).write_text(
        "/**\n"
        " * What each trait of a candidate says for or against its being the title or the authors: made by\n"
        " * bench/train/metadata/run.sh from the `train` and `validate` sites (docs/model-card.md).\n"
        " */\n"
        'import type { AuthorTrait, TitleTrait } from "./traits.ts";\n\n'
        "/** Votes for a title. */\n"
        f"export const TITLE_VOTES: Readonly<Record<TitleTrait, number>> = {record(titles, for_titles)};\n\n"
        "/** Votes for the authors. */\n"
        f"export const AUTHOR_VOTES: Readonly<Record<AuthorTrait, number>> = {record(authors, for_authors)};\n\n"
        "/** Authors with fewer votes are nobody. */\n"
        f"export const AUTHOR_MINIMUM = {minimum(authors, for_authors, strangers):.1f};\n"
    )


main()
