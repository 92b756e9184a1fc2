#!/usr/bin/env bash
# Builds the program for Windows and runs it under Wine: does it work there, and does it make the same files?
#
#   packaging/windows/check.sh                  # builds for both systems
#   GONGKAI=PROGRAM packaging/windows/check.sh  # compares with this Linux program instead of building one
#
# For Debian 12 and later; installs what is missing. About ten minutes of processor time, so not a part of .ci/run.
# The compiler is Debian's (rustc-web), because it brings the sources of the standard library, which is built along.
# Everything lies below target/windows. Prints a line for each thing tried; ends with 1 when one of them failed.
set -euo pipefail
cd "$(dirname "$0")/../.."
repository=$PWD
here=$repository/packaging/windows
folder=$repository/target/windows
mkdir -p "$folder"

packages=(rustc-web cargo-web rust-web-src gcc-mingw-w64-x86-64 g++-mingw-w64-x86-64 wine64 curl ca-certificates)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get update -q
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
fi

target=x86_64-pc-windows-gnu
if [ -z "${GONGKAI:-}" ]; then
  cargo build --release --locked --target-dir "$folder/linux"
  GONGKAI=$folder/linux/release/gongkai
fi
linux_program=$(realpath "$GONGKAI")
(
  export PATH=/usr/bin:$PATH RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
  unset RUSTUP_TOOLCHAIN
  export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
  export CC_x86_64_pc_windows_gnu=x86_64-w64-mingw32-gcc CXX_x86_64_pc_windows_gnu=x86_64-w64-mingw32-g++
  export AR_x86_64_pc_windows_gnu=x86_64-w64-mingw32-ar
  /usr/bin/cargo build --release --locked -Zbuild-std=std,panic_unwind --target "$target" --target-dir "$folder/build"
)
programs=$folder/programs
mkdir -p "$programs"
cp "$folder/build/$target/release/gongkai.exe" "$programs/"
# Wine 8 lacks this library, which Rust's standard library asks for; without it the program ends with 53 (c0000135).
x86_64-w64-mingw32-gcc -O1 -shared -o "$programs/bcryptprimitives.dll" "$here/prng.c" -ladvapi32
x86_64-w64-mingw32-gcc -O1 -municode -o "$programs/hold.exe" "$here/hold.c"

work=$(mktemp -d "$folder/work.XXXXXX")
export WINEPREFIX=$work/wine WINEDEBUG=-all
wine=/usr/lib/wine/wine64
[ -x "$wine" ] || wine=$(command -v wine64 || command -v wine)
begun=()
finish() {
  for id in "${begun[@]}"; do kill "$id" 2>/dev/null || true; done
  "$(dirname "$wine")/wineserver" -k 2>/dev/null || /usr/lib/wine/wineserver64 -k 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

windows() { "$wine" "$programs/gongkai.exe" --lang zh --today 2025-01-15 "$@"; }
linux() { "$linux_program" --lang zh --today 2025-01-15 "$@"; }

failed=0
passed() { printf 'passed  %s\n' "$*"; }
failed() { printf 'FAILED  %s\n' "$*"; failed=1; }
# try NAME COMMAND...: the command has to succeed; what it printed is shown when it does not.
try() {
  local name=$1
  shift
  if "$@" >"$work/printed" 2>&1; then passed "$name"; else
    failed "$name"
    tail -n 15 "$work/printed" | sed 's/^/        /'
  fi
}

# What a build makes: all but the program's own marks beside it, which hold the times of files.
compare_outputs() {
  diff -rq "$1/output/site" "$2/output/site" && diff -rq "$1/output/handout" "$2/output/handout" \
    && diff -rq "$1/output/internal" "$2/output/internal"
}
in_folder() { (cd "$1" && shift && "$@"); }

mkdir "$work/linux" "$work/windows"
cp -r "$repository/content" "$work/linux/"
cp -r "$repository/content" "$work/windows/"
"$wine" wineboot --init >/dev/null 2>&1 || true

try "build" in_folder "$work/windows" windows build
try "build on Linux" in_folder "$work/linux" linux build
try "the same bytes in every page, workbook and data file" compare_outputs "$work/linux" "$work/windows"
cp -a "$work/windows/output" "$work/before"
try "build again, with nothing new" in_folder "$work/windows" windows build
try "... which changes nothing" diff -r "$work/before" "$work/windows/output"

check_alike() {
  in_folder "$work/windows" windows check >"$work/check.windows" 2>&1 || true
  in_folder "$work/linux" linux check >"$work/check.linux" 2>&1 || true
  # Only how paths are written differs.
  sed -i '/-->\|:::/s|\\|/|g; s/\r$//' "$work/check.windows"
  diff "$work/check.linux" "$work/check.windows"
}
try "check finds the same" check_alike

try "new" in_folder "$work" windows new demo
try "... makes a project that builds" in_folder "$work/demo" windows build

import_alike() {
  local book
  book=$(cd "$work/linux" && find output/site -name zeren-fenjie-biao.xlsx | sort | head -n 1)
  in_folder "$work/linux" linux import "$book" --output table.yaml
  in_folder "$work/windows" windows import "$book" --output table.yaml
  diff "$work/linux/table.yaml" "$work/windows/table.yaml"
}
try "import reads a workbook alike" import_alike

notice=$(cd "$work/windows" && find content -name notice.md | sort | head -n 1)
page=$(dirname "${notice#content/}")/index.html
# answers TEXT: within 15 seconds the page of the notice has that text.
answers() {
  for _ in $(seq 150); do
    if curl -fsS --max-time 5 "$address$page" 2>/dev/null | grep -qF -- "$1"; then return 0; fi
    sleep 0.1
  done
  return 1
}
findings_shown() {
  for _ in $(seq 150); do
    if curl -sS --max-time 5 "$address$page" 2>/dev/null | grep -qF -- "错误"; then return 0; fi
    sleep 0.1
  done
  return 1
}
(cd "$work/windows" && exec "$wine" "$programs/gongkai.exe" --lang zh --today 2025-01-15 serve) \
  >"$work/serve" 2>&1 &
begun+=($!)
address=
for _ in $(seq 200); do
  address=$(grep -aoE 'http://[^[:space:]]+' "$work/serve" | head -n 1 | tr -d '\r') && [ -n "$address" ] && break
  sleep 0.1
done
try "serve says its address" test -n "$address"
try "serve answers" answers '</html>'
printf '\n在预览里才有的一句话。\n' >>"$work/windows/$notice"
try "serve shows a save" answers '在预览里才有的一句话。'
cp "$work/windows/$notice" "$work/notice"
sed -i '/^发文机关:/d' "$work/windows/$notice"
try "serve shows findings" findings_shown
cp "$work/notice" "$work/windows/$notice"
kill "${begun[-1]}" 2>/dev/null || true
wait "${begun[-1]}" 2>/dev/null || true

# held FILE: while a workbook is held open as Excel holds it, a build that would change it changes nothing at all.
held() {
  local book=$1 code=0
  rm -rf "$work/before"
  cp -a "$work/windows/output" "$work/before"
  printf '\n又改了一次：%s。\n' "$book" >>"$work/windows/$notice"
  sed -i "s/^\(标题: .*\)$/\1（改）/" "$work/windows/$notice"
  rm -f "$work/windows/held"
  (cd "$work/windows" && exec "$wine" "$programs/hold.exe" "$book" held) &
  local holder=$!
  begun+=("$holder")
  for _ in $(seq 200); do [ -e "$work/windows/held" ] && break; sleep 0.1; done
  [ -e "$work/windows/held" ] || { echo "could not hold $book"; return 1; }
  in_folder "$work/windows" windows build >"$work/refused" 2>&1 || code=$?
  cp -a "$work/windows/output" "$work/after"
  rm -f "$work/windows/held"
  wait "$holder" || true
  cat "$work/refused"
  echo "the build ended with $code"
  local wrong=0
  [ "$code" = 2 ] || wrong=1
  grep -qF "$(basename "$book")" "$work/refused" || { echo "the workbook is not named"; wrong=1; }
  diff -rq "$work/before" "$work/after" || wrong=1
  rm -rf "$work/after"
  return "$wrong"
}
cd "$work/windows"
first=$(find output -name '*.xlsx' | sort | head -n 1)
last=$(find output/site -name zeren-fenjie-biao.xlsx | sort | tail -n 1)
cd "$repository"
for book in "$first" "$last"; do
  try "output is untouched while $book is open in Excel" held "$book"
  try "... and the next build makes everything" in_folder "$work/windows" windows build
  cp "$work/windows/$notice" "$work/linux/$notice"
  in_folder "$work/linux" linux build >/dev/null 2>&1 || true
  try "... the same as on Linux" compare_outputs "$work/linux" "$work/windows"
done

if [ "$failed" = 0 ]; then echo "everything passed"; else echo "something failed"; fi
exit "$failed"
