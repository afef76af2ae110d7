package fazhi_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"image"
	"image/jpeg"
	"io"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/html"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

// What a camera or a program wrote into a picture — where it was taken, by whom — travels in no format.
func TestNothingHiddenTravels(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil))
	const secret = "taken somewhere"
	comment := append([]byte{0xff, 0xfe, 0, byte(len(secret) + 2)}, secret...)
	photo := slices.Concat(b.Bytes()[:2], comment, b.Bytes()[2:], []byte(secret))
	d := &gongwen.Document{Title: "题", Body: []gongwen.Block{gongwen.Image{Data: photo, Alt: "图"}}}

	set, err := fonts.Embedded()
	require.NoError(t, err)
	for name, open := range map[string]func() (gongwen.Renderer, error){
		"pdf":  func() (gongwen.Renderer, error) { return pdf.New(gongwen.GB9704(), set) },
		"docx": func() (gongwen.Renderer, error) { return docx.New(gongwen.GB9704(), set) },
		"ofd":  func() (gongwen.Renderer, error) { return ofd.New(gongwen.GB9704(), set) },
		"html": func() (gongwen.Renderer, error) { return html.New(html.Options{}) },
	} {
		t.Run(name, func(t *testing.T) {
			r, err := open()
			require.NoError(t, err)
			var file bytes.Buffer
			_, err = r.Render(&file, d)
			require.NoError(t, err)
			inside := unfold(t, file.Bytes())
			require.NotContains(t, inside, secret)
			require.Contains(t, inside, string(b.Bytes()[len(b.Bytes())-40:]), "the picture itself is there")
		})
	}
}

// unfold returns a file with the parts of an archive unpacked and data: addresses decoded.
func unfold(t *testing.T, file []byte) string {
	t.Helper()
	out := bytes.Clone(file)
	if z, err := zip.NewReader(bytes.NewReader(file), int64(len(file))); err == nil {
		for _, part := range z.File {
			r, err := part.Open()
			require.NoError(t, err)
			data, err := io.ReadAll(r)
			require.NoError(t, err)
			out = append(out, data...)
		}
	}
	for _, m := range regexp.MustCompile(`base64,([A-Za-z0-9+/=]+)`).FindAllSubmatch(file, -1) {
		data, err := base64.StdEncoding.DecodeString(string(m[1]))
		require.NoError(t, err)
		out = append(out, data...)
	}
	return string(out)
}
