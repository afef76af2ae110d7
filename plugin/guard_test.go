package plugin_test

import (
	"context"
	"errors"
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
	} {
		guard := func(context.Context, *guardRequest) (*guardResponse, error) { return nil, r }
		err := host(t, guarding("a/one", guard, "a/lease/unreviewed")).Guard(t.Context(), &guardRequest{Doc: store})
		require.ErrorIs(t, err, plugin.ErrAnswer, name)
		require.NotErrorAs(t, err, new(*register.Refusal), name)
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

// The whole way: the book refuses, keeps the refusal, and names who judged.
func TestHooksOfABook(t *testing.T) {
	h := host(t, guarding("a/one", refuses, "a/lease/unreviewed"), guarding("b/two", passes, "b/lease/x"), checking("c/three", check("c/lease/x")))
	hooks := h.Hooks()
	require.Equal(t, []string{"a/one@1.0.0", "b/two@1.0.0"}, hooks.Applied)
	now := func() time.Time { return time.Date(2024, 5, 6, 9, 0, 0, 0, time.UTC) }
	book, err := register.New(register.NewMemory(), register.Options{Now: now, Hooks: hooks})
	require.NoError(t, err)
	doc := &register.Raw{Of: fazhi.Ref{Kind: "lease", ID: "ZL-1"}, Name: "租赁合同", JSON: []byte(`{}`)}
	_, err = book.Add(t.Context(), register.Request{Scope: register.Scope{Organ: "泉源区司法局"}, Doc: doc})
	var refusal *register.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, []string{"a/one@1.0.0"}, refusal.Entry.Applied, "the second was not asked any more")
	require.Equal(t, []fazhi.Code{"a/lease/unreviewed"}, refusal.Entry.Codes)
}
