package repeat_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/repeat"
)

// fills are what ledgers hold where nothing is known.
var fills = []string{"（）", "，", "  ", "-", "－", "——", "/", "／", "\\", "…", "0", "000000000000000000", "００００", "*", "110***********0017", "＊＊＊", "××××", "xxxx",
	"无", "（无）", "空", "不详", "未知", "暂无", "未填写", "不适用", "N/A", "null"}

func fined(serial, organ string) *repeat.Record {
	fine := fazhi.Money(50000)
	return &repeat.Record{
		Serial: serial, Sort: repeat.Penalty, Organ: organ, Party: "TEST0001", ActCode: "W-100", Place: "某路1号",
		From: day("2024-03-01"), Until: day("2024-03-05"), Fine: &fine, Status: repeat.Closed,
	}
}

func visited(serial, on, joint string, items ...string) *repeat.Record {
	return &repeat.Record{Serial: serial, Sort: repeat.Inspection, Organ: "甲局", Party: "TEST0001", Inspected: day(on), Joint: joint, Items: items}
}

func seized(serial, organ string) *repeat.Record {
	return &repeat.Record{Serial: serial, Sort: repeat.Coercion, Organ: organ, Object: "CJ1", Seized: day("2024-03-01"), Status: repeat.Open, Measure: repeat.Sealing}
}

func gapsOf(tally repeat.Tally) (all []string) {
	for _, g := range tally.Gaps {
		all = append(all, fmt.Sprint(g.Sort, g.Field, g.N))
	}
	return all
}

// What stands for nothing is taken as nothing: two records do not agree in it, and it is counted as missing.
func TestPlaceholders(t *testing.T) {
	pair := func(make func(serial, organ string) *repeat.Record, change func(*repeat.Record, string)) func(string) []*repeat.Record {
		return func(fill string) []*repeat.Record {
			a, b := make("1", "甲局"), make("2", "乙局")
			change(a, fill)
			change(b, fill)
			return []*repeat.Record{a, b}
		}
	}
	visits := func(serial, organ string) *repeat.Record {
		r := visited(serial, "2024-03-01", "", "消防")
		r.Organ = organ
		return r
	}
	for name, c := range map[string]struct {
		records func(fill string) []*repeat.Record
		want    []string
		gaps    []string
	}{
		"party":   {pair(fined, func(r *repeat.Record, s string) { r.Party = repeat.PartyCode(s) }), []string{}, []string{"行政处罚当事人代码2"}},
		"act":     {pair(fined, func(r *repeat.Record, s string) { r.ActCode, r.Cause = s, s }), []string{}, []string{"行政处罚违法行为代码和案由2"}},
		"cause":   {pair(fined, func(r *repeat.Record, s string) { r.ActCode, r.Cause = "", s }), []string{}, []string{"行政处罚违法行为代码和案由2"}},
		"place":   {pair(fined, func(r *repeat.Record, s string) { r.Place = s }), []string{"R1 amber 90 1 2 缺 地点"}, []string{"行政处罚地点2"}},
		"object":  {pair(seized, func(r *repeat.Record, s string) { r.Object = s }), []string{}, []string{"行政强制物品编号2"}},
		"organ":   {pair(seized, func(r *repeat.Record, s string) { r.Organ = s }), []string{}, []string{"行政强制执法机关2"}},
		"visitor": {pair(visits, func(r *repeat.Record, s string) { r.Organ = s }), []string{}, []string{"行政检查执法机关2"}},
		"joint":   {pair(visits, func(r *repeat.Record, s string) { r.Joint = s }), []string{"R3 amber 100 1 2"}, nil},
		"items":   {pair(visits, func(r *repeat.Record, s string) { r.Items = []string{s} }), []string{"R3 amber 70 1 2 缺 检查事项"}, []string{"行政检查检查事项2"}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, fill := range fills {
				records := c.records(fill)
				got, tally := scan(t, records, repeat.Options{})
				require.Equal(t, c.want, lines(got), "%q", fill)
				require.Equal(t, c.gaps, gapsOf(tally), "%q", fill)
				require.Equal(t, c.want, lines(checked(t, records, repeat.Options{})), "%q", fill)
			}
		})
	}
}

// A text that only begins like a placeholder says something.
func TestNoPlaceholders(t *testing.T) {
	for _, code := range []string{"无证经营", "0100", "X1", "空调", "-1", "A/0", "x"} {
		a, b := fined("1", "甲局"), fined("2", "乙局")
		a.ActCode, b.ActCode = code, code
		got, tally := scan(t, []*repeat.Record{a, b}, repeat.Options{})
		require.Equal(t, []string{"R1 red 100 1 2"}, lines(got), code)
		require.Empty(t, tally.Gaps, code)
	}
}

// A follower whose first number is a placeholder follows without saying what.
func TestPlaceholderOf(t *testing.T) {
	a, b := fined("1", "甲局"), fined("2", "甲局")
	b.Follows, b.Of = repeat.Daily, "——"
	got, tally := scan(t, []*repeat.Record{a, b}, repeat.Options{})
	require.Empty(t, got)
	require.Equal(t, []string{"行政处罚关联编号1"}, gapsOf(tally))
}

// The name of an organ that is none is not shown.
func TestPlaceholderOrganIsNotShown(t *testing.T) {
	got, _ := scan(t, []*repeat.Record{fined("1", "——"), fined("2", "乙局")}, repeat.Options{})
	require.Len(t, got, 1)
	require.Equal(t, repeat.Evidence{Serial: "1"}, got[0].A)
}

// A list of matters beyond the bound is taken as not known, and said so where it is read and where it is compared.
func TestTooManyItems(t *testing.T) {
	var items []string
	for i := range 201 {
		items = append(items, fmt.Sprintf("事项%d", i))
	}
	a, b := visited("1", "2024-03-01", "", items...), visited("2", "2024-03-02", "", items...)
	b.Organ = "乙局"
	got, tally := scan(t, []*repeat.Record{a, b}, repeat.Options{})
	require.Equal(t, []string{"R3 amber 70 1 2 缺 检查事项"}, lines(got))
	require.Equal(t, []string{"行政检查检查事项超过200项2"}, gapsOf(tally))
	a.Items, b.Items = items[:200], items[:200]
	got, tally = scan(t, []*repeat.Record{a, b}, repeat.Options{})
	require.Equal(t, []string{"R3 amber 100 1 2"}, lines(got))
	require.Empty(t, tally.Gaps)

	records, issues := readCSV(t, "编号,类别,检查事项,执法机关,当事人代码\nJC-1,行政检查,"+strings.Join(items, "、")+",甲局,TEST1\nJC-2,行政检查,"+strings.Join(items[1:], "、")+",甲局,TEST1\n")
	require.Len(t, records, 2, "%v", issues)
	require.Len(t, issues, 1)
	require.Equal(t, repeat.CodeItems, issues[0].Code)
	require.Equal(t, fazhi.Warning, issues[0].Severity)
	require.Equal(t, "C2", issues[0].Origin.Cell)
	require.NotContains(t, issues[0].Message, "事项1")
}

// An entry of the count by year does not carry the matters: the room grows with their number, not with its square.
func TestEntriesOfManyItems(t *testing.T) {
	size := func(n int) (bytes int) {
		r := visited("1", "2024-03-01", "")
		for i := range n {
			r.Items = append(r.Items, fmt.Sprintf("事项%d", i))
		}
		for _, e := range repeat.Entries(r) {
			bytes += len(e)
		}
		return bytes
	}
	require.Less(t, size(200), 25*size(10))
}
