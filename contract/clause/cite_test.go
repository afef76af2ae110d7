package clause_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/clause"
)

// Places are named as the text counts.
func TestCite(t *testing.T) {
	draft := clause.New(contract.Contract{}, text(t, `合同
甲方：某局
第一章 总则
第一条 标的
甲。
第二条 乙。

丙。
（一）丁；
1.戊；
（二）己。
第三条 付款
庚。

| 一 | 二 |

甲方（盖章）：
附件一
辛`))
	want := map[fazhi.Path]string{
		"/preamble/1": "首部", "/clauses/0": "第一章", "/clauses/1": "第一条", "/clauses/1/lines/1": "第一条",
		"/clauses/2": "第二条第一款", "/clauses/2/lines/1": "第二条第二款", "/clauses/3": "第二条第二款第（一）项", "/clauses/4": "第二条第二款第（一）项第1目",
		"/clauses/5": "第二条第二款第（二）项", "/clauses/6/lines/1": "第三条", "/clauses/6/lines/2": "第三条",
		"/signature/0": "签署栏", "/annexes/0": "附件", "": "", "/clauses/99": "", "/amount": "", "/clauses/x/lines/y": "",
	}
	for path, name := range want {
		require.Equal(t, name, draft.Cite(path), path)
	}

	draft = clause.New(contract.Contract{}, text(t, "合同\n一、甲\n（一）乙。\n二、丙。\n"))
	require.Equal(t, []string{"第一条", "第一条第（一）项", "第二条"}, []string{draft.Cite("/clauses/0"), draft.Cite("/clauses/1"), draft.Cite("/clauses/2")})
	draft = clause.New(contract.Contract{}, text(t, "合同\n1. 甲\n1.1 乙。\n1.1.1 丙。\n"))
	require.Equal(t, []string{"第1条", "第1.1条", "第1.1.1条"}, []string{draft.Cite("/clauses/0"), draft.Cite("/clauses/1"), draft.Cite("/clauses/2")})
	draft = clause.New(contract.Contract{}, text(t, "# 合同\n## 付款\n甲。\n"))
	require.Equal(t, "“付款”部分", draft.Cite("/clauses/0/lines/1"))
	require.Empty(t, new(clause.Draft).Cite("/clauses/0"))
}
