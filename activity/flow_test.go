package activity_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// Records of every area may be registered, worked on and closed.
func TestFlow(t *testing.T) {
	for _, a := range standard(t) {
		m, err := lifecycle.Compile(a.Flow())
		require.NoError(t, err)
		require.Equal(t, a.Kind(), m.Kind())
		var s lifecycle.State
		for i, step := range []string{"登记", "办理", "办理", "办结", "补记", "归档"} {
			s, err = m.Take(nil, s, lifecycle.Move{Step: step, On: fazhi.DateOf(2024, 3, 1+i)})
			require.NoError(t, err)
		}
		require.Empty(t, m.Next(s))
	}
	_, err := lifecycle.Compile(new(activity.Activity).Flow())
	require.ErrorIs(t, err, lifecycle.ErrFlow)
}

// A declared way is taken step by step, and its limits run from the steps before.
func TestDeclaredFlow(t *testing.T) {
	areas, err := activity.Parse("开放日.yaml", []byte(declarations(t)[1]))
	require.NoError(t, err)
	m, err := lifecycle.Compile(areas[0].Flow())
	require.NoError(t, err)
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	s, err := m.Take(calendar, lifecycle.State{}, lifecycle.Move{Step: "事项报送", On: fazhi.DateOf(2024, 3, 1)})
	require.NoError(t, err)
	require.Equal(t, "材料初筛期限", s.Running[0].Clock)
	require.Equal(t, fazhi.DateOf(2024, 3, 8), s.Running[0].Due)
	_, err = m.Take(calendar, s, lifecycle.Move{Step: "现场交流", On: fazhi.DateOf(2024, 3, 4)})
	require.Error(t, err, "not before the papers are sifted")
	for i, step := range []string{"材料初筛", "现场交流", "事后跟进", "事后跟进", "办结"} {
		s, err = m.Take(calendar, s, lifecycle.Move{Step: step, On: fazhi.DateOf(2024, 3, 5+i)})
		require.NoError(t, err)
		require.Empty(t, s.Running)
	}
	require.Empty(t, m.Next(s))

	flow := areas[0].Flow()
	flow.Steps[0].Name = "甲"
	require.Equal(t, "事项报送", areas[0].Flow().Steps[0].Name, "the caller's copy")
}

func TestFaultyFlows(t *testing.T) {
	const good = "流程:\n  - {步骤: 收, 说明: 收, 首步: 是}\n  - {步骤: 办, 说明: 办, 之后: [收], 期限: 5个工作日, 依据: 规定, 末步: 是}\n"
	declare(t, strings.Replace(post, "数据项:", good+"数据项:", 1))
	for _, c := range []struct{ old, new, want string }{
		{"之后: [收]", "之后: [受]", "没有“受”这个步骤"},
		{"之后: [收]", "之后: [收, 收]", "有重复的"},
		{"之后: [收], ", "", "没有这样的步骤"},
		{"期限: 5个工作日", "期限: 快", "“期限”应当写作"},
		{"期限: 5个工作日", "期限: 5日前", "“期限”应当写作"},
		{"依据: 规定, ", "", "缺少“依据”"},
		{"- {步骤: 收, 说明: 收, 首步: 是}", "- {步骤: 收, 说明: 收, 首步: 是}\n  - {步骤: 收, 说明: 收, 首步: 是}", "步骤“收”重复"},
		{", 首步: 是", "", "activity/declaration/flow"},
		{", 说明: 收", "", "步骤缺少“说明”"},
		{", 末步: 是", ", 末步: 是, 补记: 是", "可以补记"},
		{good, "流程: []\n", "领域缺少“流程”"},
		{good, "流程: 收\n", "应当是列表"},
		{good, "流程:\n  - 收\n", "步骤应当写作"},
	} {
		require.Contains(t, good, c.old)
		_, err := activity.Parse("领域.yaml", []byte(strings.Replace(post, "数据项:", strings.Replace(good, c.old, c.new, 1)+"数据项:", 1)))
		require.ErrorContains(t, err, c.want, c.new)
	}
}
