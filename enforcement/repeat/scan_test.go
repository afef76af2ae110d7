package repeat_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/repeat"
)

const little = 1 << 18 // bytes of memory, so that a ledger of some thousand rows is spilled

// crowd is a ledger that does not fit into little memory.
func crowd(n int) []*repeat.Record {
	rng := rand.New(rand.NewPCG(3, 9))
	fine := fazhi.Money(50000)
	var all []*repeat.Record
	for i := range n {
		from := day("2024-01-01").AddDays(rng.IntN(300))
		all = append(all, &repeat.Record{
			Serial: fmt.Sprintf("CF-%05d", i), Sort: repeat.Penalty, Organ: []string{"甲局", "乙局"}[rng.IntN(2)],
			Party: repeat.PartyCode(fmt.Sprintf("TEST%05d", rng.IntN(n/4))), ActCode: fmt.Sprint("W", rng.IntN(3)), Cause: "占道经营",
			From: from, Until: from.AddDays(40), Place: "某路1号", Fine: &fine, Status: repeat.Closed,
		})
	}
	return all
}

func noFiles(t *testing.T, dir string) {
	t.Helper()
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, left)
}

// What is spilled comes back: little memory gives what much memory gives, in any order of the records, and leaves no file.
func TestSpill(t *testing.T) {
	records, dir := crowd(6000), t.TempDir()
	want, tally := scan(t, records, repeat.Options{})
	require.Zero(t, tally.Spilled)
	require.Greater(t, len(want), 500)
	for range 2 {
		var got []repeat.Warning
		tally, err := repeat.ScanIn(t.Context(), each(records), repeat.Options{Dir: dir}, collect(&got), little, nil)
		require.NoError(t, err)
		require.Greater(t, tally.Spilled, int64(little))
		require.Equal(t, want, got)
		require.EqualValues(t, len(want), tally.Warnings)
		noFiles(t, dir)
		rand.New(rand.NewPCG(1, 1)).Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
	}
}

// Codes of parties, places and things are not in the spilled bytes.
func TestSpillHidesPersonalData(t *testing.T) {
	fine := fazhi.Money(1)
	r := &repeat.Record{
		Serial: "CF-1", Sort: repeat.Penalty, Organ: "甲局", Party: "TESTPARTYCODE", ActCode: "W1", From: day("2024-01-01"), Place: "SOMEPLACE",
		Fine: &fine, Object: "SOMEOBJECT", Seized: day("2024-01-01"),
	}
	entries := repeat.Entries(r)
	require.Len(t, entries, 2)
	for _, e := range entries {
		require.Contains(t, string(e), "CF-1")
		for _, secret := range []string{"TESTPARTYCODE", "SOMEPLACE", "SOMEOBJECT"} {
			require.NotContains(t, string(e), secret)
		}
	}
	require.NotEqual(t, entries[0], repeat.Entries(r)[0], "the key is drawn anew")
}

// A broken file fails after some bytes, or gives back other ones.
type broken struct {
	*os.File
	room int
	flip bool
}

var errFull = errors.New("no space left")

func (b *broken) Write(p []byte) (int, error) {
	if b.room -= len(p); b.room < 0 && !b.flip {
		return 0, errFull
	}
	return b.File.Write(p)
}

func (b *broken) ReadAt(p []byte, at int64) (int, error) {
	n, err := b.File.ReadAt(p, at)
	if b.flip && n > 100 {
		p[100] ^= 1
	}
	return n, err
}

func brokenFile(room int, flip bool) func(dir string) (repeat.File, string, error) {
	return func(dir string) (repeat.File, string, error) {
		f, err := os.CreateTemp(dir, "broken")
		return &broken{f, room, flip}, f.Name(), err
	}
}

// A full disk, bytes that rot, a folder that is not there or not named, too little memory: an error, and no file is left.
func TestSpillFails(t *testing.T) {
	records := crowd(6000)
	for name, c := range map[string]struct {
		dir    string
		memory int
		create func(string) (repeat.File, string, error)
		want   error
	}{
		"full at once":    {"", little, brokenFile(0, false), errFull},
		"full later":      {"", little, brokenFile(1<<19, false), errFull},
		"other bytes":     {"", little, brokenFile(1<<30, true), repeat.ErrSpill},
		"no such folder":  {"/nowhere/at/all", little, nil, os.ErrNotExist},
		"no folder named": {"-", little, nil, repeat.ErrDir},
		"too many runs":   {"", 1 << 15, nil, repeat.ErrLarge},
	} {
		t.Run(name, func(t *testing.T) {
			dir, use := t.TempDir(), c.dir
			switch use {
			case "":
				use = dir
			case "-":
				use = ""
			}
			_, err := repeat.ScanIn(t.Context(), each(records), repeat.Options{Dir: use}, func(*repeat.Warning) error { return nil }, c.memory, c.create)
			require.ErrorIs(t, err, c.want)
			noFiles(t, dir)
		})
	}
}

// Whoever stops a scan gets his own error back, and no file is left.
func TestScanStops(t *testing.T) {
	records, dir := crowd(6000), t.TempDir()
	mine := errors.New("mine")
	ctx, cancel := context.WithCancel(t.Context())
	cancels := func(yield func(*repeat.Record, error) bool) {
		for i, r := range records {
			if i == 5000 {
				cancel()
			}
			if !yield(r, nil) {
				return
			}
		}
	}
	fails := func(yield func(*repeat.Record, error) bool) { _ = yield(records[0], nil) && yield(nil, mine) }
	nothing := func(*repeat.Warning) error { return nil }
	refuses := func(*repeat.Warning) error { return mine }
	for name, c := range map[string]struct {
		ctx     context.Context
		records iter.Seq2[*repeat.Record, error]
		emit    func(*repeat.Warning) error
		want    error
	}{
		"context": {ctx, cancels, nothing, context.Canceled},
		"source":  {t.Context(), fails, nothing, mine},
		"emit":    {t.Context(), each(records), refuses, mine},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := repeat.ScanIn(c.ctx, c.records, repeat.Options{Dir: dir}, c.emit, little, nil)
			require.ErrorIs(t, err, c.want)
			noFiles(t, dir)
		})
	}
}

// A party with very many records is looked at in windows, and what is left out is said.
func TestLargeParty(t *testing.T) {
	const n = 3_000
	fine := fazhi.Money(1)
	var records []*repeat.Record
	for i := range n {
		records = append(records, &repeat.Record{
			Serial: fmt.Sprintf("CF-%05d", i), Sort: repeat.Penalty, Organ: "甲局", Party: "TEST1", ActCode: "W", Place: "某路1号",
			From: day("2024-01-01").AddDays(i % 300), Until: day("2026-01-01"), Fine: &fine,
		})
	}
	got, tally := scan(t, records, repeat.Options{Window: 10, MaxPerParty: 25})
	require.Len(t, got, 28, "1+2+…+7: the eighth record reaches the number")
	require.Equal(t, []repeat.Cut{{Serial: "CF-00000", Rule: "R1、R2", Unseen: n - 8}}, tally.Cuts)
	got, tally = scan(t, records, repeat.Options{Window: 10, MaxPerParty: n * n, Dir: t.TempDir()})
	require.Len(t, got, 10*n-55, "each meets the ten before it; the first ten meet fewer")
	require.Equal(t, []repeat.Cut{{Serial: "CF-00000", Rule: "R1、R2", Passed: n - 10}}, tally.Cuts)
	require.EqualValues(t, 1, tally.AllCuts)
}

// Many warnings of one rule do not hide those of another.
func TestCutsAreOfOneRule(t *testing.T) {
	records := crowd(30)
	for i, r := range records {
		r.Party, r.ActCode, r.From, r.Until = "TEST1", "W", day("2024-01-01"), day("2024-02-01")
		if i >= 28 {
			*r = repeat.Record{Serial: r.Serial, Sort: repeat.Inspection, Party: "TEST1", Organ: "甲局", Inspected: day("2024-01-01"), Items: []string{"消防"}}
		}
	}
	got, tally := scan(t, records, repeat.Options{MaxPerParty: 1})
	require.Equal(t, []string{"R1 red 100 CF-00000 CF-00001", "R3 amber 80 CF-00028 CF-00029"}, lines(got))
	require.Len(t, tally.Cuts, 1)
}

// Gaps say what was missing; a record without a number that can be written down is skipped and counted.
func TestTally(t *testing.T) {
	records := []*repeat.Record{
		{Serial: "CF-1", Sort: repeat.Penalty}, {Serial: "JC-1", Sort: repeat.Inspection, Organ: "甲局"}, {Serial: "QZ-1", Sort: repeat.Coercion, Follows: repeat.Remade},
		{Sort: repeat.Penalty}, {Serial: "a\x00b", Sort: repeat.Penalty}, {Serial: strings.Repeat("长", 67)}, nil,
	}
	got, tally := scan(t, records, repeat.Options{})
	require.Empty(t, got)
	require.EqualValues(t, 7, tally.Records)
	require.EqualValues(t, 4, tally.Skipped)
	var text []string
	for _, g := range tally.Gaps {
		text = append(text, fmt.Sprint(g.Sort, g.Field, g.N))
	}
	require.Equal(t, []string{
		"行政处罚当事人代码1", "行政处罚执法机关1", "行政处罚违法行为代码和案由1", "行政处罚行为开始日期1", "行政处罚地点1", "行政处罚罚款金额和处罚种类1",
		"行政检查当事人代码1", "行政检查检查日期1", "行政检查检查事项1",
		"行政强制物品编号1", "行政强制执法机关1", "行政强制查封扣押日期1", "行政强制关联编号1",
	}, text)
}

// All mistakes of a policy are said at once.
func TestPolicy(t *testing.T) {
	wrong := repeat.Policy{
		Yearly: -1, Limits: []repeat.Limit{{Times: 1}, {Organ: "甲局", Times: 1}, {Organ: "甲 局", Times: 2}}, Mergeable: [][]string{{"消防"}}, Divisions: []string{" "},
	}
	_, err := repeat.Scan(t.Context(), each(nil), repeat.Options{Policy: wrong}, nil)
	require.ErrorIs(t, err, repeat.ErrPolicy)
	require.Equal(t, 5, strings.Count(err.Error(), repeat.ErrPolicy.Error()), err.Error())
	_, err = repeat.NewIndex(repeat.Options{Policy: wrong})
	require.ErrorIs(t, err, repeat.ErrPolicy)
}

// Each mistake of a policy alone, and what is just good.
func TestPolicyBounds(t *testing.T) {
	limit := func(organ, item string, times int) repeat.Policy {
		return repeat.Policy{Limits: []repeat.Limit{{Organ: organ, Item: item, Times: times}}}
	}
	for name, c := range map[string]struct {
		policy repeat.Policy
		good   bool
	}{
		"yearly":              {repeat.Policy{Yearly: 10000}, true},
		"yearly, too often":   {repeat.Policy{Yearly: 10001}, false},
		"yearly, 32 bits":     {repeat.Policy{Yearly: 1 << 32}, false},
		"times":               {limit("甲局", "消防", 10000), true},
		"times, too often":    {limit("甲局", "消防", 10001), false},
		"organ not known":     {limit("——", "消防", 1), false},
		"item not known":      {limit("甲局", "（）", 1), false},
		"all items":           {limit("甲局", "", 1), true},
		"mergeable not known": {repeat.Policy{Mergeable: [][]string{{"消防", "（）"}}}, false},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := repeat.NewIndex(repeat.Options{Policy: c.policy})
			if c.good {
				require.NoError(t, err)
			} else {
				require.ErrorIs(t, err, repeat.ErrPolicy)
			}
		})
	}
}

// What is not given at all is an error and no panic.
func TestNothingGiven(t *testing.T) {
	ignore := func(*repeat.Warning) error { return nil }
	_, err := repeat.Scan(t.Context(), nil, repeat.Options{}, ignore)
	require.ErrorIs(t, err, repeat.ErrArgument)
	_, err = repeat.Scan(t.Context(), each(nil), repeat.Options{}, nil)
	require.ErrorIs(t, err, repeat.ErrArgument)
	var zero repeat.Index
	for _, x := range []*repeat.Index{nil, &zero} {
		require.ErrorIs(t, x.Add(fined("1", "甲局")), repeat.ErrIndex)
		_, err = x.Check(fined("1", "甲局"))
		require.ErrorIs(t, err, repeat.ErrIndex)
		require.Zero(t, x.Len())
		require.False(t, x.Remove("1"))
	}
}

func FuzzEntry(f *testing.F) {
	for _, r := range crowd(4) {
		for _, e := range repeat.Entries(r) {
			f.Add(e)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		once, err := repeat.Reread(data)
		if err != nil {
			return
		}
		again, err := repeat.Reread(once)
		require.NoError(t, err)
		require.Equal(t, once, again)
	})
}
