"""Writes the report with python-docx as its users do: python3 python_docx.py CONTENT N DIR."""
import json
import sys

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONTS = {"h1": "黑体", "h2": "楷体_GB2312"}


def add(document, text, font, size, indent):
    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(28.95)
    form.space_after = Pt(0)
    form.first_line_indent = Pt(31.5) if indent else Pt(0)
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.name = font
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    return paragraph


def write(content, n, path):
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    add(document, content["title"], "方正小标宋简体", 22, False).alignment = WD_ALIGN_PARAGRAPH.CENTER
    add(document, content["to"], "仿宋_GB2312", 16, False)
    for block in content["blocks"]:
        add(document, block["text"].replace("{n}", str(n)), FONTS.get(block["kind"], "仿宋_GB2312"), 16, True)
    document.save(path)


content = json.load(open(sys.argv[1], encoding="utf-8"))
for n in range(int(sys.argv[2])):
    write(content, n, f"{sys.argv[3]}/{n}.docx")
