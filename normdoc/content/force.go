package content

import (
	"cmp"
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
)

// formOfEnd asks for the day of commencement in the order of promulgation of 规章.
const formOfEnd = "参照规章制定程序条例第三十条"

// A commencement is the clause that says from when a text is in force.
type commencement struct {
	path  fazhi.Path
	verb  string     // 施行
	from  fazhi.Date // zero: 自公布之日
	later bool       // 自公布之日起30日后: the day is not known
	bad   bool       // a date that does not exist
}

var forceForm = cue.MustCompile(`(?:自|从)(?:` + day + `|[^，。；]{0,12}(?:公布|发布|印发|发文|签发|通过|下发|颁布)之?日|即日)起?` +
	`(满?` + numeral + `个?(?:工作日|日|天|月)之?后)?(?:正式)?(施行|实施|执行|生效|试行)`)

// commencement returns the last clause of the kind, nil if there is none.
func (d *Draft) commencement() *commencement {
	for i := len(d.own) - 1; i >= 0; i-- {
		u := &d.own[i]
		if !forceForm.May(u.text) {
			continue
		}
		all := forceForm.FindAllStringSubmatch(u.text, -1)
		if len(all) == 0 {
			continue
		}
		m := all[len(all)-1]
		c := commencement{path: u.path, later: m[4] != "", verb: m[5]}
		if m[1] != "" && !c.later {
			c.from = dateOf(m[1], m[2], m[3])
			c.bad = c.from.IsZero()
		}
		return &c
	}
	return nil
}

func forceChecks(p Profile) []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "normdoc/text/force-missing", Kind: Kind, Basis: formOfEnd + "、" + p.rule(), Severity: fazhi.Warning, From: fazhi.DateOf(2018, 5, 1),
			Doc: "应当写明施行日期",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Draft) error {
				if d.force == nil {
					p.Report("", "没有写明施行日期")
				}
				return nil
			}),
		},
		{
			Code: "normdoc/text/force-form", Kind: Kind, Basis: p.rule(), Severity: fazhi.Notice,
			Doc: "施行日期写作“自×年×月×日起施行”，日期应当存在",
			Run: onForce(func(_ *Draft, c commencement) string {
				switch {
				case c.bad:
					return "施行日期没有这一天"
				case c.verb != "施行" && c.verb != "试行":
					return "宜写作“起施行”"
				}
				return ""
			}),
		},
		{
			Code: "normdoc/text/force-retroactive", Kind: Kind, Basis: "参照立法法第一百零四条", Severity: fazhi.Warning, From: fazhi.DateOf(2023, 3, 15),
			Doc: "施行日期不早于成文日期；为更好地保护权利和利益的特别规定除外",
			Run: onForce(func(d *Draft, c commencement) string {
				if before(c.from, d.issued()) {
					return "施行日期早于成文日期"
				}
				return ""
			}),
		},
		{
			Code: "normdoc/text/force-before-publication", Kind: Kind, Basis: "优化营商环境条例第六十四条第二款、" + p.rule(), Severity: fazhi.Warning,
			From: fazhi.DateOf(2020, 1, 1), Doc: "文本的施行日期不早于公布日期：未经公布的，不得作为行政管理依据",
			Run: onForce(func(d *Draft, c commencement) string {
				if before(c.from, d.doc.Published) && !before(c.from, d.issued()) {
					return "施行日期早于公布日期"
				}
				return ""
			}),
		},
		{
			Code: "normdoc/text/force-ledger", Kind: Kind, Basis: "行政规范性文件台账填写说明", Severity: fazhi.Warning,
			Doc: "文本的施行日期应当与台账的施行日期一致",
			Run: onForce(func(d *Draft, c commencement) string {
				if !c.from.IsZero() && !d.doc.Effective.IsZero() && c.from != d.doc.Effective {
					return "文本的施行日期与台账的施行日期不一致"
				}
				return ""
			}),
		},
	}
}

// onForce makes a check of what a function says of the commencement; texts without one are passed over.
func onForce(judge func(*Draft, commencement) string) func(context.Context, *fazhi.Pass) error {
	return fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Draft) error {
		if d.force != nil {
			if message := judge(d, *d.force); message != "" {
				p.Report(d.force.path, message)
			}
		}
		return nil
	})
}

// issued is the date of issue in the ledger, else that of the signature.
func (d *Draft) issued() fazhi.Date { return cmp.Or(d.doc.Issued, d.dated) }

// before reports whether a is before b; a date that is not known is neither before nor after.
func before(a, b fazhi.Date) bool { return !a.IsZero() && !b.IsZero() && a.Before(b) }
