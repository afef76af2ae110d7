package table_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

func Example() {
	type Contract struct {
		table.Row
		Name   string      `table:"合同名称,required" json:"name"`
		Amount fazhi.Money `table:"合同金额" json:"amount"`
		Signed fazhi.Date  `table:"签订日期" json:"signed"`
	}
	ledger := "某局合同台账,,\n" +
		"合同名称*,合同金额（万元）,签订日期\n" +
		"设备采购合同,257.3,2024年3月1日\n" +
		"租赁合同,十五,2024-02-30\n" +
		"合计,257.3,\n"
	src, err := table.CSV("合同台账.csv", []byte(ledger))
	if err != nil {
		fmt.Println(err)
		return
	}
	contracts, issues, err := table.Read[Contract](src, "", table.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range contracts.All {
		cell, _ := c.Origin("/signed")
		fmt.Println(c.Name, c.Amount, c.Signed.Chinese(), cell)
	}
	for _, i := range issues {
		fmt.Println(i)
	}
	fmt.Printf("%+v\n", contracts.Tally)
	// Output:
	// 设备采购合同 2573000.00 2024年3月1日 合同台账.csv!C3
	// 合同台账.csv!B4：“合同金额”列：不是有效金额：应写作 12345.67 或 257.3万元 [table/cell/money]
	// 合同台账.csv!C4：“签订日期”列：不是有效日期：没有这一天 [table/cell/date]
	// 合同台账.csv!A5：合计行，不作为记录 [table/row/total]
	// {Rows:3 Good:1 Bad:1 Skipped:1 Blank:0}
}

func ExampleReadColumns() {
	columns := []table.Column{{Name: "活动", Required: true}, {Name: "日期", Kind: table.Date}, {Name: "人数", Kind: table.Count}}
	src, err := table.CSV("普法.csv", []byte("活动,日期,人数\n宪法宣传,2024-12-04,2000余\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	records, _, err := table.ReadColumns(src, "", columns, table.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	r := records.All[0]
	cell, _ := r.Origin("/人数")
	fmt.Println(r.Text("活动"), r.Date("日期"), r.Count("人数").N, r.Count("人数").More, cell)
	// Output:
	// 宪法宣传 2024-12-04 2000 true 普法.csv!C2
}

func ExampleWriteCSV() {
	s := table.Sheet{
		Columns: []table.Column{{Name: "名称"}, {Name: "金额", Kind: table.Money}},
		Rows:    [][]any{{"=HYPERLINK(1)", fazhi.Money(257_30)}},
	}
	var file bytes.Buffer
	if err := table.WriteCSV(&file, s); err != nil {
		fmt.Println(err)
	}
	fmt.Println(strings.NewReplacer("\ufeff", "", "\r", "").Replace(file.String()))
	// Output:
	// 名称,金额
	// '=HYPERLINK(1),257.30
}

// Records one at a time, from a ledger of any length.
func ExampleEach() {
	type Contract struct {
		table.Row
		Name   string      `table:"合同名称,required" json:"name"`
		Amount fazhi.Money `table:"合同金额" json:"amount"`
	}
	const text = "合同名称,合同金额\n路灯采购合同,257.3万元\n绿化养护合同,12万元\n,3\n"
	src, err := table.OpenCSV("合同台账.csv", strings.NewReader(text), int64(len(text)))
	if err != nil {
		fmt.Println(err)
		return
	}
	contracts := table.Each[Contract](src, "", table.Options{})
	for c := range contracts.All() {
		fmt.Println(c.Name, c.Amount)
	}
	if err := contracts.Err(); err != nil {
		fmt.Println(err)
	}
	fmt.Println(contracts.Issues()[0])
	// Output:
	// 路灯采购合同 2573000.00
	// 绿化养护合同 120000.00
	// 合同台账.csv!A4：“合同名称”列：必填，不能为空 [table/cell/required]
}

// One result of all records, on as many goroutines as there are processors.
func ExampleFold() {
	type Dispute struct {
		Street string `table:"街道,required"`
		Result string `table:"调解结果,choices=成功|不成功"`
	}
	const text = "街道,调解结果\n东湖,成功\n西湖,不成功\n东湖,成功\n"
	src, err := table.OpenCSV("调解台账.csv", strings.NewReader(text), int64(len(text)))
	if err != nil {
		fmt.Println(err)
		return
	}
	type Counts map[string]int
	counts, _, err := table.Fold(context.Background(), src, "", table.Options{}, table.Folding[Dispute, Counts]{
		New: func() *Counts { return &Counts{} },
		Add: func(to *Counts, d *Dispute) error { (*to)[d.Street]++; return nil },
		Merge: func(to, from *Counts) {
			for street, n := range *from {
				(*to)[street] += n
			}
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*counts.Result, counts.Good)
	// Output: map[东湖:2 西湖:1] 3
}
