//go:build tools

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"

	"github.com/fazhi-go/fazhi/internal/office"
)

// Other programs see the samples as this one says they are: poppler counts the same pages and finds the title. A missing
// program is a failure.
func TestSamplesInPoppler(t *testing.T) {
	clitest.Folder(t)
	well(t, "sample", "样例")
	for name, title := range map[string]string{
		"通知": "清理工作的通知", "报告": "工作情况的报告", "联合通知": "关于进一步加强人民调解员队伍建设的通知",
		"信函": "关于商请提供涉企行政检查数据的函", "命令": "泉州市泉源区人民政府令", "纪要": "泉源区司法局2025年第三次局长办公会议纪要",
	} {
		_, o := object(t, "convert", filepath.Join("样例", name+".md"), "-o", "a.pdf")
		pages, err := office.PDFPages("a.pdf")
		require.NoError(t, err)
		require.EqualValues(t, len(pages), o["pages"], name)
		text, err := office.Run(nil, "pdftotext", "-l", "1", "a.pdf", "-")
		require.NoError(t, err)
		require.Contains(t, strings.ReplaceAll(text, " ", ""), title)
	}
}

// What travels in a PDF comes out as it was.
func TestAttachedInPoppler(t *testing.T) {
	clitest.Folder(t, "数据.csv", "项目,件\n收到,128\n")
	well(t, "sample", "样例")
	well(t, "convert", "样例/信函.md", "-attach", "数据.csv", "-o", "a.pdf")
	_, err := office.Run(nil, "pdfdetach", "-save", "1", "-o", "出.csv", "a.pdf")
	require.NoError(t, err)
	data, err := os.ReadFile("出.csv")
	require.NoError(t, err)
	require.Equal(t, "项目,件\n收到,128\n", string(data))
}
