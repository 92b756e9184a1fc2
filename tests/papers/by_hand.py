"""Writes a notice as people write it in Word: no styles, numbers and indents typed, direct formatting, a merged table.

    python3 by_hand.py TO.docx < notice.json

The notice: {"title": [lines], "lines": [paragraphs of the paper], "label": "附件", "table title": [lines], "above": [lines],
"rows": [[[text, rows, columns] …] …]}. Nothing of it was read by the program that reads the result.
"""

import json
import sys

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

notice = json.load(sys.stdin)
document = Document()


def run(paragraph, text, font, size, bold=False):
    """Words with their own look; people change words later, so that a text lies in several runs."""
    middle = len(text) // 2
    for part in (text[:middle], text[middle:]):
        if not part:
            continue
        made = paragraph.add_run(part)
        made.font.size = Pt(size)
        made.font.name = "Times New Roman"
        made.font.bold = bold or None
        made._element.rPr.rFonts.set(qn("w:eastAsia"), font)


def line(text, font="仿宋_GB2312", size=16, align=None, indent=True, bold=False):
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    run(paragraph, ("　　" if indent else "") + text, font, size, bold)
    return paragraph


for text in notice["title"]:
    line(text, "方正小标宋简体", 22, WD_ALIGN_PARAGRAPH.CENTER, indent=False)
document.add_paragraph()
*body, enclosure, signer, day = notice["lines"]
line(body[0], indent=False)
for text in body[1:]:
    heading = len(text) < 20 and text[1] == "、"
    line(text, "黑体" if heading else "仿宋_GB2312", bold=heading)
line(enclosure)
document.add_paragraph()
line("　" * 18 + signer, indent=False)
line("　" * 20 + day, indent=False)

section = document.add_section(WD_SECTION.NEW_PAGE)
section.orientation = WD_ORIENT.LANDSCAPE
section.page_width, section.page_height = section.page_height, section.page_width
line(notice["label"], "黑体", indent=False)
for text in notice["table title"]:
    line(text, "方正小标宋简体", 22, WD_ALIGN_PARAGRAPH.CENTER, indent=False)
for text in notice["above"]:
    line(text, size=10.5, indent=False)
columns = sum(cell[2] for cell in notice["rows"][0])
table = document.add_table(rows=len(notice["rows"]), cols=columns)
table.style = "Table Grid"
taken = set()
for i, row in enumerate(notice["rows"]):
    at = 0
    for text, rows, width in row:
        while (i, at) in taken:
            at += 1
        cell = table.cell(i, at)
        if rows > 1 or width > 1:
            cell = cell.merge(table.cell(i + rows - 1, at + width - 1))
        taken |= {(i + down, at + right) for down in range(rows) for right in range(width)}
        for number, words in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            run(paragraph, words, "仿宋_GB2312", 10.5, bold=i == 0)
document.save(sys.argv[1])
