package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"image/png"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// made runs the example and returns its files.
func made(t *testing.T, flags ...string) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	code, _ := command(t, append(flags, "-o", dir)...)
	require.Zero(t, code)
	return contents(t, dir)
}

// texts returns the character data of all elements of a name, joined. What is not well-formed fails.
func texts(t *testing.T, data []byte, element string) string {
	t.Helper()
	var b strings.Builder
	decoder := xml.NewDecoder(bytes.NewReader(data))
	inside := 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		require.NoError(t, err)
		switch v := token.(type) {
		case xml.StartElement:
			if v.Name.Local == element {
				inside++
			}
		case xml.EndElement:
			if v.Name.Local == element {
				inside--
			}
		case xml.CharData:
			if inside > 0 {
				b.Write(v)
			}
		}
	}
}

// ofdText returns the texts of all pages, as they stand.
func ofdText(t *testing.T, data []byte) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var b strings.Builder
	for _, f := range r.File {
		if strings.HasSuffix(f.Name, "Content.xml") {
			part, err := r.Open(f.Name)
			require.NoError(t, err)
			page, err := io.ReadAll(part)
			require.NoError(t, err)
			b.WriteString(texts(t, page, "TextCode"))
		}
	}
	return b.String()
}

var tags = regexp.MustCompile(`<[^>]*>`)

func TestTheFormats(t *testing.T) {
	plain, attached := made(t), made(t, "-attach")
	t.Run("same input, same bytes", func(t *testing.T) { sameFiles(t, plain, made(t)) })
	t.Run("every one prints every figure", func(t *testing.T) {
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		for name, text := range map[string]string{
			ofdFile:  ofdText(t, plain[ofdFile]),
			htmlFile: html.UnescapeString(tags.ReplaceAllString(string(plain[htmlFile]), "")),
			svgFile:  texts(t, plain[svgFile], "desc"),
		} {
			text = squeeze(text)
			for _, w := range expected(t) {
				require.Contains(t, text, w["printed"], "%s: %s", name, w["id"])
			}
		}
	})
	t.Run("the picture fits a telephone", func(t *testing.T) {
		config, err := png.DecodeConfig(bytes.NewReader(plain[pngFile]))
		require.NoError(t, err)
		require.Equal(t, pictureWidth, config.Width)
		require.Greater(t, config.Height, config.Width)
	})
	t.Run("figures.xlsx travels inside if it shall", func(t *testing.T) {
		require.Contains(t, string(plain[pdfFile]), "<pdfaid:part>1</pdfaid:part>")
		require.Contains(t, string(attached[pdfFile]), "<pdfaid:part>3</pdfaid:part>")
		require.Contains(t, string(attached[pdfFile]), "/EmbeddedFile")
		require.Empty(t, workbooksInside(t, plain[ofdFile]))
		require.Equal(t, [][]byte{attached[figuresFile]}, workbooksInside(t, attached[ofdFile]))
		for name := range plain {
			if name != pdfFile && name != ofdFile {
				require.True(t, bytes.Equal(plain[name], attached[name]), name)
			}
		}
	})
}

// A character that no font has is one issue, not one of each format.
func TestIssuesAreCountedOnce(t *testing.T) {
	prose := bytes.Replace(exampleNarrative, []byte("统筹谋划"), []byte("统筹\ue123谋划"), 1)
	code, r := command(t, "-data", data(t, map[string][]byte{narrativeFile: prose}), "-o", t.TempDir(), "-force")
	require.Equal(t, exitIssues, code)
	require.Len(t, r.Issues, 1)
	require.Len(t, r.Files, len(outputNames()))
}

// workbooksInside returns the contents of the workbooks in an OFD file.
func workbooksInside(t *testing.T, ofd []byte) [][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(ofd), int64(len(ofd)))
	require.NoError(t, err)
	var all [][]byte
	for _, f := range r.File {
		if strings.HasSuffix(f.Name, ".xlsx") {
			part, err := f.Open()
			require.NoError(t, err)
			data, err := io.ReadAll(part)
			require.NoError(t, err)
			all = append(all, data)
		}
	}
	return all
}
