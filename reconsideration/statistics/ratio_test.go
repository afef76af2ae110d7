package statistics_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/statistics"
)

// concluded makes a grid of 2024 with cases accepted, concluded, and decided against the organ.
func concluded(t *testing.T, accepted, concluded, corrected int) *statistics.Grid {
	t.Helper()
	var cases []*reconsideration.Case
	for i := range accepted {
		c := &reconsideration.Case{Received: day("2024-03-01"), Intake: "受理", Accepted: day("2024-03-05")}
		if i < concluded {
			c.Concluded, c.Outcome = day("2024-05-01"), "维持"
		}
		if i < corrected {
			c.Outcome = reconsideration.Outcomes()[i%6]
		}
		cases = append(cases, c)
	}
	return caseGrid(t, fazhi.YearOf(2024), cases)
}

// lost makes a grid of a year with suits of the first instance concluded, judged, and lost.
func lost(t *testing.T, year, concluded, judged, lost int) *statistics.Grid {
	t.Helper()
	var suits []*reconsideration.Suit
	for i := range concluded {
		s := &reconsideration.Suit{Instance: "一审", Notified: fazhi.DateOf(year, 1, 5), Concluded: fazhi.DateOf(year, 4, 1), Result: "主动撤诉"}
		if i < judged {
			s.Result = "驳回诉讼请求"
		}
		if i < lost {
			s.Result = "撤销"
		}
		suits = append(suits, s)
	}
	return suitGrid(t, fazhi.YearOf(year), suits)
}

func printed(t *testing.T, r statistics.Ratio, g *statistics.Grid, form fazhi.Form) string {
	t.Helper()
	f, err := r.Of(g)
	require.NoError(t, err)
	text, err := f.Text(form)
	require.NoError(t, err)
	return text
}

const corrective = "分子为变更、撤销、部分撤销、确认违法、责令履行、确认无效"

// 12 of 67: of the accepted cases that were concluded.
func TestDirectCorrectionOfConcludedCases(t *testing.T) {
	r, g := statistics.DirectCorrection(), concluded(t, 67, 67, 12)
	require.Equal(t, corrective+"；分母为审结（已受理且审结日期在期间内的案件，含上期结转）；按件计", r.Scope())
	f, err := r.Of(g)
	require.NoError(t, err)
	require.Equal(t, fazhi.Figure{ID: "复议统计.直接纠错率", Name: "直接纠错率", Unit: "%", Value: fazhi.Rate{Num: 12, Den: 67}, Period: fazhi.YearOf(2024), Scope: r.Scope()}, f)
	require.Equal(t, "17.91%", printed(t, r, g, fazhi.Form{}))
}

// 236 of 977: of the accepted cases that were concluded, printed with one decimal.
func TestDirectCorrectionWithOneDecimal(t *testing.T) {
	r, g := statistics.DirectCorrection(), concluded(t, 1033, 977, 236)
	require.Contains(t, r.Scope(), "分母为审结")
	require.Equal(t, "24.2%", printed(t, r, g, fazhi.Form{Places: 1}))
}

// 29 of 151, of the cases that were accepted, where others would say 29 of 135, of those that were concluded.
func TestDirectCorrectionOfAcceptedCases(t *testing.T) {
	r, g := ratio(t, statistics.Cases, "直接纠错率（按受理）"), concluded(t, 151, 135, 29)
	require.Equal(t, corrective+"；分母为本期受理（受理（含视为受理）日期在期间内）；按件计", r.Scope())
	require.Equal(t, "19.2%", printed(t, r, g, fazhi.Form{Places: 1}))
	require.Equal(t, "21.48%", printed(t, statistics.DirectCorrection(), g, fazhi.Form{}))
}

// 1 of 73: of the suits of the first instance that were concluded, and 7 of 57 of another year: 10.91 percentage points less,
// which is not per cent. Of the judgments alone it would be 1 of 50.
func TestLostSuitsOfTheFirstInstance(t *testing.T) {
	r, now, before := statistics.LostSuits(), lost(t, 2024, 73, 50, 1), lost(t, 2023, 57, 30, 7)
	require.Equal(t, "分子为一审败诉（审结的一审案件中，判决撤销、部分撤销、变更、履行、给付、确认违法、确认无效、承担协议责任、赔偿）；分母为一审审结（审结日期在期间内的一审案件，含上期结转）；按件计", r.Scope())
	require.Equal(t, "1.37%", printed(t, r, now, fazhi.Form{}))
	require.Equal(t, "12.28%", printed(t, r, before, fazhi.Form{}))
	require.Equal(t, "2%", printed(t, ratio(t, statistics.Suits, "败诉率（按判决）"), now, fazhi.Form{}))

	f, err := r.Change(now, before)
	require.NoError(t, err)
	require.Equal(t, []string{"应诉统计.败诉率变化", "败诉率变化", "百分点", "-10.91"}, []string{f.ID, f.Name, f.Unit, f.Number()})
	require.Equal(t, "2024年减2023年，口径相同："+r.Scope(), f.Scope)
	text, err := f.Text(fazhi.Form{})
	require.NoError(t, err)
	require.Equal(t, "下降10.91个百分点", text)
}

// Who appeared in court is counted by suits, or by organs in suits; the unit is said.
func TestAppearance(t *testing.T) {
	g := suitGrid(t, fazhi.YearOf(2024), []*reconsideration.Suit{
		{Notified: day("2024-01-02"), Heard: day("2024-03-01"), Appeared: "负责人", Organs: 3, Heads: 2},
		{Notified: day("2024-01-02"), Heard: day("2024-03-02"), Appeared: "工作人员"},
		{Notified: day("2024-01-02")},
	})
	suits, organs := ratio(t, statistics.Suits, "负责人出庭应诉率"), ratio(t, statistics.Suits, "负责人出庭应诉率（按机关次）")
	require.Equal(t, fazhi.Rate{Num: 1, Den: 2}, valueOf(t, suits.Name, g))
	require.Equal(t, fazhi.Rate{Num: 2, Den: 4}, valueOf(t, organs.Name, g))
	require.Contains(t, suits.Scope(), "按件计")
	require.Contains(t, organs.Scope(), "按机关次计")
}

// Every rate of a form, of cases of which each adds to another one.
func TestAllRatios(t *testing.T) {
	g := caseGrid(t, fazhi.YearOf(2024), course())
	got := map[string]string{}
	for _, r := range statistics.CaseRatios() {
		rate := valueOf(t, r.Name, g).(fazhi.Rate)
		got[r.Name] = fmt.Sprintf("%d/%d", rate.Num, rate.Den)
	}
	require.Equal(t, map[string]string{
		"直接纠错率": "1/4", "直接纠错率（按受理）": "1/5", "直接纠错率（含协议责任、赔偿）": "1/4", "间接纠错率": "1/4", "综合纠错率": "2/4",
		"调解率": "0/4", "调解和解率": "1/4", "案前化解率": "1/13", "案前化解率（含受理前撤回）": "2/13", "复议后被诉率": "1/4", "简易程序适用率": "1/4", "简易程序适用率（按受理）": "3/5",
	}, got)
	seen := map[string]bool{}
	for _, r := range append(statistics.CaseRatios(), statistics.SuitRatios()...) {
		require.NoError(t, r.Vet())
		require.False(t, seen[r.ID], r.ID)
		seen[r.ID] = true
	}
	require.Nil(t, statistics.Ratios("行政赔偿"))
}

// A rate of nothing is not zero, and says so.
func TestRateOfNothing(t *testing.T) {
	empty := caseGrid(t, fazhi.YearOf(2024), nil)
	for _, r := range statistics.CaseRatios() {
		f, err := r.Of(empty)
		require.NoError(t, err)
		_, err = f.Text(fazhi.Form{})
		require.ErrorIs(t, err, fazhi.ErrUndefined)
	}
	f, err := statistics.DirectCorrection().Change(concluded(t, 3, 3, 1), caseGrid(t, fazhi.YearOf(2023), nil))
	require.NoError(t, err)
	_, err = f.Text(fazhi.Form{})
	require.ErrorIs(t, err, fazhi.ErrUndefined)
}

// The rates of an axis have the parts of the whole.
func TestRatesByAxis(t *testing.T) {
	g := caseGrid(t, fazhi.YearOf(2024), course())
	parts, err := statistics.DirectCorrection().By(g, "被申请人")
	require.NoError(t, err)
	sum := parts[0].Figure.Value
	for _, p := range parts[1:] {
		sum, _ = sum.Plus(p.Figure.Value)
	}
	require.Equal(t, valueOf(t, "直接纠错率", g), sum)
	require.Equal(t, "甲局", parts[1].Name)
	require.Equal(t, fazhi.Rate{Num: 1, Den: 2}, parts[1].Figure.Value)
	require.Contains(t, parts[1].Figure.Scope, "被申请人：甲局；分子为")
}

// A bureau keeps its own denominator as data.
func TestRatioAsData(t *testing.T) {
	var own statistics.Ratio
	require.NoError(t, json.Unmarshal([]byte(`{"id":"本区.纠错率","name":"纠错率","form":"行政复议","num":["撤销","变更"],"den":["受理"]}`), &own))
	require.Equal(t, "33.33%", printed(t, own, concluded(t, 6, 6, 2), fazhi.Form{}))
}

func TestBadRatios(t *testing.T) {
	cases, suits := caseGrid(t, fazhi.YearOf(2024), nil), suitGrid(t, fazhi.YearOf(2024), nil)
	good := statistics.DirectCorrection()
	for name, change := range map[string]func(*statistics.Ratio){
		"编号":    func(r *statistics.Ratio) { r.ID = "" },
		"名称":    func(r *statistics.Ratio) { r.Name = "" },
		"表种":    func(r *statistics.Ratio) { r.Form = "" },
		"别的表种":  func(r *statistics.Ratio) { *r = statistics.LostSuits() },
		"没有分母":  func(r *statistics.Ratio) { r.Den = nil },
		"没有分子":  func(r *statistics.Ratio) { r.Num = nil },
		"不明的项目": func(r *statistics.Ratio) { r.Den = []statistics.Item{statistics.First} },
		"项目重复":  func(r *statistics.Ratio) { r.Num = append(slices.Clone(r.Num), r.Num[0]) },
	} {
		r := good
		change(&r)
		_, err := r.Of(cases)
		require.ErrorIs(t, err, statistics.ErrRatio, name)
		_, err = r.By(cases, "事项")
		require.ErrorIs(t, err, statistics.ErrRatio, name)
		_, err = cases.Text([]statistics.Ratio{r})
		require.ErrorIs(t, err, statistics.ErrRatio, name)
		_, err = cases.Sheets([]statistics.Ratio{r})
		require.ErrorIs(t, err, statistics.ErrRatio, name)
	}
	_, err := good.By(cases, "星期")
	require.ErrorIs(t, err, statistics.ErrRatio)
	_, err = good.Change(cases, suits)
	require.ErrorIs(t, err, statistics.ErrRatio)
	other := *cases
	other.Unit = "别的区"
	_, err = good.Change(cases, &other)
	require.ErrorIs(t, err, statistics.ErrRatio)
}
