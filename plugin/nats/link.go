package nats

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"time"

	broker "github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// A link is a connection whose stream was looked at. When it breaks it is thrown away: what the client library would keep
// for later, while it connects anew by itself, could overtake what was sent meanwhile.
type link struct {
	conn *broker.Conn
	js   jetstream.JetStream
}

// current returns a link that stands, a new one if need be.
func (s *Sink) current(ctx context.Context) (*link, error) {
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if s.link != nil && s.link.conn.IsConnected() {
		return s.link, nil
	}
	if s.closed {
		return nil, errors.New("已经关闭")
	}
	s.drop()
	l, err := s.connect(ctx)
	if err != nil {
		return nil, err
	}
	s.link = l
	return l, nil
}

// drop throws the link away. The caller has the turn.
func (s *Sink) drop() {
	if s.link != nil {
		s.link.conn.Close()
		s.link = nil
	}
}

// connect makes a link. Nothing of it stays when it fails.
func (s *Sink) connect(ctx context.Context) (*link, error) {
	o, err := s.settings(ctx)
	if err != nil {
		return nil, err
	}
	d := &dialing{}
	o.CustomDialer = dialer(func(network, address string) (net.Conn, error) { return d.dial(ctx, network, address) })
	conn, err := o.Connect()
	d.done()
	if err != nil {
		return nil, err
	}
	l := &link{conn: conn}
	var c *jetstream.StreamConfig
	if l.js, err = jetstream.New(conn); err == nil {
		c, err = s.look(ctx, l)
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	s.remark(l, c)
	return l, nil
}

// How soon a server that says nothing any longer is given up: after three questions.
const (
	askEvery  = 10 * time.Second
	unanswers = 2
)

// settings are those of the client library. Its own defaults make connections that heal by themselves.
func (s *Sink) settings(ctx context.Context) (broker.Options, error) {
	o := broker.Options{
		Servers: s.opt.Servers, NoRandomize: true, IgnoreDiscoveredServers: true, SkipHostLookup: true, Name: "fazhi",
		Secure: !s.opt.Plain, Timeout: s.opt.Timeout, PingInterval: askEvery, MaxPingsOut: unanswers, SubChanLen: 64,
		TLSConfig:    &tls.Config{RootCAs: s.opt.Roots, Certificates: s.opt.Certificates, MinVersion: tls.VersionTLS12},
		AsyncErrorCB: func(_ *broker.Conn, _ *broker.Subscription, err error) { s.heard(err) },
	}
	if s.opt.Credential == "" {
		return o, nil
	}
	c, err := s.opt.Credentials.Credential(ctx, s.opt.Credential)
	if err == nil && c.IsZero() {
		err = errors.New("是空的")
	}
	if err == nil {
		err = c.apply(&o)
	}
	if err != nil {
		return o, fmt.Errorf("取不到凭据“%s”：%w", s.opt.Credential, err)
	}
	return o, nil
}

// heard tells the log what a server complains of beside its answers. Its words are not repeated: they may name documents.
func (s *Sink) heard(err error) {
	if errors.Is(err, broker.ErrPermissionViolation) {
		s.opt.Log.Warn("服务器不许可在这一主题上发布", "stream", s.opt.Stream)
	}
}

// A dialer is the client library's interface.
type dialer func(network, address string) (net.Conn, error)

// Dial calls d.
func (d dialer) Dial(network, address string) (net.Conn, error) { return d(network, address) }

// A dialing is connections that break off when a context ends, until they are done.
type dialing struct{ stop []func() bool }

func (d *dialing) dial(ctx context.Context, network, address string) (net.Conn, error) {
	c, err := new(net.Dialer).DialContext(ctx, network, address)
	if err == nil {
		d.stop = append(d.stop, context.AfterFunc(ctx, func() { _ = c.Close() }))
	}
	return c, err
}

// done lets the connections live on.
func (d *dialing) done() {
	for _, stop := range d.stop {
		stop()
	}
}
