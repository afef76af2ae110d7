package audit

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/merkle"
)

// A Fault is one thing that is wrong with a book.
type Fault struct {
	Code    fazhi.Code `json:"code"`
	Seq     int64      `json:"seq"` // the entry, or the first of those that are missing
	Message string     `json:"message"`
}

// String returns one line for a person.
func (f Fault) String() string { return fmt.Sprintf("第%d条：%s [%s]", f.Seq, f.Message, f.Code) }

// The codes of faults.
const (
	Unreadable fazhi.Code = "register/audit/unreadable" // an entry is not in the form of entries
	Changed    fazhi.Code = "register/audit/changed"    // its sum is not that of its content
	Missing    fazhi.Code = "register/audit/missing"    // entries are not there
	Order      fazhi.Code = "register/audit/order"      // an entry stands where it does not belong
	Link       fazhi.Code = "register/audit/link"       // it does not follow on the one before
	Time       fazhi.Code = "register/audit/time"       // it is dated before the one before
	Number     fazhi.Code = "register/audit/number"     // a number is not the next of its series
	Counter    fazhi.Code = "register/audit/counter"    // the store's counter is not the last number given
	Head       fazhi.Code = "register/audit/head"       // the store's head is not the last entry
	Ended      fazhi.Code = "register/audit/ended"      // an entry of a document that is void
	Index      fazhi.Code = "register/audit/index"      // what the store keeps for finding entries is not what they say
	Checkpoint fazhi.Code = "register/audit/checkpoint" // the book is not the one that was certified
)

// A Result is what a verification found.
type Result struct {
	Organ   string          `json:"organ"`
	Hash    string          `json:"hash"`
	Entries int64           `json:"entries"` // that were read
	Head    register.Sum    `json:"head"`    // the sum of the last one
	Tree    merkle.TreeHead `json:"tree"`    // over the sums of all
	Numbers int64           `json:"numbers"` // that were given
	Known   int             `json:"known"`   // checkpoints with which the book agrees

	// Inspected says that the tables by which the store finds entries were compared too, see register.Inspector.
	Inspected bool `json:"inspected"`

	Faults []Fault `json:"faults"` // the first of them; never nil
	More   int64   `json:"more"`   // faults that are not listed
}

// Well reports whether nothing was found.
func (r *Result) Well() bool { return len(r.Faults) == 0 }
