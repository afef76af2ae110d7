package mediation

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// Flow returns the way of a dispute: 移送 and 接收 or 拒收, 受理, 告知, 调解, 达成协议 and 协议生效, 反馈, 申请司法确认, 履行, 回访, or
// 调解不成 and 退回.
//
// Disputes are settled within a month as a rule (一般); medical ones within thirty working days, without the days of an
// appraisal (医疗纠纷预防和处理条例第三十八条). In other disputes an appraisal stops no limit. What a court hands on has a limit of
// its own besides, from the day on which its material was signed for (最高人民法院关于人民法院特邀调解的规定第二十七条): that of 签收材料, or
// of 接收 if there is none. What a court entrusts during a suit (诉中委托) has no clock here, because the ledger does not know its
// procedure, and none for judicial confirmation, because the court closes the suit itself (第二十条). A longer time
// on which the parties agree has no clock, because the law does not say how long it is. An agreement that a court does not confirm
// may be changed by mediation (民事诉讼法第二百零六条).
//
// The steps are those of every Record. A flow with the gates that only a dispute in full can answer is in package dispute.
func Flow(p Profile) lifecycle.Flow {
	return lifecycle.Flow{
		Kind: Kind, Name: "人民调解案件办理流程",
		Steps: slices.Concat(referralSteps(p), mediationSteps(p), failureSteps(), agreementSteps(), courtSteps(), endSteps()),
	}
}

// The names of clocks, which Stops and registers call them by.
const (
	usualLimit    = "一般调解期限"
	medicalLimit  = "调解期限"
	assignedLimit = "委派调解期限"
	answerLimit   = "移送答复期限"
	feedbackLimit = "结果反馈期限"
	confirmLimit  = "申请司法确认期限"
	reviewLimit   = "司法确认审查期限"
	executeLimit  = "申请执行期限"
)

// dayRule is how days and months are counted. The 民法总则 and the 民法通则 counted alike.
const dayRule = "民法典第二百零一条至第二百零三条（2021年之前依民法总则、民法通则的相应规定）"

// suitRule is how limits of civil procedure are counted.
const suitRule = "民事诉讼法第八十五条（2022年之前为第八十二条）"

// courtRule is the article on limits of what courts hand on.
const courtRule = "最高人民法院关于人民法院特邀调解的规定第二十七条"

// medicalFrom is the first day of the 医疗纠纷预防和处理条例, lawFrom of the 人民调解法, courtFrom of the rule on invited mediation.
func medicalFrom() fazhi.Date { return fazhi.DateOf(2018, 10, 1) }
func lawFrom() fazhi.Date     { return fazhi.DateOf(2011, 1, 1) }
func courtFrom() fazhi.Date   { return fazhi.DateOf(2016, 7, 1) }

// suitFrom is the first day of the text of 民事诉讼法 that has confirmation by courts (司法确认).
func suitFrom() fazhi.Date { return fazhi.DateOf(2013, 1, 1) }

// limits are the clocks of mediation itself.
func limits() []string { return []string{usualLimit, medicalLimit, assignedLimit} }

// going are the steps after which the parties may agree.
func going() []string {
	return []string{"受理", "告知", "调解", "鉴定结束", "约定延长", "激化报告"}
}

// open are the steps during which mediation may end without an agreement.
func open() []string { return append(going(), "鉴定", "达成协议") }

// effective are the steps after an agreement took effect.
func effective() []string {
	return []string{"协议生效", "反馈", "申请司法确认", "法院立案", "司法确认有效", "驳回司法确认", "撤回司法确认", "履行", "履行期限届满", "申请执行", "回访"}
}

// referralSteps come before acceptance when another body hands a dispute on.
func referralSteps(p Profile) []lifecycle.Step {
	return []lifecycle.Step{
		{
			Name: "移送", Doc: "人民法院、公安机关、信访部门、热线或者其他单位移交、委派、委托纠纷", First: true, After: []string{"拒收", "退回"},
			Starts: []lifecycle.Clock{{Name: answerLimit, Span: p.Answer, Basis: p.ReferralRule(), Rule: dayRule}},
		},
		{
			Name: "签收材料", Doc: "签字接收人民法院移交的材料；与接收同日的，不必另记", After: []string{"移送", "接收"}, Late: true,
			Starts: []lifecycle.Clock{assignedClock(func(lifecycle.State) bool { return true })},
		},
		{
			Name: "接收", Doc: "同意办理移送的纠纷；没有另记签收材料的，当日签收", After: []string{"移送", "签收材料"}, Stops: []string{answerLimit},
			Starts: []lifecycle.Clock{
				assignedClock(func(s lifecycle.State) bool { return s.Step != "签收材料" }),
				{Name: feedbackLimit, Span: p.Feedback, Basis: p.ReferralRule(), Rule: dayRule},
			},
		},
		{Name: "拒收", Doc: "说明理由，不接收移送的纠纷", After: []string{"移送", "签收材料"}, Stops: []string{answerLimit, assignedLimit}},
	}
}

// assignedClock is that of what a court assigns before it files a case (诉前委派). What it entrusts afterwards (诉中委托) has fifteen
// days or seven, by its procedure, which the ledger does not know.
func assignedClock(signed func(lifecycle.State) bool) lifecycle.Clock {
	return lifecycle.Clock{
		Name: assignedLimit, Span: workday.Span{N: 30, Unit: workday.CalendarDays}, Basis: courtRule, Rule: suitRule, From: courtFrom(),
		When: lifecycle.For(func(s lifecycle.State, _ lifecycle.Move, r Record) bool {
			return r.Ledger().Source == "法院诉前委派" && signed(s)
		}),
	}
}

func mediationSteps(p Profile) []lifecycle.Step {
	return []lifecycle.Step{
		{
			Name: "受理", Doc: "受理当事人的申请、移送的纠纷，或者主动调解", First: true, After: []string{"接收", "签收材料"},
			Starts: []lifecycle.Clock{
				{
					Name: medicalLimit, Span: workday.Span{N: 30, Unit: workday.WorkingDays}, Basis: "医疗纠纷预防和处理条例第三十八条",
					From: medicalFrom(), When: lifecycle.For(isMedical),
				},
				{
					Name: usualLimit, Span: p.limit(), Basis: p.term(), Rule: dayRule,
					When: lifecycle.For(isUsual),
				},
			},
		},
		{Name: "告知", Doc: "告知当事人在调解中的权利和义务", After: []string{"受理"}},
		{Name: "调解", Doc: "主持调解，记录调解情况；协议没有生效或者没有得到确认的，再次调解", After: append(open(), "驳回司法确认")},
		{Name: "激化报告", Doc: "纠纷有可能引起治安案件、刑事案件的，及时向公安机关或者其他有关部门报告", After: going()},
		{
			Name: "鉴定", Doc: "鉴定；医疗损害鉴定的时间不计入调解期限", After: going(), Pauses: true, Only: []string{medicalLimit},
		},
		{Name: "鉴定结束", Doc: "收到鉴定意见；医疗纠纷的调解期限继续计算", After: []string{"鉴定", "调解", "激化报告"}, Resumes: true, Only: []string{medicalLimit}},
		{Name: "约定延长", Doc: "与各方当事人约定延长调解期限", After: going(), Stops: limits()},
		{Name: "达成协议", Doc: "各方当事人达成调解协议", After: append(going(), "鉴定"), Stops: limits()},
	}
}

// failureSteps are those of mediation that ends without an agreement.
func failureSteps() []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "调解不成", Doc: "终止调解，告知当事人仲裁、行政、司法等途径", After: append(open(), "驳回司法确认"), Stops: limits()},
		{Name: "终止", Doc: "当事人要求终止，或者纠纷不应当由人民调解委员会调解", After: open(), Stops: limits()},
		{Name: "退回", Doc: "将没有调解成功的结果告知移送单位，退回材料；法院委派、委托的，书面报告法院", After: []string{"调解不成", "终止"}, Stops: []string{feedbackLimit}},
	}
}

func agreementSteps() []lifecycle.Step {
	return []lifecycle.Step{
		{
			Name: "协议生效", Doc: "协议书签名盖章齐全之日，或者达成口头协议之日", After: []string{"达成协议"},
			Gates: []lifecycle.Gate{
				{
					Code: "mediation/agreement/effect", Basis: "人民调解法第二十九条第二款", From: lawFrom(), Path: "/sealed",
					Doc:  "调解协议书自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效",
					Open: lifecycle.For(isEffective),
				},
				{
					Code: "mediation/agreement/written", Basis: "医疗纠纷预防和处理条例第三十九条第一款", From: medicalFrom(), Path: "/form",
					Doc: "医疗纠纷经调解达成一致的，应当制作调解协议书",
					Open: lifecycle.For(func(s lifecycle.State, m lifecycle.Move, r Record) bool {
						c := r.Ledger()
						earlier := !c.Accepted.IsZero() && c.Accepted.Before(medicalFrom())
						return !isMedical(s, m, r) || earlier || c.Form != "口头"
					}),
				},
			},
			Starts: []lifecycle.Clock{{
				Name: confirmLimit, Span: workday.Span{N: 30, Unit: workday.CalendarDays}, From: lawFrom(),
				Basis: "人民调解法第三十三条第一款", Rule: suitRule, When: lifecycle.For(mayConfirm),
			}},
		},
		{Name: "反馈", Doc: "将调解结果告知移送单位；法院诉前委派的，协议交法院备案，法院诉中委托的，协议交法院审查结案", After: effective(), Stops: []string{feedbackLimit}},
	}
}

// courtSteps are those of a court that confirms (司法确认).
func courtSteps() []lifecycle.Step {
	asked := []string{"申请司法确认", "法院立案", "反馈", "履行", "履行期限届满", "回访"}
	return []lifecycle.Step{
		{Name: "申请司法确认", Doc: "双方当事人共同向人民法院申请司法确认", After: effective(), Stops: []string{confirmLimit}},
		{
			Name: "法院立案", Doc: "人民法院受理司法确认申请", After: []string{"申请司法确认", "反馈", "履行", "回访"},
			Starts: []lifecycle.Clock{{
				Name: reviewLimit, Span: workday.Span{N: 30, Unit: workday.CalendarDays}, Basis: "民事诉讼法第一百八十七条（2022年之前为第一百八十条）",
				Rule: suitRule, From: suitFrom(),
			}},
		},
		{Name: "司法确认有效", Doc: "人民法院裁定调解协议有效", After: asked, Stops: []string{reviewLimit}},
		{Name: "驳回司法确认", Doc: "人民法院裁定驳回申请，可以通过调解变更协议或者达成新的协议", After: asked, Stops: []string{reviewLimit}},
		{Name: "撤回司法确认", Doc: "裁定作出前，人民法院准许撤回申请或者按撤回申请处理", After: asked, Stops: []string{reviewLimit}},
	}
}

// endSteps are those of performance, and of the file.
func endSteps() []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "履行", Doc: "当事人履行协议", After: effective()},
		{
			Name: "履行期限届满", Doc: "协议约定的履行期限的最后一日；分期履行的，为最后一期的最后一日", After: effective(),
			Starts: []lifecycle.Clock{{
				Name: executeLimit, Span: workday.Span{N: 2, Unit: workday.Years}, Basis: "民事诉讼法第二百五十条（2024年之前为第二百四十六条，2022年之前为第二百三十九条）",
				Rule: suitRule, From: suitFrom(),
			}},
		},
		{
			Name: "申请执行", Doc: "一方当事人拒绝履行或者没有全部履行，对方当事人向人民法院申请强制执行", After: effective(), Stops: []string{executeLimit},
			Gates: []lifecycle.Gate{{
				Code: "mediation/execution/confirmed", Basis: "人民调解法第三十三条第二款", From: lawFrom(), Path: "/confirmation",
				Doc: "经人民法院确认有效的调解协议，才能申请强制执行",
				Open: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, r Record) bool {
					return r.Ledger().Confirmation == "确认有效"
				}),
			}},
		},
		{Name: "回访", Doc: "了解协议履行情况，督促履行", After: effective()},
		{
			Name: "归档", Doc: "调解登记、调解工作记录、调解协议书等材料立卷归档", After: append([]string{"拒收", "调解不成", "终止", "退回"}, effective()...), Final: true,
		},
	}
}

func isMedical(_ lifecycle.State, _ lifecycle.Move, r Record) bool {
	return r.Ledger().Sort == "医疗"
}

// isUsual leaves out the disputes that have a limit of their own.
func isUsual(s lifecycle.State, m lifecycle.Move, r Record) bool {
	return !isMedical(s, m, r) || m.On.Before(medicalFrom())
}

// isEffective asks a written agreement for signatures and seal; an oral one has effect at once (第三十条).
func isEffective(_ lifecycle.State, _ lifecycle.Move, r Record) bool {
	c := r.Ledger()
	return c.Form == "口头" || c.Form == "书面" && c.Sealed
}

// mayConfirm leaves out what a court entrusted after it had filed the case: the court examines such an agreement itself and closes
// the case (最高人民法院关于人民法院特邀调解的规定第二十条).
func mayConfirm(_ lifecycle.State, _ lifecycle.Move, r Record) bool {
	return r.Ledger().Source != "法院诉中委托"
}
