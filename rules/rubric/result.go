package rubric

import (
	"encoding/json"
	"fmt"

	"github.com/fazhi-go/fazhi"
)

// A Verdict says how a document stands to an item. The zero value, NotJudged, is the safe one: nobody has looked.
type Verdict uint8

// The verdicts.
const (
	NotJudged     Verdict = iota // 未评: stays in what can be reached, earns nothing
	Met                          // 合格: earns all points of the item
	NotMet                       // 不合格: earns less than all
	NotApplicable                // 不适用: counts neither in what is earned nor in what can be reached
)

var verdictNames = [...]string{"not-judged", "met", "not-met", "not-applicable"}

var verdictTitles = [...]string{"未评", "合格", "不合格", "不适用"}

// String returns the Chinese name of the verdict: "合格".
func (v Verdict) String() string {
	if int(v) >= len(verdictTitles) {
		return fmt.Sprintf("Verdict(%d)", uint8(v))
	}
	return verdictTitles[v]
}

// MarshalText writes the English name, "not-met".
func (v Verdict) MarshalText() ([]byte, error) {
	if int(v) >= len(verdictNames) {
		return nil, fmt.Errorf("rubric: 未知的评定 %d", uint8(v))
	}
	return []byte(verdictNames[v]), nil
}

// UnmarshalText reads the English or the Chinese name.
func (v *Verdict) UnmarshalText(text []byte) error {
	for i := range verdictNames {
		if string(text) == verdictNames[i] || string(text) == verdictTitles[i] {
			*v = Verdict(i)
			return nil
		}
	}
	return fmt.Errorf("rubric: 未知的评定 %q", text)
}

// A Mark is the verdict on one item, with the points that the document keeps. Times is how many faults there are, for items
// of which each takes some points; zero: not said. Reason says why in words that hold no value of the document; Paths are
// the places that were looked at.
type Mark struct {
	Item    string       `json:"item"`
	Verdict Verdict      `json:"verdict"`
	Points  Points       `json:"points"`
	Times   int          `json:"times,omitempty"`
	Reason  string       `json:"reason,omitempty"`
	Paths   []fazhi.Path `json:"paths"`
}

// MarshalJSON writes no paths as [], never as null.
func (m Mark) MarshalJSON() ([]byte, error) {
	type plain Mark
	m.Paths = list(m.Paths)
	return json.Marshal(plain(m))
}

// A Result is a document's score (得分) by one rubric. Rubric, Version and Digest name exactly the rules that scored. Got
// is the sum of the points earned, Of the sum of those of all earning items that apply, Open the number of items that nobody has
// judged: a result with open items is not final. Vetoed says that an item with a veto was not met; Got is not changed by
// it. What score and grade follow, a Formula says.
type Result struct {
	Rubric  string `json:"rubric"`
	Version string `json:"version"`
	Digest  Digest `json:"digest"`
	Marks   []Mark `json:"marks"`
	Got     Points `json:"got"`
	Of      Points `json:"of"`
	Open    int    `json:"open"`
	Vetoed  bool   `json:"vetoed"`
}

// MarshalJSON writes no marks as [], never as null.
func (r Result) MarshalJSON() ([]byte, error) {
	type plain Result
	r.Marks = list(r.Marks)
	return json.Marshal(plain(r))
}
