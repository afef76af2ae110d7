package plugin_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/register"
)

type (
	guardRequest  = plugin.GuardRequest
	guardResponse = plugin.GuardResponse
)

func passes(context.Context, *guardRequest) (*guardResponse, error) { return nil, nil }

func refuses(context.Context, *guardRequest) (*guardResponse, error) {
	return plugin.Refuse("a/lease/unreviewed", "没有审查"), nil
}

func TestGuardsAreAskedInOrderUntilOneRefuses(t *testing.T) {
	var asked []string
	asking := func(name string, code fazhi.Code, then func(context.Context, *guardRequest) (*guardResponse, error)) plugin.Plugin {
		return guarding(name, func(ctx context.Context, q *guardRequest) (*guardResponse, error) {
			asked = append(asked, name)
			return then(ctx, q)
		}, code)
	}
	h := host(t, asking("a/one", "a/lease/x", passes), checking("b/two", check("b/lease/name")),
		asking("a/three", "a/lease/unreviewed", refuses), asking("a/four", "a/lease/y", passes))
	err := h.Guard(t.Context(), &guardRequest{Doc: store})
	var refusal *register.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, register.Refusal{Code: "a/lease/unreviewed", Reason: "没有审查"}, *refusal)
	require.Equal(t, []string{"a/one", "a/three"}, asked)
}

func TestGuardFailsClosed(t *testing.T) {
	cause := errors.New("审批系统没有答复")
	later := guarding("a/later", func(context.Context, *guardRequest) (*guardResponse, error) {
		t.Error("asked after a failure")
		return nil, nil
	}, "a/lease/later")
	fails := func(context.Context, *guardRequest) (*guardResponse, error) { return nil, cause }
	err := host(t, guarding("a/one", fails, "a/lease/x"), later).Guard(t.Context(), &guardRequest{Doc: store})
	require.ErrorIs(t, err, cause)
	require.ErrorContains(t, err, "a/one@1.0.0（guard）")
	require.NotErrorAs(t, err, new(*register.Refusal))

	open := guarding("a/one", fails, "a/lease/x")
	open.FailOpen = true
	require.NoError(t, host(t, open).Guard(t.Context(), &guardRequest{Doc: store}))
}

func TestARefusalMustBeDeclared(t *testing.T) {
	for name, r := range map[string]*register.Refusal{
		"another code": {Code: "a/lease/other", Reason: "不妥"},
		"no reason":    {Code: "a/lease/unreviewed"},
		"nil":          nil,
		"too much":     {Code: "a/lease/unreviewed", Reason: "没有审查", Issues: make(fazhi.Issues, 1001)},
	} {
		p := guarding("a/one", func(context.Context, *guardRequest) (*guardResponse, error) { return nil, r }, "a/lease/unreviewed")
		for _, p.FailOpen = range []bool{false, true} { // whoever refuses has answered
			err := host(t, p).Guard(t.Context(), &guardRequest{Doc: store})
			require.ErrorIs(t, err, plugin.ErrAnswer, name)
			require.NotErrorAs(t, err, new(*register.Refusal), name)
		}
	}
	guard := func(context.Context, *guardRequest) (*guardResponse, error) {
		return nil, &register.Refusal{Code: "a/lease/unreviewed", Reason: "没有审查"}
	}
	err := host(t, guarding("a/one", guard, "a/lease/unreviewed")).Guard(t.Context(), &guardRequest{Doc: store})
	require.ErrorAs(t, err, new(*register.Refusal), "a refusal that comes as an error is one all the same")
}

func TestADocumentMayRequireAPlugin(t *testing.T) {
	h := host(t, guarding("a/one", passes, "a/lease/x"))
	require.ErrorIs(t, h.Guard(t.Context(), &guardRequest{Doc: &lease{required: []string{"b/two"}}}), plugin.ErrMissing)
	require.NoError(t, h.Guard(t.Context(), &guardRequest{}), "a step without a document")
}

// What a guard does to the request is not seen by the next one; with a deadline it may do so later.
func TestGuardsHaveNoHandInTheRequest(t *testing.T) {
	meddles := func(_ context.Context, q *guardRequest) (*guardResponse, error) {
		q.Step = "作废"
		return nil, nil
	}
	looks := func(_ context.Context, q *guardRequest) (*guardResponse, error) {
		require.Equal(t, "审查", q.Step)
		return nil, nil
	}
	for _, o := range []plugin.Options{{}, {Timeout: time.Minute}} {
		h, err := o.NewHost(guarding("a/one", meddles, "a/lease/x"), guarding("b/two", looks, "b/lease/x"))
		require.NoError(t, err)
		book, err := register.New(register.NewMemory(), register.Options{Now: time.Now, Hooks: h.Hooks()})
		require.NoError(t, err)
		doc := &register.Raw{Of: fazhi.Ref{Kind: "lease", ID: "ZL-1"}, JSON: []byte(`{}`)}
		e, err := book.Add(t.Context(), register.Request{Scope: register.Scope{Organ: "泉源区司法局"}, Step: "审查", Doc: doc})
		require.NoError(t, err)
		require.Equal(t, []string{"a/one@1.0.0", "b/two@1.0.0"}, e.Applied)
	}
}

// The whole way: the book refuses, keeps the refusal, and names who judged.
func TestHooksOfABook(t *testing.T) {
	h := host(t, guarding("a/one", refuses, "a/lease/unreviewed"), guarding("b/two", passes, "b/lease/x"), checking("c/three", check("c/lease/x")))
	now := func() time.Time { return time.Date(2024, 5, 6, 9, 0, 0, 0, time.UTC) }
	book, err := register.New(register.NewMemory(), register.Options{Now: now, Hooks: h.Hooks()})
	require.NoError(t, err)
	doc := &register.Raw{Of: fazhi.Ref{Kind: "lease", ID: "ZL-1"}, Name: "租赁合同", JSON: []byte(`{}`)}
	_, err = book.Add(t.Context(), register.Request{Scope: register.Scope{Organ: "泉源区司法局"}, Doc: doc})
	var refusal *register.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, []string{"a/one@1.0.0"}, refusal.Entry.Applied, "the second was not asked any more")
	require.Equal(t, []fazhi.Code{"a/lease/unreviewed"}, refusal.Entry.Codes)
}

// The hooks of a book say who judged: not who was passed over, nor who was not asked any more.
func TestHooksSayWhoJudged(t *testing.T) {
	fails := func(context.Context, *guardRequest) (*guardResponse, error) { return nil, errors.New("没有答复") }
	open := guarding("b/open", fails, "b/lease/x")
	open.FailOpen = true
	first, last := guarding("a/first", passes, "a/lease/x"), guarding("d/last", passes, "d/lease/x")
	for name, c := range map[string]struct {
		list []plugin.Plugin
		want []string
	}{
		"none":               {nil, nil},
		"all":                {[]plugin.Plugin{first, last}, []string{"a/first@1.0.0", "d/last@1.0.0"}},
		"one is passed over": {[]plugin.Plugin{first, open, last}, []string{"a/first@1.0.0", "d/last@1.0.0"}},
		"nobody answers":     {[]plugin.Plugin{open}, nil},
	} {
		hooks := host(t, c.list...).Hooks()
		for range 2 { // each attempt begins anew
			judged, err := hooks.Before(t.Context(), &guardRequest{Doc: store})
			require.NoError(t, err, name)
			require.Equal(t, c.want, judged, name)
		}
	}
}

// As many guards as a host may have fit into an entry; more are said at the start.
func TestTheMostGuards(t *testing.T) {
	var list []plugin.Plugin
	for i := range 101 {
		name := fmt.Sprintf("a/%d", i)
		list = append(list, guarding(name, passes, fazhi.Code(name+"/x")))
	}
	_, err := plugin.NewHost(list...)
	require.EqualError(t, err, "plugin: 有 Guard 的插件超过 100 个")
	book, err := register.New(register.NewMemory(), register.Options{Now: time.Now, Hooks: host(t, list[:100]...).Hooks()})
	require.NoError(t, err)
	doc := &register.Raw{Of: fazhi.Ref{Kind: "lease", ID: "ZL-1"}, JSON: []byte(`{}`)}
	e, err := book.Add(t.Context(), register.Request{Scope: register.Scope{Organ: "泉源区司法局"}, Step: "审查", Doc: doc})
	require.NoError(t, err)
	require.Len(t, e.Applied, 100)
}
