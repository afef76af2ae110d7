package score

import (
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A Subject is what a Model has to know of the documents that it scores. Its functions do not change the document.
//
// Name is the document's number, Digest names its content, LawOn returns the day whose law decides and the place of that
// day, both zero where the document does not say. Suits, which may be nil, reports whether the document is of the sort that
// the rubric is for, and the place that says so. Look, which may be nil, tells a reviewer what the document has for the
// field of a condition.
type Subject[T any] struct {
	Kind       fazhi.Kind
	Vocabulary *rules.Vocabulary[T]
	Name       func(T) string
	Digest     func(T) rubric.Digest
	LawOn      func(T) (fazhi.Date, fazhi.Path)
	Suits      func(T) (fazhi.Path, bool)
	Look       func(T, rubric.Condition) []Evidence
}

// ErrSubject is wrapped by what For says about a subject that is not complete.
var ErrSubject = errors.New("score: 没有写明如何读取文件的编号、摘要、适用日期")

// A Model scores documents by one rubric. It does not change and may be used by several goroutines at once. The zero Model
// knows no items, finds that nothing applies (NothingFit) and explains nothing; New and For make one.
type Model[T any] struct {
	subject Subject[T]
	rubric  rubric.Rubric
	scorer  *rules.Scorer[T]
	formula *rubric.Formula
	index   map[string]int // items by ID
	groups  []gate[T]      // of explanations
}

// For is New for other documents than case files. The error is of the program: it wraps ErrSubject. With an error among
// the issues, those of rules.CompileRubric and OtherKind, the model is nil.
func For[T any](subject Subject[T], r rubric.Rubric) (*Model[T], fazhi.Issues, error) {
	if subject.Name == nil || subject.Digest == nil || subject.LawOn == nil {
		return nil, nil, ErrSubject
	}
	scorer, issues := rules.CompileRubric(subject.Vocabulary, r)
	if r.Kind != "" && r.Kind != subject.Kind {
		other := fazhi.Issues{{Code: OtherKind, Path: "/kind", Message: "标准用于另一种文件"}}
		rubric.Locate(other, r.At)
		issues = append(issues, other...)
	}
	if issues.Count(fazhi.Error) > 0 {
		return nil, issues, nil
	}
	m := &Model[T]{subject: subject, rubric: scorer.Rubric(), scorer: scorer, index: make(map[string]int, len(r.Items))}
	m.formula = scorer.Formula()
	for i := range m.rubric.Items {
		m.index[m.rubric.Items[i].ID] = i
	}
	m.groups = gates(subject.Vocabulary, &m.rubric)
	return m, issues, nil
}

// Rubric returns a copy of the rubric.
func (m *Model[T]) Rubric() rubric.Rubric {
	if m.empty() {
		return rubric.Rubric{}
	}
	return m.scorer.Rubric()
}

// empty reports whether the model was made by neither New nor For.
func (m *Model[T]) empty() bool { return m == nil || m.scorer == nil }

// Score scores a document: its automatic items by their conditions, and the others by the marks of a reviewer (评查人), in
// any order. An item that neither the rubric nor the reviewer judges stays open, and the outcome is not final.
//
// A reviewer may judge an item that the program has judged, if he says why: then his mark counts. Whoever takes points
// says why, too. The issues name what does not count: marks without such a reason, marks that rubric.Sum would refuse, at
// the same places, "/2/points" of the third one, and both of two marks for one item. Such an item stays as the program has
// left it. They also say when the rubric is not in force on the day of the document, or is for another sort of document.
//
// The same document and the same marks give the same digest on every machine.
func (m *Model[T]) Score(x T, human []rubric.Mark) (Scored, fazhi.Issues) {
	var s Scored
	issues := m.ScoreInto(&s, x, human)
	return s, issues
}

// ScoreInto is Score for one who scores very many documents: s is the zero Scored or an earlier one, whose slices are used
// again. Nothing is allocated if there are no issues and the marks have no paths. What was copied from s before holds
// the same slices. With nil for s only the issues are left.
func (m *Model[T]) ScoreInto(s *Scored, x T, human []rubric.Mark) fazhi.Issues {
	if s == nil {
		s = new(Scored)
	}
	if m.empty() {
		*s = Scored{}
		return fazhi.Issues{nothingFits()}
	}
	m.scorer.ScoreInto(&s.auto, x)
	s.Result = s.auto
	issues := m.suits(x, s.auto.Marks)
	if len(human) > 0 {
		s.joined = append(s.joined[:0], s.auto.Marks...)
		s.Result.Marks = s.joined
		j := joining[T]{model: m, auto: s.auto.Marks, marks: s.Result.Marks, issues: issues}
		j.all(human)
		s.Result.AddUp(m.rubric.Items)
		issues = j.issues
	}
	s.Outcome = m.formula.Outcome(s.Result.Marks)
	s.Deductions = m.deductions(s.Deductions[:0], s.Result.Marks)
	s.File, s.FileDigest = m.subject.Name(x), m.subject.Digest(x)
	s.Digest = s.sum()
	return issues
}

// suits reports whether the rubric is meant for the document.
func (m *Model[T]) suits(x T, auto []rubric.Mark) fazhi.Issues {
	var issues fazhi.Issues
	if day, at := m.subject.LawOn(x); !m.rubric.InForce(day) {
		issues = append(issues, fazhi.Issue{Code: NotInForce, Path: at, Basis: m.rubric.Basis, Message: "评分标准" + inForce(&m.rubric) + "，不适用于这一天"})
	}
	if m.subject.Suits != nil {
		if at, ok := m.subject.Suits(x); !ok {
			issues = append(issues, fazhi.Issue{Code: OtherSort, Path: at, Basis: m.rubric.Basis, Message: "评分标准用于另一类案卷"})
		}
	}
	if !slices.ContainsFunc(auto, func(k rubric.Mark) bool { return k.Verdict != rubric.NotApplicable }) {
		issues = append(issues, nothingFits())
	}
	return issues
}

func nothingFits() fazhi.Issue {
	return fazhi.Issue{Code: NothingFit, Message: "评分标准中没有一项适用于这一案卷"}
}

// inForce says from when to when a rubric is in force.
func inForce(r *rubric.Rubric) string {
	text := "施行日期不限"
	if !r.From.IsZero() {
		text = "自" + r.From.Chinese() + "起施行"
	}
	if !r.Until.IsZero() {
		text += "，至" + r.Until.Chinese() + "止"
	}
	return text
}

// deductions lists what the document lost, and the vetoes, in the order of the items.
func (m *Model[T]) deductions(list []Deduction, marks []rubric.Mark) []Deduction {
	for i := range marks {
		k, item := &marks[i], &m.rubric.Items[i]
		if k.Verdict == rubric.NotMet && item.Role != rubric.Adds {
			list = append(list, Deduction{Item: k.Item, Lost: item.Points - k.Points, Times: k.Times, Veto: item.Veto})
		}
	}
	return list
}

// find returns the place of an item; those of marks mostly follow each other.
func (m *Model[T]) find(id string, next int) (int, bool) {
	if next < len(m.rubric.Items) && m.rubric.Items[next].ID == id {
		return next, true
	}
	at, ok := m.index[id]
	return at, ok
}
