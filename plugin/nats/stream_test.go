package nats_test

import (
	"testing"
	"time"

	"github.com/nats-io/nats.go/jetstream"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/natsserver"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/nats"
)

// Streams that would lose what they acknowledge are refused, in words that an operator can act on.
func TestStreams(t *testing.T) {
	const day = 24 * time.Hour
	for _, c := range []struct {
		name   string
		change func(c *jetstream.StreamConfig)
		said   string // in the error; "" if it is taken
		noted  string // in the log
	}{
		{"good", func(*jetstream.StreamConfig) {}, "", ""},
		{"memory", func(c *jetstream.StreamConfig) { c.Storage = jetstream.MemoryStorage }, "storage file", ""},
		{"written later", func(c *jetstream.StreamConfig) { c.PersistMode = jetstream.AsyncPersistMode }, "persist_mode default", ""},
		{"no acknowledgement", func(c *jetstream.StreamConfig) { c.NoAck = true }, "no_ack", ""},
		{"interest", func(c *jetstream.StreamConfig) { c.Retention = jetstream.InterestPolicy }, "retention limits", ""},
		{"work queue", func(c *jetstream.StreamConfig) { c.Retention = jetstream.WorkQueuePolicy }, "", ""},
		{"old ones go by number", func(c *jetstream.StreamConfig) { c.Discard, c.MaxMsgs = jetstream.DiscardOld, 1000 }, "discard new", ""},
		{"old ones go by size", func(c *jetstream.StreamConfig) { c.Discard, c.MaxBytes = jetstream.DiscardOld, 1<<20 }, "discard new", ""},
		{"old ones would go, without limits", func(c *jetstream.StreamConfig) { c.Discard = jetstream.DiscardOld }, "", ""},
		{"limits, new ones wait", func(c *jetstream.StreamConfig) { c.MaxMsgs, c.MaxBytes = 1000, 1<<20 }, "", ""},
		{"some of each subject", func(c *jetstream.StreamConfig) { c.MaxMsgsPerSubject = 1 }, "max_msgs_per_subject", ""},
		{"a week", func(c *jetstream.StreamConfig) { c.MaxAge = 7 * day }, "max_age", ""},
		{"a month", func(c *jetstream.StreamConfig) { c.MaxAge = 30 * day }, "", ""},
		{"other subjects", func(c *jetstream.StreamConfig) { c.Subjects = []string{"fazhi.*.contract.*", "x"} }, "subjects", ""},
		{"short window", func(c *jetstream.StreamConfig) { c.Duplicates = time.Second }, "", "duplicate_window"},
		{"two faults", func(c *jetstream.StreamConfig) { c.Storage, c.MaxAge = jetstream.MemoryStorage, day }, "max_age", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, natsserver.Options{}) // of its own: while a server removes one stream it may fail to make another
			config := good()
			c.change(&config)
			w.stream(config)
			w.log.text.Reset()
			o := w.options()
			o.Stream = config.Name
			s := w.sink(o)
			err := s.Check(t.Context())
			require.Equal(t, c.said == "", err == nil, "%v", err)
			if c.said != "" {
				require.ErrorIs(t, err, nats.ErrStream)
				require.ErrorIs(t, s.Send(t.Context(), event("HT-1", 1)), events.ErrDown)
				require.ErrorContains(t, err, c.said)
			}
			require.Contains(t, w.log.String(), c.noted)
			require.Equal(t, c.noted == "", w.log.String() == "", w.log.String())
		})
	}
}

func TestNoStream(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	s := w.sink(w.options())
	err := s.Send(t.Context(), event("HT-1", 1))
	require.ErrorIs(t, err, nats.ErrStream)
	require.ErrorIs(t, err, events.ErrDown)
	require.ErrorContains(t, err, "没有名为 FAZHI 的流")
	w.stream(good())
	require.NoError(t, s.Send(t.Context(), event("HT-1", 1)), "made meanwhile")
}

func TestReplicas(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	o := w.options()
	o.Replicas = 3
	require.ErrorContains(t, w.sink(o).Check(t.Context()), "num_replicas")
}

// A stream that is changed for the worse while the connection stands is found by Check.
func TestStreamChanges(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	s := w.sink(w.options())
	require.NoError(t, s.Check(t.Context()))
	worse := good()
	worse.MaxMsgsPerSubject = 1
	_, err := w.operator().UpdateStream(t.Context(), worse)
	require.NoError(t, err)
	require.ErrorIs(t, s.Check(t.Context()), nats.ErrStream)
}
