package casefile

import (
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

// Errors to branch on; what is returned wraps them.
var (
	ErrCalendar = errors.New("没有工作日历")
	ErrLimit    = errors.New("期限有误")
	ErrFile     = errors.New("没有案卷")
	ErrUnknown  = errors.New("没有这一项要求")
)

// An Examiner judges files by the limits, duties, orders and writs of this package. It does not change and may be used by
// several goroutines. NewExaminer makes one; the zero Examiner judges nothing.
type Examiner struct {
	calendar *workday.Calendar
	limits   []Limit
	duties   []Duty
	orders   []Order
	writs    []Writ
	scopes   []scope           // of all, in this order
	names    map[string]int    // of documents, other names too: the number of the name
	titles   []string          // by that number
	needs    []int             // by writ: the number of its name
	fields   []int             // by writ: the place of its name among the states
	byName   map[string][]rule // by name and by code; laws may ask for one writ each
	keys     *keys             // of digests
}

// scope is for which files a norm is, made quick to ask.
type scope struct {
	cases       uint16 // a bit for each sort and procedure
	from, until fazhi.Date
}

// rule says where a norm stands.
type rule struct {
	kind  int
	index int
}

const (
	limitRule = iota
	dutyRule
	orderRule
	writRule
)

// NewExaminer makes an Examiner. A limit that is given takes the place of that of the same name: for a sector whose own
// rules set another (法律、法规、规章另有规定). The error names everything that is wrong: no calendar, a limit of a name that
// there is not or without a length.
func NewExaminer(calendar *workday.Calendar, own ...Limit) (*Examiner, error) {
	x := &Examiner{calendar: calendar, limits: Limits(), duties: Duties(), orders: Orders(), writs: Writs()}
	var faults []error
	if calendar == nil {
		faults = append(faults, fmt.Errorf("casefile: %w", ErrCalendar))
	}
	for i := range own {
		if slices.ContainsFunc(own[:i], func(l Limit) bool { return l.Name == own[i].Name }) {
			faults = append(faults, fmt.Errorf("casefile: “%s”%w：给了两次", own[i].Name, ErrLimit))
			continue
		}
		faults = append(faults, x.replace(own[i]))
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	x.index()
	return x, nil
}

func (x *Examiner) replace(l Limit) error {
	for i := range x.limits {
		if x.limits[i].Name != l.Name {
			continue
		}
		if l.Span.String() == "" || l.Start >= events || l.End >= events || l.Extended >= events || l.Postponed >= events || l.Instead >= facts ||
			!l.Extension.IsZero() && l.Extension.Unit != l.Span.Unit || !l.OtherExtension.IsZero() && l.OtherExtension.Unit != l.Other.Unit {
			return fmt.Errorf("casefile: “%s”%w：没有长度、节点，或者延长的单位不同", l.Name, ErrLimit)
		}
		if l.Asked != "" && !slices.ContainsFunc(x.limits, func(other Limit) bool { return other.Name == l.Asked }) {
			return fmt.Errorf("casefile: “%s”%w：没有所依据的期限“%s”", l.Name, ErrLimit, l.Asked)
		}
		l.when, l.Code = x.limits[i].when, x.limits[i].Code
		x.limits[i] = l
		return nil
	}
	return fmt.Errorf("casefile: “%s”%w：没有这个名称", l.Name, ErrLimit)
}

// index makes what is looked up fast.
func (x *Examiner) index() {
	x.names, x.byName, x.keys = map[string]int{}, map[string][]rule{}, newKeys()
	names := writNames()
	for i := range x.limits {
		x.add(&x.limits[i].Norm, rule{limitRule, i})
	}
	for i := range x.duties {
		x.add(&x.duties[i].Norm, rule{dutyRule, i})
	}
	for i := range x.orders {
		x.add(&x.orders[i].Norm, rule{orderRule, i})
	}
	for i := range x.writs {
		w := &x.writs[i]
		x.add(&w.Norm, rule{writRule, i})
		x.needs = append(x.needs, x.title(w.Name, w.Also))
		x.fields = append(x.fields, x.plain()+slices.Index(names, w.Name))
	}
	for _, t := range titles() {
		x.title(t.name, t.also)
	}
}

// plain returns how many limits, duties and orders there are: the states before those of writs.
func (x *Examiner) plain() int { return len(x.limits) + len(x.duties) + len(x.orders) }

// title returns the number of the name of a document and notes its other names.
func (x *Examiner) title(name string, also []string) int {
	n, known := x.names[name]
	if !known {
		n = len(x.titles)
		x.titles = append(x.titles, name)
		x.names[name] = n
	}
	for _, other := range also {
		x.names[other] = n
	}
	return n
}

func (x *Examiner) add(n *Norm, r rule) {
	x.scopes = append(x.scopes, scopeOf(n))
	x.byName[string(n.Code)] = append(x.byName[string(n.Code)], r)
	x.byName[n.Name] = append(x.byName[n.Name], r)
}

// sorts are all sorts; a sort that is none of them has a place of its own behind them.
func sorts() [5]Sort { return [...]Sort{Penalty, NoPenalty, Permit, Coercion, Inspection} }

func scopeOf(n *Norm) scope {
	s := scope{from: n.From, until: n.Until}
	all := sorts()
	for _, sort := range append(all[:], "") {
		for _, procedure := range [...]Procedure{Ordinary, Summary} {
			f := File{Sort: sort, Procedure: procedure}
			if n.IsFor(&f) {
				s.cases |= caseOf(&f)
			}
		}
	}
	return s
}

// caseOf returns the bit of the file's sort and procedure.
func caseOf(f *File) uint16 {
	all := sorts()
	place := len(all)
	for i := range all {
		if all[i] == f.Sort {
			place = i
			break
		}
	}
	if f.Procedure == Summary {
		place += 8
	}
	return 1 << place
}

// An Examined is a file with what came of each demand: what the Vocabulary speaks of. Digest is that of the file. The zero
// value is that of no file. Use one again for the next file to save memory; it is not safe for concurrent use while Examine
// fills it. A file that is changed after that has to be examined anew: states and digest are still those of before.
type Examined struct {
	File    *File
	Digest  rubric.Digest
	states  []State  // of limits, duties and orders, then of writs by writNames
	missing []string // 缺少文书
	held    []string // 卷内文书, by their one name
	double  bool
	present []bool          // by number of the name
	pauses  []workday.Pause // room for those that count
}

// Examine judges a file by every demand that is for it and writes what came of it into the Examined, whose memory is used
// again: with up to eight pauses nothing is allocated the second time. A year that no calendar is known of is a state,
// not an error; the error is for a nil argument, or an Examiner that NewExaminer has not made.
func (x *Examiner) Examine(f *File, into *Examined) error {
	if f == nil || into == nil {
		return fmt.Errorf("casefile: %w", ErrFile)
	}
	if x == nil || x.calendar == nil {
		return fmt.Errorf("casefile: %w", ErrCalendar)
	}
	into.File, into.Digest = f, x.keys.digest(f)
	into.states = into.states[:0]
	if cap(into.pauses) < len(f.Pauses) {
		into.pauses = make([]workday.Pause, 0, len(f.Pauses))
	}
	kind, on := caseOf(f), f.LawOn(fazhi.Date{})
	for i := range x.scopes[:x.plain()] {
		state := NotApplicable
		if x.scopes[i].holds(kind, on) {
			state = x.state(i, f, into.pauses)
		}
		into.states = append(into.states, state)
	}
	x.documents(f, into, kind, on)
	return nil
}

func (s *scope) holds(kind uint16, on fazhi.Date) bool {
	return s.cases&kind != 0 && (on.IsZero() || (s.from.IsZero() || !on.Before(s.from)) && (s.until.IsZero() || !on.After(s.until)))
}

// state judges the i-th demand.
func (x *Examiner) state(i int, f *File, buf []workday.Pause) State {
	if i < len(x.limits) {
		var r reckoning
		x.reckon(&x.limits[i], f, &r, buf[:0])
		return r.state
	}
	if i -= len(x.limits); i < len(x.duties) {
		return x.duty(&x.duties[i], f, buf[:0])
	}
	return x.orders[i-len(x.duties)].judge(f)
}

// documents names those that are there, and those that are missing.
func (x *Examiner) documents(f *File, into *Examined, kind uint16, on fazhi.Date) {
	into.held, into.missing, into.double = into.held[:0], into.missing[:0], false
	if len(into.present) != len(x.titles) {
		into.present = make([]bool, len(x.titles))
	}
	clear(into.present)
	for i := range f.Documents {
		name := f.Documents[i].Name
		if n, known := x.names[name]; known {
			name = x.titles[n]
			into.present[n] = true
		}
		into.held = append(into.held, name)
		into.double = into.double || isRepeated(f.Documents, into.held, i)
	}
	x.judgeWrits(f, into, kind, on)
}

// judgeWrits judges each writ by its name: several laws may ask for one, each in files of its own.
func (x *Examiner) judgeWrits(f *File, into *Examined, kind uint16, on fazhi.Date) {
	for range 1 + slices.Max(x.fields) - len(into.states) {
		into.states = append(into.states, NotApplicable)
	}
	scopes := x.scopes[x.plain():]
	for i := range x.writs {
		if !scopes[i].holds(kind, on) {
			continue
		}
		w := &x.writs[i]
		state := w.judge(f, into.present[x.needs[i]])
		into.states[x.fields[i]] = state
		if state == Broken {
			into.missing = append(into.missing, w.Name)
		}
	}
}

// holds reports whether the file has the writ, under any of its names.
func (x *Examiner) holds(f *File, writ int) bool {
	return slices.ContainsFunc(f.Documents, func(d Document) bool {
		n, known := x.names[d.Name]
		return known && n == x.needs[writ]
	})
}

// judge says what came of a writ in a file that it is for.
func (w *Writ) judge(f *File, present bool) State {
	if present {
		return Kept
	}
	switch w.when.ask(f) {
	case No:
		return NotApplicable
	case Unknown:
		return NoRecord
	}
	return Broken
}

// isRepeated reports whether a document stands earlier in the file already: with the same bytes, or, where those are not
// known, of the same day and under the same name, by which names it has.
func isRepeated(documents []Document, names []string, i int) bool {
	d := &documents[i]
	for j := range documents[:i] {
		e := &documents[j]
		if e.Digest != "" && e.Digest == d.Digest || e.Date == d.Date && e.Digest == "" && d.Digest == "" && names[j] == names[i] {
			return true
		}
	}
	return false
}

// State returns what came of a demand, by its name or code; Unexamined if nobody has looked or there is none of that
// name. Of a writ it says whether it is there.
func (x *Examiner) State(e *Examined, name string) State {
	if x == nil || e == nil || e.File == nil || len(e.states) == 0 {
		return Unexamined
	}
	r, ok := x.find(e.File, name)
	if !ok {
		return Unexamined
	}
	switch r.kind {
	case limitRule:
		return e.states[r.index]
	case dutyRule:
		return e.states[len(x.limits)+r.index]
	case orderRule:
		return e.states[len(x.limits)+len(x.duties)+r.index]
	}
	if !x.writs[r.index].IsFor(e.File) {
		return NotApplicable
	}
	return e.states[x.fields[r.index]]
}

// find returns the demand of that name or code; of several that one which is for the file.
func (x *Examiner) find(f *File, name string) (rule, bool) {
	rules := x.byName[name]
	for _, r := range rules {
		if x.norm(r).IsFor(f) {
			return r, true
		}
	}
	if len(rules) == 0 {
		return rule{}, false
	}
	return rules[0], true
}

// Missing returns the names of the writs that the file must hold and does not (缺少文书). The list is the Examined's own and
// valid until it is used again.
func (e *Examined) Missing() []string {
	if e == nil {
		return nil
	}
	return e.missing
}

// Documents returns the names of the file's documents, each by its one name (卷内文书), in the order of the file. The list
// is the Examined's own.
func (e *Examined) Documents() []string {
	if e == nil {
		return nil
	}
	return e.held
}
