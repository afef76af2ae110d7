package contract_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/report/reporttest"
	"github.com/fazhi-go/fazhi/table"
)

func yes(answer bool) *bool { return &answer }

func percent(n contract.Percent) *contract.Percent { return &n }

// What every ledger promises, tried with the rows at the borders of 2024.
func TestSubject(t *testing.T) {
	reporttest.Run(t, reporttest.Subject[*contract.Contract]{
		Kind: contract.Kind, Sheet: contract.Sheet,
		Read: contract.Read, Write: table.SheetOf[contract.Contract],
		Figures: contract.Figures, Section: contract.Section,
		Full: &contract.Contract{
			Serial: "HT-1", Name: "城区路灯采购合同", Sort: "买卖", Department: "区城管局", Counterparty: "某照明公司",
			Amount: 126050000, AmountWords: "壹佰贰拾陆万零伍佰元整", Procurement: true, Awarded: day("2024-03-01"),
			Submitted: day("2024-03-05"), Reviewed: day("2024-03-12"), Opinion: "修改后通过", Signed: day("2024-03-31"),
			Filed: day("2024-04-02"), Guarantee: true, Progress: "履行中",
			Nature: contract.Nature{
				Major: yes(true), Administrative: yes(true), Tendered: true, Method: "公开招标", Project: "QY-2024-17",
				Works: yes(true), Secret: true, Funds: "财政资金", Budget: "2120303", BudgetAmount: 130000000,
				Currency: "人民币", Decision: yes(true), ForWorks: yes(true), StateSecret: yes(true),
			},
			Terms: contract.Terms{
				Subject: "路灯及控制设备", Quantity: "600盏，每盏2000元", Quality: "符合国家标准", Place: "泉源区城区道路", Form: "书面",
				Begins: day("2024-04-01"), Expires: day("2025-03-31"), Notice: day("2025-02-28"),
				Resolution: "行政复议或者行政诉讼", Forum: "泉源区人民法院", Confidential: yes(true), Liability: yes(true),
				Audited: yes(true), AuditAgreed: yes(true), Bills: yes(true), BillsAgreed: yes(true), Advance: yes(true),
				LateRate: percent(3450), Subcontract: "非主体非关键工作分包", Mortgage: "其他", OnLending: true,
				AuditByLaw: yes(true),
			},
			Handling: contract.Handling{
				Received: day("2024-03-06"), OpinionNumber: "泉源司合审〔2024〕8号", Adopted: "全部采纳",
				Deliberated: day("2024-03-20"), FilingNumber: "QYBA-2024-8", Announced: day("2024-04-01"),
				CopyFiled: day("2024-04-08"), Completed: day("2025-03-31"), Archived: day("2025-04-30"),
				ArchiveNumber: "2025-D30-12", KeepYears: 30,
			},
		},
		Faulty: reporttest.Ledger{
			Lines: []string{
				"合同编号,合同名称,承办单位,合同相对方,合同金额,审查日期,审查意见,提供担保,签订日期",
				"HT-1,甲合同,乙局,丙公司,12.5万元,2024年3月1日,通过,否,",
				"HT-2,,乙局,丙公司,十万,2024-02-30,同意,也许,",
			},
			Issues: []string{
				"B3 table/cell/required /name",
				"E3 table/cell/money /amount",
				"F3 table/cell/date /reviewed",
				"G3 table/cell/choice /opinion",
				"H3 table/cell/yes-no /guarantee",
			},
			Kept: []string{"HT-1"},
		},
		Records: ledger(), Year: 2024,
	})
}

// The law of the day of signing decides, else of submission, else of today.
func TestLawOn(t *testing.T) {
	today := day("2025-06-01")
	require.Equal(t, today, (&contract.Contract{Reviewed: day("2024-03-03")}).LawOn(today))
	require.Equal(t, day("2024-03-01"), (&contract.Contract{Submitted: day("2024-03-01")}).LawOn(today))
	require.Equal(t, day("2024-03-05"), (&contract.Contract{Submitted: day("2024-03-01"), Signed: day("2024-03-05")}).LawOn(today))
}
