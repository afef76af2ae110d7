package score

import (
	"errors"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// An Explanation says how a score came about (评分说明), from the score down to what was looked at for each item. Its JSON
// keeps its names; fields are only added.
//
// It is for the reviewers of a file and for the organ that made it: it holds the days and the names of the writs that were
// looked at, no names of persons.
type Explanation struct {
	File       string         `json:"file"`
	FileDigest rubric.Digest  `json:"fileDigest"`
	Rubric     Rules          `json:"rubric"`
	Outcome    rubric.Outcome `json:"outcome"`
	Final      bool           `json:"final"`      // every item has been judged
	Arithmetic string         `json:"arithmetic"` // how the score is computed, in numbers
	Verdict    string         `json:"verdict"`    // what follows for the grade, in words
	Edges      []Edge         `json:"edges"`      // how far the grades are, from the best
	Score      Node           `json:"score"`
	Digest     rubric.Digest  `json:"digest"`
}

// Rules name exactly the rubric by which was scored.
type Rules struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	Version string        `json:"version"`
	Basis   string        `json:"basis,omitempty"`
	From    fazhi.Date    `json:"from,omitzero"`
	Until   fazhi.Date    `json:"until,omitzero"`
	Digest  rubric.Digest `json:"digest"`
}

// An Edge is a grade with how far the score is above it; below it, Above is negative. Without a score it is none.
type Edge struct {
	Grade string        `json:"grade"`
	Least rubric.Points `json:"least"`
	Above Exact         `json:"above"`
}

// A Level is what a node of the tree stands for.
type Level string

// The levels, each within the one before.
const (
	OfScore Level = "score" // the whole
	OfPart  Level = "part"  // 基础分, 得分, 扣分, 加分, 否决; where points are scaled, 加分 stands within 得分
	OfGroup Level = "group"
	OfItem  Level = "item"
)

// A Node is a number and what it is made of. Its Value follows by its Rule from the values of Parts alone; Minus says that the
// node above takes it away. Note says the rule in words, and what is special, as a missing writ.
type Node struct {
	Level Level          `json:"level"`
	Name  string         `json:"name"`
	Value Exact          `json:"value"`
	Of    *rubric.Points `json:"of,omitempty"` // of what earns: what can be reached
	Minus bool           `json:"minus,omitempty"`
	Rule  Rule           `json:"rule"`
	Note  string         `json:"note,omitempty"`
	Item  *Finding       `json:"item,omitempty"`
	Parts []Node         `json:"parts,omitempty"`
}

// An Operation says how the value of a node follows from those of its parts.
type Operation string

// The operations. Parts with Minus count negative.
const (
	Given  Operation = "given"  // it is not made of parts
	Sum    Operation = "sum"    // their sum, between Floor and Ceiling
	Capped Operation = "capped" // their sum, at most Cap
	Scaled Operation = "scaled" // their sum times Cap, divided by Of of this node
	Void   Operation = "void"   // nothing, whatever they are
	None   Operation = "none"   // there is no number
)

// A Rule is an operation with the numbers that it needs.
type Rule struct {
	Operation Operation      `json:"operation"`
	Cap       rubric.Points  `json:"cap,omitzero"`
	Floor     *rubric.Points `json:"floor,omitempty"`
	Ceiling   *rubric.Points `json:"ceiling,omitempty"`
}

// A Finding is what was found for one item.
type Finding struct {
	ID       string         `json:"id"`
	Role     rubric.Role    `json:"role"`
	Basis    string         `json:"basis,omitempty"` // the article
	Rule     string         `json:"rule"`            // in words
	Points   rubric.Points  `json:"points"`
	Verdict  rubric.Verdict `json:"verdict"`
	Kept     rubric.Points  `json:"kept"`
	Lost     rubric.Points  `json:"lost"`
	Times    int            `json:"times,omitempty"`
	By       Judge          `json:"by"`
	Reason   string         `json:"reason,omitempty"`
	Auto     *Automatic     `json:"automatic,omitempty"` // what the program found, if a person judged otherwise
	Evidence []Evidence     `json:"evidence"`
}

// A Judge is who judged an item.
type Judge string

// The judges.
const (
	ByNobody  Judge = "未评"
	ByProgram Judge = "自动评定"
	ByPerson  Judge = "评查人评定"
)

// Automatic is a mark of the program that a person's replaced.
type Automatic struct {
	Verdict rubric.Verdict `json:"verdict"`
	Kept    rubric.Points  `json:"kept"`
	Reason  string         `json:"reason,omitempty"`
}

// Evidence is what stands at a place that was looked at: the name of the place, and the day, the answer or the reasons of
// a deadline.
type Evidence struct {
	Path fazhi.Path `json:"path"`
	Name string     `json:"name,omitempty"`
	Text string     `json:"text,omitempty"`
}

// ErrOther is returned for a score that another rubric or another document has, or that was changed.
var ErrOther = errors.New("score: 得分不是由这一标准对这一案卷评出的")

// Explain says how a score came about. The score is one that this model, on whatever machine, gave the document; any other
// is ErrOther, and so is none.
func (m *Model[T]) Explain(x T, s *Scored) (*Explanation, error) {
	if m.empty() || s == nil {
		return nil, ErrOther
	}
	same := s.File == m.subject.Name(x) && s.FileDigest == m.subject.Digest(x) && s.Digest == s.sum()
	auto := m.scorer.Score(x)
	if !same || s.Result.Digest != auto.Digest || len(s.Result.Marks) != len(auto.Marks) {
		return nil, ErrOther
	}
	r := &m.rubric
	e := &Explanation{File: s.File, FileDigest: s.FileDigest, Outcome: m.formula.Outcome(s.Result.Marks), Digest: s.Digest,
		Rubric: Rules{ID: r.ID, Name: r.Name, Version: r.Version, Basis: r.Basis, From: r.From, Until: r.Until, Digest: auto.Digest}}
	e.Final = e.Outcome.Open == 0
	t := telling[T]{model: m, x: x, outcome: &e.Outcome, auto: auto.Marks, marks: s.Result.Marks}
	e.Score = t.score()
	e.Edges = edges(r.Grades, e.Outcome.Score)
	e.Arithmetic = arithmetic(&e.Score, e.Outcome.Score)
	e.Verdict = conclusion(e)
	return e, nil
}
