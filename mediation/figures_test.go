package mediation_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/report/reporttest"
)

// day reads a date of the tests.
func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

// ledger has rows at the borders of the year 2024.
func ledger() []*mediation.Case {
	return []*mediation.Case{
		{Serial: "前年受理，第一日成功", Accepted: day("2023-12-31"), Result: "成功", Closed: day("2024-01-01")},
		{Serial: "第一日受理，不成功", Accepted: day("2024-01-01"), Result: "不成功", Closed: day("2024-01-09")},
		{Serial: "受理并成功，有报道", Accepted: day("2024-03-01"), Result: "成功", Closed: day("2024-03-09"), Reported: day("2024-12-31")},
		{Serial: "最后一日受理，次年成功", Accepted: day("2024-12-31"), Result: "成功", Closed: day("2025-01-01"), Reported: day("2025-01-01")},
		{Serial: "终止", Accepted: day("2024-04-01"), Result: "终止", Closed: day("2024-04-09")},
		{Serial: "前年成功，本年报道", Accepted: day("2023-04-01"), Result: "成功", Closed: day("2023-04-09"), Reported: day("2024-02-01")},
		{Serial: "同一纠纷又登记", Accepted: day("2024-03-02"), Result: "成功", Closed: day("2024-03-09"), Reported: day("2024-12-31"), Same: "受理并成功，有报道"},
		{Serial: "前年", Accepted: day("2023-05-01"), Result: "调解中"},
	}
}

func TestFigures(t *testing.T) {
	require.Equal(t, map[string]string{"调解.受理": "4件", "调解.成功": "2件", "调解.宣传": "2起"}, reporttest.Printed(mediation.Figures(ledger(), 2024)))
	require.Equal(t, map[string]string{"调解.受理": "0件", "调解.成功": "1件", "调解.宣传": "1起"}, reporttest.Printed(mediation.Figures(ledger(), 2025)))
	require.Equal(t, map[string]string{"调解.受理": "0件", "调解.成功": "0件", "调解.宣传": "0起"}, reporttest.Printed(mediation.Figures(nil, 2024)))
	require.Equal(t, []string{"调解.受理", "调解.成功", "调解.宣传"}, reporttest.Counting(mediation.Figures(ledger(), 2024), "受理并成功，有报道"))
}
