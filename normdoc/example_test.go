package normdoc_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/table"
)

// Read a ledger, check its rows by the law of their day, count it.
func Example() {
	src, err := table.CSV("台账.csv", []byte(`文件编号,文件名称,起草单位,审查日期,审查意见,集体审议日期,公布日期,备案报送日期
GF-1,公共停车泊位管理办法,区城管局,2024-03-01,合法,2024-03-10,2024-03-15,2024-03-20
GF-2,临时摊区管理办法,区城管局,2024-05-11,合法,2024-05-10,,
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	records, _, err := normdoc.Read(src, "")
	if err != nil {
		fmt.Println(err)
		return
	}
	checks, err := normdoc.Checks(normdoc.Profile{})
	if err != nil {
		fmt.Println(err)
		return
	}
	today := fazhi.DateOf(2025, 1, 15)
	for _, r := range records {
		issues, err := fazhi.Validate(context.Background(), r, r.LawOn(today), today, checks)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, issue := range issues {
			fmt.Println(issue)
		}
	}
	for _, f := range normdoc.Figures(records, 2024) {
		text, _ := f.Text(fazhi.Form{})
		fmt.Println(f.Name, text)
	}
	// Output:
	// 台账.csv!D3：合法性审查日期晚于集体审议日期（地方各级人民代表大会和地方各级人民政府组织法第七十五条、本地行政规范性文件管理规定） [normdoc/review/before-deliberation]
	// 审查规范性文件 2件
	// 报送规范性文件备案 1件
}

// What is in force on a day, of which text, and why it ended.
func ExampleAsOf() {
	versions, _ := normdoc.LedgerVersions([]*normdoc.Doc{
		{Serial: "GF-1", Name: "公共停车泊位管理办法", Effective: fazhi.DateOf(2019, 6, 1), Expires: fazhi.DateOf(2024, 5, 31)},
		{Serial: "GF-2", Name: "关于修改停车泊位管理办法的决定", Effective: fazhi.DateOf(2021, 3, 1), Relation: "修改", Related: []string{"GF-1"}},
		{Serial: "GF-3", Name: "临时摊区管理规定", Effective: fazhi.DateOf(2024, 6, 1)},
	})
	for _, v := range normdoc.AsOf(versions, fazhi.DateOf(2024, 5, 31)) {
		fmt.Println(v)
	}
	// Output:
	// GF-1 第2版 2021-03-01至2024-05-31 有效期届满
	// GF-2 第1版 2021-03-01至
}

// The registration numbers of a place as data, with the codes of its organs.
func ExampleNewNumbers() {
	n, err := normdoc.NewNumbers(normdoc.NumberRule{
		Series: normdoc.RegistrationSeries, Pattern: "RCDR-{year}-{organ}{serial:4}",
		Organs: []normdoc.OrganCode{{Organ: "市政府", Code: "001"}, {Organ: "市政府办公室", Code: "002"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	slot, err := n.Read("RCDR-2018-0020001")
	fmt.Println(slot.Organ, slot.Year, slot.Serial, err)
	fmt.Println(n.Next("RCDR-2018-0020001"))
	// Output:
	// 市政府办公室 2018 1 <nil>
	// RCDR-2018-0020002 <nil>
}
