package amend

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

// A Decision is an amending decision with the date from which it is in force.
type Decision struct {
	Name       string
	Force      fazhi.Date // zero: not known, so that the decision is pending
	Operations []Operation
}

// A Pending is what of a decision is not in a consolidated text.
type Pending struct {
	Decision string
	Force    fazhi.Date
	Failed   []Failed // what could not be applied; empty when the decision is not yet in force
}

// A Consolidated is a text with the decisions in force on a date in it.
type Consolidated struct {
	Text    *statute.Text
	Applied []string // names of decisions, also of those applied in part
	Pending []Pending
}

// Consolidate applies decisions one after the other, in the order given, as far as they are in force on a date. A decision that
// is not applied, or not all of it, is pending. Places of a later decision are those of the text after the earlier ones.
func Consolidate(base *statute.Text, decisions []Decision, on fazhi.Date) Consolidated {
	c := Consolidated{Text: base}
	for _, d := range decisions {
		if d.Force.IsZero() || on.Before(d.Force) {
			c.Pending = append(c.Pending, Pending{Decision: d.Name, Force: d.Force})
			continue
		}
		text, failed := Apply(c.Text, d.Operations)
		c.Text = text
		c.Applied = append(c.Applied, d.Name)
		if failed != nil {
			c.Pending = append(c.Pending, Pending{d.Name, d.Force, failed})
		}
	}
	return c
}

// Format returns the text. When something is pending, notes before it say what; they are no part of the tree.
func (c Consolidated) Format() string {
	var b strings.Builder
	for _, p := range c.Pending {
		b.WriteString(p.String() + "\n")
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	return b.String() + c.Text.Format()
}

// String returns the note: 【本文本未并入《某某决定》的2处修改：第三条、第五条】.
func (p Pending) String() string {
	if len(p.Failed) == 0 {
		if p.Force.IsZero() {
			return "【本文本未并入《" + p.Decision + "》：施行日期不明】"
		}
		return "【本文本未并入《" + p.Decision + "》：自" + p.Force.Chinese() + "起施行】"
	}
	var places []string
	for _, f := range p.Failed {
		places = append(places, f.where())
	}
	return "【本文本未并入《" + p.Decision + "》的" + strconv.Itoa(len(p.Failed)) + "处修改：" + strings.Join(places, "、") + "】"
}
