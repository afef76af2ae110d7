package review

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A Way is how the result of a file came about (定分方式).
type Way string

// The ways.
const (
	ByMean    Way = "均值"      // the two scores lie close together: their mean
	ByTalk    Way = "合议"      // item by item, until both agree
	ByThird   Way = "第三评查人评分" // the third opinion, as the policy says
	BySingle  Way = "单评"      // there is one opinion only, and the policy allows it
	ByRecheck Way = "复核"      // the department objected, and somebody scored again
	Undecided Way = "未定"      // something is missing: an opinion, a talk, an arbitration
)

// A Role is in which function somebody gives an opinion (评查角色).
type Role = string

// The roles.
const (
	Counsel    Role = "法律顾问"
	Empowering Role = "赋权部门"
	Third      Role = "第三评查人"
	Agreed     Role = "合议" // both sides together, item by item
	Rechecker  Role = "复核" // after an objection
)

// An Opinion is what one reviewer found in one file (评查意见). Unit is where the reviewer belongs, by which own files are
// known; those of the empowering department and of a re-checker must be there. Outcome may be left out: it follows from Result.
type Opinion struct {
	Reviewer string         `json:"reviewer"` // by number, never by name
	Role     Role           `json:"role"`     // 法律顾问, 赋权部门, 第三评查人
	Unit     string         `json:"unit,omitempty"`
	Result   rubric.Result  `json:"result"`
	Outcome  rubric.Outcome `json:"outcome"`
}

// covers reports whether there is an opinion that has a mark for every item.
func (o *Opinion) covers(r *rubric.Rubric) bool {
	return o != nil && len(o.Result.Marks) == len(r.Items)
}

// A Refusal is an opinion that does not count, and why (未予采纳的意见).
type Refusal struct {
	Opinion Opinion `json:"opinion"`
	Why     string  `json:"why"`
}

// A Fault is an item on which a file lost points in the end (问题).
type Fault struct {
	Item    string       `json:"item"`
	Name    string       `json:"name"`
	Group   string       `json:"group"`
	Stage   string       `json:"stage"`
	Basis   string       `json:"basis"`
	Veto    bool         `json:"veto"`
	Lost    rubric.Score `json:"lost"` // the mean of what the deciding opinions took; not scaled
	Reasons []string     `json:"reasons"`
}

// Settled is the result of one file in one round (评查结果). Final and Grade are empty while it is Undecided; Final is none,
// too, where a veto leaves no number. Opinions are all that count, in the order of their roles, also those that do not
// decide; Refused are the others. A talk stands among the opinions.
type Settled struct {
	File     string        `json:"file"`
	Digest   rubric.Digest `json:"digest"` // of the file as it was scored
	Unit     string        `json:"unit"`   // 办案部门
	Sort     casefile.Sort `json:"sort"`
	Strata   []string      `json:"strata"`
	Reviewed fazhi.Date    `json:"reviewed"`
	Opinions []Opinion     `json:"opinions"`
	Refused  []Refusal     `json:"refused,omitempty"`
	Way      Way           `json:"way"`
	Why      string        `json:"why"`              // in words, for the record
	Awaits   Role          `json:"awaits,omitempty"` // while it is Undecided: whose opinion is missing; empty: something else is wrong
	Final    rubric.Score  `json:"final"`
	Grade    string        `json:"grade"`
	Vetoed   bool          `json:"vetoed"`
	Faults   []Fault       `json:"faults"`
}

// A Case is a file that was drawn into a round, as far as its result needs it (被抽取的案卷).
type Case struct {
	File     string        `json:"file"`
	Digest   rubric.Digest `json:"digest"`
	Unit     string        `json:"unit"`
	Sort     casefile.Sort `json:"sort"`
	Strata   []string      `json:"strata"`
	Reviewed fazhi.Date    `json:"reviewed"`
}

// CaseOf returns a case file as a case of a round that is held on a day, by a policy's strata. The digest is that of the
// file as it is scored. Of the nil file the case has no number.
func CaseOf(p *Policy, f *casefile.File, digest rubric.Digest, reviewed fazhi.Date) Case {
	if f == nil {
		f = new(casefile.File)
	}
	return Case{File: f.Serial, Digest: digest, Unit: f.Organ, Sort: f.Sort, Strata: p.StrataOf(f), Reviewed: reviewed}
}
