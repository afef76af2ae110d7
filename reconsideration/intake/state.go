package intake

import "github.com/fazhi-go/fazhi"

// A State says what came of a rule.
type State string

// The states of a condition or a duty are Kept to NotJudged; those of a question are Holds, HoldsNot, Open and NotJudged.
const (
	Kept          State = "符合"
	Broken        State = "不符合"
	Open          State = "未知"  // something is not said, or cannot be counted
	NotApplicable State = "不适用" // the case is none of those that the rule is for
	NotJudged     State = "不判断" // the text of the law that decides does not have the rule, or not here
	Holds         State = "是"
	HoldsNot      State = "否"
)

// A Group says what a rule is.
type Group string

// The groups.
const (
	Condition Group = "受理条件" // without it the application is not accepted
	Duty      Group = "办理要求" // of the parties and the organ, besides
	Question  Group = "程序选择" // 是 or 否
)

// A Finding is what came of one rule.
type Finding struct {
	Code    fazhi.Code `json:"code,omitempty"` // of the issue when it is broken; empty for a Question
	Group   Group      `json:"group"`
	Name    string     `json:"name"`
	State   State      `json:"state"`
	Basis   string     `json:"basis"`
	Path    fazhi.Path `json:"path,omitempty"` // the place that decides, where there is one
	Reasons []string   `json:"reasons,omitempty"`
	Asks    []Ask      `json:"asks,omitempty"` // what has to be known first
}

// A verdict is a finding before it has a name.
type verdict struct {
	state   State
	basis   string     // instead of the rule's
	path    fazhi.Path // instead of the rule's
	reasons []string
	asks    []Ask
	late    bool // broken because the application came late
}

func kept(reasons ...string) verdict   { return verdict{state: Kept, reasons: reasons} }
func broken(reasons ...string) verdict { return verdict{state: Broken, reasons: reasons} }
func idle(reasons ...string) verdict   { return verdict{state: NotApplicable, reasons: reasons} }
func open(asks ...Ask) verdict         { return verdict{state: Open, asks: asks} }

// both joins two verdicts: the worse state, with all that was said for it, and everything that is asked.
func both(a, b verdict) verdict {
	if rank(b.state) > rank(a.state) {
		a, b = b, a
	}
	if a.state == b.state {
		a.reasons = append(append([]string(nil), a.reasons...), b.reasons...)
	}
	a.asks = append(append([]Ask(nil), a.asks...), b.asks...)
	return a
}

func rank(s State) int {
	switch s {
	case Broken:
		return 3
	case Open:
		return 2
	case Kept:
		return 1
	}
	return 0
}
