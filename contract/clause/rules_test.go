package clause_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/clause"
	"github.com/fazhi-go/fazhi/contract/law"
)

// Every item of package law that is a cue has a rule here, and a rule that names one of the thirty names one that there is.
func TestRulesOfLaw(t *testing.T) {
	rules := clause.Rules()
	for _, i := range law.Items() {
		at := slices.IndexFunc(rules, func(r clause.Rule) bool { return r.Code == i.Code })
		require.Equal(t, i.Mode == law.Cue, at >= 0, "%s", i.Code)
		if at >= 0 {
			require.Equal(t, i.Rule, rules[at].Rule)
			require.Equal(t, i.Basis, rules[at].Basis)
		}
	}
	for _, r := range rules {
		require.True(t, strings.HasPrefix(string(r.Code), "contract/text/"), "%s", r.Code)
		known := slices.ContainsFunc(law.Rules(), func(of law.Rule) bool { return of.ID == r.Rule })
		require.True(t, r.Rule == "" || known, "%s", r.Code)
	}
}

// The cues that a risk names are cues that there are, and every element has expressions but the parties.
func TestElements(t *testing.T) {
	general := 0
	for _, e := range clause.Elements() {
		if e.General {
			general++
		}
		require.Equal(t, e.ID == "parties", e.Headings == "" || e.Words == "", e.ID)
		for _, risk := range e.Risks {
			require.True(t, slices.ContainsFunc(clause.Rules(), func(r clause.Rule) bool { return r.Code == risk }), "%s %s", e.ID, risk)
		}
	}
	require.Equal(t, 8, general, "民法典第四百七十条")
}

// one returns the codes, without their beginning, that a clause gives in a contract of a sort.
func one(t *testing.T, sort, sentence string) []string {
	_, found := review(t, sort, "合同\n甲方：清源市泉源区某局\n乙方：某公司\n第一条 "+sentence+"\n")
	var out []string
	for _, i := range found {
		if code := strings.TrimPrefix(string(i.Code), "contract/text/"); !slices.Contains(silent, code) {
			out = append(out, code)
		}
	}
	return out
}

// What a clause forbids or denies is let go, and so is what is said of something else.
func TestLetGo(t *testing.T) {
	for _, sentence := range []string{
		"甲方不得为乙方提供担保。", "甲方不提供任何担保。", "禁止甲方以任何形式出具担保函。", "乙方提供履约担保。",
		"承包人不得垫资。", "本合同不适用仲裁。", "不以审计结果作为结算依据。", "不得以换届、机构改革为由解除合同。",
		"乙方不得将工程转包。", "合同期满不自动续期。", "定金为价款的20%。", "乙方擅自转租的，甲方有权单方解除合同。", "乙方提交合同价10%的履约保证金，可以用保函。",
		"验收合格后60日内支付。", "因不可抗力造成伤亡的，双方不承担责任。", "除本合同另有约定外，按国家规定执行。",
		"追加的金额不得超过原合同的10%。", "根据《某某法》第九百条、第九百零一条的规定办理。", "违约金为价款的30%。",
	} {
		require.Empty(t, one(t, "工程", sentence), sentence)
	}
}

func TestSorts(t *testing.T) {
	require.Equal(t, []string{"arbitration"}, one(t, "特许经营", "争议提交清源仲裁委员会仲裁。"))
	require.Empty(t, one(t, "买卖", "争议提交清源仲裁委员会仲裁。"))
	require.Empty(t, one(t, "特许经营", "甲方授予乙方独家经营权。"))
	require.Equal(t, []string{"exclusive"}, one(t, "服务", "甲方授予乙方独家经营权。"))

	yes, no := true, false
	for _, administrative := range []*bool{&yes, &no} {
		c := contract.Contract{Sort: "买卖", Nature: contract.Nature{Administrative: administrative}}
		draft := clause.New(c, text(t, "第一条 争议提交清源仲裁委员会仲裁。"))
		checks, err := clause.Checks(clause.Profile{})
		require.NoError(t, err)
		found, err := fazhi.Validate(t.Context(), draft, fazhi.DateOf(2025, 7, 1), fazhi.DateOf(2025, 7, 1), checks)
		require.NoError(t, err)
		has := slices.ContainsFunc(found, func(i fazhi.Issue) bool { return i.Code == "contract/text/arbitration" })
		require.Equal(t, *administrative, has)
	}
}

// Amounts in words beside figures, before and behind, with the spellings that are in use.
func TestWords(t *testing.T) {
	for sentence, want := range map[string]bool{
		"总价人民币壹拾万元整（¥100000.00）":                false,
		"总价人民币壹拾万元整（¥100,000.00元）":              false,
		"总价壹拾万元整（小写：￥100000元）":                  false,
		"总价10万元（大写：壹拾万元整）":                      false,
		"总价¥100,000.00元（大写：人民币壹拾万圆整）":           false,
		"总价壹拾万元整，税率6%":                          false,
		"合计金额小写: 100000 元 合计金额大写: 壹拾万元整":        false,
		"合计金额小写: 100001 元 合计金额大写: 壹拾万元整":        true,
		"大写金额：壹拾万元整，小写金额：100001元":               true,
		"总投资3亿元，其中2亿元自筹":                        false,
		"总价人民币壹拾万元整（¥10,0000.00）":               true,
		"总价人民币壹拾万元整（¥10000.00）":                 true,
		"总价12万元（大写：壹拾万元整）":                      true,
		"定金壹万元整（¥10000.00），总价壹拾万元整（¥110000.00）": true,
		"总价拾万元整（¥100000.00）":                    true,
	} {
		require.Equal(t, want, slices.Contains(one(t, "", sentence), "words"), sentence)
	}
}

func TestDates(t *testing.T) {
	for sentence, want := range map[string]bool{
		"自2025年1月1日起至2025年12月31日止": false,
		"2025-01-01至2025-12-31":    false,
		"二〇二五年一月一日至二〇二五年三月一日":      false,
		"自2025年1月1日起至2024年12月31日止": true,
		"2025.3.1—2025.2.1":        true,
		"二〇二五年五月一日至二〇二五年三月一日":      true,
		"2025年2月30日前交货":            true,
		"2025年2月30以前":              false,
	} {
		require.Equal(t, want, slices.Contains(one(t, "", sentence), "dates"), sentence)
	}
}

// Numbers that are skipped or stand twice.
func TestNumbering(t *testing.T) {
	_, found := review(t, "", "合同\n第一条 甲\n一、乙\n二、丙\n第二条 丁\n一、戊\n第二条 己\n第四条 庚\n")
	var places []string
	for _, i := range found {
		if i.Code == "contract/text/numbering" {
			places = append(places, string(i.Path)+" "+i.Origin.Cell)
		}
	}
	require.Equal(t, []string{"/clauses/5 第7行", "/clauses/6 第8行"}, places)
}

// A sentence that was broken by hand is judged whole; the place is the line where its cue begins.
func TestBrokenLines(t *testing.T) {
	_, found := review(t, "买卖", "合同\n第一条 乙方应当按照甲方的要求按时、按质、按量完成本合同约定的工作，为此由甲方向银行提供连\n带责任担保。\n")
	at := slices.IndexFunc(found, func(i fazhi.Issue) bool { return i.Code == "contract/text/guarantee" })
	require.GreaterOrEqual(t, at, 0)
	require.Equal(t, "第2行", found[at].Origin.Cell)
}

func TestProfile(t *testing.T) {
	own := clause.Rule{Code: "licheng/contract/seal", Doc: "不得使用部门章", Basis: "本区合同管理办法", Signs: []clause.Sign{{Words: `部门章`}}}
	checks, err := clause.Checks(clause.Profile{Off: []fazhi.Code{"contract/text/blank"}, Rules: []clause.Rule{own}})
	require.NoError(t, err)
	require.NoError(t, fazhi.VetChecks(checks))
	draft := clause.New(contract.Contract{}, text(t, "第一条 乙方盖部门章____。"))
	found, err := fazhi.Validate(t.Context(), draft, fazhi.Date{}, fazhi.Date{}, checks[len(checks)-1:])
	require.NoError(t, err)
	require.Len(t, found, 1)
	require.Equal(t, "合同.txt!第1行：不得使用部门章（本区合同管理办法） [licheng/contract/seal]", found[0].String())

	_, err = clause.Checks(clause.Profile{Off: []fazhi.Code{"contract/text/nothing"}, Rules: []clause.Rule{
		{Code: "a/b", Doc: "甲", Basis: "乙"},
		{Code: "a/c", Doc: "甲", Basis: "乙", Signs: []clause.Sign{{Words: "("}}},
		{Code: "a/d", Doc: "甲", Basis: "乙", Signs: []clause.Sign{{Words: "甲", Above: 3}}},
		{Code: "contract/text/blank", Doc: "甲", Basis: "乙", Signs: []clause.Sign{{Words: "甲"}}},
	}})
	for _, fault := range []string{"没有规则 contract/text/nothing", "规则 a/b：没有用语", "规则 a/c：", "规则 a/d：要比较的数没有加括号", "代码重复"} {
		require.ErrorContains(t, err, fault)
	}
}

// No rule reports without end.
func TestFindingsAreBounded(t *testing.T) {
	_, found := review(t, "", "第一条 甲\n"+strings.Repeat("此处____。\n\n", 2000))
	require.Equal(t, 500, len(slices.DeleteFunc(found, func(i fazhi.Issue) bool { return i.Code != "contract/text/blank" })))
}

// Who signs for a party may be an inner organ, and days may be left open; what is to be filled in by hand when signing is not asked for
// before.
func TestSignatureBlock(t *testing.T) {
	const body = "合同\n甲方：清源市泉源区某局\n乙方：某公司\n第一条 交货日期：　　年　　月　　日。\n甲方代表签字：泉源区某局项目二科\n乙方代表签字：____\n日期：　　年　　月　　日\n"
	places := func(c contract.Contract) (out []string) {
		checks, err := allChecks()
		require.NoError(t, err)
		found, err := fazhi.Validate(t.Context(), clause.New(c, text(t, body)), fazhi.DateOf(2025, 7, 1), fazhi.DateOf(2025, 7, 1), checks)
		require.NoError(t, err)
		for _, i := range found {
			if i.Code == "contract/text/blank" || i.Code == "contract/text/inner-organ" {
				out = append(out, string(i.Code)[len("contract/text/"):]+" "+i.Origin.Cell)
			}
		}
		return out
	}
	require.Equal(t, []string{"blank 第4行", "inner-organ 第5行"}, places(contract.Contract{}))
	signed := contract.Contract{Signed: fazhi.DateOf(2025, 6, 1)}
	require.Equal(t, []string{"blank 第4行", "blank 第6行", "blank 第7行", "inner-organ 第5行"}, places(signed))
}

// A calendar year is no term of a lease; working days are counted as such.
func TestNumbersOfRules(t *testing.T) {
	require.Empty(t, one(t, "租赁", "租赁期限自2024年1月1日起三年，租期2025年。"))
	require.Equal(t, []string{"lease-term"}, one(t, "租赁", "租期21年。"))
	for days, want := range map[string]int{"44个工作日": 0, "45个工作日": 1, "60日": 0, "61日": 1, "九十个工作日": 1} {
		require.Len(t, one(t, "买卖", "甲方在验收后"+days+"内支付。"), want, days)
	}
}

// Rules of procurement and tenders judge no contract of which the record says that it was neither.
func TestAwardedOnly(t *testing.T) {
	bonds := func(c contract.Contract) bool {
		checks, err := allChecks()
		require.NoError(t, err)
		draft := clause.New(c, text(t, "第一条 履约保证金为价款的15%。"))
		found, err := fazhi.Validate(t.Context(), draft, fazhi.DateOf(2025, 7, 1), fazhi.DateOf(2025, 7, 1), checks)
		require.NoError(t, err)
		return slices.ContainsFunc(found, func(i fazhi.Issue) bool { return i.Code == "contract/text/bond-rate" })
	}
	require.True(t, bonds(contract.Contract{}))
	require.False(t, bonds(contract.Contract{Serial: "HT-1", Sort: "买卖"}))
	require.True(t, bonds(contract.Contract{Serial: "HT-1", Sort: "买卖", Procurement: true}))
	require.True(t, bonds(contract.Contract{Serial: "HT-1", Sort: "工程", Nature: contract.Nature{Tendered: true}}))
}

// What rests on the 条例 of 2020 is found in contracts of that time.
func TestBefore2025(t *testing.T) {
	checks, err := allChecks()
	require.NoError(t, err)
	draft := clause.New(contract.Contract{Sort: "买卖"}, text(t, "第一条 甲方在验收后90日内以商业承兑汇票支付，不计利息。"))
	for on, want := range map[fazhi.Date]int{fazhi.DateOf(2020, 8, 31): 0, fazhi.DateOf(2020, 9, 1): 3, fazhi.DateOf(2025, 7, 1): 3} {
		found, err := fazhi.Validate(t.Context(), draft, on, on, checks)
		require.NoError(t, err)
		n := 0
		for _, i := range found {
			if strings.Contains(i.Basis, "中小企业") {
				n++
			}
		}
		require.Equal(t, want, n, "%s", on)
	}
}
