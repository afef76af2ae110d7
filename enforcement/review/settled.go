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
	ByMean    Way = "均值"    // the two scores lie close together: their mean
	ByTalk    Way = "合议"    // item by item, until both agree
	ByThird   Way = "第三人评分" // the third opinion, as the policy says
	BySingle  Way = "单评"    // there is one opinion only, and the policy allows it
	Undecided Way = "未定"    // something is missing: an opinion, a talk, an arbitration
)

// An Opinion is what one reviewer found in one file (评查意见).
type Opinion struct {
	Reviewer string         `json:"reviewer"` // by number, never by name
	Role     string         `json:"role"`     // 法律顾问, 赋权部门, 第三人
	Result   rubric.Result  `json:"result"`
	Outcome  rubric.Outcome `json:"outcome"`
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

// Settled is the result of one file in one round (评查结果).
type Settled struct {
	File     string        `json:"file"`
	Digest   rubric.Digest `json:"digest"` // of the file as it was scored
	Unit     string        `json:"unit"`   // 办案部门
	Sort     casefile.Sort `json:"sort"`
	Strata   []string      `json:"strata"`
	Reviewed fazhi.Date    `json:"reviewed"`
	Opinions []Opinion     `json:"opinions"`
	Way      Way           `json:"way"`
	Why      string        `json:"why"` // in words, for the record
	Final    rubric.Score  `json:"final"`
	Grade    string        `json:"grade"`
	Vetoed   bool          `json:"vetoed"`
	Faults   []Fault       `json:"faults"`
}
