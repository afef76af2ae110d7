package review

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/law"
)

// A Matter is what is reviewed: a contract, the local rule, the items that the law asks for, and what was found so far. Its
// methods do not change it and give the same for the same; it may be used from several goroutines at once. The contract must
// be there; a Matter without Items asks nothing, one without Materials misses nothing.
type Matter struct {
	Contract  *contract.Contract
	Change    *contract.Change // the agreement that changes the contract, if it is that which is reviewed
	Profile   contract.Profile
	Items     []law.Item // law.Items(), and questions of the bureau's own
	Materials []Material // CommonMaterials(), ChangeMaterials(), or those of the local rule
	// Cite says where in the text a finding stands as the text itself counts: "第三条第二款" (clause.Draft.Cite); "" for a path that
	// is none of the text. Nil: opinions say nothing of it.
	Cite     func(fazhi.Path) string
	Findings fazhi.Issues // what checks of the fields and of the text found
	Refuse   []string     // rules whose breach is no matter of wording; RefusedRules() if nil
	Today    fazhi.Date   // decides which law is in force if the contract has no date of its own
}

// Questions returns the items that are asked about this contract, in the order of Items: those of mode law.Question whose basis
// is in force on the day that decides (see LawOn), and that its fields do not rule out. A field that says nothing rules
// nothing out.
func (m *Matter) Questions() []law.Item {
	on := m.LawOn()
	var out []law.Item
	for _, i := range m.Items {
		basis := fazhi.Check{From: i.From, Until: i.Until}
		if i.Mode == law.Question && basis.InForce(on) && topicOf(i).applies(m.Contract) {
			i.Basis = m.named(i.Basis)
			out = append(out, i)
		}
	}
	return out
}

// LawOn returns the day whose law decides: that of signing, else of submission, else today; of a change its own days.
func (m *Matter) LawOn() fazhi.Date {
	if m.Change != nil {
		return cmp.Or(m.Change.Signed, m.Change.Submitted, m.Today)
	}
	return m.Contract.LawOn(m.Today)
}

// item returns the item with a code.
func (m *Matter) item(code fazhi.Code) (law.Item, bool) {
	i := slices.IndexFunc(m.Items, func(i law.Item) bool { return i.Code == code })
	if i < 0 {
		return law.Item{}, false
	}
	return m.Items[i], true
}

// localRule stands for a local rule that is not named.
const localRule = "本地政府合同管理规定"

// rule names the local rule as issues cite it. Where the profile does not name it, neither does this.
func (m *Matter) rule() string { return cmp.Or(m.Profile.Rule, localRule) }

// named puts the name of the local rule into a basis that is only that.
func (m *Matter) named(basis string) string {
	if basis == localRule {
		return m.rule()
	}
	return basis
}
