package rulestest_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rulestest"
	"github.com/fazhi-go/fazhi/table"
)

// visit has a column of every kind.
type visit struct {
	table.Row
	Serial string       `table:"编号,required,unique"`
	Sort   string       `table:"类别,choices=来访|来信"`
	From   fazhi.Date   `table:"开始日期"`
	To     fazhi.Date   `table:"结束日期"`
	Cost   fazhi.Money  `table:"费用"`
	People fazhi.Count  `table:"人数"`
	Times  int          `table:"次数"`
	Closed bool         `table:"办结"`
	Secret bool         `table:"涉密"`
	With   []string     `table:"陪同"`
	Paper  fazhi.Number `table:"文号"`
	Note   string       `table:"备注"`
}

func fields() []rules.Field[*visit] {
	return []rules.Field[*visit]{
		rules.Text("编号", func(v *visit) string { return v.Serial }).At("/serial"),
		rules.Text("类别", func(v *visit) string { return v.Sort }).At("/sort"),
		rules.Date("开始日期", func(v *visit) fazhi.Date { return v.From }).At("/from"),
		rules.Date("结束日期", func(v *visit) fazhi.Date { return v.To }).At("/to"),
		rules.Money("费用", func(v *visit) (fazhi.Money, bool) { return v.Cost, true }).At("/cost"),
		rules.Count("人数", func(v *visit) (fazhi.Count, bool) { return v.People, true }).At("/people"),
		rules.Integer("次数", func(v *visit) (int64, bool) { return int64(v.Times), true }).At("/times"),
		rules.YesNo("办结", func(v *visit) (bool, bool) { return v.Closed, true }).At("/closed"),
		rules.YesNo("涉密", func(v *visit) (bool, bool) { return v.Secret, true }).At("/secret"),
		rules.List("陪同", func(v *visit) []string { return v.With }).At("/with"),
		rules.Number("文号", func(v *visit) fazhi.Number { return v.Paper }).At("/paper"),
		rules.Days("天数", func(v *visit) (fazhi.Date, fazhi.Date) { return v.From, v.To }).At("/to"),
	}
}

func TestGoodVocabulary(t *testing.T) {
	v, err := rules.LedgerVocabulary(fields()...)
	require.NoError(t, err)
	rulestest.Ledger(t, v, "备注")
}

// The test bites: each fault of a vocabulary is found.
func TestBrokenVocabularies(t *testing.T) {
	for want, spoil := range map[string]func([]rules.Field[*visit]) []rules.Field[*visit]{
		"“文号”列没有字段": func(f []rules.Field[*visit]) []rules.Field[*visit] { return append(f[:10], f[11:]...) },
		"字段“涉密”取的不是同名的列": func(f []rules.Field[*visit]) []rules.Field[*visit] {
			f[8] = rules.YesNo("涉密", func(v *visit) (bool, bool) { return v.Closed, true }).At("/secret")
			return f
		},
		"字段“结束日期”取的不是同名的列": func(f []rules.Field[*visit]) []rules.Field[*visit] {
			f[3] = rules.Date("结束日期", func(v *visit) fazhi.Date { return v.From }).At("/to")
			return f
		},
		"字段“费用”的位置不是同名的列，或者没有位置": func(f []rules.Field[*visit]) []rules.Field[*visit] { f[4] = f[4].At("/people"); return f },
		"字段“天数”的位置不是同名的列，或者没有位置": func(f []rules.Field[*visit]) []rules.Field[*visit] { f[11] = f[11].At("/days"); return f },
		"字段“次数”取的不是同名的列": func(f []rules.Field[*visit]) []rules.Field[*visit] {
			f[6] = rules.Integer("次数", func(*visit) (int64, bool) { return 0, false }).At("/times")
			return f
		},
	} {
		v, err := rules.LedgerVocabulary(spoil(fields())...)
		require.NoError(t, err)
		findings, err := rulestest.Verify(v, "备注")
		require.NoError(t, err)
		require.Equal(t, []string{want}, findings)
	}
	v, err := rules.LedgerVocabulary(fields()...)
	require.NoError(t, err)
	findings, err := rulestest.Verify(v)
	require.NoError(t, err)
	require.Equal(t, []string{"“备注”列没有字段"}, findings)
}

func TestWhatCannotBeTested(t *testing.T) {
	v, err := rules.NewVocabulary(rules.Text("甲", func(*struct {
		A string `table:"甲"`
	}) string {
		return ""
	}))
	require.NoError(t, err)
	_, err = rulestest.Verify(v)
	require.ErrorContains(t, err, "没有嵌入")
	_, err = rules.LedgerVocabulary(rules.Text("费用", func(*visit) string { return "" }))
	require.ErrorContains(t, err, "字段“费用”是文本，台账中是金额")
}

// A grade is a column type that reads its own text.
type grade int

func (g *grade) UnmarshalText(text []byte) error {
	if len(text) != 1 || text[0] < 'A' || text[0] > 'D' {
		return errors.New("不是等级")
	}
	*g = grade(text[0] - 'A' + 1)
	return nil
}

type graded struct {
	table.Row
	Serial string `table:"编号,required"`
	Grade  grade  `table:"等级"`
}

func TestSampleOfOwnType(t *testing.T) {
	v, err := rules.LedgerVocabulary(
		rules.Text("编号", func(g *graded) string { return g.Serial }).At("/serial"),
		rules.Text("等级", func(g *graded) string { return string(rune('A' + g.Grade - 1)) }).At("/grade"),
	)
	require.NoError(t, err)
	_, err = rulestest.Verify(v)
	require.ErrorContains(t, err, "样本读不出来")
	rulestest.LedgerTrial(t, v, rulestest.Trial{Samples: map[string]string{"等级": "C"}})
	findings, err := rulestest.VerifyTrial(v, rulestest.Trial{Samples: map[string]string{"编号": "样", "等级": "D"}})
	require.NoError(t, err)
	require.Empty(t, findings)
}
