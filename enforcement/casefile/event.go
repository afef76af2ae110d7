package casefile

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
)

// An Event is something in a case that has a day (程序节点).
type Event uint8

// The events, in the order in which a file usually has them.
const (
	ActEnded Event = iota
	Applied
	CorrectionTold
	Accepted
	Found
	Filed
	Inspected
	Preserved
	PreservationHandled
	Seized
	SeizureExtended
	SeizureReleased
	Frozen
	FreezeServed
	FreezeExtended
	FreezeReleased
	OrderedToCorrect
	Investigated
	LegalReviewed
	Informed
	Pleaded
	PleaAnswered
	HearingRequested
	HearingNoticed
	Heard
	Discussed
	Extended
	Decided
	Served
	FineCollected
	FineHandedIn
	FineBanked
	Published
	Changed
	Withdrawn
	Due
	DeferralEnded
	SuitExpired
	Urged
	EnforcementDecided
	CourtApplied
	Closed
	Archived
	events // how many there are
)

// node is what is known of an event.
type node struct{ key, name, doc string }

// nodes are the events by their constants: the key of JSON, the Chinese name of columns and fields, what day is meant.
func nodes() [events]node {
	return [...]node{
		ActEnded:            {"actEnded", "违法行为终了日期", "连续或者继续的，从终了之日"},
		Applied:             {"applied", "申请日期", "收到许可申请之日"},
		CorrectionTold:      {"correctionTold", "补正告知日期", "一次告知需要补正的全部内容之日"},
		Accepted:            {"accepted", "受理日期", "受理许可申请之日"},
		Found:               {"found", "发现日期", "发现违法线索之日"},
		Filed:               {"filed", "立案日期", ""},
		Inspected:           {"inspected", "现场检查日期", "第一次检查之日"},
		Preserved:           {"preserved", "先行登记保存日期", ""},
		PreservationHandled: {"preservationHandled", "先行登记保存处理日期", "作出处理决定之日"},
		Seized:              {"seized", "查封扣押日期", "决定之日"},
		SeizureExtended:     {"seizureExtended", "延长查封扣押日期", "负责人批准延长之日"},
		SeizureReleased:     {"seizureReleased", "查封扣押处理日期", "解除或者作出其他处理决定之日"},
		Frozen:              {"frozen", "冻结日期", "实施冻结之日"},
		FreezeServed:        {"freezeServed", "冻结决定交付日期", "向当事人交付冻结决定书之日"},
		FreezeExtended:      {"freezeExtended", "延长冻结日期", "负责人批准延长之日"},
		FreezeReleased:      {"freezeReleased", "冻结处理日期", "解除或者作出处理决定之日"},
		OrderedToCorrect:    {"orderedToCorrect", "责令改正日期", ""},
		Investigated:        {"investigated", "调查终结日期", ""},
		LegalReviewed:       {"legalReviewed", "法制审核日期", "审核通过之日"},
		Informed:            {"informed", "告知日期", "处罚或者许可事先告知书送达之日"},
		Pleaded:             {"pleaded", "陈述申辩日期", ""},
		PleaAnswered:        {"pleaAnswered", "申辩复核日期", ""},
		HearingRequested:    {"hearingRequested", "听证要求日期", ""},
		HearingNoticed:      {"hearingNoticed", "听证通知日期", "通知当事人和有关人员之日"},
		Heard:               {"heard", "听证日期", "举行之日"},
		Discussed:           {"discussed", "集体讨论日期", ""},
		Extended:            {"extended", "延期批准日期", "批准延长办理期限之日"},
		Decided:             {"decided", "决定日期", ""},
		Served:              {"served", "送达日期", "决定书或者许可证件送达之日"},
		FineCollected:       {"fineCollected", "当场收缴罚款日期", "在水上当场收缴的，为抵岸之日"},
		FineHandedIn:        {"fineHandedIn", "罚款交至机关日期", ""},
		FineBanked:          {"fineBanked", "罚款缴付银行日期", ""},
		Published:           {"published", "公开日期", "决定向社会公开之日"},
		Changed:             {"changed", "决定改变日期", "公开的决定被变更、撤销、确认违法或者确认无效之日"},
		Withdrawn:           {"withdrawn", "撤回公开日期", "撤回信息并公开说明理由之日"},
		Due:                 {"due", "履行期限届满日期", "决定书载明的履行期限的最后一日"},
		DeferralEnded:       {"deferralEnded", "暂缓分期届满日期", "批准暂缓或者分期缴纳罚款的期限的最后一日"},
		SuitExpired:         {"suitExpired", "复议、诉讼期限届满日期", "申请行政复议、提起行政诉讼的法定期限的最后一日"},
		Urged:               {"urged", "催告日期", "催告书送达之日"},
		EnforcementDecided:  {"enforcementDecided", "强制执行决定日期", ""},
		CourtApplied:        {"courtApplied", "申请法院执行日期", ""},
		Closed:              {"closed", "结案日期", ""},
		Archived:            {"archived", "归档日期", ""},
	}
}

// String returns the Chinese name: "立案日期".
func (e Event) String() string {
	if e >= events {
		return fmt.Sprintf("Event(%d)", uint8(e))
	}
	return nodes()[e].name
}

// Path returns the place of the event's day in a file: "/dates/filed".
func (e Event) Path() fazhi.Path {
	if e >= events {
		return ""
	}
	return fazhi.At("dates", nodes()[e].key)
}

// Dates are the days of a file's events; a zero Date means that the file does not say. JSON has an object of the days that
// are there.
type Dates [events]fazhi.Date

// MarshalJSON writes the days in the order of the events.
func (d Dates) MarshalJSON() ([]byte, error) {
	return object(func(put func(key string, value any)) {
		for i, n := range nodes() {
			if !d[i].IsZero() {
				put(n.key, d[i])
			}
		}
	})
}

// UnmarshalJSON reads what MarshalJSON wrote. A key that is no event is an error: it may be a day that somebody misspelt.
func (d *Dates) UnmarshalJSON(data []byte) error {
	var made Dates
	err := members("dates", data, func(take func(string, func(fazhi.Date))) {
		for i, n := range nodes() {
			take(n.key, func(day fazhi.Date) { made[i] = day })
		}
	})
	if err != nil {
		return err
	}
	*d = made
	return nil
}
