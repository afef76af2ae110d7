package read

import "github.com/fazhi-go/fazhi"

// Codes of the issues of this package.
const (
	CodeAttachments fazhi.Code = "gongwen/read/attachments" // the list of attachments and the attachments differ
	CodeComments    fazhi.Code = "gongwen/read/comments"    // comments (批注) are left out
	CodeDate        fazhi.Code = "gongwen/read/date"        // the date of signature was put into the form of 7.3.5.4
	CodeFormula     fazhi.Code = "gongwen/read/formula"     // a formula became plain text
	CodeFrame       fazhi.Code = "gongwen/read/frame"       // text of headers and footers is left out
	CodeHidden      fazhi.Code = "gongwen/read/hidden"      // hidden text is left out
	CodeInvisible   fazhi.Code = "gongwen/read/invisible"   // characters that nobody sees are left out
	CodeNumber      fazhi.Code = "gongwen/read/number"      // the document number was put into the form of 7.2.5
	CodeNumbering   fazhi.Code = "gongwen/read/numbering"   // a form of automatic numbers is not known; written 1, 2, 3
	CodeOutside     fazhi.Code = "gongwen/read/outside"     // text around the document is kept apart
	CodePart        fazhi.Code = "gongwen/read/part"        // another file that is built in is left out
	CodePicture     fazhi.Code = "gongwen/read/picture"     // a picture or chart is left out
	CodeRevisions   fazhi.Code = "gongwen/read/revisions"   // tracked changes were taken as accepted
	CodeSymbol      fazhi.Code = "gongwen/read/symbol"      // a character exists only in a symbol font
	CodeTable       fazhi.Code = "gongwen/read/table"       // merged cells were taken apart, or a table within a table flattened
	CodeTextBox     fazhi.Code = "gongwen/read/textbox"     // text of a text box follows after its paragraph
)
