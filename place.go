package fazhi

import (
	"fmt"
	"strconv"
	"strings"
)

// A Path is a place within a document, written as a JSON Pointer (RFC 6901): "/parties/0/creditCode". The empty path
// is the whole document.
type Path string

// At builds the path to a field; each part is a name or an index.
//
//	fazhi.At("parties", 0, "creditCode") // /parties/0/creditCode
func At(parts ...any) Path { return Path("").At(parts...) }

// At returns the path below p.
func (p Path) At(parts ...any) Path {
	var b strings.Builder
	b.WriteString(string(p))
	for _, part := range parts {
		b.WriteByte('/')
		switch v := part.(type) {
		case string:
			b.WriteString(pointerEscape.Replace(v))
		case int:
			b.WriteString(strconv.Itoa(v))
		default:
			b.WriteString(pointerEscape.Replace(fmt.Sprint(v)))
		}
	}
	return Path(b.String())
}

var pointerEscape = strings.NewReplacer("~", "~0", "/", "~1")

// An Origin is the place in a file that a value was read from. The zero value means that the value did not come from
// a file. Cell is a name as workbooks write it ("D3"), for CSV too; in a text it is "第12行".
type Origin struct {
	File  string `json:"file,omitempty"`
	Sheet string `json:"sheet,omitempty"`
	Cell  string `json:"cell,omitempty"`
}

// String returns "合同台账.xlsx!2024!D3", leaving out what is not known.
func (o Origin) String() string {
	parts := make([]string, 0, 3)
	for _, s := range []string{o.File, o.Sheet, o.Cell} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "!")
}

// IsZero reports whether nothing is known of the origin.
func (o Origin) IsZero() bool { return o == Origin{} }

// Located is implemented by documents that remember where their fields were read. Origin reports false for a path
// that did not come from a file. Validate asks for it, so that an issue names the cell.
type Located interface {
	Origin(Path) (Origin, bool)
}
