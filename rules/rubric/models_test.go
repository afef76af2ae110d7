package rubric_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// The marks of the models: m met, x not met keeping so much, n not applicable, o open.
func m(p rubric.Points) rubric.Mark { return rubric.Mark{Verdict: rubric.Met, Points: p} }
func x(p rubric.Points) rubric.Mark { return rubric.Mark{Verdict: rubric.NotMet, Points: p} }
func n() rubric.Mark                { return rubric.Mark{Verdict: rubric.NotApplicable} }
func o() rubric.Mark                { return rubric.Mark{} }

// four are the usual grades.
func four() []rubric.Grade {
	return []rubric.Grade{{Name: "优秀", Least: 90_00}, {Name: "良好", Least: 80_00}, {Name: "合格", Least: 60_00}, {Name: "不合格"}}
}

// lawful are two items to earn a hundred points by, and two with a veto.
func lawful(veto *rubric.Veto) rubric.Rubric {
	return rubric.Rubric{Veto: veto, Grades: four(), Items: []rubric.Item{
		{Points: 60_00}, {Points: 40_00}, {Veto: true}, {Veto: true}}}
}

// deducting starts with a hundred points and takes some.
func deducting(floor *rubric.Points, points ...rubric.Points) rubric.Rubric {
	r := rubric.Rubric{Base: 100_00, Floor: floor, Grades: four()}
	for _, p := range points {
		r.Items = append(r.Items, rubric.Item{Role: rubric.Deducts, Points: p})
	}
	return r
}

// Every model of vetoes (V0 to V3) and of scoring (S1 to S6) that is met in practice, and their mix.
func TestModels(t *testing.T) {
	zero, hundred := points(0), points(100)
	grouped := func(g rubric.Group, items ...rubric.Item) rubric.Rubric {
		g.Name = "组"
		for i := range items {
			items[i].Group = "组"
		}
		return rubric.Rubric{Grades: four(), Groups: []rubric.Group{g}, Items: append(items, rubric.Item{Points: 60_00})}
	}
	bonus := lawful(nil)
	bonus.Items = append(bonus.Items[:2:2], rubric.Item{Role: rubric.Adds, Points: 15_00})
	capped := bonus
	capped.Ceiling = hundred
	scaled := rubric.Rubric{Base: 50_00, Scale: 50_00, Grades: four(), Items: []rubric.Item{{Points: 81_00}, {Points: 19_00}, {Role: rubric.Adds, Points: 15_00}}}
	below := deducting(nil, 60_00, 50_00)
	below.Veto, below.Items[1].Veto = &rubric.Veto{Effect: rubric.VetoZero}, true
	own := grouped(rubric.Group{Veto: &rubric.Veto{Effect: rubric.VetoZero}}, rubric.Item{Points: 40_00, Veto: true})
	own.Veto = &rubric.Veto{Effect: rubric.VetoFail}
	own.Items[1].Veto = true
	for _, c := range []struct {
		name         string
		rubric       rubric.Rubric
		marks        []rubric.Mark
		score, grade string
	}{
		{"V0: any veto gives no points", lawful(&rubric.Veto{Effect: rubric.VetoZero}), []rubric.Mark{m(60_00), m(40_00), x(0), m(0)}, "0.00", "不合格"},
		{"V0: a veto that does not apply is none", lawful(&rubric.Veto{Effect: rubric.VetoZero}), []rubric.Mark{m(60_00), m(40_00), n(), o()}, "100.00", "优秀"},
		{"V1: the lowest grade without a number", lawful(&rubric.Veto{Effect: rubric.VetoFail}), []rubric.Mark{m(60_00), m(40_00), x(0), m(0)}, "无", "不合格"},
		{"V2: not excellent, the points go on", lawful(&rubric.Veto{Effect: rubric.VetoCap, Grade: "良好"}), []rubric.Mark{m(60_00), m(40_00), x(0), x(0)}, "100.00", "良好"},
		{"V2: what is lower stays lower", lawful(&rubric.Veto{Effect: rubric.VetoCap, Grade: "良好"}), []rubric.Mark{m(60_00), x(0), x(0), m(0)}, "60.00", "合格"},
		{"V3: a hundred points each", lawful(&rubric.Veto{Effect: rubric.VetoDeduct, Points: 100_00}), []rubric.Mark{m(60_00), m(40_00), x(0), x(0)}, "-100.00", "不合格"},
		{"a veto that is noted", lawful(nil), []rubric.Mark{m(60_00), m(40_00), x(0), m(0)}, "100.00", "优秀"},
		{"a group's own veto", own, []rubric.Mark{x(0), m(60_00)}, "0.00", "不合格"},
		{"the rubric's veto beside it", own, []rubric.Mark{m(40_00), x(0)}, "无", "不合格"},
		{"S1: points earned", lawful(nil), []rubric.Mark{x(59_50), x(30_00), m(0), m(0)}, "89.50", "良好"},
		{"S2: a hundred less fixed deductions", deducting(zero, 10_00, 5_00, 3_00), []rubric.Mark{x(0), m(5_00), x(0)}, "87.00", "良好"},
		{"S2: not below none", deducting(zero, 60_00, 50_00), []rubric.Mark{x(0), x(0)}, "0.00", "不合格"},
		{"S2: below none without a floor", deducting(nil, 60_00, 50_00), []rubric.Mark{x(0), x(0)}, "-10.00", "不合格"},
		{"S3: each fault until nothing is left", deducting(zero, 10_00, 5_00), []rubric.Mark{{Verdict: rubric.NotMet, Points: 8_50, Times: 3}, {Verdict: rubric.NotMet, Times: 40}}, "93.50", "优秀"},
		{"S3: the deductions of a group have a cap", grouped(rubric.Group{Cap: 10_00}, rubric.Item{Role: rubric.Deducts, Points: 8_00}, rubric.Item{Role: rubric.Deducts, Points: 8_00}), []rubric.Mark{x(0), x(0), m(60_00)}, "50.00", "不合格"},
		{"S4: a deduction in a range", deducting(zero, 5_00, 5_00), []rubric.Mark{x(2_00), x(4_00)}, "96.00", "优秀"},
		{"S5: all or nothing", lawful(nil), []rubric.Mark{m(60_00), x(0), m(0), m(0)}, "60.00", "合格"},
		{"S6: a bonus goes above a hundred", bonus, []rubric.Mark{m(60_00), m(40_00), m(15_00)}, "115.00", "优秀"},
		{"S6: unless there is a ceiling", capped, []rubric.Mark{m(60_00), m(40_00), m(15_00)}, "100.00", "优秀"},
		{"S6: a bonus that is not had", bonus, []rubric.Mark{m(60_00), m(40_00), x(0)}, "100.00", "优秀"},
		{"S6: the bonuses of a group have a cap", grouped(rubric.Group{Cap: 10_00}, rubric.Item{Role: rubric.Adds, Points: 8_00}, rubric.Item{Role: rubric.Adds, Points: 8_00}), []rubric.Mark{m(8_00), m(8_00), m(60_00)}, "70.00", "合格"},
		{"a key item that keeps nothing takes its group", grouped(rubric.Group{}, rubric.Item{Points: 10_00, Key: true}, rubric.Item{Points: 30_00}), []rubric.Mark{x(0), m(30_00), m(60_00)}, "60.00", "合格"},
		{"a key item that keeps some takes its own", grouped(rubric.Group{}, rubric.Item{Points: 10_00, Key: true}, rubric.Item{Points: 30_00}), []rubric.Mark{x(5_00), m(30_00), m(60_00)}, "95.00", "优秀"},
		{"a key item that does not apply takes nothing", grouped(rubric.Group{}, rubric.Item{Points: 10_00, Key: true}, rubric.Item{Points: 30_00}), []rubric.Mark{n(), m(30_00), m(60_00)}, "90.00", "优秀"},
		{"what does not apply leaves both sums", national(), []rubric.Mark{m(0), x(75_50), n(), x(9_00)}, "93.60", "优秀"},
		{"what is missing stays in what can be reached", national(), []rubric.Mark{m(0), x(75_50), x(0), x(9_00)}, "84.75", "良好"},
		{"mix: the deductions after scaling have a cap", national(), []rubric.Mark{m(0), m(81_00), n(), x(0)}, "90.00", "优秀"},
		{"mix: bonuses count before scaling", scaled, []rubric.Mark{m(81_00), n(), m(15_00)}, "109.26", "优秀"},
		{"mix: what a bonus adds grows with what does not apply", scaled, []rubric.Mark{n(), m(19_00), m(15_00)}, "139.47", "优秀"},
		{"mix: a bonus alone is no score", scaled, []rubric.Mark{n(), n(), m(15_00)}, "无", ""},
		{"V0: less than no points stays", below, []rubric.Mark{x(0), x(0)}, "-10.00", "不合格"},
		{"V0: nothing that earns applies", lawful(&rubric.Veto{Effect: rubric.VetoZero}), []rubric.Mark{n(), n(), x(0), n()}, "0.00", "不合格"},
		{"mix: a veto takes it all", national(), []rubric.Mark{x(0), m(81_00), m(19_00), m(12_00)}, "0.00", "不合格"},
		{"nothing that earns applies", national(), []rubric.Mark{m(0), n(), n(), x(9_00)}, "无", ""},
		{"nothing that earns applies, without scaling", lawful(nil), []rubric.Mark{n(), n(), n(), n()}, "无", ""},
		{"no deduction applies", deducting(zero, 10_00), []rubric.Mark{n()}, "100.00", "优秀"},
		{"fewer marks than items", lawful(nil), []rubric.Mark{m(60_00)}, "60.00", "合格"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := rubric.NewFormula(c.rubric).Outcome(c.marks)
			require.Equal(t, []string{c.score, c.grade}, []string{o.Score.String(), o.Grade})
		})
	}
}

// Open items earn nothing but stay in what can be reached; the outcome counts them.
func TestOutcomeOfOpenItems(t *testing.T) {
	out := rubric.NewFormula(national()).Outcome([]rubric.Mark{o(), m(81_00), o(), o()})
	require.Equal(t, 3, out.Open)
	require.Equal(t, "90.50", out.Score.String())
	require.Equal(t, rubric.Whole(100), out.Of)
	require.Zero(t, out.Taken)
}

// A grade begins at its points exactly: 89.995 looks like 90.00 and is not.
func TestEdgesOfGrades(t *testing.T) {
	r := rubric.Rubric{Scale: 100_00, Grades: four(), Items: []rubric.Item{{Points: 200_00}}}
	f := rubric.NewFormula(r)
	at := f.Outcome([]rubric.Mark{x(180_00)})
	require.Equal(t, []string{"90.00", "优秀"}, []string{at.Score.String(), at.Grade})
	below := f.Outcome([]rubric.Mark{x(179_99)})
	require.Equal(t, []string{"90.00", "良好"}, []string{below.Score.String(), below.Grade})
	require.Equal(t, "17999/2", below.Score.Rat().String())
	require.Equal(t, "良好", f.GradeOf(below.Score))
	require.Equal(t, "良好", f.GradeOf(rubric.ScoreOf(89_99)))
	require.Equal(t, "不合格", f.GradeOf(rubric.ScoreOf(-1)))
	require.Empty(t, f.GradeOf(rubric.Score{}))
	require.Empty(t, rubric.NewFormula(rubric.Rubric{}).GradeOf(rubric.ScoreOf(1)))
	require.Equal(t, rubric.Outcome{Score: rubric.ScoreOf(0)}, new(rubric.Formula).Outcome(nil))
}

// Nothing is allocated, and what Vet would refuse does not panic.
func TestFormulaIsCheapAndCalm(t *testing.T) {
	f, marks := rubric.NewFormula(national()), []rubric.Mark{m(0), x(75_50), n(), x(9_00)}
	require.Zero(t, testing.AllocsPerRun(100, func() { f.Outcome(marks) }))
	odd := mixed()
	odd.Veto.Grade, odd.Grades[0].Name, odd.Items[0].Role, odd.Groups = "?", "", 9, make([]rubric.Group, 80)
	require.NotPanics(t, func() {
		rubric.NewFormula(odd).Outcome([]rubric.Mark{x(0), x(-5), {Verdict: 9}, x(0), x(0), x(0), x(0)})
	})
}
