package normdoc_test

import (
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/report/reporttest"
	"github.com/fazhi-go/fazhi/table"
)

// What every ledger promises, tried with the rows at the borders of 2024.
func TestDocSubject(t *testing.T) {
	reporttest.Run(t, reporttest.Subject[*normdoc.Doc]{
		Kind: normdoc.Kind, Sheet: normdoc.Sheet,
		Read: normdoc.Read, Write: table.SheetOf[normdoc.Doc],
		Figures: normdoc.Figures, Section: normdoc.Section,
		Full: &normdoc.Doc{
			Serial: "GF-1", Name: "户外广告设置管理办法", Number: fazhi.Number{Issuer: "清泉政规", Year: 2024, Seq: 3}, Registration: "QYGF-2024-3",
			Drafter: "区城管局", Business: true, Competition: "适用例外", CommentFrom: day("2024-03-01"), CommentTo: day("2024-03-30"), Reviewed: day("2024-04-10"),
			Opinion: "合法", Deliberated: day("2024-04-18"), Issued: day("2024-04-22"), Published: day("2024-04-23"), Effective: day("2024-06-01"),
			Expires: day("2026-05-31"), Filed: day("2024-05-06"), FiledWith: []string{"市政府", "区人大常委会"}, State: "有效",
			Class: "政府文件", Index: "QZ00001-3000-2024-00003", CommentKinds: []string{"公开征求意见", "听证会"}, Received: fazhi.Count{N: 12},
			Adopted: fazhi.Count{N: 7}, Unadopted: "与上位法不符", Risk: "低风险", Submitted: day("2024-04-01"), Complete: day("2024-04-02"),
			Materials: []string{"送审稿", "起草说明"}, Receipts: []string{"市政府"}, Evaluated: day("2026-01-05"), Cleaned: day("2026-02-02"),
			Cleanup: "继续有效", Changed: day("2025-03-01"), Ended: day("2026-04-01"), Relation: "代替", Related: []string{"GF-0"},
		},
		Faulty: reporttest.Ledger{
			Lines: []string{
				"文件编号,文件名称,发文字号,起草单位,审查日期,审查意见,状态,备案报送日期",
				"GF-1,甲办法,清泉政规〔2024〕3号,乙局,2024-04-10,合法,有效,",
				"GF-2,丙办法,第3号文,,2024.4.31,通过,作废,",
			},
			Issues: []string{
				"C3 table/cell/number /number",
				"D3 table/cell/required /drafter",
				"E3 table/cell/date /reviewed",
				"F3 table/cell/choice /opinion",
				"G3 table/cell/choice /state",
			},
			Kept: []string{"GF-1"},
		},
		Records: docs(), Year: 2024,
	})
}

// What every ledger promises, tried with the rows at the borders of 2024.
func TestItemSubject(t *testing.T) {
	reporttest.Run(t, reporttest.Subject[*normdoc.Item]{
		Kind: normdoc.ItemKind, Sheet: normdoc.ItemSheet,
		Read: normdoc.ReadItems, Write: table.SheetOf[normdoc.Item],
		Figures: normdoc.ItemFigures, Section: normdoc.ItemSection,
		Full: &normdoc.Item{
			Serial: "YT-1", Name: "年度重点项目投资计划", Submitter: "区发改局", Submitted: day("2024-02-20"), Reviewed: day("2024-02-27"),
			Opinion: "应当予以修改", Met: day("2024-03-01"), Major: true, Exploring: true,
		},
		Faulty: reporttest.Ledger{
			Lines: []string{
				"议题编号,议题名称,送审单位,审查日期,审查意见,重大行政决策",
				"YT-1,甲计划,乙局,2024-02-27,合法,是",
				"YT-2,丙计划,,二月,可以,大概",
			},
			Issues: []string{
				"C3 table/cell/required /submitter",
				"D3 table/cell/date /reviewed",
				"E3 table/cell/choice /opinion",
				"F3 table/cell/yes-no /major",
			},
			Kept: []string{"YT-1"},
		},
		Records: items(), Year: 2024,
	})
}

// What every ledger promises, tried with the rows at the borders of 2024.
func TestDecisionSubject(t *testing.T) {
	reporttest.Run(t, reporttest.Subject[*normdoc.Decision]{
		Kind: normdoc.DecisionKind, Sheet: normdoc.DecisionSheet,
		Read: normdoc.ReadDecisions, Write: table.SheetOf[normdoc.Decision],
		Figures: normdoc.DecisionFigures, Section: normdoc.DecisionSection,
		Full: &normdoc.Decision{
			Serial: "JC-1", Name: "老城区公共停车设施专项规划", Drafter: "区住建局", Listed: true, CommentFrom: day("2024-03-01"), CommentTo: day("2024-03-25"),
			Closed: true, Shortened: "汛期将至", Received: fazhi.Count{N: 31}, Adopted: fazhi.Count{N: 9}, Technical: true, Experts: day("2024-03-27"),
			Risky: true, Assessed: day("2024-03-28"), Submitted: day("2024-04-01"), Reviewed: day("2024-04-12"), Opinion: "合法", Exploring: true,
			Met: day("2024-04-18"), Recorded: true, Outcome: "通过", Published: day("2024-04-22"), Archived: day("2024-05-06"),
		},
		Faulty: reporttest.Ledger{
			Lines: []string{
				"决策编号,决策事项,承办单位,审查日期,审查意见,决定",
				"JC-1,甲规划,乙局,2024-02-27,合法,通过",
				"JC-2,丙规划,,二月,可以,再议",
			},
			Issues: []string{
				"C3 table/cell/required /drafter",
				"D3 table/cell/date /reviewed",
				"E3 table/cell/choice /opinion",
				"F3 table/cell/choice /outcome",
			},
			Kept: []string{"JC-1"},
		},
		Records: []*normdoc.Decision{
			{Serial: "前年审查", Reviewed: day("2023-12-31"), Met: day("2024-01-02")},
			{Serial: "第一日审查", Reviewed: day("2024-01-01")},
			{Serial: "最后一日审查", Reviewed: day("2024-12-31")},
			{Serial: "没有审查", Met: day("2024-03-01")},
		}, Year: 2024,
	})
}
