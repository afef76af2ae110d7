// Package lawcorpus gives tests the texts of real laws, which are no part of the module: the files of the folder laws in the folder
// that the environment variable FAZHI_CORPUS names.
package lawcorpus

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// least is how many texts there are at least.
const least = 600

// Texts returns the texts by path. Without FAZHI_CORPUS the test is skipped; a folder that cannot be read, or has too few texts,
// fails it.
func Texts(tb testing.TB) map[string]string {
	tb.Helper()
	root := os.Getenv("FAZHI_CORPUS")
	if root == "" {
		tb.Skip("not run: FAZHI_CORPUS is not set")
	}
	texts := make(map[string]string)
	err := filepath.WalkDir(filepath.Join(root, "laws"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		texts[path] = string(text)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	if len(texts) < least {
		tb.Fatalf("%d texts in %s, fewer than %d", len(texts), root, least)
	}
	return texts
}
