package documents_test

import (
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// A notice of extension in a case of the law before 2024. All data are invented.
func Example() {
	doc, ok := documents.ByKey("extension")
	if !ok {
		log.Fatal("no such document")
	}
	letter, err := form.New(doc.Spec)
	if err != nil {
		log.Fatal(err)
	}
	series, err := numbering.DocumentNumber("某政" + doc.Series)
	if err != nil {
		log.Fatal(err)
	}
	number, err := series.Number(numbering.Slot{Year: 2024, Serial: 3})
	if err != nil {
		log.Fatal(err)
	}
	accepted := fazhi.DateOf(2023, 12, 20)
	paper, issues, err := letter.Fill(form.Values{
		"适用旧法": documents.OldLaw(accepted), "文号": number, "复议机关": "某市某区人民政府", "申请人": fazhi.PersonName("欧阳测试"),
		"被申请人": "某市某区测试局", "申请事由": "不服某市某区测试局作出的行政处罚决定", "受理日期": accepted,
		"延期理由": "需要调取档案", "原届满日": "2024-02-18", "延长至": "2024-03-19", "落款日期": "2024-02-07",
	})
	if err != nil || issues.Err() != nil {
		log.Fatal(err, issues)
	}
	paper, err = documents.Stamp(paper, documents.Stamping{Code: "350502-24-00003", Link: "7F3KQ2"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(paper.Head.Number, paper.Title)
	fmt.Println(gongwen.PlainText(paper.Body[0].(gongwen.Paragraph).Text))
	fmt.Println(paper.Body[len(paper.Body)-2].(gongwen.Drawing).Alt)
	// Output:
	// 某政行复延〔2024〕3号 行政复议延期审理通知书
	// 欧阳测试不服某市某区测试局作出的行政处罚决定申请行政复议一案，已于2023年12月20日受理。因需要调取档案，情况复杂，不能在规定期限内作出行政复议决定。根据《中华人民共和国行政复议法》（2017年修正）第三十一条第一款的规定，经行政复议机关的负责人批准，审理期限由2024年2月18日延长至2024年3月19日。
	// 二维码，案件编号：350502-24-00003
}
