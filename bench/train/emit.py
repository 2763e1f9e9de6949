"""Writes a trained XGBoost model as the table that functions/shared/trees.ts reads."""

import base64
import json
import os

import numpy as np

MAX_LEAF = 32767
READER = os.path.join(os.path.dirname(__file__), "../../functions/shared/trees.ts")


def table_of(booster, features, which=slice(None)):
    """The model as arrays, or those of its trees that speak for one class. Leaves become integers, so that any
    machine adds them up to the same."""
    learner = json.loads(bytes(booster.save_raw("json")))["learner"]
    trees = learner["gradient_booster"]["model"]["trees"][which]
    base_score = float(learner["learner_model_param"]["base_score"])
    leaves = [
        value
        for tree in trees
        for value, left in zip(tree["split_conditions"], tree["left_children"])
        if left == -1
    ]
    scale = max(abs(value) for value in leaves) / MAX_LEAF
    found = {_split(tree, node) for tree in trees for node, left in enumerate(tree["left_children"]) if left != -1}
    splits = {split: at for at, split in enumerate(sorted(found))}
    sizes, right, nodes = [], [], []
    for tree in trees:
        start = len(nodes)
        _write(tree, 0, scale, splits, right, nodes)
        sizes.append(len(nodes) - start)
    assert len(splits) <= MAX_LEAF, "at most 32,767 distinct splits"
    return {
        "features": list(features),
        "base": float(np.log(base_score / (1 - base_score))),
        "scale": scale,
        "sizes": np.array(sizes),
        "right": np.array(right),
        "nodes": np.array(nodes, "<i2"),
        "splitFeatures": np.array([feature for feature, _ in splits]),
        "splitThresholds": np.array([threshold for _, threshold in splits], "<f4"),
    }


def _split(tree, node):
    """Which feature is asked, and what it must be below."""
    return tree["split_indices"][node], float(np.float32(tree["split_conditions"][node]))


def _write(tree, node, scale, splits, right, nodes):
    """One node and all below it, in preorder."""
    here = len(nodes)
    right.append(0)
    if tree["left_children"][node] == -1:
        nodes.append(int(round(tree["split_conditions"][node] / scale)))
        return
    nodes.append(splits[_split(tree, node)])
    _write(tree, tree["left_children"][node], scale, splits, right, nodes)
    right[here] = len(nodes) - here
    _write(tree, tree["right_children"][node], scale, splits, right, nodes)


def predict(table, rows):
    """What trees.ts predicts from the table, row by row of a float32 matrix."""
    total = np.zeros(len(rows), np.int64)
    every = np.arange(len(rows))
    start = 0
    for size in table["sizes"]:
        node = np.full(len(rows), start)
        while True:
            distance = table["right"][node]
            active = distance > 0
            if not active.any():
                break
            split = np.where(active, table["nodes"][node], 0)
            value = rows[every, table["splitFeatures"][split]]
            left = value < table["splitThresholds"][split]
            node = np.where(active, np.where(left, node + 1, node + distance), node)
        total += table["nodes"][node]
        start += size
    return 1 / (1 + np.exp(-(table["base"] + table["scale"] * total)))


def emit(table, path, name, comment):
    """A TypeScript module that exports the table under `name`, and the names of its features."""
    lines = [f"/** {comment} */", f"export const {name}: TreeTable = {{", *_literal(table), "};"]
    _write_module(path, name, table["features"], lines)


def emit_record(tables, path, name, comment):
    """The same for several tables of the same features, each under its key."""
    features = next(iter(tables.values()))["features"]
    lines = [f"/** {comment} */", f"export const {name} = {{"]
    for key, table in tables.items():
        lines += [f"{key}: {{", *_literal(table), "},"]
    _write_module(path, name, features, [*lines, "} satisfies Readonly<Record<string, TreeTable>>;"])


def _write_module(path, name, features, lines):
    """Predicting needs no names, so they stand apart: a bundle leaves them out."""
    reader = os.path.relpath(READER, os.path.dirname(path))
    head = [
        "/** Written by bench/train; don't edit. */",
        f'import type {{ TreeTable }} from "{reader}";',
        "",
        "/** What each number of a row is, in order. */",
        f'export const {name}_FEATURES = "{" ".join(features)}";',
        "",
    ]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join([*head, *lines, ""]))


def _literal(table):
    """The properties of one table: which nodes are splits tells the trees' shape, and splits are sorted by feature."""
    arrays = {
        "splits": np.packbits(table["right"] > 0, bitorder="little"),
        "nodes": table["nodes"],
        "splitCounts": np.bincount(table["splitFeatures"], minlength=len(table["features"])).astype("<u2"),
        "splitThresholds": table["splitThresholds"],
    }
    return [
        f"\tbase: {table['base']!r},",
        f"\tscale: {table['scale']!r},",
        *(f'\t{key}: "{base64.b64encode(array.tobytes()).decode()}",' for key, array in arrays.items()),
    ]
