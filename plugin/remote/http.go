package remote

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// HTTP is a service that speaks the protocol, one message in one POST. URL is a must.
//
// Redirects are not followed and the proxies of the environment not used. Nothing here can end what a service does: a call
// ends at its limit, the service goes on, unless it looks at whether its client is still there, as Handler does.
type HTTP struct {
	URL string // https; http only to this machine, or with Plain

	// Plain allows http to other machines. Documents are then readable to everybody on the way.
	Plain bool

	TLS  *tls.Config                                                          // certificates; nil: those of the system
	Dial func(ctx context.Context, network, address string) (net.Conn, error) // nil: TCP; for a Unix socket

	// Authorize adds to a request what the service knows its clients by, as a token or a signature of the body; nil: nothing.
	// It is asked for every request, so that secrets can change. Several goroutines may call it.
	Authorize func(r *http.Request, body []byte) error

	Timeout   time.Duration // for one answer; zero: 5 s
	MaxAnswer int           // bytes; zero, and at most: protocol.MaxMessage
}

// Connect asks the service what it offers.
func (h HTTP) Connect(ctx context.Context, o protocol.Options) (*protocol.Client, error) {
	conn, err := h.Conn()
	if err != nil {
		return nil, err
	}
	return protocol.Connect(ctx, conn, o)
}

// Conn returns the connection alone. The error says everything that is wrong with h.
func (h HTTP) Conn() (protocol.Conn, error) {
	fill(&h.Timeout, 5*time.Second)
	fill(&h.MaxAnswer, protocol.MaxMessage)
	if err := h.vet(); err != nil {
		return nil, err
	}
	t := &http.Transport{
		TLSClientConfig: h.TLS.Clone(), DialContext: h.Dial, ForceAttemptHTTP2: true, DisableCompression: true,
		MaxResponseHeaderBytes: 64 << 10, MaxIdleConnsPerHost: 8, IdleConnTimeout: time.Minute,
	}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	c := &web{h: h, client: &http.Client{Transport: t, CheckRedirect: stay}}
	c.open, c.shut = context.WithCancelCause(context.Background())
	return c, nil
}

func (h *HTTP) vet() error {
	var faults []error
	say := func(bad bool, what string) {
		if bad {
			faults = append(faults, errors.New("remote: "+what))
		}
	}
	u, err := url.Parse(h.URL)
	if err != nil {
		return errors.New("remote: URL 无法读懂") // the error repeats it, with a password that may be in it
	}
	say(u.Scheme != "https" && u.Scheme != "http" || u.Host == "", "URL 应当以 https:// 开头，带主机名")
	say(u.User != nil, "URL 中不能有账号和口令，请用 Authorize")
	say(u.Scheme == "http" && !h.Plain && !isLocal(u.Hostname()), "http 只能用于本机；确要明文传送的，设 Plain")
	say(h.Timeout < 0, "Timeout 不能是负数")
	say(h.MaxAnswer < 0 || h.MaxAnswer > protocol.MaxMessage, "MaxAnswer 应当在 0 与 8 MiB 之间")
	return errors.Join(faults...)
}

func isLocal(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// web is a protocol.Conn over HTTP.
type web struct {
	h      HTTP
	client *http.Client
	open   context.Context // ends with Close
	shut   context.CancelCauseFunc

	mu              sync.Mutex
	first, greeting []byte // what the service was asked first, and what it answered
}

var _ protocol.Conn = (*web)(nil)

// Call posts a message and returns the body of the answer.
func (c *web) Call(ctx context.Context, message []byte) ([]byte, error) {
	if len(message) > protocol.MaxMessage {
		return nil, fmt.Errorf("remote: %w", protocol.ErrTooLarge)
	}
	if c.open.Err() != nil {
		return nil, closedError()
	}
	ctx, cancel := context.WithTimeoutCause(ctx, c.h.Timeout, plugin.ErrOverrun)
	defer cancel()
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	stop := context.AfterFunc(c.open, func() { end(protocol.ErrClosed) })
	defer stop()
	answer, err := c.ask(ctx, message)
	if err == nil {
		return answer, nil
	}
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	return nil, fmt.Errorf("remote: 服务 %s：%w", c.h.URL, err)
}

// ask posts a message. A service that has been started anew and has forgotten the first request is told it again.
func (c *web) ask(ctx context.Context, message []byte) ([]byte, error) {
	answer, err := c.post(ctx, message)
	if err != nil {
		return nil, err
	}
	first, greeting := c.opening(message, answer)
	if !forgotten(answer) || bytes.Equal(first, message) {
		return answer, nil
	}
	again, err := c.post(ctx, first)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(again, greeting) {
		return nil, ErrChanged
	}
	return c.post(ctx, message)
}

// opening returns the first request and its answer, which until then are those at hand.
func (c *web) opening(message, answer []byte) (first, greeting []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.first == nil {
		c.first, c.greeting = bytes.Clone(message), bytes.Clone(answer)
	}
	return c.first, c.greeting
}

// forgotten reports whether an answer says that the request does not fit into the conversation.
func forgotten(answer []byte) bool {
	if !bytes.Contains(answer, strconv.AppendInt(nil, protocol.CodeInvalidRequest, 10)) {
		return false
	}
	var r struct {
		Error *protocol.Fault `json:"error"`
	}
	return json.Unmarshal(answer, &r) == nil && r.Error != nil && r.Error.Code == protocol.CodeInvalidRequest
}

func (c *web) post(ctx context.Context, message []byte) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.h.URL, bytes.NewReader(message))
	if err != nil {
		return nil, bare(err)
	}
	r.Header.Set("Content-Type", mediaType)
	r.Header.Set("Accept", mediaType)
	if c.h.Authorize != nil {
		if err := c.h.Authorize(r, message); err != nil {
			return nil, err
		}
	}
	response, err := c.client.Do(r)
	if err != nil {
		return nil, bare(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%w（HTTP %s）", ErrStatus, strconv.Itoa(response.StatusCode))
	}
	return readAll(response.Body, c.h.MaxAnswer)
}

// mediaType is that of all messages.
const mediaType = "application/json"

// bare takes the method and the address off an error of the client.
func bare(err error) error {
	var e *url.Error
	if errors.As(err, &e) {
		err = e.Err
	}
	return fmt.Errorf("%w：%w", ErrStatus, err)
}

// readAll reads a body that is no longer than so many bytes.
func readAll(r io.Reader, most int) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w：%w", ErrStatus, err)
	case len(body) > most:
		return nil, protocol.ErrTooLarge
	}
	return body, nil
}

// Close ends all calls and the connections.
func (c *web) Close() error {
	c.shut(protocol.ErrClosed)
	c.client.CloseIdleConnections()
	return nil
}
