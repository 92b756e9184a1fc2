#!/usr/bin/env python3
"""Plants 200 misprints into the project's own correct texts, for the test of W046 (tests/correct.rs).

    tools/misprints.py FOLDER > tests/correct/misprints.tsv

FOLDER is that of tools/near_miss.py. Every second misprint is a character of the same sound, every other one of a similar
shape; the same seed plants the same ones. A line: the text before, the right character, the wrong one, the text behind.
"""

import lzma
import pathlib
import random
import re
import sys

HAN = re.compile("[\u4e00-\u9fff]")
root = pathlib.Path(__file__).parent.parent
similar = {}
with lzma.open(pathlib.Path(sys.argv[1]) / "similar-characters.tsv.xz", "rt", encoding="utf-8") as lines:
    for line in lines:
        parts = line.rstrip("\n").split("\t") + [""]
        similar[parts[0]] = parts[1:3]
papers = [root / "tests/correct/papers.txt", *sorted((root / "content").rglob("notice.md")), *sorted((root / "content").rglob("tasks.yaml"))]
text = "\n".join(path.read_text(encoding="utf-8") for path in papers).replace("防汛抗行", "防汛抗旱")
lines = [line for line in text.split("\n") if len(HAN.findall(line)) >= 12]
dice = random.Random(20241129)
planted = 0
while planted < 200:
    line = dice.choice(lines)
    at = dice.randrange(len(line))
    near = similar.get(line[at], ["", ""])[planted % 2]
    if not HAN.match(line[at]) or not near:
        continue
    print(line[max(0, at - 20) : at], line[at], dice.choice(near), line[at + 1 : at + 21], sep="\t")
    planted += 1
