package repeat_test

import (
	"bufio"
	"fmt"
	"iter"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/repeat"
)

// A million and ten million records in one pass. It says what it took:
//
//	FAZHI_MILLIONS=1 go test -run TestMillions -v ./enforcement/repeat
//	FAZHI_MILLIONS=10 go test -run TestMillions -v -timeout 60m ./enforcement/repeat
func TestMillions(t *testing.T) {
	millions := map[string]int{"1": 1_000_000, "10": 10_000_000}[os.Getenv("FAZHI_MILLIONS")]
	if millions == 0 {
		t.Skip("it takes minutes; set FAZHI_MILLIONS to 1 or 10")
	}
	dir := t.TempDir()
	alone := processor()
	for range generated(millions) {
	}
	alone = processor() - alone
	begun, byRule := processor(), map[string]int{}
	tally, err := repeat.Scan(t.Context(), generated(millions), repeat.Options{Dir: dir}, func(w *repeat.Warning) error {
		byRule[w.Rule()]++
		return nil
	})
	require.NoError(t, err)
	noFiles(t, dir)
	took := processor() - begun - alone
	fmt.Printf("%d records, %.1f s of CPU beside %.1f s for making them: %.0f records per CPU-second\n", millions, took.Seconds(), alone.Seconds(), float64(millions)/took.Seconds())
	fmt.Printf("peak RSS %s, spilled %d MB, %d warnings %v, %d cuts\n", peak(t), tally.Spilled>>20, tally.Warnings, byRule, tally.AllCuts)
	require.EqualValues(t, millions, tally.Records)
	require.Zero(t, tally.Skipped)
	for _, rule := range []string{"R1", "R2", "R3", "R4"} {
		require.Positive(t, byRule[rule])
	}
}

// A party with a million records of one act, each of which overlaps all others: at one place, where every pair is a warning,
// and at a million places, where none is.
func TestMillionOfOneParty(t *testing.T) {
	if os.Getenv("FAZHI_MILLIONS") == "" {
		t.Skip("it takes minutes; set FAZHI_MILLIONS to 1 or 10")
	}
	for _, c := range []struct {
		name     string
		places   int
		warnings int64
		cut      repeat.Cut
	}{
		{"one place", 1, 1035, repeat.Cut{Serial: "CF-0000000", Rule: "R1、R2", Unseen: 999_954}}, // 1+2+…+45
		{"a million places", 1_000_000, 0, repeat.Cut{Serial: "CF-0000000", Rule: "R1、R2", Passed: 999_744}},
	} {
		t.Run(c.name, func(t *testing.T) {
			begun := processor()
			tally, err := repeat.Scan(t.Context(), oneParty(1_000_000, c.places), repeat.Options{Dir: t.TempDir()}, func(*repeat.Warning) error { return nil })
			require.NoError(t, err)
			fmt.Printf("%s: %.1f s of CPU, peak RSS %s\n", c.name, (processor() - begun).Seconds(), peak(t))
			require.Equal(t, c.warnings, tally.Warnings)
			require.Equal(t, []repeat.Cut{c.cut}, tally.Cuts)
		})
	}
}

func oneParty(n, places int) iter.Seq2[*repeat.Record, error] {
	fine := fazhi.Money(1)
	return func(yield func(*repeat.Record, error) bool) {
		for i := range n {
			r := &repeat.Record{
				Serial: fmt.Sprintf("CF-%07d", i), Sort: repeat.Penalty, Organ: "甲局", Party: "TEST1", ActCode: "W", Place: fmt.Sprintf("某路%d号", i%places),
				From: fazhi.DateOf(2024, 1, 1), Until: fazhi.DateOf(2024, 12, 31), Fine: &fine,
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

func processor() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peak returns the greatest resident size of the process, as Linux has it.
func peak(t *testing.T) string {
	file, err := os.Open("/proc/self/status")
	require.NoError(t, err)
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			return strings.TrimSpace(rest)
		}
	}
	return "unknown"
}
