package indicators

import (
	"errors"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
)

// A Policy is what a place pays for each case (以案定补). That mediators are given an allowance is law (人民调解法第十六条), how much is
// for each place to say; the zero Policy pays nothing, and says that nothing is set.
//
// Each Part pays what the first of its grants that fits a case says. A case is paid the sum of all parts, at most MostPerCase;
// whoever is paid gets the sum of the cases, at most Most. A cap of zero is none.
type Policy struct {
	Rule        string      `json:"rule"` // the local rule, as statements cite it
	Parts       []Part      `json:"parts"`
	Results     []string    `json:"results,omitempty"` // of cases that are paid; nil: 成功 alone
	MostPerCase fazhi.Money `json:"mostPerCase,omitempty"`
	Most        fazhi.Money `json:"most,omitempty"`
}

// A Part is one reason for paying: 难易程度, 人数, 金额, 履行, 协议形式.
type Part struct {
	Name   string  `json:"name"`
	Grants []Grant `json:"grants"`
}

// A Grant is an amount for the cases that fit; what is empty or zero fits every case.
type Grant struct {
	Name       string      `json:"name"`                 // as statements write it; empty: the Part's
	Difficulty string      `json:"difficulty,omitempty"` // 难易程度
	Form       string      `json:"form,omitempty"`       // 协议形式
	Performed  string      `json:"performed,omitempty"`  // 履行情况
	Sort       string      `json:"sort,omitempty"`       // 纠纷类型
	People     int         `json:"people,omitempty"`     // 当事人人数, so many or more
	Sum        fazhi.Money `json:"sum,omitempty"`        // 涉及金额, so much or more
	Sealed     bool        `json:"sealed,omitempty"`     // 签名盖章齐全
	Pay        fazhi.Money `json:"pay"`
}

// ErrPolicy is returned, wrapped, for a policy that cannot be.
var ErrPolicy = errors.New("indicators: 以案定补标准不能用")

const (
	mostParts = 50
	mostPay   = fazhi.Money(10_000_000_00) // for one case
)

// Vet says everything that is wrong with a policy: parts without name or grants, more than fifty of them, amounts that are
// negative or above 1000万元, words that the ledger does not have.
func (p *Policy) Vet() error {
	var faults []error
	say := func(format string, values ...any) {
		faults = append(faults, fmt.Errorf("%w："+format, append([]any{ErrPolicy}, values...)...))
	}
	words := choices()
	if len(p.Parts) > mostParts {
		say("多于%d项", mostParts)
	}
	if p.MostPerCase < 0 || p.Most < 0 || p.Most > mostOfAll {
		say("上限是负数，或者过大")
	}
	for _, r := range p.Results {
		if !words.has("调解结果", r) || r == "" {
			say("台账没有所写的调解结果")
		}
	}
	for i, part := range p.Parts {
		if part.Name == "" || len(part.Grants) == 0 || len(part.Grants) > mostParts {
			say("第%d项没有名称、没有标准或者标准多于%d条", i+1, mostParts)
		}
		for j, g := range part.Grants {
			if fault := g.vet(words); fault != "" {
				say("第%d项第%d条%s", i+1, j+1, fault)
			}
		}
	}
	return errors.Join(faults...)
}

func (g *Grant) vet(words wordlist) string {
	switch {
	case g.Pay < 0 || g.Pay > mostPay || g.Sum < 0 || g.People < 0:
		return "的金额、人数是负数，或者过大"
	case !words.has(ByDifficulty, g.Difficulty) || !words.has("协议形式", g.Form) || !words.has("履行情况", g.Performed) || !words.has(BySort, g.Sort):
		return "写了台账没有的值"
	}
	return ""
}

// has reports whether a text is a choice of a column, or empty.
func (l wordlist) has(column, text string) bool {
	for _, choice := range l[column] {
		if choice == text {
			return true
		}
	}
	return text == ""
}

func (g *Grant) fits(d *mediation.Case) bool {
	is := func(want, have string) bool { return want == "" || want == have }
	return is(g.Difficulty, d.Difficulty) && is(g.Form, d.Form) && is(g.Performed, d.Performed) && is(g.Sort, d.Sort) &&
		d.Parties >= g.People && d.Amount >= g.Sum && (d.Sealed || !g.Sealed)
}

// pays reports whether cases of a result are paid.
func (p *Policy) pays(result string) bool {
	if p.Results == nil {
		return result == "成功"
	}
	for _, r := range p.Results {
		if r == result {
			return true
		}
	}
	return false
}

// Pay returns what a case is paid, with the reason in words: "疑难复杂500.00元、书面50.00元，每件不超过500.00元". It looks at neither the day
// nor the result.
func (p *Policy) Pay(d *mediation.Case) (fazhi.Money, string) {
	var sum fazhi.Money
	var why []string
	for i := range p.Parts {
		part := &p.Parts[i]
		for j := range part.Grants {
			g := &part.Grants[j]
			if !g.fits(d) {
				continue
			}
			name := g.Name
			if name == "" {
				name = part.Name
			}
			sum += g.Pay // at most mostParts of at most mostPay
			why = append(why, name+g.Pay.String()+"元")
			break
		}
	}
	text := strings.Join(why, "、")
	if text == "" {
		text = "没有适用的标准"
	}
	if p.MostPerCase > 0 && sum > p.MostPerCase {
		sum = p.MostPerCase
		text += "，每件不超过" + sum.String() + "元"
	}
	return sum, text
}
