package register_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

const caps, holidays = "licheng/caps@1.2.0", "quanzhou/holidays@2024.05-rc.1+b_7"

// judged is a world whose guard bears names. It refuses the attempts that give 驳回 as their reason.
func judged(t *testing.T, names ...string) *world {
	return newWorld(t, func(o *register.Options) { o.Hooks = naming(names...) })
}

func naming(names ...string) register.Hooks {
	return register.Hooks{Before: func(_ context.Context, a *register.Attempt) (judged []string, err error) {
		if a.Reason == "驳回" {
			err = &register.Refusal{Code: "licheng/caps/amount", Reason: "超过限额"}
		}
		return names, err
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

// Who judges may differ from one attempt to the next.
func TestEachAttemptHasItsOwnJudges(t *testing.T) {
	var judged []string
	w := newWorld(t, func(o *register.Options) {
		o.Hooks.Before = func(context.Context, *register.Attempt) ([]string, error) { return judged, nil }
	})
	for i, c := range []struct{ judged, want []string }{
		{[]string{caps, holidays}, []string{caps, holidays}},
		{[]string{holidays, caps}, []string{holidays, caps}},
		{[]string{holidays}, []string{holidays}},
		{[]string{}, nil},
		{nil, nil},
	} {
		judged = c.judged
		require.Equal(t, c.want, w.add(request(fmt.Sprint("TZ-", i))).Applied)
	}
	w.entries()
}

// When the guard is asked again, the last time counts.
func TestJudgedAgain(t *testing.T) {
	w := newWorld(t, nil)
	w.add(request("TZ-1"))
	asked := 0
	guarded := w.another(func(o *register.Options) {
		o.Hooks.Before = func(ctx context.Context, a *register.Attempt) ([]string, error) {
			if asked++; asked > 1 {
				return []string{caps}, nil
			}
			_, err := w.book.Step(ctx, register.Request{Scope: scope(), Ref: a.Ref, Step: "会签"})
			return []string{holidays}, err
		}
	})
	e, err := guarded.Step(t.Context(), register.Request{Scope: scope(), Ref: noticeRef("TZ-1"), Step: "印发"})
	require.NoError(t, err)
	require.Equal(t, 2, asked)
	require.Equal(t, []string{caps}, e.Applied)
}

// What the guard returns is neither kept nor changed: it may use the list again while the book is at work.
func TestAppliedIsTheBooksOwn(t *testing.T) {
	names := []string{caps, holidays}
	w := newWorld(t, func(o *register.Options) {
		o.Hooks = naming(names...)
		write := number("泉鲤司")
		o.Series = []register.Series{{Name: "发文", Number: func(s numbering.Slot) (string, error) {
			names[0] = "licheng/caps@9"
			return write(s)
		}}}
		o.Flows = nil
	})
	names[0] = caps
	e := w.add(request("TZ-1"))
	require.Equal(t, []string{"licheng/caps@9", holidays}, names)
	require.Equal(t, []string{caps, holidays}, e.Applied)
	e.Applied[0] = "y"
	r, err := w.book.Get(t.Context(), scope(), noticeRef("TZ-1"))
	require.NoError(t, err)
	require.Equal(t, caps, r.Last.Applied[0])
	r.Last.Applied[0] = "z"
	require.Equal(t, caps, w.entries()[0].Applied[0])
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
		"very long":       {strings.Repeat("长", 1_000_000)},
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
		w := judged(t, list...)
		for _, reason := range []string{"", "驳回"} {
			r := request("TZ-1")
			r.Reason = reason
			_, err := w.book.Add(t.Context(), r)
			require.ErrorContains(t, err, "register: 审查未能完成：审查程序", name)
			require.Less(t, len(err.Error()), 1000, name)
			require.NotErrorAs(t, err, new(*register.Refusal), "nothing was kept")
		}
		require.Empty(t, w.entries(), name)
		e := full()
		e.Applied = list
		_, err := e.AppendLine(nil)
		require.ErrorIs(t, err, register.ErrLine, name)
		e = judged(t, caps).add(request("TZ-1"))
		require.NoError(t, e.Vet())
		e.Applied = list
		require.ErrorIs(t, e.Vet(), register.ErrLine, name)
	}
}

// Why a list does not fit is said.
func TestWhyTheyCannotJudge(t *testing.T) {
	for want, list := range map[string][]string{
		`"A@1" 应当写作“名称@版本”`: {caps, "A@1"},
		`"` + caps + `" 重复`: {caps, holidays, caps},
		"超过 100 个":          many(101),
	} {
		_, err := judged(t, list...).book.Add(t.Context(), request("TZ-1"))
		require.ErrorContains(t, err, want)
	}
}

// A guard that fails has failed, whoever it says has judged.
func TestAFailureComesBeforeTheList(t *testing.T) {
	down := errors.New("no answer")
	w := newWorld(t, func(o *register.Options) {
		o.Hooks.Before = func(context.Context, *register.Attempt) ([]string, error) { return []string{"A"}, down }
	})
	_, err := w.book.Add(t.Context(), request("TZ-1"))
	require.ErrorIs(t, err, down)
	require.Empty(t, w.entries())
}

func TestTheLongestApplied(t *testing.T) {
	names := many(99)
	names = append(names, strings.Repeat("z", 64)+"@"+strings.Repeat("9", 64))
	e := judged(t, names...).add(request("TZ-1"))
	require.Equal(t, names, e.Applied)
}
