package lifecycle_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

func TestGoodFlow(t *testing.T) {
	flow := letters()
	require.NoError(t, flow.Vet())
}

// Each fault is named, with its step.
func TestFaults(t *testing.T) {
	open := func(lifecycle.State, lifecycle.Move) bool { return true }
	clock := lifecycle.Clock{Name: "新期限", Span: span("5d"), Basis: "某规定"}
	for _, x := range []struct {
		want   string
		change func(f *lifecycle.Flow, s *lifecycle.Step) // s is 办理
	}{
		{"没有文件种类", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Kind = "" }},
		{"没有名称", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Name = "" }},
		{"没有步骤", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps = nil }},
		{"第2个步骤没有名称", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.Name = "" }},
		{"步骤“收到”重复", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.Name = "收到" }},
		{"步骤“办理”没有说明", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.Doc = "" }},
		{"步骤“办理”的角色“承办人”重复", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.Roles = []string{"承办人", "承办人"} }},
		{"步骤“办理”的角色有空名称", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.Roles = []string{""} }},
		{"步骤“办理”的编号“号”重复", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.Numbers = []string{"号", "号"} }},
		{"步骤“办理”的上一步骤“初审”不存在", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.After = append(s.After, "初审") }},
		{"步骤“办理”的上一步骤“收到”重复", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.After = append(s.After, "收到") }},
		{"步骤“办理”的上一步骤有空名称", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.After = append(s.After, "") }},
		{"步骤“办理”接在最后步骤“办结”之后", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.After = append(s.After, "办结") }},
		{"步骤“办理”从开始不能到达", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.After = nil }},
		{"没有可以开始的步骤", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps[0].First = false }},
		{"步骤“中止”之后不能办结", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps = append(f.Steps[:4], f.Steps[5:]...) }},
		{"步骤“办理”停止或者中止的期限“没有”从不开始", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.Stops = []string{"没有"} }},
		{"步骤“办理”不中止也不恢复，却指明期限", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.Only = []string{"办理期限"} }},
		{"步骤“办理”既中止又恢复", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.Pauses, s.Resumes = true, true }},
		{"步骤“恢复”可以补记，却中止或者恢复期限，或者是最后步骤", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps[4].Late = true }},
		{"步骤“办结”可以补记，却中止或者恢复期限，或者是最后步骤", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps[5].Late = true }},
		{"最后步骤“办结”开始或者中止期限", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps[5].Starts = []lifecycle.Clock{clock} }},
		{"有中止的步骤，没有恢复的步骤", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps[4].Resumes = false }},
		{"有恢复的步骤，没有中止的步骤", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps[3].Pauses = false }},
		{"的条件代码 \"Review\" 应为小写字母", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps[5].Gates[0].Code = "Review" }},
		{"条件 letter/review 没有 Open", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps[5].Gates[0].Open = nil }},
		{"条件 letter/review 没有说明或者依据", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps[5].Gates[0].Basis = "" }},
		{"letter/review 失效日期早于生效日期", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps[5].Gates[0].Until = day("2023-12-31") }},
		{"条件 letter/review 有不同的说明", func(_ *lifecycle.Flow, s *lifecycle.Step) {
			s.Gates = []lifecycle.Gate{{Code: "letter/review", Doc: "别的", Basis: "某规定", Open: open}}
		}},
		{"步骤“办理”的期限没有名称", func(_ *lifecycle.Flow, s *lifecycle.Step) {
			s.Starts = []lifecycle.Clock{{Span: span("5d"), Basis: "某规定"}}
		}},
		{"步骤“办理”的期限“新期限”没有依据", func(_ *lifecycle.Flow, s *lifecycle.Step) {
			s.Starts = []lifecycle.Clock{{Name: "新期限", Span: span("5d")}}
		}},
		{"步骤“办理”的期限“新期限”向前计算", func(_ *lifecycle.Flow, s *lifecycle.Step) { c := clock; c.Span.N = -5; s.Starts = []lifecycle.Clock{c} }},
		{"步骤“办理”的期限“新期限”没有这种长度", func(_ *lifecycle.Flow, s *lifecycle.Step) {
			c := clock
			c.Span.N = 100000
			s.Starts = []lifecycle.Clock{c}
		}},
		{"步骤“办理”的期限“新期限”没有这种顺延方式", func(_ *lifecycle.Flow, s *lifecycle.Step) { c := clock; c.Rest = 7; s.Starts = []lifecycle.Clock{c} }},
		{"步骤“办理”的期限“新期限”重复", func(_ *lifecycle.Flow, s *lifecycle.Step) { s.Starts = []lifecycle.Clock{clock, clock} }},
		{"步骤“办理”的 新期限 失效日期早于生效日期", func(_ *lifecycle.Flow, s *lifecycle.Step) {
			c := clock
			c.From, c.Until = day("2024-01-01"), day("2023-01-01")
			s.Starts = []lifecycle.Clock{c}
		}},
		{"步骤“办理”延长的期限“新期限”从不开始，或者单位不同", func(_ *lifecycle.Flow, s *lifecycle.Step) {
			c := clock
			c.Extends = true
			s.Starts = []lifecycle.Clock{c}
		}},
		{"步骤“延长”延长的期限“办理期限”从不开始，或者单位不同", func(f *lifecycle.Flow, _ *lifecycle.Step) { f.Steps[2].Starts[0].Span = span("1m") }},
	} {
		t.Run(x.want, func(t *testing.T) {
			flow := letters()
			flow = flow.Clone()
			x.change(&flow, &flow.Steps[1])
			err := flow.Vet()
			require.ErrorIs(t, err, lifecycle.ErrFlow)
			require.ErrorContains(t, err, x.want)
			m, err := lifecycle.Compile(flow)
			require.Nil(t, m)
			require.ErrorContains(t, err, x.want)
		})
	}
}

// All faults come at once.
func TestFaultsTogether(t *testing.T) {
	flow := lifecycle.Flow{Steps: []lifecycle.Step{{Name: "甲", After: []string{"乙"}}, {Name: "乙", After: []string{"甲"}}}}
	require.Equal(t, strings.TrimSpace(`
lifecycle: 办理流程有误：没有文件种类
lifecycle: 办理流程有误：没有名称
lifecycle: 办理流程有误：步骤“甲”没有说明
lifecycle: 办理流程有误：步骤“乙”没有说明
lifecycle: 办理流程有误：没有可以开始的步骤
lifecycle: 办理流程有误：步骤“甲”从开始不能到达
lifecycle: 办理流程有误：步骤“甲”之后不能办结
lifecycle: 办理流程有误：步骤“乙”从开始不能到达
lifecycle: 办理流程有误：步骤“乙”之后不能办结`), flow.Vet().Error())
}

// A bureau changes a flow before it compiles.
func TestChangedFlow(t *testing.T) {
	flow := letters()
	flow.Steps[flow.Index("收到")].Starts[4].Span = span("3wd") // 抄送期限, which was not set
	flow.Steps[flow.Index("办理")].Roles = []string{"股长"}
	require.Equal(t, -1, flow.Index("没有"))
	w := walkLetters(t)
	w.machine = compile(t, flow)
	w.take("收到", "2024-03-01")
	require.Equal(t, "2024-03-06", w.due()["抄送期限"])
	require.Equal(t, []string{"lifecycle/role"}, codes(t, w.try("办理", "2024-03-04")))
}

// The reasons of an error are shown by the first, and an error without reasons is one too.
func TestRefusedWithoutReasons(t *testing.T) {
	require.Equal(t, "lifecycle: 不能办理这一步骤", (&lifecycle.Refused{}).Error())
	one := &lifecycle.Refused{Reasons: fazhi.Issues{{Code: lifecycle.WrongDate, Message: "没有日期"}}}
	require.Equal(t, "lifecycle: 不能办理这一步骤：没有日期 [lifecycle/date]", one.Error())
}
