package mediation

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

// A month ends on the same day of the next, or on its last day.
func TestMonthAfter(t *testing.T) {
	for from, want := range map[string]string{
		"2024-03-01": "2024-04-01", "2024-01-31": "2024-02-29", "2023-01-31": "2023-02-28", "2024-01-01": "2024-02-01",
		"2024-02-29": "2024-03-29", "2024-12-31": "2025-01-31", "2024-05-31": "2024-06-30",
	} {
		d, err := fazhi.ParseDate(from)
		require.NoError(t, err)
		require.Equal(t, want, monthAfter(d).String(), from)
	}
}
