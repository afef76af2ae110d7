// Package statute reads the text of laws, regulations and normative documents (法律、法规、规范性文件) as a tree of 编, 分编, 章,
// 节, 条, 款, 项 and 目, and writes the tree back as the text that it came from.
//
//	t, issues := statute.Parse("办法.txt", text)
//	for n := range t.All() {
//		if n.Kind == statute.Article { fmt.Println(n.Path(), n.Label) } // /art_12 第十二条
//	}
//	t.Format() == statute.Normalize(text) // always
//
// Parse refuses nothing and loses nothing: every byte of the normalised text belongs to exactly one node, also of a text that
// is no law at all. What it could not make sense of is an issue with the line. It reads plain text and Markdown.
//
// The structure is that of 立法法 (2023) 第六十五条: 编、章、节、条 are numbered by Chinese numerals, 款 are paragraphs without a
// number, 项 have Chinese numerals in brackets, 目 Arabic numerals. Documents that have no articles begin their parts with
// 一、 (Clause). Articles quoted in an amending decision (修改决定) stand within a Quote and are never taken for the document's
// own.
//
// The package does not say what a text means. Paths and codes of issues stay.
package statute
