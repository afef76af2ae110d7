// Package nats delivers events of the register to a stream of NATS JetStream.
//
//	sink, err := nats.New(nats.Options{
//		Servers:     []string{"tls://nats1.example.gov.cn:4222", "tls://nats2.example.gov.cn:4222"},
//		Stream:      "FAZHI",
//		Credential:  "register.creds", // a reference; the credential itself is in no configuration
//		Credentials: nats.FileCredentials(os.DirFS("/etc/fazhi/nats")),
//	})
//	…
//	err = sink.Check(ctx) // says at the start what is wrong with the stream
//	dispatcher, err := events.New(events.Subscription{Name: "消息总线", Sink: sink}, options)
//
// # The stream
//
// The operator makes the stream; this package never makes or changes one. It must not lose what it has acknowledged, so
// one that would is refused, with everything that is wrong with it (see ErrStream). One that does:
//
//	nats stream add FAZHI --subjects 'fazhi.>' --storage file --retention limits --discard new --dupe-window 1h --defaults
//
// With "discard new" a stream that is full takes nothing more, and the events wait in the register, where they are safe;
// with "discard old" it would throw away what nobody has read.
//
// What a client cannot see is whether the server writes through to the disk. By default it does so every two minutes,
// and acknowledges at once: a power cut takes back what was acknowledged, and on several replicas at the same time it takes
// it back for good. The configuration of each server needs
//
//	jetstream { store_dir: "/var/lib/nats", sync_interval: always }
//
// and the server's monitoring page /varz then says so, as jetstream.config.sync_always.
//
// When the stream has fewer messages after a reconnection than were acknowledged before, that is logged as an error;
// events.Dispatcher.Replay sends them again.
//
// # Messages
//
// The payload is the event as structured JSON, Content-Type says so, as the NATS binding of CloudEvents has it, and
// Nats-Msg-Id is the event's ID: within the stream's duplicate window the server drops repetitions, so wait for that long
// before a Replay. Later repetitions arrive, and consumers tell them by the ID. The subject is made from Options.Subject.
//
// It does not read streams, and does not queue or try again: that is what package events does.
//
// The headers, the subjects of a template and what each failure means stay; the package has no mutable state of its own.
package nats
