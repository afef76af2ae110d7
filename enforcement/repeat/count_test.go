package repeat_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/repeat"
)

// checked checks records with an index and adds them, one after another, and returns the warnings in the order of Scan.
func checked(t *testing.T, records []*repeat.Record, o repeat.Options) []repeat.Warning {
	t.Helper()
	index, err := repeat.NewIndex(o)
	require.NoError(t, err)
	var all []repeat.Warning
	for _, r := range records {
		found, err := index.Check(r)
		require.NoError(t, err)
		all = append(all, found.Warnings...)
		require.NoError(t, index.Add(r))
	}
	slices.SortFunc(all, func(a, b repeat.Warning) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.A.Serial, b.A.Serial), cmp.Compare(a.B.Serial, b.B.Serial))
	})
	return all
}

// One inspection is counted once, wherever its records stand in the year.
func TestOneInspectionIsCountedOnce(t *testing.T) {
	twice := repeat.Options{Policy: repeat.Policy{Limits: []repeat.Limit{{Organ: "甲局", Item: "消防", Times: 2}}}}
	for name, c := range map[string]struct {
		records []*repeat.Record
		want    []string
	}{
		"joint, side by side": {[]*repeat.Record{visited("1", "2024-03-01", "J", "消防"), visited("2", "2024-03-01", "J", "消防"), visited("3", "2024-03-01", "", "消防")}, []string{}},
		"joint, one between":  {[]*repeat.Record{visited("1", "2024-03-01", "J", "消防"), visited("2", "2024-03-01", "", "消防"), visited("3", "2024-03-01", "J", "消防")}, []string{}},
		"two joints, crossed": {[]*repeat.Record{visited("1", "2024-03-01", "J", "消防"), visited("2", "2024-03-01", "K", "消防"), visited("3", "2024-03-01", "J", "消防"), visited("4", "2024-03-02", "K", "消防")}, []string{}},
		"three of them":       {[]*repeat.Record{visited("1", "2024-03-01", "J", "消防"), visited("2", "2024-03-01", "", "消防"), visited("3", "2024-03-01", "J", "消防"), visited("4", "2024-03-02", "", "消防")}, []string{"R3 amber 100 2 4"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := scan(t, c.records, twice)
			require.Equal(t, c.want, lines(got))
			require.Equal(t, c.want, lines(checked(t, c.records, twice)))
		})
	}
	number := []*repeat.Record{visited("S", "2024-03-01", "", "消防"), visited("T", "2024-03-05", "", "消防"), visited("S", "2024-03-09", "", "消防")}
	got, _ := scan(t, number, twice)
	require.Empty(t, got, "one number twice is one record")
}

// A record that is entered late and belongs to an inspection that is there is none more.
func TestIndexLateJoint(t *testing.T) {
	index, err := repeat.NewIndex(repeat.Options{})
	require.NoError(t, err)
	require.NoError(t, index.Add(visited("2", "2024-03-05", "", "消防")))
	require.NoError(t, index.Add(visited("3", "2024-03-09", "J", "消防")))
	found, err := index.Check(visited("1", "2024-03-01", "J", "消防"))
	require.NoError(t, err)
	require.Empty(t, found.Warnings)
}

// What is remembered of one year is bounded, and what is not counted is said.
func TestCountIsBounded(t *testing.T) {
	const n = 70_000
	all := func(yield func(*repeat.Record, error) bool) {
		for i := range n {
			if !yield(visited(fmt.Sprintf("%06d", i), "2024-03-01", "J", "消防"), nil) {
				return
			}
		}
	}
	o := repeat.Options{Dir: t.TempDir()}
	tally, err := repeat.Scan(t.Context(), all, o, func(*repeat.Warning) error { return nil })
	require.NoError(t, err)
	require.Zero(t, tally.Warnings)
	require.Contains(t, tally.Cuts, repeat.Cut{Serial: "000000", Rule: "R3", Unseen: n - 1<<16 + 1})
}

// Of several matters that one pair of inspections exceeds, the strongest warning is given, then the one of the highest
// number, then the one of the lowest limit; by a scan and by an index.
func TestWhichMatter(t *testing.T) {
	limits := func(times ...int) repeat.Options {
		var all []repeat.Limit
		for i, n := range times {
			all = append(all, repeat.Limit{Organ: "甲局", Item: []string{"A", "X"}[i], Times: n})
		}
		return repeat.Options{Policy: repeat.Policy{Limits: all}}
	}
	for name, c := range map[string]struct {
		first [2]string // the matters of the two inspections before the pair
		o     repeat.Options
		want  string
	}{
		"more of X":          {[2]string{"X", ""}, repeat.Options{}, "本年度内第3次，该事项年度检查频次上限未见公布，按1次比对，供参考"},
		"more of A":          {[2]string{"A", ""}, repeat.Options{}, "本年度内第3次，该事项年度检查频次上限未见公布，按1次比对，供参考"},
		"a limit is known":   {[2]string{"A", ""}, repeat.Options{Policy: repeat.Policy{Limits: []repeat.Limit{{Organ: "甲局", Item: "X", Times: 1}}}}, "本年度内第2次，公布的频次上限为1次"},
		"lower limit, of A":  {[2]string{"A", "X"}, limits(1, 2), "本年度内第3次，公布的频次上限为1次"},
		"lower limit, of X":  {[2]string{"A", "X"}, limits(2, 1), "本年度内第3次，公布的频次上限为1次"},
		"the number is more": {[2]string{"A", ""}, limits(2, 1), "本年度内第3次，公布的频次上限为2次"},
	} {
		t.Run(name, func(t *testing.T) {
			var records []*repeat.Record
			for i, item := range c.first {
				if item != "" {
					records = append(records, visited(fmt.Sprint(i), "2024-03-01", "", item))
				}
			}
			records = append(records, visited("8", "2024-03-02", "", "A", "X"), visited("9", "2024-03-03", "", "A", "X"))
			for _, all := range [][]repeat.Warning{checked(t, records, c.o), first(scan(t, records, c.o))} {
				last := all[len(all)-1]
				require.Equal(t, "9", last.B.Serial)
				require.Equal(t, "当事人相同，执法机关相同，检查事项相同，"+c.want, last.Text())
			}
		})
	}
}

func first(all []repeat.Warning, _ repeat.Tally) []repeat.Warning { return all }

// Ledgers of one party with several matters, joint inspections and organs: an index filled by day gives what a scan gives,
// to the last word, and both count as the oracle counts.
func TestIndexIsTheScanForMatters(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	for round := range 3000 {
		o := repeat.Options{Policy: policies()[round%len(policies())]}
		var records []*repeat.Record
		for i := range 2 + rng.IntN(8) {
			r := visited(fmt.Sprintf("R%02d", i), "2024-03-01", []string{"", "", "J1", "J2"}[rng.IntN(4)])
			r.Inspected, r.Organ = r.Inspected.AddDays(i/2), []string{"甲局", "乙局"}[rng.IntN(2)]
			for _, item := range []string{"消防", "广告", "特种设备"} {
				if rng.IntN(2) == 0 {
					r.Items = append(r.Items, item)
				}
			}
			records = append(records, r)
		}
		want, _ := scan(t, records, o)
		require.Equal(t, want, checked(t, records, o), "round %d", round)
		require.Equal(t, oracle(records, o.Policy), lines(want), "round %d", round)
	}
}

// Records in the order of falling numbers and days are taken in as fast as others, and give the same.
func TestIndexTakesAnyOrder(t *testing.T) {
	records := crowd(400)
	o := repeat.Options{}
	up, err := repeat.NewIndex(o)
	require.NoError(t, err)
	down, err := repeat.NewIndex(o)
	require.NoError(t, err)
	for i := range records {
		require.NoError(t, up.Add(records[i]))
		require.NoError(t, down.Add(records[len(records)-1-i]))
	}
	for _, r := range records {
		a, err := up.Check(r)
		require.NoError(t, err)
		b, err := down.Check(r)
		require.NoError(t, err)
		require.Equal(t, a, b)
	}
}
