package register_test

import (
	"context"
	"fmt"
	"iter"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/workday"
	"github.com/stretchr/testify/require"
)

const organ = "鲤城区司法局"

func scope() register.Scope { return register.Scope{Organ: organ, Role: "法制员"} }

// A world is a book in memory with a clock that stands still.
type world struct {
	t     *testing.T
	store *register.Memory
	book  *register.Book
	now   time.Time
}

// newWorld is at ten in the morning of 2024-03-01 in China. Its book has the series 发文 (yearly, to be held for ten days),
// 登记 (yearly), 档案 (continuous, to be held for ten days) and the flow of contracts.
func newWorld(t *testing.T, change func(*register.Options)) *world {
	t.Helper()
	w := &world{t: t, store: register.NewMemory(), now: time.Date(2024, time.March, 1, 2, 0, 0, 0, time.UTC)}
	w.book = w.another(change)
	return w
}

// another makes a second book on the same store.
func (w *world) another(change func(*register.Options)) *register.Book {
	w.t.Helper()
	calendar, err := workday.StateCouncil()
	require.NoError(w.t, err)
	o := register.Options{
		Now: func() time.Time { return w.now },
		Series: []register.Series{
			{Name: "发文", Number: number("泉鲤司"), Hold: 10},
			{Name: "登记", Number: number("登")},
			{Name: "档案", Number: number("档"), Continuous: true, Hold: 10},
		},
		Flows: []*lifecycle.Machine{contractFlow(w.t)}, Calendar: calendar,
	}
	if change != nil {
		change(&o)
	}
	book, err := register.New(w.store, o)
	require.NoError(w.t, err)
	return book
}

func number(issuer string) numbering.Numberer {
	return func(s numbering.Slot) (string, error) {
		return fmt.Sprintf("%s〔%d〕%d号", issuer, s.Year, s.Serial), nil
	}
}

// contractFlow is 登记, 审查, 签订 with a number of 登记, 办结. Review is to be done within five working days.
func contractFlow(t *testing.T) *lifecycle.Machine {
	t.Helper()
	m, err := lifecycle.Compile(lifecycle.Flow{Kind: "contract", Name: "某区合同管理办法", Steps: []lifecycle.Step{
		{Name: "登记", Doc: "收到合同", First: true, Starts: []lifecycle.Clock{
			{Name: "审查期限", Span: workday.Span{N: 5}, Basis: "某区合同管理办法第十条"},
		}},
		{Name: "审查", Doc: "合法性审查", After: []string{"登记"}, Stops: []string{"审查期限"}},
		{Name: "签订", Doc: "签订合同", After: []string{"审查"}, Roles: []string{"法制员"}, Numbers: []string{"登记"}},
		{Name: "办结", Doc: "办结", After: []string{"签订"}, Final: true},
	}})
	require.NoError(t, err)
	return m
}

func noticeRef(id string) fazhi.Ref { return fazhi.Ref{Kind: "notice", ID: id} }

// notice is a document of a kind without a flow.
func notice(id, text string) *register.Raw {
	return &register.Raw{Of: noticeRef(id), Name: "通知", JSON: []byte(`{ "text": "` + text + `" }`)}
}

func contractDoc(id string) *register.Raw {
	return &register.Raw{Of: fazhi.Ref{Kind: "contract", ID: id}, Name: "合同", JSON: []byte(`{"name":"合同"}`)}
}

// request asks for a notice with a number of 发文.
func request(id string) register.Request {
	return register.Request{Scope: scope(), Doc: notice(id, "一"), Series: []string{"发文"}, By: "zhang"}
}

// of asks for something on a notice that is in the book.
func of(id string) register.Request {
	return register.Request{Scope: scope(), Ref: noticeRef(id), By: "zhang", Reason: "登记有误"}
}

func (w *world) add(r register.Request) register.Entry {
	w.t.Helper()
	e, err := w.book.Add(w.t.Context(), r)
	require.NoError(w.t, err)
	return e
}

func (w *world) reserve(id string, series ...string) register.Entry {
	w.t.Helper()
	r := of(id)
	r.Series = series
	e, err := w.book.Reserve(w.t.Context(), r)
	require.NoError(w.t, err)
	return e
}

// day moves the clock to ten in the morning of a day in China.
func (w *world) day(year int, month time.Month, d int) {
	w.now = time.Date(year, month, d, 2, 0, 0, 0, time.UTC)
}

// entries returns the whole book, and fails when it is not one chain.
func (w *world) entries() []register.Entry {
	w.t.Helper()
	var out []register.Entry
	var prev register.Sum
	for e, err := range w.store.Entries(w.t.Context(), register.Query{Scope: scope()}) {
		require.NoError(w.t, err)
		line, err := e.AppendLine(nil)
		require.NoError(w.t, err)
		require.Equal(w.t, register.SHA256().Of(line), e.Sum)
		require.Equal(w.t, prev, e.Prev)
		require.EqualValues(w.t, len(out)+1, e.Seq)
		prev = e.Sum
		out = append(out, e)
	}
	return out
}

func texts(e register.Entry) []string {
	var out []string
	for _, n := range e.Numbers {
		out = append(out, n.Text)
	}
	return out
}

func day(year int, month time.Month, d int) fazhi.Date { return fazhi.DateOf(year, month, d) }

// A twisted store calls before each Append, so that something can happen between a guard and the transaction.
type twisted struct {
	register.Store
	before func()
}

func (s twisted) Append(ctx context.Context, key register.Key, next func(register.Prior) ([]register.Entry, error)) ([]register.Entry, error) {
	if s.before != nil {
		s.before()
	}
	return s.Store.Append(ctx, key, next)
}

func collect[T any](seq iter.Seq2[T, error]) (out []T, failed error) {
	for v, err := range seq {
		if err != nil {
			return out, err
		}
		out = append(out, v)
	}
	return out, nil
}
