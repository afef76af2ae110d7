package register_test

import (
	"bytes"
	"crypto/md5"
	"crypto/sha512"
	"errors"
	"fmt"
	"hash"
	"strings"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/stretchr/testify/require"
)

func TestAdd(t *testing.T) {
	w := newWorld(t, nil)
	r := request("TZ-1")
	r.ReqID, r.Reason = "r1", "来文登记"
	r.With = []string{"某区财政局"}
	e := w.add(r)
	require.Equal(t, register.Entry{
		Organ: organ, Seq: 1, Ref: noticeRef("TZ-1"), Act: register.Added, Step: "登记",
		Numbers: []register.Numbered{{Series: "发文", Year: 2024, Serial: 1, Text: "泉鲤司〔2024〕1号"}},
		With:    []string{"某区财政局"}, At: w.now, On: day(2024, time.March, 1),
		By: "zhang", Role: "法制员", Reason: "来文登记", ReqID: "r1", Doc: []byte(`{"text":"一"}`), Sum: e.Sum,
	}, e)
	require.Equal(t, []register.Entry{e}, w.entries())

	_, err := w.book.Add(t.Context(), request("TZ-1"))
	require.ErrorIs(t, err, register.ErrExists)
	second := w.add(request("TZ-2"))
	require.Equal(t, e.Sum, second.Prev)
	require.Equal(t, []string{"泉鲤司〔2024〕2号"}, texts(second))
}

func TestStepCorrectVoid(t *testing.T) {
	w := newWorld(t, nil)
	w.add(request("TZ-1"))
	step := of("TZ-1")
	step.Step, step.Series = "印发", []string{"登记"}
	e, err := w.book.Step(t.Context(), step)
	require.NoError(t, err)
	require.Equal(t, register.Stepped, e.Act)
	require.Equal(t, []string{"登〔2024〕1号"}, texts(e))
	require.Empty(t, e.Doc, "the document stays as it was")

	correct := of("TZ-1")
	correct.Doc = notice("TZ-1", "二")
	w.day(2024, time.March, 4)
	e, err = w.book.Correct(t.Context(), correct)
	require.NoError(t, err)
	require.Equal(t, "印发", e.Step)
	require.Equal(t, day(2024, time.March, 1), e.On, "a correction leaves the day")
	require.Empty(t, e.Numbers)

	got, err := w.book.Get(t.Context(), scope(), noticeRef("TZ-1"))
	require.NoError(t, err)
	require.JSONEq(t, `{"text":"二"}`, string(got.Doc))
	require.Len(t, got.Numbers, 2)
	require.Equal(t, e, got.Last)

	e, err = w.book.Void(t.Context(), of("TZ-1"))
	require.NoError(t, err)
	require.Equal(t, register.Voided, e.Act)
	require.Equal(t, "作废", e.Step)
	for name, act := range map[string]func() error{
		"step":    func() error { _, err := w.book.Step(t.Context(), step); return err },
		"correct": func() error { _, err := w.book.Correct(t.Context(), correct); return err },
		"void":    func() error { _, err := w.book.Void(t.Context(), of("TZ-1")); return err },
	} {
		require.ErrorIs(t, act(), register.ErrEnded, name)
	}
	_, err = w.book.Add(t.Context(), request("TZ-1"))
	require.ErrorIs(t, err, register.ErrExists)
	require.Equal(t, []string{"泉鲤司〔2024〕2号"}, texts(w.add(request("TZ-2"))), "a void number is not given again")
	require.Len(t, w.entries(), 5)
}

func TestNotInTheBook(t *testing.T) {
	w := newWorld(t, nil)
	step, correct := of("TZ-1"), of("TZ-1")
	step.Step, correct.Doc = "印发", notice("TZ-1", "一")
	_, err := w.book.Step(t.Context(), step)
	require.ErrorIs(t, err, register.ErrNotFound)
	_, err = w.book.Correct(t.Context(), correct)
	require.ErrorIs(t, err, register.ErrNotFound)
	_, err = w.book.Void(t.Context(), of("TZ-1"))
	require.ErrorIs(t, err, register.ErrNotFound)
	_, err = w.book.Get(t.Context(), scope(), noticeRef("TZ-1"))
	require.ErrorIs(t, err, register.ErrNotFound)
	require.Empty(t, w.entries())
}

func TestTrailFindOverdue(t *testing.T) {
	w := newWorld(t, nil)
	w.add(request("TZ-1"))
	w.add(register.Request{Scope: scope(), Doc: contractDoc("HT-1")})
	step := of("TZ-1")
	step.Step = "印发"
	_, err := w.book.Step(t.Context(), step)
	require.NoError(t, err)

	trail, err := collect(w.book.Trail(t.Context(), scope(), noticeRef("TZ-1")))
	require.NoError(t, err)
	require.Len(t, trail, 2)
	found, err := collect(w.book.Find(t.Context(), register.Query{Scope: scope(), Number: "泉鲤司〔2024〕1号"}))
	require.NoError(t, err)
	require.Len(t, found, 1)
	for due, n := range map[fazhi.Date]int{day(2024, time.March, 8): 0, day(2024, time.March, 9): 1} {
		late, err := collect(w.book.Overdue(t.Context(), scope(), due))
		require.NoError(t, err)
		require.Len(t, late, n, due)
	}
}

func TestTwoSeriesInOneStep(t *testing.T) {
	w := newWorld(t, nil)
	w.add(register.Request{Scope: scope(), Doc: contractDoc("HT-1")})
	ref := fazhi.Ref{Kind: "contract", ID: "HT-1"}
	for _, step := range []string{"审查", "签订"} {
		r := register.Request{Scope: scope(), Ref: ref, Step: step}
		if step == "签订" {
			r.Series = []string{"发文", "登记", "发文"} // the flow's own among them, and one twice
		}
		e, err := w.book.Step(t.Context(), r)
		require.NoError(t, err)
		if step == "签订" {
			require.Equal(t, []string{"泉鲤司〔2024〕1号", "登〔2024〕1号"}, texts(e))
		}
	}
}

func TestYears(t *testing.T) {
	w := newWorld(t, nil)
	w.day(2024, time.December, 31)
	w.add(request("TZ-1"))
	w.day(2025, time.January, 2)
	late := request("TZ-2")
	late.On, late.Series = day(2024, time.December, 31), []string{"发文", "档案"}
	e := w.add(late)
	require.Equal(t, 2025, e.At.Year())
	require.Equal(t, []string{"泉鲤司〔2024〕2号", "档〔0〕1号"}, texts(e), "the day that counts in law decides")
	next := request("TZ-3")
	next.Series = []string{"发文", "档案"}
	require.Equal(t, []string{"泉鲤司〔2025〕1号", "档〔0〕2号"}, texts(w.add(next)), "档案 never restarts")

	w.now = time.Date(2025, time.December, 31, 16, 0, 0, 0, time.UTC)
	require.Equal(t, []string{"泉鲤司〔2026〕1号"}, texts(w.add(request("TZ-4"))), "in China it is the new year")
}

func TestJointDocument(t *testing.T) {
	w := newWorld(t, nil)
	r := request("TZ-1")
	r.With = []string{"某区财政局", "某区住建局"}
	e := w.add(r)
	require.Len(t, e.Numbers, 1)
	heads, err := collect(w.store.Heads(t.Context(), register.Scope{Organ: register.AllOrgans}))
	require.NoError(t, err)
	require.Len(t, heads, 1, "the other organs' books stay as they are")
	got, err := w.book.Get(t.Context(), scope(), noticeRef("TZ-1"))
	require.NoError(t, err)
	require.Equal(t, r.With, got.With)
}

func TestFlow(t *testing.T) {
	w := newWorld(t, nil)
	e := w.add(register.Request{Scope: scope(), Doc: contractDoc("HT-1")})
	require.Equal(t, "登记", e.Step)
	require.Equal(t, day(2024, time.March, 8), e.Due)
	ref := fazhi.Ref{Kind: "contract", ID: "HT-1"}

	early := register.Request{Scope: scope(), Ref: ref, Step: "签订", ReqID: "r1"}
	_, err := w.book.Step(t.Context(), early)
	var refusal *register.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Len(t, refusal.Issues, 1, "the flow's reasons, one by one")
	require.Equal(t, lifecycle.WrongOrder, refusal.Issues[0].Code)
	require.Equal(t, register.Refused, refusal.Entry.Act)
	require.Equal(t, []fazhi.Code{lifecycle.WrongOrder}, refusal.Entry.Codes)
	require.Empty(t, refusal.Entry.Numbers)
	require.Contains(t, err.Error(), "不予登记")

	_, err = w.book.Step(t.Context(), early)
	require.ErrorAs(t, err, &refusal, "the same request is refused for the same reason")
	require.Equal(t, lifecycle.WrongOrder, refusal.Code)
	early.Step = "审查"
	_, err = w.book.Step(t.Context(), early)
	require.ErrorIs(t, err, register.ErrReplay, "another step under the ReqID of a refusal")

	early.ReqID = ""
	e, err = w.book.Step(t.Context(), early)
	require.NoError(t, err)
	require.True(t, e.Due.IsZero())
	require.Len(t, w.entries(), 3)

	_, err = w.book.Add(t.Context(), register.Request{Scope: scope(), Doc: contractDoc("HT-2"), Step: "审查"})
	require.ErrorAs(t, err, &refusal)
	_, err = w.book.Get(t.Context(), scope(), fazhi.Ref{Kind: "contract", ID: "HT-2"})
	require.ErrorIs(t, err, register.ErrNotFound, "a refusal leaves no trace in the state")
	w.add(register.Request{Scope: scope(), Doc: contractDoc("HT-2")})
}

func TestReplay(t *testing.T) {
	w := newWorld(t, nil)
	r := request("TZ-1")
	r.ReqID = "r1"
	first := w.add(r)
	w.day(2024, time.March, 5)
	require.Equal(t, first, w.add(r))
	require.Len(t, w.entries(), 1)

	other := request("TZ-2")
	other.ReqID = "r1"
	_, err := w.book.Add(t.Context(), other)
	require.ErrorIs(t, err, register.ErrReplay, "another document")
	void := of("TZ-1")
	void.ReqID = "r1"
	_, err = w.book.Void(t.Context(), void)
	require.ErrorIs(t, err, register.ErrReplay, "another act")
	r.Doc = notice("TZ-1", "二")
	_, err = w.book.Add(t.Context(), r)
	require.ErrorIs(t, err, register.ErrReplay, "another content")
	require.Len(t, w.entries(), 1)

	step := of("TZ-1")
	step.Step, step.ReqID = "作废", "r2"
	_, err = w.book.Step(t.Context(), step)
	require.NoError(t, err)
	void.ReqID = "r2"
	_, err = w.book.Void(t.Context(), void)
	require.ErrorIs(t, err, register.ErrReplay, "a step of that name is another act")
	step.Step = "印发"
	_, err = w.book.Step(t.Context(), step)
	require.ErrorIs(t, err, register.ErrReplay, "another step")
	require.Len(t, w.entries(), 2)
}

// A document may get a further number of a series that it has one of.
func TestSecondNumber(t *testing.T) {
	w := newWorld(t, nil)
	w.add(request("TZ-1"))
	step := of("TZ-1")
	step.Step, step.Series = "再次印发", []string{"发文"}
	e, err := w.book.Step(t.Context(), step)
	require.NoError(t, err)
	require.Equal(t, []string{"泉鲤司〔2024〕2号"}, texts(e))
}

func TestClock(t *testing.T) {
	w := newWorld(t, func(o *register.Options) { o.Skew = 5 * time.Second })
	first := w.add(request("TZ-1"))
	w.now = w.now.Add(-5 * time.Second)
	e := w.add(request("TZ-2"))
	require.Equal(t, first.At, e.At, "within the skew, the time of the entry before")
	w.now = w.now.Add(-time.Millisecond)
	_, err := w.book.Add(t.Context(), request("TZ-3"))
	require.ErrorIs(t, err, register.ErrClock)
	w.now = first.At.Add(1999 * time.Microsecond)
	require.Equal(t, first.At.Add(time.Millisecond), w.add(request("TZ-3")).At)

	w = newWorld(t, nil)
	w.add(request("TZ-1"))
	w.now = w.now.Add(-time.Minute)
	w.add(request("TZ-2"))
	w.now = w.now.Add(-time.Second)
	_, err = w.book.Add(t.Context(), request("TZ-3"))
	require.ErrorIs(t, err, register.ErrClock)
}

// What goes in and what comes out are the caller's.
func TestAliasing(t *testing.T) {
	w := newWorld(t, nil)
	r := request("TZ-1")
	r.With = []string{"某区财政局"}
	doc := notice("TZ-1", "一")
	r.Doc = doc
	e := w.add(r)
	want := w.entries()
	r.With[0], r.Series[0] = "x", "x"
	require.Equal(t, []string{"某区财政局"}, e.With)
	for i := range doc.JSON {
		doc.JSON[i] = 'x'
	}
	for i := range e.Doc {
		e.Doc[i] = 'x'
	}
	e.With[0], e.Numbers[0].Text = "y", "y"
	got, err := w.book.Get(t.Context(), scope(), noticeRef("TZ-1"))
	require.NoError(t, err)
	got.Doc[0], got.With[0], got.Numbers[0].Text = 'z', "z", "z"
	require.Equal(t, want, w.entries())
}

func TestNumberers(t *testing.T) {
	broken := errors.New("没有这个号")
	file := request("TZ-1")
	file.Series = []string{"档案"}
	for name, text := range map[string]string{"empty": "", "long": strings.Repeat("号", 129), "blank": " 1号", "control": "1\n号"} {
		w := newWorld(t, func(o *register.Options) {
			o.Series[2].Number = func(numbering.Slot) (string, error) { return text, nil }
		})
		_, err := w.book.Add(t.Context(), file)
		require.ErrorContains(t, err, `编号系列 "档案"`, name)
		require.Empty(t, w.entries())
	}
	fail := true
	w := newWorld(t, func(o *register.Options) {
		o.Series[2].Number = func(s numbering.Slot) (string, error) {
			if fail {
				return "", broken
			}
			require.Equal(t, numbering.Slot{Organ: organ, Series: "档案", Serial: 1, Ref: noticeRef("TZ-1")}, s)
			return "一号", nil
		}
	})
	_, err := w.book.Add(t.Context(), file)
	require.ErrorIs(t, err, broken)
	fail = false
	require.Equal(t, []string{"一号"}, texts(w.add(file)), "no number was used up")

	_, err = register.New(w.store, register.Options{Now: time.Now, Series: []register.Series{{
		Name: "发文", Number: func(s numbering.Slot) (string, error) { return fmt.Sprint(s.Serial, "号"), nil },
	}}})
	require.ErrorContains(t, err, "各年会重号")
}

// Two series that write the same number: the second is refused, and nothing is lost.
func TestNumberThatWasGiven(t *testing.T) {
	w := newWorld(t, nil)
	w.add(request("TZ-1"))
	r := request("TZ-2")
	r.Series = []string{"登记"}
	other := w.another(func(o *register.Options) {
		o.Series[0].Number, o.Series[1].Number = o.Series[1].Number, o.Series[0].Number
	})
	_, err := other.Add(t.Context(), r)
	require.ErrorIs(t, err, register.ErrTaken)
	require.ErrorContains(t, err, "泉鲤司〔2024〕1号")
	_, err = register.New(w.store, register.Options{Now: time.Now, Series: []register.Series{
		{Name: "甲", Number: number("泉鲤司")}, {Name: "乙", Number: number("泉鲤司")},
	}})
	require.ErrorContains(t, err, "会写出同样的编号")
	require.Len(t, w.entries(), 1)
	require.Equal(t, []string{"泉鲤司〔2024〕2号"}, texts(w.add(request("TZ-2"))))
}

// A book is not continued with another digest.
func TestBookOfAnotherHash(t *testing.T) {
	w := newWorld(t, nil)
	w.add(request("TZ-1"))
	book := w.another(func(o *register.Options) { o.Hash = register.Hash{Name: "sha512-256", New: sha512.New512_256} })
	_, err := book.Add(t.Context(), request("TZ-2"))
	require.ErrorIs(t, err, register.ErrHash)
	require.Len(t, w.entries(), 1)
	r := request("TZ-2")
	r.Scope.Organ = "丰泽区司法局"
	_, err = book.Add(t.Context(), r)
	require.NoError(t, err, "a new book may have it")
}

func TestActs(t *testing.T) {
	names := map[register.Act]string{
		register.Added: "登记", register.Stepped: "办理", register.Corrected: "更正", register.Voided: "作废", register.Reserved: "预留",
		register.Expired: "预留失效", register.Refused: "不予登记", "other": "",
	}
	for act, name := range names {
		require.Equal(t, name, act.Chinese())
		require.Equal(t, act == register.Voided, act.Ends())
	}
}

func TestOptions(t *testing.T) {
	_, err := register.New(nil, register.Options{
		Skew: -1, Hash: register.Hash{Name: "md5", New: func() hash.Hash { return md5.New() }},
		Series: []register.Series{
			{}, {Name: "甲"}, {Name: "乙", Number: number("乙"), Hold: -1}, {Name: "丙", Number: number("丙")}, {Name: "丙", Number: number("丙")},
		},
		Flows: []*lifecycle.Machine{nil, contractFlow(t), contractFlow(t)},
	})
	for _, message := range []string{
		"没有 Store", "没有 Now", "Skew 为负数", "md5 应当是 256 位", "编号系列的名称应当有1至64个可见的字", `编号系列 "甲" 没有 Number`,
		`编号系列 "乙" 的预留天数为负数`, `编号系列 "丙" 重复`, "办理流程为空", "contract 有两个办理流程",
		`签订 用到编号系列 "登记"，而没有这一系列`,
	} {
		require.ErrorContains(t, err, message)
	}
	_, err = register.New(register.NewMemory(), register.Options{
		Now: time.Now, Flows: []*lifecycle.Machine{contractFlow(t)}, Series: []register.Series{{Name: "登记", Number: number("登")}},
	})
	require.ErrorContains(t, err, "有期限，而没有 Calendar")
	_, err = register.New(register.NewMemory(), register.Options{Now: time.Now, Hash: register.Hash{Name: "sha256"}})
	require.ErrorContains(t, err, "没有名称或者没有 New")
}

// A sealer that commits nothing, for what the book does with secrets.
type sealer struct{ err error }

func (s sealer) Seal(organ string, ref fazhi.Ref, doc []byte) ([]byte, []register.Secret, error) {
	if s.err != nil {
		return nil, nil, s.err
	}
	public := bytes.ReplaceAll(doc, []byte("一"), []byte("*"))
	return public, []register.Secret{{Organ: organ, Ref: ref, Path: "/text", Key: "k", Box: []byte("一")}}, nil
}

func TestSealer(t *testing.T) {
	w := newWorld(t, func(o *register.Options) { o.Sealer = sealer{} })
	w.add(request("TZ-1"))
	e := w.add(request("TZ-2"))
	require.JSONEq(t, `{"text":"*"}`, string(e.Doc))
	secrets, err := collect(w.store.Secrets(t.Context(), register.SecretQuery{Scope: scope()}))
	require.NoError(t, err)
	require.Len(t, secrets, 2)
	require.Equal(t, register.Secret{Organ: organ, Seq: 2, Ref: noticeRef("TZ-2"), Path: "/text", Key: "k", Box: []byte("一")}, secrets[1])

	failing := errors.New("no key")
	w = newWorld(t, func(o *register.Options) { o.Sealer = sealer{err: failing} })
	_, err = w.book.Add(t.Context(), request("TZ-1"))
	require.ErrorIs(t, err, failing)
	require.Empty(t, w.entries())
}

// Many add at once: no gap, no number twice, one chain.
func TestTogether(t *testing.T) {
	w := newWorld(t, nil)
	done := make(chan error)
	for i := range 32 {
		go func() {
			_, err := w.book.Add(t.Context(), request(fmt.Sprint("TZ-", i)))
			done <- err
		}()
	}
	for range 32 {
		require.NoError(t, <-done)
	}
	for i, e := range w.entries() {
		require.Equal(t, i+1, e.Numbers[0].Serial)
	}
}
