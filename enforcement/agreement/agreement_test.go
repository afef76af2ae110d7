package agreement_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/agreement"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

func table(counts ...[]int) agreement.Table {
	return agreement.Table{Classes: []string{"甲", "乙", "丙", "丁"}[:len(counts)], Counts: counts}
}

// number is that of a value that must be defined.
func number(t *testing.T, v agreement.Value) float64 {
	t.Helper()
	n, ok := v.Get()
	require.True(t, ok, v.Reason())
	return n
}

// Tables whose statistics are known from the literature or were computed by hand.
func TestReferenceTables(t *testing.T) {
	plain := table([]int{20, 5}, []int{10, 15})
	require.Equal(t, "0.7000", plain.Agreement().String())
	require.Equal(t, "0.4000", plain.Kappa(agreement.Nominal).String())
	require.Equal(t, "0.4059", plain.AC1().String())

	paradox := table([]int{118, 5}, []int{2, 0}) // nearly all files in one class
	require.Equal(t, "0.944", paradox.Agreement().Fixed(3))
	require.Equal(t, "-0.0234", paradox.Kappa(agreement.Nominal).String())
	require.Equal(t, "0.9408", paradox.AC1().String())

	grades := table([]int{30, 6, 0}, []int{4, 40, 3}, []int{0, 2, 5})
	require.Equal(t, "0.7042", grades.Kappa(agreement.Nominal).String())
	require.Equal(t, "0.7348", grades.Kappa(agreement.Linear).String())
	require.Equal(t, "0.7802", grades.Kappa(agreement.Quadratic).String())
	require.Equal(t, 90, grades.Total())
}

// The table of Shrout and Fleiss 1979: six files, four reviewers.
func shroutFleiss() [][]float64 {
	return [][]float64{{9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7}}
}

func TestReferenceICC(t *testing.T) {
	r := agreement.ICC(shroutFleiss()...)
	for want, v := range map[string]agreement.Value{
		"0.1657": r.ICC11, "0.2898": r.ICC21, "0.7148": r.ICC31, "0.4428": r.ICC1K, "0.6201": r.ICC2K, "0.9093": r.ICC3K,
	} {
		require.Equal(t, want, v.String())
	}
	require.Equal(t, []int{6, 4}, []int{r.Files, r.Reviewers})
}

// One reviewer is always five points stricter: the order of the files is the same, the scores are not.
func TestConstantShift(t *testing.T) {
	first, second := []float64{92, 85, 78, 95, 60}, []float64{87, 80, 73, 90, 55}
	r := agreement.ICC(first, second)
	require.Equal(t, "1.0000", r.ICC31.String())
	require.Equal(t, "0.9396", r.ICC21.String())
	l := agreement.BlandAltman(first, second)
	require.Equal(t, "5 0 5 5", l.Bias.Fixed(0)+" "+l.SD.Fixed(0)+" "+l.Lower.Fixed(0)+" "+l.Upper.Fixed(0))
}

// Differences 1, 2, 3, 4, 5: mean 3, variance 2.5.
func TestLimits(t *testing.T) {
	l := agreement.BlandAltman([]float64{91, 82, 73, 64, 55}, []float64{90, 80, 70, 60, 50})
	require.Equal(t, "3.0000", l.Bias.String())
	require.Equal(t, "1.5811", l.SD.String())
	require.Equal(t, "-0.0990", l.Lower.String())
	require.Equal(t, "6.0990", l.Upper.String())
}

type score int32

// Points and other whole scores are hundredths; results are points.
func TestHundredths(t *testing.T) {
	l := agreement.BlandAltman([]rubric.Points{9010, 8010}, []rubric.Points{9000, 8020})
	require.Equal(t, 0.0, number(t, l.Bias))
	require.Equal(t, "0.141421", l.SD.Fixed(6))
	scores := agreement.BlandAltman([]score{8990}, []score{9000})
	require.Equal(t, -0.1, number(t, scores.Bias))
	require.Equal(t,
		agreement.ICC([]rubric.Points{9200, 8550, 7825}, []rubric.Points{9000, 8500, 7900}).ICC21,
		agreement.ICC([]float64{92, 85.5, 78.25}, []float64{90, 85, 79}).ICC21)
}

// What is not defined says why, is null in JSON and is no number.
func TestNotDefined(t *testing.T) {
	oneClass := table([]int{12, 0}, []int{0, 0})
	empty := table([]int{0, 0}, []int{0, 0})
	same := agreement.ICC([]float64{90, 90}, []float64{90, 90})
	flat := agreement.ICC([]float64{90, 90}, []float64{85, 85})
	one := agreement.ICC([]float64{90}, []float64{80})
	negative := agreement.ICC([]float64{0, 1}, []float64{1, 0}) // between files nothing, between reviewers nothing
	single := agreement.BlandAltman([]float64{90}, []float64{80})
	for _, c := range []struct {
		name, reason string
		value        agreement.Value
	}{
		{"all in one class", "归入同一类", oneClass.Kappa(agreement.Nominal)},
		{"all in one class, weighted", "归入同一类", oneClass.Kappa(agreement.Quadratic)},
		{"no files", "没有两名评查人都评过的案卷", empty.Kappa(agreement.Nominal)},
		{"no files, AC1", "没有两名评查人都评过的案卷", empty.AC1()},
		{"no files, agreement", "没有两名评查人都评过的案卷", empty.Agreement()},
		{"zero table", "没有两名评查人都评过的案卷", agreement.Table{}.Agreement()},
		{"one class", "只有一个类别", table([]int{3}).AC1()},
		{"unknown weights", "没有这种权重", table([]int{3, 1}, []int{1, 2}).Kappa(9)},
		{"rows", "行数", agreement.Table{Classes: []string{"甲"}}.Kappa(0)},
		{"columns", "列数", table([]int{1}, []int{1, 1}).Kappa(0)},
		{"negative", "负数", table([]int{1, -1}, []int{1, 1}).AC1()},
		{"too many", "过多", table([]int{math.MaxInt, 1}, []int{1, 1}).AC1()},
		{"same scores", "全部评分相同", same.ICC21},
		{"flat", "平均分相同", flat.ICC31},
		{"one file", "只有一份案卷", one.ICC21},
		{"one reviewer", "不足两名评查人", agreement.ICC([]float64{1, 2}).ICC11},
		{"no reviewers", "不足两名评查人", agreement.ICC[float64]().ICC11},
		{"no scores", "没有评分", agreement.ICC([]float64{}, nil).ICC11},
		{"uneven", "份数不同", agreement.ICC([]float64{1, 2}, []float64{1}).ICC11},
		{"negative variance", "平均分相同", negative.ICC1K},
		{"no number", "第2份案卷的评分不是数字", agreement.ICC([]float64{1, 2}, []float64{1, math.NaN()}).ICC11},
		{"one difference", "只有一份案卷", single.SD},
		{"one difference, limits", "只有一份案卷", single.Upper},
		{"no differences", "没有评分", agreement.BlandAltman[float64](nil, nil).Bias},
		{"uneven differences", "份数不同", agreement.BlandAltman([]float64{1}, nil).Bias},
		{"too large", "超出可以表示的范围", agreement.BlandAltman([]float64{math.MaxFloat64}, []float64{-math.MaxFloat64}).Bias},
		{"no marks", "没有两名评查人都评过的案卷", agreement.Item{}.Agreement()},
		{"nothing", "没有计算", agreement.Value{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.False(t, c.value.Defined())
			require.Contains(t, c.value.Reason(), c.reason)
			require.Equal(t, "无法计算："+c.value.Reason(), c.value.String())
			text, err := json.Marshal(c.value)
			require.NoError(t, err)
			require.Equal(t, "null", string(text))
		})
	}
	require.Equal(t, 1.0, number(t, oneClass.AC1()), "chance explains nothing here")
	require.Equal(t, 10.0, number(t, single.Bias))
	require.Equal(t, -1.0, number(t, negative.ICC11), "the least that two reviewers can reach")
}

func TestTabulate(t *testing.T) {
	classes := []string{"不合格", "合格", "优秀"}
	got, err := agreement.Tabulate(classes, []agreement.Pair{{"合格", "合格"}, {"合格", "优秀"}, {"不合格", "合格"}, {"合格", "合格"}})
	require.NoError(t, err)
	require.Equal(t, [][]int{{0, 1, 0}, {0, 2, 1}, {0, 0, 0}}, got.Counts)
	require.Equal(t, [][]int{{0, 0, 0}, {1, 2, 0}, {0, 1, 0}}, got.Swap().Counts)
	classes[0] = "改"
	require.Equal(t, "不合格", got.Classes[0], "the caller's list is copied")
}

func TestTabulateSaysEverything(t *testing.T) {
	got, err := agreement.Tabulate([]string{"甲", "", "甲"}, []agreement.Pair{{"甲", "甲"}, {"甲", "乙"}})
	require.ErrorIs(t, err, agreement.ErrClass)
	require.ErrorContains(t, err, "第2个类别没有名称")
	require.ErrorContains(t, err, "第3个类别重复")
	require.ErrorContains(t, err, "第2份案卷")
	require.Empty(t, got)
	_, err = agreement.Tabulate(make([]string, agreement.MaxClasses+1), nil)
	require.ErrorContains(t, err, "至多300类")
}

func TestByItem(t *testing.T) {
	got := agreement.ByItem([]agreement.Marks[rubric.Points]{
		{"程序", 500, 500}, {"文书", 300, 250}, {"程序", 500, 400}, {"文书", 200, 300}, {"程序", 300, 300}, {"归档", 100, 100},
	})
	require.Len(t, got, 3)
	require.Equal(t, []string{"程序", "文书", "归档"}, []string{got[0].Item, got[1].Item, got[2].Item})
	require.Equal(t, []int{1, 2, 0}, []int{got[0].Differ, got[1].Differ, got[2].Differ})
	require.Equal(t, "0.3333", got[0].Mean.String())
	require.Equal(t, "0.7500", got[1].Mean.String())
	require.Equal(t, "-0.2500", got[1].Bias.String())
	require.Equal(t, "0.6667", got[0].Agreement().String())
	require.Equal(t, 0.0, number(t, got[2].Mean))
	floats := agreement.ByItem([]agreement.Marks[float64]{{"程序", math.NaN(), math.NaN()}, {"程序", 1, 1}})
	require.Equal(t, 1, floats[0].Differ)
	require.Contains(t, floats[0].Mean.Reason(), "第1份案卷")
}

func TestValue(t *testing.T) {
	v := agreement.BlandAltman([]float64{0.1}, []float64{0.5}).Bias
	text, err := json.Marshal(v)
	require.NoError(t, err)
	var back agreement.Value
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, v, back)
	require.Equal(t, "0", agreement.BlandAltman([]float64{0}, []float64{0.4}).Bias.Fixed(-1), "no negative zero")
	require.NoError(t, json.Unmarshal([]byte("null"), &back))
	require.False(t, back.Defined())
	require.Contains(t, back.Reason(), "没有数值")
	require.Error(t, json.Unmarshal([]byte(`"0.4"`), &back))
	require.Error(t, json.Unmarshal([]byte(`1e999`), &back))
	require.False(t, back.Defined())
}

// The limits of a table are those of exact sums: nothing overflows at the largest size.
func TestLargestTable(t *testing.T) {
	classes, counts := make([]string, agreement.MaxClasses), make([][]int, agreement.MaxClasses)
	for i := range classes {
		classes[i], counts[i] = string(rune('一'+i)), make([]int, agreement.MaxClasses)
	}
	counts[0][agreement.MaxClasses-1], counts[agreement.MaxClasses-1][0] = agreement.MaxFiles/2, agreement.MaxFiles/2
	t1 := agreement.Table{Classes: classes, Counts: counts}
	for w := agreement.Nominal; w <= agreement.Quadratic; w++ {
		require.Equal(t, -1.0, number(t, t1.Kappa(w)))
	}
	require.Less(t, number(t, t1.AC1()), 0.0)
}

func random(r *rand.Rand, k int) agreement.Table {
	t := table(make([][]int, k)...)
	for i := range t.Counts {
		for range k {
			t.Counts[i] = append(t.Counts[i], r.IntN(6)*r.IntN(3))
		}
	}
	return t
}

// κ and AC1 do not depend on who is first, nor on the order of unordered classes, and lie in their bounds.
func TestPropertiesOfTables(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		c := random(r, 2+r.IntN(3))
		back := c.Swap()
		slices.Reverse(back.Classes)
		slices.Reverse(back.Counts)
		for i := range back.Counts {
			slices.Reverse(back.Counts[i])
		}
		for w := agreement.Nominal; w <= agreement.Quadratic; w++ {
			v := c.Kappa(w)
			require.Equal(t, v, back.Kappa(w))
			n, _ := v.Get()
			require.True(t, n >= -1 && n <= 1)
		}
		require.Equal(t, c.AC1(), back.AC1())
		if n, ok := c.AC1().Get(); ok {
			require.GreaterOrEqual(t, n, -1/float64(len(c.Classes)-1)-1e-12)
			require.LessOrEqual(t, n, number(t, c.Agreement()))
		}
		if len(c.Classes) == 2 {
			require.Equal(t, c.Kappa(agreement.Nominal), c.Kappa(agreement.Quadratic), "two classes have one distance")
		}
	}
}

// Statistics of scores do not depend on the order of the files, ICC not on who is first, to the last bit.
func TestPropertiesOfScores(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		n := 2 + r.IntN(30)
		a, b := make([]float64, n), make([]float64, n)
		for i := range a {
			a[i], b[i] = float64(r.IntN(10001))/100, r.Float64()*100
		}
		icc, limits := agreement.ICC(a, b), agreement.BlandAltman(a, b)
		turned := agreement.BlandAltman(b, a)
		require.Equal(t, icc, agreement.ICC(b, a))
		require.Equal(t, -number(t, limits.Bias), number(t, turned.Bias))
		require.Equal(t, -number(t, limits.Lower), number(t, turned.Upper))
		require.Equal(t, limits.SD, turned.SD)
		require.LessOrEqual(t, number(t, icc.ICC31), 1.0)
		require.GreaterOrEqual(t, number(t, icc.ICC31), -1.0)
		r.Shuffle(n, func(i, j int) { a[i], a[j], b[i], b[j] = a[j], a[i], b[j], b[i] })
		require.Equal(t, icc, agreement.ICC(a, b))
		require.Equal(t, limits, agreement.BlandAltman(a, b))
		same := agreement.ICC(a, a)
		require.Equal(t, []float64{1, 1, 1}, []float64{number(t, same.ICC11), number(t, same.ICC21), number(t, same.ICC3K)})
	}
}

// Large scores do not hide small differences.
func TestNothingCancels(t *testing.T) {
	const high = 1 << 52
	l := agreement.BlandAltman([]float64{high + 1, high + 2, high + 3}, []float64{high, high, high})
	require.Equal(t, 2.0, number(t, l.Bias))
	require.Equal(t, 1.0, number(t, l.SD))
	low := agreement.ICC([]float64{1, 2, 3}, []float64{1, 3, 3})
	require.Equal(t, low, agreement.ICC([]float64{high + 1, high + 2, high + 3}, []float64{high + 1, high + 3, high + 3}))
}
