package mediation_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/report/reporttest"
	"github.com/fazhi-go/fazhi/table"
)

// What every ledger promises, tried with the rows at the borders of 2024.
func TestSubject(t *testing.T) {
	reporttest.Run(t, reporttest.Subject[*mediation.Case]{
		Kind: mediation.Kind, Sheet: mediation.Sheet,
		Read: mediation.Read, Write: table.SheetOf[mediation.Case],
		Figures: mediation.Figures, Section: mediation.Section,
		Full: &mediation.Case{
			Serial: "RT-1", Committee: "某社区调委会", Street: "某街道", Accepted: day("2024-01-31"), Source: "主动调解", Sort: "邻里",
			Parties: 3, Amount: 350000, Result: "成功", Closed: day("2024-02-29"), Form: "书面", Sealed: true, Reported: day("2024-06-01"),
			County: "350502", CommitteeSort: "村（社区）", Detail: "通风采光", Risk: "黄", Difficulty: "简易", Sessions: 2, Performed: "履行完毕",
			Confirmation: "确认有效", Averted: "群体性上访", AvertedPeople: 15, Same: "RT-2",
		},
		Faulty: reporttest.Ledger{
			Lines: []string{
				"编号,调解委员会,受理日期,纠纷类型,当事人人数,涉及金额,调解结果,调解日期,媒体报道日期",
				"RT-1,某调委会,2024-01-31,邻里,3,3500元,成功,,",
				"RT-2,某调委会,,邻居,两人,若干,已调,,",
			},
			Issues: []string{
				"C3 table/cell/required /accepted",
				"D3 table/cell/choice /sort",
				"E3 table/cell/integer /parties",
				"F3 table/cell/money /amount",
				"G3 table/cell/choice /result",
			},
			Kept: []string{"RT-1"},
		},
		Records: ledger(), Year: 2024,
		Optional: []string{"并入编号"},
	})
}

// The law of the day on which mediation ended decides, else of acceptance, else of today.
func TestLawOn(t *testing.T) {
	today := day("2025-06-01")
	require.Equal(t, today, (&mediation.Case{}).LawOn(today))
	require.Equal(t, day("2024-03-01"), (&mediation.Case{Accepted: day("2024-03-01")}).LawOn(today))
	require.Equal(t, day("2024-03-05"), (&mediation.Case{Accepted: day("2024-03-01"), Closed: day("2024-03-05")}).LawOn(today))
}

// Whoever prints a title shows no party.
func TestTitle(t *testing.T) {
	require.Equal(t, "人民调解案件RT-1", (&mediation.Case{Serial: "RT-1"}).Title())
}
