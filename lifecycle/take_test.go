package lifecycle_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

func TestOrder(t *testing.T) {
	w := walkLetters(t)
	require.Equal(t, []string{"lifecycle/order"}, codes(t, w.try("办理", "2024-03-01")))
	require.ErrorContains(t, w.try("办理", "2024-03-01"), "还没有开始办理，应当从“收到”开始")
	w.take("收到", "2024-03-01").take("办理", "2024-03-04")
	require.Equal(t, "办理", w.state.Step)
	require.Equal(t, day("2024-03-04"), w.state.On)
	require.ErrorContains(t, w.try("恢复", "2024-03-05"), "“恢复”不能接在“办理”之后，接下来可以是“办理”“延长”“中止”“办结”")
	require.Equal(t, []string{"lifecycle/step"}, codes(t, w.try("没有这一步", "2024-03-05")))
}

// Every reason is given, not the first.
func TestReasonsTogether(t *testing.T) {
	w := walkLetters(t).take("收到", "2024-03-01")
	_, err := w.machine.Take(w.calendar, lifecycle.State{Step: "中止", On: day("2024-03-04")}, lifecycle.Move{Step: "办结", On: day("2024-03-01"), Doc: w.doc})
	require.Equal(t, []string{"lifecycle/order", "lifecycle/date", "letter/review"}, codes(t, err))
	require.ErrorContains(t, err, "共3条理由")
	_, err = w.machine.Take(w.calendar, w.state, lifecycle.Move{Step: "办理"})
	require.Equal(t, []string{"lifecycle/role", "lifecycle/date"}, codes(t, err))
	require.ErrorContains(t, err, "“办理”应当由“承办人”“科长”办理")
}

// A flow that was changed may not know where a document stands.
func TestStateOfAnotherFlow(t *testing.T) {
	w := walkLetters(t)
	w.state = lifecycle.State{Step: "初审", On: day("2024-03-01")}
	require.Equal(t, []string{"lifecycle/state"}, codes(t, w.try("办理", "2024-03-02")))
	require.Empty(t, w.machine.Next(w.state))
}

func TestNothingFollowsTheFinalStep(t *testing.T) {
	w := walkLetters(t)
	w.doc = &letter{Reviewed: day("2024-03-05")}
	w.take("收到", "2024-03-01").take("办结", "2024-03-06")
	require.Equal(t, lifecycle.State{Step: "办结", On: day("2024-03-06")}, w.state, "all clocks stop")
	require.Equal(t, []string{"lifecycle/final"}, codes(t, w.try("办理", "2024-03-07")))
	require.Empty(t, w.machine.Next(w.state))
}

// A gate gives its own code, its article and the place, and no value.
func TestGate(t *testing.T) {
	w := walkLetters(t).take("收到", "2024-03-01")
	err := w.try("办结", "2024-03-06")
	var refused *lifecycle.Refused
	require.ErrorAs(t, err, &refused)
	require.Equal(t, []fazhi.Issue{{
		Code: "letter/review", Path: "/reviewed", Origin: fazhi.Origin{File: "来信.xlsx", Cell: "C2"},
		Message: "未经审核的，不得答复", Basis: "某规定第八条",
	}}, refused.Reasons)
	w = walkLetters(t).take("收到", "2023-12-01").take("办结", "2023-12-04")
	require.Equal(t, "办结", w.state.Step, "the gate was not in force yet")
}

// memo is of the kind of letters, but of another Go type.
type memo struct{ fazhi.Document }

func (memo) Kind() fazhi.Kind { return "letter" }

func TestDocument(t *testing.T) {
	w := walkLetters(t)
	other := compile(t, lifecycle.Flow{Kind: "memo", Name: "便条流程", Steps: []lifecycle.Step{{Name: "登记", Doc: "登记", First: true, Final: true}}})
	_, err := other.Take(nil, lifecycle.State{}, lifecycle.Move{Step: "登记", On: day("2024-03-01"), Doc: w.doc})
	require.ErrorIs(t, err, lifecycle.ErrDocument)
	_, err = other.Take(nil, lifecycle.State{}, lifecycle.Move{Step: "登记", On: day("2024-03-01")})
	require.NoError(t, err, "nothing asks for the document")
	for _, none := range []fazhi.Document{nil, (*letter)(nil)} {
		w.doc = none
		require.ErrorIs(t, w.try("收到", "2024-03-01"), lifecycle.ErrDocument)
	}
	w.doc, w.state = memo{}, lifecycle.State{Step: "办理", On: day("2024-03-01")}
	require.Equal(t, []string{"letter/review"}, codes(t, w.try("办结", "2024-03-01")), "a gate stays closed for another Go type")
}

func TestNext(t *testing.T) {
	m := compile(t, letters())
	names := func(s lifecycle.State) string {
		var names []string
		for _, step := range m.Next(s) {
			names = append(names, step.Name)
		}
		return strings.Join(names, " ")
	}
	require.Equal(t, "收到", names(lifecycle.State{}))
	require.Equal(t, "办理 延长 中止 办结", names(lifecycle.State{Step: "收到"}))
	require.Equal(t, "恢复", names(lifecycle.State{Step: "中止"}))
}

// A machine does not change, whatever is done with what it was made of or gives away.
func TestMachineDoesNotChange(t *testing.T) {
	flow := letters()
	m := compile(t, flow)
	flow.Steps[0].Name, flow.Steps[1].After[0] = "别的", "别的"
	given := m.Flow()
	given.Steps[1].Roles[0] = "别人"
	step, ok := m.Step("办理")
	require.True(t, ok)
	step.Roles[0], step.After[0] = "别人", "别的"
	m.Next(lifecycle.State{Step: "收到"})[0].Roles[0] = "别人"
	again, _ := m.Step("办理")
	require.Equal(t, []string{"承办人", "科长"}, again.Roles)
	require.Equal(t, "收到", again.After[0])
	require.Equal(t, fazhi.Kind("letter"), m.Kind())
	_, ok = m.Step("别的")
	require.False(t, ok)
}

func TestZeroMachineKnowsNoStep(t *testing.T) {
	_, err := new(lifecycle.Machine).Take(nil, lifecycle.State{}, lifecycle.Move{Step: "收到"})
	require.Equal(t, []string{"lifecycle/step"}, codes(t, err))
}

// The state is kept as JSON and read back as it was.
func TestStateAsJSON(t *testing.T) {
	w := walkLetters(t).take("收到", "2024-03-01")
	text, err := json.Marshal(w.state)
	require.NoError(t, err)
	require.JSONEq(t, `{"step": "收到", "on": "2024-03-01", "running": [
		{"clock": "回复期限", "start": "2024-03-01", "span": "10wd", "due": "2024-03-15", "basis": "某规定第三条"},
		{"clock": "办理期限", "start": "2024-03-01", "span": "60d", "due": "2024-04-30", "basis": "某规定第五条"}]}`, string(text))
	w.take("中止", "2024-03-05")
	for _, s := range []lifecycle.State{{}, w.state} {
		text, err := json.Marshal(s)
		require.NoError(t, err)
		var read lifecycle.State
		require.NoError(t, json.Unmarshal(text, &read))
		require.Equal(t, s, read)
	}
	text, err = json.Marshal(lifecycle.State{})
	require.NoError(t, err)
	require.Equal(t, "{}", string(text))
}

// The term of a running clock can be explained.
func TestTerm(t *testing.T) {
	w := walkLetters(t).take("收到", "2024-03-01")
	r, ok := w.state.Clock("回复期限")
	require.True(t, ok)
	require.Equal(t, workday.Term{Start: day("2024-03-01"), Span: span("10wd"), Basis: "某规定第三条", Rule: "某规定第九条"}, w.machine.Term(r))
	_, ok = w.state.Clock("抄送期限")
	require.False(t, ok)
	r.Clock = "没有"
	require.Empty(t, w.machine.Term(r).Rule)
}

func TestCodesAreListed(t *testing.T) {
	text, err := os.ReadFile("testdata/codes.txt")
	require.NoError(t, err)
	require.ElementsMatch(t, strings.Fields(string(text)), []string{
		string(lifecycle.UnknownStep), string(lifecycle.UnknownState), string(lifecycle.AfterFinal), string(lifecycle.WrongOrder),
		string(lifecycle.WrongRole), string(lifecycle.WrongDate), string(lifecycle.NoSuchClock),
	})
}
