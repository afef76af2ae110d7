package protocol_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/register"
)

// large is a lease of about so many bytes of JSON, with a list that is nil.
func large(size int) *lease {
	l := shop()
	for i := 0; ; i++ {
		text, err := json.Marshal(l)
		if err != nil || len(text) >= size {
			return l
		}
		l.Parties = append(l.Parties, party{Name: strings.Repeat("某某街道办事处", 3) + fmt.Sprint(i), Roles: []string{"承租人", "转租人"}})
	}
}

func sizes(b *testing.B, run func(b *testing.B, l *lease)) {
	for _, x := range []struct {
		name string
		size int
	}{{"4.5KB", 4500}, {"100KB", 100_000}} {
		b.Run(x.name, func(b *testing.B) {
			l := large(x.size)
			b.ReportAllocs()
			run(b, l)
		})
	}
}

func quiet() plugin.Plugin {
	p := full()
	for i := range p.Checks {
		p.Checks[i].Run = nil
	}
	p.Check = func(context.Context, *plugin.CheckRequest) (*plugin.CheckResponse, error) { return nil, nil }
	return p
}

// BenchmarkDirect is one check through messages, both sides in one process: what the protocol itself costs.
func BenchmarkDirect(b *testing.B) {
	for _, x := range []struct {
		name string
		open func(*register.Raw) (fazhi.Document, error)
	}{{"raw", nil}, {"typed", leaseOf}} {
		b.Run(x.name, func(b *testing.B) {
			sizes(b, func(b *testing.B, l *lease) {
				s, err := protocol.ServerOptions{Document: x.open}.NewServer(quiet())
				require.NoError(b, err)
				p := connected(b, protocol.Direct(s)).Plugin()
				q := &plugin.CheckRequest{Doc: l, Codes: []fazhi.Code{"licheng/lease/rent"}}
				for b.Loop() {
					if _, err := p.Check(context.Background(), q); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

// BenchmarkClient is the host's side alone: the answer is there already.
func BenchmarkClient(b *testing.B) {
	sizes(b, func(b *testing.B, l *lease) {
		c := &talk{answer: func(string) (string, error) { return answered(1, declaration), nil }}
		p := connected(b, mute{c}).Plugin()
		for b.Loop() {
			if _, err := p.Check(context.Background(), &plugin.CheckRequest{Doc: l}); err == nil {
				b.Fatal("the id is another")
			}
		}
	})
}

// mute answers initialize, and everything else with the same text.
type mute struct{ protocol.Conn }

func (m mute) Call(ctx context.Context, message []byte) ([]byte, error) {
	if len(message) < 300 {
		return m.Conn.Call(ctx, message)
	}
	return []byte(`{"jsonrpc":"2.0","id":1,"result":{"issues":[]}}`), nil
}

// BenchmarkServer is the plug-in's side alone, with a plug-in that has nothing to say.
func BenchmarkServer(b *testing.B) {
	sizes(b, func(b *testing.B, l *lease) {
		c := &talk{Conn: protocol.Direct(served(b))}
		_, err := connected(b, c).Plugin().Check(context.Background(), &plugin.CheckRequest{Doc: l, Codes: []fazhi.Code{"licheng/lease/rent"}})
		require.NoError(b, err)
		message := []byte(c.lines[2])
		s, err := protocol.NewServer(quiet())
		require.NoError(b, err)
		for b.Loop() {
			s.Handle(context.Background(), message)
		}
	})
}

// BenchmarkStrict is what it costs to see that a message breaks no rule, for comparison.
func BenchmarkStrict(b *testing.B) {
	sizes(b, func(b *testing.B, l *lease) {
		text, err := json.Marshal(l)
		require.NoError(b, err)
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if _, err := canon.Append(nil, text); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkMarshal is what encoding/json alone takes for the same document, for comparison.
func BenchmarkMarshal(b *testing.B) {
	sizes(b, func(b *testing.B, l *lease) {
		for b.Loop() {
			if _, err := json.Marshal(l); err != nil {
				b.Fatal(err)
			}
		}
	})
}
