package lint_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/lint"
	"github.com/fazhi-go/fazhi/gongwen/read"
)

// Published laws are well written: what the rules call an error there, beside the half-width marks of careless copies,
// is mostly a false alarm. FAZHI_CORPUS names a folder that holds the folder laws with Markdown texts.
func TestCorpus(t *testing.T) {
	root := os.Getenv("FAZHI_CORPUS")
	if root == "" {
		t.Skip("not run: FAZHI_CORPUS is not set")
	}
	errors, half, characters := 0, 0, 0
	err := filepath.WalkDir(filepath.Join(root, "laws"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text := strings.NewReplacer("<!-- INFO END -->", "", "#", "").Replace(string(data))
		r, err := read.Text(entry.Name(), []byte(text))
		if err != nil {
			return err
		}
		characters += utf8.RuneCountInString(text)
		for _, f := range lint.Document(r.Document, lint.Options{}) {
			switch {
			case f.Code == "gongwen/lint/half-width-mark":
				half++
			case f.Severity == fazhi.Error:
				errors++
			}
		}
		return nil
	})
	require.NoError(t, err)
	require.Greater(t, characters, 1_000_000)
	rate := float64(errors) * 10_000 / float64(characters)
	t.Logf("%d characters: %d errors (%.2f in 10,000), and %d half-width marks", characters, errors, rate, half)
	require.Less(t, rate, 0.5, "errors in 10,000 characters")
}
