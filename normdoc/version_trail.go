package normdoc

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// TrailVersions returns the versions of the normative documents in a book, in the order in which they were entered, from
// the steps of Flow and the content kept with them:
//
//	versions, issues, err := normdoc.TrailVersions(book.Find(ctx, register.Query{Scope: scope, Kind: normdoc.Kind}))
//
// 公布 begins the first version on the day of coming into force (Doc.Effective), 修改 the next one on Doc.Changed, 延续 goes
// on under the numbers that it drew until the new Doc.Expires, 废止 and 失效 end on Doc.Ended; where the content does not say
// a day of amendment or end of or after the step, the step's own counts. An Effective that 延续 brings is that of the renewal.
// Of a void document (作废) the last day is the one before it was made void. The last word counts: dates that were put right
// (更正) are taken as they now stand. Refusals and documents of other kinds are passed over.
//
// The error is that of the entries, or says that the content of an entry is not a Doc.
func TrailVersions(entries iter.Seq2[register.Entry, error]) ([]Version, fazhi.Issues, error) {
	t := trail{byRef: make(map[fazhi.Ref]*history)}
	for e, err := range entries {
		if err != nil {
			return nil, nil, fmt.Errorf("normdoc: %w", err)
		}
		if e.Ref.Kind != Kind || e.Act == register.Refused {
			continue
		}
		if err := t.take(&e); err != nil {
			return nil, nil, err
		}
	}
	var versions []Version
	var issues fazhi.Issues
	for _, h := range t.inOrder {
		if h.isUnclear() {
			issues = append(issues, fazhi.Issue{
				Code: CodeNoEffective, Path: "/effective", Message: "已经公布，没有施行日期，不能判断是否有效", Basis: ledgerForm,
			})
		}
		versions = append(versions, h.versions()...)
	}
	return versions, issues, nil
}

type trail struct {
	byRef   map[fazhi.Ref]*history
	inOrder []*history
}

// A history is what has become of one document.
type history struct {
	ref       fazhi.Ref
	doc       Doc
	effective fazhi.Date // of the first text: a renewal may bring a day of its own
	renewed   bool
	numbers   []string // in use
	events    []event
}

// An event begins or ends something; its dates are read at the end, so that what was put right counts.
type event struct {
	step    string
	on      fazhi.Date
	date    fazhi.Date // what the content says of it: the day of the amendment, of the end
	expires fazhi.Date
	numbers []string
}

func (t *trail) take(e *register.Entry) error {
	h := t.byRef[e.Ref]
	if h == nil {
		h = &history{ref: e.Ref}
		t.byRef[e.Ref] = h
		t.inOrder = append(t.inOrder, h)
	}
	if len(e.Doc) > 0 {
		var d Doc
		if err := json.Unmarshal(e.Doc, &d); err != nil {
			return fmt.Errorf("normdoc: 第%d条的文件内容：%w", e.Seq, err)
		}
		h.doc = d
	}
	h.note(e)
	return nil
}

// note keeps an entry as an event, and puts the last one right.
func (h *history) note(e *register.Entry) {
	var drawn []string
	for _, n := range e.Numbers {
		drawn = append(drawn, n.Text)
	}
	switch {
	case e.Act == register.Expired:
		return
	case e.Step == "延续" && e.Act == register.Stepped && len(drawn) > 0:
		h.numbers = drawn
	default:
		h.numbers = append(slices.Clip(h.numbers), drawn...)
	}
	step := e.Step
	if e.Act == register.Voided {
		step = "作废"
	}
	if e.Act == register.Corrected {
		h.correct()
	} else {
		h.events = append(h.events, event{step: step, on: e.On, date: h.dateOf(step), expires: h.doc.Expires, numbers: h.numbers})
	}
	h.renewed = h.renewed || step == "延续"
	if h.effective.IsZero() || !h.renewed {
		h.effective = h.doc.Effective
	}
}

// dateOf returns what the content says of an event.
func (h *history) dateOf(step string) fazhi.Date {
	switch step {
	case "延续":
		return h.doc.Effective
	case "修改":
		return h.doc.Changed
	case "废止", "失效":
		return h.doc.Ended
	}
	return fazhi.Date{}
}

// correct reads the dates of the last event of each name again.
func (h *history) correct() {
	done := make(map[string]bool)
	for i := len(h.events) - 1; i >= 0; i-- {
		ev := &h.events[i]
		if !done[ev.step] {
			ev.date = h.dateOf(ev.step)
			done[ev.step] = true
		}
	}
	for i := len(h.events) - 1; i >= 0; i-- {
		h.events[i].expires = h.doc.Expires
		if h.events[i].step == "延续" {
			break // before it the old end counts
		}
	}
}

// isUnclear reports whether the document was published and nobody says when it came into force.
func (h *history) isUnclear() bool {
	return h.effective.IsZero() && slices.ContainsFunc(h.events, func(ev event) bool { return ev.step == "公布" })
}

// versions cuts the days of the document at its events.
func (h *history) versions() []Version {
	b := versionBuilder{effective: h.effective, now: Version{Ref: h.ref, Title: h.doc.Name, N: 1}}
	for _, ev := range h.events {
		b.take(ev)
	}
	return b.close()
}

// A versionBuilder has the version that is open, if there is one, and the last day of its validity.
type versionBuilder struct {
	effective fazhi.Date
	all       []Version
	now       Version
	open      bool
	expires   fazhi.Date
}

func (b *versionBuilder) take(ev event) {
	switch ev.step {
	case "公布":
		if !b.open && !b.effective.IsZero() {
			b.begin(b.effective, ev.numbers)
		}
	case "修改":
		b.next(ev)
	case "延续":
		b.renew(ev)
	case "停止执行条款":
		b.stopProvision(ev.on)
	case "废止", "失效", "作废":
		b.end(ev)
		return
	}
	if b.open {
		b.expires = ev.expires
	}
}

func (b *versionBuilder) stopProvision(on fazhi.Date) {
	if b.open && !b.now.Partly {
		b.now.Partly, b.now.stopped = true, on
	}
}

func (b *versionBuilder) begin(from fazhi.Date, numbers []string) {
	b.open, b.now.From, b.now.Numbers = true, from, slices.Clone(numbers)
}

// cut ends the open version on the day before another begins, or with its validity, if that was over already.
func (b *versionBuilder) cut(from fazhi.Date, why string) {
	last := from.AddDays(-1)
	if !b.expires.IsZero() && last.After(b.expires) {
		last, why = b.expires, expiry
	}
	b.stop(last, why)
}

// next begins the next text. One that is amended before it comes into force never was a version.
func (b *versionBuilder) next(ev event) {
	if !b.open {
		return
	}
	if from := laterOf(ev.date, ev.on); from.After(b.now.From) {
		b.cut(from, ev.step)
		b.begin(from, ev.numbers)
	}
	b.now.N++
	b.now.Partly = false
}

// renew goes on under new numbers: from the day after the old end, or from its own day if that was over already, or from a
// later day of coming into force that it brings.
func (b *versionBuilder) renew(ev event) {
	if !b.open {
		return
	}
	from := ev.on
	if !b.expires.IsZero() && !ev.on.After(b.expires) {
		from = b.expires.AddDays(1)
	}
	from = laterOf(laterOf(from, ev.date), b.now.From)
	b.cut(from, ev.step)
	b.begin(from, ev.numbers)
}

func (b *versionBuilder) end(ev event) {
	if !b.open {
		return
	}
	last := laterOf(ev.date, ev.on)
	if !b.expires.IsZero() && last.After(b.expires) {
		b.stop(b.expires, expiry)
	} else {
		b.stop(last.AddDays(-1), ev.step)
	}
	b.open = false
}

// stop closes the open version; one that never was in force is dropped.
func (b *versionBuilder) stop(last fazhi.Date, why string) {
	v := b.now
	v.To, v.Why = last, why
	if last.IsZero() || !last.Before(v.From) {
		b.all = append(b.all, v)
	}
}

func (b *versionBuilder) close() []Version {
	switch {
	case b.open && b.expires.IsZero():
		b.stop(fazhi.Date{}, "")
	case b.open:
		b.stop(b.expires, expiry)
	}
	return b.all
}

// laterOf returns the later of two days; one that is not known is the earlier.
func laterOf(a, b fazhi.Date) fazhi.Date {
	if a.Before(b) {
		return b
	}
	return a
}
