package webhook

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/fazhi-go/fazhi/plugin/events"
)

// Bounds of what comes back.
const (
	maxResponseHeader = 16 << 10
	maxResponseBody   = 4 << 10 // read so that the connection can be used again, and thrown away
)

// Options are what a Sink works with. URL, Secret, Secrets and Now are a must.
type Options struct {
	URL   string         // https, without user, password or fragment
	Allow []netip.Prefix // the addresses that may be dialled; empty: none. Loopback and link-local ones must be named as such

	Secret  string // the reference of the secret
	Secrets SecretSource
	Signer  Signer // nil: HMACSHA256

	Now func() time.Time // the clock, for the time that is signed

	Plain        bool              // http is allowed too, where the network encrypts
	Roots        *x509.CertPool    // who may have certified the receiver; nil: those of the system
	Certificates []tls.Certificate // by which the receiver knows us, if it asks
	Timeout      time.Duration     // of a delivery, at the most; zero: 10 s
}

// A Sink sends events by HTTP POST. It may be used by several goroutines.
type Sink struct {
	opt    Options
	url    string
	client *http.Client
}

var _ events.Sink = (*Sink)(nil)

// New makes a sink. Everything that is wrong is said at once. Nothing is dialled yet.
func New(o Options) (*Sink, error) {
	if o.Signer == nil {
		o.Signer = HMACSHA256()
	}
	if o.Timeout == 0 {
		o.Timeout = 10 * time.Second
	}
	allow, err := newAllowance(o.Allow)
	address, err2 := address(o)
	if err := errors.Join(err, err2, o.check()); err != nil {
		return nil, fmt.Errorf("webhook: 不能投递：%w", err)
	}
	return &Sink{opt: o, url: address, client: &http.Client{
		Transport:     transport(o, allow),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}, nil
}

// check says what is wrong with the options, but for the address.
func (o Options) check() error {
	var wrong []error
	say := func(bad bool, message string) {
		if bad {
			wrong = append(wrong, errors.New(message))
		}
	}
	say(o.Secret == "", "没有 Secret")
	say(o.Secrets == nil, "没有 Secrets")
	say(o.Now == nil, "没有 Now")
	say(o.Timeout < 0, "Timeout 不应当为负")
	return errors.Join(append(wrong, checkSigner(o.Signer))...)
}

// address returns the address to send to. The error does not repeat it, for it may hold what it should not.
func address(o Options) (string, error) {
	u, err := url.Parse(o.URL)
	switch {
	case err != nil || u.Host == "" || u.Hostname() == "" || u.Opaque != "":
		return "", errors.New("URL 应当是完整的地址")
	case u.Scheme != "https" && !(u.Scheme == "http" && o.Plain):
		return "", errors.New("URL 应当是 https；确实使用 http 的应当写明 Plain")
	case u.User != nil || u.Fragment != "":
		return "", errors.New("URL 不应当有用户、密码和片段")
	}
	return u.String(), nil
}

// transport makes connections to allowed addresses only. HTTP/1.1 is enough for one message after another.
func transport(o Options, allow *allowance) *http.Transport {
	dialer := &net.Dialer{Timeout: o.Timeout, ControlContext: allow.control}
	return &http.Transport{
		Proxy:                  nil,
		DialContext:            dialer.DialContext,
		TLSClientConfig:        &tls.Config{RootCAs: o.Roots, Certificates: o.Certificates, MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    o.Timeout,
		ResponseHeaderTimeout:  o.Timeout,
		IdleConnTimeout:        time.Minute,
		MaxIdleConnsPerHost:    2,
		MaxResponseHeaderBytes: maxResponseHeader,
		DisableCompression:     true,
	}
}

// Close closes the connections that are not in use.
func (s *Sink) Close() { s.client.CloseIdleConnections() }

// Send posts an event. A status 2xx says that the receiver has it; what the others mean, see Status. A connection that does
// not come about, or a secret that is not there, is events.ErrDown. One that breaks later may be the event's fault.
func (s *Sink) Send(ctx context.Context, e *events.Envelope) error {
	ctx, cancel := context.WithTimeout(ctx, s.opt.Timeout)
	defer cancel()
	body, err := e.Encode()
	if err != nil {
		return fmt.Errorf("webhook: %w：%w", events.ErrReject, err)
	}
	var connected atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{ // of the last try, if a kept connection turns out to be closed
		GetConn: func(string) { connected.Store(false) },
		GotConn: func(httptrace.GotConnInfo) { connected.Store(true) },
	})
	r, err := s.request(ctx, e.ID, body)
	if err != nil {
		return err
	}
	response, err := s.client.Do(r)
	switch {
	case err == nil:
		defer response.Body.Close()
		_, _ = io.CopyN(io.Discard, response.Body, maxResponseBody)
		return s.meaning(response)
	case connected.Load() || errors.Is(err, context.Canceled):
		return fmt.Errorf("webhook: %w", bare(err))
	}
	return fmt.Errorf("webhook: %w：%w", events.ErrDown, bare(err))
}

// request makes the signed request.
func (s *Sink) request(ctx context.Context, id string, body []byte) (*http.Request, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("webhook: %w：地址无效", events.ErrDown)
	}
	secrets, err := s.opt.Secrets.Secrets(ctx, s.opt.Secret)
	if err != nil {
		return nil, fmt.Errorf("webhook: %w：取不到密钥“%s”：%w", events.ErrDown, s.opt.Secret, err)
	}
	if err := Sign(r.Header, s.opt.Signer, secrets, id, s.opt.Now(), body); err != nil {
		return nil, fmt.Errorf("%w：%w", events.ErrDown, err)
	}
	r.Header.Set("Content-Type", events.ContentType)
	r.Header.Set("User-Agent", "fazhi-webhook")
	r.Header["Idempotency-Key"] = nil // not sent: it tells net/http to try again when a kept connection turns out to be closed
	return r, nil
}

// bare takes the address out of an error: what stands behind the host may be nobody's business.
func bare(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}
