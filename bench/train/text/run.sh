#!/bin/sh
# From the data to the committed weights of the block classifier of plain text: `npm run train -- text`.
# Needs the pages in $PRECIS_SHARED/data and Debian's python3-sklearn (1.2.1) and python3-xgboost (1.7.4);
# takes about three minutes on one core. Some pages are taught as the weights for web pages read them: train those first.
set -eu
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
/usr/bin/python3 bench/train/text/train.py "$folder"
node_modules/.bin/biome format --write functions/ingest/model/text-*.ts
