package clause_test

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/clause"
)

// judge runs everything over a text and holds what must be true of any.
func judge(t *testing.T, checks []fazhi.Check, read *clause.Text) {
	draft := clause.New(contract.Contract{}, read)
	today := fazhi.DateOf(2025, 7, 1)
	found, err := fazhi.Validate(t.Context(), draft, today, today, checks)
	require.NoError(t, err)
	for _, i := range found {
		draft.Cite(i.Path)
		if _, ok := draft.Origin(i.Path); !ok {
			require.Failf(t, "no place", "%s %s", i.Code, i.Path)
		}
	}
	for _, s := range draft.Checklist(found) {
		require.Equal(t, s.State == clause.Risky, len(s.Issues) > 0)
	}
	lines := len(read.Preamble) + len(read.Signature) + len(read.Annexes)
	for i, c := range read.Clauses {
		require.NotEmpty(t, c.Lines)
		require.GreaterOrEqual(t, c.Level, 1)
		if i > 0 {
			require.LessOrEqual(t, c.Level, read.Clauses[i-1].Level+1)
		}
		lines += len(c.Lines)
	}
	data, err := draft.MarshalJSON()
	require.NoError(t, err)
	var again clause.Draft
	require.NoError(t, again.UnmarshalJSON(data))
	require.Equal(t, outline(read), outline(again.Text()))
	require.Equal(t, lines, len(again.Text().Preamble)+len(again.Text().Signature)+len(again.Text().Annexes)+linesOf(again.Text().Clauses))
}

func linesOf(clauses []clause.Clause) int {
	n := 0
	for _, c := range clauses {
		n += len(c.Lines)
	}
	return n
}

func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"采购合同\n甲方：某局\n乙方：某公司\n第一条 标的\n1.1 甲\n（一）乙\n① 丙\n第二条 总价壹万元整（¥10000.00）\n甲方（盖章）：\n附件一\n一、甲",
		"# 合同\n## 标的\n**一、** 甲____。\n- 1. 乙\n| 甲方： | 乙方：某 |\n定金30%，自2025年1月1日至2024年1月1日，按第九条办理",
		"１．甲\n\n第\u3000条\n第九九九条 乙\n1.1.1.1.1.1 丙\n①②", "\ufeff第一条\r第二条\r\n",
	} {
		f.Add([]byte(seed))
	}
	checks, err := clause.Checks(clause.Profile{})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, data []byte) {
		read, _, err := clause.ReadText("合同.txt", data)
		if err != nil {
			require.ErrorIs(t, err, clause.ErrFormat)
			return
		}
		require.True(t, utf8.ValidString(read.Title))
		judge(t, checks, read)
	})
}

func FuzzDocx(f *testing.F) {
	f.Add(word(f, p("采购合同")+p("第一条 标的")+p("甲方（盖章）："), 0))
	f.Add(word(f, `<w:p><w:ins><w:r><w:t>一、甲</w:t><w:br/><w:t>二、乙</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc>`+p("甲方：某")+`</w:tc></w:tr></w:tbl>`, 0))
	checks, err := clause.Checks(clause.Profile{})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, data []byte) {
		read, _, err := clause.ReadDocx("合同.docx", data)
		if err != nil {
			require.Nil(t, read)
			return
		}
		judge(t, checks, read)
	})
}
