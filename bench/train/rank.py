"""Trains the ranker on what rank.ts wrote: python3 rank.py OUT.ts train.jsonl validate.jsonl

Weights and parameters were chosen by cross-validation over both parts; `test` is never read. The parameters matter
little (150 or 300 trees, 4 or 16 leaves, half or double the regularisation: within 0.2), the weights a lot. Trained on
CNN alone, BBC gains 2.0 over the lead and inshorts loses 1; on inshorts alone, CNN gains 0.5; on both, CNN gains 1.5.
"""

import json
import sys
from collections import Counter

import numpy as np
import xgboost

from emit import emit, predict, table_of

# How much an article of a set weighs. The references of bbc-extractive look machine-made and take sentences from
# everywhere: a little of it teaches that not all news opens with what matters (CNN's gain grows by 0.3, inshorts'
# stays), more of it costs inshorts.
WEIGHTS = {"cnndm-val": 1.0, "cnndm-train": 1.0, "inshorts": 1.0, "bbc-extractive": 0.025}


def read(paths):
    rows = []
    for path in paths:
        with open(path) as file:
            features = json.loads(next(file))
            rows += [json.loads(line) for line in file]
    sets = [row[0] for row in rows]
    articles = [row[0] + row[1] for row in rows]
    labels = np.array([row[2] for row in rows])
    return features, sets, articles, labels, np.array([row[3] for row in rows], np.float32)


def weights_of(sets, articles):
    """Every article weighs the same in its set, however long."""
    lengths = Counter(articles)
    return np.array([WEIGHTS[name] * 20 / lengths[article] for name, article in zip(sets, articles)])


def main(out, *paths):
    features, sets, articles, labels, rows = read(paths)
    # What stands later is never better for it.
    constraints = tuple(-1 if name == "index" else 0 for name in features)
    model = xgboost.XGBClassifier(
        n_estimators=150,
        max_leaves=8,
        max_depth=0,
        grow_policy="lossguide",
        tree_method="hist",
        learning_rate=0.05,
        subsample=0.5,
        colsample_bytree=0.3,
        min_child_weight=30,
        reg_lambda=20,
        monotone_constraints=constraints,
        base_score=0.1,
        random_state=7,
        n_jobs=2,
    )
    model.fit(rows, labels, sample_weight=weights_of(sets, articles))
    table = table_of(model.get_booster(), features)
    assert np.allclose(predict(table, rows[:500]), model.predict_proba(rows[:500])[:, 1], atol=1e-3)
    gain = model.get_booster().get_score(importance_type="total_gain")
    for name, value in sorted(gain.items(), key=lambda item: -item[1]):
        print(features[int(name[1:])], round(value))
    emit(table, out, "RANKER", "Whether a summary would take a sentence: bench/train/rank.py, on news in English.")


main(*sys.argv[1:])
