package indicators_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/indicators"
)

// of is a value of which there are so many.
type of struct {
	value string
	n     int
}

// each returns the values one after another.
func each(list ...of) []string {
	var values []string
	for _, v := range list {
		values = append(values, slices.Repeat([]string{v.value}, v.n)...)
	}
	return values
}

// published is the month of a city as its bureau published it, as a ledger: 869 disputes of fifteen categories, 842 of them
// settled, with the sum of their amounts.
func published() []*mediation.Case {
	sorts := each(of{"婚姻家庭", 160}, of{"邻里", 278}, of{"房屋宅基地", 67}, of{"合同", 44}, of{"生产经营", 31}, of{"损害赔偿", 76}, of{"山林土地", 18}, of{"征地拆迁", 28},
		of{"环境污染", 4}, of{"劳动争议", 13}, of{"消费", 7}, of{"医疗", 55}, of{"道路交通事故", 33}, of{"物业", 1}, of{"其他", 54})
	sources := each(of{"主动调解", 455}, of{"当事人申请", 378}, of{"公安移交", 12}, of{"法院委派委托", 20}, of{"信访移交", 4})
	results := each(of{"成功", 842}, of{"不成功", 27})
	list := make([]*mediation.Case, len(sorts))
	for i := range list {
		list[i] = &mediation.Case{
			Serial: fmt.Sprint(i), Committee: "某调委会", Accepted: fazhi.DateOf(2016, 8, 1+i%31), Closed: fazhi.DateOf(2016, 8, 31),
			Sort: sorts[i], Source: sources[i*541%869], Result: results[i], Form: []string{"书面", ""}[i/842],
		}
	}
	list[0].Amount = 2873_8000_00
	list[5].Averted, list[5].AvertedPeople = "民间纠纷转刑事案件", 4
	for i := range 3 {
		list[7+i].Averted, list[7+i].AvertedPeople = "群体性上访", 5
	}
	return list
}

// The fifteen categories of the month add up to 869, as do the three ways on which disputes came; the rates are those published.
func TestPublishedMonth(t *testing.T) {
	month := fazhi.Period{From: fazhi.DateOf(2016, 8, 1), To: fazhi.DateOf(2016, 8, 31)}
	g, issues := count(t, month, published()...)
	require.Empty(t, issues)
	require.Len(t, g.Axis(indicators.BySort), 15)
	sum := int64(0)
	for i, n := range []int64{160, 278, 67, 44, 31, 76, 18, 28, 4, 13, 7, 55, 33, 1, 54} {
		row := g.Axis(indicators.BySort)[i]
		require.Equal(t, n, row.Counts[indicators.Accepted], row.Name)
		require.Equal(t, n, g.Total[indicators.Accepted.Of(indicators.Category, row.Name)])
		sum += n
	}
	require.EqualValues(t, 869, sum)
	require.Equal(t, sum, g.Total[indicators.Accepted])
	require.EqualValues(t, 842, g.Total[indicators.Succeeded])
	require.EqualValues(t, 2873_8000_00, g.Total[indicators.Amount])
	for way, n := range map[string]int64{indicators.Active: 455, indicators.Applied: 378, indicators.Referred: 36, indicators.OtherWay: 0, indicators.Unlisted: 0} {
		require.Equal(t, n, g.Total[indicators.Accepted.Of(indicators.Way, way)], way)
	}
	for danger, n := range map[string][2]int64{"民间纠纷转刑事案件": {1, 4}, "群体性上访": {3, 15}, "自杀": {}} {
		require.Equal(t, n, [2]int64{g.Total[indicators.Averted.Of(indicators.Danger, danger)], g.Total[indicators.AvertedPeople.Of(indicators.Danger, danger)]})
	}
	rates := make(map[string]string)
	for _, r := range indicators.Ratios() {
		f, err := r.Of(g)
		require.NoError(t, err)
		rates[r.Name], _ = f.Text(fazhi.Form{Places: 1})
	}
	require.Equal(t, map[string]string{
		"调解成功率": "96.9%", "办结成功率": "96.9%", "受理案件成功率": "96.9%", "主动调解率": "52.4%", "当事人申请率": "43.5%", "接受委托移送率": "4.1%",
		"书面协议率": "100%", "到期履行率": "", "司法确认率": "0%",
	}, rates)
}

// The year of a county: 4137 of 4155.
func TestRateOfAYear(t *testing.T) {
	r := indicators.Ratios()[0]
	rate, err := r.Rate(indicators.Counts{indicators.Succeeded: 4137, indicators.Accepted: 4155})
	require.NoError(t, err)
	require.Equal(t, fazhi.Rate{Num: 4137, Den: 4155}, rate)
	text, ok := rate.Decimal(2)
	require.True(t, ok)
	require.Equal(t, "99.57", text)
	require.Equal(t, "分子为调解成功（调解日期在本期，调解结果为成功的案件，含以前受理的）；分母为受理（受理日期在本期的案件，同一纠纷数次调解、数次登记的计一件）", r.Scope())
}
