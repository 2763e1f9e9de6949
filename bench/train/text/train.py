"""Trains the block classifier of plain text: `python3 bench/train/text/train.py FOLDER`.

FOLDER is outside of the project: it holds numbers made from the data. Three models, each of which sees what the
one before it thinks of blocks whose site it hasn't seen: words (logistic regression), blocks, blocks beside
their neighbours (boosted trees). What ships learns from the train and validate parts alone. One thread and
fixed seeds: the same data give the same bytes.
"""

import base64
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import xgboost
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "html")]
import emit
from pages import load, score

MODELS = HERE / "../../../functions/ingest/model"
BUCKETS = 16384
PARAMETERS = {
    "objective": "binary:logistic",
    "tree_method": "hist",
    "grow_policy": "lossguide",
    "max_depth": 0,
    "max_leaves": 24,
    "max_bin": 64,
    "min_child_weight": 10,
    "eta": 0.1,
    "reg_lambda": 3,
    "colsample_bytree": 0.3,
    "subsample": 0.7,
    "seed": 7,
    "nthread": 1,
}
ROUNDS = 120
# Pages of a set count so much: the smaller a set, the more.
SET_WEIGHTS = {
    "scrapinghub-text": 3.0,
    "fundus-text": 4.0,
    "wcxb-text": 1.0,
    "magic-article": 0.6,
    "cleanportaleval": 0.8,
    "trafilatura": 0.5,
    "scrapinghub": 0.4,
    "fundus": 0.5,
    "wcxb-dev": 0.15,
}
# Furniture that no model doubts is easy and plenty: a quarter of it is enough.
EASY = 0.03
EASY_SHARE = 0.25
# What label.ts keeps.
THRESHOLD = 0.45
DOUBTFUL_LOSS = 0.5
DOUBTFUL_WEIGHT = 0.3


def export(folder, step):
    """Lets export.ts write what the next model needs."""
    node = HERE / "../../../node_modules/.bin/node"
    subprocess.run([node, HERE / "export.ts", folder, step], check=True)


def read_words(folder):
    """What the first model needs, which knows no features yet."""
    pages = [json.loads(line) for line in (folder / "index.jsonl").read_text().splitlines()]
    (folder / "none.json").write_text("[0]")
    np.zeros(sum(len(page["labels"]) for page in pages), "<f4").tofile(folder / "none.f32")
    buckets = [block for page in pages for block in page["words"]]
    sizes = np.array([len(block) for block in buckets])
    values = np.repeat(1 / np.sqrt(np.maximum(1, sizes)), sizes)
    columns = np.fromiter((bucket for block in buckets for bucket in block), np.int32, sizes.sum())
    return csr_matrix((values, columns, np.concatenate([[0], np.cumsum(sizes)])), shape=(len(buckets), BUCKETS))


def weigh(page):
    """What each block counts: about its share of the page's text."""
    tokens = np.array([len(block) for block in page.tokens], float)
    weights = np.where(page.labels < 0, 0, (tokens + 3) ** 0.7)
    return SET_WEIGHTS[page.set] * weights / max(1, weights.sum())


def trust(page, judged):
    """Less for a page whose truth is far from any sensible reading: it is likely wrong."""
    tokens = np.array([len(block) for block in page.tokens], float)
    wrong = (tokens * ((judged >= 0.5) != (page.labels >= 0.5))).sum()
    return DOUBTFUL_WEIGHT if wrong > DOUBTFUL_LOSS * len(page.truth) else 1.0


def learn_words(rows, labels, weights):
    model = LogisticRegression(C=0.3, solver="liblinear", tol=1e-3)
    return model.fit(rows, labels, sample_weight=weights)


def learn_trees(rows, labels, weights):
    return xgboost.train(PARAMETERS, xgboost.DMatrix(rows, labels, weight=weights), ROUNDS)


def judge_unseen(folds, predict_fold):
    """What models that never saw a block's site think of it."""
    judged = np.zeros(len(folds), np.float32)
    for fold in range(folds.max() + 1):
        judged[folds == fold] = predict_fold(folds != fold, folds == fold)
    return judged


def emit_words(model):
    weights = model.coef_[0]
    scale = float(np.abs(weights).max() / 127)
    table = base64.b64encode(np.round(weights / scale).astype(np.int8).tobytes()).decode()
    text = f"""/** Written by bench/train; don't edit. */

/** What words say for article, by the bucket they are hashed into: int8 in base64. */
export const TEXT_WORDS = {{
	base: {float(model.intercept_[0])!r},
	scale: {scale!r},
	weights: "{table}",
}} as const;
"""
    (MODELS / "text-words.ts").write_text(text)


def report(title, pages, judged, threshold=THRESHOLD):
    for name in SET_WEIGHTS:
        group = [page for page in pages if page.set == name]
        if group:
            values = score(group, lambda page: judged[page.rows] >= threshold)
            print(f"{title:18} {name:18} {len(group):4} " + " ".join(f"{v:6.3f}" for v in values), flush=True)


def main(folder):
    export(folder, "words")
    words = read_words(folder)
    pages, _, _ = load(folder, "none.f32", "none.json")
    labels = np.concatenate([page.labels for page in pages]) >= 0.5
    folds = np.concatenate([np.full(len(page.labels), page.fold) for page in pages])
    weights = np.concatenate([weigh(page) for page in pages])
    weights *= len(weights) / weights.sum()

    def sounds(known, held):
        return learn_words(words[known], labels[known], weights[known]).decision_function(words[held])

    judge_unseen(folds, sounds).tofile(folder / "sounds.f32")
    emit_words(learn_words(words, labels, weights))

    export(folder, "features")
    _, rows, names = load(folder)
    easy = np.zeros(len(labels), bool)

    def judge(rows, easy, weights):
        thinned = easy & (np.random.default_rng(1).random(len(easy)) >= EASY_SHARE)
        heavier = np.where(easy, weights / EASY_SHARE, weights)

        def trees(known, held):
            known = known & ~thinned
            model = learn_trees(rows[known], labels[known], heavier[known])
            return model.predict(xgboost.DMatrix(rows[held]))

        used = ~thinned
        return judge_unseen(folds, trees), learn_trees(rows[used], labels[used], heavier[used])

    menu = (rows[:, names.index("verdict")] >= 10) & (rows[:, names.index("prose-within-10")] == 0)
    alone, blocks = judge(rows, menu & ~labels, weights)
    alone.tofile(folder / "judged.f32")
    report("blocks alone", pages, alone)
    table = emit.table_of(blocks, names)
    emit.emit(table, MODELS / "text-blocks.ts", "TEXT_BLOCKS", "Which blocks of a plain text are its body, each by itself.")

    export(folder, "context")
    _, beside, more = load(folder, "context.f32", "context.json")
    both = np.concatenate([rows, beside], axis=1)
    trusted = weights * np.concatenate([np.full(len(page.labels), trust(page, alone[page.rows])) for page in pages])
    judged, model = judge(both, (alone < EASY) & ~labels, trusted)
    judged.tofile(folder / "beside.f32")
    report("beside neighbours", pages, judged)
    report("  of validate", [page for page in pages if page.part == "validate"], judged)
    table = emit.table_of(model, names + more)
    emit.emit(table, MODELS / "text-context.ts", "TEXT_CONTEXT", "Which blocks of a plain text are its body, beside what was thought of their neighbours.")


main(Path(sys.argv[1]))
