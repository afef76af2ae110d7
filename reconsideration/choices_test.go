package reconsideration

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/table"
)

// choicesOf returns what may be chosen in a column of a ledger.
func choicesOf[D any](t *testing.T, name string) []string {
	t.Helper()
	columns, err := table.ColumnsOf[D]()
	require.NoError(t, err)
	for _, c := range columns {
		if c.Name == name {
			return c.Choices
		}
	}
	return nil
}

// Every outcome that may be chosen is judged, and no other.
func TestOutcomesAreThoseOfTheColumn(t *testing.T) {
	var known []string
	for _, o := range Outcomes() {
		require.True(t, o.isKnown())
		known = append(known, string(o))
	}
	require.Equal(t, choicesOf[Case](t, "结案方式"), known)
}

func TestResultsAreThoseOfTheColumn(t *testing.T) {
	var known []string
	for _, r := range Results() {
		require.True(t, r.isKnown())
		known = append(known, string(r))
	}
	require.Equal(t, choicesOf[Suit](t, "裁判结果"), known)
}

func TestIntakesAreThoseOfTheColumn(t *testing.T) {
	var accepted []string
	for _, i := range choicesOf[Case](t, "处理") {
		if Intake(i).IsAccepted() {
			accepted = append(accepted, i)
		}
	}
	require.Equal(t, []string{"受理", "视为受理"}, accepted)
}

func TestGovernmentIsALevelOfTheColumn(t *testing.T) {
	var governments int
	for _, level := range choicesOf[Suit](t, "被告层级") {
		if (&Suit{Level: level}).againstGovernment() {
			governments++
		}
	}
	require.Equal(t, 1, governments)
}

// Who lost, lost by a judgment; what is for appeals only, is not a suit lost.
func TestResults(t *testing.T) {
	var lost, judged int
	for _, r := range Results() {
		if r.IsLost() {
			lost++
			require.True(t, r.IsJudgment() && !r.isAppellate(), r)
		}
		if r.IsJudgment() {
			judged++
		}
	}
	require.Equal(t, []int{12, 14}, []int{lost, judged})
	require.False(t, Result("胜诉").IsJudgment())
}

func TestWithdrawnAreOutcomes(t *testing.T) {
	var withdrawn []Outcome
	for _, o := range Outcomes() {
		if o.IsWithdrawn() {
			withdrawn = append(withdrawn, o)
		}
	}
	require.Equal(t, []Outcome{"和解终止", "撤回终止", "改变后撤回终止"}, withdrawn)
}

// Acts are named alike in both ledgers, so that their statistics can be laid side by side.
func TestActsOfBothLedgers(t *testing.T) {
	require.Equal(t, choicesOf[Case](t, "行政行为类别"), choicesOf[Suit](t, "行政行为类别"))
}

func TestOrganTimes(t *testing.T) {
	for _, tt := range []struct {
		suit          Suit
		organs, heads int
	}{
		{Suit{}, 1, 0},
		{Suit{Appeared: "负责人"}, 1, 1},
		{Suit{Organs: 3, Appeared: "负责人"}, 3, 1},
		{Suit{Organs: 3, Heads: 2, Appeared: "负责人"}, 3, 2},
		{Suit{Organs: 3, Heads: 2, Appeared: "工作人员"}, 3, 0},
		{Suit{Organs: 2, Heads: 5, Appeared: "负责人"}, 2, 2},
		{Suit{Organs: -2, Heads: -5, Appeared: "负责人"}, 1, 1},
	} {
		organs, heads := tt.suit.OrganTimes()
		require.Equal(t, []int{tt.organs, tt.heads}, []int{organs, heads})
	}
}
