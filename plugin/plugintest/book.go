package plugintest

import (
	"context"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/register"
)

// organ is the invented organ of all books and reports.
const organ = "泉源区司法局"

// clock is the time of all entries.
func clock() time.Time { return time.Date(2024, time.June, 3, 1, 30, 0, 0, time.UTC) }

// events registers documents in a book of the memory, moves each on, and returns what an
// observer is told.
func (t *trial) events(samples []sample) []*plugin.Event {
	scope := register.Scope{Organ: organ}
	store := register.NewMemory()
	book, err := register.New(store, register.Options{Now: clock})
	if err != nil {
		t.fault("登记簿：%v", err)
		return nil
	}
	for i, s := range samples {
		text, err := marshal(s.doc)
		if err != nil {
			continue
		}
		doc := &register.Raw{Of: fazhi.Ref{Kind: s.doc.Kind(), ID: fmt.Sprint("YB-", i+1)}, Name: "样本", JSON: text}
		r := register.Request{Scope: scope, Doc: doc, By: "zhang01"}
		if _, err := book.Add(t.ctx, r); err != nil {
			continue // what a book does not take is no event
		}
		r.Step = "审查"
		if _, err := book.Step(t.ctx, r); err != nil {
			t.fault("登记簿：%v", err)
		}
	}
	var all []*plugin.Event
	for e, err := range store.Entries(t.ctx, register.Query{Scope: scope}) {
		if err == nil {
			all = append(all, &plugin.Event{Subscriber: t.p.Name, Entry: e, Attempt: 1})
		}
	}
	return all
}

// observe tells of an event.
func observe(e *plugin.Event) question {
	return question{fmt.Sprintf("通知 第%d条", e.Entry.Seq), e, func(ctx context.Context, p *plugin.Plugin) (any, error) {
		return nil, p.Observe(ctx, e)
	}}
}
