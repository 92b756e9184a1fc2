#!/usr/bin/env python3
"""Tells whether two builds of the same corpus say the same: the same pages, on each the same words, the same data.

    python3 benches/same.py OURS HUGOS --pages 1000

Compared are the title, the meta tags, the linked data of the head and the words of `<main>`, without navigation, forms, what is hidden, white space
and tags; and what is in the data files. The lines that offer workbooks and Word documents are left out: Hugo makes no such
files; and so is what leads to pages that Hugo is not asked for. Those are: the catalogue, the search page,
the map, further pages of columns. They are counted.
Ends with 1 when anything differs.
"""

import argparse
import csv
import html
import json
import re
import sys
from pathlib import Path

MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
HEAD = re.compile(r'<title>.*?</title>|<meta name="(?!viewport|generator)[^>]*>', re.DOTALL)
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# A measure's identifier is made from its words by our program's own hash, which Hugo does not have: it has another one.
IDENTIFIER = re.compile(r'(?<="标识": ")[0-9a-f]{12}(?=")')
LEFT_OUT = [
    re.compile(r"<(nav|form|script|style|template)\b.*?</\1>", re.DOTALL),
    re.compile(r"<(\w+)\b[^>]* hidden[ >].*?</\1>", re.DOTALL),
    re.compile(r'<p class="download[^"]*"[^>]*>(?:(?!</p>).)*\.(?:xlsx|docx).*?</p>', re.DOTALL),
    re.compile(r'<section aria-labelledby="finding">.*?</section>', re.DOTALL),
    re.compile(r'<div class="newest">.*?</div>', re.DOTALL),
]
TAG = re.compile(r"<[^>]*>")
SPACE = re.compile(r"\s+")


def files(site):
    """The pages and data files below a folder, by their path."""
    found = (path for ending in ("html", "json", "csv") for path in site.rglob(f"*.{ending}"))
    return {path.relative_to(site).as_posix(): path for path in found}


def words(page):
    """What a reader reads on a page and what it says of itself, without white space."""
    text = page.read_text(encoding="utf-8")
    main = MAIN.search(text)
    if main is None:
        return ""
    linked = "".join(json.dumps(json.loads(data), sort_keys=True, ensure_ascii=False) for data in LINKED.findall(text))
    head, text = "".join(HEAD.findall(text)) + linked, main[1]
    for left_out in LEFT_OUT:
        text = left_out.sub("", text)
    return SPACE.sub("", html.unescape(head + TAG.sub("", text)))


def said(path):
    """What a file says, comparable as text."""
    if path.suffix == ".json":
        data = json.loads(path.read_text(encoding="utf-8"))
        return IDENTIFIER.sub("", json.dumps(data, sort_keys=True, ensure_ascii=False))
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return repr(list(csv.reader(file)))
    return words(path)


def first_difference(ours, hugos):
    """A few words from where two texts part."""
    at = next((i for i, (a, b) in enumerate(zip(ours, hugos)) if a != b), min(len(ours), len(hugos)))
    start = max(0, at - 12)
    return f"ours …{ours[start:at + 30]}… hugo's …{hugos[start:at + 30]}…"


def differences(ours, hugos, least):
    """Sentences about what differs; none when the sites say the same."""
    ours, hugos = files(ours), files(hugos)
    found = [f"only Hugo has {path}" for path in sorted(hugos.keys() - ours.keys())]
    both = sorted(ours.keys() & hugos.keys())
    if len(both) < least:
        found.append(f"{len(both)} files are on both sites, {least} pages were written")
    for path in both:
        one, other = said(ours[path]), said(hugos[path])
        if not one or one != other:
            found.append(f"{path}: {first_difference(one, other)}")
    return found, sorted(ours.keys() - hugos.keys()), both


def size(paths):
    """The bytes of files, in MiB."""
    return sum(path.stat().st_size for path in paths) / (1 << 20)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ours", type=Path)
    parser.add_argument("hugos", type=Path)
    parser.add_argument("--pages", type=int, required=True, help="how many pages were written at least")
    options = parser.parse_args()
    found, besides, both = differences(options.ours, options.hugos, options.pages)
    for sentence in found[:10]:
        print(sentence, file=sys.stderr)
    if found:
        sys.exit(f"the two sites differ in {len(found)} places: nothing that was measured can be compared")
    in_ours, in_hugos = size(options.ours / path for path in both), size(options.hugos / path for path in both)
    print(f"{len(both)} pages and data files say the same, {in_ours:.1f} MiB of ours, {in_hugos:.1f} of Hugo's", end="")
    more = size(options.ours / path for path in besides)
    print(f"; {len(besides)} more of ours, {more:.1f} MiB, such as {besides[0]}" if besides else "")


if __name__ == "__main__":
    main()
