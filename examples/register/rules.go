package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/workday"
)

// A subject is a kind of document that the library has a flow for.
type subject struct {
	name string
	flow lifecycle.Flow
	new  func() fazhi.Document
}

func subjects() []subject {
	return []subject{
		{"contract", contract.Flow(contract.Profile{}), func() fazhi.Document { return new(contract.Contract) }},
		{"normdoc", normdoc.Flow(normdoc.Profile{}), func() fazhi.Document { return new(normdoc.Doc) }},
		{"council-item", normdoc.ItemFlow(normdoc.Profile{}), func() fazhi.Document { return new(normdoc.Item) }},
		{"major-decision", normdoc.DecisionFlow(normdoc.Profile{}), func() fazhi.Document { return new(normdoc.Decision) }},
		{"reconsideration", reconsideration.Flow(reconsideration.Profile{}), func() fazhi.Document { return new(reconsideration.Case) }},
		{"suit", reconsideration.SuitFlow(reconsideration.Profile{}), func() fazhi.Document { return new(reconsideration.Suit) }},
		{"mediation", mediation.Flow(mediation.Profile{}), func() fazhi.Document { return new(mediation.Case) }},
		{"enforcement", enforcement.Flow(enforcement.Profile{}), func() fazhi.Document { return new(enforcement.File) }},
	}
}

// rules are those of a book: the rules file with what the command line adds.
type rules struct {
	series   []register.Series
	draw     []string // the series that -series names
	subjects []subject
	machines []*lifecycle.Machine
}

// machine returns the flow of a kind, nil without one.
func (r *rules) machine(kind fazhi.Kind) *lifecycle.Machine {
	for _, m := range r.machines {
		if m.Kind() == kind {
			return m
		}
	}
	return nil
}

// subject returns that of a kind whose flow is followed.
func (r *rules) subject(kind fazhi.Kind) (subject, bool) {
	at := slices.IndexFunc(r.subjects, func(s subject) bool { return s.flow.Kind == kind })
	if at < 0 {
		return subject{}, false
	}
	return r.subjects[at], true
}

// A rulesFile is the form of -rules.
type rulesFile struct {
	Series []seriesRule `json:"series"`
	Flows  []string     `json:"flows"`
}

type seriesRule struct {
	Name       string `json:"name"`
	Pattern    string `json:"pattern"`
	Continuous bool   `json:"continuous"`
	Hold       int    `json:"hold"`
}

// rules reads the rules file and the flags of series. Everything that is wrong is said together.
func (s *session) rules() (*rules, error) {
	r := &rules{}
	var wrong []error
	if s.options.rules != "" {
		if err := s.readRules(r); err != nil {
			return nil, err
		}
	}
	v := &values{}
	hold := int(v.number("hold", s.options.hold, 0))
	for _, text := range s.options.series {
		if err := r.add(text, hold); err != nil {
			wrong = append(wrong, fmt.Errorf("-series：%w", err))
		}
	}
	return r, errors.Join(append(wrong, v.err())...)
}

func (s *session) readRules(r *rules) error {
	data, err := s.file(s.options.rules, maxSmall)
	if err != nil {
		return fmt.Errorf("-rules：%w", err)
	}
	var f rulesFile
	if err := strict(data, &f); err != nil {
		return fmt.Errorf("-rules：%s：%w", baseOf(s.options.rules), err)
	}
	var wrong []error
	for i, rule := range f.Series {
		if err := r.define(rule); err != nil {
			wrong = append(wrong, fmt.Errorf("-rules：%s：/series/%d：%w", baseOf(s.options.rules), i, err))
		}
	}
	for i, name := range f.Flows {
		if err := r.follow(name); err != nil {
			wrong = append(wrong, fmt.Errorf("-rules：%s：/flows/%d：%w", baseOf(s.options.rules), i, err))
		}
	}
	return errors.Join(wrong...)
}

// define adds a series.
func (r *rules) define(rule seriesRule) error {
	scheme, err := numbering.Parse(rule.Pattern)
	switch {
	case rule.Name == "":
		return errors.New("没有 name")
	case err != nil:
		return err
	case !scheme.Yearly() && !rule.Continuous:
		return errors.New("规则没有年份，逐年从1起会有重号；写明 continuous 为 true")
	case rule.Hold < 0:
		return errors.New("hold 为负数")
	case r.knows(rule.Name):
		return errors.New("系列的名称重复")
	}
	r.series = append(r.series, register.Series{Name: rule.Name, Number: scheme.Number, Continuous: rule.Continuous, Hold: rule.Hold})
	return nil
}

func (r *rules) knows(name string) bool {
	return slices.ContainsFunc(r.series, func(s register.Series) bool { return s.Name == name })
}

// follow adds the flow of a subject, by its name or by its kind.
func (r *rules) follow(name string) error {
	list := subjects()
	at := slices.IndexFunc(list, func(s subject) bool { return s.name == name || string(s.flow.Kind) == name })
	if at < 0 {
		return errors.New("没有这个内置的办理流程")
	}
	machine, err := lifecycle.Compile(list[at].flow)
	if err != nil {
		return err
	}
	r.subjects = append(r.subjects, list[at])
	r.machines = append(r.machines, machine)
	return nil
}

// add takes one -series: NAME=PATTERN defines the series; NAME alone is one of the rules file or, without such a file, that
// of the document numbers of an issuer.
func (r *rules) add(text string, hold int) error {
	if strings.ContainsAny(text, "'\"`") {
		return errors.New("编号系列中有引号：命令行的引号没有去掉，请用双引号")
	}
	name, pattern, defined := strings.Cut(text, "=")
	r.draw = append(r.draw, name)
	if !defined {
		if r.knows(name) {
			return nil
		}
		if len(r.series) > 0 || len(r.machines) > 0 {
			return register.ErrSeries
		}
		scheme, err := numbering.DocumentNumber(name)
		if err != nil {
			return err
		}
		pattern = scheme.String()
	}
	scheme, err := numbering.Parse(pattern)
	if err != nil {
		return err
	}
	return r.define(seriesRule{Name: name, Pattern: pattern, Continuous: !scheme.Yearly(), Hold: hold})
}

// book makes the book of the session with these rules.
func (s *session) book(r *rules, hooks register.Hooks) (*register.Book, error) {
	o := register.Options{Now: s.Now, Series: r.series, Flows: r.machines, Hash: s.hash, Hooks: hooks}
	if len(r.machines) > 0 {
		calendar, err := workday.StateCouncil()
		if err != nil {
			return nil, err
		}
		o.Calendar = calendar
	}
	return register.New(s.store, o)
}

// strict reads one JSON value and nothing that v does not have. The error names the place and no value.
func strict(data []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return badJSON(data, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s：之后还有内容", lineAt(data, d.InputOffset()))
	}
	return nil
}

// badJSON says in Chinese what the package json found.
func badJSON(data []byte, err error) error {
	var syntax *json.SyntaxError
	var sort *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.EOF):
		return errors.New("文件是空的")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("JSON 没有写完")
	case errors.As(err, &syntax):
		return fmt.Errorf("%s：不是 JSON", lineAt(data, syntax.Offset))
	case errors.As(err, &sort) && sort.Field != "":
		return fmt.Errorf("/%s：应是别的类型", strings.ReplaceAll(sort.Field, ".", "/"))
	case errors.As(err, &sort):
		return errors.New("应是一个 JSON 对象")
	}
	if _, name, ok := strings.Cut(err.Error(), "unknown field "); ok {
		return fmt.Errorf("没有 %s 这个成员", name)
	}
	return errors.New("内容不合要求")
}

// lineAt is the place of a byte.
func lineAt(data []byte, offset int64) string {
	before := data[:min(int(offset), len(data))]
	return fmt.Sprintf("第%d行", 1+bytes.Count(before, []byte("\n")))
}
