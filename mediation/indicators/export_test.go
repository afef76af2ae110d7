package indicators

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
)

// Doubt returns what a scan finds in a dispute, and how many checks it ran.
func Doubt(t *testing.T, p mediation.Profile, today fazhi.Date) func(*mediation.Case) (fazhi.Issues, int) {
	t.Helper()
	j, err := newJudge(p, today)
	require.NoError(t, err)
	return func(d *mediation.Case) (fazhi.Issues, int) {
		issues, run, err := j.of(t.Context(), d, nil)
		require.NoError(t, err)
		return issues, len(run)
	}
}

// InParts returns a scan that counts parts of so many bytes by themselves.
func InParts(s Scan, size int) Scan {
	s.part = size
	return s
}

// DoubtCodes returns the codes of checks of which there are doubts.
func DoubtCodes() []fazhi.Code { return doubted() }
