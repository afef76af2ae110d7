package rules

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// test returns the function for a relation and its values, which fit the field.
func (f *Field[T]) test(r *relation, values []any) func(T) bool {
	not, op := r.not, r.op
	switch {
	case f.ordered != nil:
		numbers := make([]int64, len(values))
		for i, v := range values {
			numbers[i] = numberOf(v)
		}
		return orderedTest(f.ordered, op, not, numbers)
	case f.list != nil:
		return listTest(f.list, op, not, typed[string](values))
	case f.yes != nil:
		return yesTest(f.yes, op, not, typed[bool](values))
	case f.number != nil:
		return equalTest(f.number, op, not, typed[fazhi.Number](values))
	case op == contains:
		part := typed[string](values)[0]
		get := f.text
		return func(doc T) bool { s, ok := get(doc); return (ok && strings.Contains(s, part)) != not }
	}
	return equalTest(f.text, op, not, typed[string](values))
}

func numberOf(v any) int64 {
	switch v := v.(type) {
	case fazhi.Money:
		return int64(v)
	case fazhi.Count:
		return v.N
	case fazhi.Date:
		return dayOf(v)
	case int64:
		return v
	}
	return 0
}

func typed[V any](values []any) []V {
	list := make([]V, len(values))
	for i, v := range values {
		list[i], _ = v.(V)
	}
	return list
}

func orderedTest[T any](get func(T) (int64, bool), op operator, not bool, values []int64) func(T) bool {
	switch op {
	case greater:
		limit := values[0]
		return func(doc T) bool { n, ok := get(doc); return ok && (n > limit) != not }
	case less:
		limit := values[0]
		return func(doc T) bool { n, ok := get(doc); return ok && (n < limit) != not }
	}
	return equalTest(get, op, not, values)
}

// equalTest covers 等于, 属于 and 为空 with their opposites.
func equalTest[T any, V comparable](get func(T) (V, bool), op operator, not bool, values []V) func(T) bool {
	switch op {
	case empty:
		return func(doc T) bool { _, ok := get(doc); return !ok != not }
	case equal:
		want := values[0]
		return func(doc T) bool { v, ok := get(doc); return (ok && v == want) != not }
	}
	return func(doc T) bool { v, ok := get(doc); return (ok && slices.Contains(values, v)) != not }
}

func yesTest[T any](get func(T) (bool, bool), op operator, not bool, values []bool) func(T) bool {
	if op == yes {
		want := !not
		return func(doc T) bool { v, ok := get(doc); return ok && v == want }
	}
	return equalTest(get, op, not, values)
}

func listTest[T any](get func(T) []string, op operator, not bool, values []string) func(T) bool {
	if op == empty {
		return func(doc T) bool { return (len(get(doc)) == 0) != not }
	}
	want := values[0]
	return func(doc T) bool { return slices.Contains(get(doc), want) != not }
}
