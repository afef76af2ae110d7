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
	object int
	glyphs []glyph
	rules  []stroke // outside pictures
	images []placed
}

// A glyph is one character with its place in points, from the bottom left corner.
type glyph struct {
	text          string
	font          string
	size          float64
	x, y, advance float64 // advance without spacing
	turned        bool
	colour        string
	mark          int // number of its marked content; -1: an artifact, -2: not marked
}

type stroke struct{ x1, y1, x2, y2, width float64 }

// A placed image stands in a rectangle.
type placed struct {
	name                string
	x, y, width, height float64
	mark                int
}

var (
	objectStart = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	reference   = regexp.MustCompile(`(\d+) 0 R`)
)

func read(t *testing.T, file []byte) *reading {
	t.Helper()
	r := &reading{objects: map[int]string{}, fonts: map[string]*readFont{}}
	r.checkOffsets(t, file)
	for _, body := range r.objects {
		if strings.Contains(body, "/Font<<") {
			for _, m := range regexp.MustCompile(`/(F\d+) +(\d+) 0 R`).FindAllStringSubmatch(body, -1) {
				r.fonts[m[1]] = r.font(t, number(t, m[2]))
			}
		}
	}
	kids := regexp.MustCompile(`/Kids \[([^\]]*)\]`).FindStringSubmatch(r.objects[1])[1]
	for _, m := range reference.FindAllStringSubmatch(kids, -1) {
		contents := regexp.MustCompile(`/Contents (\d+) 0 R`).FindStringSubmatch(r.objects[number(t, m[1])])
		p := r.page(t, r.stream(t, number(t, contents[1])))
		p.object = number(t, m[1])
		r.pages = append(r.pages, p)
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
	if !strings.Contains(head, "/FlateDecode") {
		return []byte(data[:length])
	}
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

// A machine interprets the operators that this package and gofpdf write.
type machine struct {
	t             *testing.T
	file          *reading
	page          readPage
	args          []string
	font          *readFont
	size, spacing float64
	x, y, width   float64
	px, py        float64
	turned        bool
	colour        string
	mark          int
	matrix        [6]float64
	inText, saved bool
	marks         int
}

func (r *reading) page(t *testing.T, content []byte) readPage {
	t.Helper()
	m := &machine{t: t, file: r, mark: -2}
	for _, token := range strings.Fields(string(content)) {
		if m.operate(token) {
			m.args = m.args[:0]
		} else {
			m.args = append(m.args, token)
		}
	}
	require.False(t, m.saved || m.inText || m.mark != -2, "something is left open")
	return m.page
}

// arg returns the i-th operand from the end.
func (m *machine) arg(i int) float64 {
	v, err := strconv.ParseFloat(m.args[len(m.args)-i], 64)
	require.NoError(m.t, err)
	return v
}

// operate reports whether a token is an operator, which it carries out.
func (m *machine) operate(token string) bool {
	switch token {
	case "BT", "ET":
		require.NotEqual(m.t, token == "BT", m.inText)
		m.inText = token == "BT"
	case "q", "Q":
		require.NotEqual(m.t, token == "q", m.saved)
		m.saved = token == "q"
	case "BMC", "BDC", "EMC":
		m.markContent(token)
	case "Tf":
		m.font, m.size = m.file.fonts[m.args[len(m.args)-2][1:]], m.arg(1)
		require.NotNil(m.t, m.font)
	case "Tc":
		m.spacing = m.arg(1)
	case "Tm":
		m.x, m.y, m.turned = m.arg(2), m.arg(1), m.args[0] == "0"
		require.Contains(m.t, []string{"1 0 0 1", "0 1 -1 0"}, strings.Join(m.args[:4], " "))
	case "rg":
		m.colour = strings.Join(m.args, " ")
	case "Tj":
		m.show(m.args[len(m.args)-1])
	case "w":
		m.width = m.arg(1)
	case "m":
		m.px, m.py = m.arg(2), m.arg(1)
	case "l":
		if m.mark == -1 {
			m.page.rules = append(m.page.rules, stroke{m.px, m.py, m.arg(2), m.arg(1), m.width})
		}
	case "Do":
		x, y := m.matrix[4], m.matrix[5]
		m.page.images = append(m.page.images, placed{m.args[0][1:], x, y, m.matrix[0], m.matrix[3], m.mark})
	case "cm":
		for i := range m.matrix {
			m.matrix[i] = m.arg(6 - i)
		}
	case "J", "j", "G", "RG", "g", "re", "W", "n", "c", "h", "f", "S", "B":
	default:
		return false
	}
	return true
}

// markContent begins or ends marked content, which is never nested here.
func (m *machine) markContent(operator string) {
	require.NotEqual(m.t, operator == "EMC", m.mark == -2, "nested or unbalanced")
	switch operator {
	case "EMC":
		m.mark = -2
	case "BMC":
		require.Equal(m.t, "/Artifact", m.args[0])
		m.mark = -1
	case "BDC":
		require.Equal(m.t, "<</MCID", m.args[1])
		m.mark = number(m.t, strings.TrimSuffix(m.args[2], ">>"))
		require.Equal(m.t, m.marks, m.mark, "numbers of marked content count from 0")
		m.marks++
	}
}

// show adds the glyphs of a string.
func (m *machine) show(s string) {
	require.True(m.t, m.inText)
	for _, c := range codes(m.t, strings.Trim(s, "<>")) {
		w, ok := m.font.widths[c]
		if !ok {
			w = 1000
		}
		require.NotEmpty(m.t, m.font.text[c])
		w *= m.size / 1000
		m.page.glyphs = append(m.page.glyphs, glyph{m.font.text[c], m.font.name, m.size, m.x, m.y, w, m.turned, m.colour, m.mark})
		if m.turned {
			m.y += w + m.spacing
		} else {
			m.x += w + m.spacing
		}
	}
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
