package contract_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
)

// A sheaf is sheets of texts, in the order of names.
type sheaf struct {
	names  []string
	sheets map[string][][]string
}

func (sheaf) File() string       { return "合同.xlsx" }
func (w sheaf) Sheets() []string { return w.names }
func (w sheaf) Rows(sheet string) iter.Seq2[table.Raw, error] {
	return tabletest.Texts(w.sheets, sheet)
}

func (w *sheaf) add(name string, rows ...[]string) {
	if w.sheets == nil {
		w.sheets = map[string][][]string{}
	}
	w.names = append(w.names, name)
	w.sheets[name] = rows
}

func ledgerSheet(serials ...string) [][]string {
	rows := [][]string{{"合同编号", "合同名称", "承办单位", "合同相对方", "审查日期", "签订日期"}}
	for _, s := range serials {
		rows = append(rows, []string{s, "路灯采购合同", "区城管局", "某照明公司", "", ""})
	}
	return rows
}

// Rows of other sheets go to their contracts in their order, and issues of them name their own cells.
func TestReadBook(t *testing.T) {
	var w sheaf
	w.add(contract.Sheet, ledgerSheet("HT-1", "HT-2")...)
	w.add(contract.PaymentSheet,
		[]string{"合同编号", "期次", "收付", "金额", "应付日期"},
		[]string{"HT-2", "2", "付款", "20", "2024-05-02"},
		[]string{"HT-1", "1", "收款", "-5", "2024-05-01"},
		[]string{"HT-2", "1", "付款", "10", "2024-05-01"})
	w.add(contract.PartySheet,
		[]string{"合同编号", "称谓", "所属一方", "名称", "统一社会信用代码"},
		[]string{"HT-1", "乙方", "相对方", "某照明公司", "91350500MA31QY0T2"})
	contracts, issues, err := contract.ReadBook(w)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Len(t, contracts, 2)
	require.Len(t, contracts[0].Payments, 1)
	require.Equal(t, []int{2, 1}, []int{contracts[1].Payments[0].No, contracts[1].Payments[1].No})
	require.Equal(t, contract.Other, contracts[0].Parties[0].Side)

	var found []string
	list, err := fazhi.Validate(t.Context(), contracts[0], fazhi.Date{}, fazhi.Date{}, checks(t, contract.Profile{}))
	require.NoError(t, err)
	for _, i := range list {
		found = append(found, i.Origin.String()+" "+string(i.Code))
	}
	require.Equal(t, []string{
		"合同.xlsx!收付款计划!D3 contract/amount/range", "合同.xlsx!合同主体!E2 contract/party/credit-code", "合同.xlsx!政府合同!A2 contract/party/sides",
	}, found)
}

// What cannot be read and what belongs to no contract is left out, and an issue says where.
func TestReadBookOrphans(t *testing.T) {
	var w sheaf
	w.add(contract.Sheet, ledgerSheet("HT-1")...)
	w.add(contract.DepositSheet,
		[]string{"合同编号", "种类", "金额"},
		[]string{"HT-9", "定金", "1"}, []string{"HT-1", "定金", "一元"}, []string{"HT-1", "定金", "1"}, []string{"", "定金", "1"})
	contracts, issues, err := contract.ReadBook(w)
	require.NoError(t, err)
	require.Len(t, contracts[0].Deposits, 1)
	var found []string
	for _, i := range issues {
		require.NotContains(t, i.Message, "HT-")
		found = append(found, i.Origin.Cell+" "+string(i.Code))
	}
	require.ElementsMatch(t, []string{"C3 table/cell/money", "A5 table/cell/required", "A2 contract/book/orphan"}, found)
}

// codesAt are the cells and codes of issues.
func codesAt(issues fazhi.Issues) []string {
	var found []string
	for _, i := range issues {
		found = append(found, i.Origin.Sheet+"!"+i.Origin.Cell+" "+string(i.Code))
	}
	return found
}

// A row whose contract was refused says so, and nobody guesses to which of two contracts of one number a payment goes.
func TestReadBookRefusedRows(t *testing.T) {
	var w sheaf
	ledger := ledgerSheet("HT-1", "HT-2", "HT-1", "HT-3")
	ledger[4][5] = "不是日期"
	w.add(contract.Sheet, ledger...)
	w.add(contract.DepositSheet, []string{"合同编号", "种类", "金额"},
		[]string{"HT-1", "定金", "1"}, []string{"HT-2", "定金", "1"}, []string{"HT-3", "定金", "1"}, []string{"HT-4", "定金", "1"})
	contracts, issues, err := contract.ReadBook(w)
	require.NoError(t, err)
	require.Equal(t, []string{
		"政府合同!A4 table/cell/double", "政府合同!F5 table/cell/date",
		"保证金!A2 contract/book/twice", "保证金!A4 contract/book/unread", "保证金!A5 contract/book/orphan",
	}, codesAt(issues))
	require.Len(t, contracts, 2)
	require.Empty(t, contracts[0].Deposits)
	require.Len(t, contracts[1].Deposits, 1)

	o := contract.BookOptions{Tables: map[string]table.Options{contract.Sheet: {Repeats: true}}}
	contracts, issues, err = contract.ReadBookWith(w, o)
	require.NoError(t, err)
	require.Len(t, contracts, 3)
	require.Contains(t, codesAt(issues), "保证金!A2 contract/book/twice")
}

// A bureau may call sheets and columns by other names.
func TestReadBookWith(t *testing.T) {
	var w sheaf
	ledger := ledgerSheet("HT-1")
	ledger[0][1] = "协议名称"
	w.add("台账", ledger...)
	w.add("付款台账", []string{"编号", "第几期", "收付", "金额"}, []string{"HT-1", "1", "付款", "5"})
	o := contract.BookOptions{
		Sheets: map[string]string{contract.Sheet: "台账", contract.PaymentSheet: "付款台账"},
		Tables: map[string]table.Options{
			contract.Sheet:        {Also: map[string][]string{"合同名称": {"协议名称"}}},
			contract.PaymentSheet: {Also: map[string][]string{"合同编号": {"编号"}, "期次": {"第几期"}}},
		},
	}
	contracts, issues, err := contract.ReadBookWith(w, o)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, "路灯采购合同", contracts[0].Name)
	require.Len(t, contracts[0].Payments, 1)

	o.Sheets[contract.PartySheet] = "主体"
	_, _, err = contract.ReadBookWith(w, o)
	require.ErrorIs(t, err, table.ErrNoSheet, "what is named has to be there")

	_, _, err = contract.ReadBookWith(w, contract.BookOptions{
		Sheets: map[string]string{"收付计划": "甲"},
		Tables: map[string]table.Options{"保正金": {}, contract.PaymentSheet: {Also: map[string][]string{"期数": {"第几期"}}}},
	})
	require.ErrorIs(t, err, contract.ErrBook)
	for _, want := range []string{"没有工作表“收付计划”，是不是“收付款计划”？", "“保正金”，是不是“保证金”？", "没有“收付款计划”的列“期数”，是不是“期次”？"} {
		require.ErrorContains(t, err, want)
	}
}

// As many rows as a sheet may have do not make as many issues.
func TestReadBookManyOrphans(t *testing.T) {
	var w sheaf
	w.add(contract.Sheet, ledgerSheet("HT-1")...)
	rows := [][]string{{"合同编号", "种类", "金额"}}
	for range 1_005 {
		rows = append(rows, []string{"HT-9", "定金", "1"})
	}
	w.add(contract.DepositSheet, rows...)
	_, issues, err := contract.ReadBook(w)
	require.NoError(t, err)
	require.Len(t, issues, 1_001)
	require.Equal(t, table.MoreIssues, issues[1_000].Code)
	require.Contains(t, issues[1_000].Message, "还有 5 行")
	require.Equal(t, "合同.xlsx!保证金", issues[1_000].Origin.String())
}

func TestReadBookWithoutLedger(t *testing.T) {
	var w sheaf
	w.add(contract.PartySheet, []string{"合同编号"})
	_, _, err := contract.ReadBook(w)
	require.Error(t, err)
	w.add(contract.Sheet, ledgerSheet("HT-1")...)
	w.sheets[contract.PartySheet] = [][]string{{"别的"}}
	contracts, issues, err := contract.ReadBook(w)
	require.NoError(t, err)
	require.Len(t, contracts, 1)
	require.NotEmpty(t, issues, "a sheet without its columns")
	contracts, _, err = contract.ReadBook(torn{w})
	require.ErrorIs(t, err, errTorn)
	require.ErrorContains(t, err, "contract: ")
	require.Len(t, contracts, 1)
}

var errTorn = errors.New("破损")

// torn is a workbook whose sheet of parties cannot be read.
type torn struct{ sheaf }

func (w torn) Rows(sheet string) iter.Seq2[table.Raw, error] {
	if sheet != contract.PartySheet {
		return w.sheaf.Rows(sheet)
	}
	return func(yield func(table.Raw, error) bool) { yield(table.Raw{}, errTorn) }
}

// Every sheet is written as it is read, and contracts keep what they have.
func TestSheets(t *testing.T) {
	full := &contract.Contract{
		Serial: "HT-1", Name: "路灯采购合同", Department: "区城管局", Counterparty: "某照明公司",
		Parties:     []contract.Party{{Role: "甲方", Side: contract.Government, Name: "区城管局", Small: yes(false), Representative: "林某"}},
		Payments:    []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100, Disputed: true, Since: day("2024-05-01"), Days: 30}},
		Deliveries:  []contract.Delivery{{No: 1, What: "路灯", By: contract.Other, Due: day("2024-05-01")}},
		Deposits:    []contract.Deposit{{Sort: "履约保证金", Amount: 100, LetterOK: yes(true)}},
		Changes:     []contract.Change{{No: 1, Sort: "补充", Amount: -100, SameObject: yes(true)}},
		Disputes:    []contract.Dispute{{Way: "协商", Amount: 100}},
		Attachments: []contract.Attachment{{Sort: "签订文本", Name: "合同.pdf", Size: 12}},
	}
	other := &contract.Contract{Serial: "HT-2", Name: "店面租赁合同", Department: "区住建局", Counterparty: "某商贸公司"}
	sheets, err := contract.Sheets([]*contract.Contract{other, full})
	require.NoError(t, err)
	require.Len(t, sheets, 8)
	var w sheaf
	for _, s := range sheets {
		w.add(s.Name, cells(t, s)...)
	}
	back, issues, err := contract.ReadBook(w)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Len(t, back, 2)
	require.Equal(t, plain(t, full), plain(t, back[1]))
	require.Equal(t, plain(t, other), plain(t, back[0]))
	require.Empty(t, full.Payments[0].Contract, "what the caller gave is left as it was")

	empty, err := contract.Sheets(nil)
	require.NoError(t, err)
	for i, s := range empty {
		require.Equal(t, sheets[i].Name, s.Name)
		require.Equal(t, sheets[i].Columns, s.Columns)
		require.Empty(t, s.Rows)
	}
}

// cells writes a sheet as CSV and takes it apart again.
func cells(t *testing.T, s table.Sheet) [][]string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, table.WriteCSV(&b, s))
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	require.NoError(t, err)
	return rows
}

// plain is a contract as JSON, which has no rows of sheets.
func plain(t *testing.T, c *contract.Contract) string {
	t.Helper()
	text, err := json.Marshal(c)
	require.NoError(t, err)
	return string(text)
}

// A path that names no item of a sheet has the place of the contract's row.
func TestOrigin(t *testing.T) {
	var w sheaf
	w.add(contract.Sheet, ledgerSheet("HT-1")...)
	w.add(contract.ChangeSheet, []string{"合同编号", "序次", "种类", "审查日期"}, []string{"HT-1", "1", "变更", "2024-05-01"})
	contracts, _, err := contract.ReadBook(w)
	require.NoError(t, err)
	c := contracts[0]
	c.Payments = []contract.Payment{{No: 1}}
	for path, want := range map[fazhi.Path]string{
		"/name": "政府合同!B2", "/changes/0/reviewed": "变更补充!D2", "/changes/0": "变更补充!A2", "": "政府合同!A2",
	} {
		origin, known := c.Origin(path)
		require.True(t, known, path)
		require.Equal(t, want, origin.Sheet+"!"+origin.Cell, path)
	}
	for path, want := range map[fazhi.Path]string{
		"/changes/0/nothing":  "变更补充!A2",
		"/changes/1/reviewed": "政府合同!A2", "/changes/-1/reviewed": "政府合同!A2", "/changes/x/reviewed": "政府合同!A2",
		"/changes": "政府合同!A2", "/parties/0/name": "政府合同!A2", "/payments/0/amount": "政府合同!A2",
	} {
		origin, known := c.Origin(path)
		require.False(t, known, path)
		require.Equal(t, want, origin.Sheet+"!"+origin.Cell, path)
	}
	_, known := (&contract.Contract{}).Origin("/name")
	require.False(t, known, "a contract that came from no sheet")
	_, known = (&contract.Contract{Payments: c.Payments}).Origin("/payments/0/amount")
	require.False(t, known)
}
