#!/usr/bin/env bash
# Packs a program for people who have nothing else: with a first page to read and the licences, and its checksum beside it.
#
#   packaging/package.sh PROGRAM SYSTEM [FOLDER]      such as target/packaging/release/gongkai.exe windows-x64
set -euo pipefail
program=$(realpath "$1") system=$2
cd "$(dirname "$0")/.."
out=${3:-target/packaging/handed-out}
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
name=gongkai-$version-$system

rm -rf "${out:?}/$name" "$out/$name.zip" "$out/$name.tar.gz"
mkdir -p "$out/$name"
cp "$program" LICENSE LICENSE-MIT LICENSE-APACHE "$out/$name/"
# Notepad of old Windows wants its marks of lines and encoding.
printf '\xef\xbb\xbf' > "$out/$name/先读我.txt"
sed 's/$/\r/' packaging/先读我.txt >> "$out/$name/先读我.txt"
cd "$out"
case $system in
  windows*)
    # A double click: the folder that opens is its own, wherever it was unpacked. Paths of cmd are not in UTF-8.
    printf '@cd /d "%%~dp0"\r\n@gongkai.exe desk\r\n@if errorlevel 1 pause\r\n' > "$name/打开工作台.cmd"
    python3 -c 'import shutil, sys; shutil.make_archive(sys.argv[1], "zip", ".", sys.argv[1])' "$name"; made=$name.zip
    ;;
  *) tar -czf "$name.tar.gz" "$name"; made=$name.tar.gz ;;
esac
sha256sum "$made" > "$made.sha256"
echo "$out/$made"
