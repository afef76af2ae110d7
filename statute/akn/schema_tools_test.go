//go:build tools

package akn_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/lawcorpus"
	"github.com/fazhi-go/fazhi/internal/office"
)

// These tests ask xmllint and the schema of OASIS. Whoever sets the tag has them: a missing one is a failure, not a pass.
//
//	FAZHI_SCHEMAS=… FAZHI_CORPUS=… go test -tags tools ./statute/akn
//
// FAZHI_SCHEMAS names a folder with the schemas of Akoma Ntoso 3.0, akomantoso30.xsd and xml.xsd, in its folder akn.

// validate has xmllint validate texts, by name.
func validate(t *testing.T, texts map[string]string) {
	t.Helper()
	schemas := os.Getenv("FAZHI_SCHEMAS")
	require.NotEmpty(t, schemas, "FAZHI_SCHEMAS is not set")
	dir := t.TempDir()
	names := slices.Sorted(maps.Keys(texts))
	for some := range slices.Chunk(names, 50) {
		args := []string{"--noout", "--nonet", "--schema", filepath.Join(schemas, "akn", "akomantoso30.xsd")}
		for i, name := range some {
			path := filepath.Join(dir, strconv.Itoa(i)+".xml")
			require.NoError(t, os.WriteFile(path, write(t, texts[name]), 0o666))
			args = append(args, path)
		}
		_, err := office.Run(nil, "xmllint", args...)
		require.NoError(t, err, "%q", some)
	}
}

func TestInventedTextsAreValid(t *testing.T) { validate(t, invented()) }

func TestTheCorpusIsValid(t *testing.T) {
	texts := lawcorpus.Texts(t)
	validate(t, texts)
	t.Logf("%d texts are valid", len(texts))
}
