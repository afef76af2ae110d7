package protocoltest

import (
	"bytes"
	"context"
	"encoding/json"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/register"
)

// A Server is the plug-in of the kit, for the other end of the connection that is tried.
type Server struct{ server *protocol.Server }

// NewServer returns the plug-in of the kit, which has been told nothing yet.
func NewServer() *Server {
	o := protocol.ServerOptions{Configure: func(settings map[string]string) (plugin.Plugin, error) {
		return configured(settings["greeting"]), nil
	}}
	s, err := o.NewServer(configured(""))
	if err != nil {
		panic(err) // it is a constant
	}
	return &Server{server: s}
}

// Done is closed when the host has said shutdown.
func (s *Server) Done() <-chan struct{} { return s.server.Done() }

// Handle answers one message.
func (s *Server) Handle(ctx context.Context, message []byte) []byte {
	answer := s.server.Handle(ctx, message)
	switch {
	case bytes.Contains(message, []byte(`"do":"`+odd+`"`)):
		return bytes.Replace(answer, []byte(`"result":`), []byte(oddly), 1)
	case bytes.Contains(message, []byte(`"do":"`+large+`"`)):
		return append(answer, bytes.Repeat([]byte(" "), protocol.MaxMessage)...)
	}
	return answer
}

// What the plug-in is asked to do.
const (
	say   = "say"   // answer with the text
	odd   = "odd"   // answer in an unusual form
	wait  = "wait"  // until the context ends
	large = "large" // say more than may be said
)

// oddly stands in an odd answer: members that nobody knows, blanks, a surrogate pair.
const oddly = ` "x" : [ 1.0 , "\u002f" , "泉\u5dde𠀀" ] , "result" : `

// A task is the document that the plug-in judges.
type task struct {
	Do   string `json:"do"`
	Text string `json:"text"`
}

const code = "kit/task/done"

func configured(greeting string) plugin.Plugin {
	return plugin.Plugin{
		Name: "kit/echo", Version: "1", Doc: "一致性测试", API: plugin.API,
		Checks: []fazhi.Check{{Code: code, Doc: "照办", Basis: "测试"}},
		Check: func(ctx context.Context, q *plugin.CheckRequest) (*plugin.CheckResponse, error) {
			var t task
			if err := json.Unmarshal(q.Doc.(*register.Raw).JSON, &t); err != nil {
				return nil, err
			}
			if t.Do == wait {
				<-ctx.Done()
				return nil, ctx.Err()
			}
			return &plugin.CheckResponse{Issues: fazhi.Issues{{Code: code, Message: greeting + digest(t.Text)}}}, nil
		},
	}
}

// digest is what is answered about a text: a short one itself, of a long one how long it is and how it ends.
func digest(text string) string {
	const short = 100
	if len(text) <= short {
		return text
	}
	return strconv.Itoa(len(text)) + text[len(text)-short:]
}
