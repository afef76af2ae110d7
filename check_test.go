package fazhi_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

// A deed is the document of these tests. It remembers the cell of its name.
type deed struct{ name string }

func (deed) Kind() fazhi.Kind { return "deed" }
func (deed) ID() string       { return "契-1" }
func (d deed) Title() string  { return d.name }

func (deed) Origin(p fazhi.Path) (fazhi.Origin, bool) {
	return fazhi.Origin{File: "契约台账.xlsx", Cell: "B2"}, p == "/name"
}

var _ fazhi.Located = deed{}

// says returns a check that always reports.
func says(code fazhi.Code) fazhi.Check {
	return fazhi.Check{Code: code, Doc: "总是报告。", Basis: "测试", Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, _ deed) error {
		p.Report("/name", "不妥")
		return nil
	})}
}

func codes(issues fazhi.Issues) []fazhi.Code {
	var out []fazhi.Code
	for _, i := range issues {
		out = append(out, i.Code)
	}
	return out
}

func validate(t *testing.T, lawOn string, checks ...fazhi.Check) fazhi.Issues {
	t.Helper()
	issues, err := fazhi.Validate(t.Context(), deed{"买卖契约"}, day(lawOn), day("2025-06-01"), checks)
	require.NoError(t, err)
	return issues
}

func TestRefs(t *testing.T) {
	require.Equal(t, fazhi.Ref{Kind: "deed", ID: "契-1"}, fazhi.RefOf(deed{}))
	require.Equal(t, "deed:契-1", fazhi.RefOf(deed{}).String())
}

func TestValidateFillsTheIssue(t *testing.T) {
	c := says("deed/name")
	c.Severity = fazhi.Warning
	require.Equal(t, fazhi.Issues{{
		Code: "deed/name", Severity: fazhi.Warning, Path: "/name", Message: "不妥", Basis: "测试",
		Origin: fazhi.Origin{File: "契约台账.xlsx", Cell: "B2"},
	}}, validate(t, "2025-01-01", c))
}

func TestValidateGivesDays(t *testing.T) {
	c := says("deed/days")
	c.Run = func(_ context.Context, p *fazhi.Pass) error {
		require.Equal(t, []string{"2023-05-01", "2025-06-01"}, []string{p.LawOn.String(), p.Today.String()})
		return nil
	}
	require.Empty(t, validate(t, "2023-05-01", c))
}

func TestValidateKeepsTheOrder(t *testing.T) {
	require.Equal(t, []fazhi.Code{"deed/z", "deed/a", "deed/m"}, codes(validate(t, "2025-01-01", says("deed/z"), says("deed/a"), says("deed/m"))))
}

// A case of 2023 is judged by the law of 2023: the first and the last day belong to the time in force.
func TestValidateByTheLawOfTheDay(t *testing.T) {
	old, new, always := says("deed/old"), says("deed/new"), says("deed/always")
	old.Until, new.From = day("2023-12-31"), day("2024-01-01")
	checks := []fazhi.Check{old, new, always}
	for lawOn, want := range map[string][]fazhi.Code{
		"2023-12-31": {"deed/old", "deed/always"},
		"2024-01-01": {"deed/new", "deed/always"},
	} {
		require.Equal(t, want, codes(validate(t, lawOn, checks...)))
	}
	both := says("deed/both")
	both.From, both.Until = day("2024-03-01"), day("2024-03-01")
	require.True(t, both.InForce(day("2024-03-01")))
	require.False(t, both.InForce(day("2024-02-29")) || both.InForce(day("2024-03-02")))
	require.True(t, new.InForce(fazhi.Date{}), "on a day that is not known every check is in force: nothing is skipped in silence")
}

func TestValidateByKind(t *testing.T) {
	same, other, any := says("deed/same"), says("deed/other"), says("deed/any")
	same.Kind, other.Kind = "deed", "contract"
	require.Equal(t, []fazhi.Code{"deed/same", "deed/any"}, codes(validate(t, "2025-01-01", same, other, any)))
}

// A check that cannot work does not silence the others, nor what it found before.
func TestValidateErrorKeepsTheOthers(t *testing.T) {
	broken := says("deed/broken")
	cause := errors.New("字典不可用")
	broken.Run = func(_ context.Context, p *fazhi.Pass) error {
		p.Report("", "先报告")
		return cause
	}
	wrongType := says("deed/type")
	wrongType.Run = fazhi.For(func(context.Context, *fazhi.Pass, *deed) error { return nil })
	empty := says("deed/empty")
	empty.Run = nil

	issues, err := fazhi.Validate(t.Context(), deed{}, day("2025-01-01"), day("2025-01-01"),
		[]fazhi.Check{says("deed/first"), broken, wrongType, empty, says("deed/last")})
	require.Equal(t, []fazhi.Code{"deed/first", "deed/broken", "deed/last"}, codes(issues))
	require.ErrorIs(t, err, cause)
	require.EqualError(t, err, strings.Join([]string{
		"fazhi: 检查项 deed/broken：字典不可用",
		"fazhi: 检查项 deed/type：不能用于 fazhi_test.deed",
		"fazhi: 检查项 deed/empty：没有 Run",
	}, "\n"))
}

func TestValidateStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	last := says("deed/last")
	last.Run = func(_ context.Context, p *fazhi.Pass) error {
		p.Report("", "取消之前")
		cancel()
		return nil
	}
	issues, err := fazhi.Validate(ctx, deed{}, day("2025-01-01"), day("2025-01-01"), []fazhi.Check{last, says("deed/never")})
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, []fazhi.Code{"deed/last"}, codes(issues))
}

func TestVetChecks(t *testing.T) {
	good := says("deed/name")
	require.NoError(t, fazhi.VetChecks(nil))
	require.NoError(t, fazhi.VetChecks([]fazhi.Check{good, says("licheng/deed/name-2")}))

	bad := fazhi.Check{Code: "Deed", From: day("2024-02-01"), Until: day("2024-01-31")}
	require.EqualError(t, fazhi.VetChecks([]fazhi.Check{good, bad, good}), strings.Join([]string{
		`fazhi: 第 2 个检查项 "Deed"：代码应为小写字母、数字、连字符，以斜线分段`,
		`fazhi: 第 2 个检查项 "Deed"：没有 Run`,
		`fazhi: 第 2 个检查项 "Deed"：没有说明`,
		`fazhi: 第 2 个检查项 "Deed"：没有依据`,
		`fazhi: 第 2 个检查项 "Deed"：失效日期早于生效日期`,
		`fazhi: 第 3 个检查项 "deed/name"：代码重复`,
	}, "\n"))
	for _, code := range []fazhi.Code{"", "deed", "/deed", "deed/", "deed//name", "deed/Name", "deed/na me", "deed/名称", "deed/na_me"} {
		require.ErrorContains(t, fazhi.VetChecks([]fazhi.Check{says(code)}), "代码应为", code)
	}
}
