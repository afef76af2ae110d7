package reconsideration

import (
	"slices"

	"github.com/fazhi-go/fazhi/lifecycle"
)

// hearing are the steps at which an accepted case is heard, and those that may be taken while it is suspended too.
func hearing() []string {
	return append([]string{"受理", "受理（简易程序）", "视为受理", "视为受理（简易程序）", "转为普通程序", "听取意见", "调查取证", "听证通知", "听证",
		"委员会咨询", "延长审理期限", "鉴定勘验", "鉴定勘验结束", "恢复", "重新审理"}, beside()...)
}

// beside are the steps that may be taken whether the case is suspended or not; they change nothing in that.
func beside() []string {
	return []string{"发送副本", "副本送达", "答复", "停止执行", "意见书送达（审理中）", "意见书反馈（审理中）", "期满未决定"}
}

// undecided are all steps at which an accepted case is not concluded.
func undecided() []string { return append(hearing(), suspended()...) }

// hearingSteps are those of the procedure (审理).
func hearingSteps(p Profile) []lifecycle.Step {
	steps := []lifecycle.Step{
		{
			Name: "转为普通程序", Doc: "不宜适用简易程序的，经行政复议机构的负责人批准转为普通程序", Roles: heads(),
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/simple/conversion", Basis: "行政复议法第五十五条",
				Doc: "适用简易程序审理的案件才能转为普通程序", Open: isSimple,
			}},
			Starts: []lifecycle.Clock{extending(in2023(decideLimit, p.Limits.conversion(), "第五十五条、第六十二条第一款"))},
		},
		{Name: "听取意见", Doc: "当面或者通过互联网、电话等方式听取当事人的意见，记录在案（第四十九条）"},
		{Name: "调查取证", Doc: "向有关单位和个人调查取证（第四十五条）"},
		{Name: "听证通知", Doc: "书面通知当事人听证的时间、地点和拟听证事项，举行听证的五个工作日之前（第五十一条第一款）"},
		{Name: "听证", Doc: "举行听证"},
		{Name: "委员会咨询", Doc: "提请行政复议委员会提出咨询意见，记录意见（第五十二条）"},
		{
			Name: "延长审理期限", Doc: "情况复杂的，经行政复议机构的负责人批准延长，书面告知当事人；可以分次，合计不超过三十日", Roles: heads(),
			Gates: []lifecycle.Gate{
				{
					Code: "reconsideration/extension", Basis: "行政复议法第六十二条", Path: "/accepted",
					Doc: "延长应当在审理期限届满之前，合计最多三十日；适用简易程序的不得延长", Open: mayBeExtended,
				},
				{
					Code: "reconsideration/extension/approval", Basis: "行政复议法（2017年修正）第三十一条第一款", Until: oldLaw(),
					Doc:  "二〇二四年一月一日之前，延长由行政复议机关的负责人批准",
					Open: func(_ lifecycle.State, m lifecycle.Move) bool { return m.Role != bodyHead },
				},
			},
			Starts: []lifecycle.Clock{
				when(extending(in2023(decideLimit, extension(), "第六十二条第一款"+extended)), isFirstExtension),
				when(extending(in2017(decideLimit, extension(), "第三十一条第一款"+extended)), isFirstExtension),
			},
		},
		{
			Name: "鉴定勘验", Doc: "鉴定、现场勘验所用时间不计入审理期限（行政复议法实施条例第三十四条第三款、第三十七条）",
			Pauses: true, Only: []string{decideLimit},
		},
		{
			Name: "鉴定勘验结束", Doc: "鉴定、现场勘验结束，审理期限继续计算", Resumes: true, Only: []string{decideLimit},
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/appraisal/open", Basis: "行政复议法实施条例第三十四条第三款、第三十七条",
				Doc: "没有进行鉴定、现场勘验的，不能结束；中止的应当恢复", Open: standsStillBy("鉴定勘验"),
			}},
		},
	}
	for i := range steps {
		steps[i].After = hearing()
		if !steps[i].Resumes {
			steps[i].Gates = append(steps[i].Gates, goesOn())
		}
	}
	return slices.Concat(besideSteps(), steps)
}

// besideSteps are those that may be taken while the case is suspended, too.
func besideSteps() []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "发送副本", Doc: "把申请书副本或者申请笔录复印件发送被申请人", After: undecided(), Stops: []string{sendLimit}},
		{
			Name: "副本送达", Doc: "被申请人收到申请书副本或者申请笔录复印件", After: undecided(), Late: true,
			Starts: []lifecycle.Clock{
				when(in2023(replyLimit, workdays(5), "第五十四条第一款"), isSimple),
				in2023(replyLimit, workdays(10), "第四十八条"), in2017(replyLimit, days(10), "第二十三条第一款"),
			},
			Stops: []string{sendLimit},
		},
		{Name: "答复", Doc: "被申请人提出书面答复，提交证据、依据", After: undecided(), Stops: []string{replyLimit}},
		{Name: "停止执行", Doc: "行政行为停止执行（第四十二条）", After: undecided()},
		adviceSent("意见书送达（审理中）", undecided()),
		{Name: "意见书反馈（审理中）", Doc: "有关机关在审结之前报送纠正情况", After: undecided(), Stops: []string{adviceLimit}},
		undecidedInTime(),
	}
}

// undecidedInTime is the end of the limit without a decision, from which the applicant may sue; the case is decided all the same.
func undecidedInTime() lifecycle.Step {
	return lifecycle.Step{
		Name: "期满未决定", Doc: "审理期限届满，没有作出决定；日期为届满之日，申请人可以自该日起起诉", After: undecided(), Late: true,
		Gates: []lifecycle.Gate{{
			Code: "reconsideration/undecided/on-expiry", Basis: "行政诉讼法第四十五条", Path: "/concluded",
			Doc: "审理期限届满之日没有作出决定的，才能记为期满未决定", Open: isLastDay(decideLimit),
		}},
		Starts: []lifecycle.Clock{{Name: sueLimit, Span: days(15), Basis: "行政诉讼法第四十五条", Rule: suitRule, From: suitsFrom()}},
	}
}

// bodyHead is the head of the reconsideration body (行政复议机构的负责人).
const bodyHead = "复议机构负责人"

// heads are those who may approve what the head of the body approves; until 2023 the head of the authority did
// (行政复议机关的负责人).
func heads() []string { return []string{bodyHead, "复议机关负责人"} }
