package main

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
)

// badBatch is the code of what is wrong in 批次.json.
const badBatch fazhi.Code = "example/round/batch"

// vet says everything that is wrong in 批次.json at the start, by its paths: what is found only when all sheets are back is
// found too late.
func (b *batch) vet(file string) (issues fazhi.Issues) {
	report := func(wrong bool, message string, at ...any) {
		if wrong {
			issues = append(issues, fazhi.Issue{Code: badBatch, Path: fazhi.At(at...), Origin: fazhi.Origin{File: file}, Message: message})
		}
	}
	report(!written(b.Name), "没有批次名称，或者名称前后有空白、含有不显示的字符", "name")
	report(!written(b.Seed), "没有公布的号码，或者号码前后有空白、含有不显示的字符", "seed")
	report(b.Period.From.IsZero() || b.Period.To.IsZero() || b.Period.To.Before(b.Period.From), "期间应当有起止日期，止日不早于起日", "period")
	report(b.Reviewed.IsZero(), "没有评查日期", "reviewed")
	report(len(b.Rubrics) == 0, "没有写明评分标准", "rubrics")
	for i, c := range b.Rubrics {
		report(!c.sorted(), "没有这种案卷类型", "rubrics", i, "sort")
		report(!c.proceeds(), "没有这种程序", "rubrics", i, "procedure")
		report(c.Rubric == "", "没有写明评分标准", "rubrics", i, "rubric")
	}
	n := &b.Circular
	report(!written(n.Issuer), "没有发文机关", "circular", "issuer")
	report(n.Date.IsZero(), "没有通报的成文日期", "circular", "date")
	report(n.Date.Before(b.Reviewed) && !n.Date.IsZero(), "通报的成文日期早于评查日期", "circular", "date")
	report(n.Due.Before(n.Date) && !n.Due.IsZero(), "整改期限早于通报的成文日期", "circular", "due")
	return issues
}

// written reports whether a text says something, without blanks around it and without what does not show.
func written(text string) bool {
	unseen := func(r rune) bool { return r < ' ' || r == 0x200b || r == 0xfeff }
	return text != "" && strings.TrimSpace(text) == text && !strings.ContainsFunc(text, unseen)
}

func (c *choice) sorted() bool {
	switch c.Sort {
	case casefile.Penalty, casefile.NoPenalty, casefile.Permit, casefile.Coercion, casefile.Inspection:
		return true
	}
	return false
}

func (c *choice) proceeds() bool {
	return c.Procedure == "" || c.Procedure == casefile.Ordinary || c.Procedure == casefile.Summary
}
