package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/diff"
	"github.com/fazhi-go/fazhi/statute/library"
)

// A lawEntry is one law in the file of -library.
type lawEntry struct {
	Name     string         `json:"name"`
	Aliases  []string       `json:"aliases"`
	Number   string         `json:"number"`
	Versions []versionEntry `json:"versions"`
}

// A versionEntry is one version of it. File lies beside the file of -library; without it the text is not held.
type versionEntry struct {
	From  fazhi.Date `json:"from"`
	Until fazhi.Date `json:"until"`
	File  string     `json:"file"`
}

// laws reads the file of -library and the texts that it names. Without -library the library is empty.
func (s *session) laws() (*library.Library, error) {
	if s.lawsFile == "" {
		return &library.Library{}, nil
	}
	var entries []lawEntry
	if err := s.strict("-library", s.lawsFile, &entries); err != nil {
		return nil, err
	}
	var laws []library.Law
	var wrong []error
	for _, e := range entries {
		law, err := s.readLaw(e)
		laws, wrong = append(laws, law), append(wrong, err)
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, fmt.Errorf("-library：%w", err)
	}
	l, err := library.New(laws...)
	if err != nil {
		return nil, fmt.Errorf("-library：%w", err)
	}
	return l, nil
}

func (s *session) readLaw(e lawEntry) (library.Law, error) {
	law := library.Law{Name: e.Name, Aliases: e.Aliases, Number: e.Number}
	var before *statute.Text
	for _, v := range e.Versions {
		version := library.Version{From: v.From, Until: v.Until}
		if v.File != "" {
			src, err := s.load(filepath.Join(filepath.Dir(s.lawsFile), filepath.FromSlash(v.File)))
			if err != nil {
				return law, err
			}
			version.Text, _ = statute.Parse(src.name, src.text)
			version.Renumbered = renumbered(before, version.Text)
		}
		before = version.Text
		law.Versions = append(law.Versions, version)
	}
	return law, nil
}

// renumbered returns which articles have another number in the next version, and which are gone, as the comparison has it.
func renumbered(before, after *statute.Text) map[statute.Num]statute.Num {
	if before == nil || after == nil {
		return nil
	}
	moved := make(map[statute.Num]statute.Num)
	for e := range diff.Compare(before, after).Changes() {
		switch {
		case e.Old == nil || e.Old.Kind != statute.Article || e.Old.Quoted() || e.Old.Up(statute.Annex) != nil:
		case e.New == nil:
			moved[e.Old.Num] = statute.Num{}
		case e.New.Num != e.Old.Num:
			moved[e.Old.Num] = e.New.Num
		}
	}
	return moved
}

// strict reads one JSON value of a file and nothing that v does not have. The error says where and repeats no value.
func (s *session) strict(flag, name string, v any) error {
	data, err := s.bytes(name)
	if err != nil {
		return fmt.Errorf("%s：%w", flag, err)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err = d.Decode(v)
	if _, more := d.Token(); err == nil && !errors.Is(more, io.EOF) {
		err = errors.New("more")
	}
	if err != nil {
		line := 1 + bytes.Count(data[:d.InputOffset()], []byte("\n"))
		return fmt.Errorf("%s：%s 第%d行之后：不是所要的 JSON，见样例", flag, name, line)
	}
	return nil
}
