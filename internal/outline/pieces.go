package outline

import (
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi/gongwen"
)

// Of a row, so many characters of each cell are a piece: cells break in their own way.
const firstOfCell = 6

// Pieces returns what must be found of a document wherever it is printed, in its order and without blanks: its lines without labels
// and without numbers of items, of rows the beginning of each cell. The organs of the signature are not among them, since they are
// set apart to fit the date, nor are the words of pictures and the foot of the last page.
func Pieces(d *gongwen.Document) []string {
	var out []string
	for line := range strings.Lines(Of(d)) {
		for _, piece := range pieces(strings.TrimSpace(line)) {
			if piece = squeeze(piece); piece != "" {
				out = append(out, piece)
			}
		}
	}
	return out
}

func pieces(line string) []string {
	if cells, ok := strings.CutPrefix(line, "| "); ok {
		return beginnings(cells)
	}
	label, value, _ := strings.Cut(line, "：")
	switch label {
	case "署名", "图", "印发":
		return nil
	case "标志", "文号", "标题", "主送", "附件", "日期", "附注", "抄送", "表":
		return []string{value}
	}
	return []string{unnumbered(line)}
}

func beginnings(cells string) (out []string) {
	for cell := range strings.SplitSeq(strings.TrimSuffix(cells, "|"), " | ") {
		first := []rune(squeeze(cell))
		out = append(out, string(first[:min(firstOfCell, len(first))]))
	}
	return out
}

// unnumbered takes off the number of an item, which a renderer may write in another way.
func unnumbered(line string) string {
	rest, ok := strings.CutPrefix(line, "（")
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if item, closed := strings.CutPrefix(rest[digits:], "）"); ok && digits > 0 && closed {
		return item
	}
	return line
}

func squeeze(s string) string { return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), "") }
