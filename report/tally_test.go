package report_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// A file is a record of the tests.
type file struct {
	id, organ string
	good      bool
	people    fazhi.Count
	cost      fazhi.Money
}

func (file) Kind() fazhi.Kind { return "file" }
func (f file) ID() string     { return f.id }
func (f file) Title() string  { return f.id }

var files = []file{
	{"1", "甲局", true, fazhi.Count{N: 3}, 100},
	{"2", "乙局", false, fazhi.Count{N: 10, More: true}, 250},
	{"3", "甲局", true, fazhi.Count{N: 4}, 0},
	{"4", "", true, fazhi.Count{N: 1}, 1},
}

func all(file) bool             { return true }
func good(f file) bool          { return f.good }
func named(f file) bool         { return f.organ != "" }
func people(f file) fazhi.Count { return f.people }
func cost(f file) fazhi.Money   { return f.cost }

func ids(f fazhi.Figure) []string {
	var out []string
	for r := range f.From.Refs {
		out = append(out, r.ID)
	}
	return out
}

func TestAFigureKnowsWhatItCounts(t *testing.T) {
	empty := fazhi.Figure{ID: "案卷.数"}
	f := report.Count(empty, files, good)
	require.Equal(t, fazhi.Count{N: 3}, f.Value)
	require.Equal(t, []string{"1", "3", "4"}, ids(f))
	require.EqualValues(t, 3, f.From.Count)

	f = report.Sum(empty, files, all, people)
	require.Equal(t, fazhi.Count{N: 18, More: true}, f.Value, "a lower bound among the parts makes the sum one")
	require.Equal(t, fazhi.Count{N: 8}, report.Sum(empty, files, good, people).Value)
	require.Equal(t, fazhi.Money(351), report.Sum(empty, files, all, cost).Value)

	f = report.Share(empty, files, named, good)
	require.Equal(t, fazhi.Rate{Num: 2, Den: 3}, f.Value)
	require.Equal(t, []string{"1", "2", "3"}, ids(f), "a rate counts its denominator")

	f = report.Change(empty, files, named, func(f file) bool { return !named(f) }, good)
	require.Equal(t, fazhi.Points{Now: fazhi.Rate{Num: 2, Den: 3}, Before: fazhi.Rate{Num: 1, Den: 1}}, f.Value)
	require.EqualValues(t, 4, f.From.Count, "a change counts both groups")

	f = report.Distinct(empty, files, all, func(f file) string { return f.organ })
	require.Equal(t, fazhi.Count{N: 2}, f.Value)
	require.EqualValues(t, 4, f.From.Count)
}

func TestAnEmptyLedgerCountsNothing(t *testing.T) {
	empty := fazhi.Figure{ID: "案卷.率", Unit: "%"}
	require.Equal(t, fazhi.Count{}, report.Count(empty, []file(nil), all).Value)
	require.Equal(t, fazhi.Money(0), report.Sum(empty, []file(nil), all, cost).Value)
	_, err := report.Share(empty, []file(nil), all, good).Text(fazhi.Form{})
	require.ErrorIs(t, err, fazhi.ErrUndefined)
}

func TestASumOutOfRangeIsUndefinedNotWrong(t *testing.T) {
	huge := []file{{id: "1", cost: 1 << 62}, {id: "2", cost: 1 << 62}}
	f := report.Sum(fazhi.Figure{ID: "经费.总额", Unit: "元"}, huge, all, cost)
	_, err := f.Text(fazhi.Form{})
	require.ErrorIs(t, err, fazhi.ErrUndefined)
}
