package lifecycle_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/lifecycle"
)

// Whatever steps are tried on whatever days: nothing panics, days only go on, states go through JSON and back, at most one
// clock of a name runs, paused clocks have no last day, and what is refused has a reason.
func FuzzTake(f *testing.F) {
	f.Add([]byte{0, 10, 3, 5, 4, 3, 1, 1, 2, 9, 5, 1})
	f.Add([]byte{0, 200, 3, 0, 4, 0, 3, 1, 5, 0})
	machine, calendar, first := compile(f, letters()), stateCouncil(f), day("2023-06-01")
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 400 {
			return // pauses gather
		}
		var s lifecycle.State
		steps := machine.Flow().Steps
		on := first
		for ; len(data) >= 2; data = data[2:] {
			on = on.AddDays(int(int8(data[1])))
			move := lifecycle.Move{Step: steps[int(data[0])%len(steps)].Name, On: on, Role: "科长", Doc: &letter{Urgent: data[0] > 100, Reviewed: on}}
			next, err := machine.Take(calendar, s, move)
			if err != nil {
				require.Equal(t, lifecycle.State{}, next)
				require.NotEmpty(t, err.Error())
				continue
			}
			require.False(t, next.On.Before(s.On))
			requireSound(t, next)
			s = next
		}
	})
}

func requireSound(t *testing.T, s lifecycle.State) {
	t.Helper()
	text, err := json.Marshal(s)
	require.NoError(t, err)
	var read lifecycle.State
	require.NoError(t, json.Unmarshal(text, &read))
	require.Equal(t, s, read)
	seen := make(map[string]bool)
	for _, r := range s.Running {
		require.False(t, seen[r.Clock])
		seen[r.Clock] = true
		require.True(t, r.Paused() || !r.Due.IsZero())
	}
}
