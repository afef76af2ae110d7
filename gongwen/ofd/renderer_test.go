package ofd_test

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts/fangsong"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
	"github.com/fazhi-go/fazhi/internal/sfnt"
)

func TestNewSaysWhatIsWrong(t *testing.T) {
	_, err := ofd.New(gongwen.GB9704(), nil)
	require.ErrorContains(t, err, "ofd: 没有字体")
	_, err = ofd.New(gongwen.Profile{}, embedded(t))
	require.ErrorContains(t, err, "ofd: layout: 版面")
}

func TestRenderPagesRefuses(t *testing.T) {
	f := embedded(t)
	r, err := ofd.New(gongwen.GB9704(), f)
	require.NoError(t, err)
	require.ErrorContains(t, r.RenderPages(io.Discard, nil), "ofd: 版面不是用这些字体排的")
	require.ErrorContains(t, r.RenderPages(io.Discard, &layout.Pages{Fonts: embedded(t)}), "ofd: 版面不是用这些字体排的")
	require.ErrorContains(t, r.RenderPages(io.Discard, &layout.Pages{Fonts: f}), "ofd: 没有一页")
}

// A renderer that has written other documents writes the same bytes as a new one.
func TestNothingIsLeftOver(t *testing.T) {
	r := renderer(t)
	docs := samples(t)
	names := slices.Sorted(maps.Keys(docs))
	for range 2 {
		for _, name := range names {
			var b bytes.Buffer
			_, err := r.Render(&b, docs[name])
			require.NoError(t, err)
			require.True(t, bytes.Equal(render(t, docs[name]), b.Bytes()), name)
		}
		slices.Reverse(names)
	}
}

// fontOf returns fonts of which the only one has but some characters.
func fontOf(t *testing.T, characters string) *layout.Fonts {
	t.Helper()
	font, err := sfnt.Parse(fangsong.TTF())
	require.NoError(t, err)
	var mappings []sfnt.Mapping
	for _, r := range characters {
		mappings = append(mappings, sfnt.Mapping{Code: uint16(r), Rune: r})
	}
	subset, err := font.Subset(mappings)
	require.NoError(t, err)
	fonts, err := layout.NewFonts([]layout.FontFile{{Face: gongwen.FangSong, Data: subset.TTF()}})
	require.NoError(t, err)
	return fonts
}

// Where no font has even the box, a missing character is drawn as four lines, and its text is kept.
func TestBoxWithoutFont(t *testing.T) {
	r, err := ofd.New(gongwen.GB9704(), fontOf(t, "甲丙"))
	require.NoError(t, err)
	var b bytes.Buffer
	issues, err := r.Render(&b, &gongwen.Document{Body: []gongwen.Block{paragraph("甲乙丙")}})
	require.NoError(t, err)
	require.NotEmpty(t, issues)
	got, err := read(b.Bytes())
	require.NoError(t, err)
	require.Contains(t, strings.ReplaceAll(got.text(), "\n", ""), "甲乙丙")
	page := got.pages[0]
	var lacking glyph
	for _, o := range page.texts {
		for _, g := range o.glyphs {
			if g.text == "乙" {
				lacking = g
			}
		}
	}
	require.Zero(t, lacking.id)
	x, y := page.paths[0].spot(0)
	require.InDelta(t, lacking.x+1.6, x, near)
	require.InDelta(t, lacking.y-0.72*16, y, near)
	require.Equal(t, "C", page.paths[0].data[12])
}

// However many characters are missing, each is drawn as a box.
func TestManyMissing(t *testing.T) {
	var b strings.Builder
	for r := rune(0xAC00); r < 0xAC00+3000; r += 3 {
		b.WriteRune(r)
	}
	_, r := laid(t, &gongwen.Document{Body: []gongwen.Block{paragraph(b.String())}})
	boxes := 0
	for _, p := range r.pages {
		for _, o := range p.texts {
			for _, g := range o.glyphs {
				if bounds := g.font.ttf.Bounds(sfntID(g.id)); g.text >= "가" && g.text <= "힣" && bounds.XMax > bounds.XMin {
					boxes++
				}
			}
		}
	}
	require.Equal(t, 1000, boxes)
}

// Pages that somebody else has made are drawn as far as they make sense.
func TestPagesMadeByHand(t *testing.T) {
	f := embedded(t)
	r, err := ofd.New(gongwen.GB9704(), f)
	require.NoError(t, err)
	run := layout.Run{Font: f.All()[0], Size: 16 * gongwen.Point, Text: "甲한乙\x00"}
	pages := &layout.Pages{Profile: gongwen.GB9704(), Fonts: f, Pages: []layout.Page{{
		Lines: []layout.Line{{Role: 99, Place: layout.Place{Part: 99}, Target: 7, Runs: []layout.Run{run, {}}},
			{Runs: []layout.Run{{Font: fontOf(t, "别处").All()[0], Size: 16 * gongwen.Point, Text: "别"}}}},
		Pictures: []layout.Picture{{}, {Image: &gongwen.Image{Data: []byte("no image")}}, {Drawing: &gongwen.Drawing{
			Shapes: []gongwen.Shape{gongwen.Label{Text: "缺"}, gongwen.Path{Fill: gongwen.RGB(1, 2, 3)}}}}},
	}}}
	var b bytes.Buffer
	require.NoError(t, r.RenderPages(&b, pages))
	got, err := read(b.Bytes())
	require.NoError(t, err)
	require.Equal(t, "甲한乙\ufffd\n别\n", got.text())
}
