// Package akn writes the text of a law or a normative document (规范性文件) as XML in Akoma Ntoso 3.0, the standard for such
// texts: "Akoma Ntoso Version 1.0 Part 2: Specifications", OASIS Standard 29 August 2018, schema akomantoso30.xsd, namespace
// http://docs.oasis-open.org/legaldocml/ns/akn/3.0. Identifiers follow the Akoma Ntoso Naming Convention 1.0.
//
//	t, _ := statute.Parse("办法.txt", text)
//	err := akn.Write(w, t, akn.Meta{
//		Locality: "350599", Organ: akn.Organ{ID: "qyqzf", Name: "泉源区人民政府"},
//		Slug: "qyzg-2024-1", Dated: fazhi.DateOf(2024, 3, 5),
//	})
//
// Every text becomes valid XML, also one with gaps, doubled numbers or no articles, and none of its text is lost: the text of the
// elements is that of the tree, without blank lines, marks of Markdown and its comments. Nothing is added.
//
//	编 book · 分编 subpart · 章 chapter · 节 section · 条 article · 一、 clause · 款 paragraph without num · 项 point · 目 indent
//	（1） below 目: subparagraph
//	before and behind a list: intro, wrapUp · caption: heading · 目录: toc · title and notes: preface · what follows them: preamble
//	落款: conclusions · 附件: attachment with a doc · what an amending document quotes: mod with quotedStructure
//	lines and tables between articles: hcontainer
//
// The eId of a part is its path: "/art_12/para_2/point_3" is art_12__para_2__point_3. Only quotations and annexes have the names of
// the naming convention, qstr and att. Of a number that comes twice the second has ~2 behind it, as in the path; 第一百二十条之一 is
// art_120_1, for which the convention has no rule that we know.
//
// What a text cites of itself is a ref; the package does not mark what it cites of others, and does not read Akoma Ntoso. The mapping and the identifiers stay.
package akn
