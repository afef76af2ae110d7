package casecode

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A View is what anybody who scans a paper's QR code may see of a case (公开进度): stages, and on which days they began.
//
// It has no names, parties, cause, result, reasons, numbers or code, and no organ at all: in a county, the organ that was sued and
// the day are often enough to know a person (个人信息保护法第七十三条: 匿名化). Every word in it is from a closed list. Days stay,
// since progress is what it is for; who finds even those too much sets them to zero.
//
// That two people were served on two days, or that one came late, is not shown either: a state that goes on is written once.
type View struct {
	Steps []PublicStep `json:"steps"`
}

// A PublicStep says that a case came into a state on a day.
type PublicStep struct {
	On    fazhi.Date `json:"on,omitzero"`
	Stage Stage      `json:"stage"`
	State string     `json:"state"`
}

// Words say which steps the public sees, and by which word: by stage and step. What is not in them is not shown.
type Words map[Stage]map[string]string

// states of the public view.
const (
	received   = "已收到"
	supplement = "补正材料"
	pending    = "办理中"
	suspended  = "中止"
	extended   = "延长期限"
	closed     = "已办结"
	served     = "已送达"
	filed      = "已归档"
	void       = "已作废"
)

// DefaultWords returns the words for the steps of reconsideration.Flow, reconsideration.SuitFlow and the flow of mediation, and for
// documents without a flow. How a case ended (决定、调解、终止、不予受理 …) is one word.
func DefaultWords() Words {
	suit := map[string]string{
		"收到应诉通知": pending, "判决送达": closed, "裁定送达": closed, "调解书送达": closed, "归档": filed,
	}
	plain := map[string]string{"登记": received}
	return Words{
		Reconsideration: {
			"收到": received, "通知补正": supplement, "补正": received, "受理": pending, "受理（简易程序）": pending, "视为受理": pending,
			"视为受理（简易程序）": pending, "责令受理": pending, "中止": suspended, "中止（参加人未确定）": suspended,
			"中止（附带审查，有权处理）": suspended, "中止（附带审查，无权处理）": suspended, "恢复": pending, "延长审理期限": extended,
			"决定": closed, "驳回申请": closed, "调解": closed, "终止": closed, "不予受理": closed, "视为放弃": closed, "转送": closed,
			"受理前撤回": closed, "重新审理": pending, "决定书送达": served, "终止决定书送达": served, "不予受理决定书送达": served, "归档": filed,
		},
		Mediation: {
			"登记": received, "受理": pending, "达成协议": closed, "调解不成": closed, "终止": closed, "归档": filed,
		},
		FirstInstance: suit, Appeal: suit, Retrial: suit,
		Review: plain, Enforcement: plain, Other: plain,
	}
}

// PublicView returns what the public may see of a course; with nil, in the DefaultWords. Whoever gives other words answers for
// them. Entries that put a document right, and reservations, are not shown.
func PublicView(c Course, words Words) View {
	if words == nil {
		words = DefaultWords()
	}
	v := View{Steps: []PublicStep{}}
	last := make(map[Stage]string)
	for _, s := range c.Steps {
		state := words.of(s)
		if state == "" || last[s.Stage] == state {
			continue
		}
		last[s.Stage] = state
		v.Steps = append(v.Steps, PublicStep{On: s.On, Stage: s.Stage, State: state})
	}
	return v
}

// of returns the word for a step, "" for one that is not shown.
func (w Words) of(s Step) string {
	switch s.Act {
	case register.Voided:
		return void
	case register.Added, register.Stepped:
		return w[s.Stage][s.Step]
	}
	return ""
}
