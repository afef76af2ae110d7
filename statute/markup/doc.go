// Package markup writes the text of a law or a normative document (规范性文件) as Markdown, as a page of HTML and as JSON, and reads
// the JSON.
//
//	t, _ := statute.Parse("办法.txt", text)
//	markup.Markdown(w, t)  // # title, ## 第一章　总则, **第一条**　…
//	markup.HTML(w, t)      // one file; every part has its path as id: page.html#/art_12/para_2
//	markup.JSON(w, t)      // the tree; ReadJSON makes it a tree with the same text again
//
// Nothing of the text is lost and nothing is added to it but blank lines, blanks after labels and, on a page, a heading where a text has
// no title. The same text gives the same bytes. What a program keeps, it should keep as the text itself or as JSON, since Markdown and
// HTML are for readers.
//
// The JSON is described by a JSON Schema (draft 2020-12), which Schema returns. Names in it are never given another meaning;
// members may be added.
package markup
