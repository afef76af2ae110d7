package ocds

import (
	"cmp"
	"slices"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/register"
)

// An Event is something that happened to a contract: a step of contract.Flow and the day that counts in law. At is when it
// was recorded; the zero time stands for the beginning of the day, in the time of Beijing.
type Event struct {
	Day  fazhi.Date
	Step string
	At   time.Time
}

// Trail returns the events in a contract's entries of a register: the steps that it took. Refusals, corrections and numbers
// set aside are none.
func Trail(entries []register.Entry) []Event {
	var events []Event
	for _, e := range entries {
		if e.Act == register.Added || e.Act == register.Stepped {
			events = append(events, Event{Day: e.On, Step: e.Step, At: e.At})
		}
	}
	return events
}

// Events returns what the contract's own dates tell, in the order in which Releases publishes it. It is what Releases
// rests on where there is no trail.
func Events(c *contract.Contract) []Event {
	var events []Event
	for _, p := range publications(facts(c), nil) {
		events = append(events, p.Event)
	}
	return events
}

// A step is one of contract.Flow that is published.
type step struct {
	name, slug, tag string
	bare            bool // published also if no field of the contract tells it
}

// steps are those that are published, in the order in which they are taken on one day.
func steps() []step {
	return []step{
		{name: awarding, slug: "award", tag: "award"},
		{name: submitting, slug: "submission", tag: "contractUpdate"},
		{name: reviewing, slug: "review", tag: "contractUpdate"},
		{name: "暂停签订", slug: "signing-suspension", tag: "contractUpdate", bare: true},
		{name: "恢复签订", slug: "signing-resumption", tag: "contractUpdate", bare: true},
		{name: signing, slug: "signing", tag: "contractUpdate"},
		{name: announcing, slug: "announcement", tag: "contractUpdate"},
		{name: copyFiling, slug: "copy-filing", tag: "contractUpdate"},
		{name: filing, slug: "filing", tag: "contractUpdate"},
		{name: performing, slug: "performance", tag: "implementationUpdate", bare: true},
		{name: changing, slug: "change", tag: "contractAmendment"},
		{name: "中止履行", slug: "suspension", tag: "contractUpdate", bare: true},
		{name: "恢复履行", slug: "resumption", tag: "contractUpdate", bare: true},
		{name: completing, slug: "completion", tag: "contractTermination"},
		{name: rescinding, slug: "rescission", tag: "contractTermination"},
		{name: ending, slug: "termination", tag: "contractTermination"},
	}
}

// The steps that fields of a contract tell.
const (
	awarding   = "中标成交"
	submitting = "送审"
	reviewing  = "审查"
	signing    = "签订"
	announcing = "采购合同公告"
	copyFiling = "采购合同备案"
	filing     = "备案"
	performing = "履行"
	changing   = "变更"
	completing = "履行完毕"
	rescinding = "解除"
	ending     = "终止"
)

// rank returns the place of a step in steps, -1 if it is not published.
func rank(name string) int {
	return slices.IndexFunc(steps(), func(s step) bool { return s.name == name })
}

// repeated reports whether a step is told by many facts, each on its day.
func repeated(name string) bool { return name == performing || name == changing }

// A publication is a release to be: an event and the facts that it makes known.
type publication struct {
	Event
	rank  int    // of its step
	id    string // within the contract
	facts []fact
}

// publications gives the facts to the events, in order: an event makes known the facts of its step; performance and change,
// which come more than once, those up to its day. Facts of which no event tells are events of their own.
func publications(all []fact, trail []Event) []publication {
	var list []publication
	waiting, bare := make(map[string][]fact), make(map[string]int)
	for _, f := range all {
		waiting[f.step] = append(waiting[f.step], f)
	}
	for _, e := range slices.SortedStableFunc(slices.Values(trail), byTime) {
		p := publication{Event: e, rank: rank(e.Step)}
		if p.rank < 0 || e.at().IsZero() {
			continue
		}
		queue := waiting[e.Step]
		n := len(queue)
		if repeated(e.Step) {
			n = countTo(queue, e.Day)
		}
		p.facts, waiting[e.Step] = queue[:n], queue[n:]
		if p.name(bare) {
			list = append(list, p)
		}
	}
	for i, s := range steps() {
		for _, f := range waiting[s.name] {
			list = append(list, publication{Event: Event{Day: f.day, Step: f.step}, rank: i, id: f.id, facts: []fact{f}})
		}
	}
	slices.SortStableFunc(list, func(p, q publication) int {
		return cmp.Or(byTime(p.Event, q.Event), cmp.Compare(p.rank, q.rank))
	})
	return list
}

// countTo counts the facts up to a day; they are in the order of their days.
func countTo(facts []fact, day fazhi.Date) int {
	n := slices.IndexFunc(facts, func(f fact) bool { return f.day.After(day) })
	if n < 0 {
		return len(facts)
	}
	return n
}

// name sets the id: that of the first fact, else the step with its count. It reports false if there is nothing to publish.
func (p *publication) name(bare map[string]int) bool {
	if len(p.facts) > 0 {
		p.id = p.facts[0].id
		return true
	}
	s := steps()[p.rank]
	if !s.bare {
		return false
	}
	bare[s.name]++
	p.id = numbered(s.slug, bare[s.name])
	p.facts = []fact{bareFact(s, p.id, p.Day)}
	return true
}

func byTime(a, b Event) int { return a.at().Compare(b.at()) }

// at returns when the event was recorded, in the time of Beijing; the zero time if that is not known.
func (e Event) at() time.Time {
	if !e.At.IsZero() {
		return e.At.In(beijing())
	}
	return midnight(e.Day)
}

func beijing() *time.Location { return time.FixedZone("+08:00", 8*60*60) }

// midnight returns the beginning of a day in Beijing, the zero time for the zero Date.
func midnight(d fazhi.Date) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	year, month, day := d.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, beijing())
}

// stamp writes a time as the standard wants it.
func stamp(t time.Time) DateTime { return DateTime(t.Format(time.RFC3339)) }

// on writes a day, "" for the zero Date.
func on(d fazhi.Date) DateTime {
	if d.IsZero() {
		return ""
	}
	return stamp(midnight(d))
}
