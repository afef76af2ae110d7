package statistics

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/contract"
)

// form says what a grid has in it and which of its numbers must agree.
type form struct {
	items  []Definition
	at     map[Item]int
	groups []group
	bounds []bound
	axes   []axis
}

// A group is an item that is made up of parts.
type group struct {
	whole  Item
	values []string // without Unlisted, which is the last part
}

func (g group) parts() []Item {
	parts := make([]Item, 0, len(g.values)+1)
	for _, v := range append(g.values[:len(g.values):len(g.values)], Unlisted) {
		parts = append(parts, g.whole.Of(v))
	}
	return parts
}

// part returns the item of a value that the ledger has.
func (g group) part(value string) Item {
	if !slices.Contains(g.values, value) {
		value = Unlisted
	}
	return g.whole.Of(value)
}

// A bound says that a number is a part of another one.
type bound struct{ part, whole Item }

func newForm() *form {
	ledger := wordsOf[contract.Contract]()
	f := &form{groups: groups(ledger), bounds: bounds(), axes: axes(ledger), at: make(map[Item]int)}
	for _, d := range defined() {
		f.items = append(f.items, d)
		for _, g := range f.groups {
			if g.whole != d.Item {
				continue
			}
			for _, part := range g.parts() {
				value := strings.TrimPrefix(string(part), string(d.Item)+"·")
				f.items = append(f.items, Definition{part, d.Unit, "“" + string(d.Item) + "”中为“" + value + "”的"})
			}
		}
	}
	for i, d := range f.items {
		f.at[d.Item] = i
	}
	return f
}

func groups(ledger wordlist) []group {
	disputes := wordsOf[contract.Dispute]()
	return []group{
		{Reviewed, ledger[opinionColumn]},
		{Commented, ledger[adoptedColumn]},
		{Changes, wordsOf[contract.Change]()["种类"]},
		{Disputes, disputes["解决方式"]},
		{Settled, disputes["结果"]},
	}
}

func bounds() []bound {
	return []bound{
		{Commented, Reviewed}, {Timed, Reviewed}, {Unreviewed, Signed},
		{ReviewLate, ReviewDue}, {SigningLate, SigningDue}, {FilingLate, FilingDue}, {PublishingLate, PublishingDue}, {CopyLate, CopyDue},
		{PayingLate, PayingDue}, {PayingLateAmount, PayingDueAmount}, {GainLate, GainDue}, {GainLateAmount, GainDueAmount},
		{UnpaidPurchase, Unpaid}, {UnpaidPurchaseAmount, UnpaidAmount}, {UnpaidDisputedAmount, UnpaidPurchaseAmount},
	}
}

// group returns the parts of an item.
func (f *form) group(whole Item) group {
	i := slices.IndexFunc(f.groups, func(g group) bool { return g.whole == whole })
	return f.groups[i]
}

// unit returns the unit of an item, and false for one that there is not.
func (f *form) unit(item Item) (string, bool) {
	at, known := f.at[item]
	if !known {
		return "", false
	}
	return f.items[at].Unit, true
}
