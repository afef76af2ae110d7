package register_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/stretchr/testify/require"
)

// guarded is a world whose guard is set later.
func guarded(t *testing.T) (w *world, guard *func(*register.Attempt) error) {
	guard = new(func(*register.Attempt) error)
	w = newWorld(t, func(o *register.Options) {
		o.Hooks.Before = func(_ context.Context, a *register.Attempt) ([]string, error) {
			if *guard == nil {
				return nil, nil
			}
			return nil, (*guard)(a)
		}
	})
	return w, guard
}

func TestGuardSeesTheAttempt(t *testing.T) {
	w, guard := guarded(t)
	var seen []register.Attempt
	*guard = func(a *register.Attempt) error {
		seen = append(seen, *a)
		return nil
	}
	r := request("TZ-1")
	added := w.add(r)
	step := of("TZ-1")
	step.Step, step.Series = "印发", []string{"登记", "登记"}
	_, err := w.book.Step(t.Context(), step)
	require.NoError(t, err)
	require.Len(t, seen, 2)
	require.Equal(t, register.Attempt{
		Act: register.Added, Scope: scope(), Ref: noticeRef("TZ-1"), Doc: r.Doc, Step: "登记", Series: []string{"发文"}, On: added.On, By: "zhang",
	}, seen[0])
	require.Equal(t, &added, seen[1].Last)
	require.Equal(t, []string{"登记"}, seen[1].Series)
	require.Equal(t, "登记有误", seen[1].Reason)
}

func TestGuardRefuses(t *testing.T) {
	w, guard := guarded(t)
	reasons := fazhi.Issues{{Code: "notice/text/empty", Path: "/text", Message: "没有正文"}, {Code: "notice/title/empty", Message: "没有标题"}}
	*guard = func(*register.Attempt) error {
		return errors.Join(errors.New("guard"), &register.Refusal{Code: "local/notice", Reason: "不合要求", Issues: reasons})
	}
	r := request("TZ-1")
	r.ReqID = "r1"
	_, err := w.book.Add(t.Context(), r)
	var refusal *register.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, fazhi.Code("local/notice"), refusal.Code)
	require.Equal(t, reasons, refusal.Issues)
	all := w.entries()
	require.Len(t, all, 1)
	require.Equal(t, all[0], *refusal.Entry)
	require.Equal(t, register.Refused, all[0].Act)
	require.Equal(t, []fazhi.Code{"local/notice", "notice/text/empty", "notice/title/empty"}, all[0].Codes)
	require.Equal(t, "不合要求", all[0].Reason)
	require.Empty(t, all[0].Numbers)
	require.Empty(t, all[0].Doc)

	*guard = func(*register.Attempt) error { panic("a request that was kept is not judged again") }
	_, err = w.book.Add(t.Context(), r)
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, fazhi.Code("local/notice"), refusal.Code)
	require.Len(t, w.entries(), 1)

	*guard = nil
	require.Equal(t, []string{"泉鲤司〔2024〕1号"}, texts(w.add(request("TZ-1"))), "no number was used up")
}

func TestGuardWithALongReason(t *testing.T) {
	w, guard := guarded(t)
	*guard = func(*register.Attempt) error {
		return &register.Refusal{Code: "local/long", Reason: strings.Repeat("长", 2001)}
	}
	_, err := w.book.Add(t.Context(), request("TZ-1"))
	require.ErrorAs(t, err, new(*register.Refusal))
	require.Equal(t, "理由不合规范，没有记录", w.entries()[0].Reason)

	*guard = func(*register.Attempt) error {
		return &register.Refusal{Issues: fazhi.Issues{{Code: "a/b", Message: "第一条"}}}
	}
	_, err = w.book.Add(t.Context(), request("TZ-1"))
	require.ErrorContains(t, err, "第一条")
	require.Equal(t, "第一条", w.entries()[1].Reason)
}

// What has no reason or no code that can be kept is a failure of the guard, not an answer.
func TestGuardWithARefusalThatIsNone(t *testing.T) {
	w, guard := guarded(t)
	for _, r := range []*register.Refusal{nil, {}, {Code: "local/x"}, {Reason: "不妥"}, {Code: "Local", Reason: "不妥"}, {Code: "local/\xff", Reason: "不妥"}} {
		*guard = func(*register.Attempt) error { return r }
		_, err := w.book.Add(t.Context(), request("TZ-1"))
		require.ErrorContains(t, err, "审查未能完成")
		require.NotErrorAs(t, err, new(*register.Refusal))
	}
	require.Empty(t, w.entries())
}

func TestGuardRefusesACorrection(t *testing.T) {
	w, guard := guarded(t)
	added := w.add(request("TZ-1"))
	w.day(2024, time.March, 4)
	*guard = func(*register.Attempt) error { return &register.Refusal{Code: "local/closed", Reason: "已经归档"} }
	correct := of("TZ-1")
	correct.Doc = notice("TZ-1", "二")
	_, err := w.book.Correct(t.Context(), correct)
	var refusal *register.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, added.On, refusal.Entry.On)
}

func TestGuardFails(t *testing.T) {
	w, guard := guarded(t)
	down := errors.New("no answer")
	*guard = func(*register.Attempt) error { return down }
	_, err := w.book.Add(t.Context(), request("TZ-1"))
	require.ErrorIs(t, err, down)
	require.NotErrorIs(t, err, register.ErrRequest)
	require.Empty(t, w.entries())
}

func TestGuardIsAskedAgain(t *testing.T) {
	w, guard := guarded(t)
	w.add(request("TZ-1"))
	other := w.another(nil)
	asked := 0
	*guard = func(a *register.Attempt) error {
		if asked++; asked > 1 {
			require.Equal(t, "会签", a.Last.Step, "it sees the new state")
			return &register.Refusal{Code: "local/moved", Reason: "已在会签"}
		}
		step := of("TZ-1")
		step.Step = "会签"
		_, err := other.Step(t.Context(), step)
		return err
	}
	step := of("TZ-1")
	step.Step = "印发"
	_, err := w.book.Step(t.Context(), step)
	require.ErrorAs(t, err, new(*register.Refusal))
	require.Equal(t, 2, asked)
	require.Len(t, w.entries(), 3)
}

// A refusal of another attempt does not move the document.
func TestGuardIsNotAskedAgainForARefusal(t *testing.T) {
	w, guard := guarded(t)
	w.add(register.Request{Scope: scope(), Doc: contractDoc("HT-1")})
	ref := fazhi.Ref{Kind: "contract", ID: "HT-1"}
	other := w.another(nil)
	asked := 0
	*guard = func(*register.Attempt) error {
		asked++
		_, err := other.Step(t.Context(), register.Request{Scope: scope(), Ref: ref, Step: "办结"})
		require.ErrorAs(t, err, new(*register.Refusal))
		return nil
	}
	_, err := w.book.Step(t.Context(), register.Request{Scope: scope(), Ref: ref, Step: "审查"})
	require.NoError(t, err)
	require.Equal(t, 1, asked)
}

func TestDocumentThatKeepsMoving(t *testing.T) {
	w, guard := guarded(t)
	w.add(request("TZ-1"))
	other := w.another(nil)
	asked := 0
	*guard = func(*register.Attempt) error {
		asked++
		step := of("TZ-1")
		step.Step = "会签"
		_, err := other.Step(t.Context(), step)
		return err
	}
	step := of("TZ-1")
	step.Step = "印发"
	_, err := w.book.Step(t.Context(), step)
	require.ErrorIs(t, err, register.ErrMoved)
	require.Equal(t, 8, asked)
	require.Len(t, w.entries(), 9)
}
