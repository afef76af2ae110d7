package main

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// judgedBook makes a book as a system with a guard keeps it: one entry that was accepted and one that was refused.
func judgedBook(t *testing.T) {
	t.Helper()
	clitest.Folder(t)
	store, err := sqlite.Open(t.Context(), "登记簿.db", sqlite.Options{Now: noon})
	require.NoError(t, err)
	guard := func(_ context.Context, a *register.Attempt) (judged []string, err error) {
		judged = []string{"licheng/caps@1.2.0", "quanzhou/days@3"}
		if a.Act == register.Stepped {
			err = &register.Refusal{Code: "licheng/caps/amount", Reason: "超过限额"}
		}
		return judged, err
	}
	book, err := register.New(store, register.Options{Now: noon, Hooks: register.Hooks{Before: guard}})
	require.NoError(t, err)
	ref := fazhi.Ref{Kind: "contract", ID: "HT-1"}
	scope := register.Scope{Organ: organ}
	_, err = book.Add(t.Context(), register.Request{Scope: scope, Doc: &register.Raw{Of: ref, JSON: []byte("{}")}, ReqID: "r1"})
	require.NoError(t, err)
	_, err = book.Step(t.Context(), register.Request{Scope: scope, Ref: ref, Step: "签订"})
	require.ErrorAs(t, err, new(*register.Refusal))
	require.NoError(t, store.Close())
}

// Whoever reads a book sees who judged.
func TestWhoJudged(t *testing.T) {
	judgedBook(t)
	require.Equal(t, `contract:HT-1
序号  记入时间          日期        事项      步骤  理由      审查程序
1     2024-03-01 12:00  2024-03-01  登记      登记            licheng/caps@1.2.0、quanzhou/days@3
2     2024-03-01 12:00  2024-03-01  不予登记  签订  超过限额  licheng/caps@1.2.0、quanzhou/days@3
`, well(t, "trail", "contract:HT-1"))
	require.Equal(t, `contract:HT-1
  步骤      登记（2024-03-01）
  末条      第1条，登记
  审查程序  licheng/caps@1.2.0、quanzhou/days@3
  {}
`, well(t, "get", "contract:HT-1"))
	const again = "  审查程序  licheng/caps@1.2.0、quanzhou/days@3\n"
	require.Contains(t, well(t, "add", "-kind", "contract", "-id", "HT-1", "-req", "r1", write(t, "{}")), again, "this program asks nobody")
	well(t, "keygen", "司")
	well(t, "certify", "-key", "司", "-out", "存证.txt")
	well(t, "prove", "-seq", "1", "-checkpoint", "存证.txt", "-out", "证明.json")
	require.Contains(t, well(t, "check-proof", "证明.json", "-checkpoint", "存证.txt", "-key", "司.pub"), again)
	_, o := object(t, "find")
	require.Equal(t, []any{"licheng/caps@1.2.0", "quanzhou/days@3"}, o["entries"].([]any)[1].(map[string]any)["applied"])
	require.Contains(t, well(t, "verify"), "核验无误")
}
