package crashtest

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/webhook"
)

// A moment is when a process is killed.
type moment int

const (
	held     moment = iota // the receiver has kept the event and has not answered
	answered               // it is just answering
	unread                 // it has the connection, and has not read the event
)

// An aim is the process and the event of a kill.
type aim struct {
	via     string // "" for any
	n       int    // the n-th arrival from it
	moment  moment
	reached chan struct{} // closed when the moment has come
	over    chan struct{} // closed when the process is dead
}

func newAim(via string, n int, m moment) *aim {
	return &aim{via: via, n: n, moment: m, reached: make(chan struct{}), over: make(chan struct{})}
}

// A receiver is a webhook that keeps what arrives, and knows from which process it came: by the path.
type receiver struct {
	record
	server   *httptest.Server
	verifier webhook.Verifier
	aims     chan *aim // the one that is next
}

func newReceiver(t testing.TB) *receiver {
	t.Helper()
	s, err := secret()
	require.NoError(t, err)
	r := &receiver{verifier: webhook.Verifier{Secrets: []webhook.Secret{s}}, aims: make(chan *aim, 1)}
	r.server = httptest.NewServer(r)
	t.Cleanup(r.server.Close)
	return r
}

func (r *receiver) reach(o order) order {
	o.Webhook = r.server.URL + "/" + o.Holder
	return o
}

func (r *receiver) aim(a *aim) { r.aims <- a }

// ServeHTTP keeps an event. When the moment of an aim has come, it waits until the process is dead.
func (r *receiver) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	via := strings.TrimPrefix(request.URL.Path, "/")
	if a := r.due(via, unread); a != nil {
		r.hit(a)
		return
	}
	e, err := r.verifier.Open(request, time.Now())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	r.add(e, via)
	if a := r.due(via, held); a != nil {
		r.hit(a)
		return
	}
	w.WriteHeader(http.StatusNoContent)
	if a := r.due(via, answered); a != nil {
		_ = http.NewResponseController(w).Flush()
		r.hit(a)
	}
}

// due returns the aim whose moment this is.
func (r *receiver) due(via string, m moment) *aim {
	select {
	case a := <-r.aims:
		if (a.via == "" || a.via == via) && a.moment == m && r.count(a.via) >= a.n {
			return a
		}
		r.aims <- a
	default:
	}
	return nil
}

func (r *receiver) hit(a *aim) {
	close(a.reached)
	<-a.over
}
