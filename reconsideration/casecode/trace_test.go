package casecode_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/casecode"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

func suitRef(i int) fazhi.Ref {
	return fazhi.Ref{Kind: "suit", ID: fmt.Sprint("（2025）虚9902行初", i, "号")}
}

func suitLink(code casecode.Code, i int) casecode.Link {
	return casecode.Link{Code: code, Stage: casecode.FirstInstance, Organ: bureau, Of: suitRef(i)}
}

// journey is a case with the review of a normative document, a mediation in another organ's book and three instances.
func journey(t testing.TB, book *register.Book) casecode.Code {
	t.Helper()
	code := issue(t, book, 1, day(1, 6))
	connect := func(l casecode.Link) {
		l.Code = code
		_, err := casecode.Connect(t.Context(), book, register.Request{Scope: in(bureau), On: day(1, 7), By: "wu01"}, l)
		require.NoError(t, err)
	}
	add := func(organ string, ref fazhi.Ref, step string, on fazhi.Date) {
		_, err := book.Add(t.Context(), request(organ, ref, step, on))
		require.NoError(t, err)
	}
	step(t, book, bureau, caseRef(1), "受理", day(1, 10))
	review := fazhi.Ref{Kind: "cl/norm-review", ID: "FD-1"}
	connect(casecode.Link{Stage: casecode.Review, Organ: bureau, Of: review})
	step(t, book, bureau, caseRef(1), "中止（附带审查，有权处理）", day(1, 20))
	add(bureau, review, "登记", day(1, 20))
	step(t, book, bureau, review, "处理", day(2, 14))
	step(t, book, bureau, caseRef(1), "恢复", day(2, 17))
	mediation := fazhi.Ref{Kind: "mediation", ID: "TJ-8"}
	connect(casecode.Link{Stage: casecode.Mediation, Organ: committee, Of: mediation})
	add(committee, mediation, "受理", day(2, 20))
	step(t, book, committee, mediation, "调解不成", day(3, 3))
	step(t, book, bureau, caseRef(1), "决定", day(3, 20))
	step(t, book, bureau, caseRef(1), "决定书送达", day(3, 25))
	for i, stage := range []casecode.Stage{casecode.FirstInstance, casecode.Appeal, casecode.Retrial} {
		connect(casecode.Link{Stage: stage, Organ: bureau, Of: suitRef(i)})
		if stage != casecode.Retrial {
			add(bureau, suitRef(i), "收到应诉通知", day(4, 1+10*i))
			step(t, book, bureau, suitRef(i), "判决送达", day(4, 8+10*i))
		}
	}
	step(t, book, bureau, caseRef(1), "决定书送达", day(3, 28)) // noted late
	return code
}

// The course of a case goes through several books and kinds, in the order of days.
func TestTrace(t *testing.T) {
	sqlitePath := filepath.Join(t.TempDir(), "book.db")
	onDisk, err := sqlite.Open(t.Context(), sqlitePath, sqlite.Options{})
	require.NoError(t, err)
	defer onDisk.Close()
	for name, store := range map[string]register.Store{"memory": register.NewMemory(), "sqlite": onDisk} {
		t.Run(name, func(t *testing.T) {
			counted := &counting{Store: store}
			book := newBook(t, counted)
			for i := 100; i < 110; i++ {
				issue(t, book, i, day(1, 2))
			}
			code := journey(t, book)
			counted.queries.Store(0)
			counted.whole.Store(0)
			course, err := casecode.Trace(t.Context(), counted, in(bureau), code)
			require.NoError(t, err)
			require.Equal(t, int64(3*5+3), counted.queries.Load(), "of five links")
			require.Zero(t, counted.whole.Load(), "each query names a number, a document or a request")
			require.Equal(t, wholeCourse(), lines(course))
			require.Equal(t, []casecode.Link{{Code: code, Stage: casecode.Retrial, Organ: bureau, Of: suitRef(2)}}, course.Pending)
			again, err := casecode.Trace(t.Context(), counted, in(bureau), code)
			require.NoError(t, err)
			require.Equal(t, course, again)
		})
	}
}

func wholeCourse() []string {
	return []string{
		"2025-01-06 行政复议 收到 99010201-2025-000011-" + vectorCheck(11),
		"2025-01-10 行政复议 受理",
		"2025-01-20 行政复议 中止（附带审查，有权处理）",
		"2025-01-20 附带审查 登记",
		"2025-02-14 附带审查 处理",
		"2025-02-17 行政复议 恢复",
		"2025-02-20 调解 受理",
		"2025-03-03 调解 调解不成",
		"2025-03-20 行政复议 决定",
		"2025-03-25 行政复议 决定书送达",
		"2025-03-28 行政复议 决定书送达",
		"2025-04-01 一审 收到应诉通知",
		"2025-04-08 一审 判决送达",
		"2025-04-11 二审 收到应诉通知",
		"2025-04-18 二审 判决送达",
	}
}

// vectorCheck is the check character of a serial of 2025.
func vectorCheck(serial int) string {
	text := casecode.Code{Organ: organ, Year: 2025, Serial: serial}.String()
	return text[len(text)-1:]
}

func lines(c casecode.Course) (out []string) {
	for _, s := range c.Steps {
		line := fmt.Sprint(s.On, " ", s.Stage, " ", s.Step)
		for _, n := range s.Numbers {
			line += " " + n
		}
		out = append(out, line)
	}
	return out
}

func TestCourseAsJSON(t *testing.T) {
	store := register.NewMemory()
	code := journey(t, newBook(t, store))
	course, err := casecode.Trace(t.Context(), store, in(bureau), code)
	require.NoError(t, err)
	course.Steps = course.Steps[:2]
	text, err := json.MarshalIndent(course, "", " ")
	require.NoError(t, err)
	require.JSONEq(t, `{
 "code": "99010201-2025-000001-`+vectorCheck(1)+`",
 "steps": [
  {"on": "2025-01-06", "stage": "行政复议", "organ": "沧澜区司法局", "seq": 1, "of": {"kind": "reconsideration", "id": "沧澜复〔2025〕1号"},
   "act": "add", "step": "收到", "numbers": ["99010201-2025-000001-`+vectorCheck(1)+`"]},
  {"on": "2025-01-10", "stage": "行政复议", "organ": "沧澜区司法局", "seq": 2, "of": {"kind": "reconsideration", "id": "沧澜复〔2025〕1号"},
   "act": "step", "step": "受理"}
 ],
 "pending": [
  {"code": "99010201-2025-000001-`+vectorCheck(1)+`", "stage": "再审", "organ": "沧澜区司法局", "of": {"kind": "suit", "id": "（2025）虚9902行初2号"}}
 ]
}`, string(text))
}

// A document carries one code at a time; a wrong link is taken back with a reason, and both stay in the book.
func TestConnect(t *testing.T) {
	store := register.NewMemory()
	book := newBook(t, store)
	one, two := issue(t, book, 1, day(3, 3)), issue(t, book, 2, day(3, 3))
	r := register.Request{Scope: in(bureau), On: day(3, 4), By: "wu01"}
	entry, err := casecode.Connect(t.Context(), book, r, suitLink(one, 1))
	require.NoError(t, err)
	again, err := casecode.Connect(t.Context(), book, r, suitLink(one, 1))
	require.NoError(t, err)
	require.Equal(t, entry.Seq, again.Seq, "nothing is kept twice")

	_, err = casecode.Connect(t.Context(), book, r, suitLink(two, 1))
	require.ErrorIs(t, err, casecode.ErrLinked)
	stage := suitLink(one, 1)
	stage.Stage = casecode.Appeal
	_, err = casecode.Connect(t.Context(), book, r, stage)
	require.ErrorIs(t, err, casecode.ErrLink)
	_, err = casecode.Disconnect(t.Context(), book, r, suitLink(one, 1))
	require.ErrorIs(t, err, register.ErrRequest, "no reason")
	r.Reason = "关联有误"
	_, err = casecode.Disconnect(t.Context(), book, r, suitLink(two, 1))
	require.ErrorIs(t, err, casecode.ErrNotLinked)
	_, err = casecode.Disconnect(t.Context(), book, r, suitLink(one, 1))
	require.NoError(t, err)
	_, err = casecode.Disconnect(t.Context(), book, r, suitLink(one, 1))
	require.ErrorIs(t, err, casecode.ErrNotLinked)
	_, err = casecode.Carried(t.Context(), store, in(bureau), bureau, suitRef(1))
	require.ErrorIs(t, err, casecode.ErrNotLinked)

	for _, code := range []casecode.Code{two, one, two} { // to the other case, back, and again
		_, err = casecode.Connect(t.Context(), book, r, suitLink(code, 1))
		require.NoError(t, err)
		got, err := casecode.Carried(t.Context(), store, in(bureau), bureau, suitRef(1))
		require.NoError(t, err)
		require.Equal(t, code, got)
		for _, c := range []casecode.Code{one, two} {
			course, err := casecode.Trace(t.Context(), store, in(bureau), c)
			require.NoError(t, err)
			require.Equal(t, c == code, len(course.Pending) == 1)
		}
		_, err = casecode.Disconnect(t.Context(), book, r, suitLink(code, 1))
		require.NoError(t, err)
	}
	own, err := casecode.Carried(t.Context(), store, in(bureau), bureau, caseRef(1))
	require.NoError(t, err)
	require.Equal(t, one, own)
}

// What cannot be connected is said, all of it.
func TestConnectRefuses(t *testing.T) {
	store := register.NewMemory()
	book := newBook(t, store)
	one := issue(t, book, 1, day(3, 3))
	issue(t, book, 2, day(3, 3))
	r := register.Request{Scope: in(bureau), On: day(3, 4)}
	for name, c := range map[string]struct {
		link casecode.Link
		want error
	}{
		"nothing":       {casecode.Link{}, casecode.ErrLink},
		"no code":       {suitLink(casecode.Code{}, 1), casecode.ErrLength},
		"stage":         {casecode.Link{Code: one, Stage: "四审", Organ: bureau, Of: suitRef(1)}, casecode.ErrLink},
		"all organs":    {casecode.Link{Code: one, Stage: casecode.Appeal, Organ: register.AllOrgans, Of: suitRef(1)}, casecode.ErrLink},
		"a link":        {casecode.Link{Code: one, Stage: casecode.Other, Organ: bureau, Of: fazhi.Ref{Kind: casecode.LinkKind, ID: "1"}}, casecode.ErrLink},
		"itself":        {casecode.Link{Code: one, Stage: casecode.Other, Organ: bureau, Of: caseRef(1)}, casecode.ErrLink},
		"has a code":    {casecode.Link{Code: one, Stage: casecode.Other, Organ: bureau, Of: caseRef(2)}, casecode.ErrLinked},
		"no such code":  {suitLink(casecode.Code{Organ: organ, Year: 2025, Serial: 9}, 1), casecode.ErrNotIssued},
		"foreign organ": {suitLink(casecode.Code{Organ: other, Year: 2025, Serial: 1}, 1), casecode.ErrNotIssued},
	} {
		_, err := casecode.Connect(t.Context(), book, r, c.link)
		require.ErrorIs(t, err, c.want, name)
	}
	_, err := casecode.Connect(t.Context(), book, r, suitLink(one, 1))
	require.NoError(t, err)
	_, _, err = casecode.Issue(t.Context(), book, request(bureau, suitRef(1), "收到应诉通知", day(3, 4)))
	var refusal *register.Refusal
	require.True(t, errors.As(err, &refusal), "it carries the code of the case already")
}

// A link that a guard refused is no link, and does not hide those that come after it.
func TestRefusedLink(t *testing.T) {
	store := register.NewMemory()
	refuse := true
	series, err := casecode.SeriesOf(organ)
	require.NoError(t, err)
	book, err := register.New(store, register.Options{
		Now:    func() time.Time { return time.Date(2025, time.June, 2, 1, 0, 0, 0, time.UTC) },
		Series: []register.Series{series},
		Hooks: register.Hooks{Before: casecode.Once(store, func(_ context.Context, a *register.Attempt) ([]string, error) {
			if refuse && a.Ref.Kind == casecode.LinkKind {
				return nil, &register.Refusal{Code: "cl/link/not-now", Reason: "暂不关联"}
			}
			return []string{"cl/links@1.0.0"}, nil
		})},
	})
	require.NoError(t, err)
	code := issue(t, book, 1, day(3, 3))
	r := register.Request{Scope: in(bureau), On: day(3, 4)}
	_, err = casecode.Connect(t.Context(), book, r, suitLink(code, 1))
	var refusal *register.Refusal
	require.ErrorAs(t, err, &refusal)
	course, err := casecode.Trace(t.Context(), store, in(bureau), code)
	require.NoError(t, err)
	require.Empty(t, course.Pending)
	refuse = false
	for range 2 {
		_, err = casecode.Connect(t.Context(), book, r, suitLink(code, 1))
		require.NoError(t, err)
	}
	course, err = casecode.Trace(t.Context(), store, in(bureau), code)
	require.NoError(t, err)
	require.Len(t, course.Pending, 1)
}

// The stage of the document that was given the code is that of its kind.
func TestFirstStage(t *testing.T) {
	store := register.NewMemory()
	book := newBook(t, store)
	for kind, want := range map[fazhi.Kind]casecode.Stage{
		reconsideration.Kind: casecode.Reconsideration, reconsideration.SuitKind: casecode.FirstInstance, "cl/visit": casecode.Other,
	} {
		code, _, err := casecode.Issue(t.Context(), book, request(bureau, fazhi.Ref{Kind: kind, ID: "1"}, "登记", day(3, 3)))
		require.NoError(t, err)
		course, err := casecode.Trace(t.Context(), store, in(bureau), code)
		require.NoError(t, err)
		require.Equal(t, want, course.Steps[0].Stage)
	}
}

// A document of another kind under a link's request id is no link.
func TestForeignRequest(t *testing.T) {
	store := register.NewMemory()
	book := newBook(t, store)
	code := issue(t, book, 1, day(3, 3))
	stranger := request(bureau, fazhi.Ref{Kind: "cl/visit", ID: "1"}, "关联", day(3, 4))
	stranger.ReqID = "casecode/" + code.String() + "/1"
	_, err := book.Add(t.Context(), stranger)
	require.NoError(t, err)
	_, err = casecode.Connect(t.Context(), book, register.Request{Scope: in(bureau), On: day(3, 4)}, suitLink(code, 1))
	require.NoError(t, err)
	course, err := casecode.Trace(t.Context(), store, in(bureau), code)
	require.NoError(t, err)
	require.Len(t, course.Pending, 1)
}

// An entry of the kind of links that is none is an error.
func TestForgedLink(t *testing.T) {
	for _, content := range []string{`{"code":"1"}`, `{}`, `{"code":"%s","stage":"一审","organ":"沧澜区司法局","of":{"kind":"suit","id":"9"}}`} {
		store := register.NewMemory()
		book := newBook(t, store)
		code := issue(t, book, 1, day(3, 3))
		forged := request(bureau, fazhi.Ref{Kind: casecode.LinkKind, ID: "1"}, "关联", day(3, 4))
		forged.Doc.(*register.Raw).JSON = json.RawMessage(strings.Replace(content, "%s", code.String(), 1))
		forged.ReqID = "casecode/" + code.String() + "/1"
		_, err := book.Add(t.Context(), forged)
		require.NoError(t, err)
		_, err = casecode.Trace(t.Context(), store, in(bureau), code)
		require.ErrorIs(t, err, casecode.ErrLink, content)
	}
}

// Another process that connects something in the middle of Connect takes nothing away and is not overruled.
func TestConnectAtOnce(t *testing.T) {
	for name, c := range map[string]struct {
		theirs int // the suit that the other one connects: 1 to the second case, 2 to the first
		parted bool
		want   error
	}{
		"another suit, the same case":     {theirs: 2},
		"the same suit, another case":     {theirs: 1, want: casecode.ErrLinked},
		"the same after it was taken off": {theirs: 1, parted: true, want: casecode.ErrLinked},
	} {
		t.Run(name, func(t *testing.T) {
			store := register.NewMemory()
			other := newBook(t, store)
			codes := []casecode.Code{issue(t, other, 1, day(3, 3)), issue(t, other, 2, day(3, 3))}
			r := register.Request{Scope: in(bureau), On: day(3, 4), Reason: "关联有误"}
			if c.parted {
				_, err := casecode.Connect(t.Context(), other, r, suitLink(codes[0], 1))
				require.NoError(t, err)
				_, err = casecode.Disconnect(t.Context(), other, r, suitLink(codes[0], 1))
				require.NoError(t, err)
			}
			theirs := suitLink(codes[c.theirs%2], c.theirs)
			once := sync.OnceValue(func() error {
				_, err := casecode.Connect(t.Context(), other, r, theirs)
				return err
			})
			book := interrupted(t, store, once)
			_, err := casecode.Connect(t.Context(), book, r, suitLink(codes[0], 1))
			require.ErrorIs(t, err, c.want)
			course, err := casecode.Trace(t.Context(), store, in(bureau), theirs.Code)
			require.NoError(t, err)
			require.Contains(t, course.Pending, theirs)
		})
	}
}

// interrupted makes a book that calls do before anything is kept.
func interrupted(t *testing.T, store register.Store, do func() error) *register.Book {
	t.Helper()
	book, err := register.New(store, register.Options{
		Now: func() time.Time { return time.Date(2025, time.June, 2, 2, 0, 0, 0, time.UTC) },
		Hooks: register.Hooks{Before: func(context.Context, *register.Attempt) ([]string, error) {
			return nil, do()
		}},
	})
	require.NoError(t, err)
	return book
}
