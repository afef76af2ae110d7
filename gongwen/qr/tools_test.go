//go:build tools

package qr_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	embedded "github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/qr"
	"github.com/fazhi-go/fazhi/gongwen/raster"
)

// ZBar, which shares no code with this module, reads back what was written. It needs zbarimg (zbar-tools).
func TestScan(t *testing.T) {
	fonts, err := embedded.Embedded()
	require.NoError(t, err)
	for _, text := range []string{address, "0123456789", "HTTPS://EXAMPLE.GOV.CN/5", "𫖯〔2025〕①", strings.Repeat("https://example.gov.cn/", 40)} {
		d, err := qr.Draw(text, qr.Options{Ink: gongwen.RGB(31, 78, 121)})
		require.NoError(t, err)
		name := filepath.Join(t.TempDir(), "code.png")
		file, err := os.Create(name)
		require.NoError(t, err)
		require.NoError(t, raster.PNG(file, &d, fonts, 500))
		require.NoError(t, file.Close())
		out, err := exec.CommandContext(t.Context(), "zbarimg", "--quiet", "--raw", name).Output()
		require.NoError(t, err)
		require.Equal(t, text, strings.TrimSuffix(string(out), "\n"))
	}
}
