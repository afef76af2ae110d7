package score

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// joining puts the marks of a person over those of the program.
type joining[T any] struct {
	model  *Model[T]
	auto   []rubric.Mark
	marks  []rubric.Mark
	seen   [(rubric.MaxItems + 63) / 64]uint64 // a bit for each item
	issues fazhi.Issues
}

func (j *joining[T]) report(code fazhi.Code, at fazhi.Path, message string) {
	j.issues = append(j.issues, fazhi.Issue{Code: code, Path: at, Message: message})
}

func (j *joining[T]) all(human []rubric.Mark) {
	next := 0
	for i := range human {
		at, ok := j.model.find(human[i].Item, next)
		if !ok {
			j.report(rubric.UnknownItem, fazhi.At(i, "item"), "标准中没有这一项")
			continue
		}
		next = at + 1
		if bit := uint64(1) << (at % 64); j.seen[at/64]&bit == 0 {
			j.seen[at/64] |= bit
			j.take(i, at, &human[i])
			continue
		}
		j.report(rubric.DoubleMark, fazhi.At(i, "item"), "这一项已经评定过，几次评定都不计")
		j.marks[at] = j.auto[at]
	}
}

// take puts a mark in its place, if it may stand there.
func (j *joining[T]) take(i, at int, given *rubric.Mark) {
	item, auto := &j.model.rubric.Items[at], &j.auto[at]
	switch {
	case !j.allowed(i, at, given):
		return
	case given.Verdict == rubric.NotJudged || given.Verdict == auto.Verdict && given.Points == auto.Points:
		return // no opinion, or the same
	case len(given.Reason) > rubric.MaxText || !utf8.ValidString(given.Reason):
		j.report(BadReason, fazhi.At(i, "reason"), "理由太长，或者不是有效的文本")
		return
	case strings.TrimSpace(given.Reason) != "":
	case auto.Verdict != rubric.NotJudged:
		j.report(Overridden, fazhi.At(i, "reason"), "与自动评定不一致，应当写明理由；没有写明的，以自动评定为准")
		return
	case given.Verdict == rubric.NotMet && item.Role != rubric.Adds:
		j.report(NoReason, fazhi.At(i, "reason"), "评定为不合格的，应当写明理由；没有写明的，按未评处理")
		return
	}
	paths := j.marks[at].Paths
	if len(given.Paths) > 0 {
		paths = slices.Clone(given.Paths)
	}
	j.marks[at] = *given
	j.marks[at].Paths = paths
}

// allowed asks the rubric about the i-th mark and reports what it says.
func (j *joining[T]) allowed(i, at int, given *rubric.Mark) bool {
	issue, ok := j.model.rubric.Allows(at, given)
	if !ok {
		j.report(issue.Code, fazhi.At(i)+issue.Path, issue.Message)
	}
	return ok
}
