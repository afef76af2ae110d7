package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/reconsideration/casecode"
)

// A coded is the answer of code. Of a wrong code it has no code, organ, year and serial.
type coded struct {
	Code        string    `json:"code"`
	Organ       string    `json:"organ"`
	Year        int       `json:"year"`
	Serial      int       `json:"serial"`
	Problems    []problem `json:"problems"`
	Suggestions []string  `json:"suggestions"` // right codes that are one slip away
	cli.Outcome
}

// A problem is one thing that is wrong with a code.
type problem struct {
	Column int    `json:"column"` // in characters, from 1; 0: the text as a whole
	Near   string `json:"near"`   // the character that was probably meant
	Reason string `json:"reason"`
}

func (c *coded) Prepare() {
	cli.Listed(&c.Problems)
	cli.Listed(&c.Suggestions)
}

func (c *coded) Found() string {
	if len(c.Problems) == 0 {
		return ""
	}
	return "案件编号有误"
}

func (c *coded) String() string {
	var b strings.Builder
	if c.Code != "" {
		fmt.Fprintf(&b, "%s\n  单位 %s，%d年，第%d号，校验码相符\n", c.Code, c.Organ, c.Year, c.Serial)
	}
	for _, p := range c.Problems {
		b.WriteString(p.Reason + "\n")
	}
	if len(c.Suggestions) > 0 {
		b.WriteString("改动一处就成立的编号，以文书或者登记簿为准：\n")
	}
	for _, s := range c.Suggestions {
		b.WriteString("  " + s + "\n")
	}
	return b.String()
}

func (c *coded) take(code casecode.Code) {
	c.Code, c.Organ, c.Year, c.Serial = code.String(), code.Organ, code.Year, code.Serial
}

func (s *session) code(_ context.Context, args []string, out *coded) error {
	switch {
	case args[0] == "make" && len(args) == 4:
		return makeCode(args[1:], out)
	case args[0] == "check" && len(args) == 2:
		checkCode(args[1], out)
		return nil
	}
	return cli.Misused("应写作 code make 单位 年份 顺序号，或者 code check 编号")
}

func makeCode(words []string, out *coded) error {
	year, err := strconv.Atoi(words[1])
	serial, err2 := strconv.Atoi(words[2])
	if err != nil || err2 != nil {
		return cli.Misused("年份和顺序号应当是数字")
	}
	code := casecode.Code{Organ: words[0], Year: year, Serial: serial}
	if err := code.Check(); err != nil {
		return err
	}
	out.take(code)
	return nil
}

func checkCode(text string, out *coded) {
	code, err := casecode.Parse(text)
	if err == nil {
		out.take(code)
		return
	}
	for _, e := range parts(err) {
		p := problem{Column: e.Column, Reason: plain(e)}
		if e.Near != 0 {
			p.Near = string(e.Near)
		}
		out.Problems = append(out.Problems, p)
	}
	out.Suggestions = casecode.Suggest(text)
}

// parts are the single errors of those that Parse has joined.
func parts(err error) []*casecode.Error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var list []*casecode.Error
		for _, e := range many.Unwrap() {
			list = append(list, parts(e)...)
		}
		return list
	}
	var one *casecode.Error
	if errors.As(err, &one) {
		return []*casecode.Error{one}
	}
	return []*casecode.Error{{Reason: err.Error()}}
}
