# Sourced by the scripts beside it: pinned versions, where things lie, how a step speaks.
TRUNK=0.21.14
WASM_BINDGEN=0.2.130   # the version in Cargo.lock: script/setup's tool and the library must be the same
BINARYEN=132
CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/demarche"
LOGS="$CACHE/logs"
# Others' programs that tests use, by the lock file that pins them.
READERS="$CACHE/readers-$(cksum < tests/readers/package-lock.json | cut -d' ' -f1)"

say() { printf '• %s\n' "$*"; }
# fail WHAT HOW-TO-MEND
fail() { printf '✗ %s\n  → %s\n' "$1" "$2" >&2; exit 1; }
# quiet NAME COMMAND…: its output goes to a log; only failure is the caller's to tell
quiet() { local log="$LOGS/$1.log"; shift; mkdir -p "$LOGS"; "$@" >"$log" 2>&1 </dev/null; }

apt_install() {
  local sudo=""; [ "$(id -u)" = 0 ] || sudo=sudo
  command -v apt-get >/dev/null || fail "This machine has no apt-get, and these are missing: $*" "Install them with your system's package manager, then run this again."
  say "installing from Debian: $*"
  quiet apt-update $sudo apt-get update || true
  quiet apt-install $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" \
    || fail "apt-get could not install: $* (log: $LOGS/apt-install.log)" "Install them by hand, then run this again."
}

# Puts the pinned tools on PATH, and chooses the compiler that has the wasm standard library.
tool_path() {
  export PATH="$CACHE/trunk-$TRUNK/bin:$CACHE/wasm-bindgen-cli-$WASM_BINDGEN/bin:$CACHE/binaryen-$BINARYEN/bin:$PATH"
}
# Runs a command with the toolchain that can build for wasm: rustup's own where it has the target, else the linked Debian one.
with_wasm() {
  if has_wasm_std rustc; then "$@"
  else RUSTUP_TOOLCHAIN=debian "$@"; fi
}
# Runs a command whose cargo compiles what is shipped: the standard library from its source with the program, small, and with
# one trap for each panic (the page answers a dead worker the same, and no reader sees a panic's message). These are settings
# that stable compilers have under lock.
with_small_std() {
  local toolchain=(); has_std_source rustc || toolchain=(RUSTUP_TOOLCHAIN=debian)
  env "${toolchain[@]}" RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
    RUSTC_WORKSPACE_WRAPPER="$PWD/script/wasm/inlining" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort" "$@"
}
# has_std_source RUSTC: whether this compiler has the source of its standard library
has_std_source() { [ -f "$("$1" --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library/Cargo.lock" ]; }
# has_wasm_std RUSTC: whether this compiler has the standard library for wasm32
has_wasm_std() { ls "$("$1" --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)"/libstd-*.rlib >/dev/null 2>&1; }
