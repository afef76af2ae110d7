package contract_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/report/reporttest"
)

// day reads a date of the tests.
func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

// ledger has rows at the borders of the year 2024.
func ledger() []*contract.Contract {
	return []*contract.Contract{
		{Serial: "前年最后一日", Reviewed: day("2023-12-31"), Signed: day("2024-01-05")},
		{Serial: "第一日", Reviewed: day("2024-01-01")},
		{Serial: "最后一日", Reviewed: day("2024-12-31"), Signed: day("2025-01-03")},
		{Serial: "次年第一日", Reviewed: day("2025-01-01")},
		{Serial: "没有审查", Signed: day("2024-05-01")},
	}
}

func TestFigures(t *testing.T) {
	require.Equal(t, map[string]string{"合同.审查": "2份"}, reporttest.Printed(contract.Figures(ledger(), 2024)))
	require.Equal(t, map[string]string{"合同.审查": "1份"}, reporttest.Printed(contract.Figures(ledger(), 2025)))
	require.Equal(t, map[string]string{"合同.审查": "0份"}, reporttest.Printed(contract.Figures(nil, 2024)))
	require.Equal(t, []string{"合同.审查"}, reporttest.Counting(contract.Figures(ledger(), 2024), "最后一日"))
}
