#!/bin/sh
# From the data to the committed weights of the classifiers of web pages: `npm run train -- html`.
# Needs the pages in $PRECIS_SHARED/data and Debian's python3-xgboost (1.7.4), python3-sklearn (1.2.1); takes about three minutes of one core.
set -eu
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
PATH="$PWD/node_modules/.bin:$PATH"
/usr/bin/python3 bench/train/html/train.py "$folder" functions/ingest/model
biome format --write functions/ingest/model/html-*.ts
node bench/train/html/cross.ts "$folder"
