package casefile

import (
	"fmt"
)

// A State says what came of one demand on a file. The zero value, Unexamined, means that nobody has looked.
type State uint8

// The states. Only Kept is good; NotApplicable leaves an item out; the others are no verdict on the case, but the demand is
// not shown to be kept.
const (
	Unexamined    State = iota // 未检查
	NotApplicable              // 不适用
	Kept                       // 符合
	Broken                     // 不符合
	NoDate                     // 缺日期: a day that is needed is not in the file
	NoRecord                   // 缺记载: a fact, number or amount that is needed is not in the file
	Incalculable               // 无法计算: a calendar year is not known or not settled, a pause has no end, or nobody says how long an extension is
)

var stateNames = [...]string{"未检查", "不适用", "符合", "不符合", "缺日期", "缺记载", "无法计算"}

// String returns the Chinese name: "符合".
func (s State) String() string {
	if int(s) >= len(stateNames) {
		return fmt.Sprintf("State(%d)", uint8(s))
	}
	return stateNames[s]
}

// MarshalText writes String; a state that does not exist is an error.
func (s State) MarshalText() ([]byte, error) {
	if int(s) >= len(stateNames) {
		return nil, fmt.Errorf("casefile: 没有第%d种状态", uint8(s))
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads what MarshalText wrote.
func (s *State) UnmarshalText(text []byte) error {
	for i, name := range stateNames {
		if string(text) == name {
			*s = State(i)
			return nil
		}
	}
	return fmt.Errorf("casefile: 没有这种状态，可用：%v", stateNames)
}

// stateOf is Kept or Broken.
func stateOf(kept bool) State {
	if kept {
		return Kept
	}
	return Broken
}

// answered is the state of a demand that an answer alone decides.
func answered(a, good Answer) State {
	if a == Unknown {
		return NoRecord
	}
	return stateOf(a == good)
}
