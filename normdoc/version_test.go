package normdoc_test

import (
	"encoding/json"
	"errors"
	"iter"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/workday"
)

func written(versions []normdoc.Version) []string {
	var all []string
	for _, v := range versions {
		all = append(all, v.String())
	}
	return all
}

func number(seq int) fazhi.Number { return fazhi.Number{Issuer: "清泉政规", Year: 2019, Seq: seq} }

// What documents of a ledger do to each other, day by day.
func TestLedgerVersions(t *testing.T) {
	ledger := []*normdoc.Doc{
		{Serial: "甲", Number: number(1), Effective: day("2019-06-01"), Expires: day("2024-05-31")},
		{Serial: "甲改", Number: number(2), Effective: day("2021-03-01"), Relation: "修改", Related: []string{"甲"}},
		{Serial: "甲续", Number: number(3), Effective: day("2024-06-01"), Expires: day("2029-05-31"), Relation: "延续", Related: []string{"甲"}},
		{Serial: "乙", Effective: day("2020-01-01")},
		{Serial: "代乙", Effective: day("2022-01-01"), Relation: "代替", Related: []string{"乙"}},
		{Serial: "丙", Effective: day("2020-01-01"), Ended: day("2020-07-01"), State: "失效"},
		{Serial: "丁", Effective: day("2020-01-01"), Changed: day("2020-02-01"), Ended: day("2020-07-01"), Expires: day("2020-06-30")},
		{Serial: "草稿"},
	}
	versions, issues := normdoc.LedgerVersions(ledger)
	require.Empty(t, issues)
	require.Equal(t, []string{
		"甲 第1版 2019-06-01至2021-02-28 修改", "甲 第2版 2021-03-01至2024-05-31 有效期届满",
		"甲改 第1版 2021-03-01至", "甲续 第1版 2024-06-01至2029-05-31 有效期届满",
		"乙 第1版 2020-01-01至2021-12-31 代替", "代乙 第1版 2022-01-01至", "丙 第1版 2020-01-01至2020-06-30 失效",
		"丁 第1版 2020-01-01至2020-01-31 修改", "丁 第2版 2020-02-01至2020-06-30 有效期届满",
	}, written(versions))
	for on, want := range map[string][]string{
		"2019-05-31": nil,
		"2019-06-01": {"甲 第1版 2019-06-01至2021-02-28 修改"},
		"2024-05-31": {"甲 第2版 2021-03-01至2024-05-31 有效期届满", "甲改 第1版 2021-03-01至", "代乙 第1版 2022-01-01至"},
		"2024-06-01": {"甲改 第1版 2021-03-01至", "甲续 第1版 2024-06-01至2029-05-31 有效期届满", "代乙 第1版 2022-01-01至"},
	} {
		require.Equal(t, want, written(normdoc.AsOf(versions, day(on))), on)
	}
	require.Equal(t, []string{"清泉政规〔2019〕1号"}, versions[0].Numbers)
	normdoc.AsOf(versions, day("2019-06-01"))[0].Numbers[0] = "别的"
	require.Equal(t, "清泉政规〔2019〕1号", versions[0].Numbers[0])
}

// Amended before it came into force: the first text never is. Repealed before: there is no version.
func TestVersionsThatNeverWere(t *testing.T) {
	versions, issues := normdoc.LedgerVersions([]*normdoc.Doc{
		{Serial: "甲", Effective: day("2024-06-01")},
		{Serial: "甲改", Effective: day("2024-05-01"), Relation: "修改", Related: []string{"甲"}},
		{Serial: "乙", Effective: day("2024-06-01")},
		{Serial: "废乙", Effective: day("2024-06-01"), Relation: "废止", Related: []string{"乙"}},
		{Serial: "丙", Effective: day("2024-01-01"), Expires: day("2024-05-31")},
		{Serial: "丙改", Effective: day("2024-06-01"), Relation: "修改", Related: []string{"丙"}},
	})
	require.Empty(t, issues)
	require.Equal(t, []string{
		"甲 第2版 2024-06-01至", "甲改 第1版 2024-05-01至", "废乙 第1版 2024-06-01至", "丙 第1版 2024-01-01至2024-05-31 有效期届满", "丙改 第1版 2024-06-01至",
	}, written(versions))
}

// Nothing is guessed, and a number is given once: what is renewed has a number of its own.
func TestLedgerFaults(t *testing.T) {
	_, issues := normdoc.LedgerVersions([]*normdoc.Doc{
		{Serial: "甲", Number: number(1), Registration: "QYDR-2019-0010001", Effective: day("2019-06-01")},
		{Serial: "甲续", Number: number(1), Registration: "QYDR-2019-0010001", Effective: day("2024-06-01"), Relation: "延续", Related: []string{"甲"}},
		{Serial: "乙", Published: day("2024-06-01")},
		{Serial: "丙", Effective: day("2024-06-01"), Relation: "废止", Related: []string{"没有"}},
	})
	var got []string
	for _, i := range issues {
		got = append(got, string(i.Code)+" "+string(i.Path))
	}
	require.Equal(t, []string{
		"normdoc/relation/unknown /related", "normdoc/number/twice /registration", "normdoc/number/twice /number", "normdoc/version/effective /effective",
	}, got)
}

// A draft with a planned day is not in force and does nothing to others; nor is one that ended before, nor one whose end has
// no day.
func TestLedgerOfWhatIsNotInForce(t *testing.T) {
	versions, issues := normdoc.LedgerVersions([]*normdoc.Doc{
		{Serial: "甲", Effective: day("2019-06-01")},
		{Serial: "甲代", Effective: day("2024-06-01"), State: "审议", Relation: "代替", Related: []string{"甲"}},
		{Serial: "甲废", Effective: day("2024-06-01"), Published: day("2024-05-01"), Ended: day("2024-05-20"), Relation: "废止", Related: []string{"甲"}},
		{Serial: "乙", Effective: day("2019-06-01"), Changed: day("2020-01-01"), State: "废止"},
		{Serial: "丙", Effective: day("2019-06-01"), Expires: day("2024-05-31"), State: "失效"},
		{Serial: "丁", Effective: day("2019-06-01"), Expires: day("2024-05-31"), State: "废止"},
		{Serial: "戊", Effective: day("2019-06-01"), State: "废止"},
		{Serial: "戊代", Effective: day("2020-06-01"), State: "有效", Relation: "代替", Related: []string{"戊"}},
	})
	require.Equal(t, []string{
		"甲 第1版 2019-06-01至", "乙 第1版 2019-06-01至2019-12-31 修改", "丙 第1版 2019-06-01至2024-05-31 有效期届满",
		"戊 第1版 2019-06-01至2020-05-31 代替", "戊代 第1版 2020-06-01至",
	}, written(versions))
	require.Len(t, issues, 2)
	for _, i := range issues {
		require.Equal(t, "normdoc/state/dates /ended", string(i.Code)+" "+string(i.Path))
	}
	draft := &normdoc.Doc{Effective: day("2024-06-01"), State: "起草"}
	require.Equal(t, normdoc.Pending, draft.Force(day("2024-06-02")))
	draft.Published = day("2024-05-20")
	require.Equal(t, normdoc.InForce, draft.Force(day("2024-06-02")))
}

func TestForce(t *testing.T) {
	d := &normdoc.Doc{Effective: day("2019-06-01"), Expires: day("2024-05-31")}
	for on, want := range map[string]normdoc.Force{
		"2019-05-31": normdoc.Pending, "2019-06-01": normdoc.InForce, "2024-05-31": normdoc.InForce, "2024-06-01": normdoc.Over,
	} {
		require.Equal(t, want, d.Force(day(on)), on)
	}
	d.Ended = day("2020-01-01")
	require.Equal(t, "有效", d.Force(day("2019-12-31")).String())
	require.Equal(t, "不再有效", d.Force(day("2020-01-01")).String())
	require.Equal(t, "不明", (&normdoc.Doc{}).Force(day("2020-01-01")).String())
	require.Empty(t, normdoc.Force(9).String())
}

// Five years, as two places print them, and the end of February.
func TestEndOfValidity(t *testing.T) {
	for _, x := range []struct {
		from      string
		span      workday.Span
		end, when string // the first day not counted, and counted
	}{
		{"2018-07-13", years(5), "2023-07-13", "2023-07-12"},
		{"2024-02-29", years(5), "2029-02-28", "2029-02-28"},
		{"2024-02-29", years(4), "2028-02-29", "2028-02-28"},
		{"2023-03-01", years(1), "2024-03-01", "2024-02-29"},
		{"2023-02-28", years(1), "2024-02-28", "2024-02-27"},
		{"2024-08-31", months(6), "2025-02-28", "2025-02-28"},
		{"2024-06-01", days(30), "2024-07-01", "2024-06-30"},
	} {
		end, err := normdoc.Validity{}.End(day(x.from), x.span)
		require.NoError(t, err)
		require.Equal(t, x.end, end.String(), x.from)
		end, err = normdoc.Validity{FirstDayCounts: true}.End(day(x.from), x.span)
		require.NoError(t, err)
		require.Equal(t, x.when, end.String(), x.from)
	}
	_, err := normdoc.Validity{}.End(day("2024-01-01"), workday.Span{})
	require.ErrorIs(t, err, workday.ErrSpan)
	_, err = normdoc.Validity{}.End(fazhi.Date{}, years(5))
	require.ErrorIs(t, err, workday.ErrStart)
}

// The note behind a name does not hide what kind it is.
func TestValidityByName(t *testing.T) {
	v := local(t).Validity
	for name, want := range map[string]workday.Span{
		"停车管理办法": years(5), "停车管理办法（试行）": years(2), "停车管理暂行办法": years(2), "关于禁放烟花的通告": years(1), "《关于禁放烟花的通告（修订）》": years(1),
	} {
		require.Equal(t, want, v.Of(name), name)
	}
}

func TestReminders(t *testing.T) {
	v := local(t).Validity
	d := &normdoc.Doc{Effective: day("2024-05-31"), Expires: day("2026-05-31")}
	for on, want := range map[string]int{"2025-11-29": 0, "2025-11-30": 1, "2026-03-30": 1, "2026-03-31": 2, "2026-05-31": 2, "2026-06-01": 0} {
		require.Len(t, v.Due(d, day(on)), want, on)
	}
	d.Ended = day("2026-01-01")
	require.Empty(t, v.Due(d, day("2026-01-01")))
	require.Empty(t, v.Due(&normdoc.Doc{Effective: day("2024-05-31")}, day("2026-01-01")))
}

// A book is one in memory whose clock the test sets.
type book struct {
	*register.Book
	t   *testing.T
	now fazhi.Date
}

const organ = "区政府"

func openBook(t *testing.T) *book {
	t.Helper()
	p := local(t)
	p.Materials, p.Filings = nil, nil
	series, err := p.Series()
	require.NoError(t, err)
	machine, err := lifecycle.Compile(normdoc.Flow(p))
	require.NoError(t, err)
	b := &book{t: t, now: day("2024-01-01")}
	b.Book, err = register.New(register.NewMemory(), register.Options{
		Now: func() time.Time { return b.now.Time().Add(4 * time.Hour) }, Series: series,
		Flows: []*lifecycle.Machine{machine}, Calendar: p.Calendar,
	})
	require.NoError(t, err)
	return b
}

// step takes a step on a day, the first one by Add.
func (b *book) step(d *normdoc.Doc, step, on string) {
	b.t.Helper()
	b.now = day(on)
	act, r := b.Step, register.Request{Scope: register.Scope{Organ: organ}, Doc: d, Step: step, On: b.now}
	if step == "起草" {
		act = b.Add
	}
	_, err := act(b.t.Context(), r)
	require.NoError(b.t, err, step)
}

func (b *book) versions() ([]normdoc.Version, fazhi.Issues) {
	b.t.Helper()
	versions, issues, err := normdoc.TrailVersions(b.Find(b.t.Context(), register.Query{Scope: register.Scope{Organ: organ}}))
	require.NoError(b.t, err)
	return versions, issues
}

// publish takes a draft to the step 公布.
func (b *book) publish(d *normdoc.Doc) {
	b.t.Helper()
	d.Reviewed, d.Opinion = day("2024-01-15"), "合法"
	for _, s := range [][2]string{{"起草", "2024-01-02"}, {"送审", "2024-01-08"}, {"受理", "2024-01-09"}, {"合法性审核", "2024-01-15"}, {"集体审议", "2024-01-22"},
		{"签发", "2024-01-23"}, {"印发", "2024-01-24"}, {"公布", "2024-01-25"}} {
		b.step(d, s[0], s[1])
	}
}

// From the draft to the end: registration, number and issue in one entry, an amendment, a renewal under new numbers.
func TestTrailVersions(t *testing.T) {
	b := openBook(t)
	d := &normdoc.Doc{Serial: "GF-1", Name: "公共停车泊位管理办法", Drafter: "区城管局", Effective: day("2024-03-01"), Expires: day("2025-02-28")}
	b.publish(d)
	versions, issues := b.versions()
	require.Empty(t, issues)
	require.Equal(t, []string{"GF-1 第1版 2024-03-01至2025-02-28 有效期届满"}, written(versions))
	require.Equal(t, []string{"QYDR-2024-0010001", "清泉政规〔2024〕1号"}, versions[0].Numbers)

	d.Changed = day("2024-07-01")
	b.step(d, "修改", "2024-06-20")
	b.step(d, "停止执行条款", "2024-09-02")
	d.Expires = day("2026-02-28")
	b.step(d, "延续", "2025-02-10")
	d.Ended = day("2025-10-01")
	b.step(d, "废止", "2025-09-15")
	versions, _ = b.versions()
	require.Equal(t, []string{
		"GF-1 第1版 2024-03-01至2024-06-30 修改", "GF-1 第2版 2024-07-01至2025-02-28 延续", "GF-1 第2版 2025-03-01至2025-09-30 废止",
	}, written(versions))
	require.Equal(t, []string{"QYDR-2025-0010001", "清泉政规〔2025〕1号"}, versions[2].Numbers)
	require.Equal(t, []bool{false, true, true}, []bool{versions[0].Partly, versions[1].Partly, versions[2].Partly})
	require.Equal(t, written(versions[1:2]), written(normdoc.AsOf(versions, day("2025-02-28"))))
	require.False(t, normdoc.AsOf(versions, day("2024-09-01"))[0].Partly, "not stopped yet")
	require.True(t, normdoc.AsOf(versions, day("2024-09-02"))[0].Partly)
	require.Empty(t, normdoc.AsOf(versions, day("2025-10-01")))
}

// A renewal that comes too late leaves days without the document.
func TestRenewedTooLate(t *testing.T) {
	b := openBook(t)
	d := &normdoc.Doc{Serial: "GF-1", Name: "办法", Drafter: "区城管局", Effective: day("2024-03-01"), Expires: day("2025-02-28")}
	b.publish(d)
	d.Expires = day("2026-02-28")
	b.step(d, "延续", "2025-03-10")
	b.step(d, "失效", "2026-04-01")
	versions, _ := b.versions()
	require.Equal(t, []string{"GF-1 第1版 2024-03-01至2025-02-28 有效期届满", "GF-1 第1版 2025-03-10至2026-02-28 有效期届满"}, written(versions))
}

// What was put right counts; refusals and other kinds do not.
func TestTrailPutRight(t *testing.T) {
	b := openBook(t)
	d := &normdoc.Doc{Serial: "GF-1", Name: "办法", Drafter: "区城管局"}
	b.publish(d)
	versions, issues := b.versions()
	require.Empty(t, versions)
	require.Equal(t, []fazhi.Code{normdoc.CodeNoEffective}, []fazhi.Code{issues[0].Code})
	d.Effective = day("2024-03-01")
	request := register.Request{Scope: register.Scope{Organ: organ}, Doc: d, Reason: "补填施行日期"}
	_, err := b.Correct(t.Context(), request)
	require.NoError(t, err)
	_, err = b.Step(t.Context(), register.Request{Scope: request.Scope, Doc: d, Step: "签发"})
	require.Error(t, err, "a refusal is kept")
	_, err = b.Add(t.Context(), register.Request{Scope: request.Scope, Doc: &normdoc.Item{Serial: "YT-1"}})
	require.NoError(t, err)
	versions, issues = b.versions()
	require.Empty(t, issues)
	require.Equal(t, []string{"GF-1 第1版 2024-03-01至"}, written(versions))
	b.now = day("2024-05-06")
	_, err = b.Void(t.Context(), register.Request{Scope: request.Scope, Ref: fazhi.RefOf(d), Reason: "误登"})
	require.NoError(t, err)
	versions, _ = b.versions()
	require.Equal(t, []string{"GF-1 第1版 2024-03-01至2024-05-05 作废"}, written(versions))
}

// An end that was put right after it: the version does not end with the validity that was wrong.
func TestTrailPutRightAfterTheEnd(t *testing.T) {
	b := openBook(t)
	d := &normdoc.Doc{Serial: "GF-1", Name: "办法", Drafter: "区城管局", Effective: day("2024-03-01"), Expires: day("2024-05-01")}
	b.publish(d)
	d.Ended = day("2025-10-01")
	b.step(d, "废止", "2025-09-15")
	d.Expires = day("2026-02-28")
	_, err := b.Correct(t.Context(), register.Request{Scope: register.Scope{Organ: organ}, Doc: d, Reason: "有效期误填"})
	require.NoError(t, err)
	versions, _ := b.versions()
	require.Equal(t, []string{"GF-1 第1版 2024-03-01至2025-09-30 废止"}, written(versions))
}

// A renewal that brings a day of coming into force of its own leaves the first text where it was.
func TestRenewedFromADay(t *testing.T) {
	b := openBook(t)
	d := &normdoc.Doc{Serial: "GF-1", Name: "办法", Drafter: "区城管局", Effective: day("2024-03-01"), Expires: day("2025-02-28")}
	b.publish(d)
	d.Effective, d.Expires = day("2025-03-15"), day("2026-03-14")
	b.step(d, "延续", "2025-02-10")
	want := []string{"GF-1 第1版 2024-03-01至2025-02-28 有效期届满", "GF-1 第1版 2025-03-15至2026-03-14 有效期届满"}
	versions, _ := b.versions()
	require.Equal(t, want, written(versions))
	_, err := b.Correct(t.Context(), register.Request{Scope: register.Scope{Organ: organ}, Doc: d, Reason: "名称误填"})
	require.NoError(t, err)
	versions, _ = b.versions()
	require.Equal(t, want, written(versions))
}

func TestTrailErrors(t *testing.T) {
	broken := errors.New("读不出")
	one := func(e register.Entry, err error) iter.Seq2[register.Entry, error] {
		return func(yield func(register.Entry, error) bool) { yield(e, err) }
	}
	_, _, err := normdoc.TrailVersions(one(register.Entry{}, broken))
	require.ErrorIs(t, err, broken)
	_, _, err = normdoc.TrailVersions(one(register.Entry{Ref: fazhi.Ref{Kind: normdoc.Kind, ID: "GF-1"}, Doc: []byte("[1]")}, nil))
	require.ErrorContains(t, err, "文件内容")
}

// Whatever the dates are: the versions of a document follow each other, and no two of them are in force on a day.
func TestVersionsDoNotMeet(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 8))
	some := func() fazhi.Date {
		if n := random.IntN(40); n > 0 {
			return day("2024-01-01").AddDays(n)
		}
		return fazhi.Date{}
	}
	relations := []string{"", "修改", "修改", "废止", "代替", "延续"}
	for range 400 {
		var ledger []*normdoc.Doc
		var entries []register.Entry
		for i := range 5 {
			d := &normdoc.Doc{Serial: strconv.Itoa(i), Effective: some(), Expires: some(), Changed: some(), Ended: some()}
			if d.Relation = relations[random.IntN(len(relations))]; d.Relation != "" {
				d.Related = []string{"0"}
			}
			ledger = append(ledger, d)
			text, err := json.Marshal(d)
			require.NoError(t, err)
			step := []string{"公布", "修改", "延续", "停止执行条款", "废止"}[min(i, random.IntN(5))]
			entries = append(entries, register.Entry{
				Ref: fazhi.Ref{Kind: normdoc.Kind, ID: "0"}, Act: register.Stepped, Step: step, On: day("2024-01-01").AddDays(i * 7), Doc: text,
			})
		}
		ofLedger, _ := normdoc.LedgerVersions(ledger)
		ofTrail, _, err := normdoc.TrailVersions(func(yield func(register.Entry, error) bool) {
			for _, e := range entries {
				if !yield(e, nil) {
					return
				}
			}
		})
		require.NoError(t, err)
		for _, versions := range [][]normdoc.Version{ofLedger, ofTrail} {
			for i, v := range versions {
				require.False(t, !v.To.IsZero() && v.To.Before(v.From), v.String())
				if i > 0 && versions[i-1].Ref == v.Ref {
					before := versions[i-1]
					require.False(t, before.To.IsZero() || !before.To.Before(v.From), "%s / %s", before, v)
				}
			}
		}
	}
}
