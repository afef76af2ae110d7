package dispute

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// The names of the sheets below the ledger, whose name is mediation.Sheet.
const (
	StorySheet        = "案情"
	PartySheet        = "当事人"
	MediatorSheet     = "调解员"
	ReferralSheet     = "移送"
	SessionSheet      = "调解记录"
	AppraisalSheet    = "鉴定"
	AgreementSheet    = "协议"
	TermSheet         = "协议条款"
	PerformanceSheet  = "履行"
	VisitSheet        = "回访"
	ConfirmationSheet = "司法确认"
	DangerSheet       = "激化"
	EndingSheet       = "终止"
	PaperSheet        = "卷宗材料"
)

// A part is one kind of rows below a dispute: the sheet that they stand on, and where the dispute keeps them.
type part struct {
	sheet string
	list  string // of paths; empty: the rows are fields of the dispute
	one   bool   // there is one at most
	line  func(d *Dispute, i int) *Line
	read  func(*binder) error
	write func([]*Dispute) (table.Sheet, error)
}

// parts are all kinds of rows, in the order of the sheets. Terms come after the agreement whose they are.
func parts() []part {
	return []part{
		storyPart(),
		listed(PartySheet, "parties", func(d *Dispute) *[]Party { return &d.Parties }, func(p *Party) *Line { return &p.Line }),
		listed(MediatorSheet, "mediators", func(d *Dispute) *[]Mediator { return &d.Mediators }, func(m *Mediator) *Line { return &m.Line }),
		listed(ReferralSheet, "referrals", func(d *Dispute) *[]Referral { return &d.Referrals }, func(r *Referral) *Line { return &r.Line }),
		listed(SessionSheet, "talks", func(d *Dispute) *[]Session { return &d.Talks }, func(s *Session) *Line { return &s.Line }),
		appraisalPart(),
		single(AgreementSheet, "agreement", func(d *Dispute) **Agreement { return &d.Agreement }, func(a *Agreement) *Line { return &a.Line }),
		termPart(),
		listed(PerformanceSheet, "performance", func(d *Dispute) *[]Performance { return &d.Performed }, func(p *Performance) *Line { return &p.Line }),
		listed(VisitSheet, "visits", func(d *Dispute) *[]Visit { return &d.Visits }, func(v *Visit) *Line { return &v.Line }),
		single(ConfirmationSheet, "court", func(d *Dispute) **Confirmation { return &d.Court }, func(c *Confirmation) *Line { return &c.Line }),
		listed(DangerSheet, "dangers", func(d *Dispute) *[]Danger { return &d.Dangers }, func(x *Danger) *Line { return &x.Line }),
		single(EndingSheet, "ended", func(d *Dispute) **Ending { return &d.Ended }, func(e *Ending) *Line { return &e.Line }),
		listed(PaperSheet, "papers", func(d *Dispute) *[]Paper { return &d.Papers }, func(p *Paper) *Line { return &p.Line }),
	}
}

// listed is a part of which a dispute has a list.
func listed[T any](sheet, list string, in func(*Dispute) *[]T, line func(*T) *Line) part {
	get := func(d *Dispute) []T { return *in(d) }
	add := func(d *Dispute, row T) bool { *in(d) = append(*in(d), row); return true }
	p := rowsOf(sheet, line, get, add)
	p.list = list
	p.line = func(d *Dispute, i int) *Line {
		if items := *in(d); i >= 0 && i < len(items) {
			return line(&items[i])
		}
		return nil
	}
	return p
}

// single is a part of which a dispute has one at most.
func single[T any](sheet, list string, in func(*Dispute) **T, line func(*T) *Line) part {
	p := rowsOf(sheet, line, func(d *Dispute) []T {
		if *in(d) == nil {
			return nil
		}
		return []T{**in(d)}
	}, func(d *Dispute, row T) bool {
		if *in(d) != nil {
			return false
		}
		*in(d) = &row
		return true
	})
	p.list, p.one = list, true
	p.line = func(d *Dispute, _ int) *Line {
		if *in(d) == nil {
			return nil
		}
		return line(*in(d))
	}
	return p
}

// rowsOf is a part that is read and written row by row. Add returns false for a row that a dispute cannot have besides.
func rowsOf[T any](sheet string, line func(*T) *Line, get func(*Dispute) []T, add func(*Dispute, T) bool) part {
	return part{
		sheet: sheet,
		line:  func(*Dispute, int) *Line { return nil },
		read: func(b *binder) error {
			return bindRows(b, sheet, line, add)
		},
		write: func(disputes []*Dispute) (table.Sheet, error) {
			var rows []*T
			for _, d := range disputes {
				for _, row := range slices.Clone(get(d)) {
					line(&row).Serial = d.Serial
					rows = append(rows, &row)
				}
			}
			return table.SheetOf(sheet, rows)
		},
	}
}

// A story is what a dispute is about, as a row.
type story struct {
	Line
	Matter   string     `json:"matter" table:"纠纷事由" doc:"几个字，不写姓名"`
	Facts    string     `json:"facts" table:"主要事实和争议事项"`
	Extended fazhi.Date `json:"extended" table:"约定延长至"`
	Name     string     `json:"name" table:"联动机制"`
	Fixed    []string   `json:"fixed" table:"固定单位"`
	Lead     string     `json:"lead" table:"牵头单位"`
	Partners []string   `json:"partners" table:"协作单位"`
}

func storyPart() part {
	get := func(d *Dispute) []story {
		s := story{Matter: d.Matter, Facts: d.Facts, Extended: d.Extended}
		if m := d.Mechanism; m != nil {
			s.Name, s.Fixed, s.Lead, s.Partners = m.Name, m.Fixed, m.Lead, m.Partners
		}
		if s.Matter == "" && s.Facts == "" && s.Extended.IsZero() && d.Mechanism == nil {
			return nil
		}
		return []story{s}
	}
	add := func(d *Dispute, s story) bool {
		if d.story != (table.Row{}) {
			return false
		}
		d.story, d.Matter, d.Facts, d.Extended = s.Row, s.Matter, s.Facts, s.Extended
		if s.Name != "" || s.Lead != "" || len(s.Fixed)+len(s.Partners) > 0 {
			d.Mechanism = &Mechanism{Name: s.Name, Fixed: s.Fixed, Lead: s.Lead, Partners: s.Partners}
		}
		return true
	}
	return rowsOf(StorySheet, func(s *story) *Line { return &s.Line }, get, add)
}

// An appraisal is one of the periods that do not count in medical disputes, as a row.
type appraisal struct {
	Line
	From fazhi.Date `json:"from" table:"开始日期,required"`
	To   fazhi.Date `json:"to" table:"结束日期" doc:"收到鉴定意见的前一日；还没有结束的不填"`
}

func appraisalPart() part {
	return rowsOf(AppraisalSheet, func(a *appraisal) *Line { return &a.Line }, func(d *Dispute) []appraisal {
		var rows []appraisal
		for _, p := range d.Appraisals {
			rows = append(rows, appraisal{From: p.From, To: p.To})
		}
		return rows
	}, func(d *Dispute, a appraisal) bool {
		d.Appraisals = append(d.Appraisals, fazhi.Period{From: a.From, To: a.To})
		return true
	})
}

// A clause is one of the terms of an agreement, as a row: terms hold marks at which a list would be split.
type clause struct {
	Line
	Text string `json:"text" table:"协议内容,required"`
}

func termPart() part {
	return rowsOf(TermSheet, func(c *clause) *Line { return &c.Line }, func(d *Dispute) []clause {
		if d.Agreement == nil {
			return nil
		}
		var rows []clause
		for _, text := range d.Agreement.Terms {
			rows = append(rows, clause{Text: text})
		}
		return rows
	}, func(d *Dispute, c clause) bool {
		if d.Agreement == nil {
			return false
		}
		d.Agreement.Terms = append(d.Agreement.Terms, c.Text)
		return true
	})
}
