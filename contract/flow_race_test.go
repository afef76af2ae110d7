package contract_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/internal/crash"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/register/sqlite"
	"github.com/fazhi-go/fazhi/workday"
)

// The contracts of the race: nobody touches the review of the first, the second is withdrawn before the race begins, and the
// reviews of the others are withdrawn while others try to sign them.
const raced = 24

// racers is how many goroutines of a process try to sign.
const racers = 4

func TestMain(m *testing.M) {
	crash.Main(race)
	os.Exit(m.Run())
}

// An order says what a process of the race does.
type order struct {
	File      string
	Withdraws bool // one of its goroutines takes the reviews back
}

// A try is what became of an attempt to sign.
type try struct {
	Contract string
	Signed   bool
	Codes    []fazhi.Code
}

// scope is that of the book of the tests.
func scope() register.Scope { return register.Scope{Organ: "清源区司法局"} }

// openBook makes a book with the flow of contracts. The clock stands still unless a test moves it.
func openBook(store register.Store, p contract.Profile, now func() time.Time) (*register.Book, error) {
	machine, err := lifecycle.Compile(contract.Flow(p))
	if err != nil {
		return nil, err
	}
	calendar, err := workday.StateCouncil()
	if err != nil {
		return nil, err
	}
	number, err := numbering.Parse("清司合〔{year}〕{serial}号")
	if err != nil {
		return nil, err
	}
	return register.New(store, register.Options{
		Now: now, Flows: []*lifecycle.Machine{machine}, Calendar: calendar,
		Series: []register.Series{{Name: "合同编号", Number: number.Number}},
	})
}

func noon() time.Time { return time.Date(2024, 3, 8, 4, 0, 0, 0, time.UTC) }

// race is what a process does: it waits for the start and tries to sign all contracts.
func race(o order) error {
	ctx := context.Background()
	store, err := sqlite.Open(ctx, o.File, sqlite.Options{})
	if err != nil {
		return err
	}
	book, err := openBook(store, contract.Profile{}, noon)
	if err != nil {
		return err
	}
	fmt.Println("{}") // ready
	if _, err := os.Stdin.Read(make([]byte, 1)); err != nil {
		return err
	}
	say := func(t try) error { return json.NewEncoder(os.Stdout).Encode(t) }
	return errors.Join(run(ctx, book, o.Withdraws, say), store.Close())
}

// run lets goroutines sign all contracts, and one take their reviews back.
func run(ctx context.Context, book *register.Book, withdraws bool, say func(try) error) error {
	var all sync.WaitGroup
	var saying sync.Mutex
	var wrong []error
	note := func(t try, err error) {
		saying.Lock()
		defer saying.Unlock()
		if err == nil && t.Contract != "" {
			err = say(t)
		}
		wrong = append(wrong, err)
	}
	for range racers {
		all.Go(func() {
			for i := range raced {
				note(sign(ctx, book, serial(i)))
			}
		})
	}
	if withdraws {
		all.Go(func() {
			for i := 2; i < raced; i++ {
				note(try{}, withdraw(ctx, book, i))
			}
		})
	}
	all.Wait()
	return errors.Join(wrong...)
}

func serial(i int) string { return fmt.Sprintf("HT-%02d", i) }

// sign asks for signing with a document that says that it passed, as whoever read it before the withdrawal has it.
func sign(ctx context.Context, book *register.Book, id string) (try, error) {
	c := good()
	c.Serial = id
	_, err := book.Step(ctx, register.Request{Scope: scope(), Doc: c, Step: "签订"})
	t := try{Contract: id, Signed: err == nil}
	if refusal := (*register.Refusal)(nil); errors.As(err, &refusal) {
		t.Codes, err = refusal.Entry.Codes, nil
	}
	return t, err
}

// withdraw takes a review back, or begins another. That comes too late when the contract is signed.
func withdraw(ctx context.Context, book *register.Book, i int) error {
	step, c := "送审", good()
	if i%2 == 1 {
		step, c = "审查未通过", bad()
	}
	c.Serial = serial(i)
	_, err := book.Step(ctx, register.Request{Scope: scope(), Doc: c, Step: step})
	if refusal := (*register.Refusal)(nil); errors.As(err, &refusal) {
		return nil
	}
	return err
}

// prepare takes all contracts to their review, and the second one back.
func prepare(t *testing.T, book *register.Book) {
	t.Helper()
	for i := range raced {
		c := good()
		c.Serial = serial(i)
		_, err := book.Add(t.Context(), register.Request{Scope: scope(), Doc: c, Step: "送审", On: on(3, 1)})
		require.NoError(t, err)
		_, err = book.Step(t.Context(), register.Request{Scope: scope(), Doc: c, Step: "审查", On: on(3, 5)})
		require.NoError(t, err)
	}
	require.NoError(t, withdraw(t.Context(), book, 1))
}

// judge holds the trail against what the signers were told. It knows by the accepted steps alone whether a contract had a
// review when it was signed.
func judge(t *testing.T, store register.Store, tries []try) {
	t.Helper()
	reviewed, signed := make(map[string]bool), make(map[string]int)
	var trail []string
	for e, err := range store.Entries(t.Context(), register.Query{Scope: scope()}) {
		require.NoError(t, err)
		id := e.Ref.ID
		switch {
		case e.Act == register.Refused && e.Step == "签订":
			require.Contains(t, e.Codes, fazhi.Code("contract/review/before-signing"))
			require.NotEmpty(t, e.Reason)
			require.Empty(t, e.Numbers)
			trail = append(trail, line(try{Contract: id, Codes: e.Codes}))
		case e.Act == register.Refused:
		case e.Step == "签订":
			require.True(t, reviewed[id], "%s was signed without a review", id)
			require.Len(t, e.Numbers, 1)
			signed[id]++
			trail = append(trail, line(try{Contract: id, Signed: true}))
		default:
			reviewed[id] = e.Step == "审查"
		}
	}
	told := make([]string, len(tries))
	for i, x := range tries {
		told[i] = line(x)
	}
	slices.Sort(trail)
	slices.Sort(told)
	require.Equal(t, told, trail, "every attempt is in the trail")
	for id, n := range signed {
		require.Equal(t, 1, n, id)
	}
	require.Equal(t, 1, signed[serial(0)], "nothing stands against the first")
	require.Zero(t, signed[serial(1)], "nothing speaks for the second")
}

// line is an attempt as text.
func line(t try) string {
	codes := make([]string, len(t.Codes))
	for i, c := range t.Codes {
		codes[i] = string(c)
	}
	return fmt.Sprintf("%s %v %s", t.Contract, t.Signed, strings.Join(codes, " "))
}

// Two processes try to sign what one of them takes back.
func TestProcessesRaceToSign(t *testing.T) {
	file := filepath.Join(t.TempDir(), "登记簿.db")
	store, err := sqlite.Open(t.Context(), file, sqlite.Options{})
	require.NoError(t, err)
	defer store.Close()
	book, err := openBook(store, contract.Profile{}, noon)
	require.NoError(t, err)
	prepare(t, book)

	var heard sync.Mutex
	var tries []try
	var children []*crash.Child
	ready := make(chan struct{}, 2)
	for _, withdraws := range []bool{true, false} {
		child, err := crash.Start(order{File: file, Withdraws: withdraws}, func(line []byte) {
			var x try
			if json.Unmarshal(line, &x) != nil || x.Contract == "" {
				ready <- struct{}{}
				return
			}
			heard.Lock()
			defer heard.Unlock()
			tries = append(tries, x)
		})
		require.NoError(t, err)
		t.Cleanup(child.Abandon)
		children = append(children, child)
	}
	for range children {
		<-ready
	}
	for _, c := range children {
		require.NoError(t, c.Say('!'))
	}
	for _, c := range children {
		require.NoError(t, c.Wait())
	}
	require.Len(t, tries, 2*racers*raced)
	judge(t, store, tries)
}

// Goroutines of one process race in the same way.
func TestGoroutinesRaceToSign(t *testing.T) {
	for range 8 {
		store := register.NewMemory()
		book, err := openBook(store, contract.Profile{}, noon)
		require.NoError(t, err)
		prepare(t, book)
		var tries []try
		require.NoError(t, run(t.Context(), book, true, func(x try) error { tries = append(tries, x); return nil }))
		require.Len(t, tries, racers*raced)
		judge(t, store, tries)
	}
}
