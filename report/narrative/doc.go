// Package narrative reads the prose of a report, or a whole document, from Markdown with front matter.
//
//	---
//	标题: 泉州市泉源区司法局关于2024年度法治政府建设情况的报告
//	发文机关: 泉州市泉源区司法局
//	主送: 区委、区政府
//	发文字号: 泉源司〔2025〕5号
//	成文日期: 2025-02-17
//	年度: 2024
//	公开方式: 主动公开
//	---
//
//	{{# 举措成效}}
//	# 2024年度工作成效
//	## 强化统筹
//	### 学习先行
//	全年举办讲座{{学习.专题讲座}}。
//	{{> 合同}}
//
// Headings of four levels become 一、（一）1.（1）; a heading of the third or fourth level that ends with a full stop
// goes on in the same line with the paragraph after it. {{领域.名称}} is a figure, see report.Prose. A line {{# 名称}}
// says where a statutory part begins, a line {{> 名称}} puts the default prose of a section there. Lists, tables and
// **emphasis** are understood, the last also beside Chinese punctuation; what Markdown has besides — images, code, HTML,
// other emphasis — is an issue, never dropped in silence.
//
// A file has at most 1 MiB and a paragraph 64 KiB; reading takes time in proportion to the text.
//
// Document reads other documents than reports in the same way: notices, letters, orders, minutes.
//
// This package is the only one that knows Markdown.
package narrative
