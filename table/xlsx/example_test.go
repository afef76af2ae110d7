package xlsx_test

import (
	"bytes"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

func Example() {
	type Contract struct {
		table.Row
		Name   string      `table:"合同名称,required" json:"name"`
		Amount fazhi.Money `table:"合同金额" json:"amount"`
		Signed fazhi.Date  `table:"签订日期" json:"signed"`
	}
	sheet, err := table.SheetOf("2024", []*Contract{{Name: "设备采购合同", Amount: 2573000_00, Signed: fazhi.DateOf(2024, 3, 1)}})
	if err != nil {
		fmt.Println(err)
		return
	}
	sheet.Title = "某局合同台账"
	var file bytes.Buffer
	if err := xlsx.Write(&file, []table.Sheet{sheet}); err != nil {
		fmt.Println(err)
		return
	}

	book, err := xlsx.Open("合同台账.xlsx", bytes.NewReader(file.Bytes()), int64(file.Len()), xlsx.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = book.Close() }()
	contracts, issues, err := table.Read[Contract](book, "2024", table.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	c := contracts.All[0]
	cell, _ := c.Origin("/signed")
	fmt.Println(len(issues), c.Name, c.Amount, c.Signed, cell)
	// Output:
	// 0 设备采购合同 2573000.00 2024-03-01 合同台账.xlsx!2024!C3
}
