package activity_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/table"
)

// A new area is a page of YAML.
func Example() {
	areas, err := activity.Parse("仲裁.yaml", []byte(`
领域: quanyuan/arbitration
工作表: 仲裁
说明: 受理的仲裁案件，一件一行。
列:
  - {列名: 案号, 必填: 是, 说明: 案件的编号，不重复}
  - {列名: 受理日期, 类型: 日期, 必填: 是, 说明: 受理之日}
  - {列名: 标的额, 类型: 金额, 说明: 争议的金额}
  - {列名: 结果, 可选值: [裁决, 调解, 撤回], 说明: 结案的方式，没有结案的不填}
编号列: 案号
日期列: 受理日期
数据项:
  - {标识: 仲裁.受理, 名称: 受理案件, 算法: 计数, 单位: 件, 口径: 受理日期在本年的案件}
  - {标识: 仲裁.标的, 名称: 标的额, 算法: 求和, 求和列: 标的额, 单位: 万元, 口径: 受理日期在本年的案件标的额之和}
  - {标识: 仲裁.调撤率, 名称: 调撤率, 算法: 比率, 分子: [[结果, 属于, 调解、撤回]], 条件: [[结果, 不为空]], 单位: "%", 口径: 受理日期在本年、已经结案的案件中调解和撤回的}
例句: 全年受理仲裁案件{{仲裁.受理}}，涉及标的额{{仲裁.标的}}，调撤率为{{仲裁.调撤率}}。
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	src, err := table.CSV("仲裁.csv", []byte("案号,受理日期,标的额,结果\n"+
		"1,2024-02-01,120万元,调解\n"+
		"2,2024-03-05,\"35,000\",裁决\n"+
		"3,2024-12-30,8万元,\n"+
		"2,2024-04-01,1万元,撤回\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	records, issues, err := areas[0].Read(src)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(issues[0])
	for _, f := range areas[0].Figures(records, 2024) {
		text, err := f.Text(fazhi.Form{})
		fmt.Println(f.Name, text, err)
	}
	// Output:
	// 仲裁.csv!A5：“案号”列：与第 3 行重复 [table/cell/double]
	// 受理案件 3件 <nil>
	// 标的额 131.5万元 <nil>
	// 调撤率 50% <nil>
}
