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
	for o := range correctiveOutcomes {
		known = append(known, string(o))
	}
	require.ElementsMatch(t, choicesOf[Case](t, "结案方式"), known)
}

func TestResultsAreThoseOfTheColumn(t *testing.T) {
	var known []string
	for r := range results {
		known = append(known, string(r))
	}
	require.ElementsMatch(t, choicesOf[Suit](t, "裁判结果"), known)
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
