package due_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/due"
)

// Whatever a contract says, items keep what they promise.
func FuzzOf(f *testing.F) {
	for _, c := range portfolio() {
		text, err := json.Marshal(c)
		require.NoError(f, err)
		f.Add(text, 20_000)
	}
	f.Add([]byte(`{"serial":"x","signed":"0001-01-01","procurement":true,"payments":[{"amount":-9223372036854775808,"paidSoFar":-1,
		"since":"9999-12-31","days":9223372036854775807,"direction":"收款"}],"changes":[{"amount":9223372036854775807,"signed":"2024-01-01"}]}`), 3_652_000)
	finder := finder(f, local())
	f.Fuzz(func(t *testing.T, text []byte, days int) {
		c := new(contract.Contract)
		if json.Unmarshal(text, c) != nil {
			return
		}
		today := day("0001-01-02").AddDays(min(max(days, 0), 3_652_000))
		items := finder.Of(c, today)
		for i := range items {
			x := &items[i]
			require.False(t, x.Amount < 0 || x.Interest < 0)
			require.Contains(t, due.Codes(), x.Code)
			require.Contains(t, due.Views(), x.View)
			require.NotEmpty(t, x.Basis)
			if !x.Day.IsZero() {
				require.Equal(t, x.Day.DaysSince(today), x.Left)
			}
		}
		require.Equal(t, items, finder.Of(c, today))
		reminders := slices.Collect(finder.Reminders(slices.Values([]*contract.Contract{c}), today))
		for i, r := range reminders {
			require.NotEmpty(t, r.To)
			require.False(t, slices.ContainsFunc(reminders[:i], func(o due.Reminder) bool { return o.ID == r.ID }), r.ID)
		}
		require.Empty(t, due.Diff(reminders, reminders))
	})
}
