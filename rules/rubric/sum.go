package rubric

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// Codes of what is wrong with marks.
const (
	UnknownItem  fazhi.Code = "rubric/mark/unknown" // no such item in the rubric
	DoubleMark   fazhi.Code = "rubric/mark/double"  // an item has two marks
	MissingMark  fazhi.Code = "rubric/mark/missing" // an item has none
	WrongPoints  fazhi.Code = "rubric/mark/points"  // the points do not go with the verdict or the item
	WrongVerdict fazhi.Code = "rubric/mark/verdict" // no such verdict
)

// Sum adds the marks up. The result holds one mark for each item of the rubric, in the rubric's order. The issues say
// what does not fit: marks of unknown items and second marks, which are not counted; items without a mark, which are
// not judged; points or verdicts that cannot be, whose items are not judged either. Paths are those of the marks given, "/2/points" of
// the third one; of a missing one they name the item in the rubric, "/items/2".
func Sum(r Rubric, marks []Mark) (Result, fazhi.Issues) {
	s := summing{rubric: &r, index: make(map[string]int, len(r.Items)), given: make([]*Mark, len(r.Items))}
	for i := range r.Items {
		if _, double := s.index[r.Items[i].ID]; !double {
			s.index[r.Items[i].ID] = i
		}
	}
	for i := range marks {
		s.take(i, &marks[i])
	}
	result := Result{Rubric: r.ID, Version: r.Version, Digest: r.Digest(), Marks: make([]Mark, len(r.Items))}
	for i := range r.Items {
		m := &result.Marks[i]
		if s.given[i] == nil {
			m.Item = r.Items[i].ID
			s.report(MissingMark, fazhi.At("items", i), "没有评定这一项")
		} else {
			*m = *s.given[i]
			m.Paths = slices.Clone(m.Paths)
		}
	}
	result.AddUp(r.Items)
	return result, s.issues
}

// summing is the work on one list of marks.
type summing struct {
	rubric *Rubric
	index  map[string]int // items by ID
	given  []*Mark        // by item
	issues fazhi.Issues
}

func (s *summing) report(code fazhi.Code, at fazhi.Path, message string) {
	s.issues = append(s.issues, fazhi.Issue{Code: code, Path: at, Message: message})
}

// take puts a mark in its item's place.
func (s *summing) take(i int, given *Mark) {
	at, ok := s.index[given.Item]
	switch {
	case !ok:
		s.report(UnknownItem, fazhi.At(i, "item"), unknownItem)
		return
	case s.given[at] != nil:
		s.report(DoubleMark, fazhi.At(i, "item"), "这一项已经评定过")
		return
	}
	m := *given
	if issue, ok := s.rubric.Allows(at, given); !ok {
		s.report(issue.Code, fazhi.At(i)+issue.Path, issue.Message)
		m.Verdict, m.Points, m.Times = NotJudged, 0, 0
	}
	s.given[at] = &m
}

// Allows reports whether a mark can be that of the item at a place of Items: whether the points and the faults go with the
// verdict and with the item's way of taking points. If not the issue is the one that Sum has, with a path that begins at
// the mark: "/points". Whose item the mark names is not asked.
func (r *Rubric) Allows(item int, m *Mark) (fazhi.Issue, bool) {
	switch {
	case item < 0 || item >= len(r.Items):
		return fazhi.Issue{Code: UnknownItem, Path: "/item", Message: unknownItem}, false
	case int(m.Verdict) >= len(verdictNames):
		return fazhi.Issue{Code: WrongVerdict, Path: "/verdict", Message: "没有这种评定"}, false
	case !r.Items[item].allows(m) && !r.lacks(&r.Items[item], m):
		return fazhi.Issue{Code: WrongPoints, Path: "/points", Message: r.Items[item].expects(m.Verdict)}, false
	}
	return fazhi.Issue{}, true
}

const unknownItem = "标准中没有这一项"

// lacks reports whether a mark can be that of an item whose group needs what is not there: nothing is kept.
func (r *Rubric) lacks(i *Item, m *Mark) bool {
	n, ok := r.group(i.Group)
	return ok && len(r.Groups[n].Needs) > 0 && m.Verdict == NotMet && m.Points == 0 && m.Times == 0
}

// allows reports whether the points of a mark can go with its verdict.
func (i *Item) allows(m *Mark) bool {
	switch {
	case m.Times < 0 || m.Times > 0 && (m.Verdict != NotMet || i.Each == 0):
		return false
	case m.Verdict == Met:
		return m.Points == i.Points
	case m.Verdict == NotMet:
		return m.Points == 0 && i.Points == 0 || m.Points >= 0 && m.Points < i.Points && i.takes(m)
	}
	return m.Points == 0
}

// takes reports whether the item's way of taking points gives what a mark that is not met keeps.
func (i *Item) takes(m *Mark) bool {
	taken := i.Points - m.Points
	switch {
	case i.Whole:
		return m.Points == 0
	case i.Each > 0 && m.Times > 0:
		return m.Points == i.Kept(m.Times)
	case i.Each > 0:
		return m.Points == 0 || taken%i.Each == 0
	case i.Most > 0:
		return taken >= i.Least && taken <= i.Most
	}
	return true
}

// Kept returns what an item of which each fault takes some points keeps after so many faults (每处扣分，扣完为止).
func (i *Item) Kept(times int) Points {
	times = max(times, 0)
	if i.Each > 0 && Points(times) > i.Points/i.Each {
		return 0
	}
	return i.Points - Points(times)*i.Each
}

// expects says which points go with a verdict.
func (i *Item) expects(v Verdict) string {
	switch v {
	case Met:
		return "评定为合格的，应当得满" + i.Points.String() + "分"
	case NotMet:
		return "评定为不合格的，" + i.Way()
	}
	return "评定为" + v.String() + "的，不得分"
}

// Way says in words how points of the item are taken: "每处扣0.5分，扣完为止".
func (i *Item) Way() string {
	switch {
	case i.Whole:
		return "扣全分"
	case i.Each > 0:
		return "每处扣" + i.Each.String() + "分，扣完为止"
	case i.Most > 0 && i.Least == i.Most:
		return "扣" + i.Most.String() + "分"
	case i.Most > 0:
		return "扣" + i.Least.String() + "至" + i.Most.String() + "分"
	}
	return "得分应当不少于0分、不满" + i.Points.String() + "分"
}

// AddUp sets Got and Of, of the items that earn, Open and Vetoed. The marks must stand in the order of the items, one for
// each, as those of Sum and of a scorer do.
func (r *Result) AddUp(items []Item) {
	r.Got, r.Of, r.Open, r.Vetoed = 0, 0, 0, false
	for i := range min(len(items), len(r.Marks)) {
		m := &r.Marks[i]
		if items[i].Role == Earns {
			r.Got += m.Points
			if m.Verdict != NotApplicable {
				r.Of += items[i].Points
			}
		}
		if m.Verdict == NotJudged {
			r.Open++
		}
		r.Vetoed = r.Vetoed || items[i].Veto && m.Verdict == NotMet
	}
}
