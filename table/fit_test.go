package table_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/table"
)

func TestFit(t *testing.T) {
	s := table.Sheet{Columns: []table.Column{{Name: "名称"}, {Name: "日期", Width: 5}, {Name: "说明"}, {Name: "无"}},
		Rows: [][]any{{"abcdefg", "很长很长很长的文字", strings.Repeat("字", 50)}, {"甲", nil, 7, nil}}}
	s.Fit(30)
	var widths []int
	for _, c := range s.Columns {
		widths = append(widths, c.Width)
	}
	require.Equal(t, []int{5, 5, 30, 2}, widths)
}
