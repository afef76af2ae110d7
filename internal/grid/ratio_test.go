package grid_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

func TestVetRatio(t *testing.T) {
	fault := errors.New("口径")
	units := map[item]string{"甲": "件", "乙": "件", "丙": "元"}
	unit := func(i item) (string, bool) {
		u, known := units[i]
		return u, known
	}
	for _, tt := range []struct {
		id, name string
		num, den []item
		want     string
	}{
		{"a", "率", []item{"甲"}, []item{"甲", "乙"}, ""},
		{"", "率", []item{"甲"}, []item{"乙"}, "口径：没有编号或者名称"},
		{"a", "率", nil, []item{"甲", "甲"}, "口径：没有分子\n口径：分母的第2项不是统计表的项目，或者重复"},
		{"a", "率", []item{"丁"}, nil, "口径：分子的第1项不是统计表的项目，或者重复\n口径：没有分母"},
		{"a", "率", []item{"甲"}, []item{"丙"}, "口径：各项的单位不同"},
	} {
		err := grid.VetRatio(fault, tt.id, tt.name, tt.num, tt.den, unit)
		if tt.want == "" {
			require.NoError(t, err)
			continue
		}
		require.ErrorIs(t, err, fault)
		require.EqualError(t, err, tt.want)
	}
}

func TestPrinted(t *testing.T) {
	rate := func(num, den int64) fazhi.Rate { return fazhi.Rate{Num: num, Den: den} }
	require.Equal(t, "12.5%", grid.Percent(rate(1, 8)))
	require.Equal(t, "—", grid.Percent(rate(1, 0)))
	require.Equal(t, "-50%", grid.Growth(rate(-1, 2)))
	require.Equal(t, "无可比", grid.Growth(rate(1, 0)))
	require.Equal(t, "上升25个百分点", grid.Points("a", fazhi.Points{Now: rate(3, 4), Before: rate(1, 2)}))
	require.Equal(t, "无可比", grid.Points("a", fazhi.Points{Now: rate(3, 4)}))
	require.Equal(t, []any{int64(3), int64(2), int64(1), nil, nil, nil, "50%"}, grid.ChangeCells("件", 3, 2))
	require.Equal(t, []any{nil, nil, nil, fazhi.Money(3), fazhi.Money(0), fazhi.Money(3), "无可比"}, grid.ChangeCells("元", 3, 0))
	require.Len(t, grid.ChangeColumns(grid.Text("项目", 0)), 8)
	require.Equal(t, "甲、乙", grid.Join([]item{"甲", "乙"}, "、"))
}

func TestFigures(t *testing.T) {
	list := []fazhi.Figure{grid.Figure(fazhi.Figure{ID: "a.b", Unit: "件"}, 2), grid.Figure(fazhi.Figure{ID: "a.c", Unit: "元"}, 5_0000_00)}
	require.Equal(t, []fazhi.Figure{{ID: "a.b", Unit: "件", Value: fazhi.Count{N: 2}}, {ID: "a.c", Unit: "万元", Value: fazhi.Money(5_0000_00)}}, list)
	require.Equal(t, list[1:], grid.Cited("共{{a.c}}。", list))
	require.Len(t, list, 2)
	require.Equal(t, "全年", grid.Span(fazhi.YearOf(2024)))
	require.Equal(t, "本期", grid.Span(fazhi.Period{From: fazhi.DateOf(2024, 1, 1), To: fazhi.DateOf(2024, 3, 31)}))
}

func TestSentences(t *testing.T) {
	say := func(s string) string { return s }
	require.Equal(t, "受理3件，办结2件。三人。", grid.Sentences([][]string{{"，受理3件", "", "，办结2件"}, {"", ""}, {"、三人"}}, say))
	require.Empty(t, grid.Sentences(nil, say))
}
