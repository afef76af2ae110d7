package doubles_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/doubles"
)

// entry is one of the n-th day.
func entry(serial string, day int) doubles.Entry {
	return doubles.Entry{Committee: "清源村调委会", Serial: serial, Accepted: fazhi.DateOf(2024, 3, day)}
}

func decided(a, b doubles.Entry, same bool) doubles.Decision {
	return doubles.Decision{A: a, B: b, Same: same, Reason: "核对登记表，当事人和事由相同", Role: "司法所负责人", On: fazhi.DateOf(2024, 4, 1)}
}

var one, three, next = entry("甲-1", 1), entry("丙-1", 3), entry("乙-1", 2)

// Chains come to the one that was accepted first, in whatever order they are decided.
func TestChains(t *testing.T) {
	for _, order := range [][]doubles.Decision{
		{decided(one, next, true), decided(next, three, true)},
		{decided(three, next, true), decided(next, one, true)},
		{decided(three, one, true), decided(three, next, true)},
	} {
		var d doubles.Decisions
		for _, x := range order {
			require.NoError(t, d.Decide(x))
		}
		for _, e := range []doubles.Entry{one, next, three} {
			require.Equal(t, one, d.First(e))
		}
		require.True(t, d.Settled(one, three))
		require.NoError(t, d.Decide(decided(one, three, true)), "it follows already")
		require.Len(t, d.List(), 2)
		c := &mediation.Case{Serial: "丙-1", Committee: "清源村调委会"}
		require.Equal(t, "甲-1", d.Merged(c).Same)
		require.Empty(t, c.Same, "what was given is not touched")
		first := &mediation.Case{Serial: "甲-1", Committee: "清源村调委会"}
		require.Same(t, first, d.Merged(first))
		elsewhere := &mediation.Case{Serial: "丙-1", Committee: "泉源村调委会"}
		require.Same(t, elsewhere, d.Merged(elsewhere), "another committee's number")
	}
}

// An entry without a day gives way to one that has a day.
func TestFirstWithoutDay(t *testing.T) {
	var d doubles.Decisions
	undated := doubles.Entry{Committee: "清源村调委会", Serial: "丁-1"}
	require.NoError(t, d.Decide(decided(undated, three, true)))
	require.Equal(t, three, d.First(undated))
}

func TestContradictions(t *testing.T) {
	var d doubles.Decisions
	require.NoError(t, d.Decide(decided(one, next, true)))
	require.NoError(t, d.Decide(decided(three, next, false)))
	require.ErrorIs(t, d.Decide(decided(one, three, true)), doubles.ErrSettled, "by way of the second")
	require.ErrorIs(t, d.Decide(decided(one, next, false)), doubles.ErrSettled)
	require.True(t, d.Settled(one, three))
	require.ErrorIs(t, d.Withdraw(one, three), doubles.ErrNone)
	require.NoError(t, d.Withdraw(next, three))
	require.False(t, d.Settled(one, three))
	require.NoError(t, d.Decide(decided(one, three, true)))
	require.NoError(t, d.Withdraw(one, next))
	require.Equal(t, next, d.First(next))
	require.Equal(t, one, d.First(three), "what others decided stays")
}

func TestDecisionsAreVetted(t *testing.T) {
	good := decided(one, next, true)
	for name, change := range map[string]func(*doubles.Decision){
		"理由":   func(x *doubles.Decision) { x.Reason = "  " },
		"职务":   func(x *doubles.Decision) { x.Role = "" },
		"日期":   func(x *doubles.Decision) { x.On = fazhi.Date{} },
		"不同的":  func(x *doubles.Decision) { x.B = x.A },
		"两件":   func(x *doubles.Decision) { x.A.Serial = "" },
		"编号":   func(x *doubles.Decision) { x.A.Serial = "\x00" },
		"不能使用": func(x *doubles.Decision) { x.Reason = strings.Repeat("由", 1000) },
	} {
		x, d := good, doubles.Decisions{}
		change(&x)
		require.ErrorContains(t, d.Decide(x), name)
		require.ErrorIs(t, d.Decide(x), doubles.ErrDecision)
		require.Empty(t, d.List())
	}
	var d doubles.Decisions
	other := one
	other.Committee = "泉源村调委会"
	require.ErrorIs(t, d.Decide(decided(one, other, true)), doubles.ErrSerial)
	require.NoError(t, d.Decide(decided(one, other, false)))
}

// No group grows without end.
func TestGroupsAreBounded(t *testing.T) {
	var d doubles.Decisions
	var err error
	n := 0
	for ; err == nil && n < 1000; n++ {
		err = d.Decide(decided(entry("甲", 1), entry(fmt.Sprint("乙-", n), 2), true))
	}
	require.ErrorIs(t, err, doubles.ErrDecision)
	require.Equal(t, 200, n)
}

// What was decided, either way, is not shown again, and of confirmed doubles the later has the number of the first.
func TestDecidedIsNotShown(t *testing.T) {
	a, b := two(named("甄清源", "宓泉"), named("甄清源", "宓泉"))
	c, _ := two(named("甄清源", "宓泉"), nil)
	c.Serial, c.Accepted = "丙-1", fazhi.DateOf(2024, 3, 20)
	require.Len(t, find(t, doubles.Options{}, a, b, c).Findings, 3)
	var d doubles.Decisions
	f := find(t, doubles.Options{}, a, b, c).Findings[0]
	require.NoError(t, d.Decide(decided(f.A, f.B, true)))
	require.Len(t, find(t, doubles.Options{Decided: &d}, a, b, c).Findings, 2)
	require.NoError(t, d.Decide(decided(doubles.EntryOf(&b.Case), doubles.EntryOf(&c.Case), false)))
	require.Empty(t, find(t, doubles.Options{Decided: &d}, a, b, c).Findings)
	require.Equal(t, "甲-1", d.Merged(b.Ledger()).Same)
}

// Decisions come back from JSON, and nothing else does.
func TestDecisionsAsJSON(t *testing.T) {
	var d doubles.Decisions
	data, err := json.Marshal(&d)
	require.NoError(t, err)
	require.Equal(t, "[]", string(data))
	require.NoError(t, d.Decide(decided(one, next, true)))
	require.NoError(t, d.Decide(decided(one, three, false)))
	data, err = json.Marshal(&d)
	require.NoError(t, err)
	back, err := doubles.ReadDecisions(data)
	require.NoError(t, err)
	require.Equal(t, d.List(), back.List())
	require.Equal(t, one, back.First(next))
	list := string(data)
	for name, x := range map[string]struct {
		text string
		want error
	}{
		"no list":       {"{}", doubles.ErrDecision},
		"cut":           {list[:20], doubles.ErrDecision},
		"a member more": {strings.Replace(list, `"same"`, `"x":1,"same"`, 1), doubles.ErrDecision},
		"a date":        {strings.Replace(list, "2024-04-01", "4月1日", 1), doubles.ErrDecision},
		"contradiction": {strings.Replace(list[:len(list)-1], `"丙-1"`, `"乙-1"`, 1) + "]", doubles.ErrSettled},
	} {
		_, err := doubles.ReadDecisions([]byte(x.text))
		require.ErrorIs(t, err, x.want, name)
	}
}

func FuzzReadDecisions(f *testing.F) {
	var d doubles.Decisions
	require.NoError(f, d.Decide(decided(one, next, true)))
	require.NoError(f, d.Decide(decided(three, next, true)))
	data, err := json.Marshal(&d)
	require.NoError(f, err)
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := doubles.ReadDecisions(data)
		if err != nil {
			return
		}
		out, err := json.Marshal(d)
		require.NoError(t, err)
		back, err := doubles.ReadDecisions(out)
		require.NoError(t, err)
		require.Equal(t, d.List(), back.List())
		for _, x := range d.List() {
			require.True(t, d.Settled(x.A, x.B))
			require.Equal(t, x.Same, d.First(x.A) == d.First(x.B))
		}
	})
}
