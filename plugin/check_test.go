package plugin_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
)

func TestFindingsAreSortedByPlaceNotByList(t *testing.T) {
	a := checking("a/one", check("a/lease/b", "/parties/10", "/parties/2"), check("a/lease/a", ""))
	b := checking("b/two", check("b/lease/a", "/parties/2", "/parties/2/name", "/name"))
	want := []string{" a/lease/a", "/name b/lease/a", "/parties/2 a/lease/b", "/parties/2 b/lease/a", "/parties/2/name b/lease/a", "/parties/10 a/lease/b"}
	for _, list := range [][]plugin.Plugin{{a, b}, {b, a}} {
		f, err := host(t, list...).Check(t.Context(), &plugin.CheckRequest{Doc: store})
		require.NoError(t, err)
		require.Equal(t, want, found(f))
		require.Equal(t, []string{list[0].Name + "@1.0.0", list[1].Name + "@1.0.0"}, []string{f.Applied[0].String(), f.Applied[1].String()})
	}
}

// Only who had something to judge by is named.
func TestChecksOfOtherKindsAndTimesAreNotApplied(t *testing.T) {
	old, other := check("a/lease/old", ""), check("b/petition/name", "")
	old.Until, other.Kind = fazhi.DateOf(2023, 12, 31), "petition"
	h := host(t, checking("a/one", old), checking("b/two", other))
	f, err := h.Check(t.Context(), &plugin.CheckRequest{Doc: store, LawOn: fazhi.DateOf(2024, 1, 1)})
	require.NoError(t, err)
	require.Empty(t, f.Issues)
	require.Empty(t, f.Applied)
}

// declaring is a plug-in that judges by declared checks in one call.
func declaring(judge func(context.Context, *plugin.CheckRequest) (*plugin.CheckResponse, error)) plugin.Plugin {
	name, date, old := check("a/lease/name"), check("a/lease/date"), check("a/lease/old")
	name.Severity, old.Until = fazhi.Warning, fazhi.DateOf(2020, 1, 1)
	name.Run, date.Run, old.Run = nil, nil, nil
	p := checking("a/one", name, date, old, check("a/lease/own", "/own"))
	p.Check = judge
	return p
}

func TestDeclaredChecksAreJudgedInOneCall(t *testing.T) {
	calls := 0
	h := host(t, declaring(func(_ context.Context, q *plugin.CheckRequest) (*plugin.CheckResponse, error) {
		calls++
		require.Equal(t, []fazhi.Code{"a/lease/name", "a/lease/date"}, q.Codes)
		require.Same(t, store, q.Doc)
		return &plugin.CheckResponse{Issues: fazhi.Issues{{Code: "a/lease/name", Path: "/name", Message: "名称过短", Basis: "自己写的"}}}, nil
	}))
	q := &plugin.CheckRequest{Doc: store, LawOn: fazhi.DateOf(2024, 1, 1)}
	f, err := h.Check(t.Context(), q)
	require.NoError(t, err)
	require.Equal(t, 1, calls)
	require.Nil(t, q.Codes, "the caller's request is not changed")
	require.Equal(t, fazhi.Issue{
		Code: "a/lease/name", Severity: fazhi.Warning, Path: "/name", Message: "名称过短", Basis: "某办法第一条",
		Origin: fazhi.Origin{File: "租赁台账.xlsx", Cell: "B2"},
	}, f.Issues[0])
	require.Equal(t, []string{"/name a/lease/name", "/own a/lease/own"}, found(f))
}

func TestAnswersThatDoNotFitAreErrors(t *testing.T) {
	many := make(fazhi.Issues, 10_001)
	for text, issues := range map[string]fazhi.Issues{
		"代码不是所问的检查项":      {{Code: "a/lease/own", Message: "它自己运行"}},
		"代码不是所问":          {{Code: "a/lease/old", Message: "已经失效"}},
		"没有说明":            {{Code: "a/lease/name"}},
		"说明、位置过长":         {{Code: "a/lease/name", Message: strings.Repeat("长", 2000)}},
		"不是 JSON Pointer": {{Code: "a/lease/name", Message: "不妥", Path: "name"}},
		"问题超过 10000 个":    many,
	} {
		h := host(t, declaring(func(context.Context, *plugin.CheckRequest) (*plugin.CheckResponse, error) {
			return &plugin.CheckResponse{Issues: issues}, nil
		}))
		f, err := h.Check(t.Context(), &plugin.CheckRequest{Doc: store, LawOn: fazhi.DateOf(2024, 1, 1)})
		require.ErrorIs(t, err, plugin.ErrAnswer, text)
		require.ErrorContains(t, err, text)
		require.ErrorContains(t, err, "a/one@1.0.0（check）")
		require.Equal(t, []string{"/own a/lease/own"}, found(f), "what others found stays")
		require.Empty(t, f.Applied)
	}
}

func TestACheckThatCannotWorkSilencesNoOther(t *testing.T) {
	cause := errors.New("词典不可用")
	broken, panics := check("a/lease/broken"), check("a/lease/panics")
	broken.Run = func(context.Context, *fazhi.Pass) error { return cause }
	panics.Run = func(context.Context, *fazhi.Pass) error { panic(store.name) }
	h := host(t, checking("a/one", broken, panics, check("a/lease/last", "/z")), checking("b/two", check("b/lease/name", "/name")))
	f, err := h.Check(t.Context(), &plugin.CheckRequest{Doc: store})
	require.Equal(t, []string{"/name b/lease/name", "/z a/lease/last"}, found(f))
	require.Equal(t, []plugin.Applied{{Name: "b/two", Version: "1.0.0"}}, f.Applied)
	require.ErrorIs(t, err, cause)
	require.ErrorIs(t, err, plugin.ErrPanic)
	require.NotContains(t, err.Error(), store.name, "what a panic holds may be anybody's name")
}

func TestFailOpenSkipsAndSaysSo(t *testing.T) {
	broken := check("a/lease/broken")
	broken.Run = func(context.Context, *fazhi.Pass) error { return errors.New("词典不可用") }
	p := checking("a/one", broken)
	p.FailOpen = true
	f, err := host(t, p).Check(t.Context(), &plugin.CheckRequest{Doc: store})
	require.NoError(t, err)
	require.Equal(t, []plugin.Applied{{Name: "a/one", Version: "1.0.0"}}, f.Skipped)

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = host(t, p).Check(ctx, &plugin.CheckRequest{Doc: store})
	require.ErrorIs(t, err, context.Canceled, "a caller that goes away is not a plug-in that fails")
}

// Numbers come before names, in whatever order they are found.
func TestPlacesHaveOneOrder(t *testing.T) {
	want := []string{"/9 a/lease/x", "/10 a/lease/x", "/1a a/lease/x"}
	for _, paths := range [][]fazhi.Path{{"/9", "/10", "/1a"}, {"/10", "/1a", "/9"}, {"/1a", "/9", "/10"}, {"/10", "/9", "/1a"}} {
		f, err := host(t, checking("a/one", check("a/lease/x", paths...))).Check(t.Context(), &plugin.CheckRequest{Doc: store})
		require.NoError(t, err)
		require.Equal(t, want, found(f))
	}
}

// Who must judge is not passed over when he cannot.
func TestFailOpenDoesNotHoldForWhoIsRequired(t *testing.T) {
	p := guarding("a/one", func(context.Context, *guardRequest) (*guardResponse, error) { return nil, errors.New("不行") }, "a/lease/y")
	p.Checks, p.FailOpen = []fazhi.Check{check("a/lease/broken")}, true
	p.Checks[0].Run = func(context.Context, *fazhi.Pass) error { return errors.New("词典不可用") }
	h, strict := host(t, p), &lease{required: []string{"a/one"}}
	for _, q := range []*plugin.CheckRequest{{Doc: strict}, {Doc: store, Demand: []string{"a/one"}}} {
		f, err := h.Check(t.Context(), q)
		require.ErrorContains(t, err, "词典不可用")
		require.Empty(t, f.Skipped)
	}
	require.ErrorContains(t, h.Guard(t.Context(), &guardRequest{Doc: strict}), "不行")
	require.NoError(t, h.Guard(t.Context(), &guardRequest{Doc: store}))
}

func TestRequiredPluginsMustBeThere(t *testing.T) {
	h := host(t, checking("a/one", check("a/lease/name")))
	for _, q := range []*plugin.CheckRequest{
		{Doc: &lease{required: []string{"a/one", "b/two"}}},
		{Doc: store, Demand: []string{"b/two"}},
	} {
		f, err := h.Check(t.Context(), q)
		require.ErrorIs(t, err, plugin.ErrMissing)
		require.ErrorContains(t, err, `"b/two"`)
		require.Empty(t, f.Applied)
	}
	_, err := h.Check(t.Context(), &plugin.CheckRequest{Doc: &lease{required: []string{"a/one"}}})
	require.NoError(t, err)
	_, err = h.Check(t.Context(), &plugin.CheckRequest{})
	require.EqualError(t, err, "plugin: 没有文件")
}
