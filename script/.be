#!/usr/bin/env bash
# How fast articles are read: megabytes of text a second, and the share of each stage. Prints, judges nothing.
#   script/bench-extract [--opt 3|2|s|z] [ARTICLES …]          natively, at opt-level 3 unless said
#   script/bench-extract --wasm [--opt 3|2|s|z] [ARTICLES …]   as WebAssembly under Node, as the site is built unless said
# Articles are counted (by default 300): 100 1000 10000 shows how the time grows with the corpus.
set -euo pipefail
cd "$(dirname "$0")/.."
. script/lib.sh
wasm='' opt='' counts=()
while [ $# -gt 0 ]; do
  case $1 in
    --wasm) wasm=1; shift ;;
    --opt) opt=${2:?script/bench-extract: --opt wants 3, 2, s or z}; shift 2 ;;
    *[!0-9]*|'') fail "script/bench-extract does not know '$1'." "Use: script/bench-extract [--wasm] [--opt 3|2|s|z] [ARTICLES …]" ;;
    *) counts+=("$1"); shift ;;
  esac
done
[ ${#counts[@]} -gt 0 ] || counts=(300)
build=(cargo build --release --locked --quiet --features bench --bin stages)
if [ -z "$wasm" ]; then
  export CARGO_PROFILE_RELEASE_OPT_LEVEL=${opt:-3}
  "${build[@]}"
  exec "${CARGO_TARGET_DIR:-target}/release/stages" "${counts[@]}"
fi
script/setup build
tool_path
[ -z "$opt" ] || export CARGO_PROFILE_RELEASE_OPT_LEVEL=$opt
with_small_std "${build[@]}" --target wasm32-unknown-unknown
out=${OUT:-/tmp/sp/w0}; mkdir -p $out

wasm-bindgen --target nodejs --out-dir "$out" "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/stages.wasm"
say "stages.wasm, its corpus included: $(wc -c < "$out/stages_bg.wasm") bytes"
# The program reads its arguments from here: WebAssembly has none.
# Its clock is Date.now: on Linux the time that the program had the processor, so that others who work do not count.
DEMARCHE_ARTICLES="${counts[*]}" node -e "
  const { existsSync, readFileSync } = require('node:fs'), mine = '/proc/self/schedstat';
  if (existsSync(mine)) Date.now = () => Number(readFileSync(mine, 'utf8').split(' ')[0]) / 1e6;
  require('$out/stages.js');"
