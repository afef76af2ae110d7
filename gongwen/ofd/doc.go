// Package ofd writes official documents (公文) as OFD (版式文档, GB/T 33190-2016), the page format of Chinese authorities.
//
//	fonts, err := fonts.Embedded()                    // gongwen/fonts, once
//	renderer, err := ofd.New(gongwen.GB9704(), fonts) // once
//	issues, err := renderer.Render(w, doc)            // for every document, from any goroutine
//
// The lines are those of gongwen/layout, as in gongwen/pdf: places in the file differ from the layout's by less than a
// hundredth of a point. Lines, rules, images and drawings stand in reading order, each as an object of its own; headings
// are the outline (大纲), lines of the table of contents lead to their headings, files of the document are attachments
// (附件). OFD.xml has title, issuer, subject, key words, date, and as custom data 发文字号, 密级和保密期限, 紧急程度, 索引号,
// 公开属性. The same document gives the same bytes and the same DocID; nothing tells of the machine, the user or the hour.
//
// # Text and glyphs
//
// Fonts are cut down to the characters of the document and embedded. Every text object lists its glyphs (CGTransform), and
// the character map of the font leads to the same ones, for readers that pass over the list. A character beyond the Basic
// Multilingual Plane has an object of its own, because many readers count its halves as two. A character that no font has
// is drawn as the box □, but the text remains what the document says, so that a search finds the name and a reader with
// better fonts can show it; what is no text at all, such as a control character, is U+FFFD in the text.
//
// # Tags
//
// Tags (自定义标引) say which objects are the title, the number, a paragraph. Part Tags/gongwen.xml, in the namespace
// urn:fazhi-go:gongwen:tags:1, has an XML element for each element of the document, in reading order, named Title, Number,
// Heading1, Body and so on, and in Chinese by attribute Name; in it is an ofd:ObjectRef for each object. Part
// Tags/gongwen.xsd is its schema. A paragraph that goes on on the next page is one element.
//
// # Signatures
//
// The package does not sign. A file of it is made for being signed: it has one document, every part that a signature
// protects is final, and no part but OFD.xml has to change. To sign, add Doc_0/Signs/Signatures.xml and what it leads to,
// and put
//
//	<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>
//
// behind DocRoot in OFD.xml.
//
// The package does not encrypt, does not read OFD, writes no annotations, and knows only the page of one profile. Parts,
// names and identifiers may change with a new version of this module; the meaning of its functions and of the tags does not.
package ofd
