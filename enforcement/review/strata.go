package review

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/sample"
)

// A stratum is one way to tell files apart when they are drawn (分层).
type stratum struct {
	name string
	of   func(*casefile.File) string // "" when the file is none of it
}

func strata() []stratum {
	return []stratum{
		{"案卷类型", func(f *casefile.File) string { return string(f.Sort) }},
		{"程序", func(f *casefile.File) string { return string(f.Procedure) }},
		fact("涉企", casefile.Enterprise),
		{"不予处罚", when("不予处罚", func(f *casefile.File) bool { return f.Sort == casefile.NoPenalty })},
		fact("乡镇街道", casefile.Township),
		{"听证", when("听证", func(f *casefile.File) bool { return !f.Dates[casefile.Heard].IsZero() })},
		fact("复议诉讼", casefile.Contested),
	}
}

func fact(name string, which casefile.Fact) stratum {
	return stratum{name, when(name, func(f *casefile.File) bool { return f.Facts[which] == casefile.Yes })}
}

func when(name string, is func(*casefile.File) bool) func(*casefile.File) string {
	return func(f *casefile.File) string {
		if is(f) {
			return name
		}
		return ""
	}
}

// StrataNames returns what a policy may tell files apart by.
func StrataNames() []string {
	var names []string
	for _, s := range strata() {
		names = append(names, s.name)
	}
	return names
}

// StrataOf returns what a file is by a policy, in the order of StrataNames: 行政处罚, 涉企, 听证.
func (p *Policy) StrataOf(f *casefile.File) []string {
	list := []string{}
	if f == nil {
		return list
	}
	for _, s := range strata() {
		if of := s.of(f); of != "" && slices.Contains(p.Strata, s.name) {
			list = append(list, of)
		}
	}
	return list
}

// unit returns a file as it stands in the frame of a draw (抽样框). It has one key for each stratum of the policy, in the order
// of StrataNames, and 非涉企 where it is not 涉企 or does not say.
func (p *Policy) unit(f *casefile.File) sample.Unit {
	keys := []string{}
	for _, s := range strata() {
		if slices.Contains(p.Strata, s.name) {
			keys = append(keys, cmp.Or(s.of(f), "非"+s.name))
		}
	}
	return sample.Unit{ID: f.Serial, Department: f.Organ, Strata: keys}
}
