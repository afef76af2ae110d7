//go:build tools

package html_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/internal/office"
)

// These tests ask other programs. Whoever sets the tag has them on the PATH: a missing one is a failure, not a pass.
//
//	npm install --prefix DIR html-validate vnu-jar axe-core playwright-core; apt install chromium default-jre-headless poppler-utils
//	PATH=DIR/node_modules/.bin:$PATH go test -tags tools ./gongwen/html

// pages writes a page of every kind and returns the paths.
func pages(t *testing.T) []string {
	docs := forms()
	docs["everything"], docs["report"], docs["ten"] = everything(), gongwentest.Report(), tenPages()
	docs["markup"], docs["blank"] = inEveryPlace(`"><script>alert(1)</script>&amp;`), inEveryPlace(" ")
	docs["untitled"] = &gongwen.Document{Body: everything().Body}
	dir := t.TempDir()
	var paths []string
	for name, d := range docs {
		path := filepath.Join(dir, name+".html")
		require.NoError(t, os.WriteFile(path, []byte(render(t, d)), 0o666))
		paths = append(paths, path)
	}
	return paths
}

// modules returns the folder of the npm packages, of which playwright-core is one.
func modules(t *testing.T) string {
	t.Helper()
	program, err := exec.LookPath("playwright-core")
	require.NoError(t, err, "npm packages are not on the PATH")
	program, err = filepath.EvalSymlinks(program)
	require.NoError(t, err)
	return filepath.Dir(filepath.Dir(program))
}

// html-validate finds nothing: syntax, headings, landmarks, names of what can be used.
func TestHTMLValidate(t *testing.T) {
	_, err := office.Run(nil, "html-validate", append([]string{"--config", "testdata/htmlvalidate.json", "--max-warnings", "0"}, pages(t)...)...)
	require.NoError(t, err)
}

// The Nu checker, which is the one of the makers of HTML, finds no error.
func TestNu(t *testing.T) {
	jar := filepath.Join(modules(t), "vnu-jar", "build", "dist", "vnu.jar")
	_, err := office.Run(nil, "java", append([]string{"-jar", jar, "--errors-only"}, pages(t)...)...)
	require.NoError(t, err)
}

// axe-core finds no violation, on a telephone and on a desk; no page is wider than the screen, asks for anything or complains.
func TestAxe(t *testing.T) {
	out, err := office.Run([]string{"NODE_PATH=" + modules(t)}, "node", append([]string{"testdata/browse.js", chromium(t)}, pages(t)...)...)
	require.NoError(t, err)
	var found []struct {
		Page                             string
		Width, Wide, Passes, Requests    int
		Messages, Violations, Incomplete []string
	}
	require.NoError(t, json.Unmarshal([]byte(out), &found))
	require.Len(t, found, 2*10)
	for _, f := range found {
		name := filepath.Base(f.Page)
		require.Empty(t, f.Violations, "%s, %d px", name, f.Width)
		require.Empty(t, f.Messages, name)
		require.Greater(t, f.Passes, 20, name)
		require.LessOrEqual(t, f.Wide, 0, "%s, %d px", name, f.Width)
		require.Equal(t, 1, f.Requests, "%s asks for more than itself", name)
		for _, rule := range f.Incomplete { // contrast is not measured where something is cut off or drawn over a drawing
			require.True(t, strings.HasPrefix(rule, "color-contrast: "), "%s: %s", name, rule)
		}
	}
}

func chromium(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("chromium")
	require.NoError(t, err)
	return path
}

// Printed, a page of text has 22 lines of 28 characters, and its number at the foot.
func TestPrint(t *testing.T) {
	dir := t.TempDir()
	d := body(para(strings.Repeat("法", 26+27*28)), para(strings.Repeat("治", 26+27*28)))
	page, printed := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	require.NoError(t, os.WriteFile(page, []byte(render(t, d)), 0o666))
	fonts, err := filepath.Abs("../fonts")
	require.NoError(t, err)
	config := filepath.Join(dir, "fonts.conf")
	require.NoError(t, os.WriteFile(config, []byte(`<fontconfig><dir>`+fonts+`</dir><cachedir>`+dir+`</cachedir></fontconfig>`), 0o666))
	_, err = office.Run([]string{"FONTCONFIG_FILE=" + config}, chromium(t), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
		"--no-first-run", "--disable-background-networking", "--user-data-dir="+filepath.Join(dir, "profile"),
		"--no-pdf-header-footer", "--print-to-pdf="+printed, "file://"+page)
	require.NoError(t, err)
	got, err := office.PDFLines(printed)
	require.NoError(t, err)
	require.Len(t, got, 3)
	for i, lines := range got[:2] {
		require.Len(t, lines, 23, "page %d", i+1)
		require.Equal(t, "—"+string(rune('1'+i))+"—", strings.ReplaceAll(lines[22], " ", ""))
	}
	require.Equal(t, 26, utf8.RuneCountInString(got[0][0]))
	for _, line := range append(got[0][1:22], got[1][:6]...) {
		require.Equal(t, strings.Repeat("法", 28), line)
	}
	require.Equal(t, 26, utf8.RuneCountInString(got[1][6]))
}
