// Fills a template with a loop by easy-template-x: node easy_template.mjs CONTENT N DIR; the template lies beside CONTENT.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { TemplateHandler } from "easy-template-x";

const [, , source, count, folder] = process.argv;
const content = JSON.parse(readFileSync(source, "utf8"));
const template = readFileSync(`${dirname(source)}/template.docx`);
const handler = new TemplateHandler();
for (let n = 0; n < Number(count); n++) {
  const blocks = content.blocks.map((b) => ({ text: b.text.replace("{n}", n) }));
  writeFileSync(`${folder}/${n}.docx`, await handler.process(template, { blocks }));
}
