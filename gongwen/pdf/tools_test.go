//go:build tools

// These tests need poppler (pdftotext, pdffonts, pdfinfo, pdfdetach), qpdf, and a JDK with Apache Preflight, which Debian has
// as libpdfbox2-java. They fail where these are missing; whoever asks for them wants them run.

package pdf_test

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/office"
)

func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, "%s: %s", name, &stderr)
	require.Empty(t, stderr.String(), name)
	return string(out)
}

func save(t *testing.T, doc *gongwen.Document) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "doc.pdf")
	require.NoError(t, os.WriteFile(name, render(t, doc), 0o644))
	return name
}

// pdftotext reads back every character of the document in order, white space aside.
func TestPdftotextReadsTheDocument(t *testing.T) {
	names := &gongwen.Document{Title: "𬺈的报告", Body: []gongwen.Block{paragraph("𫖯𬳽甲\U0010FFFD乙\U00020BB7①★“”……——·ⅣA1%é")}}
	for _, doc := range []*gongwen.Document{report(), upward(), names, everything(t)} {
		pages, _, err := layout.Lay(doc, gongwen.GB9704(), embedded(t))
		require.NoError(t, err)
		got := tool(t, "pdftotext", "-raw", "-enc", "UTF-8", save(t, doc), "-")
		require.Equal(t, tally(pages.Text()+labels(pages)), tally(got))
		if doc.Head.IsZero() {
			require.Equal(t, office.Squeeze(pages.Text()), office.Squeeze(got))
		}
	}
}

// tally counts the characters of a text: readers put what stands side by side in an order of their own.
func tally(s string) map[rune]int {
	count := map[rune]int{}
	for _, r := range office.Squeeze(s) {
		count[r]++
	}
	return count
}

// labels returns the texts of the pictures.
func labels(pages *layout.Pages) string {
	var b strings.Builder
	for _, page := range pages.Pages {
		for _, p := range page.Pictures {
			for _, l := range p.Labels {
				for _, run := range l.Runs {
					b.WriteString(run.Text)
				}
			}
		}
	}
	return b.String()
}

func TestPdffontsFindsEmbeddedSubsets(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(tool(t, "pdffonts", save(t, upward()))), "\n")[2:]
	require.Len(t, lines, 7)
	for _, l := range lines {
		require.Regexp(t, `^[A-Z]{6}\+GW\S+ +CID TrueType +Identity-H +yes yes yes `, l)
	}
}

// jars are where Debian puts Preflight (libpdfbox2-java) and what it needs.
const jars = "/usr/share/java/preflight.jar:/usr/share/java/pdfbox2.jar:/usr/share/java/fontbox2.jar:/usr/share/java/xmpbox.jar:" +
	"/usr/share/java/commons-logging.jar"

// preflight returns what Apache Preflight says of files: a line for every fault and one for every file.
func preflight(t *testing.T, files ...string) []string {
	t.Helper()
	for _, jar := range strings.Split(jars, ":") {
		require.FileExists(t, jar)
	}
	classes := t.TempDir()
	sources, err := filepath.Glob("testdata/preflight/*.java")
	require.NoError(t, err)
	tool(t, "javac", append([]string{"-d", classes, "-cp", jars}, sources...)...)
	out := tool(t, "java", append([]string{"-cp", classes + ":" + jars, "Preflight"}, files...)...)
	return strings.Split(strings.TrimSpace(out), "\n")
}

// documents are what the tools are asked about.
func documents(t *testing.T) map[string]*gongwen.Document {
	odd := &gongwen.Document{Props: gongwen.Props{Subject: "a<b", Issuer: "甲& (乙) \xff", Index: "QY-2025-1", Keywords: []string{"法", "治"}, Created: fazhi.DateOf(2025, 2, 17)}, Title: "𬺈\x01(<&>)\\的报告", Body: []gongwen.Block{paragraph("𫖯\U0010FFFD乙①★“”……——·ⅣA1%é")}}
	photo := gongwen.Image{Data: cmykJPEG(t)}
	long := gongwen.Table{Header: [][]gongwen.Span{text("序号"), text("事项")}}
	for range 4100 {
		long.Rows = append(long.Rows, [][]gongwen.Span{text("1"), text("甲")})
	}
	letter := upward()
	letter.Format = gongwen.Letter
	return map[string]*gongwen.Document{
		"report": report(), "upward": upward(), "everything": everything(t), "odd": odd, "empty": {}, "letter": letter,
		"cmyk": {Body: []gongwen.Block{photo}}, "long": {Body: []gongwen.Block{long}},
	}
}

// Every file without files inside is PDF/A-1b, as an independent validator sees it. One with a file inside is not, which shows
// that the validator looks.
func TestPreflight(t *testing.T) {
	var files, want []string
	dir := t.TempDir()
	docs := documents(t)
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		file := filepath.Join(dir, name+".pdf")
		require.NoError(t, os.WriteFile(file, render(t, docs[name]), 0o666))
		files, want = append(files, file), append(want, file+": valid")
	}
	withFile := filepath.Join(dir, "with-file.pdf")
	doc := report()
	doc.Files = []gongwen.File{{Name: "a.csv", Data: []byte("1")}}
	require.NoError(t, os.WriteFile(withFile, render(t, doc), 0o666))
	got := preflight(t, append(files, withFile)...)
	require.Equal(t, want, got[:len(want)])
	require.Contains(t, got, withFile+": not valid")
}

// qpdf finds nothing wrong with the syntax.
func TestQpdf(t *testing.T) {
	docs := documents(t)
	docs["files"] = report()
	docs["files"].Files = []gongwen.File{{Name: "数据.csv", MIME: "text/csv", Data: []byte("1")}}
	for _, doc := range docs {
		require.Contains(t, tool(t, "qpdf", "--check", save(t, doc)), "No syntax or stream encoding errors found")
	}
}

// poppler reads the structure: the same elements in the same order as our own reader, with the same text.
func TestPopplerReadsTheStructure(t *testing.T) {
	for _, doc := range []*gongwen.Document{report(), upward(), everything(t)} {
		var want, got strings.Builder
		read(t, render(t, doc)).structure(t).walk(func(n *node) { want.WriteString(n.kind + office.Squeeze(n.text)) })
		for _, line := range strings.Split(tool(t, "pdfinfo", "-struct-text", save(t, doc)), "\n") {
			line = strings.TrimSpace(line)
			if text, ok := strings.CutPrefix(line, `"`); ok {
				got.WriteString(office.Squeeze(strings.TrimSuffix(text, `"`)))
			} else if line != "" && line[0] != '/' && !strings.HasPrefix(line, "Object ") {
				got.WriteString(regexp.MustCompile(`^\w+`).FindString(line))
			}
		}
		require.Equal(t, want.String(), got.String())
	}
}

// poppler takes the files out again.
func TestPdfdetach(t *testing.T) {
	doc := report()
	doc.Files = []gongwen.File{{Name: "数据.csv", MIME: "text/csv", Data: []byte("甲,1\n")}, {Name: "b.txt", Data: []byte("b")}}
	file, out := save(t, doc), filepath.Join(t.TempDir(), "out")
	require.Contains(t, tool(t, "pdfdetach", "-list", file), "数据.csv")
	tool(t, "pdfdetach", "-save", "1", "-o", out, file)
	got, err := os.ReadFile(out)
	require.NoError(t, err)
	require.Equal(t, "甲,1\n", string(got))
}
