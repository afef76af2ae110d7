package library

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

// The codes of the issues that Check reports.
const (
	CodeStale      fazhi.Code = "statute/cite/stale"      // the law is repealed
	CodeEarly      fazhi.Code = "statute/cite/early"      // the law is not in force yet
	CodeMissing    fazhi.Code = "statute/cite/missing"    // the version in force does not have the place
	CodeRenumbered fazhi.Code = "statute/cite/renumbered" // the article has another number now
	CodeDeleted    fazhi.Code = "statute/cite/deleted"    // the article has been deleted
)

// A Tally counts the citations of other texts that Check has seen, by what became of them.
type Tally struct {
	Good, Unknown, Wrong int
}

// Check looks up what a text cites of other texts. Written is the day of the text, on is the day that is asked for: what was right
// on the first may be wrong on the second. Quoted text, notes under the title and what the library does not hold are no
// issues.
func (l *Library) Check(t *statute.Text, written, on fazhi.Date) (fazhi.Issues, Tally) {
	k := check{laws: l, text: t, short: t.Abbreviations(), written: written, on: on}
	t.Cites(func(n *statute.Node, c statute.Cite) bool {
		if c.Base == statute.BaseLaw && !n.Quoted() {
			k.cite(n, c)
		}
		return true
	})
	return k.issues, k.tally
}

type check struct {
	laws        *Library
	text        *statute.Text
	short       map[string]string
	written, on fazhi.Date
	paths       map[*statute.Node]string
	issues      fazhi.Issues
	tally       Tally
}

// cite looks up every place of a citation. What is wrong with the law itself is said once.
func (k *check) cite(n *statute.Node, c statute.Cite) {
	if len(c.Places) == 0 {
		k.place(n, c, statute.Place{})
	}
	for _, r := range c.Places {
		if s := k.place(n, c, r.From); s == Unknown || s == Stale || s == Early {
			return
		}
		if r.To != (statute.Place{}) {
			k.place(n, c, r.To)
		}
	}
}

func (k *check) place(n *statute.Node, c statute.Cite, p statute.Place) State {
	r := k.laws.resolve(c, p, k.short, k.written, k.on)
	switch r.State {
	case Unknown:
		k.tally.Unknown++
	case Good:
		k.tally.Good++
	default:
		k.tally.Wrong++
		k.add(n, p, r)
	}
	return r.State
}

// add reports what is wrong with a place.
func (k *check) add(n *statute.Node, cited statute.Place, r Result) {
	if k.paths == nil {
		k.paths = k.text.Paths()
	}
	i := fazhi.Issue{
		Path: fazhi.Path(k.paths[n]), Basis: "《" + r.Law + "》",
		Origin: k.text.Origin(n),
	}
	switch r.State {
	case Stale:
		i.Code, i.Message = CodeStale, "引用的法已经废止"
	case Early:
		i.Code, i.Message, i.Severity = CodeEarly, "引用的法尚未施行", fazhi.Warning
	case Missing:
		i.Code, i.Message = CodeMissing, "引用的“"+cited.String()+"”在现行文本中不存在："+r.Miss.String()
	case Renumbered:
		i.Code, i.Message = CodeRenumbered, "引用的“"+cited.String()+"”现为“"+r.Place.String()+"”"
	case Deleted:
		i.Code, i.Message = CodeDeleted, "引用的“"+cited.String()+"”已经删去"
	}
	k.issues = append(k.issues, i)
}
