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
