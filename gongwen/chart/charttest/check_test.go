package charttest_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/chart/charttest"
	embedded "github.com/fazhi-go/fazhi/gongwen/fonts"
)

func label(text string, x, y float64, anchor gongwen.Anchor) gongwen.Label {
	return gongwen.Label{Text: text, At: gongwen.Spot{X: gongwen.Length(x * 1000), Y: gongwen.Length(y * 1000)}, Anchor: anchor,
		Size: 10 * gongwen.Point, Face: gongwen.Hei}
}

func TestCheck(t *testing.T) {
	fonts, err := embedded.Embedded()
	require.NoError(t, err)
	for name, c := range map[string]struct {
		labels []gongwen.Shape
		want   string
	}{
		"side by side":   {[]gongwen.Shape{label("收到", 0, 10, gongwen.Start), label("审结", 20, 10, gongwen.Start)}, ""},
		"below":          {[]gongwen.Shape{label("收到", 0, 10, gongwen.Start), label("审结", 0, 20, gongwen.Start)}, ""},
		"covered":        {[]gongwen.Shape{label("收到", 0, 10, gongwen.Start), label("审结", 19, 10, gongwen.Start)}, `"收到" and "审结"`},
		"half covered":   {[]gongwen.Shape{label("收到", 0, 10, gongwen.Start), label("审结", 0, 19, gongwen.Start)}, `"收到" and "审结"`},
		"invisible":      {[]gongwen.Shape{label("收\u200B到", 80, 10, gongwen.Start)}, ""},
		"to the right":   {[]gongwen.Shape{label("收到", 81, 10, gongwen.Start)}, "outside"},
		"to the left":    {[]gongwen.Shape{label("收到", 19, 10, gongwen.End)}, "outside"},
		"around":         {[]gongwen.Shape{label("收到", 10, 10, gongwen.Middle)}, ""},
		"around an edge": {[]gongwen.Shape{label("收到", 9, 10, gongwen.Middle)}, "outside"},
		"above":          {[]gongwen.Shape{label("收到", 0, 8, gongwen.Start)}, "outside"},
		"too low":        {[]gongwen.Shape{label("收到", 0, 29, gongwen.Start)}, "outside"},
		"no font":        {[]gongwen.Shape{label("\U0010FFFD", 91, 10, gongwen.Start)}, "outside"},
		"not valid":      {[]gongwen.Shape{gongwen.Label{Text: "收到"}}, "charttest: gongwen"},
		"other shapes":   {[]gongwen.Shape{gongwen.Path{Steps: gongwen.Rect(0, 0, 500000, 500000)}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			err := charttest.Check(gongwen.Drawing{Width: 100 * gongwen.Point, Height: 30 * gongwen.Point, Shapes: c.labels}, fonts)
			if c.want == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, c.want)
		})
	}
}
