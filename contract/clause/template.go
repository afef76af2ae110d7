package clause

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/internal/near"
)

// A Template is a model clause (示范条款) for one element, with blanks to be filled in, in braces: {交货地点}. A text that still has
// one gives the cue contract/text/blank.
type Template struct {
	Element string
	Sorts   []string // kinds of contracts it is for; empty: all that have none of their own
	Heading string
	Body    []string // paragraphs
}

// ErrSort is returned, wrapped, for a kind of contract that is not among Sorts.
var ErrSort = errors.New("没有这个合同类型")

// TemplateFor returns the model clause for an element in a kind of contract; false when there is none.
func TemplateFor(sort, element string) (Template, bool) {
	return templateOf(Templates(), sort, element)
}

func templateOf(list []Template, sort, element string) (Template, bool) {
	var general Template
	found := false
	for _, t := range list {
		switch {
		case t.Element != element:
		case slices.Contains(t.Sorts, sort):
			return t, true
		case len(t.Sorts) == 0:
			general, found = t, true
		}
	}
	return general, found
}

// Model returns a contract of a kind with the clauses that it needs and those that are recommended, in plain text as ReadText reads
// it. The error wraps ErrSort.
func Model(sort string) (string, error) {
	if !slices.Contains(Sorts(), sort) {
		err := fmt.Errorf("clause: %w：%s", ErrSort, sort)
		if n, ok := near.Name(sort, Sorts()); ok {
			err = fmt.Errorf("%w，是不是“%s”？", err, n)
		}
		return "", err
	}
	f := frameOf(sort)
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s：{名称}\n住所：{住所}\n%s：{名称}\n住所：{住所}\n\n%s\n\n", f.title, f.first, f.second, f.opening)
	for i, t := range clausesOf(sort) {
		fmt.Fprintf(&b, "第%s条　%s\n", han.Numeral(i+1), t.Heading)
		for _, p := range t.Body {
			b.WriteString(p + "\n")
		}
	}
	for _, role := range []string{f.first, f.second} {
		fmt.Fprintf(&b, "\n%s（盖章）：\n法定代表人或者授权代表（签字）：\n日期：　　年　　月　　日\n", role)
	}
	return b.String(), nil
}

// clausesOf returns the model clauses of a kind in the order in which contracts have them, which is that of Templates.
func clausesOf(sort string) []Template {
	list := Templates()
	var out []Template
	var done []string
	for _, t := range list {
		if slices.Contains(done, t.Element) || Needs(sort, t.Element) == Optional {
			continue
		}
		if own, ok := templateOf(list, sort, t.Element); ok {
			out, done = append(out, own), append(done, t.Element)
		}
	}
	return out
}

// Offer returns the model clauses for what the checklist says is missing and required, then for what is recommended.
func (d *Draft) Offer(list []Standing) []Template {
	var out []Template
	for _, need := range []Need{Required, Recommended} {
		for _, s := range list {
			if t, ok := TemplateFor(d.sort, s.Element); ok && s.State == Missing && s.Need == need {
				out = append(out, t)
			}
		}
	}
	return out
}

// A frame is what stands around the clauses.
type frame struct{ sort, title, first, second, opening string }

const opening = "根据《中华人民共和国民法典》等法律、法规，双方经协商一致，订立本合同。"

// frames are those of kinds that have parties of their own; the first is that of all others.
var frames = [...]frame{
	{"", "合同", "甲方", "乙方", opening},
	{"买卖", "采购合同", "甲方（采购人）", "乙方（供应商）", opening},
	{"服务", "服务合同", "甲方（委托人）", "乙方（服务人）", opening},
	{"工程", "工程施工合同", "甲方（发包人）", "乙方（承包人）", opening},
	{"租赁", "租赁合同", "甲方（出租人）", "乙方（承租人）", opening},
	{"委托", "委托合同", "甲方（委托人）", "乙方（受托人）", opening},
	{"特许经营", "特许经营协议", "甲方（实施机构）", "乙方（特许经营者）", "为提供公共服务，双方依法订立本协议。"},
	{"国有土地使用权", "国有建设用地使用权出让合同", "甲方（出让人）", "乙方（受让人）", opening},
	{"招商引资", "投资合作协议", "甲方", "乙方（投资人）", "双方本着平等、自愿、公平、诚信的原则，依法订立本协议。"},
	{"征收补偿", "征收补偿协议", "甲方（征收部门）", "乙方（被征收人）", "双方依法就征收补偿事宜订立本协议。"},
	{"资助补贴", "资助资金使用协议", "甲方（资助方）", "乙方（受资助方）", "双方依法就资助资金的使用订立本协议。"},
	{"技术", "技术开发合同", "甲方（委托人）", "乙方（受托人）", opening},
	{"意向书", "合作意向书", "甲方", "乙方", "双方就合作事宜达成以下意向。"},
}

func frameOf(sort string) frame {
	for _, f := range frames {
		if f.sort == sort {
			return f
		}
	}
	return frames[0]
}
