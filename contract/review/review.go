package review

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/strict"
)

// A Review is what people said about one contract: the answers, the findings that were set aside, and the decision. The zero value
// is a review that has not begun. It is kept as JSON: encoding/json writes it, ReadReview reads it.
type Review struct {
	Contract string     `json:"contract"` // number of the contract
	Answers  []Answer   `json:"answers,omitempty"`
	Aside    []SetAside `json:"aside,omitempty"`
	Decision Decision   `json:"decision,omitzero"`
}

// A SetAside is a finding that the reviewer looked at and does not share: a cue in the text that means something else, a warning
// that does not fit the case. It needs a reason, and takes away only the finding with this code at this path.
type SetAside struct {
	Code   fazhi.Code `json:"code"`
	Path   fazhi.Path `json:"path,omitempty"`
	Reason string     `json:"reason"`
}

// An Outcome is the opinion that a review ends with (审查意见), as the ledger has it.
type Outcome string

// The outcomes.
const (
	Pass        Outcome = "通过"
	PassChanged Outcome = "修改后通过"
	Refuse      Outcome = "不通过"
	OutOfScope  Outcome = "不属审查范围"
)

// Outcomes lists all outcomes, the first three from the mildest.
func Outcomes() []Outcome { return []Outcome{Pass, PassChanged, Refuse, OutOfScope} }

// A Decision is the reviewer's own (审查结论). The zero value means that nobody has decided. Role says in what capacity.
type Decision struct {
	Opinion Outcome    `json:"opinion,omitempty"`
	Reason  string     `json:"reason,omitempty"` // needed if it is milder than what was proposed; printed in the opinion
	Role    string     `json:"role,omitempty"`
	On      fazhi.Date `json:"on,omitzero"`
}

// ErrReview is returned, wrapped, for a text that is no review. The error repeats no value of it.
var ErrReview = errors.New("不是审查记录")

// mostEntries is how many answers a review has at most, and how many findings are set aside.
const mostEntries = 10_000

// ReadReview reads what encoding/json wrote of a Review: at most 16 MiB, 10,000 answers and as many findings set aside, no unknown
// member, none twice. Whether its words are among those that there are is what Matter.Issues says.
func ReadReview(data []byte) (*Review, error) {
	r, fault := strict.Read[Review](data)
	if fault != nil {
		return nil, fmt.Errorf("review: %w：%w", ErrReview, fault)
	}
	if max(len(r.Answers), len(r.Aside)) > mostEntries {
		return nil, fmt.Errorf("review: %w：答复或者不予采纳的审查发现超过 %d 项", ErrReview, mostEntries)
	}
	return r, nil
}
