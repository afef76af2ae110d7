package ocds_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/ocds"
)

const prefix = "ocds-abc123"

func day(month, d int) fazhi.Date { return fazhi.DateOf(2024, 1, 1).AddDays((month-1)*31 + d - 1) }

// full is a contract of procurement with everything that is published, and much that is not.
func full() *contract.Contract {
	return &contract.Contract{
		Serial: "清源政合〔2024〕12号", Name: "社区服务用房修缮合同", Sort: "工程", Department: "泉源区清源街道办事处",
		Counterparty: "某某建设工程有限公司", Amount: 128_000_050, Procurement: true, Awarded: day(1, 5), Submitted: day(1, 8),
		Reviewed: day(1, 12), Opinion: "修改后通过", Signed: day(1, 20), Filed: day(1, 25), Progress: "履行完毕",
		Nature:   contract.Nature{Tendered: true, Method: "公开招标", Project: "QYCG-2024-07", Budget: "2120399", BudgetAmount: 130_000_000},
		Terms:    contract.Terms{Subject: "社区服务用房修缮", Quantity: "1处，1280000.50元", Place: "清源街道", Begins: day(2, 1), Expires: day(5, 1)},
		Handling: contract.Handling{FilingNumber: "备2024-031", Announced: day(1, 22), CopyFiled: day(1, 26), Completed: day(7, 1)},
		Parties: []contract.Party{
			{Role: "甲方", Side: contract.Government, Name: "泉源区清源街道办事处", CreditCode: "11350503MB00000000", Representative: "甲某某"},
			{Role: "乙方", Side: contract.Other, Name: "某某建设工程有限公司", CreditCode: "91350503MA00000000", Small: new(true), Address: "清源路1号", Representative: "乙某某", Signatory: "丙某某"},
		},
		Payments: []contract.Payment{
			{No: 1, Direction: contract.Pay, Amount: 38_400_000, Basis: "预付", Due: day(2, 5), Paid: day(2, 4)},
			{No: 2, Direction: contract.Pay, Amount: 89_600_050, Basis: "验收合格", Due: day(6, 15), Paid: day(6, 10), PaidSoFar: 99_600_050},
			{No: 3, Direction: contract.Pay, Amount: 100, Basis: "质保期满", Due: day(12, 1)},
		},
		Deliveries: []contract.Delivery{
			{No: 1, What: "修缮工程", Due: day(5, 1), Delivered: day(5, 20), AcceptBy: day(5, 25), Accepted: day(6, 1), Result: "合格", Report: "验〔2024〕3号"},
		},
		Changes: []contract.Change{
			{No: 1, Sort: "补充", Reason: "增加无障碍坡道，乙某某提出", Clauses: "第三条", Amount: 10_000_000, Signed: day(3, 1)},
			{No: 2, Sort: "续期", Reason: "雨天较多", Expires: day(6, 1), Signed: day(4, 1)},
		},
		Attachments: []contract.Attachment{
			{Sort: "合同草拟稿", Name: "合同草拟稿"}, {Sort: "签订文本", Name: "签订文本"}, {Sort: "补充协议", Name: "补充协议"},
			{Sort: "补充协议", Name: "补充协议"}, {Sort: "验收证明", Name: "验收证明"},
		},
	}
}

// lease is a contract that brings money in, with a natural person.
func lease() *contract.Contract {
	return &contract.Contract{
		Serial: "ZL 1#", Name: "与丁某某的店面租赁合同", Sort: "租赁", Department: "泉源区清源街道办事处", Counterparty: "丁某某", Amount: 1_200_000,
		Signed: day(1, 1), Progress: "履行中",
		Parties: []contract.Party{
			{Role: "出租人", Side: contract.Government, Name: "泉源区清源街道办事处"},
			{Role: "承租人", Side: contract.Other, Name: "丁某某", Capacity: "自然人", Address: "清源路2号"},
		},
		Payments: []contract.Payment{
			{No: 1, Direction: contract.Receive, Amount: 600_000, Due: day(1, 10), Paid: day(1, 9)},
			{No: 2, Direction: contract.Receive, Amount: 600_000, Due: day(7, 10)},
		},
	}
}

func exporter(tb testing.TB, set ocds.Settings) *ocds.Exporter {
	tb.Helper()
	set.Prefix = prefix
	e, err := ocds.New(set)
	require.NoError(tb, err)
	return e
}

// releases exports a contract that has no errors.
func releases(tb testing.TB, c *contract.Contract, set ocds.Settings) []ocds.Release {
	tb.Helper()
	list, issues := exporter(tb, set).Releases(c, nil)
	require.NoError(tb, issues.Err())
	return list
}

// pack writes releases as a package.
func pack(tb testing.TB, set ocds.Settings, list []ocds.Release) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := exporter(tb, set).ReleaseWriter(&b)
	for i := range list {
		require.NoError(tb, w.Write(&list[i]))
	}
	require.NoError(tb, w.Close())
	return b.Bytes()
}

func tree(tb testing.TB, v any) any {
	tb.Helper()
	data, err := json.Marshal(v)
	require.NoError(tb, err)
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var t any
	require.NoError(tb, d.Decode(&t))
	return t
}
