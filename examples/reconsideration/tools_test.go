//go:build tools

package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/internal/office"
)

// Every paper of the journey has the code in print, once, and no page is empty. It needs poppler; a missing program is a failure.
func TestPapersCarryTheCode(t *testing.T) {
	clitest.Folder(t)
	code, o := program().Object(t, "journey", "-o", "文书")
	require.Equal(t, cli.Well, code)
	for _, p := range o["papers"].([]any) {
		file := p.(map[string]any)["file"].(string)
		pages, err := office.PDFPages(file)
		require.NoError(t, err)
		printed := 0
		for _, page := range pages {
			require.NotEmpty(t, page.Words, file)
			for _, row := range office.Rows(page.Words) {
				printed += strings.Count(office.Squeeze(row), "案件编号："+o["code"].(string))
				require.NotContains(t, row, o["id"])
			}
		}
		require.Equal(t, 1, printed, file)
	}
}
