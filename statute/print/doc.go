// Package print turns the text of a normative document (规范性文件) into an official document (公文) that the renderers of gongwen
// write as PDF, Word, OFD and HTML in the form of GB/T 9704-2012.
//
//	t, _ := statute.Parse("办法.txt", text)
//	doc := print.Document(t) // the text alone
//	doc = print.Notice{Organ: "泉州市泉源区人民政府", To: "…", Date: …}.Document(t) // 印发通知 with the text
//
// Names of 编, 章 and 节 are centred in 黑体, the label of an article (条) is 黑体 with its text in the same line, and every 款, 项
// and 目 is a paragraph indented by two characters. What has no articles has headings of the levels of 7.3.3. Nothing of the text is
// lost but blank lines, marks of Markdown and its comments.
//
// GB/T 9704-2012 does not say how the text that a notice issues is set; it comes as the annex (附件) of the notice, on a page of its own.
// The package draws nothing. How texts are set may become better; what is printed stays.
package print
