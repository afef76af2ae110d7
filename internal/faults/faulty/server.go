package faulty

import (
	"context"
	"time"

	"github.com/fazhi-go/fazhi/internal/faults"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A Server serves the plug-in and commits the faults of the wire.
type Server struct {
	*protocol.Server
	start faults.Fault
}

// NewServer makes a server with a fault of the start, or None.
func NewServer(start faults.Fault) (*Server, error) {
	s, err := protocol.NewServer(Plugin())
	return &Server{s, start}, err
}

// Handle answers a message, or spoils the answer.
func (s *Server) Handle(ctx context.Context, message []byte) []byte {
	if s.start == faults.Slow {
		time.Sleep(time.Hour) // nobody waits that long
	}
	return faults.Spoil(s.start, message, s.Server.Handle(ctx, message))
}
