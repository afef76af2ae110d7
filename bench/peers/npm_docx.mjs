// Writes the report with npm docx as its users do: node npm_docx.mjs CONTENT N DIR. With N = template it writes one file
// with a loop, for easy-template-x.
import { readFileSync, writeFileSync } from "node:fs";
import { AlignmentType, convertMillimetersToTwip as mm, Document, LineRuleType, Packer, Paragraph, TextRun } from "docx";

const [, , source, count, folder] = process.argv;
const content = JSON.parse(readFileSync(source, "utf8"));
const fonts = { h1: "黑体", h2: "楷体_GB2312" };

function paragraph(text, font, size, more) {
  return new Paragraph({
    spacing: { line: 579, lineRule: LineRuleType.EXACT },
    ...more,
    children: [new TextRun({ text, size: size * 2, font: { ascii: font, hAnsi: font, eastAsia: font } })],
  });
}

function report(n, blocks) {
  const indent = { indent: { firstLine: 630 } };
  return new Document({
    sections: [{
      properties: {
        page: {
          size: { width: mm(210), height: mm(297) },
          margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
        },
      },
      children: [
        paragraph(content.title, "方正小标宋简体", 22, { alignment: AlignmentType.CENTER }),
        paragraph(content.to, "仿宋_GB2312", 16),
        ...blocks.map((b) => paragraph(b.text.replace("{n}", n), fonts[b.kind] ?? "仿宋_GB2312", 16, indent)),
      ],
    }],
  });
}

if (count === "template") {
  const blocks = [{ text: "{#blocks}" }, { text: "{text}" }, { text: "{/blocks}" }];
  writeFileSync(`${folder}/template.docx`, await Packer.toBuffer(report(0, blocks)));
} else {
  for (let n = 0; n < Number(count); n++) {
    writeFileSync(`${folder}/${n}.docx`, await Packer.toBuffer(report(n, content.blocks)));
  }
}
