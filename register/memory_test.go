package register_test

import (
	"context"
	"crypto/sha512"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/registertest"
	"github.com/stretchr/testify/require"
)

func TestMemoryKeepsTheContract(t *testing.T) {
	m, c := register.NewMemory(), register.NewMemoryCursors()
	registertest.Run(t, registertest.Harness{Open: func(context.Context) (registertest.Stores, error) {
		return registertest.Stores{Store: m, Secrets: m, Cursors: c}, nil
	}})
}

func TestPriorCheck(t *testing.T) {
	at := time.Date(2024, time.March, 1, 2, 0, 0, 0, time.UTC)
	c := register.Counter{Series: "发文", Year: 2024}
	key := register.Key{Scope: scope(), ReqID: "r1", Counters: []register.Counter{c}}
	p := register.Prior{Head: register.Head{Organ: organ, Seq: 4, Sum: register.Sum{4}, At: at}, Serials: []int{7}}
	good := func() []register.Entry {
		n := func(serial int) []register.Numbered {
			return []register.Numbered{{Series: "发文", Year: 2024, Serial: serial}}
		}
		return []register.Entry{
			{Organ: organ, Seq: 5, Prev: register.Sum{4}, Sum: register.Sum{5}, At: at, ReqID: "r1", Numbers: n(7)},
			{Organ: organ, Seq: 6, Prev: register.Sum{5}, Sum: register.Sum{6}, At: at, ReqID: "r1", Numbers: n(8)},
		}
	}
	require.NoError(t, p.Check(key, good()))
	require.NoError(t, p.Check(key, nil))
	require.Equal(t, []int{7}, p.Serials)
	for name, spoil := range map[string]func(e *register.Entry){
		"organ":   func(e *register.Entry) { e.Organ = "丰泽区司法局" },
		"request": func(e *register.Entry) { e.ReqID = "" },
		"seq":     func(e *register.Entry) { e.Seq = 5 },
		"prev":    func(e *register.Entry) { e.Prev = register.Sum{4} },
		"time":    func(e *register.Entry) { e.At = at.Add(-1) },
		"serial":  func(e *register.Entry) { e.Numbers[0].Serial = 7 },
		"year":    func(e *register.Entry) { e.Numbers[0].Year = 2025 },
		"series":  func(e *register.Entry) { e.Numbers[0].Series = "登记" },
	} {
		entries := good()
		spoil(&entries[1])
		require.ErrorIs(t, p.Check(key, entries), register.ErrChain, name)
	}
	key.ReqID = ""
	require.NoError(t, p.Check(key, good()), "a book that is brought back has the ids of old requests")
}

func TestAnotherHash(t *testing.T) {
	h := register.Hash{Name: "sha512-256", New: sha512.New512_256}
	w := newWorld(t, func(o *register.Options) { o.Hash = h })
	e := w.add(request("TZ-1"))
	line, err := e.AppendLine(nil)
	require.NoError(t, err)
	require.Equal(t, h.Of(line), e.Sum)
	require.Equal(t, register.Sum(sha512.Sum512_256(line)), e.Sum)
}

// Two entries under one ReqID are nothing that a Book keeps.
func TestReplayOfManyEntries(t *testing.T) {
	w := newWorld(t, nil)
	key := register.Key{Scope: scope(), ReqID: "r1"}
	_, err := w.store.Append(t.Context(), key, func(register.Prior) ([]register.Entry, error) {
		one := register.Entry{Organ: organ, Seq: 1, Ref: noticeRef("TZ-1"), Act: register.Added, ReqID: "r1"}
		one.Step, one.Doc = "登记", []byte(`{"text":"一"}`)
		one.Sum = sumOf(t, &one)
		two := one
		two.Seq, two.Prev = 2, one.Sum
		two.Sum = sumOf(t, &two)
		return []register.Entry{one, two}, nil
	})
	require.NoError(t, err)
	r := request("TZ-1")
	r.ReqID = "r1"
	_, err = w.book.Add(t.Context(), r)
	require.ErrorIs(t, err, register.ErrReplay)
}

func sumOf(t *testing.T, e *register.Entry) register.Sum {
	t.Helper()
	line, err := e.AppendLine(nil)
	require.NoError(t, err)
	return register.SHA256().Of(line)
}

func TestRaw(t *testing.T) {
	doc := notice("TZ-1", "一")
	require.Equal(t, noticeRef("TZ-1"), fazhi.RefOf(doc))
	require.Equal(t, "通知", doc.Title())
}
