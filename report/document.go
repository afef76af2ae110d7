package report

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// document puts head and foot around the body.
func (a *assembly) document() *gongwen.Document {
	m := a.narrative.Meta
	d := &gongwen.Document{
		Title: m.Title,
		To:    m.To,
		Body:  gongwen.NumberHeadings(a.body),
		Sign:  gongwen.Signature{Organs: nonEmpty(m.Issuer), Date: m.Date, Seal: m.Seal},
		Note:  m.Note,
		Imprint: gongwen.Imprint{
			CopyTo: slices.Clone(m.CopyTo), Printer: m.Printer, Printed: m.Printed,
		},
		Props: gongwen.Props{Subject: a.template.Name, Issuer: m.Issuer, Index: m.Index, Created: m.Date},
	}
	if m.Mark != "" {
		d.Head = gongwen.Head{Mark: m.Mark, Number: m.Number, Signers: slices.Clone(m.Signers)}
	}
	return d
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// Bases of the checks of what stands around the body.
const (
	basisForm    = "党政机关公文处理工作条例第九条"
	basisYearly  = "法治政府建设与责任落实督察工作规定（厅字〔2019〕28号）：每年3月1日之前报告上一年度情况"
	basisPublish = "法治政府建设与责任落实督察工作规定（厅字〔2019〕28号）第二十四条：每年4月1日之前公开"
)

// meta checks what stands around the body.
func (a *assembly) meta() {
	m := a.narrative.Meta
	for _, must := range [...]struct {
		missing bool
		name    string
	}{
		{m.Title == "", "标题"}, {m.Issuer == "", "发文机关"}, {m.To == "", "主送"},
		{m.Date.IsZero(), "成文日期"}, {m.Year == 0, "年度"}, {m.Number == fazhi.Number{}, "发文字号"},
	} {
		if must.missing && !slices.Contains(m.Unread, must.name) {
			a.report(CodeMeta, fazhi.Error, 1, "叙述的开头没有写明“"+must.name+"”", basisForm)
		}
	}
	if m.Mark != "" && len(m.Signers) == 0 {
		a.report(CodeMeta, fazhi.Warning, 1, "报告是上行文，版头应当标注签发人", basisForm)
	}
	if !titleHasYear(m.Title, m.Year) {
		a.report(CodeMeta, fazhi.Error, 1, "标题的年份与报告年度不一致", basisForm)
	}
	a.dates(m)
}

var yearInTitle = regexp.MustCompile(`[0-9]{4,}年`)

// titleHasYear reports whether a title names the year of the report, if it names years at all.
func titleHasYear(title string, year int) bool {
	years := yearInTitle.FindAllString(title, -1)
	return year == 0 || len(years) == 0 || slices.Contains(years, strconv.Itoa(year)+"年")
}

func (a *assembly) dates(m Meta) {
	if m.Date.IsZero() || m.Year == 0 {
		return
	}
	switch due := fazhi.DateOf(m.Year+1, 3, 1); {
	case m.Date.Year() <= m.Year:
		a.report(CodeMeta, fazhi.Warning, 1, "成文日期早于所报告年度结束", basisYearly)
	case m.Date.After(fazhi.DateOf(m.Year+1, 3, 31)):
		a.report(CodeMeta, fazhi.Warning, 1, "成文日期已过公开的期限", basisPublish)
	case !m.Date.Before(due):
		a.report(CodeMeta, fazhi.Warning, 1, "成文日期已过报送的期限", basisYearly)
	}
	if m.Number.Year != 0 && m.Number.Year != m.Date.Year() {
		a.report(CodeMeta, fazhi.Error, 1, "发文字号的年份与成文日期不一致", basisForm)
	}
}
