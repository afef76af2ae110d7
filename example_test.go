package fazhi_test

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A Lease is a document of one's own: three methods make it one.
type Lease struct {
	Serial           string
	Name             string
	Reviewed, Signed fazhi.Date
}

func (l *Lease) Kind() fazhi.Kind { return "licheng/lease" }
func (l *Lease) ID() string       { return l.Serial }
func (l *Lease) Title() string    { return l.Name }

// A check is a value: its code, the article it rests on, and a function that reports.
func Example() {
	reviewed := fazhi.Check{
		Code: "licheng/lease/reviewed", Kind: "licheng/lease",
		Doc:   "租赁合同签订之前应当经合法性审查。",
		Basis: "本区政府合同管理办法第十条",
		From:  fazhi.DateOf(2024, 1, 1),
		Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, l *Lease) error {
			if l.Reviewed.IsZero() || l.Reviewed.After(l.Signed) {
				p.Report(fazhi.At("reviewed"), "签订日期之前没有合法性审查日期")
			}
			return nil
		}),
	}
	lease := &Lease{Serial: "HT-2", Name: "临街店面租赁合同", Signed: fazhi.DateOf(2024, 5, 1)}
	today := fazhi.DateOf(2025, 1, 20)

	issues, err := fazhi.Validate(context.Background(), lease, lease.Signed, today, []fazhi.Check{reviewed})
	if err != nil {
		fmt.Println("检查未能完成：", err)
		return
	}
	for _, issue := range issues {
		fmt.Println(issue)
	}
	// Output: /reviewed：签订日期之前没有合法性审查日期（本区政府合同管理办法第十条） [licheng/lease/reviewed]
}

// What is wrong with a document is told from what is wrong with the program.
func ExampleIssues_Err() {
	issues := fazhi.Issues{
		{Code: "contract/name/short", Severity: fazhi.Warning, Path: "/name", Message: "名称过短"},
		{Code: "contract/review/before-signing", Path: "/reviewed", Message: "签订之前没有审查"},
	}
	var invalid *fazhi.InvalidError
	if errors.As(issues.Err(), &invalid) {
		fmt.Println(len(invalid.Issues), "处：", invalid)
	}
	// Output: 2 处： /reviewed：签订之前没有审查 [contract/review/before-signing]
}

func ExampleNormalizeNumber() {
	number, changed, err := fazhi.NormalizeNumber("泉鲤司[2025]第05号")
	fmt.Println(number, changed, err)
	// Output: 泉鲤司〔2025〕5号 [括号改为六角括号〔〕 删去“第” 删去顺序号的虚位] <nil>
}

func ExampleParseNumber() {
	number, err := fazhi.ParseNumber("泉鲤司〔2025〕5号")
	fmt.Println(number.Issuer, number.Year, number.Seq, err)
	_, err = fazhi.ParseNumber("泉鲤司〔2025〕第5号")
	fmt.Println(err)
	// Output:
	// 泉鲤司 2025 5 <nil>
	// fazhi: 不是规范的发文字号：顺序号应当是阿拉伯数字，不编虚位，不加“第”
}

func ExampleParseDate() {
	date, err := fazhi.ParseDate("2025.2.17")
	fmt.Println(date, date.Chinese(), err)
	// Output: 2025-02-17 2025年2月17日 <nil>
}

func ExampleParseMoney() {
	amount, err := fazhi.ParseMoney("1,409.50元")
	fmt.Println(amount, amount.Words(), err)
	// Output: 1409.50 壹仟肆佰零玖元伍角 <nil>
}

func ExampleAt() {
	fmt.Println(fazhi.At("parties", 0, "creditCode"))
	// Output: /parties/0/creditCode
}

// A rate keeps its parts, so that two counties add up to the city's rate.
func ExampleFigure_Plus() {
	county := fazhi.Figure{ID: "复议.纠错率", Unit: "%", Value: fazhi.Rate{Num: 12, Den: 67}, Period: fazhi.YearOf(2024)}
	other := county
	other.Value = fazhi.Rate{Num: 1, Den: 3}

	city, err := county.Plus(other)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range []fazhi.Figure{county, other, city} {
		text, err := f.Text(fazhi.Form{})
		fmt.Println(text, err)
	}
	// Output:
	// 17.91% <nil>
	// 33.33% <nil>
	// 18.57% <nil>
}

func ExampleFigure_Text() {
	change := fazhi.Figure{ID: "应诉.败诉率变化", Unit: "百分点", Value: fazhi.Points{
		Now: fazhi.Rate{Num: 1, Den: 73}, Before: fazhi.Rate{Num: 7, Den: 57},
	}}
	leaflets := fazhi.Figure{ID: "普法.资料", Unit: "份", Value: fazhi.Count{N: 71_250}}
	text, _ := change.Text(fazhi.Form{})
	fmt.Println(text)
	text, _ = leaflets.Text(fazhi.Form{Approx: true})
	fmt.Println(text)
	// Output:
	// 下降10.91个百分点
	// 7万余份
}

func ExampleSourceOf() {
	counted := []fazhi.Ref{{Kind: "contract", ID: "HT-1"}, {Kind: "contract", ID: "HT-2"}}
	source := fazhi.SourceOf(slices.Values(counted))
	fmt.Println(source.Count)
	for ref := range source.Refs {
		fmt.Println(ref)
	}
	// Output:
	// 2
	// contract:HT-1
	// contract:HT-2
}

// A name hides itself; whoever needs it converts it.
func ExamplePersonName() {
	applicant := fazhi.PersonName("测试甲")
	fmt.Printf("%v %#v\n", applicant, applicant)
	fmt.Println(string(applicant))
	// Output:
	// ［姓名］ ［姓名］
	// 测试甲
}
