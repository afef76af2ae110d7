package dossier_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/dossier"
)

// A file that is to be closed. All data are invented.
func Example() {
	d := &dispute.Dispute{
		Case:    mediation.Case{Serial: "RT-9", Accepted: fazhi.DateOf(2024, 3, 1)},
		Talks:   []dispute.Session{{On: fazhi.DateOf(2024, 3, 4)}},
		Parties: []dispute.Party{{Name: "某甲"}, {Name: "某乙", Representative: "某丙", Authorised: true}},
		Agreement: &dispute.Agreement{
			Agreed: fazhi.DateOf(2024, 3, 4), Oral: true, Terms: []string{"互相道歉"},
		},
		Papers: []dispute.Paper{
			{Part: 1, Name: "受理登记表", Pages: 1}, {Part: 2, Name: "权利义务告知书", Pages: 2}, {Part: 3, Name: "身份证复印件", Pages: 2},
			{Part: 7, Name: "调解记录", Pages: 3}, {Part: 8, Name: "调解协议书", Pages: 2}, {Part: 13, Name: "封底"},
		},
	}
	p := dossier.Profile{}
	for _, i := range p.Issues(d, dossier.Archive{Volume: "9", Number: "（2024）某人调字第9号", Keeper: "某丁", Filed: fazhi.DateOf(2024, 3, 20)}) {
		fmt.Println(i.Severity, i.Message)
	}
	for _, e := range p.Catalogue(d) {
		fmt.Println(e.No, e.Name, e.Pages())
	}
	// Output:
	// warning 缺少第4项“授权委托书”（有委托代理人）
	// warning 第8项“调解协议书或者口头协议登记表”中没有名称含有“口头协议登记表”的材料
	// error 没有填写保管期限
	// 1 受理登记表 1
	// 2 权利义务告知书 2—3
	// 3 身份证复印件 4—5
	// 4 调解记录 6—8
	// 5 调解协议书 9—10
	// 6 封底
}
