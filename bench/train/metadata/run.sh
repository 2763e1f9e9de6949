#!/bin/sh
# From the data to the committed votes for titles and authors: `npm run train -- metadata`.
# Needs the pages in $PRECIS_SHARED/data and Debian's python3-scipy (1.10); takes about a minute on one core.
set -eu
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
PATH="$PWD/node_modules/.bin:$PATH"
node bench/train/metadata/export.ts "$folder/candidates.jsonl"
/usr/bin/python3 bench/train/metadata/fit.py "$folder/candidates.jsonl" functions/ingest/metadata/votes.ts
biome format --write functions/ingest/metadata/votes.ts
