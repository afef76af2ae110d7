package intake

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/law"
	"github.com/fazhi-go/fazhi/workday"
)

// The texts that decide, and what they are called where a basis is cited.
const (
	newText   = law.Of2023
	lawName   = "行政复议法"
	oldName   = "行政复议法（2017年修正）"
	ruleName  = "行政复议法实施条例"
	civilName = "民事诉讼法"
)

// A matter is an application under the text that decides.
type matter struct {
	*Application
	version  string
	rules    bool // the 实施条例 is in force
	calendar *workday.Calendar
	profile  Profile
	list     []FactInfo
}

func (m *matter) is(f Fact) Answer { return m.Facts[f] }

// unknowns returns what has to be asked of some facts.
func (m *matter) unknowns(facts ...Fact) []Ask {
	var asks []Ask
	for _, f := range facts {
		if m.is(f) == Unknown {
			asks = append(asks, askFact(m.list, f))
		}
	}
	return asks
}

// A clause wants a fact to be so; fault says what is wrong when it is not.
type clause struct {
	fact  Fact
	want  Answer
	fault string
}

// all wants every clause.
func all(clauses ...clause) func(*matter) verdict {
	return func(m *matter) verdict {
		v := kept()
		for _, c := range clauses {
			v = both(v, m.clause(c))
		}
		return v
	}
}

func (m *matter) clause(c clause) verdict {
	switch m.is(c.fact) {
	case Unknown:
		return open(askFact(m.list, c.fact))
	case c.want:
		return kept()
	}
	v := broken(c.fault)
	v.path = fazhi.At("facts", string(c.fact))
	return v
}

// where judges if the fact is so. What is kept anyway is kept, also where the fact is unknown.
func where(f Fact, judge func(*matter) verdict) func(*matter) verdict {
	return func(m *matter) verdict {
		switch m.is(f) {
		case No:
			return idle()
		case Yes:
			return judge(m)
		}
		if v := judge(m); v.state == Kept || v.state == NotApplicable {
			return v
		}
		return open(askFact(m.list, f))
	}
}

// A ground is one of several reasons, each of which is enough.
type ground struct {
	name string
	says func(*matter) Answer
	asks []Ask
}

// anyOf is 是 with the grounds that hold, 否 when none does, else unknown with what would decide.
func anyOf(m *matter, grounds []ground) verdict {
	v := verdict{state: HoldsNot}
	var asks []Ask
	for _, g := range grounds {
		switch g.says(m) {
		case Yes:
			v.state = Holds
			v.reasons = append(v.reasons, g.name)
		case Unknown:
			asks = append(asks, g.asks...)
		}
	}
	if v.state == HoldsNot && len(asks) > 0 {
		return open(asks...)
	}
	return v
}

// fact is the ground that a fact is so.
func fact(m *matter, f Fact, name string) ground {
	return ground{name: name, says: func(m *matter) Answer { return m.is(f) }, asks: m.unknowns(f)}
}

// and is No as soon as one is No.
func and(answers ...Answer) Answer {
	result := Yes
	for _, a := range answers {
		if a == No {
			return No
		}
		if a == Unknown {
			result = Unknown
		}
	}
	return result
}
