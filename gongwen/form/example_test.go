package form_test

import (
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// A reminder of a period that ends soon. The optional fields that are left out leave nothing behind.
func Example() {
	letter, err := form.New(form.Reminder())
	if err != nil {
		log.Fatal(err)
	}
	d, issues, err := letter.Fill(form.Values{
		"文号": fazhi.Number{Issuer: "某司函", Year: 2025, Seq: 5}, "发函单位": "某区司法局", "承办单位": "某街道办事处",
		"事项": "规范性文件备案", "类型": "提示", "届满日期": fazhi.DateOf(2025, 2, 28),
		"期限依据": "《某市规范性文件管理办法》第十条", "落款日期": "2025-02-17",
	})
	if err != nil || issues.Err() != nil {
		log.Fatal(err, issues)
	}
	fmt.Println(d.Title)
	for _, b := range d.Body {
		fmt.Println(gongwen.PlainText(b.(gongwen.Paragraph).Text))
	}
	// Output:
	// 关于规范性文件备案的提示函
	// 你单位承办的规范性文件备案，依照《某市规范性文件管理办法》第十条，期限将于2025年2月28日届满，请按期办结。
}

// What is missing is said at once, with its place.
func ExampleForm_Fill() {
	letter, err := form.New(form.MediationAgreement())
	if err != nil {
		log.Fatal(err)
	}
	_, issues, err := letter.Fill(form.Values{"当事人": []form.Values{{"性别": "女"}}, "主要事实": "…", "争议事项": "…"})
	if err != nil {
		log.Fatal(err)
	}
	for _, i := range issues[:3] {
		fmt.Println(i)
	}
	// Output:
	// /当事人/0/名称：没有填写“名称” [form/field/missing]
	// /协议内容：没有填写“协议内容” [form/field/missing]
	// /履行方式：没有填写“履行方式” [form/field/missing]
}

// A form of one's own, as it is kept in a file.
func ExampleReadSpec() {
	spec, err := form.ReadSpec([]byte(`{
		"name": "到场通知书", "kind": "notice", "format": "letter",
		"fields": [
			{"name": "单位", "required": true},
			{"name": "时间", "type": "date", "required": true},
			{"name": "方式", "type": "choice", "choices": ["到场", "线上"], "required": true},
			{"name": "地点", "when": ["方式=到场"], "doc": "门牌和房间"},
			{"name": "材料", "type": "list"}
		],
		"title": "到场通知书", "to": "{单位}",
		"parts": [
			{"if": ["方式=到场"], "text": "请于{时间}到{地点}[，带{材料}]。"},
			{"if": ["方式=线上"], "text": "请于{时间}在线上参加。"}
		],
		"sign": {"organs": ["某区司法局"]}
	}`))
	if err != nil {
		log.Fatal(err)
	}
	letter, err := form.New(spec)
	if err != nil {
		log.Fatal(err)
	}
	d, issues, err := letter.Fill(form.Values{"单位": "某街道办事处", "时间": "2025-02-17", "方式": "到场", "地点": "二楼会议室", "材料": []string{"案卷", "身份证件"}})
	fmt.Println(issues, err)
	fmt.Println(gongwen.PlainText(d.Body[0].(gongwen.Paragraph).Text))
	// Output:
	// [] <nil>
	// 请于2025年2月17日到二楼会议室，带案卷、身份证件。
}
