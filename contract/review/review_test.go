package review_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/law"
	"github.com/fazhi-go/fazhi/contract/review"
	"github.com/fazhi-go/fazhi/table"
)

func questionCodes(m *review.Matter) []string {
	var out []string
	for _, q := range m.Questions() {
		out = append(out, string(q.Code))
	}
	return out
}

// Asked is what applies by mode, by day and by kind.
func TestQuestions(t *testing.T) {
	m := matter()
	all := []string{"contract/sample/authority", "contract/sample/debt", "contract/sample/budget", "contract/sample/agreement", "contract/sample/later"}
	require.Equal(t, all, questionCodes(m))
	m.Contract.Procurement = true
	require.Contains(t, questionCodes(m), "contract/sample/added")
	m.Contract.Submitted = day("2019-12-31")
	require.NotContains(t, questionCodes(m), "contract/sample/later")
	no := false
	m.Contract.Administrative = &no
	require.NotContains(t, questionCodes(m), "contract/sample/agreement")
	m.Change = &contract.Change{Submitted: day("2020-01-01")}
	require.Contains(t, questionCodes(m), "contract/sample/later", "a change has its own day")
	require.Empty(t, (&review.Matter{Contract: &contract.Contract{}}).Questions())
}

// The questions of package law: each is asked with its basis, and a local one under the name of the local rule.
func TestQuestionsOfTheLaw(t *testing.T) {
	m := matter()
	m.Items = law.Items()
	questions := m.Questions()
	require.Greater(t, len(questions), 20)
	var local int
	for _, q := range questions {
		require.NotEmpty(t, q.Ask)
		require.NotEmpty(t, q.Basis)
		if q.Basis == m.Profile.Rule {
			local++
		}
	}
	require.Positive(t, local)
}

// What nobody answered is said of every question, and nothing is taken as a yes.
func TestUnanswered(t *testing.T) {
	m, r := matter(), &review.Review{Contract: "HT-2025-7"}
	issues := m.Answered(r)
	require.Len(t, issues, len(m.Questions()))
	for _, i := range issues {
		require.Equal(t, review.CodeUnanswered, i.Code)
		require.Equal(t, fazhi.Notice, i.Severity)
		require.Contains(t, i.Message, "尚未回答")
	}
	m.Findings, m.Materials = nil, nil
	p := m.Propose(r)
	require.Empty(t, p.Opinion)
	require.Len(t, p.Open, len(m.Questions()))
	r.Answers = []review.Answer{{Code: "contract/sample/debt", Role: "审查人员"}}
	require.Contains(t, m.Answered(r), fazhi.Issue{Code: review.CodeUnanswered, Severity: fazhi.Notice, Path: "/answers/0/reply",
		Message: "尚未回答：合同是否没有变相举借债务的内容？", Basis: "预算法第三十五条"})
}

// Each mistake of an answer has its code and its place; an answer in order has none.
func TestAnswersThemselves(t *testing.T) {
	for _, c := range []struct {
		change func(*review.Review)
		code   fazhi.Code
		path   fazhi.Path
	}{
		{func(r *review.Review) { r.Contract = "HT-1" }, review.CodeOther, "/contract"},
		{func(r *review.Review) { r.Answers[1].Contract = "HT-1" }, review.CodeOther, "/answers/1/contract"},
		{func(r *review.Review) { r.Answers = append(r.Answers, r.Answers[0]) }, review.CodeTwice, "/answers/5/code"},
		{func(r *review.Review) {
			r.Answers = append(r.Answers, review.Answer{Code: "contract/sample/dept", Reply: review.Yes, Role: "法律顾问"})
		}, review.CodeStray, "/answers/5/code"},
		{func(r *review.Review) { r.Answers[0].Reply = "差不多" }, review.CodeReply, "/answers/0/reply"},
		{func(r *review.Review) { r.Answers[0].Reply = review.NotApplicable }, review.CodeReason, "/answers/0/reason"},
		{func(r *review.Review) { r.Answers[2].Role = " " }, review.CodeRole, "/answers/2/role"},
	} {
		m, r := complete()
		require.Empty(t, m.Issues(r))
		c.change(r)
		var at []fazhi.Path
		for _, i := range m.Issues(r) {
			if i.Code == c.code {
				at = append(at, i.Path)
			}
		}
		require.Equal(t, []fazhi.Path{c.path}, at, c.code)
	}
	m, r := complete()
	r.Answers = append(r.Answers, review.Answer{Code: "contract/sample/dept", Role: "法律顾问"})
	require.Contains(t, m.Answered(r)[0].Message, "是不是“contract/sample/debt”？")
}

// What was said of another contract answers nothing.
func TestAnswersOfAnotherContract(t *testing.T) {
	m, r := complete()
	r.Answers[0].Contract = "HT-1"
	require.Len(t, m.Propose(r).Open, 1)
	m, r = complete()
	r.Contract = "HT-1"
	require.Len(t, m.Propose(r).Open, len(m.Questions()))
}

// A reply that is none of the four is no yes either.
func TestUnknownReplyKeepsTheQuestionOpen(t *testing.T) {
	m, r := complete()
	r.Answers[0].Reply = "差不多"
	require.Empty(t, m.Propose(r).Opinion)
}

func TestPropose(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*review.Matter, *review.Review)
		want   review.Outcome
	}{
		{"in order", func(*review.Matter, *review.Review) {}, review.Pass},
		{"a notice", func(m *review.Matter, _ *review.Review) {
			m.Findings = fazhi.Issues{{Code: "contract/text/note", Severity: fazhi.Notice}}
		}, review.Pass},
		{"a warning", func(m *review.Matter, _ *review.Review) {
			m.Findings = fazhi.Issues{{Code: "contract/text/penalty", Severity: fazhi.Warning}}
		}, review.PassChanged},
		{"an answer of no", func(_ *review.Matter, r *review.Review) { r.Answers[0].Reply = review.No }, review.PassChanged},
		{"not applicable", func(_ *review.Matter, r *review.Review) { r.Answers[0].Reply = review.NotApplicable }, review.Pass},
		{"pending", func(_ *review.Matter, r *review.Review) { r.Answers[0].Reply = review.Pending }, ""},
		{"a material is missing", func(m *review.Matter, _ *review.Review) { m.Materials = review.CommonMaterials() }, ""},
		{"borrowing", func(_ *review.Matter, r *review.Review) { r.Answers[1].Reply = review.No }, review.Refuse},
		{"a guarantee, while something is open", func(m *review.Matter, r *review.Review) {
			m.Findings, r.Answers[0].Reply = fazhi.Issues{{Code: "contract/sample/guarantee"}}, ""
		}, review.Refuse},
		{"a cue is no refusal", func(m *review.Matter, _ *review.Review) {
			m.Findings = fazhi.Issues{{Code: "contract/sample/void-cue", Severity: fazhi.Warning}}
		}, review.PassChanged},
		{"another line", func(m *review.Matter, r *review.Review) {
			m.Refuse, r.Answers[1].Reply, r.Answers[0].Reply = []string{"C19"}, review.Yes, review.No
		}, review.Refuse},
		{"no line", func(m *review.Matter, r *review.Review) { m.Refuse, r.Answers[1].Reply = []string{}, review.No }, review.PassChanged},
		{"exempt", func(m *review.Matter, _ *review.Review) { m.Profile.Exempt = []string{"特许经营"} }, review.OutOfScope},
		{"small", func(m *review.Matter, _ *review.Review) { m.Profile.ReviewFrom = 1_286_409_51 }, review.OutOfScope},
		{"just large enough", func(m *review.Matter, _ *review.Review) { m.Profile.ReviewFrom = 1_286_409_50 }, review.Pass},
		{"no amount", func(m *review.Matter, _ *review.Review) { m.Profile.ReviewFrom, m.Contract.Amount = 1, 0 }, review.Pass},
		{"a change of a small one", func(m *review.Matter, _ *review.Review) {
			m.Profile.ReviewFrom, m.Change = 1_286_409_51, &contract.Change{Submitted: day("2025-03-03")}
		}, review.Pass},
	} {
		m, r := complete()
		c.change(m, r)
		p := m.Propose(r)
		require.Equal(t, c.want, p.Opinion, c.name)
		require.NotEmpty(t, p.Why)
		require.Equal(t, c.want == review.Pass, len(p.Reasons) == 0, c.name)
	}
}

// Only a finding that is there, with a reason, is set aside; what is open is answered.
func TestSetAside(t *testing.T) {
	m, r := complete()
	m.Findings = matter().Findings[:2]
	r.Decision.Reason = "文字可以在签订时更正"
	aside := func(code fazhi.Code, path fazhi.Path, reason string) []string {
		r.Aside = []review.SetAside{{Code: code, Path: path, Reason: reason}}
		return codes(m.Issues(r))
	}
	require.Empty(t, aside("contract/amount/words", "/amountWords", "大写按合同附件更正"))
	require.Len(t, m.Propose(r).Reasons, 1)
	require.Equal(t, []string{"contract/conclusion/set-aside"}, aside("contract/amount/words", "/amountWords", ""))
	require.Len(t, m.Propose(r).Reasons, 2)
	require.Equal(t, []string{"contract/conclusion/set-aside"}, aside("contract/amount/words", "/amount", "不是这一栏"))
	r.Answers = r.Answers[1:]
	require.Contains(t, aside(review.CodeUnanswered, "/answers", "不必回答"), "contract/conclusion/set-aside")
	require.NotEmpty(t, m.Propose(r).Open)
}

// The reviewer may decide as he sees fit; a milder decision says why.
func TestDecision(t *testing.T) {
	type decide struct {
		opinion review.Outcome
		reason  string
		ledger  string
		want    []string
	}
	check := func(m *review.Matter, r *review.Review, all []decide) {
		t.Helper()
		for _, c := range all {
			r.Decision = review.Decision{Opinion: c.opinion, Reason: c.reason, Role: "审查机构负责人"}
			m.Contract.Opinion = c.ledger
			require.Equal(t, c.want, codes(m.Issues(r)), "%s %s", c.opinion, c.ledger)
		}
	}
	m, r := complete()
	m.Findings = fazhi.Issues{{Code: "contract/sample/guarantee"}}
	none, milder := []string{}, []string{"contract/conclusion/milder"}
	check(m, r, []decide{
		{"", "", "", []string{"contract/conclusion/undecided"}},
		{"也许", "", "", []string{"contract/conclusion/opinion"}},
		{review.Refuse, "", "", none}, {review.PassChanged, "", "", milder}, {review.Pass, "", "", milder}, {review.OutOfScope, "", "", milder},
		{review.PassChanged, "属于经批准的转贷", "", none},
		{review.Refuse, "", "不通过", none}, {review.Refuse, "", "通过", []string{"contract/conclusion/ledger"}},
	})
	m.Findings = nil
	check(m, r, []decide{{review.Pass, "", "", none}, {review.Refuse, "", "", none}, {review.OutOfScope, "", "", milder}})
	m.Profile.Exempt = []string{"特许经营"}
	check(m, r, []decide{{review.OutOfScope, "", "", none}, {review.Pass, "", "", none}})
	m.Profile.Exempt, m.Materials = nil, review.CommonMaterials()
	open := []string{"contract/materials/missing", "contract/conclusion/open"}
	check(m, r, []decide{{review.Pass, "", "", open}, {review.PassChanged, "", "", open}, {review.Refuse, "", "", open[:1]}, {review.Pass, "批准文件已经核对原件", "", open[:1]}})
	r.Decision.Role = ""
	require.Contains(t, codes(m.Issues(r)), "contract/questionnaire/role")
	m.Materials, m.Change, r.Decision.Role = nil, &contract.Change{Submitted: day("2025-03-03"), Opinion: "不通过"}, "审查机构负责人"
	require.Equal(t, []string{"contract/conclusion/ledger"}, codes(m.Issues(r)))
}

func TestMaterials(t *testing.T) {
	names := func(all []review.Material) (out []string) {
		for _, x := range all {
			out = append(out, x.Name)
		}
		return out
	}
	m := matter()
	require.Equal(t, []string{"合同草拟稿", "主体资格、资质证明", "批准手续"}, names(m.Needed()))
	require.Equal(t, []string{"批准手续"}, names(m.Missing()))
	require.Equal(t, fazhi.Issues{{Code: review.CodeMaterial, Severity: fazhi.Warning, Path: "/attachments", Message: "送审材料中没有批准手续", Basis: "泉源区政府合同管理办法"}}, m.Incomplete())
	m.Contract.Sort, m.Contract.Awarded = "服务", day("2025-02-20")
	m.Contract.Parties[1].Representative, m.Contract.Parties[1].Signatory = "欧阳测试", "甲测试"
	require.Equal(t, []string{"中标、成交通知书", "授权委托书"}, names(m.Missing()))
	m.Contract.Attachments = append(m.Contract.Attachments, contract.Attachment{Sort: "其他", Name: "中标通知书.pdf"}, contract.Attachment{Sort: "其他", Name: "乙方授权委托书.pdf"})
	require.Empty(t, m.Missing())
	m.Contract.Attachments = nil
	require.Len(t, m.Missing(), 4)
	m.Profile.Rule = ""
	require.Equal(t, "本地政府合同管理规定", m.Incomplete()[0].Basis)
	yes := true
	m.Contract.Major, m.Materials = &yes, review.ChangeMaterials()
	require.Equal(t, []string{"变更、补充协议草拟稿", "原合同签订文本", "批准手续"}, names(m.Missing()))
	m.Materials = nil
	require.Empty(t, m.Incomplete())
}

// csvOf writes a sheet as a file that is filled in.
func csvOf(t testing.TB, s table.Sheet) table.Source {
	t.Helper()
	var b strings.Builder
	require.NoError(t, table.WriteCSV(&b, s))
	src, err := table.CSV("问卷.csv", []byte(b.String()))
	require.NoError(t, err)
	return src
}

// The questionnaire comes back as it went out, with the cells of the answers.
func TestSheetThereAndBack(t *testing.T) {
	m, r := matter(), sampleReview()
	s, err := m.Sheet(r.Answers)
	require.NoError(t, err)
	require.Len(t, s.Rows, len(m.Questions()))
	back, issues, err := review.ReadAnswers(csvOf(t, s), "")
	require.NoError(t, err)
	require.Empty(t, issues)
	filled := &review.Review{Contract: "HT-2025-7", Answers: back, Decision: r.Decision}
	require.Equal(t, codes(m.Answered(r)), codes(m.Answered(filled)))
	found := m.Answered(filled)
	require.Equal(t, fazhi.Origin{File: "问卷.csv", Cell: "F3"}, found[0].Origin)
	back[4].Reply = review.No
	require.Equal(t, "G6", m.Answered(filled)[len(found)].Origin.Cell, "the reason that is missing")
	empty, err := m.Sheet(nil)
	require.NoError(t, err)
	back, _, err = review.ReadAnswers(csvOf(t, empty), "")
	require.NoError(t, err)
	require.Len(t, m.Answered(&review.Review{Contract: "HT-2025-7", Answers: back}), len(m.Questions()))
}

func TestReadAnswersSaysTheCell(t *testing.T) {
	m := matter()
	s, err := m.Sheet([]review.Answer{{Code: "contract/sample/debt", Reply: "是的"}})
	require.NoError(t, err)
	back, issues, err := review.ReadAnswers(csvOf(t, s), "")
	require.NoError(t, err)
	require.Len(t, back, len(s.Rows)-1)
	require.Equal(t, []string{"table/cell/choice"}, codes(issues))
	require.Equal(t, "F3", issues[0].Origin.Cell)
	_, _, err = review.ReadAnswers(csvOf(t, s), "没有")
	require.ErrorIs(t, err, table.ErrNoSheet)
}

func TestReviewAsJSON(t *testing.T) {
	r := sampleReview()
	r.Aside = []review.SetAside{{Code: "contract/text/x", Path: "/clauses/1", Reason: "另有约定"}}
	data, err := json.Marshal(r)
	require.NoError(t, err)
	back, err := review.ReadReview(data)
	require.NoError(t, err)
	require.Equal(t, r, back)
	for _, bad := range []string{"", "null", "[]", "{", `{"contract":"a","contract":"b"}`, `{"Contract":"a"}`, `{"contract":1}`, `{"answers":[{"who":"甲"}]}`,
		`{"decision":{"on":"2025-02-30"}}`, `{"contract":"a"} x`} {
		r, err := review.ReadReview([]byte(bad))
		require.ErrorIs(t, err, review.ErrReview, bad)
		require.Nil(t, r)
	}
	_, err = review.ReadReview([]byte(`{"answers":[` + strings.Repeat(`{},`, 10_000) + `{}]}`))
	require.ErrorIs(t, err, review.ErrReview)
	_, err = review.ReadReview([]byte(`{"contract":{"secret":"甲某某"}}`))
	require.NotContains(t, err.Error(), "甲某某")
	require.False(t, errors.Is(err, review.ErrReview) && strings.Contains(err.Error(), "secret"))
}

// The same gives the same, and nothing that was given is changed.
func TestPure(t *testing.T) {
	m, r := matter(), sampleReview()
	before, err := json.Marshal([]any{m.Contract, m.Findings, r})
	require.NoError(t, err)
	first := []any{m.Issues(r), m.Propose(r), m.OpinionValues(r), m.SheetValues(r), m.CorrectionValues()}
	require.Equal(t, first, []any{m.Issues(r), m.Propose(r), m.OpinionValues(r), m.SheetValues(r), m.CorrectionValues()})
	after, err := json.Marshal([]any{m.Contract, m.Findings, r})
	require.NoError(t, err)
	require.Equal(t, string(before), string(after))
}

// An issue repeats nothing that somebody wrote.
func TestIssuesHoldNoValues(t *testing.T) {
	m, r := matter(), sampleReview()
	for i := range r.Answers {
		r.Answers[i].Reason, r.Answers[i].Clause, r.Answers[i].Advice = "秘密的话", "秘密的条", "秘密的建议"
	}
	r.Decision = review.Decision{Opinion: "秘密的结论", Reason: "秘密的理由"}
	data, err := json.Marshal([]any{m.Issues(r), m.Propose(r)})
	require.NoError(t, err)
	require.NotContains(t, string(data), "秘密")
	require.NotContains(t, string(data), "清源水务")
}
