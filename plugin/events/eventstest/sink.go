package eventstest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/register"
)

// A Message is what a receiver got.
type Message struct {
	ID   string // the key by which it tells repetitions
	Body []byte
}

// A Rig is a sink with a receiver behind it that has nothing yet.
type Rig struct {
	Sink events.Sink
	// Received returns everything that the receiver has, in the order in which it came.
	Received func() []Message
	// Stop makes the receiver unreachable for good; nil: it cannot be, and that is not tried.
	Stop func()
	// Secrets are texts that no error may hold.
	Secrets []string
}

// marker stands in the data of every event that the kit sends; no error may repeat it.
const marker = "不得外传的内容"

// Sink tries a sink and returns every rule that it breaks, each once, joined. It leaves the receiver stopped.
func Sink(ctx context.Context, r Rig) error {
	k := &kit{Rig: r, ctx: ctx, said: make(map[string]bool)}
	k.arrives()
	k.inOrder()
	k.again()
	k.sizes()
	k.refusesNoEvent()
	k.concurrently()
	k.contextOver()
	if r.Stop != nil {
		k.down()
	}
	return errors.Join(k.faults...)
}

type kit struct {
	Rig
	ctx    context.Context
	next   int64
	faults []error
	said   map[string]bool
}

func (k *kit) say(rule, format string, values ...any) {
	if k.said[rule] {
		return
	}
	k.said[rule] = true
	k.faults = append(k.faults, fmt.Errorf("eventstest: %s: "+format, append([]any{rule}, values...)...))
}

// event makes an event that no other is like.
func (k *kit) event(padding int) *events.Envelope {
	k.next++
	return &events.Envelope{
		ID: fmt.Sprintf("%064x", k.next), Source: "/fazhi/register/test", Type: "cn.fazhi.contract.step.v1",
		Subject: fmt.Sprintf("contract:HT-%d", k.next%3), Sequence: k.next,
		Time:       time.Date(2024, 5, 1, 2, 0, 0, 0, time.UTC).Add(time.Duration(k.next) * time.Second),
		DataSchema: events.Schema,
		Data:       json.RawMessage(`{"note":"` + marker + strings.Repeat("x", padding) + `"}`),
	}
}

// send sends an event that must go out.
func (k *kit) send(rule string, e *events.Envelope) {
	before := *e
	before.Data = slices.Clone(e.Data)
	if err := k.Sink.Send(k.ctx, e); err != nil {
		k.say(rule, "the error of Send is: %w", err)
	}
	if !reflect.DeepEqual(&before, e) {
		k.say("unchanged", "Send changes the envelope")
	}
}

// since returns what came after the first n messages.
func (k *kit) since(n int) []Message {
	all := k.Received()
	return all[min(n, len(all)):]
}

func (k *kit) arrives() {
	e := k.event(0)
	k.send("arrives", e)
	got := k.Received()
	want, err := e.Encode()
	switch {
	case err != nil:
		k.say("arrives", "the kit's own event: %w", err)
	case len(got) != 1:
		k.say("arrives", "the receiver has %d messages when Send has returned, not 1", len(got))
	case got[0].ID != e.ID:
		k.say("key", "the receiver's key is not the ID of the event")
	case !bytes.Equal(got[0].Body, want):
		k.say("bytes", "the receiver does not get the bytes of Encode")
	}
}

func (k *kit) inOrder() {
	n := len(k.Received())
	var want, got []string
	for range 50 {
		e := k.event(0)
		k.send("order", e)
		want = append(want, e.ID)
	}
	for _, m := range k.since(n) {
		got = append(got, m.ID)
	}
	if !slices.Equal(got, want) {
		k.say("order", "50 events that are sent one after another do not arrive in this order")
	}
}

func (k *kit) again() {
	e := k.event(0)
	n := len(k.Received())
	k.send("again", e)
	k.send("again", e)
	got := k.since(n)
	if len(got) == 0 || len(got) > 2 || slices.ContainsFunc(got, func(m Message) bool { return m.ID != e.ID || !bytes.Equal(m.Body, got[0].Body) }) {
		k.say("again", "an event that is sent twice does not arrive once or twice, the same each time")
	}
}

func (k *kit) sizes() {
	bare := k.event(0)
	bare.Data, bare.DataSchema = nil, ""
	for _, e := range []*events.Envelope{bare, k.event(4 << 10), k.event(events.MaxSize - 1000)} {
		n := len(k.Received())
		k.send("sizes", e)
		want, _ := e.Encode()
		if got := k.since(n); len(got) != 1 || !bytes.Equal(got[0].Body, want) {
			k.say("sizes", "an event of %d bytes does not arrive as it is", len(want))
		}
	}
}

func (k *kit) refusesNoEvent() {
	n := len(k.Received())
	broken := k.event(0)
	broken.Sequence = 0
	large := k.event(events.MaxSize)
	for _, e := range []*events.Envelope{{}, broken, large} {
		err := k.Sink.Send(k.ctx, e)
		if !errors.Is(err, events.ErrReject) {
			k.say("no event", "the error of what Encode refuses is %v, not ErrReject", err)
		}
		k.discreet(err)
	}
	if len(k.since(n)) > 0 {
		k.say("no event", "what Encode refuses arrives")
	}
}

func (k *kit) concurrently() {
	n := len(k.Received())
	list := make([]*events.Envelope, 160)
	for i := range list {
		list[i] = k.event(i)
	}
	failed := make([]error, 8)
	var all sync.WaitGroup
	for i := range failed {
		all.Go(func() {
			for _, e := range list[i*20 : i*20+20] {
				failed[i] = errors.Join(failed[i], k.Sink.Send(k.ctx, e))
			}
		})
	}
	all.Wait()
	if err := errors.Join(failed...); err != nil {
		k.say("concurrency", "8 goroutines: %w", err)
	}
	ids := make(map[string]bool)
	for _, m := range k.since(n) {
		ids[m.ID] = true
	}
	if len(ids) != len(list) {
		k.say("concurrency", "of %d events of 8 goroutines %d arrive", len(list), len(ids))
	}
}

func (k *kit) contextOver() {
	ctx, cancel := context.WithCancel(k.ctx)
	cancel()
	err := k.Sink.Send(ctx, k.event(0))
	if !errors.Is(err, context.Canceled) {
		k.say("context", "a context that is over: the error is %v", err)
	}
	k.knowsNothing("context", err)
	if errors.Is(err, events.ErrDown) {
		k.say("context", "a context that is over says that the receiver is down")
	}
	k.discreet(err)
}

// knowsNothing sees to it that an error does not say more of the event than can be known.
func (k *kit) knowsNothing(rule string, err error) {
	if errors.Is(err, events.ErrReject) || errors.Is(err, events.ErrGone) {
		k.say(rule, "the error says what only the receiver can: %v", err)
	}
}

func (k *kit) down() {
	k.Stop()
	err := k.Sink.Send(k.ctx, k.event(0))
	if !errors.Is(err, events.ErrDown) || !errors.Is(err, register.ErrStall) {
		k.say("down", "the receiver cannot be reached: the error is %v, not ErrDown", err)
	}
	k.knowsNothing("down", err)
	k.discreet(err)
}

// discreet sees to it that an error holds nothing that it should not.
func (k *kit) discreet(err error) {
	if err == nil {
		return
	}
	for _, text := range append([]string{marker}, k.Secrets...) {
		if strings.Contains(err.Error(), text) || strings.Contains(fmt.Sprintf("%+v %#v", err, err), text) {
			k.say("discreet", "an error holds a secret or data of the event")
		}
	}
}
