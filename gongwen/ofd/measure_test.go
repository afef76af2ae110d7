package ofd_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// near is by how much places in the file may differ from the layout's, in points: micrometres are rounded.
const near = 0.01

// laid returns a document as it is set, and what is read from the file of it.
func laid(t *testing.T, d *gongwen.Document) (*layout.Pages, *reading) {
	t.Helper()
	pages, _, err := layout.Lay(d, gongwen.GB9704(), embedded(t))
	require.NoError(t, err)
	r, err := read(render(t, d))
	require.NoError(t, err)
	require.Len(t, r.pages, len(pages.Pages))
	return pages, r
}

// readingOrder returns the lines of a page with the labels of its drawings among them.
func readingOrder(p *layout.Page) []layout.Line {
	var out []layout.Line
	for i := 0; i <= len(p.Lines); i++ {
		for _, picture := range p.Pictures {
			if picture.Before == i {
				out = append(out, picture.Labels...)
			}
		}
		if i < len(p.Lines) {
			out = append(out, p.Lines[i])
		}
	}
	return out
}

// asText is what a reader copies for a character: what is no text has become U+FFFD.
func asText(r rune) string {
	if slices.Contains([]rune{0, 0x202e, 0xffff}, r) {
		return "\ufffd"
	}
	return string(r)
}

// Every character of the file is that of the layout and stands where the layout has put it, upright or turned.
func TestFileAgreesWithLayout(t *testing.T) {
	turned, total := 0, 0
	for _, d := range samples(t) {
		more, characters := agree(t, d)
		turned, total = turned+more, total+characters
	}
	require.Greater(t, turned, 5)
	require.Greater(t, total, 5000)
}

// So it is in 1,000 invented documents: the lines of the layout, of which its own tests say what they are like, are those of
// the file.
func TestInventedDocuments(t *testing.T) {
	total := 0
	for n := range many(t) {
		_, characters := agree(t, gongwentest.Invent(n))
		total += characters
	}
	t.Logf("%d characters", total)
}

// many is how many invented documents are read back: all 1,000 where there is time.
func many(t *testing.T) int {
	t.Helper()
	if os.Getenv("FAZHI_THOUSAND") == "" {
		return 50
	}
	return 1000
}

// agree compares a file with its layout, and returns how many objects are turned and how many characters there are.
func agree(t *testing.T, d *gongwen.Document) (turned, total int) {
	t.Helper()
	pages, r := laid(t, d)
	for i := range pages.Pages {
		var glyphs []glyph
		for _, o := range r.pages[i].texts {
			glyphs = append(glyphs, o.glyphs...)
			if o.turned {
				turned++
			}
		}
		for _, l := range readingOrder(&pages.Pages[i]) {
			for _, run := range l.Runs {
				n := len([]rune(run.Text))
				checkRun(t, &pages.Profile, l, run, glyphs[:n])
				glyphs, total = glyphs[n:], total+n
			}
		}
		require.Empty(t, glyphs, "page %d", i+1)
	}
	return turned, total
}

func checkRun(t *testing.T, p *gongwen.Profile, l layout.Line, run layout.Run, glyphs []glyph) {
	t.Helper()
	x := run.X
	for i, r := range []rune(run.Text) {
		g := glyphs[i]
		wantX, wantY := x, l.Y
		if l.Turned {
			wantX, wantY = layout.Upright(p, x, l.Y)
		}
		require.Equal(t, asText(r), g.text)
		require.InDelta(t, wantX.Points(), g.x, near, run.Text)
		require.InDelta(t, wantY.Points(), g.y, near, run.Text)
		require.InDelta(t, run.Size.Points(), g.size, 0.0001)
		require.Equal(t, run.Font.Name(), g.font.family)
		drawn, width := r, run.Size
		if run.Missing {
			drawn = layout.Box
		}
		source := run.Font.TrueType()
		id, ok := source.Glyph(drawn)
		require.True(t, ok)
		if !run.Missing {
			width = run.Size * gongwen.Length(run.Font.Width(id)) / 1000
		}
		require.Equal(t, source.Bounds(id), g.font.ttf.Bounds(sfntID(g.id)), "%q", r)
		require.Equal(t, source.Advance(id), g.font.ttf.Advance(sfntID(g.id)), "%q", r)
		x += width + run.Spacing
	}
}

// Whoever goes by the character map of the font instead of the list of glyphs sees the same, and the box for what is
// missing; characters beyond the basic plane he must look up in the list.
func TestCharacterMaps(t *testing.T) {
	for _, d := range []*gongwen.Document{report(), upward(t), names()} {
		_, r := laid(t, d)
		for _, p := range r.pages {
			for _, o := range p.texts {
				for _, g := range o.glyphs {
					c := []rune(g.text)[0]
					if c < 0x10000 {
						id, ok := g.font.ttf.Glyph(c)
						require.True(t, ok, "%q", c)
						require.Equal(t, g.font.ttf.Bounds(sfntID(g.id)), g.font.ttf.Bounds(id), "%q", c)
					}
				}
			}
		}
	}
}

// No ink reaches out of the box of its object, where a reader would cut it off.
func TestBoundariesHoldTheInk(t *testing.T) {
	for name, d := range samples(t) {
		_, r := laid(t, d)
		for _, p := range r.pages {
			for _, o := range p.texts {
				for _, g := range o.glyphs {
					ink := g.font.ttf.Bounds(sfntID(g.id))
					unit := g.size / float64(g.font.ttf.UnitsPerEm())
					left, right := float64(ink.XMin)*unit, float64(ink.XMax)*unit
					up, down := float64(ink.YMax)*unit, -float64(ink.YMin)*unit
					got := [4]float64{g.x + left, g.y - up, g.x + right, g.y + down}
					if o.turned {
						got = [4]float64{g.x - up, g.y - right, g.x + down, g.y - left}
					}
					require.GreaterOrEqual(t, got[0], o.box[0]-near, "%s: %s", name, g.text)
					require.GreaterOrEqual(t, got[1], o.box[1]-near, "%s: %s", name, g.text)
					require.LessOrEqual(t, got[2], o.box[2]+near, "%s: %s", name, g.text)
					require.LessOrEqual(t, got[3], o.box[3]+near, "%s: %s", name, g.text)
				}
			}
		}
	}
}

// Rules come first on their page, at their places, in their colours.
func TestRules(t *testing.T) {
	red := 0
	for _, d := range samples(t) {
		pages, r := laid(t, d)
		for i, page := range pages.Pages {
			for j, rule := range page.Rules {
				p := r.pages[i].paths[j]
				x1, y1 := p.spot(0)
				x2, y2 := p.spot(1)
				require.InDelta(t, rule.X1.Points(), x1, near)
				require.InDelta(t, rule.Y1.Points(), y1, near)
				require.InDelta(t, rule.X2.Points(), x2, near)
				require.InDelta(t, rule.Y2.Points(), y2, near)
				require.InDelta(t, rule.Thickness.Points(), p.width, near)
				require.InDelta(t, min(x1, x2)-p.width/2, p.box[0], near, "the box holds the ink")
				require.InDelta(t, max(y1, y2)+p.width/2, p.box[3], near)
				require.Equal(t, map[bool]string{true: "255 0 0", false: "0 0 0"}[rule.Red], p.stroke)
				if rule.Red {
					red++
				}
			}
		}
	}
	require.Positive(t, red)
}

// The mark is red, and nothing else is.
func TestRedIsTheMark(t *testing.T) {
	pages, r := laid(t, upward(t))
	var want, got strings.Builder
	for _, l := range pages.Pages[0].Lines {
		if l.Role == layout.RoleMark {
			for _, run := range l.Runs {
				want.WriteString(run.Text)
			}
		}
	}
	for _, p := range r.pages {
		for _, o := range p.texts {
			for _, g := range o.glyphs {
				if o.red {
					got.WriteString(g.text)
				}
			}
		}
	}
	require.NotEmpty(t, want.String())
	require.Equal(t, want.String(), got.String())
}

// Areas, lines and curves of a drawing stand at their places, and an image fills its own.
func TestPictures(t *testing.T) {
	pages, r := laid(t, upward(t))
	images := 0
	for i, page := range pages.Pages {
		paths := r.pages[i].paths[len(page.Rules):]
		for _, picture := range page.Pictures {
			if picture.Image != nil {
				image := r.pages[i].images[0]
				r.pages[i].images = r.pages[i].images[1:]
				images++
				require.Equal(t, picture.Image.Data, image.data)
				require.Equal(t, picture.Image.Alt, image.name)
				require.InDelta(t, picture.X.Points(), image.box[0], near)
				require.InDelta(t, (picture.Y + picture.Height).Points(), image.box[3], near)
				ctm, err := numbers(image.ctm)
				require.NoError(t, err)
				require.InDeltaSlice(t, []float64{picture.Width.Millimetres(), 0, 0, picture.Height.Millimetres(), 0, 0}, ctm, near)
				continue
			}
			require.Len(t, paths, 4)
			x, y := paths[0].spot(0)
			require.InDelta(t, (picture.X + gongwen.MM(10)).Points(), x, near)
			require.InDelta(t, (picture.Y + gongwen.MM(10)).Points(), y, near)
			require.Equal(t, [2]string{"", "31 119 180"}, [2]string{paths[0].stroke, paths[0].fill})
			require.Equal(t, [2]string{"0 0 0", "255 127 14"}, [2]string{paths[1].stroke, paths[1].fill})
			require.Equal(t, "B", paths[3].data[3])
			require.Equal(t, "C", paths[3].data[10])
			paths = nil
		}
		require.Empty(t, paths)
	}
	require.Equal(t, 3, images)
	require.Len(t, r.media, 2, "the same image is kept once")
}

// A drawing that is made smaller is smaller in all its parts.
func TestDrawingIsScaled(t *testing.T) {
	big := chart()
	big.Width, big.Height = 2*gongwen.GB9704().TextWidth, gongwen.MM(60)
	pages, r := laid(t, &gongwen.Document{Body: []gongwen.Block{big}})
	picture, p := pages.Pages[0].Pictures[0], r.pages[0].paths[1]
	x, _ := p.spot(0)
	require.InDelta(t, (picture.X + gongwen.MM(20)).Points(), x, near)
	require.InDelta(t, gongwen.MM(0.15).Points(), p.width, near)
}
