package indicators

import (
	"slices"

	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// form says what a grid has in it and which of its numbers must agree.
type form struct {
	items  []Definition
	at     map[Item]int
	groups []group
	axes   []axis
}

// A group divides an item by a property.
type group struct {
	whole    Item
	property string
	values   []string // without Unlisted, which is the last part
	at       *words   // places of the items of values
	rest     int      // of Unlisted
}

// part returns the place of the item of a value.
func (g *group) part(value string) int {
	if at, ok := g.at.find(value); ok {
		return at
	}
	return g.rest
}

// parts returns the items of the group.
func (g *group) parts() []Item {
	list := make([]Item, 0, len(g.values)+1)
	for _, v := range g.values {
		list = append(list, g.whole.Of(g.property, v))
	}
	return append(list, g.whole.Of(g.property, Unlisted))
}

// An equation is an identity of a row: both sides have the same sum.
type equation struct{ left, right []Item }

func equations() []equation {
	return []equation{
		{[]Item{Carried, Accepted}, []Item{Closed, Open}},
		{[]Item{Closed}, []Item{Succeeded, Failed, Stopped}},
	}
}

// A bound says that a number is a part of another one.
type bound struct{ part, whole Item }

func bounds() []bound {
	return []bound{{Sealed, Succeeded.Of(Form, "书面")}, {Averted, Closed}}
}

func newForm() *form {
	words := choices()
	f := &form{at: make(map[Item]int), groups: groups(words), axes: axes(words)}
	for _, d := range defined() {
		f.add(d)
		for i := range f.groups {
			if g := &f.groups[i]; g.whole == d.Item {
				f.divide(g, d)
			}
		}
	}
	return f
}

func (f *form) add(d Definition) int {
	f.at[d.Item] = len(f.items)
	f.items = append(f.items, d)
	return len(f.items) - 1
}

func (f *form) divide(g *group, d Definition) {
	g.at = newWords()
	for _, v := range append(slices.Clone(g.values), Unlisted) {
		at := f.add(Definition{d.Item.Of(g.property, v), d.Unit, "“" + string(d.Item) + "”中" + g.property + "为“" + v + "”的"})
		g.rest = at
		g.at.set(v, at)
	}
}

func groups(l wordlist) []group {
	return []group{
		{whole: Accepted, property: Way, values: []string{Active, Applied, Referred, OtherWay}},
		{whole: Accepted, property: Category, values: l[BySort]},
		{whole: Accepted, property: Result, values: l["调解结果"]},
		{whole: Succeeded, property: Form, values: l["协议形式"]},
		{whole: Succeeded, property: Performance, values: l["履行情况"]},
		{whole: Succeeded, property: Confirmation, values: l["司法确认"]},
		{whole: Averted, property: Danger, values: l["防止激化"]},
		{whole: AvertedPeople, property: Danger, values: l["防止激化"]},
	}
}

// group returns how an item is divided by a property.
func (f *form) group(whole Item, property string) *group {
	i := slices.IndexFunc(f.groups, func(g group) bool { return g.whole == whole && g.property == property })
	return &f.groups[i]
}

// The ways on which disputes come to a committee (人民调解法第十七条: 当事人申请、主动调解), by which statistics gather the sources of
// the ledger.
const (
	Active   = "主动调解"
	Applied  = "当事人申请"
	Referred = "接受委托移送" // from courts, police, hotlines and other bodies
	OtherWay = "其他来源"
)

// ways returns the way of each source of the ledger. Whatever is not one of the first three was handed on by somebody.
func ways(l wordlist) map[string]string {
	of := make(map[string]string)
	for _, source := range l[BySource] {
		switch source {
		case "主动调解":
			of[source] = Active
		case "当事人申请":
			of[source] = Applied
		case "其他":
			of[source] = OtherWay
		default:
			of[source] = Referred
		}
	}
	return of
}

// A wordlist is the choices of the columns of the ledger, by their names.
type wordlist map[string][]string

func choices() wordlist {
	columns, _ := table.ColumnsOf[mediation.Case]() // the ledger of package mediation can be read
	l := make(wordlist)
	for _, c := range columns {
		l[c.Name] = c.Choices
	}
	return l
}

// unit returns the unit of an item, and false for one that there is not.
func (f *form) unit(item Item) (string, bool) {
	at, known := f.at[item]
	if !known {
		return "", false
	}
	return f.items[at].Unit, true
}
