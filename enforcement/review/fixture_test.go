package review_test

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// simple is an invented rubric by which any score can be given: one item takes points, another is a veto.
func simple(veto rubric.Veto) rubric.Rubric {
	floor := rubric.Points(0)
	return rubric.Rubric{ID: "simple", Name: "测试用评分标准", Version: "1", Basis: "测试", Base: rubric.Whole(100), Floor: &floor, Veto: &veto,
		Grades: []rubric.Grade{{Name: "优秀", Least: 90_00}, {Name: "良好", Least: 80_00}, {Name: "合格", Least: 60_00}, {Name: "不合格"}},
		Groups: []rubric.Group{{Name: "立案", Stage: "立案环节"}, {Name: "决定"}},
		Items: []rubric.Item{
			{ID: "1", Group: "立案", Name: "卷内问题", Role: rubric.Deducts, Points: rubric.Whole(100)},
			{ID: "2", Group: "决定", Name: "主体不合法", Role: rubric.Deducts, Veto: true, Basis: "行政处罚法第十七条"},
		}}
}

// marked returns the opinion of a role with a score: "92"; "92否" asserts the veto, too, "未评" has judged nothing, and "92本"
// comes from the file's own department.
func marked(t testing.TB, r rubric.Rubric, role, text string) review.Opinion {
	t.Helper()
	o := review.Opinion{Reviewer: "编号" + role, Role: role, Unit: role + "所在单位"}
	if own, ok := strings.CutSuffix(text, "本"); ok {
		o.Unit, text = drawn().Unit, own
	}
	marks := []rubric.Mark{{Item: "1"}, {Item: "2"}}
	if text != "未评" && text != "不一致" {
		marks[1].Verdict = rubric.Met
		if rest, ok := strings.CutSuffix(text, "否"); ok {
			text = rest
			marks[1] = rubric.Mark{Item: "2", Verdict: rubric.NotMet, Reason: "没有执法资格"}
		}
		kept, err := rubric.ParsePoints(text)
		require.NoError(t, err)
		marks[0] = rubric.Mark{Item: "1", Verdict: rubric.NotMet, Points: kept, Reason: role + "认为有瑕疵"}
		if kept == rubric.Whole(100) {
			marks[0] = rubric.Mark{Item: "1", Verdict: rubric.Met, Points: kept}
		}
	}
	if role == review.Agreed && text == "不一致" {
		marks[0].Reason = review.Apart
	}
	var issues fazhi.Issues
	o.Result, issues = rubric.Sum(r, marks)
	require.Empty(t, issues)
	return o
}

// drawn is the file of these tests.
func drawn() review.Case {
	return review.Case{File: "AJ-1", Digest: rubric.Digest{1}, Unit: "某镇人民政府", Sort: casefile.Penalty, Strata: []string{"行政处罚"},
		Reviewed: fazhi.DateOf(2024, 6, 12)}
}

func roles() []string {
	return []string{review.Counsel, review.Empowering, review.Third, review.Agreed}
}

// sha returns the SHA-256 of some bytes.
func sha(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }
