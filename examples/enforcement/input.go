package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
)

// A session is one run of a command.
type session struct {
	cli.World
	options
}

// readFiles reads case files in any of the forms that they may have.
func readFiles(name string) ([]*casefile.File, fazhi.Issues, error) {
	switch cli.Extension(name) {
	case ".xlsx", ".csv":
		src, err := clitable.Open(name)
		if err != nil {
			return nil, nil, err
		}
		return casefile.ReadSheets(src)
	case ".json":
		data, err := cli.Load(name, cli.MaxInput)
		if err != nil {
			return nil, nil, err
		}
		return oneFile(name, data)
	case ".jsonl":
		data, err := cli.Load(name, cli.MaxInput)
		if err != nil {
			return nil, nil, err
		}
		return eachLine(name, data)
	}
	return nil, nil, cli.Unreadable(name, errors.New("案卷应当是 .json、.jsonl、.xlsx 或者 .csv"))
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
	data, err := cli.Load(name, cli.MaxInput)
	if err != nil {
		return err
	}
	return parseObject(name, data, to)
}

func parseObject(name string, data []byte, to any) error {
	if text := bytes.TrimSpace(data); len(text) > 0 && text[0] != '{' {
		return cli.Unreadable(name, errNoObject)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(to); err != nil {
		return cli.Unreadable(name, jsonFault(err))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return cli.Unreadable(name, errors.New("JSON 对象之后还有内容"))
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
