package clause_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/clause"
)

// A guarantee is found also where the subject stands in an earlier part of the sentence, where two noes make a duty, and where words
// are spaced out.
func TestGuaranteesInDisguise(t *testing.T) {
	for _, sentence := range []string{
		"甲方承担其他义务，但应当提供连带责任保证。",
		"甲方不再收取租金，同意为乙方贷款提供保证担保。",
		"甲方不再向乙方收取租金，并且愿意为乙方贷款提供保证担保。",
		"甲方未按期付款的，应当为乙方提供担保。",
		"甲方不得拒绝为乙方贷款提供担保。",
		"甲方不得以任何理由推诿为乙方提供担保。",
		"甲 方 为 乙 方 的 贷 款 承 担 连 带 责 任 担 保。",
		"甲方为乙方的贷款承 担 连 带 责 任 担　保。",
		"甲方为乙方的贷款提供担\u200b保。",
	} {
		require.Equal(t, []string{"guarantee"}, found(t, sentence), sentence)
	}
	for _, sentence := range []string{
		"甲方支付首付款，乙方应当为甲方提供担保。",
		"甲方支付预付款的，承包人应当提供等额的银行保函。",
		"甲方负责验收，不得为乙方提供担保。",
		"甲方支付货款，同意乙方以保函提供履约担保。",
		"甲方不得为乙方提供担保，也不得承诺代偿。",
		"甲方不得随时解除合同。",
	} {
		require.Empty(t, found(t, sentence), sentence)
	}
}

// found is what one clause gives, whatever characters are in it.
func found(t *testing.T, sentence string) []string {
	t.Helper()
	checks, err := allChecks()
	require.NoError(t, err)
	text, _, err := clause.ReadText("合同.txt", []byte("合同\n甲方：清源市泉源区某局\n乙方：某公司\n第一条 "+sentence+"\n"))
	require.NoError(t, err)
	today := fazhi.DateOf(2025, 7, 1)
	issues, err := fazhi.Validate(t.Context(), clause.New(contract.Contract{Sort: "工程"}, text), today, today, checks)
	require.NoError(t, err)
	var out []string
	for _, i := range issues {
		if code := strings.TrimPrefix(string(i.Code), "contract/text/"); !slices.Contains(silent, code) {
			out = append(out, code)
		}
	}
	return out
}

// Characters that nobody sees hide nothing, and one issue says that they were there.
func TestInvisibleCharacters(t *testing.T) {
	const hidden = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u2066\ufe0f\U000e0041"
	for r := range strings.SplitSeq(hidden, "") {
		text, issues, err := clause.ReadText("合同.md", []byte("合同\n第一条 总价壹拾"+r+"万元整（¥1"+r+"00001.00）。\n第二条 甲方为乙方提供担"+r+"保。\n"))
		require.NoError(t, err)
		require.Len(t, issues, 1, "%q", r)
		require.Equal(t, "提示　合同.md!第2行：从此处起有 3 个看不见的字符，已略去 [contract/text/invisible]", "提示　"+issues[0].String())
		require.Equal(t, "第二条 甲方为乙方提供担保。", text.Clauses[1].Lines[0].Text)
	}
	require.Contains(t, found(t, "总价壹拾\u200d万元整（¥100001.00）。"), "words")
}

// The number of an article is no quantity.
func TestNumbersOfArticlesAreNoQuantity(t *testing.T) {
	state := func(body string) clause.State {
		draft := clause.New(contract.Contract{Sort: "买卖"}, text(t, body))
		for _, s := range draft.Checklist(nil) {
			if s.Element == "quantity" {
				return s.State
			}
		}
		return clause.Missing
	}
	for _, body := range []string{
		"第1条 甲方向乙方采购。\n第2条 按第1条办理。", "第一条 甲方向乙方采购。", "第1条 依照第3、4条和第5至7条。", "第1条 按第 2 条办理，见第3页、第4项，第三批付款。",
	} {
		require.Equal(t, clause.Missing, state(body), body)
	}
	for _, body := range []string{"第1条 电脑20台。", "第1条 电缆 3 条。", "第1条 每次5至10台。", "第1条 乙方供应三套。", "第1条 共12.5吨"} {
		require.Equal(t, clause.Present, state(body), body)
	}
}

// Who signs is compared with all that bear the role, and many names cost no more than few.
func TestManyParties(t *testing.T) {
	const n = 3000
	var b strings.Builder
	b.WriteString("合同\n")
	for i := range n {
		fmt.Fprintf(&b, "乙方：单位%d公司\n", i)
	}
	b.WriteString("第一条 标的\n")
	for i := range n {
		fmt.Fprintf(&b, "乙方：单位%d公司\n", n-1-i)
	}
	b.WriteString("乙方：单位他公司\n")
	_, issues := review(t, "", b.String())
	issues = slices.DeleteFunc(issues, func(i fazhi.Issue) bool { return i.Code != "contract/text/parties-differ" })
	require.Len(t, issues, 1)
	require.Equal(t, fmt.Sprintf("第%d行", 2*n+3), issues[0].Origin.Cell)
}
