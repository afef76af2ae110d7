package activity_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// Records of every area may be registered, worked on and closed.
func TestFlow(t *testing.T) {
	for _, a := range standard(t) {
		m, err := lifecycle.Compile(a.Flow())
		require.NoError(t, err)
		require.Equal(t, a.Kind(), m.Kind())
		var s lifecycle.State
		for i, step := range []string{"登记", "办理", "办理", "办结", "补记", "归档"} {
			s, err = m.Take(nil, s, lifecycle.Move{Step: step, On: fazhi.DateOf(2024, 3, 1+i)})
			require.NoError(t, err)
		}
		require.Empty(t, m.Next(s))
	}
	_, err := lifecycle.Compile(new(activity.Activity).Flow())
	require.ErrorIs(t, err, lifecycle.ErrFlow)
}
