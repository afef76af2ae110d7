package library

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

// State says what has become of a place that a text cites.
type State uint8

// The states.
const (
	Unknown    State = iota // the library does not hold the law, or not the text of the version
	Good                    // it is in force under the number that is cited
	Stale                   // the law is repealed on the day
	Early                   // the law is not in force yet on the day
	Missing                 // the version in force does not have the place
	Renumbered              // the article has another number in the version in force
	Deleted                 // the article that is cited has been deleted
)

var stateNames = [...]string{"不在文库", "有效", "已经废止", "尚未施行", "没有该处", "序号已变", "已经删去"}

// String returns the state in Chinese.
func (s State) String() string {
	if int(s) >= len(stateNames) {
		return "未知"
	}
	return stateNames[s]
}

// A Result is what a library knows of one place that is cited.
type Result struct {
	State State
	Law   string        // the full name; empty if it is unknown
	Place statute.Place // where the place is now: that of the citation, or with the new number of its article
	Node  *statute.Node // of Good and Renumbered, in the version in force; nil where its text is not held or no place is cited
	Miss  statute.Miss  // of Missing: what is missing
}

// Resolve looks up one place of a citation of another text. Written is the day on which the citation was right, the day of
// the text that cites; on is the day that is asked for. Without written the number is taken as one of the version in force. A
// citation of the law alone has the zero Place.
func (l *Library) Resolve(c statute.Cite, p statute.Place, written, on fazhi.Date) Result {
	return l.resolve(c, p, nil, written, on)
}

func (l *Library) resolve(c statute.Cite, p statute.Place, short map[string]string, written, on fazhi.Date) Result {
	if c.Base != statute.BaseLaw {
		return Result{Place: p}
	}
	h := l.find(c, short)
	if h == nil {
		return Result{Place: p}
	}
	r := Result{Law: h.Name, Place: p}
	now := h.at(on)
	switch {
	case now < 0 && h.later(on):
		r.State = Early
	case now < 0:
		r.State = Stale
	default:
		h.place(&r, now, written)
	}
	return r
}

// place looks a place up in the version in force.
func (h *held) place(r *Result, now int, written fazhi.Date) {
	cited := r.Place.Article
	if !cited.IsZero() && !written.IsZero() {
		r.Place.Article = h.follow(cited, h.at(written), now)
	}
	switch {
	case r.Place.Article != cited && r.Place.Article.IsZero():
		r.State, r.Place.Article = Deleted, cited
	case h.finders[now] == nil && r.Place.Article == cited:
		r.State = Unknown
	case r.Place == statute.Place{}:
		r.State = Good
	default:
		h.look(r, now, r.Place.Article != cited)
	}
}

// look finds the node of the place, whose article may have another number now.
func (h *held) look(r *Result, now int, moved bool) {
	if f := h.finders[now]; f != nil {
		r.Node, r.Miss = f.Has(r.Place)
	}
	switch {
	case moved:
		r.State = Renumbered
	case r.Miss == statute.Found:
		r.State = Good
	case r.Miss == statute.Elsewhere:
		r.State = Unknown
	default:
		r.State = Missing
	}
}

// follow returns the number that an article of one version has in a later one; zero if it has been deleted.
func (h *held) follow(n statute.Num, from, to int) statute.Num {
	if from < 0 {
		return n
	}
	for i := from + 1; i <= to; i++ {
		if moved, ok := h.Versions[i].Renumbered[n]; ok {
			n = moved
		}
		if n.IsZero() {
			break
		}
	}
	return n
}
