#!/usr/bin/env python3
"""Tells whether two builds of the same corpus say the same: the same pages, on each the same words, the same data.

    python3 benches/same.py OURS HUGOS --pages 1000

Compared are the title, the meta tags, the address and the linked data of the head; all words of the page, with head and
foot of the site, navigation and what is hidden, but without white space and tags; where each link leads; the filters for
a search; and what is in the data files. The lines that offer workbooks and Word documents are left out (LEFT_OUT): Hugo
makes no such files. Pages that Hugo is not asked for are counted: the catalogue, the search page, the map, further
pages of columns. Not compared are classes, and breaks within words (`<wbr>`).
Ends with 1 when anything differs.
"""

import argparse
import csv
import html
import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin

BODY = re.compile(r"<body>(.*)</body>", re.DOTALL)
# Tags that say something by themselves. Hugo names itself on the home page (`generator`).
SAYING = re.compile(
    r'<title>.*?</title>|<meta (?:name|property)="(?!generator)[^>]*>|<link rel="canonical"[^>]*>|<link rel="icon"'
    r'|data-pagefind-filter="[^"]*"',
    re.DOTALL,
)
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# A measure's identifier is made from its words by our program's own hash, which Hugo does not have: it has another one.
IDENTIFIER = re.compile(r'(?<="标识": ")[0-9a-f]{12}(?=")')
LEFT_OUT = [
    # Files that only we make: workbooks, and papers as Word documents.
    re.compile(r'<p class="download[^"]*"[^>]*>(?:(?!</p>).)*\.(?:xlsx|docx).*?</p>', re.DOTALL),
]
TARGET = re.compile(r'(?:href|src|action)="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
SPACE = re.compile(r"\s+")


def files(site):
    """The pages and data files below a folder, by their path."""
    found = (path for ending in ("html", "json", "csv") for path in site.rglob(f"*.{ending}"))
    return {path.relative_to(site).as_posix(): path for path in found}


def words(page, path):
    """What a reader reads on a page, what it says of itself and where it leads, without white space."""
    text = page.read_text(encoding="utf-8")
    for left_out in LEFT_OUT:
        text = left_out.sub("", text)
    body = BODY.search(text)
    if body is None:
        return ""
    linked = "".join(json.dumps(json.loads(data), sort_keys=True, ensure_ascii=False) for data in LINKED.findall(text))
    head = html.unescape("".join(SAYING.findall(text)) + linked)
    return SPACE.sub("", head + html.unescape(TAG.sub("", body[1])) + targets(text, path))


def targets(text, path):
    """Where the links of a page lead, in their order. An address within an address is escaped twice."""
    base = f"https://site.invalid/{path}"
    return "".join(f" → {unquote(unquote(urljoin(base, html.unescape(to))))}" for to in TARGET.findall(text))


def said(path, below):
    """What a file says, comparable as text; `below` is its path in the site."""
    if path.suffix == ".json":
        data = json.loads(path.read_text(encoding="utf-8"))
        return IDENTIFIER.sub("", json.dumps(data, sort_keys=True, ensure_ascii=False))
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return repr(list(csv.reader(file)))
    return words(path, below)


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
        one, other = said(ours[path], path), said(hugos[path], path)
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
