"""Trains the block classifier of web pages: `train.py FOLDER MODULE`.

FOLDER is what export.ts wrote. Each block is judged by a model that never saw its site, for the report; the
model that ships learns from all of the exported pages and goes to MODULE. One thread and fixed seeds: the same
data give the same bytes.
"""

import sys
from pathlib import Path

import numpy as np
import xgboost

sys.path.insert(0, str(Path(__file__).parent.parent))
import emit
from pages import load, report

ROUNDS = 200
PARAMETERS = {
    "objective": "binary:logistic",
    "tree_method": "hist",
    "grow_policy": "lossguide",
    "max_depth": 0,
    "max_leaves": 24,
    "max_bin": 64,
    "eta": 0.1,
    "min_child_weight": 10,
    "reg_lambda": 3,
    "colsample_bytree": 0.3,
    "subsample": 0.7,
    "seed": 7,
    "nthread": 1,
}

# More of these never speaks against a body.
MONOTONE = ("ruleKept", "inRegion", "score0", "score1", "scoreSum", "scoreMin", "scoreMax", "scoreNear", "inGuide")

# Pages of a set count so much: the careful truths more, the weak labels of segments less.
SET_WEIGHTS = {
    "scrapinghub": 3.0,
    "fundus": 3.0,
    "wcxb-dev": 1.0,
    "magic-article": 1.5,
    "magic-forum": 0.7,
    "cleanportaleval": 1.0,
    "trafilatura": 0.4,
}
# A page whose truth is far from any sensible reading is likely wrong: it counts less.
DOUBTFUL_LOSS = 0.3
DOUBTFUL_WEIGHT = {"article": 0.3, "other": 0.6}
MIN_TRUTH = 15
FIRST_ROUNDS = 40
# Links in menus are easy and many: one in four is enough.
EASY_SHARE = 0.25


def weigh(page, judged):
    """What each block counts: its share of the page's truth, less if its label is in doubt."""
    tokens = np.array([len(block) for block in page.tokens], float)
    truth = 450 if page.truth is None else len(page.truth) + 50
    trust = 1.0
    if page.truth is not None and len(page.truth) < MIN_TRUTH:
        trust = 0.0
    elif page.truth is not None and judged is not None:
        wrong = np.abs((judged >= 0.5) - page.labels)
        if (tokens * wrong)[page.labels >= 0].sum() / truth > DOUBTFUL_LOSS:
            trust = DOUBTFUL_WEIGHT["article" if page.type in ("article", None) else "other"]
    certainty = 0.2 + 0.8 * np.abs(2 * page.labels - 1)
    weights = trust * SET_WEIGHTS[page.set] * (np.minimum(tokens, 300) + 6) / truth * certainty
    return np.where(page.labels < 0, 0, weights)


def learn(rows, labels, weights, names, rounds):
    data = xgboost.DMatrix(rows, labels, weight=weights, feature_names=names)
    monotone = tuple(int(name in MONOTONE) for name in names)
    return xgboost.train({**PARAMETERS, "monotone_constraints": monotone}, data, rounds)


def main(folder, module):
    pages, rows, names = load(folder)
    labels = np.concatenate([page.labels for page in pages]) >= 0.5
    folds = np.concatenate([np.full(len(page.labels), page.fold) for page in pages])
    easy = ~labels & (rows[:, names.index("ruleKept")] == 0) & (rows[:, names.index("linkDensity")] > 0.9)
    thinned = easy & (np.random.default_rng(1).random(len(rows)) >= EASY_SHARE)

    def weights_of(judged):
        weights = np.concatenate([weigh(page, None if judged is None else judged[page.rows]) for page in pages])
        weights[easy] /= EASY_SHARE
        weights[thinned] = 0
        return weights * ((weights > 0).sum() / weights.sum())

    def judge(weights, rounds):
        judged = np.zeros(len(rows), np.float32)
        for fold in range(folds.max() + 1):
            known = (folds != fold) & (weights > 0)
            booster = learn(rows[known], labels[known], weights[known], names, rounds)
            held = folds == fold
            judged[held] = booster.predict(xgboost.DMatrix(rows[held], feature_names=names))
        return judged

    weights = weights_of(judge(weights_of(None), FIRST_ROUNDS))
    judged = judge(weights, ROUNDS)
    judged.tofile(Path(folder) / "judged.f32")
    report("train and validate", pages, lambda page: judged[page.rows] >= 0.5)
    report("validate", [page for page in pages if page.part == "validate"], lambda page: judged[page.rows] >= 0.5)
    used = weights > 0
    table = emit.table_of(learn(rows[used], labels[used], weights[used], names, ROUNDS), names)
    emit.emit(table, module, "HTML_BLOCKS", "Which blocks of a web page are its body.")


main(*sys.argv[1:3])
