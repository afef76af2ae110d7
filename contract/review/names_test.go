package review

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/clause"
	"github.com/fazhi-go/fazhi/contract/law"
)

func cited(bases ...string) string {
	c := &citer{uses: map[string]int{}, said: map[string]bool{}}
	return c.cite(bases)
}

// Bases become titles between 《》, each law once, with its articles.
func TestCited(t *testing.T) {
	for _, c := range []struct {
		bases []string
		want  string
	}{
		{[]string{"民法典第六百八十三条", "民法典第六百八十三条第一款", "民法典第六百八十三条第二款"}, "《中华人民共和国民法典》第六百八十三条"},
		{[]string{"民法典第六百八十三条第一款", "民法典第六百八十三条第二款"}, "《中华人民共和国民法典》第六百八十三条第一款、第六百八十三条第二款"},
		{[]string{"政府采购法第四十七条、政府采购法实施条例第五十条"}, "《中华人民共和国政府采购法》第四十七条，《中华人民共和国政府采购法实施条例》第五十条"},
		{[]string{"民法典第四百七十条、第五百一十条"}, "《中华人民共和国民法典》第四百七十条、第五百一十条"},
		{[]string{"《最高人民法院关于审理行政协议案件若干问题的规定》第二十六条、第二十八条", "行政协议案件规定第二十六条"}, "《最高人民法院关于审理行政协议案件若干问题的规定》第二十六条、第二十八条"},
		{[]string{"仲裁法司法解释第三条、第六条"}, "《最高人民法院关于适用〈中华人民共和国仲裁法〉若干问题的解释》第三条、第六条"},
		{[]string{"民法典第四百九十六条至第四百九十八条"}, "《中华人民共和国民法典》第四百九十六条至第四百九十八条"},
		{[]string{"公平竞争审查条例第十条、第十二条", "公平竞争审查条例第八条"}, "《公平竞争审查条例》第八条、第十条、第十二条"},
		{[]string{"保障中小企业款项支付条例（2020年）第十五条"}, "《保障中小企业款项支付条例》（2020年）第十五条"},
		{[]string{"保障中小企业款项支付条例第十一条（2025年5月31日以前为第十条）"}, "《保障中小企业款项支付条例》第十一条（2025年5月31日以前为第十条）"},
		{[]string{"民法典第四百七十条（当事人的姓名或者名称）"}, "《中华人民共和国民法典》第四百七十条（当事人的姓名或者名称）"},
		{[]string{"《国务院办公厅关于规范国有土地使用权出让收支管理的通知》（国办发〔2006〕100号）（尚未与原文核对）"}, "《国务院办公厅关于规范国有土地使用权出让收支管理的通知》（国办发〔2006〕100号）（尚未与原文核对）"},
		{[]string{"泉源区政府合同管理办法"}, "《泉源区政府合同管理办法》"},
		{[]string{"合同文本规范", "政府合同台账填写说明", ""}, ""},
		{[]string{"GB 32100—2015", "本地政府合同管理规定"}, "GB 32100—2015，本地政府合同管理规定"},
	} {
		require.Equal(t, c.want, cited(c.bases...), "%q", c.bases)
	}
}

// A law that is cited again is named by the short title that was given to it.
func TestCitedAgain(t *testing.T) {
	c := &citer{uses: map[string]int{}, said: map[string]bool{}}
	all := [][]string{{"民法典第一条"}, {"民法典第二条", "预算法第三条"}}
	for _, bases := range all {
		c.expect(bases)
	}
	require.Equal(t, "《中华人民共和国民法典》（以下简称《民法典》）第一条", c.cite(all[0]))
	require.Equal(t, "《民法典》第二条，《中华人民共和国预算法》第三条", c.cite(all[1]))
}

// Every basis that there is names only laws by titles in full: short names of laws are in the table, and what is no law by name is a
// regulation, an interpretation or a local rule.
func TestBasesAreNamedInFull(t *testing.T) {
	var bases []string
	for _, i := range law.Items() {
		bases = append(bases, i.Basis)
	}
	for _, r := range clause.Rules() {
		bases = append(bases, r.Basis)
	}
	checks, err := contract.Checks(contract.Profile{})
	require.NoError(t, err)
	for _, c := range checks {
		bases = append(bases, c.Basis)
	}
	for _, basis := range bases {
		for _, a := range articlesOf(basis) {
			isLaw := strings.HasSuffix(a.title, "法") || strings.HasSuffix(a.title, "法典") || strings.HasSuffix(a.title, "法实施条例")
			require.Equal(t, isLaw, strings.HasPrefix(a.title, republic), basis)
			require.NotContains(t, a.title, "司法解释", basis)
			require.False(t, strings.HasSuffix(a.title, "解释") && !strings.HasPrefix(a.title, "最高人民法院"), basis)
		}
	}
}

// A cue stands with the findings of the rule that package clause gives it, where it gives one.
func TestCuesHaveTheirRules(t *testing.T) {
	m := &Matter{Contract: &contract.Contract{}, Items: law.Items()}
	for _, r := range clause.Rules() {
		if r.Rule != "" {
			require.Equal(t, r.Rule, m.ruleOf(r.Code), "%s", r.Code)
		}
	}
	require.Equal(t, "C23", m.ruleOf("contract/text/arbitration-or-suit"))
	require.Equal(t, "licheng/contract/seal", m.ruleOf("licheng/contract/seal"))
}

// What is asked about stands as a statement.
func TestStatement(t *testing.T) {
	require.Equal(t, "相对方的资格已经核实，符合要求", statement("相对方的资格已经核实，符合要求吗？"))
	require.Equal(t, "是否属实", statement("是否属实？"))
}
