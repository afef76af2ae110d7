package register_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

const caps, holidays = "licheng/caps@1.2.0", "quanzhou/holidays@2024.05-rc.1+b_7"

// judged is a world whose guard bears names. It refuses the attempts that give 驳回 as their reason.
func judged(t *testing.T, names ...string) *world {
	return newWorld(t, func(o *register.Options) { o.Hooks = naming(names...) })
}

func naming(names ...string) register.Hooks {
	return register.Hooks{Applied: names, Before: func(_ context.Context, a *register.Attempt) error {
		if a.Reason == "驳回" {
			return &register.Refusal{Code: "licheng/caps/amount", Reason: "超过限额"}
		}
		return nil
	}}
}

func TestEntriesNameWhoJudged(t *testing.T) {
	w := judged(t, caps, holidays)
	w.add(request("TZ-1"))
	_, err := w.book.Step(t.Context(), register.Request{Scope: scope(), Ref: noticeRef("TZ-1"), Step: "印发"})
	require.NoError(t, err)
	refused := request("TZ-2")
	refused.Reason = "驳回"
	_, err = w.book.Add(t.Context(), refused)
	require.ErrorAs(t, err, new(*register.Refusal))
	w.add(register.Request{Scope: scope(), Doc: contractDoc("HT-1")})
	_, err = w.book.Step(t.Context(), register.Request{Scope: scope(), Ref: fazhi.Ref{Kind: "contract", ID: "HT-1"}, Step: "办结"})
	require.ErrorAs(t, err, new(*register.Refusal), "the flow refuses what the guard let pass")
	w.reserve("TZ-3", "发文")
	_, err = w.book.Void(t.Context(), of("TZ-3"))
	require.NoError(t, err)

	all := w.entries()
	require.Len(t, all, 7)
	require.Equal(t, register.Expired, all[6].Act, "given up")
	for _, e := range all {
		require.Equal(t, []string{caps, holidays}, e.Applied, "%d %s", e.Seq, e.Act)
	}
	r, err := w.book.Get(t.Context(), scope(), noticeRef("TZ-1"))
	require.NoError(t, err)
	require.Equal(t, []string{caps, holidays}, r.Last.Applied)
}

// Where nobody was asked, nobody is named.
func TestEntriesThatNobodyJudged(t *testing.T) {
	w := judged(t, caps)
	w.reserve("TZ-1", "发文")
	w.day(2024, time.March, 20)
	kept, err := w.book.Expire(t.Context(), scope())
	require.NoError(t, err)
	require.Len(t, kept, 1)
	require.Empty(t, kept[0].Applied)
	bare := w.another(nil)
	e, err := bare.Add(t.Context(), request("TZ-2"))
	require.NoError(t, err)
	require.Nil(t, e.Applied)
	nameless, guard := guarded(t)
	*guard = func(*register.Attempt) error { return nil }
	require.Nil(t, nameless.add(request("TZ-1")).Applied)
}

// A request that is repeated after an upgrade is the same request, and its entry names who judged it then.
func TestRepeatedAfterAnUpgrade(t *testing.T) {
	w := judged(t, caps)
	upgraded := w.another(func(o *register.Options) { o.Hooks = naming("licheng/caps@2.0.0", holidays) })
	added, refused := request("TZ-1"), request("TZ-2")
	added.ReqID = "r1"
	refused.ReqID, refused.Reason = "r2", "驳回"
	want := w.add(added)
	_, err := w.book.Add(t.Context(), refused)
	require.ErrorAs(t, err, new(*register.Refusal))

	again, err := upgraded.Add(t.Context(), added)
	require.NoError(t, err)
	require.Equal(t, want, again)
	require.Equal(t, []string{caps}, again.Applied)
	_, err = upgraded.Add(t.Context(), refused)
	var refusal *register.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, []string{caps}, refusal.Entry.Applied)
	require.Len(t, w.entries(), 2)
}

// Who did not judge is not named: it gave no answer and the work goes on without it, or another had refused before.
func TestSkipped(t *testing.T) {
	names := []string{"a/a@1", "b/b@1", "c/c@1"}
	var skip []string
	w := newWorld(t, func(o *register.Options) {
		o.Hooks = register.Hooks{Applied: names, Before: func(_ context.Context, a *register.Attempt) error {
			for _, who := range skip {
				a.Skip(who)
			}
			deaf := *a
			deaf.Skip(names[0]) // a copy has no say
			return nil
		}}
	})
	for i, c := range []struct{ skip, want []string }{
		{nil, names},
		{[]string{"b/b@1"}, []string{"a/a@1", "c/c@1"}},
		{[]string{"c/c@1", "b/b@1", "b/b@1"}, []string{"a/a@1"}},
		{names, nil},
		{[]string{"b/b", "d/d@1", ""}, names},
	} {
		skip = c.skip
		require.Equal(t, c.want, w.add(request(fmt.Sprint("TZ-", i))).Applied)
	}
	w.entries()
}

// When the guard is asked again, the last time counts.
func TestSkippedOnce(t *testing.T) {
	w := newWorld(t, nil)
	w.add(request("TZ-1"))
	asked := 0
	guarded := w.another(func(o *register.Options) {
		o.Hooks = register.Hooks{Applied: []string{caps}, Before: func(ctx context.Context, a *register.Attempt) error {
			if asked++; asked > 1 {
				return nil
			}
			a.Skip(caps)
			_, err := w.book.Step(ctx, register.Request{Scope: scope(), Ref: a.Ref, Step: "会签"})
			return err
		}}
	})
	e, err := guarded.Step(t.Context(), register.Request{Scope: scope(), Ref: noticeRef("TZ-1"), Step: "印发"})
	require.NoError(t, err)
	require.Equal(t, 2, asked)
	require.Equal(t, []string{caps}, e.Applied)
}

func TestAppliedIsTheBooksOwn(t *testing.T) {
	names := []string{caps, holidays}
	w := judged(t, names...)
	names[0] = "x"
	e := w.add(request("TZ-1"))
	require.Equal(t, []string{caps, holidays}, e.Applied)
	e.Applied[0] = "y"
	r, err := w.book.Get(t.Context(), scope(), noticeRef("TZ-1"))
	require.NoError(t, err)
	require.Equal(t, caps, r.Last.Applied[0])
	r.Last.Applied[0] = "z"
	require.Equal(t, caps, w.entries()[0].Applied[0])
	require.Equal(t, caps, w.add(request("TZ-2")).Applied[0])
}

// wrongApplied are lists that no entry has.
func wrongApplied() map[string][]string {
	return map[string][]string{
		"empty":           {""},
		"no version":      {"licheng/caps"},
		"empty version":   {"licheng/caps@"},
		"empty name":      {"@1.2.0"},
		"two versions":    {"licheng/caps@1@2"},
		"blank":           {"licheng/caps@1.2 0"},
		"line end":        {"licheng/caps@1.2.0\n"},
		"capitals":        {"Licheng/caps@1.2.0"},
		"Chinese name":    {"鲤城/caps@1.2.0"},
		"Chinese version": {"licheng/caps@一"},
		"empty segment":   {"licheng//caps@1"},
		"slash at end":    {"licheng/@1"},
		"not UTF-8":       {"licheng/caps@\xff"},
		"long name":       {strings.Repeat("a", 65) + "@1"},
		"long version":    {"a@" + strings.Repeat("1", 65)},
		"twice":           {caps, holidays, caps},
		"two of one name": {caps, "licheng/caps@2.0.0"},
		"too many":        many(101),
	}
}

func many(n int) (names []string) {
	for i := range n {
		names = append(names, fmt.Sprintf("a/%d@1", i))
	}
	return names
}

func TestWhoCannotJudge(t *testing.T) {
	for name, list := range wrongApplied() {
		_, err := register.New(register.NewMemory(), register.Options{Now: time.Now, Hooks: naming(list...)})
		require.ErrorContains(t, err, "Hooks.Applied", name)
		e := full()
		e.Applied = list
		_, err = e.AppendLine(nil)
		require.ErrorIs(t, err, register.ErrLine, name)
		e = judged(t, caps).add(request("TZ-1"))
		require.NoError(t, e.Vet())
		e.Applied = list
		require.ErrorIs(t, e.Vet(), register.ErrLine, name)
	}
	_, err := register.New(nil, register.Options{Hooks: register.Hooks{Applied: []string{"A@1", "b", caps, caps}}})
	for _, want := range []string{"没有 Store", "没有 Now", "没有 Before", `"A@1"`, `"b"`, `"` + caps + `" 重复`} {
		require.ErrorContains(t, err, want, "everything is said together")
	}
}

func TestTheLongestApplied(t *testing.T) {
	names := many(99)
	names = append(names, strings.Repeat("z", 64)+"@"+strings.Repeat("9", 64))
	e := judged(t, names...).add(request("TZ-1"))
	require.Equal(t, names, e.Applied)
}
