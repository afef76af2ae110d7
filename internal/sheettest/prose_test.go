package sheettest_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/sheettest"
	"github.com/fazhi-go/fazhi/report"
)

func TestProse(t *testing.T) {
	figures := []fazhi.Figure{
		{ID: "统计.受理", Name: "受理", Unit: "件", Value: fazhi.Count{N: 30}, Period: fazhi.YearOf(2024), Scope: "受理日期在本期的案件"},
		{ID: "统计.办结", Name: "办结", Unit: "件", Value: fazhi.Count{N: 20}, Period: fazhi.YearOf(2024), Scope: "办结日期在本期的案件"},
	}
	s, err := report.Sentence("统计", "全年受理{{统计.受理}}。", figures[:1])
	require.NoError(t, err)
	require.Equal(t, "全年受理30件。", sheettest.Prose(t, "统计", s))

	s.Figures = figures
	require.True(t, fails(t, func(r sheettest.T) { sheettest.Prose(r, "统计", s) }))
}
