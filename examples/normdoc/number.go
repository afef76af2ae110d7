package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/normdoc"
)

// A reading is what a number says under one rule.
type reading struct {
	Series string   `json:"series"`
	Number string   `json:"number"` // in its right form
	Organ  string   `json:"organ"`  // 机关代字 of a 发文字号; else the organ of its code, if the rule has codes
	Year   int      `json:"year"`   // 0: the rule has none
	Serial int      `json:"serial"`
	Next   string   `json:"next"`  // empty: there is none
	Notes  []string `json:"notes"` // what was put right
}

// A numberLine is one number of the command line, with its readings: none if no rule has such a number.
type numberLine struct {
	Text     string    `json:"text"`
	Readings []reading `json:"readings"`
	Reason   string    `json:"reason"` // why it is no 发文字号, when there is no reading
}

// A numbered is the answer of number.
type numbered struct {
	Numbers []numberLine `json:"numbers"`
	cli.Outcome
}

func (n *numbered) Prepare() {
	if n.Numbers == nil {
		n.Numbers = []numberLine{}
	}
}

func (n *numbered) Found() string {
	bad, old := 0, 0
	for _, l := range n.Numbers {
		switch {
		case len(l.Readings) == 0:
			bad++
		case len(l.Readings[0].Notes) > 0:
			old++
		}
	}
	if bad+old == 0 {
		return ""
	}
	return fmt.Sprintf("不能识别的编号 %d 个，写法不规范的 %d 个", bad, old)
}

func (n *numbered) String() string {
	var b strings.Builder
	for _, l := range n.Numbers {
		if len(l.Readings) == 0 {
			fmt.Fprintf(&b, "%s　%s\n", l.Text, l.Reason)
		}
		for _, r := range l.Readings {
			fmt.Fprintf(&b, "%s　%s", r.Number, r.Series)
			for _, f := range [...][2]string{{"机关", r.Organ}, {"下一个", r.Next}, {"已改正", strings.Join(r.Notes, "、")}} {
				if f[1] != "" {
					b.WriteString("　" + f[0] + "：" + f[1])
				}
			}
			b.WriteByte('\n')
		}
	}
	return cli.Printable(b.String())
}

func (s *session) number(_ context.Context, args []string, out *numbered) error {
	rules, err := s.numberRules()
	if err != nil {
		return err
	}
	for _, text := range args {
		out.Numbers = append(out.Numbers, readNumber(text, rules))
	}
	return nil
}

// numberRules reads the file of -rules.
func (s *session) numberRules() ([]*normdoc.Numbers, error) {
	if s.rules == "" {
		return nil, nil
	}
	var rules []normdoc.NumberRule
	if err := s.strict("-rules", s.rules, &rules); err != nil {
		return nil, err
	}
	var list []*normdoc.Numbers
	for i, r := range rules {
		n, err := normdoc.NewNumbers(r)
		if err != nil {
			return nil, fmt.Errorf("-rules：第%d条：%w", i+1, err)
		}
		list = append(list, n)
	}
	return list, nil
}

// readNumber reads a number as a 发文字号 and by each rule.
func readNumber(text string, rules []*normdoc.Numbers) numberLine {
	l := numberLine{Text: text, Readings: []reading{}}
	number, notes, err := fazhi.NormalizeNumber(text)
	if err == nil {
		l.Readings = append(l.Readings, reading{
			Series: normdoc.NumberSeries, Number: number.String(), Organ: number.Issuer, Year: number.Year, Serial: number.Seq,
			Next: after(number), Notes: append([]string{}, notes...),
		})
	}
	for _, rule := range rules {
		if r, err := readBy(rule, text); err == nil {
			l.Readings = append(l.Readings, r)
		}
	}
	if len(l.Readings) == 0 {
		l.Reason = plain(err)
	}
	return l
}

// after is the 发文字号 that follows; empty if the serial has no more digits.
func after(n fazhi.Number) string {
	n.Seq++
	if _, err := fazhi.ParseNumber(n.String()); err != nil {
		return ""
	}
	return n.String()
}

func readBy(rule *normdoc.Numbers, text string) (reading, error) {
	slot, err := rule.Read(text)
	if err != nil {
		return reading{}, err
	}
	next, err := rule.Next(text)
	if err != nil {
		next = "" // the serial has no more digits
	}
	return reading{
		Series: rule.Series(), Number: text, Organ: slot.Organ, Year: slot.Year, Serial: slot.Serial, Next: next, Notes: []string{},
	}, nil
}
