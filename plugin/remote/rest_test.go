package remote

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestRestDoubles(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := rest{first: time.Second, most: 5 * time.Second}
		r.failed()
		require.True(t, r.over(), "the first failure costs nothing")
		for _, pause := range []time.Duration{1, 2, 4, 5, 5} {
			r.failed()
			time.Sleep(pause*time.Second - time.Nanosecond)
			require.False(t, r.over(), "pause of %d s", pause)
			time.Sleep(time.Nanosecond)
			synctest.Wait()
			require.True(t, r.over(), "pause of %d s", pause)
		}
		r.answered()
		r.failed()
		require.True(t, r.over(), "an answer makes up for all failures")
	})
}

// Workers that fail together do not make the pause longer while it lasts.
func TestRestOfSeveral(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := rest{first: time.Second, most: time.Minute}
		for range 4 {
			r.failed()
		}
		time.Sleep(time.Second)
		synctest.Wait()
		require.True(t, r.over())
		r.stop()
	})
}
