package indicators

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// places are where the items stand in a row, looked up once.
type places struct {
	carried, accepted, parties, sessions, closed, open int
	sealed, amount, averted, avertedPeople             int
	publicised, merged, screenings, found, prevented   int
	succeeded                                          int
	category, result, form, performance, confirmed     *group
	danger, people                                     *group
	sources                                            *words // places of the parts by 来源
	noSource                                           int
	ends                                               *words // places of 调解成功, 调解不成功 and 终止调解, by the result
}

// newPlaces is called for each counter: looking words up is quick because the last ones are remembered.
func newPlaces() places {
	f := newForm()
	p := places{
		carried: f.at[Carried], accepted: f.at[Accepted], parties: f.at[Parties], sessions: f.at[Sessions], closed: f.at[Closed], open: f.at[Open],
		sealed: f.at[Sealed], amount: f.at[Amount], averted: f.at[Averted], avertedPeople: f.at[AvertedPeople],
		publicised: f.at[Publicised], merged: f.at[Merged], screenings: f.at[Screenings], found: f.at[Found], prevented: f.at[Prevented],
		succeeded: f.at[Succeeded],
		category:  f.group(Accepted, Category), result: f.group(Accepted, Result),
		form: f.group(Succeeded, Form), performance: f.group(Succeeded, Performance), confirmed: f.group(Succeeded, Confirmation),
		danger: f.group(Averted, Danger), people: f.group(AvertedPeople, Danger),
		sources: newWords(), ends: newWords(),
	}
	way := f.group(Accepted, Way)
	p.noSource = way.rest
	for source, name := range ways(choices()) {
		p.sources.set(source, way.part(name))
	}
	for result, item := range map[string]Item{"成功": Succeeded, "不成功": Failed, "终止": Stopped} {
		p.ends.set(result, f.at[item])
	}
	return p
}

// source returns the place of the part that a source of the ledger belongs to.
func (p *places) source(name string) int {
	if at, known := p.sources.find(name); known {
		return at
	}
	return p.noSource
}

// add raises an item in a month; numbers of nothing are left out.
func (c *Counter) add(item, month int, n int64) {
	if n > 0 {
		c.adds = append(c.adds, add{item, month, n})
	}
}

// number returns a number of the ledger as it is added. One that is negative or too large is an issue, and adds nothing.
func (c *Counter) number(n int64, row table.Row, at fazhi.Path) int64 {
	if n < 0 || n > mostOfAll {
		c.notes.note(BadAmount, row, at, "是负数，或者过大，没有计入")
		return 0
	}
	return n
}

// tell notes all that a dispute adds.
func (c *Counter) tell(d *mediation.Case) {
	result, over := c.places.ends.find(d.Result)
	ended, ok := c.life(d, over)
	if !ok {
		return
	}
	if d.Same != "" {
		c.merge(d)
		return
	}
	c.accepted(d)
	c.ended(d, ended, result)
	if month, in := c.calendar.of(d.Reported); in {
		c.add(c.places.publicised, month, 1)
	}
	if len(c.adds) == 0 {
		c.notes.outside++
	}
}

// life returns the day on which a dispute ended, the zero Date while it goes on, and false for one that cannot be counted.
func (c *Counter) life(d *mediation.Case, over bool) (ended fazhi.Date, ok bool) {
	if over {
		ended = d.Closed
		if ended.IsZero() {
			c.notes.endless++
		}
	}
	switch {
	case d.Accepted.IsZero():
		c.notes.undated++
		return ended, false
	case !ended.IsZero() && ended.Before(d.Accepted):
		c.notes.note(BadOrder, d.Row, "/closed", "调解日期早于受理日期，没有计入")
		return ended, false
	}
	return ended, true
}

// merge counts a dispute that is another one: only as such.
func (c *Counter) merge(d *mediation.Case) {
	if month, in := c.calendar.of(d.Accepted); in {
		c.add(c.places.merged, month, 1)
	} else {
		c.notes.outside++
	}
}

func (c *Counter) accepted(d *mediation.Case) {
	p := &c.places
	month, in := c.calendar.of(d.Accepted)
	if !in {
		return
	}
	c.add(p.accepted, month, 1)
	c.add(p.source(d.Source), month, 1)
	c.add(p.category.part(d.Sort), month, 1)
	c.add(p.result.part(d.Result), month, 1)
	c.add(p.parties, month, c.number(int64(d.Parties), d.Row, "/parties"))
	c.add(p.sessions, month, c.number(int64(d.Sessions), d.Row, "/sessions"))
}

func (c *Counter) ended(d *mediation.Case, ended fazhi.Date, result int) {
	p := &c.places
	if d.Accepted.Before(c.period.From) && (ended.IsZero() || !ended.Before(c.period.From)) {
		c.add(p.carried, -1, 1)
	}
	month, in := c.calendar.of(ended)
	if !in {
		if !d.Accepted.After(c.period.To) && (ended.IsZero() || ended.After(c.period.To)) {
			c.add(p.open, -1, 1)
		}
		return
	}
	c.add(p.closed, month, 1)
	c.add(result, month, 1)
	if result == p.succeeded {
		c.success(d, month)
	}
	if d.Averted != "" || d.AvertedPeople > 0 {
		c.add(p.averted, month, 1)
		c.add(p.danger.part(d.Averted), month, 1)
		people := c.number(int64(d.AvertedPeople), d.Row, "/avertedPeople")
		c.add(p.avertedPeople, month, people)
		c.add(p.people.part(d.Averted), month, people)
	}
}

func (c *Counter) success(d *mediation.Case, month int) {
	p := &c.places
	c.add(p.form.part(d.Form), month, 1)
	c.add(p.performance.part(d.Performed), month, 1)
	c.add(p.confirmed.part(d.Confirmation), month, 1)
	if d.Form == "书面" && d.Sealed {
		c.add(p.sealed, month, 1)
	}
	c.add(p.amount, month, c.number(int64(d.Amount), d.Row, "/amount"))
}

// screening notes what a screening adds.
func (c *Counter) screening(s *Screening) {
	p := &c.places
	month, in := c.calendar.of(s.On)
	switch {
	case s.On.IsZero():
		c.notes.undated++
	case !in:
		c.notes.outside++
	default:
		c.add(p.screenings, month, c.number(int64(s.Times), s.Row, "/times"))
		c.add(p.found, month, c.number(int64(s.Found), s.Row, "/found"))
		c.add(p.prevented, month, c.number(int64(s.Prevented), s.Row, "/prevented"))
	}
}
