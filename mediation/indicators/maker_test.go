package indicators_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/indicators"
	"github.com/fazhi-go/fazhi/table"
)

const unit = "清源市泉源区"

// day reads a date of the tests.
func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

// A maker invents ledgers; the same seed gives the same one. A wild one makes mistakes, too: numbers twice, dates in the wrong
// order, words that no list has, numbers below zero, results without a day.
type maker struct {
	*rand.Rand
	wild    bool
	choices map[string][]string
}

func newMaker(t testing.TB, seed uint64, wild bool) *maker {
	t.Helper()
	columns, err := table.ColumnsOf[mediation.Case]()
	require.NoError(t, err)
	m := &maker{Rand: rand.New(rand.NewPCG(seed, 4)), wild: wild, choices: make(map[string][]string)}
	for _, c := range columns {
		m.choices[c.Name] = c.Choices
	}
	return m
}

// word returns a choice of a column, sometimes none.
func (m *maker) word(column string) string {
	words := m.choices[column]
	switch n := m.IntN(12); {
	case n == 0:
		return ""
	case n == 1 && m.wild:
		return "别的" + string(rune('甲'+m.IntN(3)))
	}
	return words[m.IntN(len(words))]
}

func (m *maker) number(most int) int {
	if m.wild && m.IntN(20) == 0 {
		return -m.IntN(3)
	}
	return m.IntN(most)
}

func (m *maker) dispute(i int) *mediation.Case {
	street := m.IntN(4)
	c := &mediation.Case{
		Serial: fmt.Sprintf("泉源调-%06d", i), Committee: fmt.Sprintf("第%d调委会", street*3+m.IntN(3)), Street: fmt.Sprintf("第%d街道", street),
		County: fmt.Sprint(990101 + m.IntN(3)), CommitteeSort: m.word("调委会类型"), Source: m.word("纠纷来源"), Sort: m.word("纠纷类型"),
		Risk: m.word("风险等级"), Difficulty: m.word("难易程度"), Parties: 2 + m.number(5), Sessions: m.number(4), Amount: fazhi.Money(m.number(9_0000_00)),
		Accepted: fazhi.DateOf(2023, 6, 1).AddDays(m.IntN(800)), Result: m.choices["调解结果"][m.IntN(4)],
	}
	if c.Result != "调解中" {
		c.Closed = c.Accepted.AddDays(m.IntN(45))
	}
	if c.Result == "成功" {
		c.Form, c.Sealed, c.Performed, c.Confirmation = m.word("协议形式"), m.IntN(5) > 0, m.word("履行情况"), m.word("司法确认")
	}
	if m.IntN(8) == 0 {
		c.Averted, c.AvertedPeople = m.word("防止激化"), m.number(30)
	}
	if m.IntN(20) == 0 {
		c.Reported = c.Accepted.AddDays(m.IntN(90))
	}
	if m.IntN(4) == 0 && c.Sort != "" {
		c.Detail = fmt.Sprintf("细目%d", m.IntN(2))
	}
	if m.wild {
		m.spoil(c)
	}
	return c
}

// spoil makes one mistake in three disputes of four.
func (m *maker) spoil(c *mediation.Case) {
	switch m.IntN(28) {
	case 0:
		c.Closed = c.Accepted.AddDays(-m.IntN(9))
	case 1:
		c.Closed = fazhi.Date{}
	case 2:
		c.Accepted = fazhi.Date{}
	case 3:
		c.Result, c.Closed = "调解中", c.Accepted
	case 4:
		c.Result = []string{"", "别的"}[m.IntN(2)]
	case 5:
		c.Form = []string{"", "书面", "口头"}[m.IntN(3)]
	case 6:
		c.Serial = []string{"", "泉源调-000000"}[m.IntN(2)]
	case 7:
		c.Same = []string{c.Serial, "泉源调-000001", "没有"}[m.IntN(3)]
	case 8:
		c.County = []string{"", "990100", "99010", "99010x", "880101"}[m.IntN(5)]
	case 9:
		c.Committee = ""
	case 10:
		c.Performed = m.word("履行情况")
	case 11:
		c.Confirmation = m.word("司法确认")
	case 12:
		c.AvertedPeople, c.Averted = 3, ""
	case 13:
		c.Detail = "细目9"
	case 14:
		c.Parties = 1
	case 15:
		c.Closed = c.Accepted.AddDays(25 + m.IntN(45))
	case 16:
		c.Sort = ""
	case 17:
		c.Amount = 1<<53 + fazhi.Money(m.IntN(2))
	case 18:
		c.Sealed = false
	}
}

func (m *maker) ledger(n int) []*mediation.Case {
	list := make([]*mediation.Case, n)
	for i := range list {
		list[i] = m.dispute(i)
	}
	return list
}

func (m *maker) screening(i int) *indicators.Screening {
	return &indicators.Screening{
		Serial: fmt.Sprintf("排查-%d", i), Committee: fmt.Sprintf("第%d调委会", m.IntN(12)), On: fazhi.DateOf(2023, 6, 1).AddDays(m.IntN(800)),
		Times: 1 + m.IntN(9), Found: m.IntN(5), Prevented: m.IntN(3), CommitteeSort: m.word("调委会类型"), County: fmt.Sprint(990101 + m.IntN(3)),
	}
}

func newCounter(t testing.TB, name string, p fazhi.Period, s indicators.Settings) *indicators.Counter {
	t.Helper()
	c, err := indicators.New(name, p, s)
	require.NoError(t, err)
	return c
}

// count counts disputes and compares the numbers with each other.
func count(t testing.TB, p fazhi.Period, cases ...*mediation.Case) (*indicators.Grid, fazhi.Issues) {
	t.Helper()
	c := newCounter(t, unit, p, indicators.Settings{})
	indicators.Count(slices.Values(cases), c)
	g, issues := c.Grid()
	require.Empty(t, g.Check())
	return g, issues
}

// said are issues in few words.
func said(issues fazhi.Issues) []string {
	list := []string{}
	for _, i := range issues {
		list = append(list, string(i.Code)+" "+i.Message)
	}
	return list
}
