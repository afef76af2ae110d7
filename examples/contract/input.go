package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

// maxJSON is more than a story or the settings of a place need.
const maxJSON = 1 << 20

// A place has the settings of contract.Profile as a file writes them. What is left out is not set.
type place struct {
	Rule       string           `json:"rule"`
	Review     workday.Span     `json:"review"` // 5wd
	Filing     workday.Span     `json:"filing"`
	Unreviewed bool             `json:"unreviewed"`
	Exempt     []string         `json:"exempt"`
	ReviewFrom fazhi.Money      `json:"reviewFrom"` // fen
	MajorFrom  fazhi.Money      `json:"majorFrom"`
	MajorSorts []string         `json:"majorSorts"`
	Prime      []contract.Prime `json:"prime"`
}

func (p *place) profile(calendar *workday.Calendar) contract.Profile {
	return contract.Profile{
		Calendar: calendar,
		Rule:     p.Rule, Limits: contract.Limits{Review: p.Review, Filing: p.Filing}, Unreviewed: p.Unreviewed, Exempt: p.Exempt,
		ReviewFrom: p.ReviewFrom, MajorFrom: p.MajorFrom, MajorSorts: p.MajorSorts, Prime: p.Prime,
	}
}

// profile reads the file of -profile; without it nothing is set but the days off.
func (s *session) profile() (contract.Profile, error) {
	calendar, err := workday.StateCouncil()
	if err != nil || s.place == "" {
		return new(place).profile(calendar), err
	}
	settings, err := settingsOf[place](s.place, "本地规定")
	if err != nil {
		return contract.Profile{}, err
	}
	p := settings.profile(calendar)
	if _, err := contract.Checks(p); err != nil {
		return contract.Profile{}, cli.Unreadable(s.place, err)
	}
	return p, nil
}

// settingsOf reads a file of settings. The error names the member that is wrong.
func settingsOf[T any](name, what string) (*T, error) {
	data, err := loadJSON(name)
	if err != nil {
		return nil, err
	}
	v, err := cli.Strictly[T](name, what, data)
	if err == nil {
		return v, nil
	}
	if member := wrongMember[T](data); member != "" {
		return nil, cli.Unreadable(name, errors.New("不是一份"+what+"，见样例："+member))
	}
	return nil, err
}

// loadJSON reads a file of JSON, of which some editors mark the byte order.
func loadJSON(name string) ([]byte, error) {
	data, err := cli.Load(name, maxJSON)
	return bytes.TrimPrefix(data, []byte("\ufeff")), err
}

// wrongMember says which member of an object is none of T's, or has a value that is none; "" if that is not what is wrong.
func wrongMember[T any](data []byte) string {
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil {
		return ""
	}
	var known []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[T]()) {
		known = append(known, f.Tag.Get("json"))
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if !slices.Contains(known, name) {
			if n, ok := near.Name(name, known); ok {
				return "有一项不认识，是不是 " + n + "？"
			}
			return "有一项不认识，可以写的是 " + strings.Join(known, "、")
		}
		one, err := json.Marshal(map[string]json.RawMessage{name: members[name]})
		if err != nil || json.Unmarshal(one, new(T)) != nil {
			return name + " 的值不对"
		}
	}
	return ""
}

// names are what a bureau calls the sheets and columns of its ledger.
type names struct {
	Sheets  map[string]string              `json:"sheets"`  // ours: theirs
	Columns map[string]map[string][]string `json:"columns"` // by our sheets: ours: theirs
}

// book returns how the ledger of a file differs from ours: by -names, and a CSV file has one sheet without a name.
func (s *session) book(file string) (contract.BookOptions, error) {
	o := contract.BookOptions{Sheets: map[string]string{}, Tables: map[string]table.Options{}}
	if s.names != "" {
		n, err := settingsOf[names](s.names, "台账名称对照")
		if err != nil {
			return o, err
		}
		maps.Copy(o.Sheets, n.Sheets)
		for sheet, columns := range n.Columns {
			o.Tables[sheet] = table.Options{Also: columns}
		}
	}
	if cli.Extension(file) == ".csv" {
		o.Sheets[contract.Sheet] = ""
	}
	return o, nil
}

// contracts reads a workbook of contracts, or a CSV file of their main sheet.
func (s *session) contracts(name string) ([]*contract.Contract, fazhi.Issues, error) {
	options, err := s.book(name)
	if err != nil {
		return nil, nil, err
	}
	src, err := clitable.Open(name)
	if err != nil {
		return nil, nil, err
	}
	sheet, renamed := options.Sheets[contract.Sheet]
	if !renamed {
		sheet = contract.Sheet
	}
	if !slices.Contains(src.Sheets(), sheet) {
		return nil, nil, noLedger(name)
	}
	contracts, issues, err := contract.ReadBookWith(src, options)
	switch {
	case errors.Is(err, contract.ErrBook):
		return nil, nil, cli.Unreadable(s.names, err)
	case slices.ContainsFunc(issues, func(i fazhi.Issue) bool { return i.Code == table.NoHeader && i.Origin.Sheet == sheet }):
		return nil, nil, noLedger(name)
	}
	return contracts, issues, err
}

func noLedger(name string) error { return cli.Unreadable(name, errors.New("没有政府合同台账")) }
