package due_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/due"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

// on returns the reminders of a day.
func on(f *due.Finder, today string, contracts ...*contract.Contract) []due.Reminder {
	return slices.Collect(f.Reminders(slices.Values(contracts), day(today)))
}

func ids(reminders []due.Reminder) []string {
	var list []string
	for _, r := range reminders {
		list = append(list, r.ID)
	}
	return list
}

// 届满提醒：九十日、六十日、三十日各一次，后一次代替前一次；续约通知另行提醒。
func TestWindows(t *testing.T) {
	f := finder(t, local())
	c := signed(func(c *contract.Contract) { c.Notice, c.Expires = day("2025-02-28"), day("2025-03-31") })
	for _, x := range []struct {
		today string
		want  []string
	}{
		{"2024-12-30", nil},
		{"2024-12-31", []string{"HT-1#expiry@90"}},
		{"2025-01-29", []string{"HT-1#notice", "HT-1#expiry@90"}},
		{"2025-01-30", []string{"HT-1#notice", "HT-1#expiry@60"}},
		{"2025-02-28", []string{"HT-1#notice", "HT-1#expiry@60"}},
		{"2025-03-01", []string{"HT-1#notice", "HT-1#expiry@30"}},
		{"2025-06-01", []string{"HT-1#expiry@30"}},
	} {
		require.Equal(t, x.want, ids(on(f, x.today, c)), x.today)
	}
	r := on(f, "2025-01-29", c)[1]
	require.Equal(t, day("2024-12-31"), r.From)
	require.Equal(t, []string{"承办人", "合同管理员"}, r.To)
	c.Completed = day("2025-04-01")
	require.Empty(t, on(f, "2025-06-01", c))
}

func TestSettings(t *testing.T) {
	f, err := due.New(due.Options{
		Windows: map[fazhi.Code][]int{due.Expiry: {10}, due.Notice: {}}, To: map[fazhi.Code][]string{due.Expiry: {"科长"}},
	})
	require.NoError(t, err)
	c := signed(func(c *contract.Contract) { c.Notice, c.Expires = day("2025-03-31"), day("2025-03-31") })
	require.Empty(t, on(f, "2025-03-20", c))
	got := on(f, "2025-03-21", c)
	require.Equal(t, []string{"HT-1#expiry"}, ids(got))
	require.Equal(t, []string{"科长"}, got[0].To)
	got[0].To[0] = "局长"
	require.Equal(t, []string{"科长"}, on(f, "2025-03-21", c)[0].To)
}

// A reminder is created once, moves with its day, and is closed when its matter is done.
func TestDiff(t *testing.T) {
	f := finder(t, local())
	c := signed(func(c *contract.Contract) {
		c.Payments = []contract.Payment{
			{No: 1, Direction: contract.Pay, Amount: 10, Due: day("2025-03-10")}, {No: 2, Direction: contract.Pay, Amount: 20, Due: day("2025-03-12")},
			{No: 2, Direction: contract.Pay, Amount: 30, Due: day("2025-03-12")}, {No: 3, Direction: contract.Pay, Amount: 40, Due: day("2025-03-20")},
		}
	})
	before := on(f, "2025-03-01", c)
	require.Equal(t, []string{"HT-1#payment/1", "HT-1#payment/2", "HT-1#payment/2~2"}, ids(before))
	require.Empty(t, due.Diff(before, on(f, "2025-03-04", c)), "days go by, nothing changes")

	c.Payments[0].Paid = day("2025-03-04")
	c.Payments[1].Due = day("2025-03-14")
	after := on(f, "2025-03-05", c)
	d := due.Diff(before, after)
	require.Equal(t, []string{"HT-1#payment/3"}, ids(d.Opened))
	require.Equal(t, []string{"HT-1#payment/2"}, ids(d.Moved))
	require.Equal(t, day("2025-03-14"), d.Moved[0].Day)
	require.Equal(t, []string{"HT-1#payment/1"}, ids(d.Closed))
	other := slices.Clone(after)
	other[0].To, other[1].Amount = []string{"科长"}, 1
	require.Equal(t, []string{other[0].ID, other[1].ID}, ids(due.Diff(after, other).Moved))
	c.Payments[1].PaidSoFar = 20
	require.Contains(t, ids(on(f, "2025-03-05", c)), "HT-1#payment/2~2", "the other of that number keeps its reminder")
	require.Equal(t, ids(after), ids(due.Diff(nil, after).Opened))
	require.Equal(t, ids(before), ids(due.Diff(before, nil).Closed))
}

// The limits that run in a book are reminded of by one query, and closed when the step is taken.
func TestBook(t *testing.T) {
	today := day("2024-03-01")
	machine, err := lifecycle.Compile(contract.Flow(local()))
	require.NoError(t, err)
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	scheme, err := numbering.Parse("清司合〔{year}〕{serial}号")
	require.NoError(t, err)
	store := &counting{Store: register.NewMemory()}
	book, err := register.New(store, register.Options{
		Now: func() time.Time { return today.Time().Add(4 * time.Hour) }, Flows: []*lifecycle.Machine{machine}, Calendar: calendar,
		Series: []register.Series{{Name: "合同编号", Number: scheme.Number}},
	})
	require.NoError(t, err)
	scope := register.Scope{Organ: "清源区司法局"}
	c := &contract.Contract{Serial: "HT-1", Reviewed: today, Opinion: "通过", Procurement: true}
	_, err = book.Add(t.Context(), register.Request{Scope: scope, Doc: c, Step: "送审"})
	require.NoError(t, err)

	f := finder(t, local())
	running := func() (list []due.Reminder) {
		store.queries = 0
		for r, err := range f.Book(t.Context(), store, scope, today) {
			require.NoError(t, err)
			list = append(list, r)
		}
		require.Equal(t, 1, store.queries)
		return list
	}
	today = day("2024-03-02")
	require.Empty(t, running(), "six days are left")
	today = day("2024-03-03")
	require.Len(t, running(), 1, "five days are left")
	today = day("2024-03-04")
	first := running()
	require.Equal(t, []string{"HT-1#clock/审查期限"}, ids(first))
	require.Equal(t, "某区管理办法", first[0].Basis)
	for _, step := range []string{"审查", "签订"} {
		c.Reviewed = today
		_, err = book.Step(t.Context(), register.Request{Scope: scope, Doc: c, Step: step})
		require.NoError(t, err)
	}
	second := running()
	require.Equal(t, []string{"HT-1#clock/采购合同公告期限"}, ids(second), "the others are further away")
	require.Equal(t, ids(first), ids(due.Diff(first, second).Closed))
	today = day("2024-03-20")
	third := running()
	require.Equal(t, []string{"HT-1#clock/备案期限", "HT-1#clock/采购合同公告期限", "HT-1#clock/采购合同备案期限"}, ids(third))
	require.True(t, third[0].Late())

	store.entries = []register.Entry{{
		Ref: fazhi.RefOf(c), Running: []lifecycle.Running{{Clock: "备案期限"}, {Clock: "审查期限", Due: today, Provisional: true, Basis: "某区管理办法"}},
	}}
	still := running()
	require.Equal(t, []string{"HT-1#clock/审查期限"}, ids(still), "a clock that stands still has no day")
	require.True(t, still[0].Provisional)

	store.broken = true
	for r, err := range f.Book(t.Context(), store, scope, today) {
		require.ErrorIs(t, err, register.ErrLine)
		require.Empty(t, r)
	}
}

// A counting store counts queries, and answers them otherwise on demand.
type counting struct {
	register.Store
	queries int
	entries []register.Entry // to be found in place of those of the store
	broken  bool
}

func (s *counting) Entries(ctx context.Context, q register.Query) iter.Seq2[register.Entry, error] {
	s.queries++
	if s.broken {
		return func(yield func(register.Entry, error) bool) { yield(register.Entry{}, register.ErrLine) }
	}
	if s.entries != nil {
		return func(yield func(register.Entry, error) bool) {
			for _, e := range s.entries {
				if !yield(e, nil) {
					return
				}
			}
		}
	}
	return s.Store.Entries(ctx, q)
}

// One contract is asked for after the other, and none that is not wanted.
func TestStreaming(t *testing.T) {
	asked := 0
	source := func(yield func(*contract.Contract) bool) {
		for i := range 1_000_000 {
			asked++
			c := signed(func(c *contract.Contract) { c.Expires = day("2025-03-31") })
			c.Serial = fmt.Sprint("HT-", i)
			if !yield(c) {
				return
			}
		}
	}
	f := finder(t, local())
	for i := range f.Items(source, day("2025-03-03")) {
		if i.Contract == "HT-2" {
			break
		}
	}
	require.Equal(t, 3, asked)
	asked = 0
	for r := range f.Reminders(source, day("2025-03-03")) {
		require.Equal(t, "HT-0#expiry@30", r.ID)
		break
	}
	require.Equal(t, 1, asked)
}

func TestTally(t *testing.T) {
	var tally due.Tally
	require.Equal(t, []due.Count{
		{View: due.Deliver}, {View: due.Accept}, {View: due.Settle}, {View: due.Limits}, {View: due.Abnormal},
	}, tally.Counts())
	for i := range finder(t, local()).Items(slices.Values(portfolio()), day("2025-09-01")) {
		tally.Add(i)
	}
	require.Equal(t, []due.Count{
		{View: due.Deliver, Contracts: 1, Items: 2, Late: 1}, {View: due.Accept},
		{View: due.Settle, Contracts: 2, Items: 2, Late: 1, Amount: 100_100_00, Interest: 1600_00}, {View: due.Limits},
		{View: due.Abnormal, Contracts: 2, Items: 2, Late: 2, Amount: 100_000_00, Interest: 1600_00},
	}, tally.Counts())
}

// portfolio is two contracts with something to do.
func portfolio() []*contract.Contract {
	first := signed(func(c *contract.Contract) {
		c.Deliveries = []contract.Delivery{{No: 1, What: "路灯", Due: day("2025-08-31")}, {No: 2, What: "灯杆", Due: day("2025-09-30")}}
		c.Payments = []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100_00, Due: day("2025-09-10")}}
	})
	second := signed(func(c *contract.Contract) {
		c.Serial, c.Name, c.Parties = "HT-2", "乙合同", small()
		c.Payments = []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100_000_00, Since: day("2025-07-01")}}
	})
	return []*contract.Contract{first, second}
}

func TestSheets(t *testing.T) {
	f := finder(t, local())
	items := slices.Collect(f.Items(slices.Values(portfolio()), day("2025-09-01")))
	sheets := due.Sheets(items)
	var names []string
	for _, s := range sheets {
		names = append(names, s.Name)
	}
	require.Equal(t, []string{"汇总", "待交付", "待验收", "待收付", "其他期限", "可能异常"}, names)
	var out bytes.Buffer
	require.NoError(t, table.WriteCSV(&out, sheets[3]))
	require.Equal(t, "\ufeff政府合同履行事项：待收付,,,,,,,,,,\r\n合同编号,合同名称,承办单位,事项,日期,剩余天数,金额,逾期利息,依据,说明,台账位置\r\n"+
		"HT-1,甲合同,某局,付款第1期,2025-09-10,9,100.00,,合同约定,,\r\n"+
		"HT-2,乙合同,某局,付款第1期,2025-07-31,-32,100000.00,1600.00,保障中小企业款项支付条例（2020年）第八条第一款；逾期利息：保障中小企业款项支付条例（2020年）第十五条，每日万分之五,,\r\n", out.String())
	out.Reset()
	require.NoError(t, table.WriteCSV(&out, due.ReminderSheet(on(f, "2025-09-01", portfolio()[0]))))
	require.Equal(t, "\ufeff政府合同履行事项：提醒,,,,,,,,,,,,,\r\n提醒编号,提醒对象,提醒起始日期,合同编号,合同名称,承办单位,事项,日期,剩余天数,金额,逾期利息,依据,说明,台账位置\r\n"+
		"HT-1#delivery/1,承办人、合同管理员,2025-08-16,HT-1,甲合同,某局,相对方交付路灯,2025-08-31,-1,,,合同约定,,\r\n"+
		"HT-1#payment/1,承办人、合同管理员,2025-08-26,HT-1,甲合同,某局,付款第1期,2025-09-10,9,100.00,,合同约定,,\r\n", out.String())
}

func TestJSON(t *testing.T) {
	text, err := json.Marshal(on(finder(t, local()), "2025-09-01", portfolio()[0])[1])
	require.NoError(t, err)
	require.JSONEq(t, `{"id": "HT-1#payment/1", "from": "2025-08-26", "to": ["承办人", "合同管理员"], "view": "待收付", "code": "contract/due/payment",
		"contract": "HT-1", "name": "甲合同", "department": "某局", "what": "付款第1期", "day": "2025-09-10", "left": 9, "amount": 10000,
		"basis": "合同约定", "path": "/payments/0/due"}`, string(text))
}

// A reminder knows the cell that its day comes from.
func TestOrigin(t *testing.T) {
	src, err := table.CSV("台账.csv", []byte("合同编号,合同名称,承办单位,合同相对方,审查日期,签订日期,届满日期\nHT-1,甲合同,某局,某公司,2024-02-01,2024-03-01,2025-03-31\n"))
	require.NoError(t, err)
	contracts, issues, err := contract.Read(src, "")
	require.NoError(t, err)
	require.Empty(t, issues)
	got := on(finder(t, contract.Profile{}), "2025-03-01", contracts...)
	require.Len(t, got, 1)
	require.Equal(t, "台账.csv!G2", got[0].Origin.String())
}
