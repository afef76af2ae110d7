package read

import (
	"strings"

	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// Names of styles that say what a paragraph is: those of gongwen/docx, in lower case, and Word's own.
const (
	styleMark       = "发文机关标志"
	styleNumber     = "发文字号"
	styleLabel      = "密级和紧急程度"
	styleAttachment = "附件标记"
	styleNote       = "附注"
	styleTo         = "salutation"
	styleSignature  = "signature"
	styleDate       = "date"
	styleCaption    = "caption"
)

// doubleRule is how gongwen/docx names the drawings of a red double rule (10.1).
const doubleRule = "红色双线"

// hasDoubleRed reports whether a paragraph has a red rule of two lines above or below it.
func hasDoubleRed(props *ooxml.Node) bool {
	for _, side := range [...]string{"w:top", "w:bottom"} {
		rule := props.Child("w:pBdr", side)
		kind := strings.ToLower(rule.Get("w:val"))
		if strings.EqualFold(rule.Get("w:color"), "FF0000") && (strings.Contains(kind, "thick") || kind == "double") {
			return true
		}
	}
	return false
}

// jointMark reads a table that is the mark of a joint document (联合行文, 7.2.4): one row, the names of the organs in its
// first cell, and 文件 in the second, if there is one.
func (w *word) jointMark(n *ooxml.Node, cell string) bool {
	rows := unwrap(n, "w:tr")
	if len(rows) != 1 {
		return false
	}
	cells := unwrap(rows[0], "w:tc")
	if len(cells) == 0 || len(cells) > 2 || !w.isStyledMark(cells) && !w.isPlainMark(cells) {
		return false
	}
	for i, tc := range cells {
		for _, p := range w.cellPieces(tc) {
			p.cell, p.joint, p.style = cell, i == 0, styleMark
			w.pieces = append(w.pieces, p)
		}
	}
	return true
}

// isStyledMark reports whether all paragraphs of the cells have the style of marks.
func (w *word) isStyledMark(cells []*ooxml.Node) bool {
	for _, tc := range cells {
		for _, n := range tc.Nodes {
			if n.Name != "w:tcPr" && (n.Name != "w:p" || w.styles.of(n.Child("w:pPr")).name != styleMark) {
				return false
			}
		}
	}
	return true
}

// isPlainMark reports whether the first table of a file has nothing but names of organs beside the word 文件.
func (w *word) isPlainMark(cells []*ooxml.Node) bool {
	const mostLabels = 3 // number of copy, secrecy, urgency
	if len(cells) != 2 || len(w.pieces) > mostLabels || strings.Map(dropBlank, printedText(cells[1])) != "文件" {
		return false
	}
	names := 0
	for _, n := range cells[0].Nodes {
		text := printedText(n)
		if n.Name == "w:tcPr" || n.Name == "w:p" && text == "" {
			continue
		}
		if n.Name != "w:p" || !isOrgan(piece{text: text}) {
			return false
		}
		names++
	}
	return names > 1
}
