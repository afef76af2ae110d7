package main

import (
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// asked is what is asked, command by command.
const asked = `sample 样例
sample 样例
convert 样例/命令.md -o 命令.pdf -o 命令.docx -o 命令.ofd -o 命令.html
convert 甲.md -o 甲.docx -squeeze
convert 乙.md -o 乙.pdf
convert -force 乙.md -o 乙.pdf -o 乙.html
convert 丙.txt -o 丙.html
convert 无.md -o 无.pdf
inspect 甲.md
lint 甲.md
lint -fix 甲.md -o 甲.pdf
lint 丙.txt
lint 甲.pdf
lint 样例/命令.md
convert
nothing
-h
convert -h
inspect -h
lint -h
sample -h`

// The shapes of -json, and what a person reads, command by command.
func TestGolden(t *testing.T) {
	clitest.Program(try).Transcripts(t, "gongwen", strings.Split(asked, "\n"), func(t *testing.T) { clitest.Folder(t, "甲.md", unclean, "乙.md", broken, "丙.txt", plainText) })
}
