#!/usr/bin/env python3
"""Tells whether two builds of the same corpus say the same: as many pages, and on each the same words.

    python3 benches/same.py OURS HUGOS --pages 1000

Compared are the words of `<main>`, without navigation, forms, what is hidden, white space and tags. Lines that
offer downloads are left out, too: they tell the sizes of files that Hugo does not make; and so is the line that counts
what was reported; and what leads to pages that Hugo is not asked for. What only our site has (ledgers, lists by office,
year and deadline, further pages of long lists) is counted, not compared.
Ends with 1 when anything differs.
"""

import argparse
import html
import re
import sys
from pathlib import Path

MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
LEFT_OUT = [
    re.compile(r"<(nav|form|script|style|template)\b.*?</\1>", re.DOTALL),
    re.compile(r"<(\w+)\b[^>]* hidden[ >].*?</\1>", re.DOTALL),
    re.compile(r'<p class="(?:download|followed)"[^>]*>.*?</p>', re.DOTALL),
    re.compile(r'<section aria-labelledby="finding">.*?</section>', re.DOTALL),
    re.compile(r'<div class="newest">.*?</div>', re.DOTALL),
]
TAG = re.compile(r"<[^>]*>")
SPACE = re.compile(r"\s+")


def pages(site):
    """The pages below a folder, by their path."""
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}


def words(page):
    """What a reader reads on a page, without white space."""
    main = MAIN.search(page.read_text(encoding="utf-8"))
    if main is None:
        return ""
    text = main[1]
    for left_out in LEFT_OUT:
        text = left_out.sub("", text)
    return SPACE.sub("", html.unescape(TAG.sub("", text)))


def first_difference(ours, hugos):
    """A few words from where two texts part."""
    at = next((i for i, (a, b) in enumerate(zip(ours, hugos)) if a != b), min(len(ours), len(hugos)))
    start = max(0, at - 12)
    return f"ours …{ours[start:at + 30]}… hugo's …{hugos[start:at + 30]}…"


def differences(ours, hugos, least):
    """Sentences about what differs; none when the sites say the same."""
    ours, hugos = pages(ours), pages(hugos)
    found = [f"only Hugo has {path}" for path in sorted(hugos.keys() - ours.keys())]
    both = sorted(ours.keys() & hugos.keys())
    if len(both) < least:
        found.append(f"{len(both)} pages are on both sites, {least} were written")
    for path in both:
        one, other = words(ours[path]), words(hugos[path])
        if not one or one != other:
            found.append(f"{path}: {first_difference(one, other)}")
    return found, sorted(ours.keys() - hugos.keys()), both


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
    more = f"; {len(besides)} pages more of ours, such as {besides[0]}" if besides else ""
    print(f"{len(both)} pages say the same{more}")


if __name__ == "__main__":
    main()
