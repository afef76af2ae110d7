package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi/table"
)

// Names of the input files.
const (
	ledgersFile   = "ledgers.xlsx"
	narrativeFile = "narrative.md"
	lastYearFile  = "last-year.xlsx"
	guideFile     = "说明.md"
)

//go:generate go run ./internal/invent/write data/ledgers.xlsx data/last-year.xlsx

//go:embed data/ledgers.xlsx
var exampleLedgers []byte

//go:embed data/narrative.md
var exampleNarrative []byte

//go:embed data/last-year.xlsx
var exampleLastYear []byte

func runInit(args []string, stdout, stderr io.Writer) int {
	if len(args) == 1 && (args[0] == "-h" || args[0] == "-help" || args[0] == "--help") {
		fmt.Fprint(stderr, usage)
		return exitWell
	}
	if len(args) != 1 || args[0] == "" || strings.HasPrefix(args[0], "-") {
		fmt.Fprintln(stderr, "annual：init 之后应当写一个目录（annual -h 显示用法）")
		return exitUnusable
	}
	if err := initialise(args[0]); err != nil {
		fmt.Fprintln(stderr, "annual："+err.Error())
		return exitUnusable
	}
	fmt.Fprintf(stdout, "已写入 %s、%s、%s、%s，填写方法见 %s\n", ledgersFile, narrativeFile, lastYearFile, guideFile, guideFile)
	return exitWell
}

// initialise writes the example into a directory as a starting point. It never overwrites a file.
func initialise(dir string) error {
	ledgers, err := ledgers(nil)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("不能建立目录：%w", plain(err))
	}
	files := []output{{ledgersFile, exampleLedgers}, {narrativeFile, exampleNarrative}, {lastYearFile, exampleLastYear}, {guideFile, guide(ledgers)}}
	for _, f := range files {
		if _, err := os.Lstat(filepath.Join(dir, f.name)); !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("目录里已经有 %s，没有写入", f.name)
		}
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.data, 0o644); err != nil {
			return fmt.Errorf("不能写入 %s：%w", f.name, plain(err))
		}
	}
	return nil
}

// guide documents the sheets and columns of all ledgers, those without example data too.
func guide(ledgers []ledger) []byte {
	var b strings.Builder
	b.WriteString("# 台账和叙述的填写\n\n" +
		"- `ledgers.xlsx` 每张工作表是一本台账，表头可以在标题行之下；也可以不用工作簿，把每本台账存为以工作表命名的 CSV 文件（UTF-8 或 GB 18030）。\n" +
		"- 没有的台账可以不要；叙述里用到的数据项必须有台账。\n" +
		"- `narrative.md` 是报告的文字，`{{复议.纠错率}}` 这样的占位符由台账算出。\n" +
		"- 数量可以写作“2000余”，表示台账只知道下限；印出来也带“余”。\n" +
		"- `last-year.xlsx` 是上一年度生成的 `figures.xlsx`，改名放在这里，“一图读懂”就写明各项数据比上年增减多少；没有上一年度的数据，移走这个文件。\n" +
		"  只读其中“数据项”一张工作表的标识、数值、分子、分母、单位、印作、期间、口径八列。\n")
	for _, l := range ledgers {
		fmt.Fprintf(&b, "\n## %s\n\n| 列 | 填写 | 必填 | 说明 |\n| --- | --- | --- | --- |\n", l.sheet)
		for _, c := range l.columns {
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", c.Name, filling(c), mark(c.Required), strings.ReplaceAll(c.Doc, "|", "｜"))
		}
	}
	return []byte(b.String())
}

func filling(c table.Column) string {
	if len(c.Choices) > 0 {
		return strings.Join(c.Choices, "、")
	}
	return c.Kind.String()
}

func mark(required bool) string {
	if required {
		return "是"
	}
	return ""
}
