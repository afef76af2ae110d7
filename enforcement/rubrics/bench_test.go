package rubrics_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/rubrics"
)

// BenchmarkLoad reads and joins the largest table.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, err := rubrics.Load(rubrics.MEEDaily)
		require.NoError(b, err)
	}
}
