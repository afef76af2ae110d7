package gongwen_test

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
)

func pngOf(t *testing.T, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))))
	return b.Bytes()
}

// An image keeps its proportions and stays in the room; without a width its points are 1/150 inch.
func TestImageSize(t *testing.T) {
	i := gongwen.Image{Data: pngOf(t, 300, 150)}
	config, format, err := i.Config()
	require.NoError(t, err)
	require.Equal(t, "png", format)
	room := gongwen.MM(156)
	w, h := i.Size(config, room, room)
	require.Equal(t, 144*gongwen.Point, w)
	require.Equal(t, 72*gongwen.Point, h)
	i.Width = gongwen.MM(500)
	w, h = i.Size(config, room, room)
	require.Equal(t, room, w)
	require.Equal(t, room/2, h)
	w, h = i.Size(config, room, gongwen.MM(20))
	require.Equal(t, gongwen.MM(20), h)
	require.InDelta(t, 40, w.Millimetres(), 0.01)
}

func TestPicturesThatAreNone(t *testing.T) {
	var animated bytes.Buffer
	require.NoError(t, gif.Encode(&animated, image.NewPaletted(image.Rect(0, 0, 2, 2), color.Palette{color.Black}), nil))
	far := gongwen.Spot{X: gongwen.MM(9000)}
	drawing := func(s gongwen.Shape) gongwen.Drawing {
		return gongwen.Drawing{Width: 1, Height: 1, Shapes: []gongwen.Shape{s}}
	}
	many := make([]gongwen.Step, 200_001)
	for name, b := range map[string]gongwen.Block{
		"no data":                 gongwen.Image{},
		"a GIF":                   gongwen.Image{Data: animated.Bytes()},
		"too many bytes":          gongwen.Image{Data: make([]byte, 33<<20)},
		"too many points":         gongwen.Image{Data: pngOf(t, 50_000, 1_000)[:100]},
		"a drawing without size":  gongwen.Drawing{},
		"a drawing of 4 metres":   gongwen.Drawing{Width: gongwen.MM(4000), Height: 1},
		"a line before a move":    drawing(gongwen.Path{Steps: []gongwen.Step{{Op: gongwen.Line}}}),
		"a step that is none":     drawing(gongwen.Path{Steps: []gongwen.Step{{}, {Op: 9}}}),
		"a step far out":          drawing(gongwen.Path{Steps: []gongwen.Step{{To: far}}}),
		"a line without a middle": drawing(gongwen.Path{Thickness: -1}),
		"too many steps":          drawing(gongwen.Path{Steps: many}),
		"a label without size":    drawing(gongwen.Label{Text: "甲"}),
		"a label far out":         drawing(gongwen.Label{Size: 1, At: far}),
		"an anchor that is none":  drawing(gongwen.Label{Size: 1, Anchor: 9}),
		"no shape":                drawing(nil),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := gongwen.Lower([]gongwen.Block{b})
			require.ErrorIs(t, err, gongwen.ErrBlock)
		})
	}
	_, err := gongwen.Lower([]gongwen.Block{drawing(gongwen.Path{Steps: gongwen.Rect(0, 0, 5, 5), Fill: gongwen.RGB(1, 2, 3)})})
	require.NoError(t, err)
}
