package documents

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// faulty is the item of the law before on acts that are revoked, changed or found unlawful; its 目 are the faults.
const faulty = lawOld + "第二十八条第一款第三项"

// faultNames are the 目 in their order.
func faultNames() []string {
	return []string{"主要事实不清、证据不足", "适用依据错误", "违反法定程序", "超越或者滥用职权", "明显不当"}
}

// faultField asks for the fault where the law before applies and a condition holds.
func faultField(condition string) form.Field {
	return form.Field{Name: "旧法情形", Type: form.Choice, When: []string{oldLaw, condition}, Choices: faultNames(),
		Doc: "适用旧法的填第二十八条第一款第三项的哪一目"}
}

// faultLaws returns the 目 that was chosen.
func faultLaws(conditions ...string) []form.Law {
	var out []form.Law
	for i, name := range faultNames() {
		out = append(out, form.Law{
			If:   append([]string{oldLaw, "旧法情形=" + name}, conditions...),
			Text: faulty + "第" + strconv.Itoa(i+1) + "目",
		})
	}
	return out
}

// revocations are the grounds of art. 64 para. 1. An act that is only improper is changed under it (art. 63), and was revoked under
// the law before.
func revocations() []ground {
	now := law + "第六十四条第一款"
	return []ground{
		{"主要事实不清、证据不足", now + "第一项", faulty + "第1目"},
		{"违反法定程序", now + "第二项", faulty + "第3目"},
		{"适用的依据不合法", now + "第三项", faulty + "第2目"},
		{"超越职权或者滥用职权", now + "第四项", faulty + "第4目"},
		{"明显不当", "", faulty + "第5目"},
	}
}

// further are the fields for grounds besides the first.
func further() []string { return []string{"第二情形", "第三情形", "第四情形"} }

func moreGrounds() []form.Field {
	var out []form.Field
	for _, name := range further() {
		out = append(out, form.Field{Name: name, Type: form.Choice, Choices: names(revocations()), Doc: "依次填，同前面相同的不写入；“明显不当”只在适用旧法时写入"})
	}
	return out
}

// moreItems returns the items of the further grounds, each of which differs from those before it.
func moreItems(first string) []form.Law {
	var out []form.Law
	for _, g := range revocations() {
		differs := []string{first + "=" + others(g.name)}
		for _, field := range further() {
			short := ground{g.name, strings.TrimPrefix(g.now, law+"第六十四条第一款"), strings.TrimPrefix(g.before, faulty)}
			out = append(out, articles(field, true, []ground{short}, differs...)...)
			differs = append(differs[:len(differs):len(differs)], field+"="+others(g.name))
		}
	}
	return out
}

// others returns the grounds that are not one, as values of a condition.
func others(name string) string {
	var out []string
	for _, g := range names(revocations()) {
		if g != name {
			out = append(out, g)
		}
	}
	return strings.Join(out, "|")
}
