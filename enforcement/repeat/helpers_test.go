package repeat_test

import (
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/repeat"
	"github.com/fazhi-go/fazhi/table"
)

func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

// ledger reads records from CSV; nothing may be wrong with it.
func ledger(t testing.TB, csv string) []*repeat.Record {
	t.Helper()
	records, issues := readCSV(t, csv)
	require.NoError(t, issues.Err(), "%v", issues)
	return records
}

func readCSV(t testing.TB, csv string) ([]*repeat.Record, fazhi.Issues) {
	t.Helper()
	file, err := table.CSV("执法信息.csv", []byte(csv))
	require.NoError(t, err)
	records, issues, err := repeat.Read(file, "")
	require.NoError(t, err)
	return records, issues
}

func each(records []*repeat.Record) iter.Seq2[*repeat.Record, error] {
	return func(yield func(*repeat.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// collect gathers warnings.
func collect(into *[]repeat.Warning) func(*repeat.Warning) error {
	return func(w *repeat.Warning) error {
		*into = append(*into, *w)
		return nil
	}
}

func scan(t testing.TB, records []*repeat.Record, o repeat.Options) ([]repeat.Warning, repeat.Tally) {
	t.Helper()
	var all []repeat.Warning
	tally, err := repeat.Scan(t.Context(), each(records), o, collect(&all))
	require.NoError(t, err)
	return all, tally
}

// line writes a warning as the cases have it: "R1 amber 90 CF-1 CF-2 缺 地点".
func line(w repeat.Warning) string {
	text := strings.Join([]string{w.Rule(), string(w.Level), itoa(w.Strength), w.A.Serial, w.B.Serial}, " ")
	if len(w.Missing) > 0 {
		text += " 缺 " + strings.Join(w.Missing, "、")
	}
	return text
}

func lines(all []repeat.Warning) []string {
	out := []string{}
	for _, w := range all {
		out = append(out, line(w))
	}
	return out
}
