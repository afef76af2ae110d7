package bench

import (
	"fmt"
	"testing"

	"cel.dev/cel-go/cel"
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A file is an enforcement file as each engine sees it; Fine is in fen.
type file struct {
	Fine    int64  `expr:"罚款" cel:"fine"`
	Days    int64  `expr:"办理天数" cel:"days"`
	Papers  int64  `expr:"文书数" cel:"papers"`
	Heard   bool   `expr:"听证" cel:"heard"`
	Subject string `expr:"案由" cel:"subject"`
}

var one = &file{Fine: 20_000_00, Days: 31, Papers: 12, Heard: true, Subject: "占道经营"}

// The same ten conditions in each language, three times: 30 items, of which 27 are met.
var conditions = [...]struct {
	field, relation, value string
	expr, cel, rego        string
	closure                func(*file) bool
}{
	{"罚款", "大于", "1万元", "罚款 > 1000000", "fine > 1000000", "input.fine > 1000000", func(f *file) bool { return f.Fine > 1_000_000 }},
	{"罚款", "不大于", "10万元", "罚款 <= 10000000", "fine <= 10000000", "input.fine <= 10000000", func(f *file) bool { return f.Fine <= 10_000_000 }},
	{"办理天数", "不大于", "90", "办理天数 <= 90", "days <= 90", "input.days <= 90", func(f *file) bool { return f.Days <= 90 }},
	{"办理天数", "大于", "40", "办理天数 > 40", "days > 40", "input.days > 40", func(f *file) bool { return f.Days > 40 }}, // not met
	{"文书数", "不小于", "3", "文书数 >= 3", "papers >= 3", "input.papers >= 3", func(f *file) bool { return f.Papers >= 3 }},
	{"听证", "是", "", "听证", "heard", "input.heard", func(f *file) bool { return f.Heard }},
	{"案由", "等于", "占道经营", `案由 == "占道经营"`, `subject == "占道经营"`, `input.subject == "占道经营"`, func(f *file) bool { return f.Subject == "占道经营" }},
	{"案由", "属于", "占道经营、违法建设", `案由 in ["占道经营", "违法建设"]`, `subject in ["占道经营", "违法建设"]`, `input.subject in ["占道经营", "违法建设"]`, func(f *file) bool { return f.Subject == "占道经营" || f.Subject == "违法建设" }},
	{"案由", "不为空", "", `案由 != ""`, `subject != ""`, `input.subject != ""`, func(f *file) bool { return f.Subject != "" }},
	{"文书数", "不等于", "0", "文书数 != 0", "papers != 0", "input.papers != 0", func(f *file) bool { return f.Papers != 0 }},
}

const items, met = 30, 27

// BenchmarkRules scores one file by 30 items. The CPU time of peers is that of the conditions alone: sums and reasons are
// not theirs.
func BenchmarkRules(b *testing.B) {
	for name, score := range map[string]func(testing.TB) func() int{
		"closures": closures, "fazhi": table, "fazhi-into": into, "expr": expressions,
		"cel": func(tb testing.TB) func() int { return celExpressions(tb, items) },
	} {
		b.Run(name, func(b *testing.B) { run(b, score(b), met) })
	}
}

// run asks one scorer again and again.
func run(b *testing.B, score func() int, met int) {
	b.ReportAllocs()
	for b.Loop() {
		if n := score(); n != met {
			b.Fatalf("%d items met instead of %d", n, met)
		}
	}
}

// count asks so many conditions.
func count(items int, ask func(i int) bool) int {
	n := 0
	for i := range items {
		if ask(i % len(conditions)) {
			n++
		}
	}
	return n
}

func closures(testing.TB) func() int {
	return func() int { return count(items, closure) }
}

func closure(i int) bool { return conditions[i].closure(one) }

func scorer(tb testing.TB, items int) *rules.Scorer[*file] {
	v, err := rules.NewVocabulary(
		rules.Money("罚款", func(f *file) (fazhi.Money, bool) { return fazhi.Money(f.Fine), true }),
		rules.Integer("办理天数", func(f *file) (int64, bool) { return f.Days, true }),
		rules.Integer("文书数", func(f *file) (int64, bool) { return f.Papers, true }),
		rules.YesNo("听证", func(f *file) (bool, bool) { return f.Heard, true }),
		rules.Text("案由", func(f *file) string { return f.Subject }),
	)
	fail(tb, err)
	r := rubric.Rubric{ID: "bench", Name: "测量", Version: "1"}
	for i := range items {
		c := conditions[i%len(conditions)]
		r.Items = append(r.Items, rubric.Item{
			ID: fmt.Sprint(i + 1), Name: fmt.Sprint("第", i+1, "项"), Points: rubric.Whole(1),
			Meets: []rubric.Condition{{Field: c.field, Relation: c.relation, Value: c.value}},
		})
	}
	s, issues := rules.CompileRubric(v, r)
	if s == nil {
		tb.Fatal(issues)
	}
	return s
}

func table(tb testing.TB) func() int {
	s := scorer(tb, items)
	return func() int { return int(s.Score(one).Got / rubric.Whole(1)) }
}

func into(tb testing.TB) func() int {
	s := scorer(tb, items)
	var r rubric.Result
	return func() int {
		s.ScoreInto(&r, one)
		return int(r.Got / rubric.Whole(1))
	}
}

func expressions(tb testing.TB) func() int {
	var programs []*vm.Program
	for _, c := range conditions {
		p, err := expr.Compile(c.expr, expr.Env(file{}), expr.AsBool())
		fail(tb, err)
		programs = append(programs, p)
	}
	return func() int {
		return count(items, func(i int) bool {
			out, err := expr.Run(programs[i], *one)
			fail(tb, err)
			return out.(bool)
		})
	}
}

func celExpressions(tb testing.TB, items int) func() int {
	env, err := cel.NewEnv(cel.Variable("fine", cel.IntType), cel.Variable("days", cel.IntType), cel.Variable("papers", cel.IntType),
		cel.Variable("heard", cel.BoolType), cel.Variable("subject", cel.StringType))
	fail(tb, err)
	var programs []cel.Program
	for _, c := range conditions {
		ast, issues := env.Compile(c.cel)
		fail(tb, issues.Err())
		p, err := env.Program(ast)
		fail(tb, err)
		programs = append(programs, p)
	}
	return func() int {
		vars := map[string]any{"fine": one.Fine, "days": one.Days, "papers": one.Papers, "heard": one.Heard, "subject": one.Subject}
		return count(items, func(i int) bool {
			out, _, err := programs[i].Eval(vars)
			fail(tb, err)
			return out.Value().(bool)
		})
	}
}
