package activity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// The rows of a detail ledger are as many as the row that they belong to says; of one that says 10余 at least so many. Rows
// without details are not compared: a bureau may go into detail for some only.
func TestPackDetailsAgree(t *testing.T) {
	areas := make(map[string]*activity.Activity)
	for _, a := range builtIn(t) {
		areas[a.Sheet()] = a
	}
	for _, c := range []struct {
		detail, column string
		compared       int
	}{
		{"立法建议", "反馈建议数", 8},
		{"监督抽查案卷", "抽查案件数", 2},
		{"监督问题整改", "发现问题数", 5},
		{"法治辅导员活动", "活动场次", 7},
	} {
		sheet, key := areas[c.detail].Above()
		details, _ := sampled(t, areas[c.detail])
		rows := make(map[string]int64)
		for _, r := range details {
			rows[r.Text(key)]++
		}
		parents, _ := sampled(t, areas[sheet])
		compared := 0
		for _, p := range parents {
			n, says := rows[p.ID()], p.Count(c.column)
			switch {
			case n == 0:
				continue
			case says.More:
				require.GreaterOrEqual(t, n, says.N, p.ID())
			default:
				require.Equal(t, says.N, n, p.ID())
			}
			compared++
		}
		require.Equal(t, c.compared, compared, c.detail)
	}
}

// The problems that files say they have are those that the ledger of problems has for the files.
func TestPackProblemsOfFiles(t *testing.T) {
	all := builtIn(t)
	sheet := func(name string) []*activity.Record {
		i := slices.IndexFunc(all, func(a *activity.Activity) bool { return a.Sheet() == name })
		records, _ := sampled(t, all[i])
		return records
	}
	problems := make(map[string]int64)
	for _, r := range sheet("监督问题整改") {
		problems[r.Text("抽查编号")]++
	}
	compared := 0
	for _, r := range sheet("监督抽查案卷") {
		if r.Text("监督编号") == "监-02" {
			require.Equal(t, r.Count("问题条数").N, problems[r.ID()], r.ID())
			compared++
		}
	}
	require.Equal(t, 8, compared)
}

// The ways of a legal aid case: a decision, an objection that is upheld, and help before the decision; limits end when the way
// that they belong to is left.
func TestPackLegalAidWays(t *testing.T) {
	all := builtIn(t)
	a := all[slices.IndexFunc(all, func(a *activity.Activity) bool { return a.Sheet() == "法律援助" })]
	machine, err := lifecycle.Compile(a.Flow())
	require.NoError(t, err)
	for way, running := range map[string][]string{
		"收到申请": {"审查决定期限"},
		"收到申请 审查决定 不予援助 提出异议":                 {"异议审查期限"},
		"收到申请 审查决定 不予援助 提出异议 异议审查 归档":         nil,
		"收到申请 审查决定 不予援助 归档":                   nil,
		"收到申请 审查决定 指派 终止援助 提出异议 异议审查 改正决定 办理": nil,
		"收到申请 先行提供":                           {"指派期限"},
		"收到申请 先行提供 指派 办理 办结":                  nil,
		"收到通知 指派 办理 终止援助 归档":                  nil,
	} {
		state := lifecycle.State{}
		for i, step := range strings.Fields(way) {
			state, err = machine.Take(nil, state, lifecycle.Move{Step: step, On: fazhi.DateOf(2024, 3, 1+i)})
			require.NoError(t, err, way)
		}
		var names []string
		for _, r := range state.Running {
			names = append(names, r.Clock)
		}
		require.Equal(t, running, names, way)
	}
}
