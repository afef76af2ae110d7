package casecode_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/casecode"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// A case and its code are one entry; the next case has the next serial; a case has one code.
func TestIssue(t *testing.T) {
	store := register.NewMemory()
	book := newBook(t, store)
	first, entry, err := casecode.Issue(t.Context(), book, request(bureau, caseRef(1), "收到", day(3, 3)))
	require.NoError(t, err)
	require.Equal(t, casecode.Code{Organ: organ, Year: 2025, Serial: 1}, first)
	require.Equal(t, int64(1), entry.Seq)
	require.Equal(t, first.String(), entry.Numbers[0].Text)
	require.Equal(t, 2, issue(t, book, 2, day(3, 4)).Serial)

	_, _, err = casecode.Issue(t.Context(), book, request(bureau, caseRef(1), "收到", day(3, 3)))
	require.ErrorIs(t, err, register.ErrExists)
	again := request(bureau, caseRef(1), "受理", day(3, 5))
	again.Series = []string{casecode.SeriesName}
	_, err = book.Step(t.Context(), again)
	var refusal *register.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, fazhi.Code("reconsideration/code/once"), refusal.Code)

	got, err := casecode.Of(t.Context(), store, in(bureau), caseRef(1))
	require.NoError(t, err)
	require.Equal(t, first, got)
	_, err = casecode.Of(t.Context(), store, in(bureau), caseRef(9))
	require.ErrorIs(t, err, casecode.ErrNotIssued)
	require.Equal(t, 3, issue(t, book, 3, day(3, 6)).Serial, "what was refused used up no serial")
}

// A case that was registered without a code may get one by a step.
func TestLateCode(t *testing.T) {
	store := register.NewMemory()
	book := newBook(t, store)
	_, err := book.Add(t.Context(), request(bureau, caseRef(1), "收到", day(3, 3)))
	require.NoError(t, err)
	late := request(bureau, caseRef(1), "受理", day(3, 5))
	late.Series = []string{casecode.SeriesName}
	_, err = book.Step(t.Context(), late)
	require.NoError(t, err)
	got, err := casecode.Of(t.Context(), store, in(bureau), caseRef(1))
	require.NoError(t, err)
	require.NoError(t, casecode.Issued(t.Context(), store, in(bureau), got))
}

// The same request gives the same code, however often it is asked.
func TestIssueRepeated(t *testing.T) {
	book := newBook(t, register.NewMemory())
	r := request(bureau, caseRef(1), "收到", day(3, 3))
	r.ReqID = "a1"
	one, _, err := casecode.Issue(t.Context(), book, r)
	require.NoError(t, err)
	two, _, err := casecode.Issue(t.Context(), book, r)
	require.NoError(t, err)
	require.Equal(t, one, two)
}

// Codes that are reserved, that lapsed and those of void cases stay in the book, and are never given again.
func TestReservedAndVoid(t *testing.T) {
	store := register.NewMemory()
	book := newBook(t, store)
	var codes []casecode.Code
	for i := 1; i <= 2; i++ {
		e, err := book.Reserve(t.Context(), register.Request{Scope: in(bureau), Ref: caseRef(i), Series: []string{casecode.SeriesName}, On: day(6, 2)})
		require.NoError(t, err)
		code, err := casecode.Parse(e.Numbers[0].Text)
		require.NoError(t, err)
		codes = append(codes, code)
		require.NoError(t, casecode.Issued(t.Context(), store, in(bureau), code))
	}
	require.Equal(t, codes[0], issue(t, book, 1, day(6, 2)), "the reserved one")
	for i := 1; i <= 2; i++ {
		_, err := book.Void(t.Context(), register.Request{Scope: in(bureau), Ref: caseRef(i), Reason: "重复收案"})
		require.NoError(t, err)
	}
	require.NoError(t, casecode.Issued(t.Context(), store, in(bureau), codes[0]))
	require.ErrorIs(t, casecode.Issued(t.Context(), store, in(bureau), codes[1]), casecode.ErrLapsed)
	require.Equal(t, 3, issue(t, book, 2, day(6, 2)).Serial, "a document whose reservation was given up gets another code")
	require.ErrorIs(t, casecode.Issued(t.Context(), store, in(bureau), codes[1]), casecode.ErrLapsed)
	_, err := casecode.Trace(t.Context(), store, in(bureau), codes[1])
	require.ErrorIs(t, err, casecode.ErrLapsed)
	course, err := casecode.Trace(t.Context(), store, in(bureau), codes[0])
	require.NoError(t, err)
	require.Equal(t, register.Voided, course.Steps[len(course.Steps)-1].Act)
}

// A code that looks right and was never given is an error.
func TestForged(t *testing.T) {
	store := register.NewMemory()
	book := newBook(t, store)
	issue(t, book, 1, day(3, 3))
	for _, c := range []casecode.Code{
		{Organ: organ, Year: 2025, Serial: 2}, {Organ: organ, Year: 2024, Serial: 1}, {Organ: other, Year: 2025, Serial: 1},
	} {
		require.NoError(t, c.Check())
		require.ErrorIs(t, casecode.Issued(t.Context(), store, in(bureau), c), casecode.ErrNotIssued)
		_, err := casecode.Trace(t.Context(), store, in(bureau), c)
		require.ErrorIs(t, err, casecode.ErrNotIssued)
	}
	_, err := casecode.Trace(t.Context(), store, in(bureau), casecode.Code{})
	require.ErrorIs(t, err, casecode.ErrLength)
	err = casecode.Issued(t.Context(), store, in(committee), casecode.Code{Organ: organ, Year: 2025, Serial: 1})
	require.ErrorIs(t, err, casecode.ErrNotIssued, "another organ's book")
}

func TestSeries(t *testing.T) {
	_, err := casecode.SeriesOf("990102O1")
	require.ErrorIs(t, err, casecode.ErrCharacter)
	book := newBook(t, register.NewMemory())
	_, _, err = casecode.Issue(t.Context(), book, request(bureau, caseRef(1), "收到", fazhi.DateOf(1999, 12, 31)))
	require.ErrorIs(t, err, casecode.ErrYear)
}

const (
	childFile = "FAZHI_CASECODE_CHILD"
	perChild  = 12
)

// TestChild is the other process of TestTwoProcesses: all ask for codes for the same cases, and for cases of their own; and
// connect the same suits to the case that was there before.
func TestChild(t *testing.T) {
	path, name, _ := strings.Cut(os.Getenv(childFile), "|")
	if path == "" {
		t.Skip("it is run by TestTwoProcesses")
	}
	store, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	require.NoError(t, err)
	book := newBook(t, store)
	first, err := casecode.Of(t.Context(), store, in(bureau), caseRef(0))
	require.NoError(t, err)
	for i := 1; i <= perChild; i++ {
		_, _, err := casecode.Issue(t.Context(), book, request(bureau, caseRef(i), "收到", day(3, 3)))
		if err != nil {
			require.ErrorIs(t, err, register.ErrExists)
		}
		own := fazhi.Ref{Kind: "reconsideration", ID: fmt.Sprint(name, "-", i)}
		_, _, err = casecode.Issue(t.Context(), book, request(bureau, own, "收到", day(3, 3)))
		require.NoError(t, err)
		if i <= 4 {
			_, err = casecode.Connect(t.Context(), book, register.Request{Scope: in(bureau), On: day(3, 3)}, suitLink(first, i))
			require.NoError(t, err)
		}
	}
	require.NoError(t, store.Close())
}

// Three processes at once give each case one code, without a gap, and connect each suit once.
func TestTwoProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	store, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	require.NoError(t, err)
	defer store.Close()
	first := issue(t, newBook(t, store), 0, day(3, 3))
	var children []*exec.Cmd
	for i := range 3 {
		c := exec.Command(os.Args[0], "-test.run=^TestChild$")
		c.Env = append(os.Environ(), fmt.Sprint(childFile, "=", path, "|", i))
		c.Stdout, c.Stderr = os.Stdout, os.Stderr
		require.NoError(t, c.Start())
		children = append(children, c)
	}
	for _, c := range children {
		require.NoError(t, c.Wait())
	}
	owner, serial := make(map[fazhi.Ref]string), 0
	for e, err := range store.Entries(t.Context(), register.Query{Scope: in(bureau), Kind: "reconsideration"}) {
		require.NoError(t, err)
		serial++
		require.Equal(t, serial, e.Numbers[0].Serial, "no gap")
		require.Empty(t, owner[e.Ref], "one code a case")
		owner[e.Ref] = e.Numbers[0].Text
	}
	require.Equal(t, 1+perChild+3*perChild, serial)
	course, err := casecode.Trace(t.Context(), store, in(bureau), first)
	require.NoError(t, err)
	require.Len(t, course.Pending, 4)
}

// A number of another series is no case code, though it is written like one.
func TestOtherSeries(t *testing.T) {
	scheme, err := casecode.Scheme(organ)
	require.NoError(t, err)
	store := register.NewMemory()
	book, err := register.New(store, register.Options{
		Now:    func() time.Time { return time.Date(2025, time.June, 2, 1, 0, 0, 0, time.UTC) },
		Series: []register.Series{{Name: "旧编号", Number: scheme.Number}},
	})
	require.NoError(t, err)
	r := request(bureau, caseRef(1), "收到", day(3, 3))
	r.Series = []string{"旧编号"}
	e, err := book.Add(t.Context(), r)
	require.NoError(t, err)
	code, err := casecode.Parse(e.Numbers[0].Text)
	require.NoError(t, err)
	require.ErrorIs(t, casecode.Issued(t.Context(), store, in(bureau), code), casecode.ErrNotIssued)
}

// A store that fails is an error, never a missing code.
func TestStoreFails(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	store := register.NewMemory()
	book := newBook(t, store)
	code := issue(t, book, 1, day(3, 3))
	cancel()
	require.ErrorIs(t, casecode.Issued(ctx, store, in(bureau), code), context.Canceled)
	_, err := casecode.Of(ctx, store, in(bureau), caseRef(1))
	require.ErrorIs(t, err, context.Canceled)
	_, err = casecode.Trace(ctx, store, in(bureau), code)
	require.ErrorIs(t, err, context.Canceled)
	_, err = casecode.Carried(ctx, store, in(bureau), bureau, caseRef(1))
	require.ErrorIs(t, err, context.Canceled)
	_, err = casecode.Connect(ctx, book, register.Request{Scope: in(bureau)}, suitLink(code, 1))
	require.ErrorIs(t, err, context.Canceled)
	_, err = casecode.Disconnect(ctx, book, register.Request{Scope: in(bureau), Reason: "关联有误"}, suitLink(code, 1))
	require.ErrorIs(t, err, context.Canceled)
}
