package library_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/library"
)

func day(year int) fazhi.Date { return fazhi.DateOf(year, time.January, 1) }

// text makes a law of so many articles; the first one has two paragraphs.
func text(articles int) *statute.Text {
	var b strings.Builder
	for i := range articles {
		fmt.Fprintf(&b, "第%s条 应当。\n", []string{"一", "二", "三", "四", "五"}[i])
		if i == 0 {
			b.WriteString("可以。\n")
		}
	}
	t, _ := statute.Parse("", b.String())
	return t
}

func num(n int) statute.Num { return statute.Num{N: n} }

func laws() []library.Law {
	return []library.Law{
		{Name: "中华人民共和国街道法", Aliases: []string{"街法"}, Versions: []library.Version{
			{From: day(2010), Until: day(2020), Text: text(4)},
			{From: day(2020), Text: text(5), Renumbered: map[statute.Num]statute.Num{num(2): num(3), num(3): num(4), num(4): {}}},
			// 2020: 第二条 is new, and what was 第四条 is gone
		}},
		{Name: "泉源区旧办法", Number: "泉源政〔2011〕3号", Versions: []library.Version{{From: day(2011), Until: day(2016), Text: text(3)}}},
		{Name: "泉源区新条例", Versions: []library.Version{{From: day(2030)}}},
		{Name: "泉源区无文本条例", Versions: []library.Version{{From: day(2012)}}},
	}
}

func check(t *testing.T, text string, written, on fazhi.Date) ([]string, library.Tally) {
	t.Helper()
	l, err := library.New(laws()...)
	require.NoError(t, err)
	parsed, _ := statute.Parse("办法.txt", text)
	issues, tally := l.Check(parsed, written, on)
	var out []string
	for _, i := range issues {
		out = append(out, strings.Join([]string{i.Severity.String(), string(i.Code), string(i.Path), i.Origin.Cell, i.Message}, " "))
	}
	return out, tally
}

func TestCheck(t *testing.T) {
	const at = " /art_1/para_1 第1行 "
	for _, c := range []struct {
		name, cited string
		written, on int
		want        string
	}{
		{"在有效的版本中", "《中华人民共和国街道法》第五条", 2021, 2024, ""},
		{"不写国名", "《街道法》第一条第二款", 2021, 2024, ""},
		{"不加书名号，前面有别的字", "有关单位适用街道法第五条", 2021, 2024, ""},
		{"别名", "街法第五条", 2021, 2024, ""},
		{"只引名称", "《街道法》", 2012, 2024, ""},
		{"没有这一条", "《街道法》第九条", 2021, 2024, "error statute/cite/missing" + at + "引用的“第九条”在现行文本中不存在：没有这一条"},
		{"没有这一款", "街法第一条第三款", 2021, 2024, "error statute/cite/missing" + at + "引用的“第一条第三款”在现行文本中不存在：没有这一款"},
		{"序号已变", "《街道法》第二条", 2015, 2024, "error statute/cite/renumbered" + at + "引用的“第二条”现为“第三条”"},
		{"已经删去", "《街道法》第四条", 2015, 2024, "error statute/cite/deleted" + at + "引用的“第四条”已经删去"},
		{"序号没有变", "《街道法》第一条", 2015, 2024, ""},
		{"那时还没有变", "《街道法》第二条", 2015, 2016, ""},
		{"不知道何时写的", "《街道法》第二条", 0, 2024, ""},
		{"已经废止", "《泉源区旧办法》第一条、第二条", 2012, 2024, "error statute/cite/stale" + at + "引用的法已经废止"},
		{"那时没有废止", "《泉源区旧办法》第一条", 2012, 2015, ""},
		{"按文号找到", "《旧办法》（泉源政〔2011〕3号）第一条", 2012, 2024, "error statute/cite/stale" + at + "引用的法已经废止"},
		{"简称", "《泉源区旧办法》（以下简称老办法）。依照老办法第一条", 2012, 2015, ""},
		{"尚未施行", "《泉源区新条例》第一条", 2024, 2024, "warning statute/cite/early" + at + "引用的法尚未施行"},
		{"范围的末端", "《街道法》第一条至第九条", 2021, 2024, "error statute/cite/missing" + at + "引用的“第九条”在现行文本中不存在：没有这一条"},
	} {
		written := fazhi.Date{}
		if c.written > 0 {
			written = day(c.written)
		}
		got, tally := check(t, "第一条 依照"+c.cited+"的规定办理。", written, day(c.on))
		require.Equal(t, c.want, strings.Join(got, "\n"), c.name)
		require.Zero(t, tally.Unknown, c.name)
		require.Equal(t, len(got), tally.Wrong, c.name)
	}
}

func TestUnknownIsCounted(t *testing.T) {
	for _, cited := range []string{"《别的法》第一条", "别的法第一条", "《泉源区无文本条例》第一条", "《大街道法》第九条"} {
		got, tally := check(t, "第一条 依照"+cited+"办理。", day(2021), day(2024))
		require.Empty(t, got, cited)
		require.Equal(t, library.Tally{Unknown: 1}, tally, cited)
	}
	got, tally := check(t, "关于修改办法的决定\n一、将第一条修改为：\n“第一条 依照《街道法》第九条办理。”\n", day(2021), day(2024))
	require.Empty(t, got)
	require.Zero(t, tally)
}

func TestResolve(t *testing.T) {
	l, err := library.New(laws()...)
	require.NoError(t, err)
	c := statute.AppendCites(nil, "依照《街道法》第三条办理")[0]
	r := l.Resolve(c, c.Places[0].From, day(2015), day(2024))
	require.Equal(t, library.Renumbered, r.State)
	require.Equal(t, "中华人民共和国街道法", r.Law)
	require.Equal(t, "/art_4", r.Node.Path())
	require.Equal(t, library.Unknown, new(library.Library).Resolve(c, c.Places[0].From, day(2015), day(2024)).State)
	own := statute.AppendCites(nil, "依照本法第三条办理")[0]
	require.Equal(t, library.Unknown, l.Resolve(own, own.Places[0].From, day(2015), day(2024)).State)
	require.Equal(t, []string{"不在文库", "已经废止", "未知"}, []string{library.Unknown.String(), library.Stale.String(), library.State(99).String()})
}

func TestNewNamesEveryFault(t *testing.T) {
	v := []library.Version{{From: day(2020)}}
	for _, c := range []struct {
		name string
		laws []library.Law
		want string
	}{
		{"没有名称", []library.Law{{Versions: v}}, "library: 第1部：法律文本不合要求：没有名称"},
		{"别名为空", []library.Law{{Name: "甲法", Aliases: []string{""}, Versions: v}}, "library: 第1部：法律文本不合要求：没有名称"},
		{"没有版本", []library.Law{{Name: "甲法"}}, "library: 第1部：法律文本不合要求：没有版本"},
		{"没有施行日期", []library.Law{{Name: "甲法", Versions: []library.Version{{}}}}, "library: 第1部：法律文本不合要求：第1个版本没有施行日期"},
		{"日期倒置", []library.Law{{Name: "甲法", Versions: []library.Version{{From: day(2020), Until: day(2020)}}}}, "library: 第1部：法律文本不合要求：第1个版本的终止日期不在施行日期之后"},
		{"重叠", []library.Law{{Name: "甲法", Versions: []library.Version{{From: day(2020), Until: day(2022)}, {From: day(2021)}}}}, "library: 第1部：法律文本不合要求：第2个版本与前一个版本的期间重叠"},
		{"没有终止", []library.Law{{Name: "甲法", Versions: []library.Version{{From: day(2020)}, {From: day(2021)}}}}, "library: 第1部：法律文本不合要求：第2个版本与前一个版本的期间重叠"},
		{"两处", []library.Law{{Name: "甲法", Versions: v}, {Name: "中华人民共和国甲法", Versions: v}, {}}, "library: 第2部：法律文本不合要求：名称或者别名与另一部相同\nlibrary: 第3部：法律文本不合要求：没有名称"},
		{"文号相同", []library.Law{{Name: "甲法", Number: "甲〔2020〕1号", Versions: v}, {Name: "乙法", Number: "甲〔2020〕1号", Versions: v}}, "library: 第2部：法律文本不合要求：文号与另一部相同"},
	} {
		l, err := library.New(c.laws...)
		require.Nil(t, l, c.name)
		require.ErrorIs(t, err, library.ErrLaw, c.name)
		require.EqualError(t, err, c.want, c.name)
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("第一条 依照《街道法》第二条、第九条和街法第四条至第八条办理。")
	f.Add("第一条 根据《旧法》（泉源政〔2011〕3号）（以下简称法）。法第一条")
	l, err := library.New(laws()...)
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		parsed, _ := statute.Parse("", text)
		issues, tally := l.Check(parsed, day(2015), day(2024))
		require.Len(t, issues, tally.Wrong)
		for _, i := range issues {
			require.NotNil(t, parsed.Find(string(i.Path)))
		}
	})
}
