// Sets the report with Typst: node typst.mjs CONTENT N DIR FONT, where FONT is a TrueType file.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const [, , source, count, folder, font] = process.argv;
const content = JSON.parse(readFileSync(source, "utf8"));
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [dirname(font)] }] });
const head = `#set page(width: 210mm, height: 297mm, margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm))
#set text(font: "GW FangSong", size: 16pt, lang: "zh", tracking: -0.206pt)
#set par(leading: 12.95pt, spacing: 12.95pt, first-line-indent: (amount: 2em, all: true))
`;
const plain = (text) => text.replace(/[\\#$*_`<>@\[\]~="'\/-]/g, (c) => `\\${c}`);
for (let n = 0; n < Number(count); n++) {
  const body = [content.title, content.to, ...content.blocks.map((b) => b.text.replace("{n}", n))].map(plain).join("\n\n");
  writeFileSync(`${folder}/${n}.pdf`, compiler.pdf({ mainFileContent: head + body }));
}
