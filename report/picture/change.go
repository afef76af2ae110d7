package picture

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// comparable reports whether two years of a figure count the same in the same way.
func comparable(f, prior fazhi.Figure) bool {
	return f.Unit == prior.Unit && f.Noun == prior.Noun && f.Scope == prior.Scope && kind(f) == kind(prior)
}

func kind(f fazhi.Figure) string { return fmt.Sprintf("%T", f.Value) }

// change says how a figure changed: a rate in percentage points (百分点), a count or an amount in percent of the year before.
// It is empty when that is not defined: the year before had none, or a ledger knows a lower bound only (余).
func change(f, prior fazhi.Figure) string {
	switch now := f.Value.(type) {
	case fazhi.Rate:
		then, _ := prior.Value.(fazhi.Rate)
		text, err := fazhi.Figure{Unit: "百分点", Value: fazhi.Points{Now: now, Before: then}}.Text(fazhi.Form{})
		if err != nil {
			return ""
		}
		return than(text)
	case fazhi.Count:
		then, _ := prior.Value.(fazhi.Count)
		if now.More || then.More {
			return ""
		}
		return growth(now.N, then.N)
	case fazhi.Money:
		then, _ := prior.Value.(fazhi.Money)
		return growth(int64(now), int64(then))
	}
	return ""
}

// growth says by how many percent a number grew.
func growth(now, then int64) string {
	if now < 0 || then <= 0 {
		return ""
	}
	percent, ok := fazhi.Rate{Num: now - then, Den: then}.Decimal(2)
	if !ok {
		return ""
	}
	if less, fell := strings.CutPrefix(percent, "-"); fell {
		return "比上年下降" + less + "%"
	}
	switch {
	case now == then:
		return "与上年持平"
	case percent == "0":
		return "与上年基本持平"
	}
	return "比上年增长" + percent + "%"
}

// than puts the year before in front of a change.
func than(change string) string {
	if change == "持平" {
		return "与上年持平"
	}
	return "比上年" + change
}

// measure returns what a figure is measured in and its size on that scale; NaN for what has no bar.
func measure(f fazhi.Figure) (string, float64) {
	scale, size := kind(f)+" "+f.Unit+f.Noun, math.NaN()
	switch v := f.Value.(type) {
	case fazhi.Count:
		size = float64(v.N)
	case fazhi.Money:
		size = float64(v)
	case fazhi.Rate:
		scale, size = kind(f), float64(v.Num)/float64(v.Den) // whatever they are called, rates are parts of one
	}
	if size < 0 || math.IsInf(size, 0) {
		size = math.NaN()
	}
	return scale, size
}

// cause says in words why a figure cannot be printed.
func cause(err error) string {
	for _, known := range [...]error{fazhi.ErrUndefined, fazhi.ErrApprox} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	return "没有值"
}
