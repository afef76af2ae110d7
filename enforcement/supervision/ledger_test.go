package supervision_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/supervision"
	"github.com/fazhi-go/fazhi/report/reporttest"
	"github.com/fazhi-go/fazhi/table"
)

// day reads a date of the tests.
func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

func count(n int64) *fazhi.Count { return &fazhi.Count{N: n} }

func number(seq int) fazhi.Number { return fazhi.Number{Issuer: "某司监", Year: 2024, Seq: seq} }

// What every ledger promises, tried with the rows at the borders of 2024.
func TestInspections(t *testing.T) {
	reporttest.Run(t, reporttest.Subject[*supervision.Inspection]{
		Kind: supervision.InspectionKind, Sheet: supervision.InspectionSheet,
		Read: supervision.ReadInspections, Write: table.SheetOf[supervision.Inspection],
		Figures: supervision.InspectionFigures, Section: supervision.InspectionSection,
		Full: &supervision.Inspection{
			Serial: "JC-1", Name: "投诉举报处理专项检查", Sort: "专项监督", Scheme: "1+X", Functions: []string{"甲项职能", "乙项职能"},
			Partners: []string{"某派驻机构"}, Organs: []string{"甲局", "乙局"}, From: day("2024-06-03"), To: day("2024-06-21"),
			FilesFrom: day("2023-01-01"), FilesTo: day("2023-12-31"),
			Samples: supervision.Samples{{Sort: "投诉举报案件", N: 20}, {Sort: "行政处罚案件", N: 5}},
			Sampled: count(25), Found: count(3), Circulated: day("2024-07-01"),
		},
		Faulty: reporttest.Ledger{
			Lines: []string{
				"检查编号,检查名称,监督类别,被监督单位,开展日期,抽查明细,抽查数,发现问题数,通报日期",
				"JC-1,甲检查,专项监督,甲局,2024-06-03,投诉举报案件21,21,3,",
				"JC-2,,专项检查,,2024-06-03,若干案件,二十件左右,3,",
			},
			Issues: []string{
				"B3 table/cell/required /name",
				"C3 table/cell/choice /sort",
				"D3 table/cell/required /organs",
				"F3 table/cell/value /samples",
				"G3 table/cell/count /sampled",
			},
			Kept: []string{"JC-1"},
		},
		Records: inspections(), Year: 2024,
	})
}

func TestProblems(t *testing.T) {
	reporttest.Run(t, reporttest.Subject[*supervision.Problem]{
		Kind: supervision.ProblemKind, Sheet: supervision.ProblemSheet,
		Read: supervision.ReadProblems, Write: table.SheetOf[supervision.Problem],
		Figures: supervision.ProblemFigures, Section: supervision.ProblemSection,
		Full: &supervision.Problem{
			Serial: "WT-1", Inspection: "JC-1", Organ: "甲局", File: "甲罚2023-7", Sort: "程序", Detail: "未记录告知情况",
			Found: day("2024-06-10"), Notice: number(3), Noticed: day("2024-06-14"), Due: day("2024-07-15"), Rectified: day("2024-07-12"),
			Rechecked: day("2024-07-16"), Result: supervision.Passed, Returned: day("2024-07-05"), Closed: day("2024-07-18"),
		},
		Faulty: reporttest.Ledger{
			Lines: []string{
				"问题编号,检查编号,责任单位,发现日期,通知书文号,通知日期,整改期限,整改日期,复查日期,复查结果,办结日期",
				"WT-1,JC-1,甲局,2024-06-10,某司监〔2024〕3号,2024-06-14,2024-07-15,,,,",
				"WT-2,,甲局,六月初,第三号通知,2024-06-14,2024-07-15,,,基本到位,",
			},
			Issues: []string{
				"B3 table/cell/required /inspection",
				"D3 table/cell/date /found",
				"E3 table/cell/number /notice",
				"J3 table/cell/choice /result",
			},
			Kept: []string{"WT-1"},
		},
		Records: problems(), Year: 2024,
	})
}

// The law of the first day decides, else of today.
func TestLawOn(t *testing.T) {
	today := day("2025-06-01")
	require.Equal(t, today, (&supervision.Inspection{}).LawOn(today))
	require.Equal(t, day("2024-06-03"), (&supervision.Inspection{From: day("2024-06-03")}).LawOn(today))
	require.Equal(t, today, (&supervision.Problem{}).LawOn(today))
	require.Equal(t, day("2024-06-10"), (&supervision.Problem{Found: day("2024-06-10")}).LawOn(today))
	require.Equal(t, "监督问题WT-1", (&supervision.Problem{Serial: "WT-1"}).Title())
	require.Equal(t, "甲检查", (&supervision.Inspection{Name: "甲检查"}).Title())
}
