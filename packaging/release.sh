#!/usr/bin/env bash
# Makes the program that is handed out: no path of this machine stands in it.
#
# Panics name the source file they come from, so a usual build holds the folders of whoever built it, the user's name
# among them. Rust and the C compiler are told other names for these folders; then the program is searched for them.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$PWD/target/packaging
cargo_home=${CARGO_HOME:-$HOME/.cargo}
sysroot=$(rustc --print sysroot)
# The last that fits counts, so the longest come last. The separator lets folders have spaces.
renames=("$cargo_home=/cargo" "$sysroot=/rust" "$PWD=/gongkai")
rust=() c=()
for rename in "${renames[@]}"; do
  rust+=("--remap-path-prefix=$rename")
  c+=("-ffile-prefix-map=$rename")
done
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f'; echo "${rust[*]}")
export CARGO_ENCODED_RUSTFLAGS
export CFLAGS="${CFLAGS:-} ${c[*]}"
# The commit that `gongkai --version` names, with its day.
GONGKAI_COMMIT=${GONGKAI_COMMIT:-$(git log -1 --format='%h %cs')}
export GONGKAI_COMMIT
cargo build --release --locked --target-dir "$folder"

program=$folder/release/gongkai
[ -e "$program" ] || program=$program.exe
found=0
for path in "$HOME/" "$cargo_home" "$sysroot" "$PWD" .cargo/registry .rustup/toolchains; do
  [ "$path" != // ] || continue
  if grep -aqF -- "$path" "$program"; then
    echo "$program holds the path $path:" >&2
    { grep -aoE -- "[[:print:]]{0,60}$(printf %s "$path" | sed 's/[][\.*^$(){}+?|]/\\&/g')[[:print:]]{0,60}" "$program" || true; } | head -3 >&2
    found=1
  fi
done
[ "$found" = 0 ] || exit 1
echo "$program holds no path of this machine"
