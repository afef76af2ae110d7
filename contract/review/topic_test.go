package review

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/law"
)

// Every rule of package law has its topic, and every topic belongs to a rule or an item.
func TestTopics(t *testing.T) {
	var known []string
	for _, r := range law.Rules() {
		known = append(known, r.ID)
		require.NotEmpty(t, topicOf(law.Item{Rule: r.ID}).advice, r.ID)
	}
	seen := map[string]bool{}
	for _, x := range topics() {
		require.Contains(t, known, x.rule)
		require.False(t, seen[x.rule], x.rule)
		seen[x.rule] = true
		require.Contains(t, Aspects(), x.aspect)
	}
	var codes []fazhi.Code
	for _, i := range law.Items() {
		codes = append(codes, i.Code)
	}
	for _, p := range particulars() {
		require.Contains(t, codes, p.code)
		require.Equal(t, p.advice, topicOf(law.Item{Code: p.code}).advice)
	}
	for _, r := range RefusedRules() {
		require.Contains(t, known, r)
	}
}

// Some items are asked about other contracts than those of their rule.
func TestParticulars(t *testing.T) {
	unsigned, no := contract.Contract{}, false
	require.False(t, topicOf(law.Item{Rule: "C19", Code: "contract/party/seal"}).applies(&unsigned))
	require.True(t, topicOf(law.Item{Rule: "C19", Code: "contract/party/decision"}).applies(&unsigned))
	unsigned.Administrative = &no
	require.True(t, topicOf(law.Item{Rule: "C23", Code: "contract/administrative/nature"}).applies(&unsigned))
	require.False(t, topicOf(law.Item{Rule: "C23", Code: "contract/administrative/forum"}).applies(&unsigned))
}

// An item of the bureau's own is asked about every contract.
func TestTopicOfUnknownRule(t *testing.T) {
	x := topicOf(law.Item{Rule: "L1", Code: "local/contract/seal"})
	require.Equal(t, Content, x.aspect)
	require.True(t, x.applies(&contract.Contract{}))
}

// Each condition is true of one contract and false of another; of a contract that says nothing it is true where nothing is ruled out.
func TestConditions(t *testing.T) {
	yes, no := true, false
	other := func(small *bool) []contract.Party { return []contract.Party{{Side: contract.Other, Small: small}} }
	for _, c := range []struct {
		name       string
		is         condition
		holds, not contract.Contract
		zero       bool
	}{
		{"procured", procured, contract.Contract{Procurement: true}, contract.Contract{}, false},
		{"tendered", tendered, contract.Contract{Nature: contract.Nature{Tendered: true}}, contract.Contract{}, false},
		{"awarded", awarded, contract.Contract{Nature: contract.Nature{Tendered: true}}, contract.Contract{}, false},
		{"signed", signed, contract.Contract{Signed: fazhi.DateOf(2025, 1, 1)}, contract.Contract{}, false},
		{"spends", spends, contract.Contract{Nature: contract.Nature{Funds: "财政资金"}}, contract.Contract{Nature: contract.Nature{Funds: "不涉及支出"}}, true},
		{"small", paysSmall, contract.Contract{Parties: append(other(&no), other(nil)...)}, contract.Contract{Parties: other(&no)}, true},
		{"works", mayBeWorks, contract.Contract{Sort: "工程"}, contract.Contract{Sort: "工程", Nature: contract.Nature{Works: &no}}, true},
		{"works by kind", mayBeWorks, contract.Contract{Sort: "服务", Nature: contract.Nature{Works: &yes}}, contract.Contract{Sort: "服务"}, true},
		{"subcontract", mayBeSubcontracted, contract.Contract{Sort: "工程"}, contract.Contract{Sort: "租赁"}, false},
		{"agreement", mayBeAdministrative, contract.Contract{Sort: "征收补偿"}, contract.Contract{Sort: "技术"}, true},
		{"major", mayBeMajor, contract.Contract{}, contract.Contract{Nature: contract.Nature{Major: &no}}, true},
		{"electronic", mayBeElectronic, contract.Contract{Terms: contract.Terms{Form: "电子"}}, contract.Contract{Terms: contract.Terms{Form: "书面"}}, true},
		{"mortgage", mayBeMortgage, contract.Contract{}, contract.Contract{Terms: contract.Terms{Mortgage: "无"}}, true},
		{"favour", mayFavour, contract.Contract{Sort: "招商引资"}, contract.Contract{Sort: "租赁"}, true},
	} {
		require.True(t, c.is(&c.holds), c.name)
		require.False(t, c.is(&c.not), c.name)
		require.Equal(t, c.zero, c.is(&contract.Contract{}), c.name)
	}
}

// A cue has its own advice and aspect, is no item of package law, and stands in the opinion with both.
func TestCues(t *testing.T) {
	m := &Matter{Contract: &contract.Contract{}, Items: law.Items()}
	seen := map[fazhi.Code]bool{}
	for _, c := range cues() {
		require.False(t, seen[c.code], c.code)
		seen[c.code] = true
		_, isItem := m.item(c.code)
		require.False(t, isItem, c.code)
		require.NotEmpty(t, m.topicOf(c.code).advice, c.code)
		require.Equal(t, c.aspect, m.aspectOf(c.code), c.code)
	}
	require.Equal(t, Content, m.aspectOf("contract/text/exclusive"))
	require.Equal(t, Content, m.aspectOf("contract/text/guarantee"), "an item")
	require.Equal(t, Wording, m.aspectOf("contract/text/words"))
}

// Every cue of package clause has an advice.
func TestCuesAreAll(t *testing.T) {
	data, err := os.ReadFile("../clause/testdata/codes.txt")
	require.NoError(t, err)
	m := &Matter{Contract: &contract.Contract{}, Items: law.Items()}
	for code := range strings.FieldsSeq(string(data)) {
		require.NotEmpty(t, m.topicOf(fazhi.Code(code)).advice, code)
	}
}

func TestAspectOfOtherCodes(t *testing.T) {
	m := &Matter{Contract: &contract.Contract{}}
	require.Equal(t, Parties, m.aspectOf("contract/party/credit-code"))
	require.Equal(t, Procedure, m.aspectOf("contract/procurement/signing"))
	require.Equal(t, Wording, m.aspectOf("contract/fields"))
	require.Equal(t, Content, m.aspectOf("licheng/contract/rent"))
}

func TestLabels(t *testing.T) {
	for path, want := range map[fazhi.Path]string{
		"/amountWords": "“金额大写”栏", "/works": "“政府投资项目”栏", "/parties/1/creditCode": "合同主体第2项“统一社会信用代码”栏",
		"/payments/0": "收付款计划第1项", "/attachments": "附件", "/deliveries/0/due": "交付验收第1项“应交付日期”栏",
		"/deposits/2/amount": "保证金第3项“金额”栏", "/changes/0/no": "变更补充第1项“序次”栏", "/disputes/0/way": "争议第1项“解决方式”栏",
		"": "", "/none": "", "/payments/x": "", "/payments/-1/amount": "", "/payments/99999999999999999999": "", "/payments/0/none": "收付款计划第1项",
		"/payments/0/a/b": "收付款计划第1项", "/clauses/3": "",
	} {
		require.Equal(t, want, label(path), path)
	}
}

func TestTexts(t *testing.T) {
	require.Equal(t, "《泉源区〈清源计划〉合作合同》", titled("泉源区《清源计划》合作合同"))
	require.Equal(t, "《甲》", titled("《甲》"))
	require.Empty(t, titled(""))
	require.Equal(t, "一；二", sentence("一；\n\n 二。\n"))
	from, to := fazhi.DateOf(2025, 1, 1), fazhi.DateOf(2025, 12, 31)
	require.Equal(t, "2025年1月1日至2025年12月31日", term(from, to))
	require.Equal(t, "自2025年1月1日起", term(from, fazhi.Date{}))
	require.Equal(t, "至2025年12月31日", term(fazhi.Date{}, to))
	require.Empty(t, term(fazhi.Date{}, fazhi.Date{}))
	require.Equal(t, "政府采购（询价）", way(&contract.Contract{Procurement: true, Nature: contract.Nature{Method: "询价"}}))
	require.Equal(t, "询价", way(&contract.Contract{Nature: contract.Nature{Method: "询价"}}))
	require.Equal(t, "招标投标", way(&contract.Contract{Nature: contract.Nature{Tendered: true}}))
}
