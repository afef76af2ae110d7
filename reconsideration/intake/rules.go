package intake

import (
	"cmp"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A Rule is one demand or question of the law. New is its article in 行政复议法 as revised in 2023, Old the article that has the
// same rule under the text before, in the 实施条例 from 2007-08-01; an empty Old is not judged there. A rule without either is the bureau's.
type Rule struct {
	Code  fazhi.Code `json:"code,omitempty"`
	Group Group      `json:"group"`
	Name  string     `json:"name"`
	Path  fazhi.Path `json:"path,omitempty"`
	New   string     `json:"new,omitempty"`
	Old   string     `json:"old,omitempty"`

	judge func(*matter) verdict
	mend  bool // the applicant can put it right (补正)
}

// Rules returns all rules but that of attached documents, in the order of an opinion.
func Rules() []Rule { return slices.Concat(conditions(), duties(), questions()) }

// find judges the rule.
func (r *Rule) find(m *matter) Finding {
	f := Finding{Code: r.Code, Group: r.Group, Name: r.Name, Path: r.Path}
	if m.version != newText && r.New != "" && (r.Old == "" || !m.rules) {
		f.State, f.Basis = NotJudged, oldName
		f.Reasons = []string{"适用2017年修正的行政复议法，本项不作判断"}
		return f
	}
	v := r.judge(m)
	f.State, f.Path, f.Basis = v.state, cmp.Or(v.path, r.Path), cmp.Or(v.basis, r.basis(m.version))
	f.Asks = unique(v.asks)
	f.Reasons = slices.DeleteFunc(slices.Clone(v.reasons), func(s string) bool { return s == "" })
	return f
}

func (r *Rule) basis(version string) string {
	switch {
	case r.New == "":
		return ""
	case version == newText:
		return lawName + strings.ReplaceAll(r.New, "、实施条例", "、"+ruleName)
	}
	return ruleName + r.Old
}

// unique leaves out what is asked twice.
func unique(asks []Ask) []Ask {
	var list []Ask
	for _, a := range asks {
		if !slices.Contains(list, a) {
			list = append(list, a)
		}
	}
	return list
}
