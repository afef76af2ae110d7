package register_test

import (
	"testing"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/stretchr/testify/require"
)

func TestReservationIsUsed(t *testing.T) {
	w := newWorld(t, nil)
	e := w.reserve("TZ-1", "发文", "档案")
	require.Equal(t, register.Reserved, e.Act)
	require.Equal(t, "预留", e.Step)
	require.Equal(t, []string{"泉鲤司〔2024〕1号", "档〔0〕1号"}, texts(e))
	require.Equal(t, day(2024, time.March, 11), e.Due, "ten days, as the series allow")
	require.Equal(t, []string{"泉鲤司〔2024〕2号"}, texts(w.add(request("TZ-2"))), "a reserved number is nobody else's")

	w.day(2024, time.March, 11)
	r := request("TZ-1")
	r.Series = []string{"发文", "登记"} // one that was reserved, one that was not
	e = w.add(r)
	require.Equal(t, []string{"登〔2024〕1号"}, texts(e))
	require.True(t, e.Due.IsZero())
	got, err := w.book.Get(t.Context(), scope(), noticeRef("TZ-1"))
	require.NoError(t, err)
	require.Len(t, got.Numbers, 3)
	kept, err := w.book.Expire(t.Context(), scope())
	require.NoError(t, err)
	require.Empty(t, kept)
}

func TestReservationExpires(t *testing.T) {
	w := newWorld(t, nil)
	w.reserve("TZ-1", "发文")
	w.reserve("TZ-2", "发文")
	void, err := w.book.Void(t.Context(), of("TZ-2"))
	require.NoError(t, err)
	require.Equal(t, register.Expired, void.Act, "a reservation is given up")
	require.Equal(t, "预留失效", void.Step)
	w.day(2024, time.March, 11)
	kept, err := w.book.Expire(t.Context(), scope())
	require.NoError(t, err)
	require.Empty(t, kept, "the last day is not over")
	w.day(2024, time.March, 12)
	_, err = w.book.Add(t.Context(), request("TZ-1"))
	require.ErrorIs(t, err, register.ErrReserved)
	kept, err = w.book.Expire(t.Context(), scope())
	require.NoError(t, err)
	require.Len(t, kept, 1)
	require.Equal(t, register.Expired, kept[0].Act)
	require.Equal(t, "预留失效", kept[0].Step)
	require.NotEmpty(t, kept[0].Reason)
	kept, err = w.book.Expire(t.Context(), scope())
	require.NoError(t, err)
	require.Empty(t, kept, "once is enough")
	require.Equal(t, []string{"泉鲤司〔2024〕3号"}, texts(w.add(request("TZ-3"))), "its number is void")
	_, err = w.book.Void(t.Context(), of("TZ-1"))
	require.ErrorIs(t, err, register.ErrNotFound)
	require.Equal(t, []string{"泉鲤司〔2024〕4号"}, texts(w.add(request("TZ-1"))), "the document may come yet, with another number")
	got, err := w.book.Get(t.Context(), scope(), noticeRef("TZ-1"))
	require.NoError(t, err)
	require.Equal(t, "泉鲤司〔2024〕4号", got.Numbers[0].Text)
	require.Len(t, got.Numbers, 1)
	require.Equal(t, "泉鲤司〔2024〕1号", got.Lapsed[0].Text)
}

func TestSeen(t *testing.T) {
	w := newWorld(t, nil)
	e := w.add(request("TZ-1"))
	r := of("TZ-1")
	r.Step, r.Seen = "送审", e.Seq
	_, err := w.book.Step(t.Context(), r)
	require.NoError(t, err)
	r.Step = "审查"
	_, err = w.book.Step(t.Context(), r)
	require.ErrorIs(t, err, register.ErrMoved)
	require.Len(t, w.entries(), 2)
}

func TestReservationOfAnotherYear(t *testing.T) {
	w := newWorld(t, nil)
	w.day(2024, time.December, 28)
	require.Equal(t, day(2024, time.December, 31), w.reserve("TZ-1", "发文").Due, "not beyond the year of the number")
	require.Equal(t, day(2025, time.January, 7), w.reserve("TZ-2", "档案").Due, "but for a series that never restarts")
	w.day(2024, time.December, 31)
	r := request("TZ-1")
	r.On = day(2023, time.December, 31)
	_, err := w.book.Add(t.Context(), r)
	require.ErrorIs(t, err, register.ErrReserved)
	w.day(2025, time.January, 7)
	r = request("TZ-2")
	r.Series = []string{"档案"}
	require.Empty(t, w.add(r).Numbers)
	r = of("TZ-3")
	r.Series, r.On = []string{"发文"}, day(2024, time.December, 31)
	_, err = w.book.Reserve(t.Context(), r)
	require.ErrorIs(t, err, register.ErrReserved, "it would be over before it began")
}

func TestWhatCannotBeReserved(t *testing.T) {
	w := newWorld(t, nil)
	reserve := func(change func(*register.Request)) error {
		r := of("TZ-1")
		r.Series = []string{"发文"}
		change(&r)
		_, err := w.book.Reserve(t.Context(), r)
		return err
	}
	require.ErrorIs(t, reserve(func(r *register.Request) { r.Series = []string{"登记"} }), register.ErrReserved)
	require.ErrorIs(t, reserve(func(r *register.Request) { r.Series = []string{"发文", "没有"} }), register.ErrSeries)
	require.ErrorIs(t, reserve(func(r *register.Request) { r.Until = day(2024, time.March, 12) }), register.ErrReserved)
	require.ErrorIs(t, reserve(func(r *register.Request) { r.Until = day(2024, time.February, 29) }), register.ErrReserved)
	require.Empty(t, w.entries())
	require.NoError(t, reserve(func(r *register.Request) { r.Until = day(2024, time.March, 3) }))
	require.ErrorIs(t, reserve(func(*register.Request) {}), register.ErrExists)

	step, correct := of("TZ-1"), of("TZ-1")
	step.Step, correct.Doc = "印发", notice("TZ-1", "一")
	_, err := w.book.Step(t.Context(), step)
	require.ErrorIs(t, err, register.ErrNotFound, "a reservation is no document")
	_, err = w.book.Correct(t.Context(), correct)
	require.ErrorIs(t, err, register.ErrNotFound)
	w.day(2024, time.March, 4)
	_, err = w.book.Add(t.Context(), request("TZ-1"))
	require.ErrorIs(t, err, register.ErrReserved, "its last day was the third")
}

// Of several series the strictest decides how long.
func TestReservationOfTwoSeries(t *testing.T) {
	w := newWorld(t, func(o *register.Options) { o.Series[2].Hold = 3 })
	require.Equal(t, day(2024, time.March, 4), w.reserve("TZ-1", "发文", "档案").Due)
	require.Equal(t, day(2024, time.March, 4), w.reserve("TZ-2", "档案", "发文").Due)
}

// The rules changed between the reservation and the document.
func TestReservationOfAChangedSeries(t *testing.T) {
	w := newWorld(t, nil)
	w.reserve("TZ-1", "发文")
	book := w.another(func(o *register.Options) { o.Series = o.Series[1:] })
	r := request("TZ-1")
	r.Series = []string{"登记"}
	e, err := book.Add(t.Context(), r)
	require.NoError(t, err)
	require.Equal(t, []string{"登〔2024〕1号"}, texts(e))

	w.reserve("TZ-2", "发文")
	book = w.another(func(o *register.Options) { o.Series[0].Continuous = true })
	e, err = book.Add(t.Context(), request("TZ-2"))
	require.NoError(t, err)
	require.Equal(t, []string{"泉鲤司〔0〕1号"}, texts(e), "a series that no longer restarts counts by itself")
	got, err := book.Get(t.Context(), scope(), noticeRef("TZ-2"))
	require.NoError(t, err)
	require.Len(t, got.Numbers, 2)
}

// Somebody uses the reservation while Expire is on its way.
func TestExpireMeetsAdd(t *testing.T) {
	w := newWorld(t, nil)
	w.reserve("TZ-1", "发文")
	w.reserve("TZ-2", "发文")
	w.day(2024, time.March, 12)
	late := w.another(nil)
	store := twisted{Store: w.store}
	once := true
	store.before = func() {
		if once {
			once = false
			_, err := late.Void(t.Context(), of("TZ-1"))
			require.NoError(t, err)
		}
	}
	book, err := register.New(store, register.Options{Now: func() time.Time { return w.now }})
	require.NoError(t, err)
	kept, err := book.Expire(t.Context(), scope())
	require.NoError(t, err)
	require.Len(t, kept, 1)
	require.Equal(t, fazhi.Ref{Kind: "notice", ID: "TZ-2"}, kept[0].Ref)
}
