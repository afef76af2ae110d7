package repeat_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/repeat"
)

// when is the day by which a record meets others.
func when(r *repeat.Record) fazhi.Date {
	switch r.Sort {
	case repeat.Penalty:
		return r.From
	case repeat.Inspection:
		return r.Inspected
	}
	return r.Seized
}

// An index that is asked and filled day by day gives, all in all, the warnings of a scan.
func TestIndexIsTheScanDayByDay(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for round := range 800 {
		records, o := random(rng, 2+rng.IntN(16)), repeat.Options{Policy: policies()[round%len(policies())]}
		for _, r := range records {
			if r.Sort == repeat.Penalty {
				r.Object = "" // a penalty with a seizure has two days
			}
		}
		slices.SortFunc(records, func(a, b *repeat.Record) int {
			return cmp.Or(when(a).Compare(when(b)), cmp.Compare(a.Serial, b.Serial))
		})
		want, _ := scan(t, records, o)
		require.Equal(t, want, checked(t, records, o), "round %d", round)
	}
}

// A record replaces the one of its number, is never compared with itself, and is gone when it is removed.
func TestIndexReplacesAndRemoves(t *testing.T) {
	records := crowd(40)
	index, err := repeat.NewIndex(repeat.Options{})
	require.NoError(t, err)
	a, b := *records[0], *records[1]
	a.Party, a.From, a.Until, a.ActCode = b.Party, b.From, b.Until, b.ActCode
	require.NoError(t, index.Add(&a))
	require.NoError(t, index.Add(&a))
	require.Equal(t, 1, index.Len())
	found, err := index.Check(&a)
	require.NoError(t, err)
	require.Empty(t, found.Warnings)
	found, err = index.Check(&b)
	require.NoError(t, err)
	require.Len(t, found.Warnings, 1)
	moved := a
	moved.Party = "TESTOTHER"
	require.NoError(t, index.Add(&moved))
	found, err = index.Check(&b)
	require.NoError(t, err)
	require.Empty(t, found.Warnings)
	require.True(t, index.Remove(a.Serial))
	require.False(t, index.Remove(a.Serial))
	require.Zero(t, index.Len())
	require.ErrorIs(t, index.Add(&repeat.Record{}), repeat.ErrRecord)
	_, err = index.Check(nil)
	require.ErrorIs(t, err, repeat.ErrRecord)
}

// An inspection that is entered late is counted in, and named with its neighbour.
func TestIndexLateInspection(t *testing.T) {
	index, err := repeat.NewIndex(repeat.Options{})
	require.NoError(t, err)
	visit := func(serial, on string) *repeat.Record {
		return &repeat.Record{Serial: serial, Sort: repeat.Inspection, Organ: "甲局", Party: "TEST1", Items: []string{"消防"}, Inspected: day(on)}
	}
	require.NoError(t, index.Add(visit("JC-2", "2025-06-01")))
	found, err := index.Check(visit("JC-1", "2025-02-01"))
	require.NoError(t, err)
	require.Equal(t, []string{"R3 amber 80 JC-1 JC-2"}, lines(found.Warnings))
}

// One check gives so many warnings and says how many there were beyond.
func TestIndexSaysWhatIsLeftOut(t *testing.T) {
	index, err := repeat.NewIndex(repeat.Options{MaxPerParty: 3})
	require.NoError(t, err)
	for i, r := range crowd(10) {
		r.Party, r.ActCode, r.From, r.Until = "TEST1", "W", day("2024-01-01"), day("2024-02-01")
		found, err := index.Check(r)
		require.NoError(t, err)
		require.Len(t, found.Warnings, min(i, 3))
		require.Equal(t, max(i-3, 0), found.More)
		require.NoError(t, index.Add(r))
	}
}

func TestIndexConcurrently(t *testing.T) {
	index, err := repeat.NewIndex(repeat.Options{})
	require.NoError(t, err)
	var wg sync.WaitGroup
	for part := range slices.Chunk(crowd(400), 100) {
		wg.Go(func() {
			for _, r := range part {
				_, errCheck := index.Check(r)
				if errCheck != nil || index.Add(r) != nil {
					t.Error("a good record was refused")
				}
			}
		})
	}
	wg.Wait()
	require.Equal(t, 400, index.Len())
}

// TestIndexMemory gives the number that the comment of Index has: FAZHI_MEASURE=1 go test -run TestIndexMemory -v
func TestIndexMemory(t *testing.T) {
	if os.Getenv("FAZHI_MEASURE") == "" {
		t.Skip("it measures; set FAZHI_MEASURE=1")
	}
	const n = 200_000
	index, err := repeat.NewIndex(repeat.Options{})
	require.NoError(t, err)
	before := heap()
	for r := range generated(n) {
		require.NoError(t, index.Add(r))
	}
	per := (heap() - before) / n
	fmt.Println("bytes a record:", per)
	require.Less(t, per, int64(2000))
	runtime.KeepAlive(index)
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
