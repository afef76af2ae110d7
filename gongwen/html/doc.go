// Package html writes an official document (公文) as one page of HTML for the website of the organ that issues it.
//
//	r, err := html.New(html.Options{})       // once
//	issues, err := r.Render(w, doc)          // for every document, from any goroutine
//
// The file needs nothing beside itself: no script, no font, no picture from elsewhere; it forbids them by a content security
// policy. It is made for readers who see it, hear it or enlarge it: headings without gaps in their levels, landmarks, tables
// with header cells that scroll by keyboard, notes with links to and fro, text alternatives of pictures, dates and figures
// that programs can read, lines that fit a telephone. A style sheet for printing gives the page of GB/T 9704-2012.
//
// The text of the file is the text of the document in this order: head (of a letter, the mark first), title, addressees, body
// and its notes, list of attachments, rolls, signature, note, then each attachment with its notes, and the imprint. What the
// document does not have stands only in elements nav and in elements of the class "extra": the link to the text, the links
// back from notes. Titles and descriptions of drawings are text alternatives, as those of images are.
//
// A figure (数据项) whose text is a plain number becomes <data value="25" data-id="…">: 25份 is 25, 2573.4万元 is 25734000,
// 99.5% is 0.995. One that is not plain, such as 1600余份, keeps its data-id and has no value.
//
// The properties become the tags that government websites give to a page of content, following 政府网站发展指引 (国办发〔2017〕
// 47号): ArticleTitle, PubDate, ContentSource, Keywords, Description. PubDate is the date of the document, without an hour;
// the system of the website that knows when it puts the page up writes it anew. Tags of the site and of the column are that
// system's too. 索引号 and 公开属性, for which no common tag is known, are not written.
//
// Not done: lines and pages are broken by the browser, so they are not those of the PDF; a printed table of contents has no
// page numbers; the imprint follows the text instead of standing at the foot of the last page; the double rules of a letter
// are as wide as the text; pages of landscape tables have their number on the long side. Files that travel inside a PDF are
// left out and reported.
//
// The same document gives the same bytes.
package html
