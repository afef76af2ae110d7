// Package svg writes drawings as SVG, the vector pictures of the web.
//
//	page = svg.Append(page, &drawing, "fig1") // inside a page of HTML
//	err := svg.Write(file, &drawing)          // a file of its own
//
// Texts stay texts, so they can be found, copied and read aloud; fonts are named and not embedded, so a reader's system
// shows them in the nearest font that it has, no wider than on paper. Caption and Alt of the drawing become the title and the description that
// screen readers read. Nothing is fetched, no script and no style sheet is used, so the strictest rules of a website let
// it pass.
//
// Whatever the drawing holds, the result is well-formed: characters that XML cannot hold become U+FFFD, and parts that
// cannot be drawn are left out. gongwen.Lower says what is wrong with a drawing. The same drawing gives the same bytes.
package svg
