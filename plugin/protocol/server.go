package protocol

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/register"
)

// ServerOptions are how a plug-in written in Go is served. The zero value hands it documents as *register.Raw and knows
// no settings.
type ServerOptions struct {
	// Document makes a document of the plug-in's own Go type; nil: *register.Raw as it is. An error, or a panic, is
	// answered as params that do not fit. It is called from several goroutines at once.
	Document func(*register.Raw) (fazhi.Document, error)

	// Configure makes the plug-in that answers from the site's settings; until Initialize nobody does. nil: the plug-in
	// given to NewServer answers, also without Initialize, and any setting is refused as one that nobody reads.
	Configure func(settings map[string]string) (plugin.Plugin, error)
}

// A Server answers messages from a plugin.Plugin. It may be used by several goroutines, and by several hosts at once.
type Server struct {
	o     ServerOptions
	read  *shapes
	ended chan struct{}
	end   func() // closes ended, once

	mu      sync.Mutex
	plugin  *plugin.Plugin // nil until it is configured
	running map[ID]context.CancelFunc
}

// NewServer makes a server with the zero ServerOptions. The error says everything that is wrong with the plug-in.
func NewServer(p plugin.Plugin) (*Server, error) { return ServerOptions{}.NewServer(p) }

// NewServer makes a server. The error says everything that is wrong with the plug-in, ErrDeclaration; renderers, calendars and
// signers, which cannot be given over the wire, are among it.
func (o ServerOptions) NewServer(p plugin.Plugin) (*Server, error) {
	if err := o.vet(p); err != nil {
		return nil, err
	}
	ended := make(chan struct{})
	s := &Server{o: o, read: reading(), ended: ended, end: sync.OnceFunc(func() { close(ended) }), running: make(map[ID]context.CancelFunc)}
	if o.Configure == nil {
		s.plugin = &p
	}
	return s, nil
}

// vet says everything that keeps a plug-in from being served.
func (o ServerOptions) vet(p plugin.Plugin) error {
	var faults []error
	say := func(bad bool, format string, args ...any) {
		if bad {
			faults = append(faults, fmt.Errorf(format, args...))
		}
	}
	if err := vetAlone(p); err != nil {
		faults = append(faults, err)
	}
	say(len(p.Provide.Renderers)+len(p.Provide.Calendars)+len(p.Provide.Signers) > 0, "Renderers、Calendars、Signers 不能在进程之外提供")
	if len(faults) == 0 {
		return nil
	}
	return fmt.Errorf("protocol: %w：%w", ErrDeclaration, errors.Join(faults...))
}

// Done is closed when a host has said Shutdown. A transport with one host, as standard input and output, ends then; one
// that several hosts share goes on, for the Server still answers.
func (s *Server) Done() <-chan struct{} { return s.ended }

// Handle answers one message. It returns nil for a notification, and for every other text an answer in one line without
// line end: also for one that is no request, and when the plug-in panics. The answer names nothing of a document but what the
// plug-in's own answers and errors do. What the plug-in is doing ends with the context as far as the plug-in obeys it;
// Handle waits for it.
//
// A Cancel message cancels the request of that ID that is at work. IDs are the host's: where several hosts share a
// Server, a transport does not pass Cancel on, and ends the context instead.
func (s *Server) Handle(ctx context.Context, message []byte) []byte {
	r, f := s.read.readRequest(message)
	if f != nil {
		return faultOf(r.ID, f)
	}
	if r.Method == Cancel {
		return s.cancel(r)
	}
	ctx, done := s.start(ctx, r.ID)
	defer done()
	result, f := s.answer(ctx, r)
	switch {
	case f == nil:
	case ctx.Err() != nil:
		return faultOf(r.ID, fault(CodeCancelled, "已取消"))
	default:
		return faultOf(r.ID, f)
	}
	text, err := resultOf(r.ID, result)
	if err == nil {
		_, err = strict(text) // a number may be larger than a double holds
	}
	if err != nil {
		return faultOf(r.ID, fault(CodeInternal, "结果不能发送：%s", bare(err)))
	}
	return text
}

// start notes a request as being at work. The second one under an ID cannot be cancelled.
func (s *Server) start(ctx context.Context, id ID) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.running[id] != nil {
		return ctx, cancel
	}
	s.running[id] = cancel
	return ctx, func() {
		s.mu.Lock()
		delete(s.running, id)
		s.mu.Unlock()
		cancel()
	}
}

// cancel obeys a notification; with an ID it is a request, and no such method is known.
func (s *Server) cancel(r Request) []byte {
	var p CancelParams
	if r.ID != 0 {
		return faultOf(r.ID, fault(CodeInvalidRequest, "cancel 是通知，不应当有 id"))
	}
	if s.read.read(r.Params, &p) == nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		if stop := s.running[p.ID]; stop != nil {
			stop()
		}
	}
	return nil
}

// answer finds who answers a method. A panic is a fault.
func (s *Server) answer(ctx context.Context, r Request) (result any, f *Fault) {
	defer func() {
		if recover() != nil { // it may hold anything, so nothing of it is said
			result, f = nil, fault(CodeInternal, "插件崩溃")
		}
	}()
	if ctx.Err() != nil {
		return nil, fault(CodeCancelled, "已取消")
	}
	switch r.Method {
	case Initialize:
		return ask(ctx, s, r, s.initialize)
	case Shutdown:
		return ask(ctx, s, r, s.shutdown)
	}
	p := s.serving()
	if p == nil {
		return nil, fault(CodeInvalidRequest, "应当先 initialize")
	}
	return served{Server: s, p: p}.answer(ctx, r)
}

// ask reads the params of a request and answers it.
func ask[P, R any](ctx context.Context, s *Server, r Request, f func(context.Context, *P) (*R, error)) (any, *Fault) {
	p := new(P)
	if err := s.read.read(r.Params, p); err != nil {
		return nil, fault(CodeInvalidParams, "%s", bare(err))
	}
	result, err := f(ctx, p)
	var known *Fault
	switch {
	case err == nil:
		return result, nil
	case errors.As(err, &known) && known != nil:
		return nil, known
	}
	return nil, fault(CodeInternal, "%v", err)
}

// shutdown says goodbye. Whoever asks later is answered all the same.
func (s *Server) shutdown(context.Context, *Empty) (*Empty, error) {
	s.end()
	return &Empty{}, nil
}

func (s *Server) serving() *plugin.Plugin {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.plugin
}

// initialize says what the plug-in offers, after it has been configured.
func (s *Server) initialize(_ context.Context, q *InitializeParams) (*InitializeResult, error) {
	if !slices.Contains(q.Protocols, Version) {
		return nil, fault(CodeInvalidParams, "插件只会 %s", Version)
	}
	if err := s.configure(q.Settings); err != nil {
		return nil, err
	}
	return describe(s.serving(), q.Probe), nil
}

func (s *Server) configure(settings map[string]string) error {
	if s.o.Configure == nil {
		if len(settings) > 0 {
			return fault(CodeInvalidParams, "插件没有设置项")
		}
		return nil
	}
	p, err := s.o.Configure(settings)
	if err == nil {
		err = s.o.vet(p)
	}
	if err != nil {
		return fault(CodeInvalidParams, "%s", bare(err))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.plugin = &p
	return nil
}

func describe(p *plugin.Plugin, probe string) *InitializeResult {
	r := &InitializeResult{
		Protocol: Version, Probe: probe, Checks: []Checked{}, Refuses: list(p.Refuses), Guard: p.Guard != nil, Observe: p.Observe != nil,
		Plugin:  Info{Name: p.Name, Version: p.Version, Doc: p.Doc, API: p.API, Requires: list(p.Requires)},
		Numbers: keys(p.Provide.Numberers), Sections: keys(p.Provide.Sections), Rubrics: keys(p.Provide.Rubrics),
	}
	for _, c := range p.Checks {
		r.Checks = append(r.Checks, Checked{
			Code: c.Code, Kind: c.Kind, Doc: c.Doc, Basis: c.Basis, Severity: c.Severity, From: c.From, Until: c.Until,
		})
	}
	return r
}

// open makes the plug-in's document of one on the wire.
func (s *Server) open(d *Document) (fazhi.Document, error) {
	raw := &register.Raw{Of: fazhi.Ref{Kind: d.Kind, ID: d.ID}, Name: d.Title, JSON: d.Content}
	if s.o.Document == nil {
		return raw, nil
	}
	doc, err := s.document(raw)
	if err != nil {
		return nil, fault(CodeInvalidParams, "文件的内容不合插件的要求")
	}
	return doc, nil
}

// document calls the author's function; what it says may hold a value of the document, so only that it failed is told.
func (s *Server) document(raw *register.Raw) (d fazhi.Document, err error) {
	defer func() {
		if recover() != nil {
			err = ErrDocument
		}
	}()
	d, err = s.o.Document(raw)
	if err == nil && d == nil {
		err = ErrDocument
	}
	return d, err
}
