package pdf

import "github.com/fazhi-go/fazhi/gongwen/layout"

// A kind is a standard type of structure (ISO 32000-1, 14.8.4).
type kind uint8

const (
	kindDocument kind = iota
	kindDiv
	kindH1
	kindH2
	kindH3
	kindH4
	kindH5
	kindH6
	kindP
	kindSpan
	kindL
	kindLI
	kindLBody
	kindTable
	kindTBody
	kindTR
	kindTH
	kindTD
	kindCaption
	kindFigure
	kindTOC
	kindTOCI
	kindReference
	kindLink
	kindNote
	artifact // what is on the page and not part of the document: page numbers, dots
)

var kindNames = [...]string{"Document", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "P", "Span", "L", "LI", "LBody", "Table",
	"TBody", "TR", "TH", "TD", "Caption", "Figure", "TOC", "TOCI", "Reference", "Link", "Note", "Artifact"}

func (k kind) String() string { return kindNames[k] }

// group returns what many kids of an element are gathered in.
func (k kind) group() kind {
	switch k {
	case kindDocument:
		return kindDiv
	case kindTable, kindTBody:
		return kindTBody
	case kindL, kindTOC:
		return k
	}
	return kindSpan
}

// roleKinds says what a line with a role is part of, where that is not a paragraph. Titles are H1: the level of a heading
// below one follows from the headings above it.
var roleKinds = [...]kind{
	layout.RoleTitle:       kindH1,
	layout.RoleHeading1:    kindH2,
	layout.RoleHeading2:    kindH3,
	layout.RoleHeading3:    kindH4,
	layout.RoleHeading4:    kindH5,
	layout.RoleList:        kindLBody,
	layout.RoleCaption:     kindCaption,
	layout.RoleTableHeader: kindTH,
	layout.RoleTableCell:   kindTD,
	layout.RolePageNumber:  artifact,
	layout.RoleContents:    kindReference,
	layout.RoleLeader:      artifact,
	layout.RoleNoteText:    kindNote,
}

// kindOf returns what a line with a role is part of.
func kindOf(r layout.Role) kind {
	if int(r) >= len(roleKinds) || roleKinds[r] == kindDocument {
		return kindP
	}
	return roleKinds[r]
}
