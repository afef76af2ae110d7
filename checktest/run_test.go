package checktest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

func TestRun(t *testing.T) {
	Run(t, os.DirFS("testdata/cases"), leaseChecks(), Decode[lease])
}

func TestCodes(t *testing.T) {
	Codes(t, "testdata/codes.txt", leaseChecks()...)
}

// allFaults returns everything that Run would report.
func allFaults(dir fstest.MapFS, checks []fazhi.Check) string {
	outcomes, faults := examine(dir, checks, Decode[lease])
	for _, o := range outcomes {
		for _, fault := range o.faults {
			faults = append(faults, o.file+": "+fault)
		}
	}
	return strings.Join(faults, "\n")
}

// goodCases returns the cases of testdata as files that a test may spoil.
func goodCases(t *testing.T) fstest.MapFS {
	t.Helper()
	files, err := filepath.Glob("testdata/cases/*.txt")
	require.NoError(t, err)
	cases := fstest.MapFS{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		cases[filepath.Base(file)] = &fstest.MapFile{Data: data}
	}
	require.Empty(t, allFaults(cases, leaseChecks()))
	return cases
}

// Each sentence of the kit bites: a check that breaks it is found.
func TestBrokenChecks(t *testing.T) {
	var calls atomic.Int64
	for name, c := range map[string]struct {
		run  func(context.Context, *fazhi.Pass, *lease) error
		want string
	}{
		"finds nothing": {
			func(context.Context, *fazhi.Pass, *lease) error { return nil },
			"检查项 lease/reviewed 没有发现问题的案例",
		},
		"finds too much": {
			func(_ context.Context, p *fazhi.Pass, _ *lease) error { p.Report("/reviewed", "不妥"); return nil },
			"检查项 lease/reviewed 没有不发现问题的案例",
		},
		"names another place": {
			func(_ context.Context, p *fazhi.Pass, l *lease) error {
				if l.Reviewed.IsZero() || l.Reviewed.After(l.Signed) {
					p.Report("/signed", "不妥")
				}
				return nil
			},
			"应当发现：\nlease/reviewed /reviewed\n实际发现：\nlease/reviewed /signed\n",
		},
		"fails": {
			func(context.Context, *fazhi.Pass, *lease) error { return errors.New("字典不可用") },
			"检查项出错：fazhi: 检查项 lease/reviewed：字典不可用",
		},
		"changes the document": {
			func(ctx context.Context, p *fazhi.Pass, l *lease) error {
				err := checkReviewed(ctx, p, l)
				l.Name = strings.TrimSpace(l.Name) + "。"
				return err
			},
			"检查项改动了文件",
		},
		"remembers earlier runs": {
			func(ctx context.Context, p *fazhi.Pass, l *lease) error {
				if calls.Add(1) > 1 {
					p.Report("/reviewed", "不妥")
				}
				return nil
			},
			"再次检查的结果不同",
		},
		"repeats a name":            {repeats(func(l *lease) string { return "《" + l.Name + "》没有审查" }), "重复了文件中的值 “临街店面租赁合同”"},
		"repeats a date":            {repeats(func(l *lease) string { return l.Signed.String() + "之前没有审查" }), "重复了文件中的值 “2024-05-01”"},
		"repeats a date in Chinese": {repeats(func(l *lease) string { return l.Signed.Chinese() + "之前没有审查" }), "重复了文件中的值 “2024年5月1日”"},
		"repeats a number":          {repeats(func(l *lease) string { return fmt.Sprintf("金额 %d 分", l.Fen) }), "重复了文件中的值 “1234500”"},
		"repeats an amount in yuan": {repeats(func(l *lease) string { return fmt.Sprintf("金额%s元", fazhi.Money(l.Fen)) }), "重复了文件中的值 “12345.00”"},
		"repeats a serial number":   {repeats(func(l *lease) string { return "编号" + l.Serial }), "重复了文件中的值 “HT-1”"},
		"repeats a name in the path": {
			func(_ context.Context, p *fazhi.Pass, l *lease) error {
				p.Report(fazhi.At("byName", l.Name), "不妥")
				return nil
			},
			"重复了文件中的值 “临街店面租赁合同”",
		},
	} {
		t.Run(name, func(t *testing.T) {
			checks := leaseChecks()
			checks[1].Run = fazhi.For(c.run)
			require.Contains(t, allFaults(goodCases(t), checks), c.want)
		})
	}
}

// repeats breaks the rule that a message holds no value.
func repeats(message func(*lease) string) func(context.Context, *fazhi.Pass, *lease) error {
	return func(_ context.Context, p *fazhi.Pass, l *lease) error {
		if l.Reviewed.IsZero() || l.Reviewed.After(l.Signed) {
			p.Report("/reviewed", message(l))
		}
		return nil
	}
}

// Words of the rule are no values, even if a document holds them too.
func TestWordingIsNoValue(t *testing.T) {
	const short = "短期租赁"
	isShort := func(l *lease) bool { return l.Name == short }
	for name, c := range map[string]struct {
		faults  func(*lease) bool
		doc     string
		message string
		repeats bool
	}{
		"says it whatever the document holds": {func(l *lease) bool { return l.Reviewed.After(l.Signed) }, "应当审查。", "短期租赁也应当在 500 日内审查", false},
		"a word of the explanation":           {isShort, "短期租赁应当审查。", "短期租赁没有审查", false},
		"a word that nothing explains":        {isShort, "应当审查。", "短期租赁没有审查", true},
		"says it of another document too":     {func(l *lease) bool { return isShort(l) || l.Serial == "HT-2" }, "应当审查。", "短期租赁没有审查", false},
	} {
		t.Run(name, func(t *testing.T) {
			cases := goodCases(t)
			cases["signed-before-review.txt"].Data = []byte(`文件里有规则的用语。
-- doc.json --
{"serial": "HT-1", "name": "短期租赁", "reviewed": "2024-05-02", "signed": "2024-05-01", "fen": 500}
-- want --
lease/reviewed /reviewed
`)
			checks := leaseChecks()
			checks[1].Doc = c.doc
			checks[1].Run = fazhi.For(func(_ context.Context, p *fazhi.Pass, l *lease) error {
				if c.faults(l) {
					p.Report("/reviewed", c.message)
				}
				return nil
			})
			require.Equal(t, c.repeats, strings.Contains(allFaults(cases, checks), "重复了文件中的值"))
		})
	}
}

func TestBrokenLists(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func([]fazhi.Check)
		want  string
	}{
		"no basis":        {func(c []fazhi.Check) { c[0].Basis = "" }, "没有依据"},
		"no explanation":  {func(c []fazhi.Check) { c[0].Doc = "" }, "没有说明"},
		"malformed code":  {func(c []fazhi.Check) { c[0].Code = "Name" }, "代码应为小写字母"},
		"other kind":      {func(c []fazhi.Check) { c[0].Kind = "contract" }, "检查项 lease/name 没有发现问题的案例"},
		"never in force":  {func(c []fazhi.Check) { c[0].From = fazhi.DateOf(2030, 1, 1) }, "检查项 lease/name 没有不发现问题的案例"},
		"order of checks": {func(c []fazhi.Check) { c[0], c[1] = c[1], c[0] }, "not-reviewed.txt: 应当发现：\nlease/name\nlease/reviewed /reviewed\n"},
	} {
		t.Run(name, func(t *testing.T) {
			checks := leaseChecks()
			c.spoil(checks)
			require.Contains(t, allFaults(goodCases(t), checks), c.want)
		})
	}
}

func TestBrokenCases(t *testing.T) {
	const doc = "-- doc.json --\n{\"serial\": \"HT-9\"}\n"
	for name, c := range map[string]struct{ text, want string }{
		"no sentence":       {doc + "-- want --\n", "文件开头应当用一句话说明案例"},
		"no document":       {"一句话。\n-- want --\n", "没有章节 doc.json"},
		"no expectation":    {"一句话。\n" + doc, "没有章节 want"},
		"unknown section":   {"一句话。\n" + doc + "-- wants --\n", `章节 "wants" 重复或者不认识`},
		"section twice":     {"一句话。\n" + doc + "-- want --\n-- want --\n", `章节 "want" 重复或者不认识`},
		"no JSON":           {"一句话。\n-- doc.json --\n{\n-- want --\n", "doc.json 不是 JSON"},
		"not this document": {"一句话。\n-- doc.json --\n[1]\n-- want --\n", "doc.json 读不成文件"},
		"slip of the pen":   {"一句话。\n-- doc.json --\n{\"singed\": \"2024-05-01\"}\n-- want --\n", "doc.json 读不成文件"},
		"no date":           {"一句话。\n" + doc + "-- law --\n2024-02-30\n-- want --\n", "案例写法不对：fazhi: 不是有效日期"},
		"no day":            {"一句话。\n" + doc + "-- today --\n今天\n-- want --\n", "案例写法不对：fazhi: 不是有效日期"},
	} {
		t.Run(name, func(t *testing.T) {
			cases := goodCases(t)
			cases["broken.txt"] = &fstest.MapFile{Data: []byte(c.text)}
			require.Contains(t, allFaults(cases, leaseChecks()), "broken.txt: ")
			require.Contains(t, allFaults(cases, leaseChecks()), c.want)
		})
	}
	require.Contains(t, allFaults(fstest.MapFS{}, leaseChecks()), "没有案例")
}

func TestOf(t *testing.T) {
	checks := append(leaseChecks(), fazhi.Check{Code: "contract/name", Kind: "contract"})
	require.Len(t, Of("lease", checks), 2)
	require.Equal(t, fazhi.Code("contract/name"), Of("contract", checks)[0].Code)
	require.Empty(t, Of("", checks))
}

// Cases may have the line ends of any system and lie in folders.
func TestCasesOfAnySystem(t *testing.T) {
	cases := goodCases(t)
	text := string(cases["not-reviewed.txt"].Data)
	delete(cases, "not-reviewed.txt")
	cases["签订/not-reviewed.txt"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, "\n", "\r\n"))}
	require.Empty(t, allFaults(cases, leaseChecks()))
}

func TestBrokenCodes(t *testing.T) {
	for name, c := range map[string]struct{ list, want string }{
		"in order": {"lease/reviewed\nlease/name\n", ""},
		"new":      {"lease/name", "代码 lease/reviewed 是新的，应当加入代码表"},
		"dropped":  {"lease/name lease/reviewed lease/sealed", "代码 lease/sealed 没有检查项：停用的代码前面加减号，不得改名、删除"},
		"reused":   {"lease/name -lease/reviewed", "代码 lease/reviewed 已经停用，不得再用"},
		"twice":    {"lease/name lease/reviewed -lease/name", "代码 lease/name 列了两次"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, strings.Join(codeFaults(c.list, leaseChecks()), "\n"))
		})
	}
}

// A recorder counts what a test would have said.
type recorder struct {
	testing.TB
	said []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.said = append(r.said, fmt.Sprintf(format, args...))
}

func TestCodesReports(t *testing.T) {
	for file, want := range map[string]string{
		"testdata/none.txt":  "读不了代码表",
		"testdata/codes.txt": "testdata/codes.txt：代码 lease/reviewed 没有检查项",
	} {
		r := &recorder{}
		Codes(r, file, leaseChecks()[0])
		require.Len(t, r.said, 1)
		require.Contains(t, r.said[0], want)
	}
}
