package documents

import "github.com/fazhi-go/fazhi/gongwen/form"

// after are the documents to organs beside and after a case, and the receipt of delivery.
func after() []Document {
	return []Document{
		{Key: "opinion", Series: "行复意", Spec: opinion()},
		{Key: "advice", Series: "行复建", Spec: advice()},
		{Key: "performance", Series: "行复责", Spec: performance()},
		{Key: "delivery", Spec: delivery()},
	}
}

// opinion tells an organ what is unlawful or improper; it reports within sixty days (art. 76).
func opinion() form.Spec {
	return letter{
		name: "行政复议意见书", doc: "行政复议法第七十六条", kind: form.Opinion, issuer: organ, to: "{收文机关}", old: true,
		fields: []form.Field{
			{Name: "收文机关", Required: true, Doc: "被申请人或者其他下级行政机关"},
			{Name: "案件名称", Required: true, Doc: "不写公民姓名，如：不服行政处罚决定"},
			{Name: "发现问题", Type: form.List, Required: true, Doc: "每项一句，末尾加句号"},
			{Name: "意见", Type: form.List, Required: true, Doc: "每项一句，末尾加句号"},
			{Name: "抄送", Type: form.List, Doc: "被申请人为工作部门的，抄告其上一级主管部门（第七十九条第二款）"},
		},
		laws: both(law+"第七十六条", rules+"第五十七条第一款"),
		parts: []form.Part{
			{Text: "本机关在办理{案件名称}行政复议案件中，发现下列问题："},
			{Each: "发现问题", Items: true, Text: "{项}"},
			{Text: "根据{依据}的规定，提出如下意见："},
			{Each: "意见", Items: true, Text: "{项}"},
			{If: []string{current}, Text: "请自收到本意见书之日起六十日内，将纠正相关违法或者不当行政行为的情况报送本机关。"},
			{If: []string{oldLaw}, Text: "请自收到本意见书之日起六十日内，将纠正相关行政违法行为或者做好善后工作的情况通报本机关的行政复议机构。"},
		},
		copyTo: []string{"{抄送}"},
	}.spec()
}

// advice is the 建议书 on common problems, which only 行政复议法实施条例 knows.
func advice() form.Spec {
	return letter{
		name: "行政复议建议书", doc: "行政复议法实施条例第五十七条第二款", kind: form.Opinion, issuer: office, to: "{收文机关}",
		fields: []form.Field{
			{Name: "收文机关", Required: true},
			{Name: "普遍问题", Type: form.List, Required: true, Doc: "法律、法规、规章实施中的问题，每项一句，末尾加句号"},
			{Name: "建议", Type: form.List, Required: true, Doc: "完善制度和改进行政执法的建议，每项一句，末尾加句号"},
			{Name: "抄送", Type: form.List},
		},
		laws: []form.Law{{Text: rules + "第五十七条第二款"}},
		parts: []form.Part{
			{Text: "行政复议期间，发现下列带有普遍性的问题："},
			{Each: "普遍问题", Items: true, Text: "{项}"},
			{Text: "根据{依据}的规定，提出如下建议："},
			{Each: "建议", Items: true, Text: "{项}"},
			{Text: "请研究处理，并告知处理情况。"},
		},
		copyTo: []string{"{抄送}"},
	}.spec()
}

// performance orders a respondent to do what a decision, a record of mediation or an opinion says (art. 77).
func performance() form.Spec {
	return letter{
		name: "责令履行通知书", doc: "行政复议法第七十七条", kind: form.Notice, issuer: organ, to: "{被申请人}", old: true,
		fields: []form.Field{
			{Name: "被申请人", Required: true},
			{Name: "文书名称", Type: form.Choice, Required: true, Choices: []string{"行政复议决定书", "行政复议调解书", "行政复议意见书"},
				Doc: "适用旧法的只有决定书"},
			{Name: "文书文号", Type: form.Number, Required: true},
			{Name: "送达日期", Type: form.Date, Required: true},
			{Name: "未履行内容", Required: true, Doc: "末尾不加句号"},
			{Name: "履行期限", Type: form.Date, Required: true, Doc: "何日前履行"},
			{Name: "抄送", Type: form.List},
		},
		laws: []form.Law{
			{If: []string{current}, Text: law + "第七十七条第二款"},
			{If: []string{oldLaw, "文书名称=行政复议决定书"}, Text: lawOld + "第三十二条第二款"},
		},
		parts: []form.Part{
			{Text: "{文书名称}（{文书文号}）已于{送达日期}送达你单位。经查，你单位没有履行下列内容：{未履行内容}。"},
			{Text: "根据{依据}的规定，责令你单位于{履行期限}前履行，并书面报告履行情况。"},
			{If: []string{current}, Text: "逾期不履行的，可以约谈你单位的有关负责人或者予以通报批评。"},
			{Text: hereby},
		},
		copyTo: []string{"{抄送}"},
	}.spec()
}
