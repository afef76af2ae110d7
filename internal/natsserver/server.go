// Package natsserver starts NATS servers with JetStream for tests, in this process, on a free port of the loopback.
//
//	server, err := natsserver.Start(natsserver.Options{Dir: t.TempDir(), SyncAlways: true})
//	if err != nil { … }
//	defer server.Stop()
//	sink, err := nats.New(nats.Options{Servers: []string{server.URL()}, Plain: true, Stream: "FAZHI"})
//
// Stop ends a server in order, Again brings it back on the same port, with the same files.
package natsserver

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// Options are what a server is made of. The zero value is one without JetStream's files, so Dir is a must.
type Options struct {
	Dir        string // where streams are kept
	Port       int    // zero: a free one
	SyncAlways bool   // each message is on the disk before it is acknowledged; otherwise every two minutes
	MaxPayload int32  // of a message; zero: 1 MiB
	User       string // if there is one, clients must name it
	Password   string
	Deny       string   // a subject on which the user may not publish
	Nkeys      []string // public keys of users, of which clients must have one

	TLS *tls.Config `json:"-"` // nil: no encryption
}

// A Server is one that runs.
type Server struct {
	opt Options
	in  *server.Server
}

// ready is how long a server may take to start.
const ready = 30 * time.Second

// Start starts a server and waits until it takes connections.
func Start(o Options) (*Server, error) {
	if o.Dir == "" {
		return nil, errors.New("natsserver: no Dir")
	}
	settings := &server.Options{
		Host: "127.0.0.1", Port: o.Port, NoLog: true, NoSigs: true, JetStream: true, StoreDir: o.Dir, SyncAlways: o.SyncAlways,
		SyncInterval: 2 * time.Minute, MaxPayload: o.MaxPayload, TLSConfig: o.TLS, TLSTimeout: ready.Seconds(),
	}
	if o.User != "" {
		settings.Users = []*server.User{{Username: o.User, Password: o.Password, Permissions: deny(o.Deny)}}
	}
	if settings.Port == 0 {
		settings.Port = server.RANDOM_PORT
	}
	for _, key := range o.Nkeys {
		settings.Nkeys = append(settings.Nkeys, &server.NkeyUser{Nkey: key})
	}
	s, err := server.NewServer(settings)
	if err != nil {
		return nil, fmt.Errorf("natsserver: %w", err)
	}
	s.Start()
	if !s.ReadyForConnections(ready) {
		s.Shutdown()
		return nil, errors.New("natsserver: the server is not ready")
	}
	if at, ok := s.Addr().(*net.TCPAddr); ok {
		o.Port = at.Port
	}
	return &Server{opt: o, in: s}, nil
}

// deny are the permissions of a user who may do anything, but not publish on a subject.
func deny(subject string) *server.Permissions {
	if subject == "" {
		return nil
	}
	return &server.Permissions{Publish: &server.SubjectPermission{Deny: []string{subject}}}
}

// URL returns the address. It stays when the server is started again.
func (s *Server) URL() string { return s.in.ClientURL() }

// Again starts a server that was stopped, with the same port and files.
func (s *Server) Again() error {
	fresh, err := Start(s.opt)
	if err != nil {
		return err
	}
	s.in = fresh.in
	return nil
}

// Stop ends the server and waits until it has ended.
func (s *Server) Stop() {
	s.in.Shutdown()
	s.in.WaitForShutdown()
}

// DropClients closes the connections of all clients that are there, as a network would.
func (s *Server) DropClients() error {
	all, err := s.in.Connz(nil)
	if err != nil {
		return fmt.Errorf("natsserver: %w", err)
	}
	for _, c := range all.Conns {
		if err := s.in.DisconnectClientByID(c.Cid); err != nil {
			return fmt.Errorf("natsserver: %w", err)
		}
	}
	return nil
}

// SyncAlways is what the server itself says of that, to its operator.
func (s *Server) SyncAlways() (bool, error) {
	v, err := s.in.Varz(nil)
	if err != nil {
		return false, fmt.Errorf("natsserver: %w", err)
	}
	return v.JetStream.Config != nil && v.JetStream.Config.SyncAlways, nil
}
