package reconsideration

import "github.com/fazhi-go/fazhi/lifecycle"

// hearing are the steps at which an accepted case is heard and not suspended.
func hearing() []string {
	return []string{"受理", "受理（简易程序）", "视为受理", "发送副本", "副本送达", "答复", "转为普通程序", "听证", "延长审理", "鉴定勘验结束", "恢复"}
}

// hearingSteps are those of the procedure (审理).
func hearingSteps(p Profile) []lifecycle.Step {
	conversion := in2023(decideLimit, p.Limits.Conversion, "第五十五条、第六十二条第一款")
	conversion.Extends = true
	extended := in2023(decideLimit, extension(), "第六十二条第一款")
	extended2017 := in2017(decideLimit, extension(), "第三十一条第一款")
	extended.Extends, extended2017.Extends = true, true
	return []lifecycle.Step{
		{Name: "发送副本", Doc: "把申请书副本或者申请笔录复印件发送被申请人", After: hearing(), Stops: []string{sendLimit}},
		{
			Name: "副本送达", Doc: "被申请人收到申请书副本或者申请笔录复印件", After: hearing(),
			Starts: []lifecycle.Clock{
				when(in2023(replyLimit, workdays(5), "第五十四条第一款"), isSimple),
				in2023(replyLimit, workdays(10), "第四十八条"), in2017(replyLimit, days(10), "第二十三条第一款"),
			},
			Stops: []string{sendLimit},
		},
		{Name: "答复", Doc: "被申请人提出书面答复，提交证据、依据", After: hearing(), Stops: []string{replyLimit}},
		{
			Name: "转为普通程序", Doc: "不宜适用简易程序的，经行政复议机构的负责人批准转为普通程序", After: hearing(), Roles: heads(),
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/simple/conversion", Basis: "行政复议法第五十五条",
				Doc: "适用简易程序审理的案件才能转为普通程序", Open: isSimple,
			}},
			Starts: []lifecycle.Clock{conversion},
		},
		{Name: "听证", Doc: "举行听证", After: hearing()},
		{
			Name: "延长审理", Doc: "情况复杂的，经行政复议机构的负责人批准延长，书面告知当事人", After: hearing(), Roles: heads(),
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/extension", Basis: "行政复议法第六十二条", Path: "/accepted",
				Doc: "延长应当在审理期限届满之前，最多三十日，不得再次延长；适用简易程序的不得延长", Open: mayBeExtended,
			}},
			Starts: []lifecycle.Clock{extended, extended2017},
		},
		{
			Name: "鉴定勘验", Doc: "鉴定、现场勘验所用时间不计入审理期限（行政复议法实施条例第三十四条第三款、第三十七条）",
			After: hearing(), Pauses: true, Only: []string{decideLimit},
		},
		{Name: "鉴定勘验结束", Doc: "鉴定、现场勘验结束，审理期限继续计算", After: []string{"鉴定勘验"}, Resumes: true, Only: []string{decideLimit}},
	}
}

// heads are those who may approve what the head of the reconsideration body approves (行政复议机构的负责人); until 2023
// the head of the authority did (行政复议机关的负责人).
func heads() []string { return []string{"复议机构负责人", "复议机关负责人"} }
