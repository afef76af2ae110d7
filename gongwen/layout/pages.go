package layout

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Pages are a document that has been set. Positions are measured from the top left corner of the page. Nobody may change
// them; any number of goroutines may read them.
type Pages struct {
	Profile gongwen.Profile
	Fonts   *Fonts
	Pages   []Page
	Outline []Entry // headings, in order

	Title   string     // in one line
	Created fazhi.Date // 生成日期; zero if the document has none
	Props   gongwen.Props
	Files   []gongwen.File
}

// A Page is one side of paper. Lines come in reading order; pictures are drawn first, then rules, then lines.
type Page struct {
	Lines    []Line
	Rules    []Rule
	Pictures []Picture
}

// A Picture is an image or a drawing at its place. Place is that of its block.
type Picture struct {
	Place               Place
	X, Y, Width, Height gongwen.Length // X, Y: top left corner
	Before              int            // how many of the page's lines come before it in reading order

	Image   *gongwen.Image   // or
	Drawing *gongwen.Drawing // its lengths are scaled by Width/Drawing.Width
	Labels  []Line           // of the drawing, set at their places on the page, in the order of its shapes; role RoleLabel
}

// A Line is one line of text, or a part of a line that stands apart, as the cell of a table does.
type Line struct {
	Role  Role
	X, Y  gongwen.Length // left end and baseline
	Width gongwen.Length

	// The line shows runes Start to End (not included) of the text of Place. Blanks at the end and
	// invisible runes belong to it and are not drawn.
	Place      Place
	Start, End int

	Runs []Run

	// Turned lines run up the page, as on a landscape page that is bound with portrait ones (表格横排, 8). Their places,
	// and those of their runs, are measured on that landscape page, from its top left corner, which is the lower left
	// corner of the page: see Profile and Upright.
	Turned bool

	Target int // 1 + index in Outline of the heading to which a line of the table of contents leads
}

// Upright returns the place on the page, from its top left corner, of a place on the landscape page that turned lines are
// measured on: what is to the right there is up here.
func Upright(p *gongwen.Profile, x, y gongwen.Length) (gongwen.Length, gongwen.Length) {
	return y, p.Height - x
}

// A Run is a piece of a line in one font. The cell of a rune is as wide as its glyph (Font.Width × Size) plus Spacing.
type Run struct {
	Font    *Font
	Size    gongwen.Length
	Spacing gongwen.Length // after every character, the last too
	X       gongwen.Length // left end, from the left edge of the page
	Width   gongwen.Length
	Text    string
	Red     bool        // drawn in Profile.Red
	Ink     gongwen.Ink // of labels of drawings; zero: black, or red as Red says
	Missing bool        // no font has these characters: each is drawn as Box in a cell of Size + Spacing; Font may be nil
}

// A Rule is a straight line. Its ink reaches Thickness/2 to both sides.
type Rule struct {
	X1, Y1, X2, Y2 gongwen.Length
	Thickness      gongwen.Length
	Red            bool
}

// An Entry is a heading in the outline.
type Entry struct {
	Level int // from 1
	Text  string
	Page  int            // index in Pages.Pages
	Y     gongwen.Length // top of its line
}

// Role says what a line is.
type Role uint8

// The roles.
const (
	RoleBody            Role = iota // 正文 (7.3.3)
	RoleCopy                        // 份号 (7.2.1)
	RoleSecrecy                     // 密级和保密期限 (7.2.2)
	RoleUrgency                     // 紧急程度 (7.2.3)
	RoleMark                        // 发文机关标志 (7.2.4)
	RoleNumber                      // 发文字号 (7.2.5)
	RoleSigner                      // 签发人 (7.2.6)
	RoleTitle                       // 标题 (7.3.1), of an attachment too
	RoleTo                          // 主送机关 (7.3.2)
	RoleHeading1                    // 一、; of a heading that runs in, the first line
	RoleHeading2                    // （一）
	RoleHeading3                    // 1.
	RoleHeading4                    // （1）
	RoleList                        // item of a list
	RoleCaption                     // title of a table
	RoleTableHeader                 // 表头
	RoleTableCell                   // cell below the header
	RoleAttachmentNote              // 附件说明 (7.3.4)
	RoleOrgan                       // 发文机关署名 (7.3.5)
	RoleDate                        // 成文日期 (7.3.5.4)
	RoleNote                        // 附注 (7.3.6)
	RoleAttachmentLabel             // 附件 and its number (7.3.7)
	RoleImprint                     // 版记 (7.4)
	RolePageNumber                  // 页码 (7.5)
	RoleSerial                      // 令号 (10.2), 期号
	RolePost                        // 签发人职务 and name (7.3.5.3)
	RoleRoll                        // 出席、请假、列席 (10.3)
	RoleContentsTitle               // 目录
	RoleContents                    // a heading in the table of contents, or its page
	RoleLeader                      // the dots between the two: no text
	RoleNoteText                    // a note after the text
	RoleLabel                       // text in a drawing
)

var roleNames = [...]string{"body", "copy", "secrecy", "urgency", "mark", "number", "signer", "title", "to", "heading1",
	"heading2", "heading3", "heading4", "list", "caption", "table-header", "table-cell", "attachment-note", "organ", "date",
	"note", "attachment-label", "imprint", "page-number", "serial", "post", "roll", "contents-title", "contents", "leader",
	"note-text", "label"}

// String returns a short English name: "heading1".
func (r Role) String() string {
	if int(r) >= len(roleNames) {
		return "role"
	}
	return roleNames[r]
}

// A Place names a text of the document.
//
// Block counts the blocks of a body as gongwen.Lower returns them. A heading that runs in and the paragraph after it are
// one text, that of the heading's block: label, heading, paragraph. The text of a heading begins with its label, that of
// an item of an ordered list with its number, that of PartTo ends in ：; a title broken by hand is its lines one after
// another. In PartHead, PartSign and PartImprint, Row says which field it is, in the order of the struct (in PartSign the
// organs, then the signatories, then the date), and Col which row of signers. In PartRolls Row is the roll, in PartNotes the
// note of the body that Attachment says, from 0. The caption of an image or drawing has Row -1. In a table of contents Row is
// the entry, from 1, the title has -1, and Col is 0 for the heading, 1 for the dots, 2 for the page number.
type Place struct {
	Part       Part
	Attachment int // in PartBody, PartTitle: 0 in the document itself, n in the n-th attachment; else index of a list
	Block      int // in PartBody
	Row, Col   int // item of a list, from 0; row of a table, 0 is the header, -1 the caption; column
}

// Part is a part of the document.
type Part uint8

// The parts.
const (
	PartBody Part = iota // of the document or of an attachment
	PartHead
	PartTitle
	PartTo
	PartAttachmentNote
	PartSign
	PartNote
	PartAttachmentLabel
	PartImprint
	PartPageNumber
	PartRolls
	PartNotes
)

// Text returns what is printed, line by line, in reading order, with a line feed after each line.
func (p *Pages) Text() string {
	var b strings.Builder
	for i := range p.Pages {
		for j := range p.Pages[i].Lines {
			for _, run := range p.Pages[i].Lines[j].Runs {
				b.WriteString(run.Text)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
