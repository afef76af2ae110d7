package main

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// The shapes of -json, and what a person reads, command by command.
func TestGolden(t *testing.T) {
	dir, err := filepath.Abs("testdata")
	require.NoError(t, err)
	for _, form := range []string{"json", "text"} {
		t.Run(form, func(t *testing.T) {
			folder(t, "甲.md", unclean, "乙.md", broken, "丙.txt", plainText)
			var b strings.Builder
			for _, c := range []string{
				"sample 样例",
				"sample 样例",
				"convert 样例/命令.md -o 命令.pdf -o 命令.docx -o 命令.ofd -o 命令.html",
				"convert 甲.md -o 甲.docx -squeeze",
				"convert 乙.md -o 乙.pdf",
				"convert -force 乙.md -o 乙.pdf -o 乙.html",
				"convert 丙.txt -o 丙.html",
				"convert 无.md -o 无.pdf",
				"inspect 甲.md",
				"lint 甲.md",
				"lint -fix 甲.md -o 甲.pdf",
				"lint 丙.txt",
				"lint 甲.pdf",
				"lint 样例/命令.md",
				"convert",
				"nothing",
				"-h",
				"convert -h",
				"inspect -h",
				"lint -h",
				"sample -h",
			} {
				args := strings.Fields(c)
				if form == "json" {
					if strings.HasSuffix(c, "-h") {
						continue // that is for people
					}
					args = append(args, "-json")
				}
				code, stdout, stderr := try(args...)
				b.WriteString("$ gongwen " + strings.Join(args, " ") + "\n" + stdout)
				if form == "text" {
					b.WriteString(stderr)
				}
				if code != cli.Well {
					b.WriteString("(" + strconv.Itoa(code) + ")\n")
				}
				b.WriteString("\n")
			}
			golden(t, filepath.Join(dir, form+".golden"), b.String())
		})
	}
}
