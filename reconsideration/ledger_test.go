package reconsideration_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/report/reporttest"
	"github.com/fazhi-go/fazhi/table"
)

// What every ledger promises, tried with the rows at the borders of 2024.
func TestCaseSubject(t *testing.T) {
	reporttest.Run(t, reporttest.Subject[*reconsideration.Case]{
		Kind: reconsideration.Kind, Sheet: reconsideration.Sheet,
		Read: reconsideration.Read, Write: table.SheetOf[reconsideration.Case],
		Figures: reconsideration.Figures, Section: reconsideration.Section,
		Full: &reconsideration.Case{
			Serial: "清泉政行复〔2024〕11号", Received: day("2024-03-01"), Applicant: "公民", Respondent: "区公安分局", Level: "工作部门",
			Act: "行政处罚", Intake: "受理", Accepted: day("2024-03-06"), Concluded: day("2024-04-30"), Outcome: "部分撤销",
			Handled: day("2024-03-05"), Asked: day("2024-03-02"), Supplied: day("2024-03-04"), Channel: "互联网", Field: "公安", Applicants: 2,
			Procedure: "普通", Suspended: day("2024-03-20"), Resumed: day("2024-04-01"), Indirect: true, Opinions: 1, Suggestions: 1, Sued: "未起诉",
		},
		Faulty: reporttest.Ledger{
			Lines: []string{
				"案号,收到日期,被申请人,处理,审结日期,结案方式,受理日期",
				"1号,2024-03-01,甲局,受理,2024-04-30,维持,",
				"2号,3月1日,,收下,2024-13-01,撤消,",
			},
			Issues: []string{
				"B3 table/cell/date /received",
				"C3 table/cell/required /respondent",
				"D3 table/cell/choice /intake",
				"E3 table/cell/date /concluded",
				"F3 table/cell/choice /outcome",
			},
			Kept: []string{"1号"},
		},
		Records: cases(), Year: 2024,
	})
}

// What every ledger promises, tried with the rows at the borders of 2024.
func TestSuitSubject(t *testing.T) {
	reporttest.Run(t, reporttest.Subject[*reconsideration.Suit]{
		Kind: reconsideration.SuitKind, Sheet: reconsideration.SuitSheet,
		Read: reconsideration.ReadSuits, Write: table.SheetOf[reconsideration.Suit],
		Figures: reconsideration.SuitFigures, Section: reconsideration.SuitSection,
		Full: &reconsideration.Suit{
			Serial: "（2024）清01行初21号", Defendant: "泉源区政府", Level: "本级政府", Instance: "一审", Notified: day("2024-03-01"),
			Heard: day("2024-04-10"), Appeared: "工作人员", Excused: true, Concluded: day("2024-05-20"), Result: "驳回诉讼请求",
			Form: "复议机关共同", Act: "行政处罚", Field: "公安", Organs: 2, Heads: 1,
		},
		Faulty: reporttest.Ledger{
			Lines: []string{
				"案号,被告,被告层级,审级,收到应诉通知日期,开庭日期,出庭人员,裁判结果,审结日期",
				"1号,甲局,工作部门,一审,2024-03-01,2024-04-10,负责人,驳回起诉,",
				"2号,乙局,局,初审,,无,局长,胜诉,",
			},
			Issues: []string{
				"C3 table/cell/choice /level",
				"D3 table/cell/choice /instance",
				"E3 table/cell/required /notified",
				"G3 table/cell/choice /appeared",
				"H3 table/cell/choice /result",
			},
			Kept: []string{"1号"},
		},
		Records: suits(), Year: 2024,
	})
}

// A case of 2023 is judged by the law of 2023, even when it is concluded later.
func TestLawOn(t *testing.T) {
	today := day("2025-06-01")
	require.Equal(t, today, (&reconsideration.Case{}).LawOn(today))
	require.Equal(t, day("2023-12-29"), (&reconsideration.Case{Received: day("2023-12-29"), Concluded: day("2024-02-20")}).LawOn(today))
	require.Equal(t, today, (&reconsideration.Suit{}).LawOn(today))
	require.Equal(t, day("2023-12-29"), (&reconsideration.Suit{Notified: day("2023-12-29"), Concluded: day("2024-05-20")}).LawOn(today))
}

func TestTitlesNameTheCase(t *testing.T) {
	require.Equal(t, "行政复议案件1号", (&reconsideration.Case{Serial: "1号"}).Title())
	require.Equal(t, "行政应诉案件2号", (&reconsideration.Suit{Serial: "2号"}).Title())
}
