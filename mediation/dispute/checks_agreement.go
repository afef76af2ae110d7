package dispute

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
)

// agreementChecks are those of the agreement (调解协议). What the parties may leave out (可以载明) is a warning.
func (j *judge) agreementChecks() []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "mediation/agreement/written", Kind: mediation.Kind, Basis: "医疗纠纷预防和处理条例第三十九条第一款", From: medicalFrom(),
			Doc: "医疗纠纷经调解达成一致的，应当制作调解协议书",
			Run: of(func(p *fazhi.Pass, d *Dispute) {
				if d.medical() && d.Ledger().Form == "口头" {
					p.Report(formPath(d), "医疗纠纷达成的是口头协议")
				}
			}),
		},
		{
			Code: "mediation/agreement/contents", Kind: mediation.Kind, Basis: "人民调解法第二十九条第一款", From: lawFrom(), Severity: fazhi.Warning,
			Doc: "调解协议书可以载明当事人的基本情况，纠纷的主要事实、争议事项和各方责任，协议内容，履行的方式、期限",
			Run: of(contents),
		},
		{
			Code: "mediation/agreement/oral", Kind: mediation.Kind, Basis: "人民调解法第二十八条", From: lawFrom(),
			Doc: "采取口头协议方式的，人民调解员应当记录协议内容",
			Run: of(oral),
		},
		{
			Code: "mediation/agreement/dates", Kind: mediation.Kind, Basis: j.profile.LedgerRule(),
			Doc: "达成协议、签名、盖章不早于受理",
			Run: of(agreementDates),
		},
		{
			Code: "mediation/agreement/copies", Kind: mediation.Kind, Basis: "人民调解法第二十九条第二款", From: lawFrom(),
			Doc: "调解协议书由当事人各执一份，人民调解委员会留存一份",
			Run: of(copies),
		},
	}
}

// formPath is the place of the form, the agreement's own if there is one.
func formPath(d *Dispute) fazhi.Path {
	if d.Agreement != nil {
		return "/agreement/oral"
	}
	return "/form"
}

func contents(p *fazhi.Pass, d *Dispute) {
	a := d.Agreement
	if a == nil || a.Oral {
		return
	}
	for _, x := range []struct {
		path fazhi.Path
		no   bool
		what string
	}{
		{"/facts", d.Facts == "", "纠纷的主要事实、争议事项"},
		{"/agreement/terms", len(a.Terms) == 0, "协议内容"},
		{"/agreement/how", a.How == "", "履行方式"},
		{"/agreement/until", a.Until.IsZero() && !slices.ContainsFunc(d.Performed, func(x Performance) bool { return !x.Due.IsZero() || !x.Done.IsZero() }), "履行期限"},
	} {
		if x.no {
			p.Report(x.path, "协议书没有载明"+x.what)
		}
	}
}

func oral(p *fazhi.Pass, d *Dispute) {
	a := d.Agreement
	if a == nil || !a.Oral {
		return
	}
	if len(a.Terms) == 0 {
		p.Report("/agreement/terms", "没有记录口头协议的内容")
	}
	recorded := func(t Session) bool { return t.Record && t.Outcome == "达成协议" }
	if !registered(d) && !slices.ContainsFunc(d.Talks, recorded) {
		p.Report("/talks", "没有达成口头协议的记录")
	}
}

// registered reports whether the form on which oral agreements are written down lies in the file.
func registered(d *Dispute) bool {
	return slices.ContainsFunc(d.Papers, func(x Paper) bool { return x.Part == 8 || strings.Contains(x.Name, "口头协议") })
}

// agreementDates does not compare signatures with the day of the agreement: that may be the day of the last of them.
func agreementDates(p *fazhi.Pass, d *Dispute) {
	a := d.Agreement
	if a == nil {
		return
	}
	early := func(path fazhi.Path, on fazhi.Date, message string) {
		if !on.IsZero() && on.Before(d.Accepted) {
			p.Report(path, message)
		}
	}
	if a.Agreed.Before(d.Accepted) {
		p.Report("/agreement/agreed", "达成协议早于受理")
		return
	}
	for i, x := range d.Parties {
		early(fazhi.At("parties", i, "signed"), x.Signed, "签名早于受理")
	}
	for i, m := range d.Mediators {
		early(fazhi.At("mediators", i, "signed"), m.Signed, "签名早于受理")
	}
	early("/agreement/sealed", a.Sealed, "盖章早于受理")
}

func copies(p *fazhi.Pass, d *Dispute) {
	if a := d.Agreement; a != nil && !a.Oral && a.Copies > 0 && a.Copies < len(d.bound())+1 {
		p.Report("/agreement/copies", "份数不够各方当事人和人民调解委员会各一份")
	}
}
