package enforcement_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/report/reporttest"
	"github.com/fazhi-go/fazhi/table"
)

func score(text string) *enforcement.Score {
	s, _ := enforcement.ParseScore(text)
	return &s
}

// What every ledger promises, tried with the rows at the borders of 2024.
func TestSubject(t *testing.T) {
	reporttest.Run(t, reporttest.Subject[*enforcement.File]{
		Kind: enforcement.Kind, Sheet: enforcement.Sheet,
		Read: enforcement.Read, Write: table.SheetOf[enforcement.File],
		Figures: enforcement.Figures, Section: enforcement.Section,
		Full: &enforcement.File{
			Serial: "AJ-1", Round: "第1次", Reviewed: day("2024-06-12"), Department: "某街道办事处", Sort: "行政处罚", Opened: day("2024-01-08"), Decided: day("2024-03-12"), Reviewer: "区城管局",
			Counsel: score("0"), Empowering: score("91.5"), Arbiter: score("78.25"), Veto: true, Procurator: true, Grade: "合格",
		},
		Faulty: reporttest.Ledger{
			Lines: []string{
				"案卷编号,评查批次,评查日期,执法部门,法律顾问评分,赋权部门评分,等次,检察院参与",
				"AJ-1,第1次,2024-06-12,甲局,88.5,,良好,",
				"AJ-2,,2024-06-12,甲局,100.5,九十,良,",
			},
			Issues: []string{
				"B3 table/cell/required /round",
				"E3 table/cell/value /counsel",
				"F3 table/cell/value /empowering",
				"G3 table/cell/choice /grade",
			},
			Kept: []string{"AJ-1"},
		},
		Records: ledger(), Year: 2024,
	})
}

// The law of the day of review decides, else of today.
func TestLawOn(t *testing.T) {
	today := day("2025-06-01")
	require.Equal(t, today, (&enforcement.File{}).LawOn(today))
	require.Equal(t, day("2024-06-12"), (&enforcement.File{Reviewed: day("2024-06-12")}).LawOn(today))
	require.Equal(t, "执法案卷AJ-1", (&enforcement.File{Serial: "AJ-1"}).Title())
}
