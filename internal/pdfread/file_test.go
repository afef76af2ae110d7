package pdfread_test

import (
	"bytes"
	"compress/lzw"
	"encoding/ascii85"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/pdfread"
)

const hello = "BT /F 10 Tf 20 50 Td (Hello) Tj ET"

func TestATableOfReferences(t *testing.T) {
	p := read(t, page(hello).bytes(root))
	require.Equal(t, "Hello", text(p))
	require.Equal(t, [2]float64{200, 100}, [2]float64{p.Width, p.Height})
}

// packed writes the page with objects 1 to 3 in an object stream and references in a stream, predicted as PNG does.
func packed(t *testing.T) []byte {
	t.Helper()
	b := page(hello)
	inside := []string{b.objects[0][1], b.objects[1][1], b.objects[2][1]}
	b.objects = b.objects[3:]
	head, body := "", ""
	for i, o := range inside {
		head += fmt.Sprintf("%d %d ", i+1, len(body))
		body += o + " "
	}
	data := deflate(head + body)
	b.add(6, "<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", len(head), len(data), data)
	plain := b.bytes("")
	plain = plain[:bytes.LastIndex(plain, []byte("xref\n0 1"))]
	var rows bytes.Buffer
	previous := make([]byte, 5)
	row := func(kind, a, c int) {
		now := []byte{byte(kind), byte(a >> 16), byte(a >> 8), byte(a), byte(c)}
		rows.WriteByte(2)
		for i := range now {
			rows.WriteByte(now[i] - previous[i])
		}
		previous = now
	}
	row(0, 0, 0)
	for i := range inside {
		row(2, 6, i)
	}
	for _, n := range []int{4, 5, 6} {
		row(1, bytes.Index(plain, []byte(fmt.Sprintf("%d 0 obj", n))), 0)
	}
	row(1, len(plain), 0)
	table := deflate(rows.String())
	return fmt.Appendf(plain, "7 0 obj\n<</Type/XRef/Size 8/W[1 3 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 5>>/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF",
		len(table), table, len(plain))
}

func TestStreamsOfReferencesAndObjects(t *testing.T) {
	require.Equal(t, "Hello", text(read(t, packed(t))))
}

func TestBrokenReferencesAreRebuilt(t *testing.T) {
	table, streams := page(hello).bytes(root), packed(t)
	for name, file := range map[string][]byte{
		"offsets that are wrong":      regexp.MustCompile(`\d{10} 00000 n`).ReplaceAll(table, []byte("0000000007 00000 n")),
		"no table":                    bytes.ReplaceAll(table, []byte("xref"), []byte("yref")),
		"cut off":                     table[:bytes.Index(table, []byte("trailer"))],
		"bytes before the file":       append([]byte("HTTP/1.1 200 OK\r\n\r\n"), table...),
		"a table that is a loop":      bytes.Replace(table, []byte(root), []byte(root+"/Prev 0"), 1),
		"streams and no place to go":  bytes.Replace(streams, []byte("startxref"), []byte("startyref"), 1),
		"streams with a wrong offset": regexp.MustCompile(`startxref\n\d+`).ReplaceAll(streams, []byte("startxref\n5")),
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, "Hello", text(read(t, file))) })
	}
}

func TestANewerTableCounts(t *testing.T) {
	old := page(hello).bytes(root)
	start := bytes.LastIndex(old, []byte("xref\n0 1"))
	file := append([]byte{}, old...)
	at := len(file)
	file = append(file, "4 0 obj\n<</Length 39>>\nstream\nBT /F 10 Tf 20 50 Td (New) Tj ET      \nendstream\nendobj\n"...)
	table := len(file)
	file = fmt.Appendf(file, "xref\n4 1\n%010d 00000 n \ntrailer\n<<%s/Prev %d>>\nstartxref\n%d\n%%%%EOF", at, root, start, table)
	require.Equal(t, "New", text(read(t, file)))
}

func TestFilters(t *testing.T) {
	var byLZW bytes.Buffer
	w := lzw.NewWriter(&byLZW, lzw.MSB, 8)
	long := strings.Repeat("% a comment that repeats itself 0123456789 and more\n", 300) + hello
	_, err := w.Write([]byte(long))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	by85 := make([]byte, ascii85.MaxEncodedLen(len(hello)))
	by85 = by85[:ascii85.Encode(by85, []byte(hello))]
	for name, k := range map[string][2]string{
		"deflate":             {"/Filter/FlateDecode", deflate(hello)},
		"deflate, short":      {"/Filter/Fl", deflate(hello)[:len(deflate(hello))-3]},
		"LZW":                 {"/Filter/LZWDecode/DecodeParms<</EarlyChange 0>>", byLZW.String()},
		"hexadecimal":         {"/Filter/ASCIIHexDecode", hex.EncodeToString([]byte(hello)) + ">"},
		"base 85":             {"/Filter[/ASCII85Decode]", string(by85) + "~>"},
		"runs":                {"/Filter/RunLengthDecode", string(rune(len(hello)-1)) + hello + "\xfe \x80"},
		"two, one in another": {"/Filter[/ASCIIHexDecode/FlateDecode]", hex.EncodeToString([]byte(deflate(hello))) + ">"},
	} {
		t.Run(name, func(t *testing.T) {
			b := page("")
			b.objects = append(b.objects[:3], b.objects[4])
			b.stream(4, k[0], k[1])
			require.Equal(t, "Hello", text(read(t, b.bytes(root))))
		})
	}
}

func TestPredictors(t *testing.T) {
	rows := [][]byte{[]byte(hello[:17]), []byte(hello[17:34])}
	for kind := range byte(5) {
		var data bytes.Buffer
		previous := make([]byte, 17)
		for _, row := range rows {
			data.WriteByte(kind)
			for i, c := range row {
				var left, corner byte
				if i > 0 {
					left, corner = row[i-1], previous[i-1]
				}
				up := previous[i]
				data.WriteByte(c - [...]byte{0, left, up, byte((int(left) + int(up)) / 2), paeth(left, up, corner)}[kind])
			}
			previous = row
		}
		b := page("")
		b.objects = append(b.objects[:3], b.objects[4])
		b.stream(4, "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 17>>", deflate(data.String()))
		require.Equal(t, "Hello", text(read(t, b.bytes(root))), "kind %d", kind)
	}
}

func paeth(a, b, c byte) byte {
	distance := func(v byte) int {
		d := int(a) + int(b) - int(c) - int(v)
		return max(d, -d)
	}
	best := a
	for _, v := range []byte{b, c} {
		if distance(v) < distance(best) {
			best = v
		}
	}
	return best
}

func TestFilesThatAreRefused(t *testing.T) {
	for name, k := range map[string]struct {
		file []byte
		want error
	}{
		"nothing":     {nil, pdfread.ErrFormat},
		"another":     {[]byte("PK\x03\x04"), pdfread.ErrFormat},
		"no pages":    {[]byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj"), pdfread.ErrFormat},
		"encrypted":   {page(hello).bytes(root + "/Encrypt<</Filter/Standard>>"), pdfread.ErrEncrypted},
		"a bomb":      {bomb(), pdfread.ErrLimit},
		"many glyphs": {many(), pdfread.ErrLimit},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := pdfread.Open(k.file)
			if err == nil {
				_, err = f.Page(0)
			}
			require.ErrorIs(t, err, k.want)
		})
	}
}

// bomb has a form that grows to 15 MiB of blanks, ten times.
func bomb() []byte {
	b := page(strings.Repeat("/X Do\n", 10))
	b.objects[1][1] = strings.Replace(b.objects[1][1], "/Font", "/XObject<</X 6 0 R>>/Font", 1)
	data := deflate(strings.Repeat(" ", 15<<20))
	b.add(6, "<</Subtype/Form/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", len(data), data)
	return b.bytes(root)
}

// many shows half a million and more characters.
func many() []byte {
	b := page(strings.Repeat("/X Do\n", 90))
	b.objects[1][1] = strings.Replace(b.objects[1][1], "/Font", "/XObject<</X 6 0 R>>/Font", 1)
	b.stream(6, "/Subtype/Form", "BT /F 10 Tf ("+strings.Repeat("a", 6000)+") Tj ET")
	return b.bytes(root)
}

// Loops and depths of every sort end.
func TestHostileFilesEnd(t *testing.T) {
	loop := page("/X Do")
	loop.objects[1][1] = strings.Replace(loop.objects[1][1], "/Font", "/XObject<</X 6 0 R>>/Font", 1)
	loop.stream(6, "/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>", "/X Do /X Do")
	length := page(hello)
	length.objects[3][1] = strings.Replace(length.objects[3][1], "/Length 34", "/Length 4 0 R", 1)
	kids := page(hello)
	kids.objects[1][1] = strings.Replace(kids.objects[1][1], "[3 0 R]", "[2 0 R 3 0 R 2 0 R]", 1)
	for name, file := range map[string][]byte{
		"a form in itself":        loop.bytes(root),
		"a length that is itself": length.bytes(root),
		"a node that is its kid":  kids.bytes(root),
		"brackets":                page(strings.Repeat("[", 100_000) + hello).bytes(root),
		"dictionaries":            page(strings.Repeat("<<", 100_000) + hello).bytes(root),
		"q without end":           page(strings.Repeat("q ", 100_000) + hello).bytes(root),
		"a string without end":    page(hello + "(" + strings.Repeat("(", 100_000)).bytes(root),
	} {
		t.Run(name, func(t *testing.T) { require.NotNil(t, read(t, file)) })
	}
	numbers := binary.BigEndian.AppendUint64(nil, 1<<63)
	_, err := pdfread.Open(append([]byte("%PDF-1.5\nstartxref\n99999999999999999999\n"), numbers...))
	require.ErrorIs(t, err, pdfread.ErrFormat)
}
