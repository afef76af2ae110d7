package rubric

import (
	"fmt"
	"slices"
)

// A Role is what an item does to the score. The zero value earns.
type Role uint8

// The roles.
const (
	Earns   Role = iota // 得分项: its points are part of what can be reached
	Deducts             // 扣分项: what it loses is taken from the score
	Adds                // 加分项: what it has is added, and is no part of what can be reached
)

// An Effect is what a veto does. The zero value, VetoNoted, does nothing to the score: the result says that there is one.
type Effect uint8

// The effects of a veto.
const (
	VetoNoted  Effect = iota // 仅作提示
	VetoZero                 // 记零分; what is less stays
	VetoFail                 // 定为最低等次，不计分
	VetoCap                  // 等次不高于某一等次，照常计分
	VetoDeduct               // 每项扣若干分
)

// words are the English names of a closed set, as JSON has them, and the Chinese ones, as people read them.
type words struct {
	what          string
	names, titles []string
}

func roleWords() words {
	return words{"项目性质", []string{"earn", "deduct", "bonus"}, []string{"得分", "扣分", "加分"}}
}

func effectWords() words {
	return words{"否决后果", []string{"note", "zero", "fail", "cap", "deduct"}, []string{"仅提示", "记零分", "最低等次", "限制等次", "扣分"}}
}

func (w words) title(n uint8) string {
	if int(n) >= len(w.titles) {
		return fmt.Sprintf("未知的%s %d", w.what, n)
	}
	return w.titles[n]
}

func (w words) marshal(n uint8) ([]byte, error) {
	if int(n) >= len(w.names) {
		return nil, fmt.Errorf("rubric: 未知的%s %d", w.what, n)
	}
	return []byte(w.names[n]), nil
}

// parse reads either name.
func (w words) parse(text []byte) (uint8, error) {
	for _, list := range [][]string{w.names, w.titles} {
		if n := slices.Index(list, string(text)); n >= 0 {
			return uint8(n), nil
		}
	}
	return 0, fmt.Errorf("rubric: 未知的%s %q", w.what, text)
}

// Roles returns the Chinese names of the roles, in the order of the constants.
func Roles() []string { return roleWords().titles }

// Effects returns the Chinese names of the effects of a veto, in the order of the constants.
func Effects() []string { return effectWords().titles }

// String returns the Chinese name: "扣分".
func (r Role) String() string { return roleWords().title(uint8(r)) }

// MarshalText writes the English name, "deduct".
func (r Role) MarshalText() ([]byte, error) { return roleWords().marshal(uint8(r)) }

// UnmarshalText reads the English or the Chinese name.
func (r *Role) UnmarshalText(text []byte) error {
	n, err := roleWords().parse(text)
	*r = Role(n)
	return err
}

// String returns the Chinese name: "记零分".
func (e Effect) String() string { return effectWords().title(uint8(e)) }

// MarshalText writes the English name, "zero".
func (e Effect) MarshalText() ([]byte, error) { return effectWords().marshal(uint8(e)) }

// UnmarshalText reads the English or the Chinese name.
func (e *Effect) UnmarshalText(text []byte) error {
	n, err := effectWords().parse(text)
	*e = Effect(n)
	return err
}
