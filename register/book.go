package register

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// A Book gives numbers and keeps what happens to documents. What it knows of them is in the store, so that any number of
// books, in any number of processes, may work on one; it may be used by several goroutines.
type Book struct {
	store    Store
	hash     Hash
	series   map[string]*Series
	flows    map[fazhi.Kind]*course
	calendar *workday.Calendar
	hooks    Hooks
	sealer   Sealer
	now      func() time.Time
	skew     time.Duration
	trusted  sync.Map // the organs whose last entry has the book's hash
}

// Options are the rules of a book.
type Options struct {
	// Now is the clock by which entries are dated. It must be set: a test gives its own, a server time.Now.
	Now func() time.Time

	// Series are the rows of numbers that requests and steps may draw from.
	Series []Series

	// Flows say which steps a document of a kind may take. A document of a kind without a flow takes any step.
	Flows []*lifecycle.Machine

	// Calendar computes when the clocks of the flows end. It must be set where a flow has clocks.
	Calendar *workday.Calendar

	Hooks Hooks

	// Sealer takes personal data out of documents before they are kept; nil: documents are kept as they come, and a
	// document with personal data in it cannot be taken out again.
	Sealer Sealer

	// Hash chains the entries; zero: SHA-256.
	Hash Hash

	// Skew is how far the clock may lie behind the book's last entry before that is an error (ErrClock); up to it, the
	// entry gets the time of the one before. Zero: one minute. If a clock ran ahead once and dated an entry in the future,
	// a greater Skew lets the book go on.
	Skew time.Duration
}

// defaultSkew allows for the clocks of several servers.
const defaultSkew = time.Minute

// New makes a book on a store. The error says everything that is wrong with the options.
func New(store Store, o Options) (*Book, error) {
	b := &Book{
		store: store, calendar: o.Calendar, hooks: o.Hooks, sealer: o.Sealer, now: o.Now, skew: o.Skew,
		series: make(map[string]*Series, len(o.Series)), flows: make(map[fazhi.Kind]*course, len(o.Flows)),
	}
	if b.skew == 0 {
		b.skew = defaultSkew
	}
	var wrong []error
	if store == nil {
		wrong = append(wrong, errors.New("没有 Store"))
	}
	if o.Now == nil {
		wrong = append(wrong, errors.New("没有 Now"))
	}
	if o.Skew < 0 {
		wrong = append(wrong, errors.New("选项 Skew 为负数"))
	}
	var err error
	b.hash, err = o.Hash.Check()
	wrong = append(wrong, err)
	for _, s := range o.Series {
		wrong = append(wrong, b.addSeries(s))
	}
	for _, f := range o.Flows {
		wrong = append(wrong, b.addFlow(f))
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, fmt.Errorf("register: %w", err)
	}
	return b, nil
}

func (b *Book) addSeries(s Series) error {
	if err := s.vet(); err != nil {
		return err
	}
	if b.series[s.Name] != nil {
		return fmt.Errorf("编号系列 %q 重复", s.Name)
	}
	for _, other := range b.series {
		if s.collides(other) {
			return fmt.Errorf("编号系列 %q 与 %q 会写出同样的编号", s.Name, other.Name)
		}
	}
	b.series[s.Name] = &s
	return nil
}

// A course is a flow with what the book wants to know of it at hand.
type course struct {
	machine *lifecycle.Machine
	first   string              // the step with which it begins, if there is one only
	numbers map[string][]string // by step
	asks    map[string]bool     // the steps that look into the document
}

func (b *Book) addFlow(m *lifecycle.Machine) error {
	if m == nil {
		return errors.New("办理流程为空")
	}
	flow := m.Flow()
	if b.flows[flow.Kind] != nil {
		return fmt.Errorf("%s 有两个办理流程", flow.Kind)
	}
	c := &course{machine: m, numbers: make(map[string][]string, len(flow.Steps)), asks: make(map[string]bool, len(flow.Steps))}
	b.flows[flow.Kind] = c
	if begin := m.Next(lifecycle.State{}); len(begin) == 1 {
		c.first = begin[0].Name
	}
	var wrong []error
	clocks := false
	for _, step := range flow.Steps {
		c.numbers[step.Name] = step.Numbers
		c.asks[step.Name] = len(step.Gates) > 0 || slices.ContainsFunc(step.Starts, func(c lifecycle.Clock) bool { return c.When != nil })
		for _, name := range step.Numbers {
			if b.series[name] == nil {
				wrong = append(wrong, fmt.Errorf("办理流程 %s 的 %s 用到编号系列 %q，而没有这一系列", flow.Name, step.Name, name))
			}
		}
		clocks = clocks || len(step.Starts) > 0
	}
	if clocks && b.calendar == nil {
		wrong = append(wrong, fmt.Errorf("办理流程 %s 有期限，而没有 Calendar", flow.Name))
	}
	return errors.Join(wrong...)
}

// china is the zone in which a moment has its day. The law knows no other.
var china = time.FixedZone("UTC+8", 8*60*60)

// today returns the day of a moment in China.
func today(t time.Time) fazhi.Date { return fazhi.DateIn(t.In(china)) }
