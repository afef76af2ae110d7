package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// maxInput is how large a file may be.
const maxInput = 64 << 20

// A session is one run of a command.
type session struct {
	cli.World
	options
}

// load reads a file, not more than maxInput.
func load(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, unreadable(name, err)
	case !info.Mode().IsRegular():
		return nil, unreadable(name, errors.New("不是文件"))
	case info.Size() > maxInput:
		return nil, unreadable(name, fmt.Errorf("超过 %d MiB", maxInput>>20))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxInput))
	if err != nil {
		return nil, unreadable(name, err)
	}
	return data, nil
}

func unreadable(name string, why error) error {
	return fmt.Errorf("不能读取 %s：%w", name, plainly(why))
}

// plainly is cli.Plainly with what a folder that is a file makes of a path, and without the paths of a link.
func plainly(err error) error {
	var link *os.LinkError
	if errors.As(err, &link) {
		err = link.Err
	}
	if errors.Is(err, syscall.ENOTDIR) {
		return errors.New("上一级不是目录")
	}
	return cli.Plainly(err)
}

// extension is that of a file's name, in lower case.
func extension(name string) string { return strings.ToLower(filepath.Ext(name)) }

// openTable opens a workbook or a CSV file. Its content is in memory, so there is nothing to close.
func openTable(name string) (table.Source, error) {
	ext := extension(name)
	if ext != ".xlsx" && ext != ".csv" {
		return nil, unreadable(name, errors.New("应当是 .xlsx 或者 .csv"))
	}
	data, err := load(name)
	if err != nil {
		return nil, err
	}
	if ext == ".csv" {
		return table.CSV(name, data)
	}
	src, err := xlsx.Open(name, bytes.NewReader(data), int64(len(data)), xlsx.Options{})
	if errors.Is(err, zip.ErrFormat) {
		return nil, unreadable(name, errors.New("不是完整的工作簿（.xlsx）"))
	}
	return src, err
}

// readFiles reads case files in any of the forms that they may have.
func readFiles(name string) ([]*casefile.File, fazhi.Issues, error) {
	switch extension(name) {
	case ".xlsx", ".csv":
		src, err := openTable(name)
		if err != nil {
			return nil, nil, err
		}
		return casefile.ReadSheets(src)
	case ".json":
		data, err := load(name)
		if err != nil {
			return nil, nil, err
		}
		return oneFile(name, data)
	case ".jsonl":
		data, err := load(name)
		if err != nil {
			return nil, nil, err
		}
		return eachLine(name, data)
	}
	return nil, nil, unreadable(name, errors.New("案卷应当是 .json、.jsonl、.xlsx 或者 .csv"))
}

func oneFile(name string, data []byte) ([]*casefile.File, fazhi.Issues, error) {
	f, issues, err := casefile.Read(name, bytes.NewReader(data))
	if err != nil || f == nil {
		return nil, issues, err
	}
	return []*casefile.File{f}, issues, nil
}

// eachLine reads a case file a line.
func eachLine(name string, data []byte) (files []*casefile.File, issues fazhi.Issues, err error) {
	n := 0
	for line := range bytes.Lines(data) {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		f, found, err := casefile.Read(name, bytes.NewReader(line))
		if err != nil {
			return nil, nil, err
		}
		for _, i := range found {
			i.Origin = fazhi.Origin{File: name, Cell: fmt.Sprintf("第%d行", n)}
			issues = append(issues, i)
		}
		if f != nil {
			files = append(files, f)
		}
	}
	return files, issues, nil
}

// lines are case files as readFiles reads them, one a line.
func lines(files []*casefile.File) ([]byte, error) {
	var b bytes.Buffer
	for _, f := range files {
		if err := cli.WriteJSON(&b, f); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// readObject reads one JSON object without unknown members.
func readObject(name string, to any) error {
	data, err := load(name)
	if err != nil {
		return err
	}
	return parseObject(name, data, to)
}

func parseObject(name string, data []byte, to any) error {
	if text := bytes.TrimSpace(data); len(text) > 0 && text[0] != '{' {
		return unreadable(name, errNoObject)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(to); err != nil {
		return unreadable(name, jsonFault(err))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return unreadable(name, errors.New("JSON 对象之后还有内容"))
	}
	return nil
}

var errNoObject = errors.New("不是 JSON 对象")

// jsonFault says in Chinese what package json found, without the value.
func jsonFault(err error) error {
	var kind *json.UnmarshalTypeError
	field, unknown := strings.CutPrefix(err.Error(), "json: unknown field ")
	switch {
	case errors.As(err, &kind) && kind.Field == "":
		return errNoObject
	case errors.As(err, &kind):
		return fmt.Errorf("%s 的值不是应有的种类", kind.Field)
	case unknown:
		return fmt.Errorf("没有 %s 这一项", field)
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("不是完整的 JSON 对象")
	}
	return err
}
