package score_test

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/score"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// dossier is an invented sort of document: some numbers, of which a negative one is not there.
type dossier struct {
	name    string
	day     fazhi.Date
	numbers [6]int64
}

// subject is what a model knows of a dossier.
func subject(t testing.TB) score.Subject[*dossier] {
	t.Helper()
	fields := make([]rules.Field[*dossier], len(dossier{}.numbers))
	for i := range fields {
		fields[i] = rules.Integer("数"+strconv.Itoa(i), func(d *dossier) (int64, bool) { return d.numbers[i], d.numbers[i] >= 0 }).At(fazhi.At("numbers", i))
	}
	v, err := rules.NewVocabulary(fields...)
	require.NoError(t, err)
	return score.Subject[*dossier]{Kind: "dossier", Vocabulary: v,
		Name:   func(d *dossier) string { return d.name },
		Digest: func(d *dossier) rubric.Digest { return digest(d) },
		LawOn:  func(d *dossier) (fazhi.Date, fazhi.Path) { return d.day, "/day" },
		Look: func(d *dossier, c rubric.Condition) []score.Evidence {
			n, _ := strconv.Atoi(c.Field[len("数"):])
			return []score.Evidence{{Path: fazhi.At("numbers", n), Name: c.Field, Text: strconv.FormatInt(d.numbers[n], 10)}}
		},
	}
}

func digest(d *dossier) rubric.Digest {
	text := append([]byte(d.name), 0)
	for _, n := range d.numbers {
		text = binary.AppendVarint(text, n)
	}
	return sha256.Sum256(text)
}

func model(t testing.TB, r rubric.Rubric) *score.Model[*dossier] {
	t.Helper()
	m, issues, err := score.For(subject(t), r)
	require.NoError(t, err)
	require.Zero(t, issues.Count(fazhi.Error), issues)
	return m
}

// when is the condition that the i-th number is at least some number.
func when(i int, least int64) []rubric.Condition {
	return []rubric.Condition{{Field: "数" + strconv.Itoa(i), Relation: "不小于", Value: strconv.FormatInt(least, 10)}}
}

// national has the shape of the national model of 2024: half for being lawful, half scaled, deductions after scaling.
func national() rubric.Rubric {
	return rubric.Rubric{
		ID: "test/national", Name: "一般行政处罚案卷评分标准", Version: "2024", Kind: "dossier", Basis: "案卷评查规则",
		From: fazhi.DateOf(2024, 1, 1), Until: fazhi.DateOf(2026, 12, 31), Base: rubric.Whole(50), Scale: rubric.Whole(50),
		Veto: &rubric.Veto{Effect: rubric.VetoZero},
		Grades: []rubric.Grade{{Name: "优秀", Least: rubric.Whole(90)}, {Name: "良好", Least: rubric.Whole(80)},
			{Name: "合格", Least: rubric.Whole(60)}, {Name: "不合格"}},
		Groups: []rubric.Group{{Name: "基本要素", Cap: rubric.Whole(20)}, {Name: "听证", Stage: "告知听证", Applies: when(1, 1), Needs: when(2, 1)},
			{Name: "决定", Stage: "决定"}},
		Items: []rubric.Item{
			{ID: "V1", Name: "执法主体合法", Group: "决定", Veto: true, Basis: "行政处罚法第十七条"},
			{ID: "D1", Name: "立案之日起九十日内作出决定", Group: "决定", Points: rubric.Whole(30), Meets: []rubric.Condition{{Field: "数0", Relation: "不大于", Value: "90"}}, Basis: "行政处罚法第六十条"},
			{ID: "D2", Name: "处罚决定书载明事实、证据、依据和救济途径", Group: "决定", Points: rubric.Whole(51)},
			{ID: "H1", Name: "听证告知书", Group: "听证", Points: rubric.Whole(9), Meets: when(3, 5), Basis: "行政处罚法第六十四条"},
			{ID: "H2", Name: "听证笔录", Group: "听证", Points: rubric.Whole(10)},
			{ID: "B1", Name: "文书要素齐全", Group: "基本要素", Role: rubric.Deducts, Points: rubric.Whole(30), Each: 1_00},
		},
	}
}

// good is a dossier that meets everything by itself; there was no hearing.
func good() *dossier {
	return &dossier{name: "泉鲤案〔2024〕7号", day: fazhi.DateOf(2024, 5, 6), numbers: [6]int64{60, 0, 0, 5, 0, 0}}
}

// marks are those of the published example.
func marks() []rubric.Mark {
	return []rubric.Mark{
		{Item: "V1", Verdict: rubric.Met},
		{Item: "D2", Verdict: rubric.NotMet, Points: 45_50, Reason: "没有写明加处罚款的依据"},
		{Item: "B1", Verdict: rubric.NotMet, Points: rubric.Whole(27), Times: 3, Reason: "三处涂改没有签名"},
	}
}
