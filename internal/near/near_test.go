package near_test

import (
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/stretchr/testify/require"
)

func TestName(t *testing.T) {
	names := []string{"罚款金额", "案件名称", "立案日期", "决定日期"}
	for _, c := range []struct{ word, want string }{
		{"罚款金领", "罚款金额"},
		{"罚金款额", "罚款金额"}, // neighbours swapped
		{"立案日", "立案日期"},  // one left out
		{"日期", "立案日期"},   // contained: the first one
		{"案件的名称", "案件名称"},
		{"罚款金额", ""}, // equal is no suggestion
		{"天气", ""},
		{"", ""},
		{"期", ""},
		{strings.Repeat("罚", 1000), ""},
	} {
		got, ok := near.Name(c.word, names)
		require.Equal(t, c.want, got, c.word)
		require.Equal(t, c.want != "", ok, c.word)
	}
}

func TestNameOfNothing(t *testing.T) {
	_, ok := near.Name("甲", nil)
	require.False(t, ok)
	_, ok = near.Name("甲", []string{"乙", ""})
	require.False(t, ok)
}
