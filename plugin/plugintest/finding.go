package plugintest

import (
	"context"
	"iter"
	"slices"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A Finding is one breach of a rule: the name of the case, the rule, and what was seen, in Chinese.
type Finding struct {
	Case    string `json:"case"`
	Rule    string `json:"rule"`
	Message string `json:"message"`
}

// String returns one line.
func (f Finding) String() string { return f.Case + "：" + f.Message + "（" + f.Rule + "）" }

// A Result is what came of one case. A case for a hook that the plug-in does not have is skipped.
type Result struct {
	Case    string
	Rule    string
	Skipped bool
	Found   []Finding
}

// Run runs every case as a sub-test of its own. Cases for hooks that the plug-in does not have are skipped. It must not run
// beside parallel tests, because it looks at which goroutines are left.
func Run(t *testing.T, c Config) {
	t.Helper()
	s := &suite{Config: c}
	for _, k := range cases() {
		t.Run(k.name, func(t *testing.T) {
			r := k.verify(t.Context(), s)
			for _, f := range r.Found {
				t.Errorf("%s（%s）", f.Message, f.Rule)
			}
			if r.Skipped {
				t.Skip("插件没有这种挂钩")
			}
		})
	}
}

// Verify runs the cases of these names, all if there are none, and returns what was found, for programs that have no
// *testing.T.
func Verify(ctx context.Context, c Config, names ...string) []Finding {
	var found []Finding
	for r := range Each(ctx, c, names...) {
		found = append(found, r.Found...)
	}
	return found
}

// Each runs what Verify runs, and gives the result of each case as it is there.
func Each(ctx context.Context, c Config, names ...string) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		for _, name := range names {
			if !slices.Contains(Names(), name) && !yield(fault(name, "只能运行有的案例", "没有这个案例")) {
				return
			}
		}
		s := &suite{Config: c}
		for _, k := range cases() {
			if len(names) > 0 && !slices.Contains(names, k.name) {
				continue
			}
			r := k.verify(ctx, s)
			if ctx.Err() != nil { // what was found may be due to that
				yield(fault("interrupted", "全部案例都要运行", "已中断"))
				return
			}
			if !yield(r) {
				return
			}
		}
	}
}

// fault is the result of a case that has one finding.
func fault(name, rule, message string) Result {
	return Result{Case: name, Rule: rule, Found: []Finding{{Case: name, Rule: rule, Message: message}}}
}

// Names returns the names of all cases, in their order.
func Names() []string {
	var names []string
	for _, k := range cases() {
		names = append(names, k.name)
	}
	return names
}

// A suite is one run of cases. Hostile documents are made once.
type suite struct {
	Config
	made map[fazhi.Kind][]variant
}

func (s *suite) hostile(d protocol.Document) []variant {
	if s.made == nil {
		s.made = make(map[fazhi.Kind][]variant)
	}
	if s.made[d.Kind] == nil {
		s.made[d.Kind] = hostile(d)
	}
	return s.made[d.Kind]
}

// A kase is one rule.
type kase struct {
	name string
	rule string
	run  func(*trial)
	with func(*trial) bool // whether there is anything to try; nil: always
}

// verify runs a case with a plug-in of its own, unless there is nothing to try.
func (k *kase) verify(ctx context.Context, s *suite) Result {
	r := Result{Case: k.name, Rule: k.rule}
	t := &trial{suite: s, ctx: ctx}
	defer t.stop()
	if t.start() {
		if r.Skipped = k.with != nil && !k.with(t); !r.Skipped {
			k.run(t)
		}
	}
	for _, message := range t.found {
		r.Found = append(r.Found, Finding{Case: k.name, Rule: k.rule, Message: message})
	}
	return r
}
