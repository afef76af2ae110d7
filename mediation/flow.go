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
// appraisal (医疗纠纷预防和处理条例第三十八条). A longer time on which the parties agree has no clock, because the law does
// not say how long it is.
func Flow(p Profile) lifecycle.Flow {
	return lifecycle.Flow{Kind: Kind, Name: "人民调解案件办理流程", Steps: slices.Concat(mediationSteps(p), agreementSteps())}
}

const (
	termLimit    = "调解期限"
	confirmLimit = "申请司法确认期限"
)

// calendarRule is the article on counting in days and months.
const calendarRule = "民法典第二百零一条至第二百零三条"

func mediationSteps(p Profile) []lifecycle.Step {
	going := []string{"受理", "调解", "鉴定结束", "约定延长"}
	open := []string{"受理", "调解", "鉴定", "鉴定结束", "约定延长", "达成协议"}
	return []lifecycle.Step{
		{
			Name: "受理", Doc: "受理当事人的申请、移送的纠纷，或者主动调解", First: true,
			Starts: []lifecycle.Clock{
				{
					Name: termLimit, Span: workday.Span{N: 30, Unit: workday.WorkingDays}, Basis: "医疗纠纷预防和处理条例第三十八条",
					From: fazhi.DateOf(2018, 10, 1), When: lifecycle.For(isMedical),
				},
				{
					Name: termLimit, Span: workday.Span{N: 1, Unit: workday.Months}, Basis: p.term(), Rule: calendarRule,
					When: lifecycle.For(isOrdinary),
				},
			},
		},
		{Name: "调解", Doc: "主持调解，记录调解情况", After: going},
		{
			Name: "鉴定", Doc: "医疗损害鉴定，时间不计入调解期限", After: going, Pauses: true, Only: []string{termLimit},
			Gates: []lifecycle.Gate{{
				Code: "mediation/appraisal/medical", Basis: "医疗纠纷预防和处理条例第三十八条", Path: "/sort",
				Doc: "只有医疗纠纷的鉴定时间不计入调解期限", Open: lifecycle.For(isMedical),
			}},
		},
		{Name: "鉴定结束", Doc: "收到鉴定意见，调解期限继续计算", After: []string{"鉴定"}, Resumes: true, Only: []string{termLimit}},
		{Name: "约定延长", Doc: "与各方当事人约定延长调解期限", After: going, Stops: []string{termLimit}},
		{Name: "达成协议", Doc: "各方当事人达成调解协议", After: going, Stops: []string{termLimit}},
		{Name: "调解不成", Doc: "终止调解，告知当事人仲裁、行政、司法等途径", After: open, Final: true},
		{Name: "终止", Doc: "当事人要求终止，或者纠纷不应当由人民调解委员会调解", After: open, Final: true},
	}
}

func agreementSteps() []lifecycle.Step {
	effective := []string{"协议生效", "申请司法确认", "履行", "回访"}
	return []lifecycle.Step{
		{
			Name: "协议生效", Doc: "协议书签名盖章齐全之日，或者达成口头协议之日", After: []string{"达成协议"},
			Gates: []lifecycle.Gate{{
				Code: "mediation/agreement/effect", Basis: "人民调解法第二十九条第二款", From: fazhi.DateOf(2011, 1, 1), Path: "/sealed",
				Doc:  "调解协议书自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效",
				Open: lifecycle.For(isEffective),
			}},
			Starts: []lifecycle.Clock{{
				Name: confirmLimit, Span: workday.Span{N: 30, Unit: workday.CalendarDays}, Basis: "人民调解法第三十三条第一款",
				Rule: calendarRule, From: fazhi.DateOf(2011, 1, 1),
			}},
		},
		{Name: "申请司法确认", Doc: "双方当事人共同向人民法院申请司法确认", After: effective, Stops: []string{confirmLimit}},
		{Name: "履行", Doc: "当事人履行协议", After: effective},
		{Name: "回访", Doc: "了解协议履行情况，督促履行", After: effective},
		{Name: "归档", Doc: "调解登记、调解工作记录、调解协议书等材料立卷归档", After: effective, Final: true},
	}
}

func isMedical(_ lifecycle.State, _ lifecycle.Move, c *Case) bool { return c.Sort == "医疗" }

func isOrdinary(s lifecycle.State, m lifecycle.Move, c *Case) bool { return !isMedical(s, m, c) }

// isEffective asks a written agreement for signatures and seal; an oral one has effect at once (第三十条).
func isEffective(_ lifecycle.State, _ lifecycle.Move, c *Case) bool {
	return c.Form == "口头" || c.Form == "书面" && c.Sealed
}
