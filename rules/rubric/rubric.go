package rubric

import (
	"encoding/json"

	"github.com/fazhi-go/fazhi"
)

// A Rubric is a set of rules by which documents of one kind are scored (评分标准). The zero Rubric has no items and does
// not pass Vet.
//
// ID names the rubric in all its versions and Version one of them: rules that change get a new one. Kind is empty when
// documents of every kind may be scored. From and Until are the first and the last day on which it is in force; zero is
// open. Total is what its points are stated to add up to; zero is not stated.
//
// Groups declare the groups that items name; without any, groups are mere labels. The rest is how points become a score,
// see Formula: all of it may be left out. Base (起评分) is what a document has before any item; with Scale (折算分) the points
// earned and the bonuses count as Scale × (Got + Added)/Of, without as they are; Floor and Ceiling bound the score, nil: they do not. Veto is what
// an item with a veto costs, and Grades (等次) are what scores are called, from the best.
//
// At says where the parts of the rubric stand in its file, by the paths of its JSON, so that issues can name the cell;
// nil for a rubric that was not read from one.
type Rubric struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Version string     `json:"version"`
	Kind    fazhi.Kind `json:"kind,omitempty"`
	Basis   string     `json:"basis,omitempty"`
	From    fazhi.Date `json:"from,omitzero"`
	Until   fazhi.Date `json:"until,omitzero"`
	Total   Points     `json:"total,omitzero"`
	Base    Points     `json:"base,omitzero"`
	Scale   Points     `json:"scale,omitzero"`
	Floor   *Points    `json:"floor,omitempty"`
	Ceiling *Points    `json:"ceiling,omitempty"`
	Veto    *Veto      `json:"veto,omitempty"`
	Grades  []Grade    `json:"grades,omitempty"`
	Groups  []Group    `json:"groups,omitempty"`
	Items   []Item     `json:"items"`

	At fazhi.Located `json:"-"`
}

// An Item is one line of a rubric (评分项目). Points are what it is worth: what an item that earns (得分项) can earn, what one
// that deducts (扣分项) takes at most, what a bonus (加分项) adds. The points of a mark are always those that the document
// keeps, so a mark that is met has them all, and a deduction is the difference. With Veto (一票否决) a file that does not
// meet it loses what the rubric, or the group, says; such an item may be worth nothing by itself.
//
// How much a reviewer may take is one of four ways: any amount; Whole (扣全分), all or nothing; Each (每处扣分), so much for
// each fault until nothing is left (扣完为止，不计负分); between Least and Most (幅度内扣分). A Key item (关键项) that keeps nothing
// takes all points of its group; one that is not met but keeps some takes only its own.
//
// Applies says for which documents it counts at all (适用条件), none: for all. Meets says what a document must fulfil
// (合格条件); an item without is for a person to judge.
type Item struct {
	ID      string      `json:"id"`
	Group   string      `json:"group,omitempty"`
	Name    string      `json:"name"`
	Basis   string      `json:"basis,omitempty"`
	Points  Points      `json:"points"`
	Role    Role        `json:"role,omitzero"`
	Whole   bool        `json:"whole,omitempty"`
	Each    Points      `json:"each,omitzero"`
	Least   Points      `json:"least,omitzero"`
	Most    Points      `json:"most,omitzero"`
	Key     bool        `json:"key,omitempty"`
	Veto    bool        `json:"veto,omitempty"`
	Applies []Condition `json:"applies,omitempty"`
	Meets   []Condition `json:"meets,omitempty"`
}

// A Group is what several items share (分组), mostly one writ of a file (文书) or one stage of the procedure. Name is what the
// items write; Stage is the stage (环节) that faults are counted under, empty: the name. Points are what its earning items
// are stated to add up to; zero is not stated. Cap (封顶) is the most that its deductions, and the most that its bonuses,
// come to; zero is no cap. Veto replaces the rubric's for its items.
//
// Applies says for which documents the group counts at all: of others, no item applies. Needs says what must be there,
// as the writ itself, before there is anything to judge: where that is missing (缺失), its items stay in what can be
// reached and none is met, except those that do not apply by themselves.
type Group struct {
	Name    string      `json:"name"`
	Stage   string      `json:"stage,omitempty"`
	Points  Points      `json:"points,omitzero"`
	Cap     Points      `json:"cap,omitzero"`
	Veto    *Veto       `json:"veto,omitempty"`
	Applies []Condition `json:"applies,omitempty"`
	Needs   []Condition `json:"needs,omitempty"`
}

// A Grade is what a score is called (等次) from Least points on. Scores are compared exactly, never rounded: 89.995 is less
// than 90.
type Grade struct {
	Name  string `json:"name"`
	Least Points `json:"least"`
}

// A Veto is what items with a veto cost (一票否决的后果). Grade is the best grade that is left, for VetoCap; Points are what
// each of them takes, for VetoDeduct.
type Veto struct {
	Effect Effect `json:"effect"`
	Grade  string `json:"grade,omitempty"`
	Points Points `json:"points,omitzero"`
}

// A Condition compares a field with a value in the words of package rules: 罚款金额, 大于, 1万元. Conditions must all
// hold; Or begins an alternative.
type Condition struct {
	Or       bool   `json:"or,omitempty"`
	Field    string `json:"field"`
	Relation string `json:"relation"`
	Value    string `json:"value,omitempty"`
}

// InForce reports whether the rubric is in force on a day. On the zero Date, a day that is not known, every one is.
func (r *Rubric) InForce(on fazhi.Date) bool {
	return on.IsZero() || (r.From.IsZero() || !on.Before(r.From)) && (r.Until.IsZero() || !on.After(r.Until))
}

// MarshalJSON writes no items as [], never as null.
func (r Rubric) MarshalJSON() ([]byte, error) {
	type plain Rubric
	r.Items = list(r.Items)
	return json.Marshal(plain(r))
}

// list returns s, and an empty slice for nil.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
