package main

import (
	"bytes"
	"context"
	_ "embed" // the blank declaration is a file, so that it can be read
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing/fstest"
	"unicode"

	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

//go:embed blank.yaml
var blank string

// create writes a declaration with comments, and its ledger as an empty form; or the form of a declaration that there is.
func (s *session) create(_ context.Context, args []string, out *cli.Sampling) error {
	name, kind := args[0], s.kind
	switch {
	case !isName(name):
		return cli.Misused("名称应当由汉字、字母、数字组成，不超过 20 个字")
	case s.from != "" && kind != "":
		return cli.Misused("写了 -from 的，不写 -kind")
	case s.from != "":
		return s.form(name, out)
	case kind == "":
		kind = "local/area"
	}
	declaration := []byte(strings.NewReplacer("〔名称〕", name, "〔种类〕", kind).Replace(blank))
	areas, err := activity.Parse(name+".yaml", declaration)
	if err != nil {
		return cli.Misused("-kind 应当由小写字母、数字、连字符组成，以斜线分段，如 quanyuan/notary")
	}
	book, err := bookOf(areas)
	if err != nil {
		return err
	}
	out.Files, err = s.write(fstest.MapFS{name + ".yaml": {Data: declaration}, name + ".xlsx": {Data: book}})
	return err
}

// form writes the ledgers of a declaration, or of a built-in area by its sheet, as empty forms: one workbook, with the ledgers
// above that the file does not declare.
func (s *session) form(name string, out *cli.Sampling) error {
	areas, err := s.source()
	if err != nil {
		return err
	}
	above, err := missingAbove(areas)
	if err != nil {
		return err
	}
	book, err := bookOf(append(areas, above...))
	if err != nil {
		return err
	}
	out.Files, err = s.write(fstest.MapFS{name + ".xlsx": {Data: book}})
	return err
}

// source returns the areas that -from names.
func (s *session) source() ([]*activity.Activity, error) {
	if ext := cli.Extension(s.from); ext == ".yaml" || ext == ".yml" {
		areas, err := parsed(s.from)
		var faults *activity.ParseError
		if errors.As(err, &faults) {
			return nil, cli.Unreadable(s.from, fmt.Errorf("声明有 %d 处错误，先用 activity check 检查", len(faults.Issues)))
		}
		return areas, err
	}
	built, err := builtIn()
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(built, func(a *activity.Activity) bool { return a.Sheet() == s.from || string(a.Kind()) == s.from })
	if at < 0 {
		return nil, cli.Misused("-from 应写声明（.yaml）或者内置领域的工作表，activity list 列出有哪些")
	}
	return built[at : at+1 : at+1], nil
}

func bookOf(areas []*activity.Activity) ([]byte, error) {
	sheets := make([]table.Sheet, len(areas))
	for i, a := range areas {
		sheets[i] = a.Template()
	}
	var book bytes.Buffer
	err := xlsx.Write(&book, sheets)
	return book.Bytes(), err
}

// write writes files into the folder of -o, and overwrites nothing.
func (s *session) write(files fstest.MapFS) ([]string, error) {
	folder := s.folder
	if folder == "" {
		folder = "."
	}
	return cli.WriteSamples(files, folder)
}

// isName reports whether a name can be that of a file, a sheet and figures.
func isName(name string) bool {
	return len([]rune(name)) <= 20 && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
