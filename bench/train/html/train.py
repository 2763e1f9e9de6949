"""Trains the classifiers of web pages and of their blocks: `train.py FOLDER MODELS`.

FOLDER is where export.ts writes, which is called twice. What names and words sound like is learned first, by
logistic regressions, since the features of blocks need it. Each page and each block is judged by models that never saw its site, for
cross.ts to report on (types.f32 and judged.f32 in FOLDER); the models that ship learn from all of the exported
pages and become modules in the folder MODELS. One thread and fixed seeds: the same data give the same bytes.
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
sys.path.insert(0, str(HERE.parent))
import emit
from pages import load, read_pages

COMMON = {"tree_method": "hist", "grow_policy": "lossguide", "max_depth": 0, "seed": 7, "nthread": 1}

ROUNDS = 200
PARAMETERS = {
    **COMMON,
    "objective": "binary:logistic",
    "max_leaves": 32,
    "max_bin": 64,
    "eta": 0.1,
    "min_child_weight": 10,
    "reg_lambda": 3,
    "colsample_bytree": 0.3,
    "subsample": 0.7,
}

# The contract's types (functions/shared/article.ts), and what the sets call theirs.
TYPES = ["article", "forum", "documentation", "product", "listing", "other"]
TYPE_OF = {"collection": "listing", "service": "other", "magic-forum": "forum"}
TYPE_ROUNDS = 24
TYPE_PARAMETERS = {
    **COMMON,
    "objective": "multi:softprob",
    "num_class": len(TYPES),
    "max_leaves": 6,
    "eta": 0.3,
    "min_child_weight": 3,
    "reg_lambda": 2,
    "colsample_bytree": 0.5,
    "subsample": 0.8,
}

# A page that holds less was cut short or built by scripts: it says nothing of its type.
MIN_BLOCKS = 12
# Each page is learned from a second time, as if its head were lost; what says nothing of a page then is this.
HEADLESS_WEIGHT = 0.3
UNKNOWN = {"pageType": 0, "pageOg": -1, "pagePublished": 0, "pathDepth": -1}

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


# What names and words are hashed into (functions/ingest/strip/features/sounds.ts).
BUCKETS = 4096
SOUND = {"C": 0.3, "solver": "liblinear", "tol": 1e-2}
# Where names are listened to for pages that aren't articles, articles count so much.
ARTICLES_ELSEWHERE = 0.2


def export(folder, step):
    """Lets export.ts write what the next models need."""
    subprocess.run(["node", HERE / "export.ts", folder, step], check=True)


def is_article(page):
    return page.set != "magic-forum" and page.type in ("article", None)


def read_buckets(folder, name):
    """How often each bucket comes, a row a block, long rows no heavier than short ones."""
    ends = np.fromfile(folder / f"{name}.i32", "<i4")
    sizes = np.diff(ends)
    values = np.repeat(1 / np.sqrt(np.maximum(1, sizes)), sizes)
    columns = np.fromfile(folder / f"{name}.u16", "<u2").astype(np.int32)
    rows = csr_matrix((values, columns, ends), shape=(len(sizes), BUCKETS))
    rows.sum_duplicates()
    return rows


def learn_sound(rows, labels, weights):
    """A logistic regression, with weights of one byte each."""
    used = weights > 0
    model = LogisticRegression(**SOUND)
    model.fit(rows[used], labels[used], sample_weight=weights[used] * used.sum() / weights.sum())
    weights = model.coef_[0]
    scale = float(np.abs(weights).max() / 127)
    whole = np.round(weights / scale).astype(int).tolist()
    return {"base": float(model.intercept_[0]), "scale": scale, "weights": whole}


def learn_sounds(folder, models):
    """What names and words sound like: fold by fold for the features to learn from, and from all pages."""
    pages = read_pages(folder)
    labels = np.concatenate([page.labels for page in pages]) >= 0.5
    folds = np.concatenate([np.full(len(page.labels), page.fold) for page in pages])
    weights = np.concatenate([weigh(page, None) for page in pages])
    shares = [1.0 if not is_article(page) else ARTICLES_ELSEWHERE for page in pages]
    elsewhere = weights * np.repeat(shares, [len(page.labels) for page in pages])
    names, words = read_buckets(folder, "names"), read_buckets(folder, "words")

    def learn(known):
        return {
            "names": learn_sound(names[known], labels[known], weights[known]),
            "elsewhere": learn_sound(names[known], labels[known], elsewhere[known]),
            "words": learn_sound(words[known], labels[known], weights[known]),
        }

    unseen = [learn(folds != fold) for fold in range(folds.max() + 1)]
    (folder / "sounds.json").write_text(json.dumps(unseen))
    emit_sounds(learn(folds >= 0), models / "html-sounds.ts")


def emit_sounds(sounds, path):
    lines = [
        "/** Written by bench/train; don't edit. */",
        "",
        "/** What names, names elsewhere than on articles, and words say for a body: int8 by bucket, in base64. */",
        "export const HTML_SOUNDS = {",
    ]
    for name, sound in sounds.items():
        table = base64.b64encode(np.array(sound["weights"], np.int8).tobytes()).decode()
        lines += [f"{name}: {{", f"base: {sound['base']!r},", f"scale: {sound['scale']!r},", f'weights: "{table}",', "},"]
    path.write_text("\n".join([*lines, "} as const;", ""]))


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


def fold_by_fold(folds, train, rows):
    """What models that never saw a row's fold predict for it; `train(known)` learns from the rows of a mask."""
    judged = None
    for fold in range(folds.max() + 1):
        held = folds == fold
        predicted = train(~held).predict(xgboost.DMatrix(rows[held]))
        if judged is None:
            judged = np.zeros((len(rows), *predicted.shape[1:]), np.float32)
        judged[held] = predicted
    return judged


def without_head(facts, names):
    """The same pages as if their head and address said nothing."""
    blank = facts.copy()
    for i, name in enumerate(names):
        if name in UNKNOWN or name.startswith(("path", "body")):
            blank[:, i] = UNKNOWN.get(name, 0)
    return blank


def learn_types(pages, facts, names):
    """Which type a page is: predictions fold by fold, and the model of all pages as a table a type."""
    known = np.array([len(page.labels) >= MIN_BLOCKS for page in pages])
    kinds = [TYPE_OF.get(page.type or page.set, page.type or "article") for page in pages]
    types = np.array([TYPES.index(kind) for kind in kinds])
    weights = np.array([SET_WEIGHTS[page.set] if page.set == "trafilatura" else 1.0 for page in pages])

    def train(mask):
        used = mask & known
        data = xgboost.DMatrix(
            np.vstack([facts[used], without_head(facts[used], names)]),
            np.tile(types[used], 2),
            weight=np.concatenate([weights[used], HEADLESS_WEIGHT * weights[used]]),
        )
        return xgboost.train(TYPE_PARAMETERS, data, TYPE_ROUNDS)

    judged = fold_by_fold(np.array([page.fold for page in pages]), train, facts)
    return judged, train(known)


def learn_blocks(pages, rows, names):
    """Which blocks are body: predictions fold by fold, and the model of all pages."""
    labels = np.concatenate([page.labels for page in pages]) >= 0.5
    folds = np.concatenate([np.full(len(page.labels), page.fold) for page in pages])
    easy = ~labels & (rows[:, names.index("ruleKept")] == 0) & (rows[:, names.index("linkDensity")] > 0.9)
    thinned = easy & (np.random.default_rng(1).random(len(rows)) >= EASY_SHARE)

    def weights_of(judged):
        weights = np.concatenate([weigh(page, None if judged is None else judged[page.rows]) for page in pages])
        weights[easy] /= EASY_SHARE
        weights[thinned] = 0
        return weights * ((weights > 0).sum() / weights.sum())

    def trainer(weights, rounds):
        def train(mask):
            used = mask & (weights > 0)
            return xgboost.train(PARAMETERS, xgboost.DMatrix(rows[used], labels[used], weight=weights[used]), rounds)

        return train

    weights = weights_of(fold_by_fold(folds, trainer(weights_of(None), FIRST_ROUNDS), rows))
    train = trainer(weights, ROUNDS)
    return fold_by_fold(folds, train, rows), train(weights > 0)


def main(folder, models):
    folder, models = Path(folder), Path(models)
    export(folder, "words")
    learn_sounds(folder, models)
    export(folder, "features")
    pages, rows, names = load(folder)
    fact_names = json.loads((folder / "facts.json").read_text())
    facts = np.fromfile(folder / "facts.f32", "<f4").reshape(-1, len(fact_names))
    judged, booster = learn_types(pages, facts, fact_names)
    judged.tofile(folder / "types.f32")
    tables = {
        kind: emit.table_of(booster, fact_names, slice(i, None, len(TYPES))) for i, kind in enumerate(TYPES)
    }
    emit.emit_record(tables, models / "html-page-types.ts", "HTML_PAGE_TYPES", "Which type a web page is.")
    judged, booster = learn_blocks(pages, rows, names)
    judged.tofile(folder / "judged.f32")
    table = emit.table_of(booster, names)
    emit.emit(table, models / "html-blocks.ts", "HTML_BLOCKS", "Which blocks of a web page are its body.")


main(*sys.argv[1:3])
