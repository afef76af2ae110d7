package bench

import (
	"fmt"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

const scoreItems, scoreMet = 100, 90

// BenchmarkScore scores one file by 100 items, the ten conditions ten times. Ours gives the compact result: score, grade, the
// marks with their reasons, and the digest over all of it; the CPU time of peers is that of the conditions alone. OPA gets
// its input already parsed.
func BenchmarkScore(b *testing.B) {
	for name, score := range map[string]func(testing.TB) func() int{
		"closures": func(testing.TB) func() int { return func() int { return count(scoreItems, closure) } },
		"fazhi":    compact,
		"cel":      func(tb testing.TB) func() int { return celExpressions(tb, scoreItems) },
		"opa":      policies,
	} {
		b.Run(name, func(b *testing.B) { run(b, score(b), scoreMet) })
	}
}

// compact is what a round of review keeps of a file.
func compact(tb testing.TB) func() int {
	s := scorer(tb, scoreItems)
	formula := rubric.NewFormula(s.Rubric())
	var r rubric.Result
	return func() int {
		s.ScoreInto(&r, one)
		outcome := formula.Outcome(r.Marks)
		if r.Fingerprint().IsZero() {
			tb.Fatal("no digest")
		}
		return int(outcome.Got / rubric.Whole(1))
	}
}

// policies asks Open Policy Agent for the set of items that are met.
func policies(tb testing.TB) func() int {
	var module strings.Builder
	module.WriteString("package bench\n")
	for i := range scoreItems {
		fmt.Fprintf(&module, "met contains %d if %s\n", i+1, conditions[i%len(conditions)].rego)
	}
	query, err := rego.New(rego.Query("count(data.bench.met)"), rego.Module("bench.rego", module.String())).PrepareForEval(tb.Context())
	fail(tb, err)
	input, err := ast.InterfaceToValue(map[string]any{
		"fine": one.Fine, "days": one.Days, "papers": one.Papers, "heard": one.Heard, "subject": one.Subject,
	})
	fail(tb, err)
	return func() int {
		set, err := query.Eval(tb.Context(), rego.EvalParsedInput(input))
		fail(tb, err)
		var n int
		_, err = fmt.Sscan(fmt.Sprint(set[0].Expressions[0].Value), &n)
		fail(tb, err)
		return n
	}
}
