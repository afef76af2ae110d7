package contract_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/workday"
)

// A supervised contract is one whose limits the oracle keeps by itself: the last day of each, by name.
type supervised struct {
	doc  *contract.Contract
	step string
	due  map[string]fazhi.Date
}

// A bench is a book on a clock that the test moves, with an oracle of limits beside it.
type bench struct {
	*testing.T
	today    fazhi.Date
	calendar *workday.Calendar
	store    register.Store
	book     *register.Book
	rand     *rand.Rand
	all      []*supervised
	entries  int
}

func newBench(t *testing.T) *bench {
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	b := &bench{T: t, today: on(3, 1), calendar: calendar, store: register.NewMemory(), rand: rand.New(rand.NewPCG(9, 4))}
	b.book, err = openBook(b.store, contract.Profile{Limits: contract.Limits{
		Review: workday.Span{N: 5, Unit: workday.WorkingDays}, Filing: workday.Span{N: 15, Unit: workday.CalendarDays},
	}}, func() time.Time { return b.today.Time().Add(4 * time.Hour) })
	require.NoError(t, err)
	return b
}

// counted counts a limit day by day, as the oracle does: n working days, or n days and on to a working day.
func (b *bench) counted(n int, working bool) fazhi.Date {
	d := b.today
	isWorkday := func() bool {
		ok, err := b.calendar.IsWorkday(d)
		require.NoError(b, err)
		return ok
	}
	for n > 0 {
		d = d.AddDays(1)
		if !working || isWorkday() {
			n--
		}
	}
	for !isWorkday() {
		d = d.AddDays(1)
	}
	return d
}

// begin enters a contract.
func (b *bench) begin(i int) {
	c := good()
	c.Serial, c.Reviewed, c.Procurement = fmt.Sprintf("HT-%03d", i), b.today, i%3 == 0
	s := &supervised{doc: c, step: "送审", due: map[string]fazhi.Date{"审查期限": b.counted(5, true)}}
	b.all = append(b.all, s)
	e, err := b.book.Add(b.Context(), register.Request{Scope: scope(), Doc: c, Step: "送审"})
	require.NoError(b, err)
	b.left(e)
}

// go on takes the next step of a contract, if there is one.
func (b *bench) goOn(s *supervised) {
	next := map[string][]string{
		"送审": {"退回补正", "审查"}, "退回补正": {"补正"}, "补正": {"审查"}, "审查": {"签订"}, "签订": {"备案", "采购合同公告", "采购合同备案"},
		"备案": {"采购合同公告", "采购合同备案"}, "采购合同公告": {"备案", "采购合同备案"}, "采购合同备案": {"备案", "采购合同公告"},
	}[s.step]
	s.step = next[b.rand.IntN(len(next))]
	s.doc.Reviewed = b.today
	e, err := b.book.Step(b.Context(), register.Request{Scope: scope(), Doc: s.doc, Step: s.step})
	require.NoError(b, err)
	b.left(e)
	switch s.step {
	case "补正":
		s.due["审查期限"] = b.counted(5, true)
	case "退回补正", "审查":
		delete(s.due, "审查期限")
	case "签订":
		s.due["备案期限"] = b.counted(15, false)
		if s.doc.Procurement {
			s.due["采购合同公告期限"], s.due["采购合同备案期限"] = b.counted(2, true), b.counted(7, true)
		}
	default:
		delete(s.due, s.step+"期限")
	}
}

// left holds that the step has left its entry at once.
func (b *bench) left(e register.Entry) {
	b.entries++
	require.EqualValues(b, b.entries, e.Seq)
	require.Equal(b, b.today, e.On)
}

// overdue asks the book, expected the oracle.
func (b *bench) overdue() []string {
	var found []string
	for e, err := range b.store.Entries(b.Context(), register.Query{Scope: scope(), Kind: contract.Kind, DueBefore: b.today}) {
		require.NoError(b, err)
		found = append(found, e.Ref.ID)
	}
	slices.Sort(found)
	return found
}

func (b *bench) expected() []string {
	var found []string
	for _, s := range b.all {
		for _, due := range s.due {
			if due.Before(b.today) {
				found = append(found, s.doc.Serial)
				break
			}
		}
	}
	slices.Sort(found)
	return found
}

// 电子监管：二百份合同在三个月内办理，每日一次查询，恰好找出逾期的。
func TestSupervision(t *testing.T) {
	b := newBench(t)
	most := 0
	for range 90 {
		for range 4 {
			if len(b.all) < 200 {
				b.begin(len(b.all))
			}
		}
		for _, s := range b.all {
			if b.rand.IntN(8) == 0 {
				b.goOn(s)
			}
		}
		found := b.overdue()
		require.Equal(t, b.expected(), found, b.today)
		most = max(most, len(found))
		b.today = b.today.AddDays(1)
	}
	require.Len(t, b.all, 200)
	require.Greater(t, most, 20, "the test has something to find")
	require.Less(t, most, 180, "and something to leave out")
}
