//go:build tools

package ofd_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"html"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/template"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/office"
)

// These tests ask other programs. Whoever sets the tag has them: a missing one is a failure, not a pass.
//
//	FAZHI_SCHEMAS=… FAZHI_NPM=… go test -tags tools ./gongwen/ofd
//
// FAZHI_SCHEMAS names a folder with the schemas of OFD in its folder ofd; FAZHI_NPM one into which npm has installed ofd.js.

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := office.Run(nil, name, args...)
	require.NoError(t, err)
	return out
}

func environment(t *testing.T, name string) string {
	t.Helper()
	value := os.Getenv(name)
	require.NotEmpty(t, value, "%s is not set", name)
	return value
}

// schemaOf returns the schema by which a part is checked, "" if the part is no XML.
func schemaOf(schemas, dir, part string) string {
	base := filepath.Base(part)
	switch {
	case !strings.HasSuffix(base, ".xml"):
		return ""
	case base == "gongwen.xml":
		return filepath.Join(dir, "Doc_0/Tags/gongwen.xsd") // travels in the file
	case base == "Content.xml":
		base = "Page.xml"
	case strings.HasSuffix(base, "Res.xml"):
		base = "Res.xml"
	}
	return filepath.Join(schemas, "ofd", strings.TrimSuffix(base, ".xml")+".xsd")
}

// Info-ZIP unpacks the files, and every part is valid by its schema.
func TestSchemas(t *testing.T) {
	schemas := environment(t, "FAZHI_SCHEMAS")
	checked := map[string]bool{}
	for name, d := range samples(t) {
		dir := t.TempDir()
		path := filepath.Join(dir, name+".ofd")
		require.NoError(t, os.WriteFile(path, render(t, d), 0o666))
		require.Contains(t, run(t, "unzip", "-t", path), "No errors detected")
		run(t, "unzip", "-q", path, "-d", dir)
		r, err := read(render(t, d))
		require.NoError(t, err)
		for _, part := range r.names {
			if schema := schemaOf(schemas, dir, part); schema != "" {
				run(t, "xmllint", "--nonet", "--noout", "--schema", schema, filepath.Join(dir, part))
				checked[filepath.Base(schema)] = true
			}
		}
	}
	for _, schema := range []string{"OFD", "Document", "Res", "Page", "CustomTags", "Attachments", "gongwen"} {
		require.Contains(t, checked, schema+".xsd")
	}
}

// A view is what ofd.js shows of a file.
type view struct {
	Error string
	Pages []struct {
		Texts []struct {
			Text   string
			Turned bool
			X, Y   float64
		}
		Paths, Images int
	}
}

// A face is an embedded font.
type face struct {
	Family string
	Bold   bool
	Data   []byte
}

// faces returns the embedded fonts of a file.
func faces(r *reading) []face {
	var out []face
	for _, f := range r.fonts {
		out = append(out, face{f.family, f.ttf.Metrics().Weight > 500, f.data})
	}
	return out
}

// open has ofd.js open a file in Chromium; it returns what it shows and the picture of the beginning.
func open(t *testing.T, file []byte, r *reading) (view, image.Image) {
	t.Helper()
	dir := t.TempDir()
	page, err := template.ParseFiles("testdata/viewer.html")
	require.NoError(t, err)
	fonts, err := json.Marshal(faces(r))
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, page.Execute(&b, map[string]string{
		"Fonts": string(fonts), "File": base64.StdEncoding.EncodeToString(file),
		"Script": "file://" + filepath.Join(environment(t, "FAZHI_NPM"), "node_modules/ofd.js/lib/ofd.umd.min.js"),
	}))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "viewer.html"), b.Bytes(), 0o666))
	shot := filepath.Join(dir, "shot.png")
	chromium := []string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
		"--window-size=800,1150", "--virtual-time-budget=20000"}
	address := "file://" + filepath.Join(dir, "viewer.html")
	run(t, "chromium", append(chromium, "--user-data-dir="+t.TempDir(), "--screenshot="+shot, address)...)
	dom := run(t, "chromium", append(chromium, "--user-data-dir="+t.TempDir(), "--dump-dom", address+"#seen")...)
	_, found, ok := strings.Cut(dom, `<pre id="seen" hidden="">`)
	require.True(t, ok, "the viewer said nothing")
	found, _, _ = strings.Cut(found, "</pre>")
	var v view
	require.NoError(t, json.Unmarshal([]byte(html.UnescapeString(found)), &v))
	picture, err := os.Open(shot)
	require.NoError(t, err)
	defer picture.Close()
	decoded, err := png.Decode(picture)
	require.NoError(t, err)
	return v, decoded
}

// A viewer that shares nothing with this package shows all pages, every character at its place, rules and pictures, and the
// mark in red; the browser takes every embedded font.
func TestViewer(t *testing.T) {
	d := upward(t)
	pages, r := laid(t, d)
	v, picture := open(t, render(t, d), r)
	require.Empty(t, v.Error)
	require.Len(t, v.Pages, len(pages.Pages))
	for i, p := range v.Pages {
		require.Equal(t, len(r.pages[i].paths), p.Paths)
		require.Equal(t, len(r.pages[i].images), p.Images)
		for _, o := range r.pages[i].texts {
			for _, g := range o.glyphs {
				got := p.Texts[0]
				p.Texts = p.Texts[1:]
				if g.text > "\uffff" { // it shows two halves
					p.Texts = p.Texts[1:]
					continue
				}
				require.Equal(t, g.text, got.Text)
				if require.Equal(t, o.turned, got.Turned); !o.turned {
					require.InDelta(t, g.x*point, got.X, 0.1)
					require.InDelta(t, g.y*point, got.Y, 0.1)
				}
			}
		}
		require.Empty(t, p.Texts)
	}
	red, black := ink(picture)
	require.Greater(t, red, 5000, "the mark and the rule below it")
	require.Greater(t, black, 5000, "the text")
}

// ink counts the points that are red and those that are black.
func ink(m image.Image) (red, black int) {
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			r, g, b, _ := m.At(x, y).RGBA()
			switch {
			case r > 0xc000 && g < 0x4000 && b < 0x4000:
				red++
			case r < 0x4000 && g < 0x4000 && b < 0x4000:
				black++
			}
		}
	}
	return red, black
}
