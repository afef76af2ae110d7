package doubles

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/strict"
	"github.com/fazhi-go/fazhi/mediation"
)

// Errors of decisions.
var (
	ErrDecision = errors.New("doubles: 确认记录不完整") // wrapped: what is missing
	ErrSettled  = errors.New("doubles: 与已有的确认记录相反，请先撤销")
	ErrSerial   = errors.New("doubles: 两件的编号相同，不能写并入编号，请先更正编号")
	ErrNone     = errors.New("doubles: 没有这两件的确认记录")
)

// A Decision is what a person decided about two entries: that they are one dispute (Same), or are not.
type Decision struct {
	A      Entry      `json:"a"`
	B      Entry      `json:"b"`
	Same   bool       `json:"same"`
	Reason string     `json:"reason"` // without names
	Role   string     `json:"role"`   // who decided, by role: 司法所负责人
	On     fazhi.Date `json:"on"`
}

// Decisions remember what was decided. The zero value has none; it is not for several goroutines while it changes.
type Decisions struct {
	list   []Decision
	root   map[identity]identity
	groups map[identity][]Entry // by root; a group of one is not there
	apart  map[identity][]identity
}

const (
	mostReason    = 2000      // bytes
	mostGroup     = 200       // entries of one dispute
	mostDecisions = 1_000_000 // that ReadDecisions reads
)

// Decide takes a decision. The error is ErrDecision, ErrSerial, or ErrSettled where it is against an earlier one, by way of others
// too: if a and b are one, and b and c are not, then a and c cannot be one. The same decision again is nothing.
func (d *Decisions) Decide(x Decision) error {
	if err := x.vet(); err != nil {
		return err
	}
	a, b := x.A.id(), x.B.id()
	one, two := d.find(a) == d.find(b), d.refused(a, b)
	switch {
	case x.Same && two || !x.Same && one:
		return ErrSettled
	case one || slices.Contains(d.apart[a], b):
		return nil
	case x.Same && len(d.group(x.A))+len(d.group(x.B)) > mostGroup:
		return fmt.Errorf("%w：同一纠纷不能超过%d件", ErrDecision, mostGroup)
	case x.Same && d.sharesSerial(x):
		return ErrSerial
	}
	d.list = append(d.list, x)
	d.learn(x)
	return nil
}

func (x *Decision) vet() error {
	var lacks []string
	for _, f := range []struct {
		bad  bool
		what string
	}{
		{x.A.Serial == "" || x.B.Serial == "" || x.A.id() == x.B.id(), "两件不同的纠纷"},
		{strings.TrimSpace(x.Reason) == "" || len(x.Reason) > mostReason || !utf8.ValidString(x.Reason), "理由"},
		{strings.TrimSpace(x.Role) == "" || len(x.Role) > mostName || !utf8.ValidString(x.Role), "确认人的职务"},
		{x.On.IsZero(), "日期"},
	} {
		if f.bad {
			lacks = append(lacks, f.what)
		}
	}
	for _, e := range []Entry{x.A, x.B} {
		if fault := (&Print{Entry: e}).fault(); e.Serial != "" && fault != "" {
			lacks = append(lacks, "可以使用的编号")
		}
	}
	if len(lacks) > 0 {
		return fmt.Errorf("%w：缺少或者不能使用%s", ErrDecision, strings.Join(lacks, "、"))
	}
	return nil
}

// Withdraw takes the decision about two entries back. What others decided stays. The error is ErrNone.
func (d *Decisions) Withdraw(a, b Entry) error {
	i := slices.IndexFunc(d.list, func(x Decision) bool {
		return x.A.id() == a.id() && x.B.id() == b.id() || x.A.id() == b.id() && x.B.id() == a.id()
	})
	if i < 0 {
		return ErrNone
	}
	left := slices.Delete(slices.Clone(d.list), i, i+1)
	*d = Decisions{list: left}
	for _, x := range left {
		d.learn(x)
	}
	return nil
}

// learn draws the conclusions of a decision.
func (d *Decisions) learn(x Decision) {
	if d.root == nil {
		d.root, d.groups, d.apart = map[identity]identity{}, map[identity][]Entry{}, map[identity][]identity{}
	}
	a, b := x.A.id(), x.B.id()
	if !x.Same {
		d.apart[a], d.apart[b] = append(d.apart[a], b), append(d.apart[b], a)
		return
	}
	group := slices.Concat(d.group(x.A), d.group(x.B))
	slices.SortFunc(group, Entry.compare)
	delete(d.groups, d.find(a))
	delete(d.groups, d.find(b))
	root := group[0].id()
	d.groups[root] = group
	for _, e := range group {
		d.root[e.id()] = root
	}
}

// find is the identity of the first of a group.
func (d *Decisions) find(i identity) identity {
	if root, ok := d.root[i]; ok {
		return root
	}
	return i
}

func (d *Decisions) group(e Entry) []Entry {
	if g, ok := d.groups[d.find(e.id())]; ok {
		return g
	}
	return []Entry{e}
}

// refused reports whether anything of one group was told apart from anything of the other.
func (d *Decisions) refused(a, b identity) bool {
	if len(d.apart) == 0 {
		return false
	}
	b = d.find(b)
	for _, e := range d.group(Entry{County: a.county, Committee: a.committee, Serial: a.serial}) {
		for _, other := range d.apart[e.id()] {
			if d.find(other) == b {
				return true
			}
		}
	}
	return false
}

// sharesSerial reports whether a number would stand twice in the group of two entries.
func (d *Decisions) sharesSerial(x Decision) bool {
	there := map[string]bool{}
	for _, e := range slices.Concat(d.group(x.A), d.group(x.B)) {
		if there[e.Serial] {
			return true
		}
		there[e.Serial] = true
	}
	return false
}

// Settled reports whether it is decided, or follows from what is decided, that two entries are one or are not. Of nil it is false.
func (d *Decisions) Settled(a, b Entry) bool {
	if d == nil || len(d.list) == 0 {
		return false
	}
	return d.find(a.id()) == d.find(b.id()) || d.refused(a.id(), b.id())
}

// First returns the entry that stays of the group of an entry: that which was accepted first. It is the entry itself where it is
// in no group.
func (d *Decisions) First(e Entry) Entry {
	if d == nil {
		return e
	}
	return d.group(e)[0]
}

// Merged returns a case with the number of the one that stays as 并入编号, a copy; the case itself where there is none.
func (d *Decisions) Merged(c *mediation.Case) *mediation.Case {
	own := EntryOf(c)
	first := d.First(own)
	if first.id() == own.id() {
		return c
	}
	merged := *c
	merged.Same = first.Serial
	return &merged
}

// List returns the decisions, in the order in which they were taken.
func (d *Decisions) List() []Decision {
	if d == nil {
		return nil
	}
	return slices.Clone(d.list)
}

// MarshalJSON writes List.
func (d *Decisions) MarshalJSON() ([]byte, error) {
	if list := d.List(); list != nil {
		return json.Marshal(list)
	}
	return []byte("[]"), nil
}

// ReadDecisions reads what MarshalJSON wrote, and nothing else; decisions that are against each other are refused. The error is
// ErrDecision, ErrSerial or ErrSettled.
func ReadDecisions(data []byte) (*Decisions, error) {
	list, fault := strict.Read[[]Decision](data)
	switch {
	case fault != nil:
		return nil, fmt.Errorf("%w：%w", ErrDecision, fault)
	case len(*list) > mostDecisions:
		return nil, fmt.Errorf("%w：太多", ErrDecision)
	}
	d := &Decisions{}
	for i, x := range *list {
		if err := d.Decide(x); err != nil {
			return nil, fmt.Errorf("%w（第%d项）", err, i+1)
		}
	}
	return d, nil
}
