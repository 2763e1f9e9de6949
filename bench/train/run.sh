#!/bin/sh
# From the data to committed weights: `npm run train -- html`, `npm run train -- text` and so on.
set -eu
cd "$(dirname "$0")"
if [ ! -f "${1:-}/run.sh" ]; then
	echo "usage: npm run train --" */ | tr -d / >&2
	exit 2
fi
exec sh "$1/run.sh"
