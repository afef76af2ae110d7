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

// The sentence of the annual report stays as it is, whatever else the ledger holds.
func TestSectionStays(t *testing.T) {
	contracts := ledger()
	contracts[1].Changes = []contract.Change{{Sort: "补充", Signed: day("2024-05-01")}}
	s, err := contract.Section(contracts, 2024)
	require.NoError(t, err)
	require.Equal(t, contract.Sheet, s.Slot)
	require.Equal(t, map[string]string{"合同.审查": "2份"}, reporttest.Printed(s.Figures))
}

func TestDetails(t *testing.T) {
	contracts := []*contract.Contract{
		{Serial: "甲", Reviewed: day("2024-02-01"), Opinion: "修改后通过", Handling: contract.Handling{Adopted: "全部采纳"}, Signed: day("2024-02-05"), Amount: 123_4567_89},
		{Serial: "乙", Reviewed: day("2024-03-01"), Opinion: "不通过"},
		{Serial: "丙", Reviewed: day("2023-12-31"), Opinion: "通过", Handling: contract.Handling{Adopted: "部分采纳"}, Signed: day("2024-01-01"), Amount: 10_0000_00, Nature: contract.Nature{Currency: "美元"}},
		{
			Serial: "丁", Signed: day("2023-01-01"), Amount: 1,
			Changes:  []contract.Change{{Signed: day("2024-01-01")}, {Signed: day("2024-12-31")}, {Signed: day("2025-01-01")}},
			Disputes: []contract.Dispute{{Begun: day("2024-06-01")}, {Begun: day("2023-06-01")}},
		},
	}
	figures := contract.Details(contracts, 2024)
	require.Equal(t, map[string]string{
		"合同.签订": "2份", "合同.签订金额": "123.46万元", "合同.提出意见": "2份", "合同.意见采纳率": "50%", "合同.变更合同": "1份", "合同.争议合同": "1份",
	}, reporttest.Printed(figures))
	require.Equal(t, []string{"合同.签订", "合同.签订金额", "合同.提出意见", "合同.意见采纳率"}, reporttest.Counting(figures, "甲"))
	require.Equal(t, []string{"合同.变更合同", "合同.争议合同"}, reporttest.Counting(figures, "丁"))
}
