package plugintest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A Case is a document and what is to be found in it, in any order.
type Case struct {
	Name     string            `json:"-"`   // of its file, without the ending
	Doc      string            `json:"doc"` // what it is about, in one sentence
	Document protocol.Document `json:"document"`
	LawOn    fazhi.Date        `json:"lawOn,omitzero"` // zero: every check is in force
	Today    fazhi.Date        `json:"today,omitzero"` // zero: 2025-01-01
	Want     []Want            `json:"want,omitempty"`
}

// Want is one issue that is to be found.
type Want struct {
	Code fazhi.Code `json:"code"`
	Path fazhi.Path `json:"path"`
}

// String returns "code path".
func (w Want) String() string { return strings.TrimRight(string(w.Code)+" "+string(w.Path), " ") }

// maxCase is how large the file of a case may be, in bytes.
const maxCase = protocol.MaxMessage

// ReadCases reads the golden cases of a folder, the files whose names end with .json, by name. The package comment has their form;
// a member that it does not know, or one that is missing, is an error. The error joins everything that is wrong.
func ReadCases(dir fs.FS) ([]Case, error) {
	files, err := fs.Glob(dir, "*.json")
	if err == nil && len(files) == 0 {
		err = errors.New("没有以 .json 结尾的文件")
	}
	if err != nil {
		return nil, fmt.Errorf("plugintest: 案例：%w", err)
	}
	var cases []Case
	var faults []error
	for _, file := range files {
		c, err := readCase(dir, file)
		if err != nil {
			faults = append(faults, fmt.Errorf("plugintest: 案例 %s：%w", file, err))
		}
		cases = append(cases, c)
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return cases, nil
}

func readCase(dir fs.FS, file string) (Case, error) {
	info, err := fs.Stat(dir, file)
	if err == nil && info.Size() > maxCase {
		err = errors.New("超过 8 MiB")
	}
	if err != nil {
		return Case{}, err
	}
	text, err := fs.ReadFile(dir, file)
	if err != nil {
		return Case{}, err
	}
	c, err := ParseCase(text)
	c.Name = strings.TrimSuffix(path.Base(file), ".json")
	return c, err
}

// ParseCase reads one golden case. The error says what is wrong with it; the case is the zero Case then.
func ParseCase(text []byte) (Case, error) {
	if _, err := canon.Append(nil, text); err != nil { // double names, bytes that are not UTF-8, too deep
		return Case{}, err
	}
	var c Case
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&c); err != nil {
		return Case{}, err
	}
	if err := c.vet(); err != nil {
		return Case{}, err
	}
	return c, nil
}

// vet says everything that is missing.
func (c *Case) vet() error {
	var wrong []error
	for _, must := range []struct {
		is   bool
		name string
	}{
		{c.Doc != "", "doc"}, {c.Document.Kind != "", "document/kind"}, {c.Document.ID != "", "document/id"},
		{bytes.HasPrefix(c.Document.Content, []byte("{")), "document/content"}, {c.Want != nil, "want"},
		{!slices.ContainsFunc(c.Want, func(w Want) bool { return w.Code == "" }), "want/code"},
	} {
		if !must.is {
			wrong = append(wrong, fmt.Errorf("没有 /%s，或者写得不对", must.name))
		}
	}
	return errors.Join(wrong...)
}
