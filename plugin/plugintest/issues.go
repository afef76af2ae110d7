package plugintest

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/leak"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/register"
)

func isHang(err error) bool  { return errors.Is(err, errHangs) }
func isPanic(err error) bool { return errors.Is(err, errPanic) }

// judge returns what the checks find in a document; a plug-in that does not answer is another case, and is made anew.
func (t *trial) judge(s *sample) fazhi.Issues {
	if !judges(&t.p, s) {
		return nil
	}
	answer, err := t.put(question{name: s.name, ask: s.check})
	if t.fateOf(err) == dead {
		t.restart()
	}
	issues, _ := answer.(fazhi.Issues)
	return issues
}

// all are the documents of which every answer is looked at. Very large ones, in which any word might stand, are not among
// them.
func (t *trial) all() []sample { return append(t.plain(), t.hostile(small)...) }

// eachIssue looks at every issue of every document.
func (t *trial) eachIssue(say func(s *sample, i fazhi.Issue)) {
	for _, s := range t.all() {
		for _, i := range t.judge(&s) {
			say(&s, i)
		}
	}
}

func issueCodes(t *trial) {
	t.eachIssue(func(s *sample, i fazhi.Issue) {
		asked := func(c fazhi.Check) bool { return c.Code == i.Code && inForce(&c, s) }
		if !slices.ContainsFunc(t.p.Checks, asked) {
			t.fault("检查 %s：代码 %s 没有声明，或者不是这种文件的检查项", s.name, strconv.Quote(string(i.Code)))
		}
	})
}

// issueCodesAsked asks for each declared check alone.
func issueCodesAsked(t *trial) {
	for _, s := range t.all() {
		for _, c := range t.p.Checks {
			if c.Run != nil || !inForce(&c, &s) {
				continue
			}
			answer, _ := t.put(question{name: s.name, ask: s.only(c.Code)})
			issues, _ := answer.(fazhi.Issues)
			for _, i := range issues {
				if i.Code != c.Code {
					t.fault("检查 %s：只问 %s，也答了 %s", s.name, c.Code, strconv.Quote(string(i.Code)))
					break
				}
			}
		}
	}
}

func (s *sample) only(code fazhi.Code) func(context.Context, *plugin.Plugin) (any, error) {
	return func(ctx context.Context, p *plugin.Plugin) (any, error) {
		return s.declared(ctx, p, []fazhi.Code{code})
	}
}

func issueMessages(t *trial) {
	t.eachIssue(func(s *sample, i fazhi.Issue) {
		if !isChinese(i.Message) {
			t.fault("检查 %s：%s 的说明是空的，或者不是中文", s.name, i.Code)
		}
	})
}

func isChinese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func issueValues(t *trial) { t.findValues("检查", t.p.Checks, t.judge) }

// findValues looks for values of documents in what is said of them.
func (t *trial) findValues(hook string, checks []fazhi.Check, judge func(*sample) fazhi.Issues) {
	samples := t.all()
	var known []leak.Case
	for i := range samples {
		s := &samples[i]
		known = append(known, leak.Case{Tree: s.tree(), Values: leak.Values(s.tree()), Issues: judge(s)})
	}
	for i := range samples {
		again := func(content any) fazhi.Issues {
			s, ok := t.again(&samples[i], content)
			if !ok {
				return nil
			}
			return judge(&s)
		}
		for _, said := range known[i].Repeated(known, checks, again) {
			t.fault("%s %s：%s", hook, samples[i].name, said)
		}
	}
}

func issuePaths(t *trial) {
	t.eachIssue(func(s *sample, i fazhi.Issue) {
		if why := unresolved(i.Path, s.tree()); why != "" {
			t.fault("检查 %s：%s 的位置 %s %s", s.name, i.Code, strconv.Quote(string(i.Path)), why)
		}
	})
}

// unresolved says why a path does not lead to a place in a tree. The last name of an object may be missing: that is how
// an issue says what is missing.
func unresolved(p fazhi.Path, tree any) string {
	if p != "" && p[0] != '/' {
		return "不是 JSON Pointer"
	}
	names := leak.Segments(p)
	for i, name := range names {
		switch n := tree.(type) {
		case map[string]any:
			next, ok := n[name]
			if !ok && i < len(names)-1 {
				return "在文件中没有"
			}
			tree = next
		case []any:
			at, err := strconv.Atoi(name)
			if err != nil || at < 0 || at >= len(n) || strconv.Itoa(at) != name {
				return "在文件中没有"
			}
			tree = n[at]
		default:
			return "在文件中没有"
		}
	}
	return ""
}

// on returns the sample on the days of the case.
func (c *Case) on(s sample) sample {
	s.lawOn = c.LawOn
	if !c.Today.IsZero() {
		s.today = c.Today
	}
	return s
}

// compare says what is found and not wanted, and what is wanted and not found.
func (t *trial) compare(c *Case, s sample) {
	s = c.on(s)
	answer, err := t.put(question{name: s.name, ask: s.check})
	if err != nil {
		t.fault("案例 %s：%s", c.Name, t.explain(err))
		return
	}
	var got, want []string
	issues, _ := answer.(fazhi.Issues)
	for _, i := range issues {
		got = append(got, Want{i.Code, i.Path}.String())
	}
	for _, w := range c.Want {
		want = append(want, w.String())
	}
	for _, line := range differences(want, got) {
		t.fault("案例 %s：%s", c.Name, line)
	}
}

// differences compares two lists without their order.
func differences(want, got []string) []string {
	var lines []string
	for _, w := range want {
		if i := slices.Index(got, w); i >= 0 {
			got = slices.Delete(got, i, i+1)
		} else {
			lines = append(lines, "没有发现 "+w)
		}
	}
	for _, g := range got {
		lines = append(lines, "多出 "+g)
	}
	return lines
}

// eachRefusal looks at every refusal.
func (t *trial) eachRefusal(say func(q question, r *register.Refusal)) {
	for _, s := range t.all() {
		for _, q := range s.attempts() {
			answer, err := t.put(q)
			if t.fateOf(err) == dead {
				t.restart()
			}
			if r, _ := answer.(*register.Refusal); r != nil {
				say(q, r)
			}
		}
	}
}

func refusalCodes(t *trial) {
	t.eachRefusal(func(q question, r *register.Refusal) {
		if !slices.Contains(t.p.Refuses, r.Code) {
			t.fault("%s：代码 %s 没有在 Refuses 中声明", q.name, strconv.Quote(string(r.Code)))
		}
	})
}

func refusalReasons(t *trial) {
	t.eachRefusal(func(q question, r *register.Refusal) {
		if !isChinese(r.Reason) {
			t.fault("%s：%s 的理由是空的，或者不是中文", q.name, r.Code)
		}
		for _, i := range r.Issues {
			if !isChinese(i.Message) {
				t.fault("%s：%s 所附 %s 的说明是空的，或者不是中文", q.name, r.Code, i.Code)
			}
		}
	})
}

// refusalValues takes the reason of a refusal for an issue of its code.
func refusalValues(t *trial) {
	var codes []fazhi.Check
	for _, code := range t.p.Refuses {
		codes = append(codes, fazhi.Check{Code: code})
	}
	t.findValues("把关", codes, func(s *sample) (all fazhi.Issues) {
		for _, q := range s.attempts() {
			answer, _ := t.put(q)
			if r, _ := answer.(*register.Refusal); r != nil {
				all = append(append(all, fazhi.Issue{Code: r.Code, Message: r.Reason}), r.Issues...)
			}
		}
		return all
	})
}
