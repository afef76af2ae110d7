package redact

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// Laws hold no personal data, so what is masked there is masked wrongly. FAZHI_CORPUS names a folder that holds the folder
// laws with Markdown texts. The limit is one mask, and five warnings of Check, per 100,000
// characters.
func TestFalsePositivesOnLaws(t *testing.T) {
	root := os.Getenv("FAZHI_CORPUS")
	if root == "" {
		t.Skip("not run: FAZHI_CORPUS is not set")
	}
	r, err := New(Options{Context: true})
	require.NoError(t, err)
	characters, masks, warnings := 0, 0, 0
	err = filepath.WalkDir(filepath.Join(root, "laws"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		text, err := os.ReadFile(path)
		_, report := r.Text(string(text))
		characters += utf8.RuneCount(text)
		masks += len(report.Places)
		warnings += len(r.CheckText(string(text)))
		for _, p := range report.Places {
			t.Logf("%s %s", filepath.Base(path), excerpt(string(text), p))
		}
		return err
	})
	require.NoError(t, err)
	require.Positive(t, characters)
	t.Logf("%d masks and %d warnings in %d characters", masks, warnings, characters)
	require.Less(t, masks*100_000, characters)
	require.Less(t, warnings*20_000, characters)
}

// excerpt shows a place with what stands around it.
func excerpt(text string, p Place) string {
	runes := []rune(text)
	end := p.Start + p.Length
	return string(p.Kind) + " " + string(runes[max(p.Start-8, 0):p.Start]) + "【" + string(runes[p.Start:end]) + "】" +
		string(runes[end:min(end+8, len(runes))])
}
