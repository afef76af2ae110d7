package review_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

// said returns "code path message" of issues, with the cell before them where there is one.
func said(issues fazhi.Issues) []string {
	list := []string{}
	for _, i := range issues {
		text := string(i.Code) + " " + string(i.Path) + " " + i.Message
		if i.Origin.Cell != "" {
			text = i.Origin.Cell + " " + text
		}
		list = append(list, text)
	}
	return list
}

func TestPolicyVet(t *testing.T) {
	usual := review.Usual()
	require.Empty(t, usual.Vet())
	for want, spoil := range map[string]func(*review.Policy){
		"enforcement/review/policy/text /name 没有规则名称":                      func(p *review.Policy) { p.Name = "" },
		"enforcement/review/policy/text /version 没有版本":                     func(p *review.Policy) { p.Version = "" },
		"enforcement/review/policy/text /basis 没有依据；没有上级规定的，写明是本单位规定":      func(p *review.Policy) { p.Basis = "" },
		"enforcement/review/policy/limit /mean 均值限度应当在0至100分之间":            func(p *review.Policy) { p.Mean = -1 },
		"enforcement/review/policy/limit /talk 合议限度应当大于0分，不超过100分":         func(p *review.Policy) { p.Talk = rubric.Whole(101) },
		"enforcement/review/policy/limit /talk 合议限度不得小于均值限度；不作合议的，与均值限度相同": func(p *review.Policy) { p.Mean = rubric.Whole(11) },
		"enforcement/review/policy/choice /veto “一方认定否决”没有这种取值":            func(p *review.Policy) { p.Veto = "抽签" },
		"enforcement/review/policy/choice /third “第三评查人评分用法”没有这种取值":        func(p *review.Policy) { p.Third = "" },
		"enforcement/review/policy/choice /strata 没有这种分层":                  func(p *review.Policy) { p.Strata = []string{"颜色"} },
		"enforcement/review/policy/choice /strata 分层重复":                    func(p *review.Policy) { p.Strata = []string{"涉企", "涉企"} },
		"enforcement/review/policy/sample /size 抽取件数和抽取比例只能定一个":            func(p *review.Policy) { p.Size = 5 },
		"enforcement/review/policy/sample /size 抽取件数和抽取比例都没有定":             func(p *review.Policy) { p.Percent = 0 },
		"enforcement/review/policy/sample /size 抽取件数不得小于0，抽取比例应当在0至100之间":  func(p *review.Policy) { p.Percent = 101 },
		"enforcement/review/policy/sample /minimum 每单位最少件数不得小于0":           func(p *review.Policy) { p.Minimum = -1 },
		"enforcement/review/policy/sample /perStratum 每层最少件数不得小于0":         func(p *review.Policy) { p.PerStratum = -1 },
		"enforcement/review/policy/span /objection 期限不得倒算":                 func(p *review.Policy) { p.Objection = workday.Span{N: -5} },
		"enforcement/review/policy/span /rectification 期限不得倒算":             func(p *review.Policy) { p.Rectification = workday.Span{N: -5} },
	} {
		p := review.Usual()
		spoil(&p)
		require.Equal(t, []string{want}, said(p.Vet()))
	}
	require.NotEmpty(t, (&review.Policy{}).Vet())
}

func TestPolicyAsJSON(t *testing.T) {
	for _, p := range []review.Policy{review.Usual(), {Name: "甲", Version: "1", Basis: "乙", Single: true, Talk: 1, Veto: review.ToTalk, Third: review.Median, Size: 3}} {
		data, err := json.Marshal(p)
		require.NoError(t, err)
		got, issues, err := review.ParsePolicy(data)
		require.NoError(t, err)
		require.Empty(t, issues)
		require.Equal(t, p.Digest(), got.Digest())
		require.False(t, p.Digest().IsZero())
	}
	data, _ := json.Marshal(review.Usual())
	_, issues, err := review.ParsePolicy([]byte(strings.Replace(string(data), `"mean":5,`, "", 1)))
	require.NoError(t, err)
	require.Equal(t, []string{"enforcement/review/policy/setting /mean 没有写明“均值限度”"}, said(issues))
	for _, text := range []string{"", "[]", "null", "{", strings.Replace(string(data), `"mean":5`, `"mean":5,"mode":1`, 1),
		strings.Replace(string(data), `"mean":5`, `"mean":5.001`, 1), strings.Replace(string(data), `"mean":5`, `"mean":5,"mean":6`, 1)} {
		_, issues, err := review.ParsePolicy([]byte(text))
		require.True(t, err != nil || issues.Count(fazhi.Error) > 0, text)
	}
}

// What is no policy is said in words that an official understands.
func TestPolicyThatIsNoJSON(t *testing.T) {
	data, err := json.Marshal(review.Usual())
	require.NoError(t, err)
	for text, want := range map[string]string{
		"[1]": "review: 评查规则：不是 JSON 对象", "null": "review: 评查规则：不是 JSON 对象", "": "review: 评查规则：canon: 第1字节：", "{}x": "review: 评查规则：canon: 第3字节：",
		strings.Replace(string(data), `"mean":5`, `"mean":5,"mode":1`, 1):  "review: 评查规则：/mode：没有这一项",
		strings.Replace(string(data), `"mean":5`, `"Mean":5,"mean":5`, 1):  "review: 评查规则：/Mean：没有这一项",
		strings.Replace(string(data), `"percent":10`, `"percent":"一成"`, 1): "review: 评查规则：percent：值的类型不对",
	} {
		_, _, err := review.ParsePolicy([]byte(text))
		require.ErrorContains(t, err, want, text)
		require.NotContains(t, err.Error(), "json:")
	}
	_, _, err = review.ParseRound([]byte("null"))
	require.ErrorContains(t, err, "review: 评查批次：不是 JSON 对象")
}

func TestPolicyAsSheet(t *testing.T) {
	p := review.Usual()
	p.Objection, p.Strata = workday.Span{}, nil
	sheet, err := review.PolicySheet(p)
	require.NoError(t, err)
	fresh := bookOf(t, sheet)
	got, issues, err := review.ReadPolicy(fresh)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, p.Digest(), got.Digest())
	for want, change := range map[string][3]string{
		"A6 enforcement/review/policy/setting /name 没有这一项设置，是不是“均值限度”？":       {"均值限度", "均值限制", "5"},
		"B6 enforcement/review/policy/setting /value “均值限度”的取值不能识别":           {"均值限度", "均值限度", "五分"},
		"B5 enforcement/review/policy/setting /value “单评有效”的取值不能识别":           {"单评有效", "单评有效", "不"},
		"A7 enforcement/review/policy/setting /name 这一项设置重复":                  {"合议限度", "均值限度", "10"},
		" enforcement/review/policy/setting /talk 没有写明“合议限度”":                 {"合议限度", "均值限度", "10"},
		"B7 enforcement/review/policy/limit /talk 合议限度不得小于均值限度；不作合议的，与均值限度相同": {"合议限度", "合议限度", "4"},
		"B9 enforcement/review/policy/choice /veto “一方认定否决”没有这种取值":            {"一方认定否决", "一方认定否决", "抽签"},
	} {
		b := fresh.clone()
		row := b.find(t, sheet.Name, change[0])
		b.set(sheet.Name, 0, row, change[1])
		b.set(sheet.Name, 1, row, change[2])
		_, issues, err := review.ReadPolicy(b)
		require.NoError(t, err)
		require.Contains(t, said(issues), strings.TrimSpace(want))
	}
	long := fresh.clone()
	for range 40_000 {
		long.cells[sheet.Name] = append(long.cells[sheet.Name], []string{"颜色", "红"})
	}
	_, issues, err = review.ReadPolicy(long)
	require.NoError(t, err)
	require.Len(t, issues, 101)
	require.Contains(t, said(issues), "enforcement/review/policy/more  还有39900处不属于本表的内容没有列出")
	_, _, err = review.ReadPolicy(bookOf(t))
	require.ErrorIs(t, err, table.ErrNoSheet)
}

func FuzzParsePolicy(f *testing.F) {
	data, err := json.Marshal(review.Usual())
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"name":"甲"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, issues, err := review.ParsePolicy(data)
		if err != nil || issues.Count(fazhi.Error) > 0 {
			return
		}
		again, err := json.Marshal(p)
		require.NoError(t, err)
		q, issues, err := review.ParsePolicy(again)
		require.NoError(t, err)
		require.Empty(t, issues)
		require.Equal(t, p.Digest(), q.Digest())
	})
}
