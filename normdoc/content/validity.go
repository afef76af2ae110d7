package content

import (
	"cmp"
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/workday"
)

// A Pack is what one place wants of validity, with the source that shows it.
type Pack struct {
	Region   string
	Source   string
	Mark     Mark
	Validity normdoc.Validity
	Required bool // the text has to say how long it is valid; else a rule says what holds without it
}

// Packs returns what public pages quote of places, for reading and as a pattern: none has been compared with the rule itself.
func Packs() []Pack {
	years := func(n int) workday.Span { return workday.Span{N: n, Unit: workday.Years} }
	return []Pack{
		{"上海市（2012年）", "市政府令第26号第二十六条，据区级文件转引", Page, normdoc.Validity{General: years(5), Trial: years(2), Notice: years(1)}, false},
		{"山东省", "省级办法第十一条、第二十三条，据公开网页转引", Page, normdoc.Validity{General: years(5), Trial: years(2)}, true},
		{"通行做法", "公开问答，未见原文", Unconfirmed, normdoc.Validity{General: years(5), Trial: years(2)}, true},
	}
}

func validityChecks(p Profile) []fazhi.Check {
	var checks []fazhi.Check
	if p.ValidityRequired {
		checks = append(checks, fazhi.Check{
			Code: "normdoc/text/validity-missing", Kind: Kind, Basis: p.rule(), Severity: fazhi.Warning, Doc: "应当写明有效期",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Draft) error {
				if _, found := d.validity(); !found {
					p.Report("", "没有写明有效期")
				}
				return nil
			}),
		})
	}
	if p.Validity.General.IsZero() {
		return checks
	}
	local := p.Validity
	return append(checks, fazhi.Check{
		Code: "normdoc/text/validity-long", Kind: Kind, Basis: p.rule(), Severity: fazhi.Warning,
		Doc: "有效期不超过规定的期限；试行、暂行的更短",
		Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Draft) error {
			v, found := d.validity()
			if !found {
				return nil
			}
			long, err := d.outlasts(v, local)
			if long {
				p.Report(v.path, "有效期超过规定的期限")
			}
			return err
		}),
	})
}

// A validity is what a text says of its own end: a span, or a day.
type validity struct {
	path  fazhi.Path
	span  workday.Span
	until fazhi.Date
}

var (
	spanForm  = cue.MustCompile(`(?:有效期|试行期|施行期)限?[^，。；至到0-9一二三四五六七八九十两]{0,6}(` + numeral + `)个?(年|月)(?:[^0-9一二三四五六七八九十]|$)`)
	untilForm = cue.MustCompile(`有效期限?[^。；]{0,30}至(?:` + day + `|(` + numeral + `)年年?[底末])`)
)

// validity returns the last clause on the validity of the text; false if there is none.
func (d *Draft) validity() (validity, bool) {
	for i := len(d.own) - 1; i >= 0; i-- {
		u := &d.own[i]
		if m := untilForm.Groups(u.text); m != nil {
			if m[4] != "" {
				return validity{path: u.path, until: dateOf(m[4], "12", "31")}, true
			}
			return validity{path: u.path, until: dateOf(m[1], m[2], m[3])}, true
		}
		if m := spanForm.Groups(u.text); m != nil {
			unit := workday.Months
			if m[2] == "年" {
				unit = workday.Years
			}
			return validity{path: u.path, span: workday.Span{N: numberOf(m[1]), Unit: unit}}, true
		}
	}
	return validity{}, false
}

// begins is the day from which the text is in force, as it says itself, else the ledger; zero: it is not known.
func (d *Draft) begins() fazhi.Date {
	switch {
	case d.force == nil:
		return cmp.Or(d.doc.Effective, d.doc.Published, d.issued())
	case d.force.later:
		return d.doc.Effective
	}
	return cmp.Or(d.force.from, d.doc.Effective, d.doc.Published, d.issued())
}

// outlasts reports whether a validity is longer than a place allows. A text that gives a day, and does not say from when it is
// in force, is not judged.
func (d *Draft) outlasts(v validity, local normdoc.Validity) (bool, error) {
	from := d.begins()
	until := v.until
	if until.IsZero() {
		from = cmp.Or(from, fazhi.DateOf(2001, 1, 1)) // any day: two spans are compared
		end, err := local.End(from, v.span)
		if err != nil {
			return false, nil // 有效期0年 is not a period
		}
		until = end
	}
	if from.IsZero() {
		return false, nil
	}
	most, err := local.End(from, local.Of(d.Title()))
	return err == nil && until.After(most), err
}
