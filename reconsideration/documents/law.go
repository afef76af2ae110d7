package documents

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/form"
	version "github.com/fazhi-go/fazhi/reconsideration/law"
)

// The laws as they are cited.
const (
	law     = "《中华人民共和国行政复议法》"
	lawOld  = "《中华人民共和国行政复议法》（2017年修正）"
	rules   = "《中华人民共和国行政复议法实施条例》"
	suits   = "《中华人民共和国行政诉讼法》"
	serving = "《中华人民共和国民事诉讼法》"
)

// The field that says which law applies, its value, and its conditions.
const (
	oldLaw   = "适用旧法"
	oldValue = version.Of2017
	current  = "!" + oldLaw
)

// OldLaw returns the value of the field 适用旧法 for a case accepted on a day: "2017年修正" when that version of the 行政复议法
// decides (package law), and nothing when that of 2023 does or none was in force.
func OldLaw(accepted fazhi.Date) string {
	if v, err := version.On(accepted); err == nil && v.Name == version.Of2017 {
		return oldValue
	}
	return ""
}

func oldLawField() form.Field {
	return form.Field{Name: oldLaw, Type: form.Choice, Choices: []string{oldValue}, Doc: "2024年1月1日以前受理的案件填，以后受理的不填"}
}

// both returns the articles of the law in force and of the law before.
func both(now, before string) []form.Law {
	return []form.Law{{If: []string{current}, Text: now}, {If: []string{oldLaw}, Text: before}}
}

// A ground is one of the cases that a choice tells apart, with its article now and before. One that is empty says that the law
// has no such case: the choice rests on none, and a document of nothing but it cannot be written.
type ground struct{ name, now, before string }

// names returns the choices.
func names(grounds []ground) []string {
	out := make([]string, len(grounds))
	for i, g := range grounds {
		out[i] = g.name
	}
	return out
}

// articles returns the articles of the grounds that a field chooses from, where more conditions hold too. versioned says that the
// Spec has the field 适用旧法.
func articles(field string, versioned bool, grounds []ground, more ...string) []form.Law {
	var out []form.Law
	for _, g := range grounds {
		chosen := append([]string{field + "=" + g.name}, more...)
		if !versioned {
			out = append(out, form.Law{If: chosen, Text: g.now})
			continue
		}
		if g.now != "" {
			out = append(out, form.Law{If: append([]string{current}, chosen...), Text: g.now})
		}
		if g.before != "" {
			out = append(out, form.Law{If: append([]string{oldLaw}, chosen...), Text: g.before})
		}
	}
	return out
}
