package qr_test

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"github.com/boombuler/barcode/qr"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	embedded "github.com/fazhi-go/fazhi/gongwen/fonts"
	ours "github.com/fazhi-go/fazhi/gongwen/qr"
	"github.com/fazhi-go/fazhi/gongwen/raster"
)

const address = "https://www.example.gov.cn/泉鲤司〔2025〕5号"

func TestTheDrawingIsTheMatrix(t *testing.T) {
	matrix, err := qr.Encode(address, qr.M, qr.Auto)
	require.NoError(t, err)
	d, err := ours.Draw(address, ours.Options{Side: gongwen.MM(25)})
	require.NoError(t, err)
	require.Equal(t, gongwen.MM(25), d.Width)
	require.Equal(t, gongwen.MM(25), d.Height)
	require.Len(t, d.Shapes, 2)

	fonts, err := embedded.Embedded()
	require.NoError(t, err)
	const quiet, zoom = 4, 3
	size := matrix.Bounds().Dx()
	var b bytes.Buffer
	require.NoError(t, raster.PNG(&b, &d, fonts, zoom*(size+2*quiet)))
	img, err := png.Decode(&b)
	require.NoError(t, err)
	for y := -quiet; y < size+quiet; y++ {
		for x := -quiet; x < size+quiet; x++ {
			inside := x >= 0 && y >= 0 && x < size && y < size
			want := uint32(0xFFFF)
			if inside {
				want, _, _, _ = matrix.At(x, y).RGBA()
			}
			got, _, _, _ := img.At(zoom*(x+quiet)+1, zoom*(y+quiet)+1).RGBA()
			require.Equal(t, want, got, "%d %d", x, y)
		}
	}
}

func TestOptions(t *testing.T) {
	d, err := ours.Draw("A", ours.Options{})
	require.NoError(t, err)
	require.Equal(t, gongwen.MM(30), d.Width)
	require.Equal(t, "二维码：A", d.Alt)

	blue := gongwen.RGB(31, 78, 121)
	d, err = ours.Draw("A", ours.Options{Ink: blue, Alt: "扫码看全文", Caption: "全文"})
	require.NoError(t, err)
	require.Equal(t, "扫码看全文", d.Alt)
	require.Equal(t, "全文", d.Caption)
	require.Equal(t, blue, d.Shapes[1].(gongwen.Path).Fill)
	_, err = gongwen.Lower([]gongwen.Block{d})
	require.NoError(t, err)
}

func TestWhatNoCodeHolds(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		side gongwen.Length
	}{
		"nothing":  {"", 0},
		"too long": {strings.Repeat("a", 2332), 0},
		"no room":  {"A", 28},
		"negative": {"A", -5},
		"huge":     {"A", 10_000*gongwen.Point + 1},
	} {
		_, err := ours.Draw(c.text, ours.Options{Side: c.side})
		require.ErrorIs(t, err, ours.ErrText, name)
	}
	_, err := ours.Draw(strings.Repeat("a", 2331), ours.Options{})
	require.NoError(t, err, "the longest")
}

func FuzzDraw(f *testing.F) {
	f.Add(address, int32(70866))
	f.Add("\x00\xff", int32(-1))
	f.Fuzz(func(t *testing.T, text string, side int32) {
		d, err := ours.Draw(text, ours.Options{Side: gongwen.Length(side)})
		if err != nil {
			require.ErrorIs(t, err, ours.ErrText)
			return
		}
		for _, s := range d.Shapes[1].(gongwen.Path).Steps {
			require.True(t, s.To.X >= 0 && s.To.Y >= 0 && s.To.X <= d.Width && s.To.Y <= d.Height)
		}
	})
}
