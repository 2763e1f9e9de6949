#!/bin/sh
# From the data to committed weights: `npm run train -- html`, `npm run train -- text` and so on.
set -eu
cd "$(dirname "$0")"
if [ ! -f "${1:-}/run.sh" ]; then
	echo "usage: npm run train --" */ | tr -d / >&2
	exit 2
fi
# One thread, and sums in the same order on every x86-64: OpenBLAS (libopenblas0-pthread) adds up as the processor
# likes best, and the last bit of a regression decides leaves.
export OMP_NUM_THREADS=1 OPENBLAS_CORETYPE=Haswell
exec sh "$1/run.sh"
