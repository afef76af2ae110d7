//go:build tools

package markup_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/office"
	"github.com/fazhi-go/fazhi/statute/markup"
)

// html-validate, which whoever sets the tag has on the PATH, finds nothing: syntax, headings, landmarks, what cannot be reached.
//
//	npm install --prefix DIR html-validate; PATH=DIR/node_modules/.bin:$PATH go test -tags tools ./statute/markup
func TestHTMLValidate(t *testing.T) {
	dir := t.TempDir()
	args := []string{"--config", "testdata/htmlvalidate.json", "--max-warnings", "0"}
	for name, raw := range invented() {
		path := filepath.Join(dir, name+".html")
		require.NoError(t, os.WriteFile(path, []byte(written(t, markup.HTML, parse(raw))), 0o666))
		args = append(args, path)
	}
	_, err := office.Run(nil, "html-validate", args...)
	require.NoError(t, err)
}
