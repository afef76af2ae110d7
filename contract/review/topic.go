package review

import (
	"cmp"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/law"
)

// An Aspect is the side of a contract that a finding is about, as an opinion groups them.
type Aspect string

// The aspects, in the order of an opinion.
const (
	Parties   Aspect = "主体"
	Content   Aspect = "内容"
	Procedure Aspect = "程序"
	Wording   Aspect = "文本"
)

// Aspects lists all aspects.
func Aspects() []Aspect { return []Aspect{Parties, Content, Procedure, Wording} }

// A topic is what the review makes of one rule of package law: where it stands in the opinion, which contracts it is asked about,
// and what is usually advised when it is broken.
type topic struct {
	rule   string
	aspect Aspect
	when   condition // nil: every contract
	advice string
}

// applies reports whether the questions of a rule are asked about a contract.
func (t topic) applies(c *contract.Contract) bool { return t.when == nil || t.when(c) }

// topicOf returns the topic of an item: that of its rule, or, of an item of the bureau's own, the content of every contract; then
// what the item has of its own.
func topicOf(i law.Item) topic {
	t := topic{rule: i.Rule, aspect: Content}
	list := topics()
	if n := slices.IndexFunc(list, func(t topic) bool { return t.rule == i.Rule }); n >= 0 {
		t = list[n]
	}
	own := particulars()
	if n := slices.IndexFunc(own, func(p particular) bool { return p.code == i.Code }); n >= 0 {
		t.advice = own[n].advice
		if own[n].when != nil {
			t.when = own[n].when
		}
		t.aspect = cmp.Or(own[n].aspect, t.aspect)
	}
	return t
}

// topicOf returns the topic of a finding.
func (m *Matter) topicOf(code fazhi.Code) topic {
	i, _ := m.item(code)
	i.Code = code
	t := topicOf(i)
	if c, ok := cueOf(code); ok {
		t.aspect, t.advice = c.aspect, c.advice
	}
	return t
}

func cueOf(code fazhi.Code) (cue, bool) {
	list := cues()
	n := slices.IndexFunc(list, func(c cue) bool { return c.code == code })
	if n < 0 {
		return cue{}, false
	}
	return list[n], true
}

// aspectOf returns the aspect of a finding: that of its rule or cue, else what the folder of its code says.
func (m *Matter) aspectOf(code fazhi.Code) Aspect {
	_, isItem := m.item(code)
	if _, isCue := cueOf(code); isItem || isCue {
		return m.topicOf(code).aspect
	}
	for _, f := range []struct {
		folder string
		aspect Aspect
	}{
		{"contract/party", Parties},
		{"contract/review", Procedure}, {"contract/filing", Procedure}, {"contract/procurement", Procedure}, {"contract/materials", Procedure},
		{"contract/fields", Wording}, {"contract/amount", Wording}, {"contract/text", Wording},
	} {
		if strings.HasPrefix(string(code), f.folder+"/") || string(code) == f.folder {
			return f.aspect
		}
	}
	return Content
}

// topics is the list.
func topics() []topic {
	return []topic{
		{"C1", Content, nil, "删去依法不得提供的保证、担保"},
		{"C2", Content, nil, "删去举借债务、为他人债务提供担保或者承诺回购、兜底的内容"},
		{"C3", Procedure, spends, "先落实预算和资金来源，再签订"},
		{"C4", Content, mayBeWorks, "删去由施工单位垫资的内容"},
		{"C5", Wording, nil, "采用书面形式"},
		{"C6", Procedure, awarded, "按照采购、招标文件和中标、成交文件确定的事项，在期限内签订"},
		{"C7", Procedure, procured, "把合同副本报采购监督管理部门备案"},
		{"C8", Procedure, procured, "公告采购合同，涉及国家秘密、商业秘密的内容除外"},
		{"C9", Content, procured, "追加的部分不符合法定条件的，另行采购"},
		{"C10", Content, awarded, "把履约保证金限于法定的比例和形式"},
		{"C11", Procedure, tendered, "退还投标保证金"},
		{"C12", Content, mayBeSubcontracted, "按照法定的范围约定分包，删去转让、肢解分包、再分包的内容"},
		{"C13", Procedure, procured, "明确采购文件、合同文本和验收材料的保存责任和期限"},
		{"C14", Content, paysSmall, "按照法定的期限约定付款，按期支付"},
		{"C15", Content, paysSmall, "按照所列依据改正结算、支付方式和保证金的约定"},
		{"C16", Content, paysSmall, "约定不低于法定标准的逾期付款利率"},
		{"C17", Procedure, paysSmall, "公开逾期未付的合同数量、金额"},
		{"C18", Wording, nil, "补齐、写明所缺的内容"},
		{"C19", Parties, nil, "核实签约主体和签字人的权限，补正签章和授权材料"},
		{"C20", Content, nil, "删去或者改写可能无效的内容"},
		{"C21", Content, nil, "调整定金、违约金的数额和适用关系"},
		{"C22", Content, nil, "删去改变诉讼时效、预先放弃时效利益的内容"},
		{"C23", Content, mayBeAdministrative, "删去仲裁的约定；认为不属于行政协议的，说明理由"},
		{"C24", Content, nil, "删去以换届、调整等为由不履行的内容"},
		{"C25", Procedure, mayBeMajor, "核实是否属于重大行政决策，属于的先履行决策程序"},
		{"C26", Wording, mayBeElectronic, "核实能否采用电子形式，使用可靠的电子签名"},
		{"C27", Procedure, nil, "明确归档的材料、责任人和时间"},
		{"C28", Content, mayBeMortgage, "删去以依法不得抵押的财产设定抵押的内容"},
		{"C29", Content, nil, "核实是否涉密，写明保密的事项和期限"},
		{"C30", Content, mayFavour, "先经公平竞争审查，删去没有依据的优惠和限制"},
	}
}
