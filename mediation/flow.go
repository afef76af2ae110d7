package mediation

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// Flow returns the way of a dispute: 受理, 调解, 达成协议 and 协议生效, 申请司法确认, 履行, 回访, or 调解不成.
//
// Disputes are settled within a month as a rule (一般); medical ones within thirty working days, without the days of an
// appraisal (医疗纠纷预防和处理条例第三十八条). In other disputes an appraisal stops no limit. A longer time on which the
// parties agree has no clock, because the law does not say how long it is. An agreement that a court does not confirm may be
// changed by mediation (民事诉讼法第二百零六条).
func Flow(p Profile) lifecycle.Flow {
	return lifecycle.Flow{Kind: Kind, Name: "人民调解案件办理流程", Steps: slices.Concat(mediationSteps(p), agreementSteps())}
}

const (
	usualLimit   = "一般调解期限"
	medicalLimit = "调解期限"
	confirmLimit = "申请司法确认期限"
)

// dayRule is how days and months are counted. The 民法总则 and the 民法通则 counted alike.
const dayRule = "民法典第二百零一条至第二百零三条（2021年之前依民法总则、民法通则的相应规定）"

// medicalFrom is the first day of the 医疗纠纷预防和处理条例, lawFrom of the 人民调解法.
func medicalFrom() fazhi.Date { return fazhi.DateOf(2018, 10, 1) }
func lawFrom() fazhi.Date     { return fazhi.DateOf(2011, 1, 1) }

func mediationSteps(p Profile) []lifecycle.Step {
	limits := []string{usualLimit, medicalLimit}
	going := []string{"受理", "调解", "鉴定结束", "约定延长"}
	open := append(going[:4:4], "鉴定", "达成协议")
	return []lifecycle.Step{
		{
			Name: "受理", Doc: "受理当事人的申请、移送的纠纷，或者主动调解", First: true,
			Starts: []lifecycle.Clock{
				{
					Name: medicalLimit, Span: workday.Span{N: 30, Unit: workday.WorkingDays}, Basis: "医疗纠纷预防和处理条例第三十八条",
					From: medicalFrom(), When: lifecycle.For(isMedical),
				},
				{
					Name: usualLimit, Span: workday.Span{N: 1, Unit: workday.Months}, Basis: p.term(), Rule: dayRule,
					When: lifecycle.For(isUsual),
				},
			},
		},
		{Name: "调解", Doc: "主持调解，记录调解情况；协议没有生效或者没有得到确认的，再次调解", After: append(open[:6:6], "驳回司法确认")},
		{
			Name: "鉴定", Doc: "鉴定；医疗损害鉴定的时间不计入调解期限", After: going, Pauses: true, Only: []string{medicalLimit},
		},
		{Name: "鉴定结束", Doc: "收到鉴定意见；医疗纠纷的调解期限继续计算", After: []string{"鉴定", "调解"}, Resumes: true, Only: []string{medicalLimit}},
		{Name: "约定延长", Doc: "与各方当事人约定延长调解期限", After: going, Stops: limits},
		{Name: "达成协议", Doc: "各方当事人达成调解协议", After: append(going[:4:4], "鉴定"), Stops: limits},
		{Name: "调解不成", Doc: "终止调解，告知当事人仲裁、行政、司法等途径", After: append(open[:6:6], "驳回司法确认"), Stops: limits},
		{Name: "终止", Doc: "当事人要求终止，或者纠纷不应当由人民调解委员会调解", After: open, Stops: limits},
	}
}

func agreementSteps() []lifecycle.Step {
	effective := []string{"协议生效", "申请司法确认", "司法确认有效", "驳回司法确认", "履行", "回访"}
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
					Open: lifecycle.For(func(s lifecycle.State, m lifecycle.Move, c *Case) bool {
						return !isMedical(s, m, c) || c.Form != "口头"
					}),
				},
			},
			Starts: []lifecycle.Clock{{
				Name: confirmLimit, Span: workday.Span{N: 30, Unit: workday.CalendarDays}, From: lawFrom(),
				Basis: "人民调解法第三十三条第一款、民事诉讼法第二百零五条", Rule: "民事诉讼法第八十五条",
			}},
		},
		{Name: "申请司法确认", Doc: "双方当事人共同向人民法院申请司法确认", After: effective, Stops: []string{confirmLimit}},
		{Name: "司法确认有效", Doc: "人民法院裁定调解协议有效", After: []string{"申请司法确认", "履行", "回访"}},
		{Name: "驳回司法确认", Doc: "人民法院裁定驳回申请，可以通过调解变更协议或者达成新的协议", After: []string{"申请司法确认", "履行", "回访"}},
		{Name: "履行", Doc: "当事人履行协议", After: effective},
		{Name: "回访", Doc: "了解协议履行情况，督促履行", After: effective},
		{
			Name: "归档", Doc: "调解登记、调解工作记录、调解协议书等材料立卷归档", After: append([]string{"调解不成", "终止"}, effective...), Final: true,
		},
	}
}

func isMedical(_ lifecycle.State, _ lifecycle.Move, c *Case) bool { return c.Sort == "医疗" }

// isUsual leaves out the disputes that have a limit of their own.
func isUsual(s lifecycle.State, m lifecycle.Move, c *Case) bool {
	return !isMedical(s, m, c) || m.On.Before(medicalFrom())
}

// isEffective asks a written agreement for signatures and seal; an oral one has effect at once (第三十条).
func isEffective(_ lifecycle.State, _ lifecycle.Move, c *Case) bool {
	return c.Form == "口头" || c.Form == "书面" && c.Sealed
}
