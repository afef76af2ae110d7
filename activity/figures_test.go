package activity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

func TestFiguresOfASmallLedger(t *testing.T) {
	a := declare(t, clinic)
	records, issues := read(t, a, clinicHeader+
		"1,2024-01-01,讲座,东湖,30,,\n"+ // the first day
		"2,2024-12-31,咨询,东湖,5,1234.56,是\n"+ // the last day
		"3,2024-06-01,咨询,西街,10余,257.3万元,否\n"+
		"4,2024-06-02,咨询,,7,,\n"+
		"5,2023-12-31,咨询,北门,100,1,是\n"+
		"6,2025-01-01,讲座,南门,100,1,是\n")
	require.Empty(t, issues)
	require.Equal(t, map[string]string{
		"门诊.讲座": "1场", "门诊.人次": "10余人次", "门诊.费用": "257.42万元", "门诊.社区": "2个社区", "门诊.办结率": "33.33%",
	}, printed(a.Figures(records, 2024)))
	require.Equal(t, map[string]string{
		"门诊.讲座": "0场", "门诊.人次": "100人次", "门诊.费用": "0万元", "门诊.社区": "1个社区", "门诊.办结率": "100%",
	}, printed(a.Figures(records, 2023)))

	f := a.Figures(records, 2024)
	require.Equal(t, fazhi.Count{N: 15, More: true}, f[1].Value, "the lower bound is kept")
	require.Equal(t, fazhi.Money(2_573_000_00+1234_56), f[2].Value)
	require.Equal(t, fazhi.Rate{Num: 1, Den: 3}, f[4].Value)
	require.Equal(t, fazhi.YearOf(2024), f[0].Period)
	require.EqualValues(t, []int64{1, 2, 2, 3, 3}, []int64{
		f[0].From.Count, f[1].From.Count, f[2].From.Count, f[3].From.Count, f[4].From.Count,
	}, "empty amounts, places and counts are not counted")
}

func TestEmptyLedger(t *testing.T) {
	a := declare(t, clinic)
	records, issues := read(t, a, clinicHeader)
	require.Empty(t, issues)
	require.Empty(t, records)
	figures := printed(a.Figures(records, 2024))
	require.Equal(t, "0万元", figures["门诊.费用"])
	require.Equal(t, "0个社区", figures["门诊.社区"])
	require.Contains(t, figures["门诊.办结率"], "分母为零")
	section, err := a.Section(nil, 2024)
	require.NoError(t, err)
	require.Len(t, section.Figures, 5)
}

func TestNoYearCountsNothing(t *testing.T) {
	for _, text := range []string{clinic, post} {
		a := declare(t, text)
		records, _ := read(t, a, clinicHeader+"1,2024-01-01,讲座,东湖,30,,\n")
		if text == post {
			records, _ = read(t, a, "编号,聘任,届满\n1,2024-01-01,\n")
		}
		require.Len(t, records, 1)
		for _, year := range []int{-1, 0, 10000} {
			require.EqualValues(t, 0, a.Figures(records, year)[0].From.Count, year)
		}
	}
}

// A record of a register counts in every year that its span touches.
func TestSpans(t *testing.T) {
	a := declare(t, post)
	records, issues := read(t, a, "编号,聘任,届满\n"+
		"1,2022-05-01,2023-12-31\n"+
		"2,2022-05-01,2024-01-01\n"+
		"3,2024-12-31,\n"+
		"4,2025-01-01,2027-01-01\n"+
		"5,2020-01-01,\n"+
		"6,2024-03-01,2024-03-01\n")
	require.Empty(t, issues)
	for year, want := range map[int]int64{2019: 0, 2020: 1, 2022: 3, 2023: 3, 2024: 4, 2025: 3, 2028: 2} {
		require.Equal(t, fazhi.Count{N: want}, a.Figures(records, year)[0].Value, year)
	}
}

// Records of all areas may be handed to each of them; everybody counts the own ones.
func TestOtherKindsDoNotCount(t *testing.T) {
	a, b := declare(t, clinic), declare(t, post)
	mixed, _ := read(t, a, clinicHeader+"1,2024-01-01,讲座,东湖,30,,\n")
	posts, _ := read(t, b, "编号,聘任,届满\n1,2024-01-01,\n2,2024-01-01,\n")
	mixed = append(mixed, posts...)
	require.Equal(t, fazhi.Count{N: 1}, a.Figures(mixed, 2024)[0].Value)
	require.Equal(t, fazhi.Count{N: 2}, b.Figures(mixed, 2024)[0].Value)

	again := declare(t, post)
	require.Equal(t, fazhi.Count{N: 2}, again.Figures(posts, 2024)[0].Value, "the kind decides, not which Parse it was")
}

func TestSumOutOfRangeIsUndefined(t *testing.T) {
	a := declare(t, clinic)
	records, issues := read(t, a, clinicHeader+"1,2024-01-01,咨询,,9223372036854775807,,是\n2,2024-01-01,咨询,,1,,是\n")
	require.Empty(t, issues)
	require.Nil(t, a.Figures(records, 2024)[1].Value)
}

// Taking any row out of any built-in ledger changes the figures that count it, and no others.
func TestEachRowCountsWhereItCounts(t *testing.T) {
	for _, a := range standard(t) {
		t.Run(a.Sheet(), func(t *testing.T) {
			records, issues := read(t, a, invented(a.Columns(), 40))
			require.Empty(t, issues)
			all := a.Figures(records, 2024)
			counted := make(map[string]bool)
			for i, r := range records {
				without := append(records[:i:i], records[i+1:]...)
				for k, f := range a.Figures(without, 2024) {
					counts := false
					for ref := range all[k].From.Refs {
						counts = counts || ref == fazhi.RefOf(r)
					}
					require.Equal(t, counts, f.From.Digest != all[k].From.Digest, "%s %s", f.ID, r.ID())
					if !counts {
						require.Equal(t, all[k].Value, f.Value)
						require.Equal(t, all[k].From.Count, f.From.Count)
					}
					counted[f.ID] = counted[f.ID] || counts
				}
			}
			require.Len(t, counted, len(all))
			require.NotContains(t, fmt.Sprint(counted), "false", "each figure counts some row")
		})
	}
}

func TestSentence(t *testing.T) {
	a := declare(t, clinic)
	section, err := a.Section(nil, 2024)
	require.NoError(t, err)
	require.Equal(t, "法律门诊", section.Slot)
	require.Equal(t, 1, section.Items[0].Marks[4].Form.Places)

	a = declare(t, strings.Replace(clinic, "例句:", "章节: 门诊\n例句:", 1))
	section, err = a.Section(nil, 2024)
	require.NoError(t, err)
	require.Equal(t, "门诊", section.Slot)
}
