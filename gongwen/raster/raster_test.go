package raster_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	embedded "github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/fonts/latin"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/raster"
)

func fonts(t testing.TB) *layout.Fonts {
	t.Helper()
	f, err := embedded.Embedded()
	require.NoError(t, err)
	return f
}

// draw paints a drawing of 100 × 50 points at two points of the picture to the point.
func draw(t *testing.T, shapes ...gongwen.Shape) image.Image {
	t.Helper()
	d := gongwen.Drawing{Width: 100 * gongwen.Point, Height: 50 * gongwen.Point, Shapes: shapes}
	var b bytes.Buffer
	require.NoError(t, raster.PNG(&b, &d, fonts(t), 200))
	img, err := png.Decode(&b)
	require.NoError(t, err)
	require.Equal(t, image.Rect(0, 0, 200, 100), img.Bounds())
	return img
}

func spot(x, y float64) gongwen.Spot {
	return gongwen.Spot{X: gongwen.Length(x * 1000), Y: gongwen.Length(y * 1000)}
}

// dark returns how much of a part of the picture is black, in points.
func dark(img image.Image, r image.Rectangle) float64 {
	sum := 0.0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			sum += 1 - float64(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)/255
		}
	}
	return sum
}

var (
	black = gongwen.RGB(0, 0, 0)
	red   = gongwen.RGB(200, 0, 0)
)

func TestAreas(t *testing.T) {
	ring := append(gongwen.Rect(spot(10, 10).X, spot(0, 10).Y, spot(20, 0).X, spot(20, 0).X), // clockwise, then the hole the other way
		gongwen.Step{Op: gongwen.Move, To: spot(15, 15)}, gongwen.Step{Op: gongwen.Line, To: spot(15, 25)},
		gongwen.Step{Op: gongwen.Line, To: spot(25, 25)}, gongwen.Step{Op: gongwen.Line, To: spot(25, 15)}, gongwen.Step{Op: gongwen.Close})
	img := draw(t, gongwen.Path{Steps: ring, Fill: black})
	require.InDelta(t, 40*40-20*20, dark(img, img.Bounds()), 0.5)
	require.Equal(t, color.RGBA{255, 255, 255, 255}, color.RGBAModel.Convert(img.At(40, 40)), "the hole is white")
	require.Equal(t, color.RGBA{0, 0, 0, 255}, color.RGBAModel.Convert(img.At(22, 22)))

	twice := append(gongwen.Rect(0, 0, 10000, 10000), gongwen.Rect(5000, 0, 10000, 10000)...)
	require.InDelta(t, 30*20, dark(draw(t, gongwen.Path{Steps: twice, Fill: black}), img.Bounds()), 0.5, "what overlaps is one area")
}

func TestLines(t *testing.T) {
	square := gongwen.Rect(10000, 10000, 20000, 20000)
	for name, c := range map[string]struct {
		steps []gongwen.Step
		want  float64 // points of ink for a line of four
	}{
		"ends are cut square": {[]gongwen.Step{{To: spot(10, 10)}, {Op: gongwen.Line, To: spot(60, 10)}}, 100 * 4},
		"corners are pointed": {[]gongwen.Step{{To: spot(10, 40)}, {Op: gongwen.Line, To: spot(10, 10)}, {Op: gongwen.Line, To: spot(40, 10)}}, 2 * 60 * 4},
		"a closed line":       {square, 44*44 - 36*36},
		"closed on its start": {append(square[:4:4], gongwen.Step{Op: gongwen.Line, To: spot(10, 10)}, gongwen.Step{Op: gongwen.Close}), 44*44 - 36*36},
		"no length":           {[]gongwen.Step{{To: spot(10, 10)}, {Op: gongwen.Line, To: spot(10, 10)}}, 0},
		"there and back":      {[]gongwen.Step{{To: spot(10, 10)}, {Op: gongwen.Line, To: spot(60, 10)}, {Op: gongwen.Line, To: spot(10, 10)}}, 100 * 4},
		"a line after a close": { // runs down over the left side, then on
			append(gongwen.Rect(10000, 10000, 20000, 20000), gongwen.Step{Op: gongwen.Line, To: spot(10, 40)}), 44*44 - 36*36 + 18*4},
	} {
		t.Run(name, func(t *testing.T) {
			img := draw(t, gongwen.Path{Steps: c.steps, Stroke: black, Thickness: 2 * gongwen.Point})
			require.InDelta(t, c.want, dark(img, img.Bounds()), 2)
		})
	}
}

func TestCurves(t *testing.T) {
	const k = 0.5522847498
	circle := []gongwen.Step{{To: spot(40, 25)},
		{Op: gongwen.Curve, C1: spot(40, 25+15*k), C2: spot(25+15*k, 40), To: spot(25, 40)},
		{Op: gongwen.Curve, C1: spot(25-15*k, 40), C2: spot(10, 25+15*k), To: spot(10, 25)},
		{Op: gongwen.Curve, C1: spot(10, 25-15*k), C2: spot(25-15*k, 10), To: spot(25, 10)},
		{Op: gongwen.Curve, C1: spot(25+15*k, 10), C2: spot(40, 25-15*k), To: spot(40, 25)}, {Op: gongwen.Close}}
	img := draw(t, gongwen.Path{Steps: circle, Fill: black})
	require.InEpsilon(t, math.Pi*30*30, dark(img, img.Bounds()), 0.005)
	line := draw(t, gongwen.Path{Steps: circle, Stroke: black, Thickness: gongwen.Point})
	require.InEpsilon(t, math.Pi*(31*31-29*29), dark(line, img.Bounds()), 0.02)
}

func TestLabels(t *testing.T) {
	at := spot(50, 30)
	label := gongwen.Label{Text: "一一", At: at, Size: 20 * gongwen.Point, Face: gongwen.Hei}
	left, right := image.Rect(0, 0, 100, 100), image.Rect(100, 0, 200, 100)

	img := draw(t, label)
	require.Zero(t, dark(img, left))
	require.Greater(t, dark(img, right), 100.0)
	require.Zero(t, dark(img, image.Rect(0, 62, 200, 100)), "this character stands on the baseline")

	label.Anchor = gongwen.End
	img = draw(t, label)
	require.Zero(t, dark(img, right))
	require.Greater(t, dark(img, left), 100.0)

	label.Anchor = gongwen.Middle
	img = draw(t, label)
	require.InDelta(t, dark(img, left), dark(img, right), 3)

	label.Ink = red
	require.Equal(t, color.RGBA{200, 0, 0, 255}, color.RGBAModel.Convert(draw(t, label).At(80, 44)))
}

func TestEveryFaceAndCharacter(t *testing.T) {
	for _, f := range gongwen.Faces() {
		for _, text := range []string{"泉", "2", "%", "𫖯", "—", "\U0010FFFD"} {
			img := draw(t, gongwen.Label{Text: text, At: spot(40, 40), Size: 30 * gongwen.Point, Face: f})
			require.Greater(t, dark(img, img.Bounds()), 20.0, "%d %s", f, text)
		}
	}
	img := draw(t, gongwen.Label{Text: "\u200B\t\u2028", At: spot(40, 40), Size: 30 * gongwen.Point})
	require.Zero(t, dark(img, img.Bounds()))
}

func TestSameBytes(t *testing.T) {
	d := gongwen.Drawing{Width: 100000, Height: 50000, Shapes: []gongwen.Shape{
		gongwen.Path{Steps: gongwen.Rect(333, 777, 50000, 20000), Fill: red, Stroke: black, Thickness: 333},
		gongwen.Label{Text: "泉鲤区2024", At: spot(3, 40), Size: 12345}}}
	var a, b bytes.Buffer
	require.NoError(t, raster.PNG(&a, &d, fonts(t), 317))
	require.NoError(t, raster.PNG(&b, &d, fonts(t), 317))
	require.Equal(t, a.Bytes(), b.Bytes())
}

func TestNoAlpha(t *testing.T) {
	d := gongwen.Drawing{Width: 100000, Height: 50000}
	var b bytes.Buffer
	require.NoError(t, raster.PNG(&b, &d, fonts(t), 10))
	config, err := png.DecodeConfig(&b)
	require.NoError(t, err)
	require.Equal(t, color.RGBAModel, config.ColorModel, "colours without alpha, 8 bits")
}

func TestLimits(t *testing.T) {
	all := gongwen.Path{Steps: gongwen.Rect(0, 0, 100000, 100000), Fill: black}
	square := gongwen.Drawing{Width: 100000, Height: 100000, Shapes: []gongwen.Shape{all}}
	long := gongwen.Drawing{Width: 1, Height: 10_000 * gongwen.Point}
	busy := gongwen.Drawing{Width: 100000, Height: 100000}
	for range 90_000 {
		busy.Shapes = append(busy.Shapes, gongwen.Path{Steps: []gongwen.Step{{To: spot(-9999, 0)}, {Op: gongwen.Line, To: spot(9999, 50)}}, Stroke: red, Thickness: 1})
	}
	wild := gongwen.Path{Steps: make([]gongwen.Step, 100_000), Stroke: red, Thickness: 1}
	for i := range wild.Steps[1:] { // each curve would become 200 straight lines
		wild.Steps[i+1] = gongwen.Step{Op: gongwen.Curve, To: spot(0, 0), C1: spot(9999, -9999), C2: spot(-9999, 9999)}
	}
	filled := wild
	filled.Stroke, filled.Fill = gongwen.Ink{}, red
	for name, c := range map[string]struct {
		d     gongwen.Drawing
		width int
		want  error
	}{
		"wild":       {gongwen.Drawing{Width: 10_000 * gongwen.Point, Height: 10_000 * gongwen.Point, Shapes: []gongwen.Shape{wild}}, 1000, raster.ErrWork},
		"wild area":  {gongwen.Drawing{Width: 10_000 * gongwen.Point, Height: 10_000 * gongwen.Point, Shapes: []gongwen.Shape{filled}}, 1000, raster.ErrWork},
		"nothing":    {square, 0, raster.ErrSize},
		"negative":   {square, -1, raster.ErrSize},
		"large":      {square, 6400, raster.ErrSize},
		"largest":    {square, math.MaxInt, raster.ErrSize},
		"long":       {long, 100, raster.ErrSize},
		"busy":       {busy, 200, raster.ErrWork},
		"no drawing": {gongwen.Drawing{}, 10, gongwen.ErrBlock},
		"flat":       {gongwen.Drawing{Width: 100000, Height: 1}, 10, nil},
	} {
		t.Run(name, func(t *testing.T) {
			err := raster.PNG(io.Discard, &c.d, fonts(t), c.width)
			require.ErrorIs(t, err, c.want)
		})
	}
}

// A broken writer takes nothing.
type broken struct{}

var errBroken = errors.New("no room")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestPNGSaysWhatWentWrong(t *testing.T) {
	err := raster.PNG(broken{}, &gongwen.Drawing{Width: 1000, Height: 1000}, fonts(t), 10)
	require.ErrorIs(t, err, errBroken)
	require.ErrorContains(t, err, "raster: ")
	require.ErrorContains(t, raster.PNG(io.Discard, nil, fonts(t), 10), "raster: 没有图形")
	require.ErrorContains(t, raster.PNG(io.Discard, &gongwen.Drawing{Width: 1000, Height: 1000}, nil, 10), "raster: 没有图形")
}

func FuzzPNG(f *testing.F) {
	shared := fonts(f)
	f.Add("字a", int32(1000), int32(9000), int32(-4), int32(500), int32(100), byte(2), byte(1))
	f.Add("\x00\xff", int32(1), int32(1), int32(math.MaxInt32), int32(math.MinInt32), int32(9999999), byte(3), byte(250))
	f.Fuzz(func(t *testing.T, text string, width, height, x, y, size int32, op, face byte) {
		p := gongwen.Spot{X: gongwen.Length(x), Y: gongwen.Length(y)}
		q := gongwen.Spot{X: p.Y, Y: p.X}
		d := gongwen.Drawing{Width: gongwen.Length(width), Height: gongwen.Length(height), Shapes: []gongwen.Shape{
			gongwen.Path{Steps: []gongwen.Step{{To: p}, {Op: gongwen.Op(op), To: q, C1: p, C2: p}, {Op: gongwen.Line, To: gongwen.Spot{X: p.X}}, {Op: gongwen.Close}},
				Fill: red, Stroke: black, Thickness: gongwen.Length(size)},
			gongwen.Label{Text: text, At: p, Size: gongwen.Length(size), Face: gongwen.Face(face), Anchor: gongwen.Anchor(op)},
		}}
		var b bytes.Buffer
		if raster.PNG(&b, &d, shared, 50) == nil {
			_, err := png.Decode(&b)
			require.NoError(t, err)
		}
	})
}

// Fonts come from users too: whatever is wrong with one, the answer is a picture or an error.
func FuzzFont(f *testing.F) {
	f.Add([]byte{0, 0, 0, 1, 255, 2}, uint32(12))
	f.Fuzz(func(t *testing.T, damage []byte, at uint32) {
		data := slices.Clone(latin.TTF())
		for i := range damage {
			data[(int(at)+i*int(at%9973+1))%len(data)] = damage[i]
		}
		broken, err := layout.NewFonts([]layout.FontFile{{Face: gongwen.Song, Data: data}})
		if err != nil {
			return
		}
		d := gongwen.Drawing{Width: 200000, Height: 50000, Shapes: []gongwen.Shape{
			gongwen.Label{Text: "Àéñ2024%@WQg", At: spot(10, 30), Size: 20 * gongwen.Point, Face: gongwen.Song}}}
		var b bytes.Buffer
		if raster.PNG(&b, &d, broken, 100) == nil {
			_, err := png.Decode(&b)
			require.NoError(t, err)
		}
	})
}
