package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// A reading is what a reader of PDF finds in a file of this package: it knows just enough to measure.
type reading struct {
	objects map[int]string // what stands between obj and endobj
	fonts   map[string]*readFont
	pages   []readPage
}

type readFont struct {
	name   string
	widths map[int]float64
	text   map[int]string
}

type readPage struct {
	glyphs []glyph
	rules  []stroke
}

// A glyph is one character with its place in points, from the bottom left corner.
type glyph struct {
	text          string
	font          string
	size          float64
	x, y, advance float64 // advance without spacing
}

type stroke struct{ x1, y1, x2, y2, width float64 }

var (
	objectStart = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	reference   = regexp.MustCompile(`(\d+) 0 R`)
)

func read(t *testing.T, file []byte) *reading {
	t.Helper()
	r := &reading{objects: map[int]string{}, fonts: map[string]*readFont{}}
	r.checkOffsets(t, file)
	for n, body := range r.objects {
		if strings.Contains(body, "/Font<<") {
			for _, m := range regexp.MustCompile(`/(F\d+) (\d+) 0 R`).FindAllStringSubmatch(body, -1) {
				r.fonts[m[1]] = r.font(t, number(t, m[2]))
			}
		}
		_ = n
	}
	kids := regexp.MustCompile(`/Kids \[([^\]]*)\]`).FindStringSubmatch(r.objects[1])[1]
	for _, m := range reference.FindAllStringSubmatch(kids, -1) {
		contents := regexp.MustCompile(`/Contents (\d+)`).FindStringSubmatch(r.objects[number(t, m[1])])
		r.pages = append(r.pages, r.page(t, r.stream(t, number(t, contents[1]))))
	}
	return r
}

// checkOffsets reads the objects by the table of offsets, which must be right.
func (r *reading) checkOffsets(t *testing.T, file []byte) {
	t.Helper()
	at := bytes.LastIndex(file, []byte("startxref\n"))
	start := number(t, strings.Fields(string(file[at:]))[1])
	lines := strings.Split(string(file[start:at]), "\n")
	require.Equal(t, "xref", lines[0])
	count := number(t, strings.Fields(lines[1])[1])
	for n := 1; n < count; n++ {
		offset := number(t, strings.TrimLeft(lines[2+n][:10], "0"))
		head := fmt.Sprintf("%d 0 obj\n", n)
		require.True(t, bytes.HasPrefix(file[offset:], []byte(head)), "object %d", n)
		body, _, ok := bytes.Cut(file[offset+len(head):], []byte("\nendobj\n"))
		require.True(t, ok)
		r.objects[n] = string(body)
	}
	require.Equal(t, count-1, len(objectStart.FindAll(file, -1)))
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	require.NoError(t, err)
	return n
}

// stream returns the data of an object, uncompressed.
func (r *reading) stream(t *testing.T, n int) []byte {
	t.Helper()
	head, data, ok := strings.Cut(r.objects[n], ">>\nstream\n")
	require.True(t, ok)
	length := number(t, strings.Fields(head[strings.Index(head, "/Length ")+len("/Length "):])[0])
	require.Equal(t, "\nendstream", data[length:])
	z, err := zlib.NewReader(strings.NewReader(data[:length]))
	require.NoError(t, err)
	out, err := io.ReadAll(z)
	require.NoError(t, err)
	return out
}

func (r *reading) follow(t *testing.T, body, key string) int {
	t.Helper()
	_, after, ok := strings.Cut(body, key)
	require.True(t, ok, key)
	return number(t, reference.FindStringSubmatch(after)[1])
}

func (r *reading) font(t *testing.T, n int) *readFont {
	t.Helper()
	body := r.objects[n]
	f := &readFont{name: regexp.MustCompile(`/BaseFont/([^/]*)`).FindStringSubmatch(body)[1], widths: map[int]float64{}, text: map[int]string{}}
	descendant := r.objects[r.follow(t, body, "/DescendantFonts[")]
	w := descendant[strings.Index(descendant, "/W[")+3:]
	for _, m := range regexp.MustCompile(`(\d+)\[([^\]]*)\]`).FindAllStringSubmatch(w, -1) {
		for i, width := range strings.Fields(m[2]) {
			f.widths[number(t, m[1])+i] = float64(number(t, width))
		}
	}
	descriptor := r.objects[r.follow(t, descendant, "/FontDescriptor ")]
	ttf := r.stream(t, r.follow(t, descriptor, "/FontFile2 "))
	require.Equal(t, "\x00\x01\x00\x00", string(ttf[:4]))
	for _, m := range regexp.MustCompile(`<(....)><([0-9a-f]*)>\n`).FindAllStringSubmatch(string(r.stream(t, r.follow(t, body, "/ToUnicode "))), -1) {
		f.text[codes(t, m[1])[0]] = string(utf16.Decode(units(codes(t, m[2]))))
	}
	return f
}

func units(codes []int) []uint16 {
	var out []uint16
	for _, c := range codes {
		out = append(out, uint16(c))
	}
	return out
}

// codes reads numbers of four hexadecimal digits.
func codes(t *testing.T, s string) []int {
	t.Helper()
	b, err := hex.DecodeString(s)
	require.NoError(t, err)
	var out []int
	for i := 0; i+1 < len(b); i += 2 {
		out = append(out, int(b[i])<<8|int(b[i+1]))
	}
	return out
}

// page interprets the operators that this package writes.
func (r *reading) page(t *testing.T, content []byte) readPage {
	t.Helper()
	var p readPage
	var args []string
	var font *readFont
	var size, spacing, x, y, width, px, py float64
	arg := func(i int) float64 { // from the end
		v, err := strconv.ParseFloat(args[len(args)-i], 64)
		require.NoError(t, err)
		return v
	}
	for _, token := range strings.Fields(string(content)) {
		switch token {
		case "Tf":
			font, size = r.fonts[args[len(args)-2][1:]], arg(1)
			require.NotNil(t, font)
		case "Tc":
			spacing = arg(1)
		case "Tm":
			x, y = arg(2), arg(1)
		case "Tj":
			for _, c := range codes(t, strings.Trim(args[len(args)-1], "<>")) {
				w, ok := font.widths[c]
				if !ok {
					w = 1000
				}
				require.NotEmpty(t, font.text[c])
				p.glyphs = append(p.glyphs, glyph{font.text[c], font.name, size, x, y, w * size / 1000})
				x += w*size/1000 + spacing
			}
		case "w":
			width = arg(1)
		case "m":
			px, py = arg(2), arg(1)
		case "l":
			p.rules = append(p.rules, stroke{px, py, arg(2), arg(1), width})
		default:
			args = append(args, token)
			continue
		}
		args = args[:0]
	}
	return p
}

// text returns the characters of the whole file in the order in which they are drawn.
func (r *reading) text() string {
	var b strings.Builder
	for _, p := range r.pages {
		for _, g := range p.glyphs {
			b.WriteString(g.text)
		}
	}
	return b.String()
}
