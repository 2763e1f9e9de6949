#!/bin/sh
# From the data to committed weights: `npm run train -- html` or `npm run train -- text`.
set -eu
case "${1:-}" in
	html | text) exec sh "$(dirname "$0")/$1/run.sh" ;;
	*) echo "usage: npm run train -- html|text" >&2 && exit 2 ;;
esac
