#!/usr/bin/env bash
# Builds the program for Windows and runs it under Wine: does it work there, and does it make the same files?
#
#   packaging/windows/check.sh                  # builds for both systems
#   GONGKAI=PROGRAM packaging/windows/check.sh  # compares with this Linux program instead of building one
#
# For Debian 12 and later; installs what is missing. About ten minutes of processor time, so not a part of .ci/run.
# Every command is tried, by the tests of the repository where they try it with the program that TESTED_PROGRAM names;
# the desk with them, click by click where Chromium and Node are (npm ci --prefix tests/browser). Wine does not say
# everything: it knows no longest path and no virus scanner, and two programs share its locks with Linux only among themselves.
#
# The compiler is Debian's (rustc-web), because it brings the sources of the standard library, which is built along.
# Everything lies below target/windows. Prints a line for each thing tried; ends with 1 when one of them failed.
set -euo pipefail
cd "$(dirname "$0")/../.."
repository=$PWD
here=$repository/packaging/windows
folder=$repository/target/windows
mkdir -p "$folder"

packages=(rustc-web cargo-web rust-web-src gcc-mingw-w64-x86-64 g++-mingw-w64-x86-64 wine64 curl ca-certificates python3)
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
x86_64-w64-mingw32-gcc -O1 -municode -o "$programs/explorer.exe" "$here/explorer.c"

work=$(mktemp -d "$folder/work.XXXXXX")
# Wine takes the encoding of names from the locale: without one that is installed, no Chinese name can be made.
export WINEPREFIX=$work/wine WINEDEBUG=-all LC_ALL=C.UTF-8
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

import_paper_alike() {
  local paper
  paper=$(cd "$work/linux" && find output/site -name '*.docx' | sort | head -n 1)
  in_folder "$work/linux" linux import "$paper" --output paper
  in_folder "$work/windows" windows import "${paper//\//\\}" --output 'paper\'
  diff -r "$work/linux/paper" "$work/windows/paper"
}
try "import reads a Word paper alike, named with \\" import_paper_alike

# alike NAME ARGUMENTS...: prints the same, but for the kind of slashes.
alike() {
  in_folder "$work/linux" linux "$@" >"$work/said.linux" 2>&1 || true
  in_folder "$work/windows" windows "$@" >"$work/said.windows" 2>&1 || true
  sed -i 's|\\|/|g; s/\r$//' "$work/said.windows" "$work/said.linux"
  diff "$work/said.linux" "$work/said.windows"
}
try "status" alike status
try "status as CSV" alike status --format csv
try "publish" alike publish --all --dry-run
try "explain, schema" alike explain T003
try "findings for programs" alike check --format json

same_packages() {
  in_folder "$work/linux" linux pack --all
  in_folder "$work/windows" windows pack --all
  local linux windows
  linux=$(find "$work/linux/upload" -name '*.zip') windows=$(find "$work/windows/upload" -name '*.zip')
  mkdir "$work/packed.linux" "$work/packed.windows"
  python3 -m zipfile -e "$linux" "$work/packed.linux"
  python3 -m zipfile -e "$windows" "$work/packed.windows"
  diff -r "$work/packed.linux" "$work/packed.windows"
}
try "pack makes the same package" same_packages

joined_alike() {
  mkdir -p "$work/joining/甲局" "$work/joining/乙 局"
  cp -r "$work/linux/output/site" "$work/joining/甲局/"
  cp -r "$work/demo/output/site" "$work/joining/乙 局/"
  # Both write into a folder of the same name, for addresses lead from one to the other.
  in_folder "$work/joining" linux join 甲局/site "乙 局/site" --output 汇总
  mv "$work/joining/汇总" "$work/joined"
  in_folder "$work/joining" windows join '甲局\site' '乙 局\site' --output 汇总
  diff -r --exclude=.gongkai "$work/joined" "$work/joining/汇总"
}
try "join makes the same site, of folders named with \\" joined_alike

# A checkout of Git for Windows: every line ends with CR LF.
crlf_alike() {
  cp -r "$work/windows/content" "$work/crlf.content"
  mkdir "$work/crlf"
  mv "$work/crlf.content" "$work/crlf/content"
  find "$work/crlf/content" \( -name '*.md' -o -name '*.yaml' \) -not -path '*/files/*' -exec sed -i 's/\r*$/\r/' {} +
  in_folder "$work/crlf" windows build
  compare_outputs "$work/linux" "$work/crlf"
}
try "a checkout with CR LF makes the same bytes" crlf_alike

named_oddly() {
  local name='政务 公开（一）' long
  mkdir "$work/$name"
  in_folder "$work/$name" windows new '新 项目'
  in_folder "$work/$name" windows --root '新 项目' build --output '输 出\甲'
  [ -e "$work/$name/输 出/甲/site/index.html" ]
  # No program of Windows starts in a folder with so long a path, but it may be named.
  long=$(printf '很长的文件夹名%.0s' 1 2 3 4 5 6 7 8)/$(printf 'long-%.0s' $(seq 30))/$(printf 'path-%.0s' $(seq 30))
  mkdir -p "$work/$long"
  in_folder "$work" windows new "$long/demo"
  in_folder "$work" windows --root "$long/demo" build
  [ -e "$work/$long/demo/output/site/index.html" ]
}
try "Chinese names with spaces, and paths of more than 400 characters" named_oddly

# On a console of GBK, what goes into a file or another program is the same UTF-8.
in_gbk() {
  in_folder "$work/windows" windows check >"$work/utf8" 2>&1 || true
  (cd "$work/windows" && "$wine" cmd /c "chcp 936 >nul & Z:${programs//\//\\}\\gongkai.exe --lang zh --today 2025-01-15 check" \
    >"$work/gbk" 2>&1) || true
  diff "$work/utf8" "$work/gbk"
}
try "a console of GBK" in_gbk

flushed() { in_folder "$work/windows" windows build --fsync --output flushed; }
try "a build that waits for the disk" flushed

# Two at once: the second is told, and changes nothing.
two_at_once() {
  mkdir "$work/two"
  cp -r "$work/windows/content" "$work/two/"
  local first second=0
  in_folder "$work/two" windows build >"$work/first" 2>&1 &
  first=$!
  in_folder "$work/two" windows build --output output >"$work/second" 2>&1 || second=$?
  wait "$first" || second=$((second + $?))
  cat "$work/first" "$work/second"
  # Either one came after the other, or one of them was told so.
  [ "$second" = 0 ] || { [ "$second" = 2 ] && grep -qF "另一个 gongkai" "$work/first" "$work/second"; }
}
try "two builds at once" two_at_once

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
  address=$(grep -aoE 'http://[^[:space:]]+' "$work/serve" 2>/dev/null | head -n 1 | tr -d '\r') && [ -n "$address" ] && break
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

# The archive for Windows, unpacked where a clerk would: the desk opens on a double click, and asks for a folder.
"$repository/packaging/package.sh" "$programs/gongkai.exe" windows-x64 "$work/handed-out" >/dev/null
mkdir -p "$work/D盘/公 开"
python3 -m zipfile -e "$work"/handed-out/*.zip "$work/D盘/公 开"
unpacked=$(find "$work/D盘/公 开" -name gongkai.exe -printf '%h\n')
cp "$programs/bcryptprimitives.dll" "$programs/explorer.exe" "$unpacked/"
# opens COMMAND...: it starts the desk, which has a page that asks for a project.
opens() {
  local address= code=1
  # What the one before said is not this one's address.
  : >"$work/desk"
  (cd "$unpacked" && BROWSER=true exec "$wine" "$@") >"$work/desk" 2>&1 &
  local started=$!
  begun+=("$started")
  for _ in $(seq 200); do
    address=$(grep -aoE 'http://[0-9.:]+/[0-9a-f]+/' "$work/desk" | head -n 1) && [ -n "$address" ] && break
    sleep 0.1
  done
  cat "$work/desk"
  if curl -fsS --max-time 5 "$address" | grep -qE 'name="folder"'; then code=0; fi
  # Ends every program of Wine, the desk among them: nobody can press Ctrl-C there.
  "$server" -k || true
  wait "$started" || true
  return "$code"
}
server=$(dirname "$wine")/wineserver
[ -x "$server" ] || server=/usr/lib/wine/wineserver64
try "a double click on the program opens the desk" opens explorer.exe gongkai.exe
try "打开工作台.cmd opens the desk" opens cmd /c 打开工作台.cmd
bare() { in_folder "$work" "$wine" "$programs/gongkai.exe" >"$work/help" 2>&1 || true; grep -qF -- --today "$work/help"; }
try "without a double click a bare gongkai prints its help" bare

cat >"$work/gongkai" <<END
#!/bin/sh
case " \$* " in *" --lang"*) ;; *) set -- "\$@" --lang zh ;; esac
export WINEPREFIX='$WINEPREFIX' WINEDEBUG=-all LC_ALL=C.UTF-8
exec '$wine' '$unpacked/gongkai.exe' "\$@"
END
chmod +x "$work/gongkai"
# Locks of Linux, which two of the tests hold, are not those of Wine.
skipped=(--skip of_two_builds_at_once --skip two_processes_wait)
# Three print a \ that is none of a path, or the letter of a drive.
skipped+=(--skip the_manual_page_tells --skip what_was_filled_in_becomes_a_note --skip an_output_that_would_spoil_a_site)
tested() {
  (
    unset LC_ALL
    TESTED_PROGRAM=$work/gongkai cargo test --locked --test main -- "$@" "${skipped[@]}"
  )
}
for module in atomic cli comfort document golden handout import join mend new outside_papers pack publish seal serve status \
  stored withdrawn desk desk_guard; do
  try "tests of $module" tested "$module::"
done
if command -v node >/dev/null && [ -d tests/browser/node_modules ]; then
  try "from a Word paper to the published report, click by click" tested desk:: --ignored
fi

if [ "$failed" = 0 ]; then echo "everything passed"; else echo "something failed"; fi
exit "$failed"
