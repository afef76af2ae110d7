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
	Items   []Item     `json:"items"`

	At fazhi.Located `json:"-"`
}

// An Item is one line of a rubric (评分项目). Points are what it is worth. With Veto (一票否决) a file that does not meet
// it is lost, whatever else it has; such an item may be worth nothing by itself.
//
// Applies says for which documents it counts at all (适用条件), none: for all. Meets says what a document must fulfil
// (合格条件); an item without is for a person to judge.
type Item struct {
	ID      string      `json:"id"`
	Group   string      `json:"group,omitempty"`
	Name    string      `json:"name"`
	Basis   string      `json:"basis,omitempty"`
	Points  Points      `json:"points"`
	Veto    bool        `json:"veto,omitempty"`
	Applies []Condition `json:"applies,omitempty"`
	Meets   []Condition `json:"meets,omitempty"`
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
