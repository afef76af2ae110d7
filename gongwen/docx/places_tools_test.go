//go:build tools

package docx_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/internal/office"
)

// A print is a page as it comes out of the printer, in points of a tenth of a millimetre.
type print struct {
	width, height int
	points        []byte // red, green, blue
}

// printed has poppler draw a page of a PDF.
func printed(t *testing.T, path string, page int) print {
	t.Helper()
	prefix, n := path+strconv.Itoa(page), strconv.Itoa(page)
	run(t, "pdftoppm", "-r", "254", "-f", n, "-l", n, "-singlefile", path, prefix)
	b, err := os.ReadFile(prefix + ".ppm")
	require.NoError(t, err)
	var p print
	_, err = fmt.Fscanf(bytes.NewReader(b), "P6\n%d %d\n255\n", &p.width, &p.height)
	require.NoError(t, err)
	p.points = b[len(b)-3*p.width*p.height:]
	return p
}

// A box is where ink is, in millimetres.
type box struct{ left, top, right, bottom float64 }

// ink returns the box around the ink within an area, red or not.
func (p print) ink(within box, red bool) box {
	out := box{1e9, 1e9, -1, -1}
	for y := int(within.top * 10); y < min(int(within.bottom*10), p.height); y++ {
		for x := int(within.left * 10); x < min(int(within.right*10), p.width); x++ {
			i := 3 * (y*p.width + x)
			r, g := p.points[i], p.points[i+1]
			if r > 150 == red && g < 128 {
				mx, my := float64(x)/10, float64(y)/10
				out = box{min(out.left, mx), min(out.top, my), max(out.right, mx), max(out.bottom, my)}
			}
		}
	}
	return out
}

const near = 0.5 // millimetres

// What the standard puts at a place of the page is there in LibreOffice too.
func TestLibreOfficePlaces(t *testing.T) {
	dir := t.TempDir()
	throughLibreOffice(t, dir, map[string]*gongwen.Document{
		"letter": gongwentest.Letter(), "order": gongwentest.Order(), "minutes": gongwentest.Minutes(), "joint": gongwentest.Joint(),
		"elements": gongwentest.Elements(),
	})
	page := func(name string, n int) print { return printed(t, filepath.Join(dir, name+".pdf"), n) }
	t.Run("letter", func(t *testing.T) {
		p := page("letter", 1)
		mark := p.ink(box{0, 0, 210, 44.5}, true)
		require.InDelta(t, 30, mark.top, near)
		rules := p.ink(box{0, 44.5, 210, 60}, true)
		require.InDelta(t, 20, rules.left, near)
		require.InDelta(t, 190, rules.right, near)
		require.InDelta(t, 277, p.ink(box{0, 200, 210, 297}, true).top, near)
		require.Equal(t, -1.0, p.ink(box{0, 262, 210, 297}, false).right, "no page number")
		require.Less(t, p.ink(box{0, 262, 210, 297}, true).bottom, 280.0)
	})
	t.Run("order", func(t *testing.T) {
		require.InDelta(t, 37+20, page("order", 1).ink(box{0, 0, 210, 80}, true).top, near)
	})
	t.Run("minutes", func(t *testing.T) {
		require.InDelta(t, 37+35, page("minutes", 1).ink(box{0, 0, 210, 100}, true).top, near)
	})
	t.Run("joint", func(t *testing.T) {
		p := page("joint", 1)
		require.InDelta(t, 37+35, p.ink(box{0, 0, 210, 100}, true).top, near)
		names, word := p.ink(box{0, 60, 160, 105}, true), p.ink(box{165, 60, 210, 105}, true)
		require.InDelta(t, (names.top+names.bottom)/2, (word.top+word.bottom)/2, near)
	})
	t.Run("landscape", func(t *testing.T) {
		odd, even := page("elements", 3).ink(box{0, 0, 34, 210}, false), page("elements", 4).ink(box{0, 0, 34, 210}, false)
		require.InDelta(t, 35-7, (odd.left+odd.right)/2, 1, "the dashes lie 7 mm from the text")
		require.InDelta(t, 28+156-5.6, odd.bottom, 1, "one character from the edge that is on the right")
		require.InDelta(t, 28+5.6, even.top, 1, "one character from the edge that is on the left")
		shown, err := office.PDFPages(filepath.Join(dir, "elements.pdf"))
		require.NoError(t, err)
		require.InDelta(t, 841.9, shown[3].Width, 0.1)
	})
}
