package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/webhook"
	"github.com/fazhi-go/fazhi/register"
)

// A shown is what demo prints.
type shown struct {
	Event   json.RawMessage   `json:"event"`
	Headers map[string]string `json:"headers"`
	Steps   []step            `json:"steps"`
	Error   string            `json:"error"`
}

// A step is one thing that was tried.
type step struct {
	What    string    `json:"what"`
	Want    verdict   `json:"want"`
	Receipt []receipt `json:"receipts"`
}

// holds reports whether the receiver said what it should.
func (s step) holds() bool { return len(s.Receipt) == 1 && s.Receipt[0].Verdict == s.Want }

// A stage is sender and receiver in one process.
type stage struct {
	world
	book     *book
	receiver *receiver
	url      string
	sink     *webhook.Sink
	current  []webhook.Secret // the sender's
	receipts []receipt
	out      shown
}

// demo is the command.
func demo(ctx context.Context, c *call, w world) (string, error) {
	s := &stage{world: w}
	stop, err := s.build(ctx)
	if err != nil {
		return "", err
	}
	defer stop()
	if err := s.play(ctx); err != nil {
		return "", err
	}
	if c.json {
		err = cli.WriteJSON(w.stdout, s.out)
	} else {
		err = s.out.write(w.stdout)
	}
	for _, step := range s.out.Steps {
		if !step.holds() {
			return "接收方的答复与预期不同", err
		}
	}
	return "", err
}

// build starts the receiver on a free port of the loopback, and makes a book with a sink to it.
func (s *stage) build(ctx context.Context) (stop func(), err error) {
	secret, err := s.secret()
	if err != nil {
		return nil, err
	}
	s.current = []webhook.Secret{secret}
	m, err := openMemory("")
	if err != nil {
		return nil, err
	}
	s.receiver = &receiver{
		verifier: webhook.Verifier{Secrets: s.current}, now: s.now, memory: m,
		told: func(r receipt) { s.receipts = append(s.receipts, r) },
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, errors.New("不能监听本机的端口")
	}
	server := s.receiver.server()
	go func() { _ = server.Serve(l) }()
	stop = func() { _ = server.Close() }
	s.url = "http://" + l.Addr().String()
	source := webhook.SecretFunc(func(context.Context, string) ([]webhook.Secret, error) { return s.current, nil })
	s.sink, err = newSink(s.url, []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, source, "demo", s.now)
	if err == nil {
		s.book, err = newBook(ctx, s.world, s)
	}
	if err != nil {
		stop()
		return nil, err
	}
	return stop, nil
}

func (s *stage) secret() (webhook.Secret, error) {
	key := make([]byte, 32)
	if _, err := io.ReadFull(s.random, key); err != nil {
		return webhook.Secret{}, errors.New("没有随机数")
	}
	return webhook.NewSecret(key)
}

// Send is that of the sink, and keeps the first event to show it.
func (s *stage) Send(ctx context.Context, e *events.Envelope) error {
	if s.out.Event == nil {
		text, err := e.Encode()
		h := http.Header{}
		if err == nil {
			err = webhook.Sign(h, webhook.HMACSHA256(), s.current, e.ID, s.now(), text)
		}
		if err != nil {
			return err
		}
		s.out.Event, s.out.Headers = text, make(map[string]string)
		for name := range h {
			s.out.Headers[strings.ToLower(name)] = h.Get(name)
		}
	}
	return s.sink.Send(ctx, e)
}

// play tries one thing after another.
func (s *stage) play(ctx context.Context) error {
	pass := func() error { _, err := s.book.dispatcher.Pass(ctx); return err }
	for _, x := range []struct {
		what string
		want verdict
		do   func() error
	}{
		{"登记一份合同，投递事件", isNew, pass},
		{"同一事件再投递一次", isRepeated, func() error {
			return errors.Join(s.book.dispatcher.Replay(ctx, organ, contract(), 1), pass())
		}},
		{"途中改动正文", isRefused, s.forge},
		{"发送方换用新密钥，新旧密钥同时签名", isNew, func() error { return errors.Join(s.rotate(), s.step(ctx), pass()) }},
	} {
		s.receipts = []receipt{}
		if err := x.do(); err != nil {
			return err
		}
		s.out.Steps = append(s.out.Steps, step{What: x.what, Want: x.want, Receipt: s.receipts})
	}
	return nil
}

// rotate has the sender sign with a new secret beside the old one, which the receiver still has alone.
func (s *stage) rotate() error {
	secret, err := s.secret()
	s.current = append([]webhook.Secret{secret}, s.current...)
	return err
}

// step takes the contract a step further.
func (s *stage) step(ctx context.Context) error {
	_, err := s.book.Step(ctx, register.Request{Scope: register.Scope{Organ: organ}, Ref: contract(), Step: "签订"})
	return err
}

// forge sends the first event with its headers and another body.
func (s *stage) forge() error {
	body := bytes.Replace(s.out.Event, []byte("HT-1"), []byte("HT-2"), 1)
	q, err := http.NewRequest(http.MethodPost, s.url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	for name, value := range s.out.Headers {
		q.Header.Set(name, value)
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	answer, err := client.Do(q)
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

// write prints what was shown, for a person.
func (out shown) write(w io.Writer) error {
	var b strings.Builder
	b.WriteString("事件（CloudEvents 1.0）：\n")
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, out.Event, "  ", "  "); err != nil {
		return err
	}
	fmt.Fprintf(&b, "  %s\n\n标头（Standard Webhooks）：\n", pretty.String())
	for _, name := range []string{"webhook-id", "webhook-timestamp", "webhook-signature"} {
		fmt.Fprintf(&b, "  %s: %s\n", name, out.Headers[name])
	}
	b.WriteString("\n接收方：\n")
	for i, s := range out.Steps {
		fmt.Fprintf(&b, "  %d. %s\n", i+1, s.What)
		for _, r := range s.Receipt {
			fmt.Fprintf(&b, "     %s\n", r)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
