package main

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// A told is one line of the trail.
type told struct {
	On      fazhi.Date `json:"on"`
	Step    string     `json:"step"`
	Numbers []string   `json:"numbers"`
	Limits  []string   `json:"limits"`  // that run after it
	Refused []string   `json:"refused"` // the reasons
}

// A trail is the answer of journey.
type trail struct {
	Trail     []told    `json:"trail"`
	InForce   []inForce `json:"inForce"`
	Reminders []remind  `json:"reminders"`
	Surprises []string  `json:"surprises"` // steps that were refused or taken, and should not have been
	cli.Outcome
}

type inForce struct {
	On       fazhi.Date `json:"on"`
	Versions []string   `json:"versions"`
}

type remind struct {
	On  fazhi.Date `json:"on"`
	Due []string   `json:"due"`
}

func (t *trail) Prepare() {
	if t.Trail == nil {
		t.Trail = []told{}
	}
	if t.InForce == nil {
		t.InForce = []inForce{}
	}
	if t.Reminders == nil {
		t.Reminders = []remind{}
	}
	if t.Surprises == nil {
		t.Surprises = []string{}
	}
}

func (t *trail) Found() string {
	if len(t.Surprises) == 0 {
		return ""
	}
	return "与所写的历程不同：" + strings.Join(t.Surprises, "、")
}

func (t *trail) String() string {
	var b strings.Builder
	for _, l := range t.Trail {
		b.WriteString(l.On.String() + "　" + l.Step)
		for _, f := range [...]struct {
			name string
			list []string
		}{{"编号", l.Numbers}, {"期限", l.Limits}, {"不予办理", l.Refused}} {
			if len(f.list) > 0 {
				b.WriteString("　" + f.name + "：" + strings.Join(f.list, "、"))
			}
		}
		b.WriteByte('\n')
	}
	for _, r := range t.Reminders {
		fmt.Fprintf(&b, "%s 应办：%s\n", r.On, orNone(r.Due))
	}
	for _, f := range t.InForce {
		fmt.Fprintf(&b, "%s 有效：%s\n", f.On, orNone(f.Versions))
	}
	return cli.Printable(b.String())
}

func orNone(list []string) string {
	if len(list) == 0 {
		return "无"
	}
	return strings.Join(list, "；")
}
