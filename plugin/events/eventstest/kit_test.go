package eventstest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/events/eventstest"
)

// A box is a receiver in memory, with a fault if it is given one.
type box struct {
	fault string
	mu    sync.Mutex
	got   []eventstest.Message
	down  bool
}

func (b *box) rig() eventstest.Rig {
	return eventstest.Rig{
		Sink: b, Secrets: []string{"hunter2"},
		Received: func() []eventstest.Message { return b.got },
		Stop:     func() { b.down = true },
	}
}

func (b *box) Send(ctx context.Context, e *events.Envelope) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if ctx.Err() != nil {
		return b.over(ctx.Err())
	}
	if b.down {
		return b.unreachable()
	}
	body, err := e.Encode()
	if err != nil {
		return b.refused(e, err)
	}
	return b.keep(e, body)
}

func (b *box) over(err error) error {
	switch b.fault {
	case "no context":
		return nil
	case "context is rejection":
		return fmt.Errorf("%w：%w", events.ErrReject, err)
	case "context is down":
		return fmt.Errorf("%w：%w", events.ErrDown, err)
	}
	return err
}

func (b *box) unreachable() error {
	switch b.fault {
	case "down is nothing":
		return nil
	case "down is gone":
		return errors.Join(events.ErrDown, events.ErrGone)
	case "secret in the error":
		return fmt.Errorf("hunter2：%w", events.ErrDown)
	}
	return events.ErrDown
}

func (b *box) refused(e *events.Envelope, err error) error {
	switch b.fault {
	case "no event is down":
		return events.ErrDown
	case "data in the error":
		return fmt.Errorf("%w：%s", events.ErrReject, e.Data)
	}
	return fmt.Errorf("%w：%w", events.ErrReject, err)
}

func (b *box) keep(e *events.Envelope, body []byte) error {
	m := eventstest.Message{ID: e.ID, Body: body}
	n := len(b.got)
	switch b.fault {
	case "another key":
		m.ID = e.Subject
	case "other bytes":
		m.Body = append(bytes.Clone(body), '\n')
	case "nothing arrives":
		return nil
	case "changes":
		e.Subject += "x"
	case "cuts":
		m.Body = body[:min(len(body), 100_000)]
	case "turns round":
		if n%2 == 1 {
			b.got = append(b.got[:n-1], m, b.got[n-1])
			return nil
		}
	case "refuses repetitions":
		for _, old := range b.got {
			if old.ID == m.ID {
				return errors.New("known")
			}
		}
	case "fails":
		return errors.New("no")
	}
	b.got = append(b.got, m)
	return nil
}

func TestKit(t *testing.T) {
	require.NoError(t, eventstest.Sink(t.Context(), new(box).rig()))
}

// The kit bites: one sink for each rule.
func TestKitBites(t *testing.T) {
	for fault, rule := range map[string]string{
		"another key":          "key:",
		"other bytes":          "bytes:",
		"nothing arrives":      "arrives:",
		"changes":              "unchanged:",
		"cuts":                 "sizes:",
		"turns round":          "order:",
		"refuses repetitions":  "again:",
		"fails":                "arrives: the error of Send",
		"no event is down":     "no event:",
		"no context":           "context:",
		"context is rejection": "context: the error says",
		"context is down":      "context: a context",
		"down is nothing":      "down:",
		"down is gone":         "down: the error says",
		"secret in the error":  "discreet:",
		"data in the error":    "discreet:",
	} {
		err := eventstest.Sink(t.Context(), (&box{fault: fault}).rig())
		require.ErrorContains(t, err, "eventstest: "+rule, fault)
	}
}

// A sink that fails when it is called while it is at work.
func TestKitBitesOnConcurrency(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var inner box
		var busy atomic.Bool
		rig := inner.rig()
		rig.Sink = events.SinkFunc(func(ctx context.Context, e *events.Envelope) error {
			if !busy.CompareAndSwap(false, true) {
				return errors.New("busy")
			}
			defer busy.Store(false)
			time.Sleep(time.Millisecond)
			return inner.Send(ctx, e)
		})
		require.ErrorContains(t, eventstest.Sink(t.Context(), rig), "eventstest: concurrency:")
	})
}
