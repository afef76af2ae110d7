package clause

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
)

// Needs returns how much a kind of contract (合同类型) needs an element. Of a kind that is not known, it asks for the eight general
// terms, without quantity and quality.
func Needs(sort, element string) Need {
	if sort != "意向书" && slices.Contains([]string{"parties", "subject", "price", "performance", "liability", "dispute"}, element) {
		return Required
	}
	if sort == "意向书" && (element == "parties" || element == "subject") {
		return Required
	}
	for _, n := range needs {
		switch {
		case n.sort != sort:
		case slices.Contains(strings.Fields(n.required), element):
			return Required
		case slices.Contains(strings.Fields(n.recommended), element):
			return Recommended
		}
	}
	return Optional
}

// Sorts returns the kinds of contracts that have needs of their own, in the order of the ledger.
func Sorts() []string {
	var list []string
	for _, n := range needs {
		list = append(list, n.sort)
	}
	return list
}

// A State says how an element stands. The zero value is Missing.
type State uint8

// The states.
const (
	Missing State = iota // 欠缺
	Present              // 具备
	Risky                // 有风险
)

// String returns the state in Chinese.
func (s State) String() string {
	switch s {
	case Present:
		return "具备"
	case Risky:
		return "有风险"
	}
	return "欠缺"
}

// MarshalText writes String.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// A Standing is what the checklist says of one element: whether it is there, where, and what is risky about it.
type Standing struct {
	Element string       `json:"element"`
	Name    string       `json:"name"`
	Need    Need         `json:"need"`
	State   State        `json:"state"`
	Clauses []fazhi.Path `json:"clauses,omitempty"` // or lines outside the clauses
	Issues  fazhi.Issues `json:"issues,omitempty"`  // why it is risky
}

// Checklist returns how the elements stand, in the order of Elements: first what the kind of contract needs, without which optional
// elements that are missing are left out. An element is risky when one of the issues that Validate found stands in its clauses; nil
// issues make none risky.
func (d *Draft) Checklist(found fazhi.Issues) []Standing {
	var out []Standing
	for i, where := range d.where() {
		e := elements().list[i].Element
		s := Standing{Element: e.ID, Name: e.Name, Need: Needs(d.sort, e.ID), Clauses: slices.Clone(where)}
		if len(where) > 0 {
			s.State = Present
			s.Issues = d.risks(e, where, found)
		}
		if len(s.Issues) > 0 {
			s.State = Risky
		}
		if s.State != Missing || s.Need != Optional {
			out = append(out, s)
		}
	}
	return out
}

// risks returns those of found that make an element risky.
func (d *Draft) risks(e Element, where []fazhi.Path, found fazhi.Issues) fazhi.Issues {
	var out fazhi.Issues
	places := make(map[fazhi.Path]bool, len(where))
	for _, at := range where {
		places[at] = true
	}
	for _, i := range found {
		if (i.Code == codeBlank || slices.Contains(e.Risks, i.Code)) && d.within(i.Path, places) {
			out = append(out, i)
		}
	}
	return out
}

// within reports whether a path is one of the places or stands below a clause that is.
func (d *Draft) within(path fazhi.Path, places map[fazhi.Path]bool) bool {
	if places[path] {
		return true
	}
	rest, ok := strings.CutPrefix(string(path), "/clauses/")
	number, _, _ := strings.Cut(rest, "/")
	at, err := strconv.Atoi(number)
	if !ok || err != nil || at < 0 || at >= len(d.parents) {
		return false
	}
	for ; at >= 0; at = d.parents[at] {
		if places[fazhi.At("clauses", at)] {
			return true
		}
	}
	return false
}

// A prepared element has its expressions compiled.
type prepared struct {
	Element
	headings, words *cue.Expression // nil: none
}

// A catalogue holds the elements, and the words that they need.
type catalogue struct {
	list    []prepared
	lexicon *cue.Lexicon
}

// elements are compiled once. They are as they stand in this package and sound; a test holds that.
var elements = sync.OnceValue(func() *catalogue {
	c := &catalogue{lexicon: cue.NewLexicon()}
	for _, e := range Elements() {
		p := prepared{Element: e}
		if e.Headings != "" {
			p.headings, p.words = cue.MustCompile(e.Headings), cue.MustCompile(e.Words)
			c.lexicon.Add(p.headings)
			c.lexicon.Add(p.words)
		}
		c.list = append(c.list, p)
	}
	return c
})

// where returns for each element the places where it stands: the clauses whose headings name it and those whose paragraphs have its
// words, once each, in their order.
func (d *Draft) where() [][]fazhi.Path {
	if d.seen == nil {
		return make([][]fazhi.Path, len(elements().list)) // the zero Draft
	}
	d.seen.once.Do(func() {
		c := elements()
		headed := d.headed(c)
		d.seen.where = make([][]fazhi.Path, len(c.list))
		for i := range d.units {
			if u := &d.units[i]; u.section == inPreamble || u.section == inClauses {
				d.place(u, c, headed)
			}
		}
		for i, e := range c.list {
			if e.headings == nil {
				d.seen.where[i] = d.named()
			}
		}
	})
	return d.seen.where
}

// place notes which elements stand in a unit.
func (d *Draft) place(u *unit, c *catalogue, headed [][]int) {
	has := c.lexicon.Find(u.text)
	for i, e := range c.list {
		at := u.spots[0].path
		switch {
		case e.headings == nil:
			continue
		case u.clause >= 0 && headed[u.clause][i] >= 0:
			at = fazhi.At("clauses", headed[u.clause][i])
		case !e.words.In(has) || !e.words.MatchString(u.text):
			continue
		case u.clause >= 0:
			at = fazhi.At("clauses", u.clause)
		}
		if list := d.seen.where[i]; len(list) == 0 || list[len(list)-1] != at {
			d.seen.where[i] = append(list, at)
		}
	}
}

// headed returns for each clause and element the clause whose heading names the element: the clause itself or one above it; -1 for
// none.
func (d *Draft) headed(c *catalogue) [][]int {
	out := make([][]int, len(d.text.Clauses))
	for i := range d.Text().Clauses {
		out[i] = make([]int, len(c.list))
		heading := d.text.Clauses[i].Heading
		has := c.lexicon.Find(heading)
		for j, e := range c.list {
			out[i][j] = -1
			if up := d.parents[i]; up >= 0 {
				out[i][j] = out[up][j]
			}
			if e.headings != nil && e.headings.In(has) && e.headings.MatchString(heading) {
				out[i][j] = i
			}
		}
	}
	return out
}

// named returns where the parties are named, if there are two at least.
func (d *Draft) named() []fazhi.Path {
	var out []fazhi.Path
	for _, p := range d.Text().Parties {
		out = append(out, p.Path)
	}
	if len(out) < 2 {
		return nil
	}
	for _, s := range d.Text().Signers {
		out = append(out, s.Path)
	}
	return out
}

// lookTerms reports the elements of one sort that the contract should have and has not.
func lookTerms(of func(*Element) bool) func(*Draft, say) {
	return func(d *Draft, report say) {
		for i, where := range d.where() {
			e := &elements().list[i].Element
			if of(e) && len(where) == 0 && Needs(d.sort, e.ID) == Required {
				report("", "没有找到“"+e.Name+"”条款")
			}
		}
	}
}

func general(e *Element) bool { return e.General }
func special(e *Element) bool { return !e.General }
