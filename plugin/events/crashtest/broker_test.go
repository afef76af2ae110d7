package crashtest

import (
	"testing"

	broker "github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/natsserver"
	"github.com/fazhi-go/fazhi/plugin/events"
)

const stream = "FAZHI"

// A bus is a NATS server with a stream, of which a consumer keeps what is in it.
type bus struct {
	record
	url  string
	aims chan *aim
}

func newBus(t testing.TB, always bool) *bus {
	t.Helper()
	server, err := natsserver.Start(natsserver.Options{Dir: t.TempDir(), SyncAlways: always})
	require.NoError(t, err)
	t.Cleanup(server.Stop)
	b := &bus{url: server.URL(), aims: make(chan *aim, 1)}
	b.makeStream(t)
	b.listen(t)
	return b
}

// operate is a connection as the operator has it.
func (b *bus) operate(t testing.TB) jetstream.JetStream {
	t.Helper()
	conn, err := broker.Connect(b.url)
	require.NoError(t, err)
	t.Cleanup(conn.Close)
	js, err := jetstream.New(conn)
	require.NoError(t, err)
	return js
}

func (b *bus) makeStream(t testing.TB) {
	t.Helper()
	_, err := b.operate(t).CreateStream(t.Context(), jetstream.StreamConfig{
		Name: stream, Subjects: []string{"fazhi.>"}, Storage: jetstream.FileStorage, Discard: jetstream.DiscardNew,
	})
	require.NoError(t, err)
}

// listen takes what is in the stream, and what comes.
func (b *bus) listen(t testing.TB) {
	t.Helper()
	consumer, err := b.operate(t).OrderedConsumer(t.Context(), stream, jetstream.OrderedConsumerConfig{})
	require.NoError(t, err)
	consuming, err := consumer.Consume(b.take)
	require.NoError(t, err)
	t.Cleanup(consuming.Stop)
}

func (b *bus) reach(o order) order {
	o.NATS = b.url
	return o
}

func (b *bus) aim(a *aim) { b.aims <- a }

// take keeps what is in the stream. A kill comes soon after an event was acknowledged.
func (b *bus) take(m jetstream.Msg) {
	e, err := events.Parse(m.Data())
	if err != nil {
		e = &events.Envelope{ID: "not an event: " + err.Error()}
	}
	b.add(e, "")
	select {
	case a := <-b.aims:
		if b.count("") < a.n {
			b.aims <- a
			return
		}
		close(a.reached)
	default:
	}
}
