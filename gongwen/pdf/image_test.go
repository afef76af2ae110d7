package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

// readImages returns the image objects of a file: what is said of them, and their data as they are or uncompressed.
func (r *reading) readImages(t *testing.T) (heads []string, data [][]byte) {
	t.Helper()
	list := regexp.MustCompile(`/XObject<<(.*?)>>`).FindStringSubmatch(r.objects[2])[1]
	for _, m := range reference.FindAllStringSubmatch(list, -1) {
		n := number(t, m[1])
		head, _, _ := strings.Cut(r.objects[n], "/Length")
		heads = append(heads, strings.TrimPrefix(head, "<</Type/XObject/Subtype/Image/BitsPerComponent 8"))
		data = append(data, r.stream(t, n))
	}
	return heads, data
}

func imageFile(t *testing.T, images ...gongwen.Image) *reading {
	t.Helper()
	doc := &gongwen.Document{}
	for _, m := range images {
		doc.Body = append(doc.Body, m)
	}
	return read(t, render(t, doc))
}

// Transparent points are seen on white paper; grey images stay grey.
func TestPNG(t *testing.T) {
	clear := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	clear.SetNRGBA(0, 0, color.NRGBA{255, 0, 0, 255})
	clear.SetNRGBA(1, 0, color.NRGBA{0, 0, 0, 128})
	grey := image.NewGray(image.Rect(0, 0, 3, 1))
	copy(grey.Pix, []byte{0, 100, 255})
	code := image.NewPaletted(image.Rect(0, 0, 2, 2), color.Palette{color.White, color.Black, color.Transparent})
	copy(code.Pix, []byte{0, 1, 2, 1})
	flag := image.NewPaletted(image.Rect(0, 0, 1, 1), color.Palette{color.RGBA{200, 0, 0, 255}})
	deep := image.NewNRGBA64(image.Rect(0, 0, 1, 1))
	deep.SetNRGBA64(0, 0, color.NRGBA64{0x1200, 0x3400, 0x5600, 0xFFFF})
	for _, c := range []struct {
		m     image.Image
		space string
		want  []byte
	}{
		{clear, "DeviceRGB", []byte{255, 0, 0, 127, 127, 127}},
		{grey, "DeviceGray", []byte{0, 100, 255}},
		{code, "DeviceGray", []byte{255, 0, 255, 0}},
		{flag, "DeviceRGB", []byte{200, 0, 0}},
		{deep, "DeviceRGB", []byte{0x12, 0x34, 0x56}},
	} {
		heads, data := imageFile(t, gongwen.Image{Data: pngFile(t, c.m)}).readImages(t)
		size := c.m.Bounds().Size()
		require.Equal(t, []string{fmt.Sprintf("/Width %d/Height %d/ColorSpace/%s/Filter/FlateDecode", size.X, size.Y, c.space)}, heads)
		require.Equal(t, [][]byte{c.want}, data)
	}
}

// The picture of a JPEG stays as it is; what the camera wrote about its owner does not.
func TestJPEG(t *testing.T) {
	plain := jpegFile(t, picture(40, 30))
	exif := append([]byte{0xFF, 0xE1, 0, 10}, "Exif\x00\x00GP"...)
	comment := append([]byte{0xFF, 0xFF, 0xFE, 0, 8}, "camera"...)
	tagged := append(append(append(append(append([]byte{}, plain[:2]...), exif...), comment...), plain[2:]...), "trailing preview"...)
	heads, data := imageFile(t, gongwen.Image{Data: plain}, gongwen.Image{Data: tagged}).readImages(t)
	require.Equal(t, "/Width 40/Height 30/ColorSpace/DeviceRGB/Filter/DCTDecode", heads[0])
	require.Equal(t, plain, data[0])
	require.Equal(t, plain, data[1])

	grey := jpegFile(t, image.NewGray(image.Rect(0, 0, 8, 8)))
	heads, data = imageFile(t, gongwen.Image{Data: grey}).readImages(t)
	require.Equal(t, []string{"/Width 8/Height 8/ColorSpace/DeviceGray/Filter/DCTDecode"}, heads)
	require.Equal(t, [][]byte{grey}, data)
}

// cmykJPEG is a JPEG of 8 × 8 points in CMYK: tables of a grey one, four components of which all blocks are flat.
func cmykJPEG(t *testing.T) []byte {
	t.Helper()
	grey := jpegFile(t, image.NewGray(image.Rect(0, 0, 8, 8)))
	frame, scan := bytes.Index(grey, []byte{0xFF, 0xC0}), bytes.Index(grey, []byte{0xFF, 0xDA})
	tables := bytes.Index(grey, []byte{0xFF, 0xC4})
	out := append([]byte{}, grey[:frame]...)
	out = append(out, 0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0)
	out = append(out, 0xFF, 0xC0, 0, 20, 8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0)
	out = append(out, grey[tables:scan]...)
	out = append(out, 0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0)
	return append(out, 0x28, 0xA2, 0x8A, 0xFF, 0xD9)
}

// A JPEG in CMYK becomes RGB, because PDF/A allows only colours of the one space that the file is made for.
func TestJPEGInCMYK(t *testing.T) {
	file := cmykJPEG(t)
	decoded, err := jpeg.Decode(bytes.NewReader(file))
	require.NoError(t, err)
	require.IsType(t, &image.CMYK{}, decoded)
	heads, data := imageFile(t, gongwen.Image{Data: file}).readImages(t)
	require.Equal(t, []string{"/Width 8/Height 8/ColorSpace/DeviceRGB/Filter/FlateDecode"}, heads)
	r, g, b, _ := decoded.At(0, 0).RGBA()
	require.Equal(t, []byte{byte(r >> 8), byte(g >> 8), byte(b >> 8)}, data[0][:3])
}

// An image that is shown twice is in the file once.
func TestImagesAreWrittenOnce(t *testing.T) {
	a, b := pngFile(t, picture(10, 10)), pngFile(t, picture(10, 11))
	file := imageFile(t, gongwen.Image{Data: a}, gongwen.Image{Data: b}, gongwen.Image{Data: bytes.Clone(a), Width: 99 * gongwen.Point})
	heads, _ := file.readImages(t)
	require.Len(t, heads, 2)
	var names []string
	for _, m := range file.pages[0].images {
		names = append(names, m.name)
	}
	require.Equal(t, []string{"I0", "I1", "I0"}, names)
	require.InDelta(t, 99, file.pages[0].images[2].width, 0.002)
}

// An image that ends too early is an error, as are pictures of nothing.
func TestBadPictures(t *testing.T) {
	file := pngFile(t, picture(300, 300))
	_, err := renderer(t).Render(io.Discard, &gongwen.Document{Body: []gongwen.Block{gongwen.Image{Data: file[:len(file)/2]}}})
	require.ErrorIs(t, err, gongwen.ErrBlock)
	broken := jpegFile(t, picture(300, 300))
	_, err = renderer(t).Render(io.Discard, &gongwen.Document{Body: []gongwen.Block{gongwen.Image{Data: broken[:len(broken)/2]}}})
	require.ErrorIs(t, err, gongwen.ErrBlock)
	for _, p := range []layout.Picture{{}, {Drawing: &gongwen.Drawing{}}, {Image: &gongwen.Image{}}} {
		pages := set(t, report())
		pages.Pages[0].Pictures = []layout.Picture{p}
		r, err := pdf.New(pages.Profile, pages.Fonts)
		require.NoError(t, err)
		require.Error(t, r.RenderPages(io.Discard, pages))
	}
}

// A drawing is drawn to scale within its place, in the order of its shapes; what cannot be seen is left out.
func TestDrawing(t *testing.T) {
	at := func(x, y gongwen.Length) gongwen.Spot {
		return gongwen.Spot{X: x * gongwen.Point, Y: y * gongwen.Point}
	}
	drawing := gongwen.Drawing{Width: 1000 * gongwen.Point, Height: 500 * gongwen.Point, Shapes: []gongwen.Shape{
		gongwen.Path{Steps: gongwen.Rect(0, 0, 1000*gongwen.Point, 500*gongwen.Point), Fill: gongwen.RGB(255, 0, 51)},
		gongwen.Label{Text: "甲", At: at(500, 250), Size: 40 * gongwen.Point, Anchor: gongwen.Middle, Face: gongwen.Hei, Ink: gongwen.RGB(0, 255, 0)},
		gongwen.Path{Steps: []gongwen.Step{{To: at(0, 0)}, {Op: gongwen.Curve, C1: at(100, 0), C2: at(200, 100), To: at(200, 200)}, {Op: gongwen.Close}},
			Fill: gongwen.RGB(1, 2, 3), Stroke: gongwen.RGB(255, 255, 255), Thickness: 10 * gongwen.Point},
		gongwen.Path{Steps: gongwen.Rect(0, 0, 1, 1)},
		gongwen.Path{Steps: gongwen.Rect(0, 0, 1, 1), Stroke: gongwen.RGB(9, 9, 9)},
	}}
	file := read(t, render(t, &gongwen.Document{Body: []gongwen.Block{drawing}}))
	content := string(file.stream(t, 4))
	inside, _, _ := strings.Cut(content[strings.Index(content, "/Figure"):], "EMC")
	var got []string
	for _, token := range strings.Fields(inside) {
		if regexp.MustCompile(`^[A-Za-z]+$`).MatchString(token) {
			got = append(got, token)
		}
	}
	want := "BDC q re W n rg m l l l h f BT Tf Tc rg Tm Tj ET rg G w m c h B Q"
	require.Equal(t, want, strings.Join(got, " "), inside)
	require.Contains(t, inside, "1.000 0.000 0.200 rg")
	scale := 156 * mm / 1000
	g := file.pages[0].glyphs[0]
	require.Equal(t, "甲", g.text)
	require.Equal(t, "0 1 0", g.colour)
	require.InDelta(t, 40*scale, g.size, 0.01)
	require.InDelta(t, (28+78)*mm, g.x+g.advance/2, 0.05)
	require.Contains(t, inside, fmt.Sprintf("%.2f w", 10*scale))
}

// Whatever a JPEG file holds, nothing panics; what is embedded shows what the file shows.
func FuzzJPEG(f *testing.F) {
	for _, m := range []image.Image{image.NewGray(image.Rect(0, 0, 8, 8)), image.NewNRGBA(image.Rect(0, 0, 17, 9))} {
		var b bytes.Buffer
		require.NoError(f, jpeg.Encode(&b, m, nil))
		f.Add(b.Bytes())
		f.Add(b.Bytes()[:b.Len()/2])
	}
	r := renderer(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		config, err := jpeg.DecodeConfig(bytes.NewReader(data))
		if err != nil || config.Width*config.Height > 1<<20 {
			return
		}
		var out bytes.Buffer
		_, err = r.Render(&out, &gongwen.Document{Body: []gongwen.Block{gongwen.Image{Data: data}}})
		if err != nil {
			require.True(t, errors.Is(err, gongwen.ErrBlock), err)
			return
		}
		heads, images := read(t, out.Bytes()).readImages(t)
		if !strings.HasSuffix(heads[0], "DCTDecode") {
			return
		}
		want, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			return // embedded as it is, for the viewer to show what there is
		}
		got, err := jpeg.Decode(bytes.NewReader(images[0]))
		require.NoError(t, err)
		require.Equal(t, want.Bounds(), got.Bounds())
		require.Equal(t, want.At(0, 0), got.At(0, 0))
	})
}
