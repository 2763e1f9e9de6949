#!/bin/sh
# From the data to the committed weights of the block classifier of web pages: bench/train/html/run.sh
# Needs the pages in $PRECIS_SHARED/data and Debian's python3-xgboost (1.7.4); takes about three minutes on one core.
set -eu
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
PATH="$PWD/node_modules/.bin:$PATH"
node bench/train/html/export.ts "$folder"
OMP_NUM_THREADS=1 /usr/bin/python3 bench/train/html/train.py "$folder" functions/ingest/model/html-blocks.ts
biome format --write functions/ingest/model/html-*.ts
