package statute_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

// write writes a citation for comparison: its bytes, what it cites of, and the places.
func write(text string, c statute.Cite) string {
	bases := [...]string{"", "?", "本", "", "", "该"}
	of := bases[c.Base]
	if c.Base == statute.BaseLaw {
		of = c.Law
	}
	if c.Docno != "" {
		of += "（" + c.Docno + "）"
	}
	if c.Base == statute.BaseNear {
		of = fmt.Sprintf("%s-%d", c.Unit, c.Back)
	}
	var places []string
	for _, r := range c.Places {
		p := r.From.String()
		if r.To != (statute.Place{}) {
			p += "至" + r.To.String()
		}
		places = append(places, p)
	}
	return text[c.At:c.End] + "=" + of + ":" + strings.Join(places, " ")
}

func TestAppendCites(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"依照本办法第三条第二款处理。", "本办法第三条第二款=本:第三条第二款"},
		{"依照本暂行规定第一百二十条之一处理。", "本暂行规定第一百二十条之一=本:第一百二十条之一"},
		{"违反第三条规定的", "第三条=:第三条"},
		{"违反第三条之规定的", "第三条=:第三条"},
		{"本办法第三条之一般规定", "本办法第三条=本:第三条"},
		{"违反前款规定，或者前两款、前三款", "前款=款-1:|前两款=款-2:|前三款=款-3:"},
		{"有前款第一项、第三项情形", "前款第一项、第三项=款-1:第一项 第三项"},
		{"有前款（一）至（六）项情形", "前款（一）至（六）项=款-1:第一项至第六项"},
		{"除前条第一款、前项规定外", "前条第一款=条-1:第一款|前项=项-1:"},
		{"目前条件下，前款项、目前项目和支付前款项", ""},
		{"以前项手段取得", "前项=项-1:"},
		{"本条第一款第（二）项", "本条第一款第（二）项=条-0:第一款第二项"},
		{"本款第二项", "本款第二项=款-0:第二项"},
		{"第八条至第十一条", "第八条至第十一条=:第八条至第十一条"},
		{"第八条至十一条", "第八条至十一条=:第八条至第十一条"},
		{"第三条第一项至第三项", "第三条第一项至第三项=:第三条第一项至第三条第三项"},
		{"本规定第十、十八、二十六条", "本规定第十、十八、二十六条=本:第十条 第十八条 第二十六条"},
		{"本规定第十、十二至十五条", "本规定第十、十二至十五条=本:第十条 第十二条至第十五条"},
		{"第三条第一、二款", "第三条第一、二款=:第三条第一款 第三条第二款"},
		{"第三条第（一）（二）项", "第三条第（一）（二）项=:第三条第一项 第三条第二项"},
		{"第三条第(一)、（四）项", "第三条第(一)、（四）项=:第三条第一项 第三条第四项"},
		{"本条例第五十一条、五十二条规定", "本条例第五十一条、五十二条=本:第五十一条 第五十二条"},
		{"第十七条第二款和十八条第一款", "第十七条第二款和十八条第一款=:第十七条第二款 第十八条第一款"},
		{"本条例第八条，第九条第一项、第三项，第十条", "本条例第八条，第九条第一项、第三项，第十条=本:第八条 第九条第一项 第九条第三项 第十条"},
		{"第三十九条和第四十条第一项", "第三十九条和第四十条第一项=:第三十九条 第四十条第一项"},
		{"第三条第二项第5目的规定", "第三条第二项第5目=:第三条第二项第5目"},
		{"本法第三章第二节", "本法第三章第二节=本:第三章第二节"},
		{"本条例第五章第四十七条至第四十九条", "本条例第五章第四十七条至第四十九条=本:第五章第四十七条至第四十九条"},
		{"《甲法》第三条、第五条和《乙条例》第一条", "《甲法》第三条、第五条=甲法:第三条 第五条|《乙条例》第一条=乙条例:第一条"},
		{"《甲法》（国发〔2020〕1号）第三条", "《甲法》（国发〔2020〕1号）第三条=甲法（国发〔2020〕1号）:第三条"},
		{"《甲法》（以下简称《短法》）第三条", "《甲法》（以下简称《短法》）第三条=甲法:第三条"},
		{"《甲法》（以下简称《短法》），本办法", "《甲法》=甲法:"},
		{"《关于适用〈甲法〉的解释》第三条", "《关于适用〈甲法〉的解释》第三条=关于适用〈甲法〉的解释:第三条"},
		{"《关于修改《甲法》的决定》第三条", "《关于修改《甲法》的决定》第三条=关于修改《甲法》的决定:第三条"},
		{"凭《居住证》办理，依照《甲办法（试行）》办理", "《甲办法（试行）》=甲办法（试行）:"},
		{"依照刑法第三条、第五条处罚", "刑法第三条、第五条=刑法:第三条 第五条"},
		{"依照甲法第三条和本条例第五条", "甲法第三条=甲法:第三条|本条例第五条=本:第五条"},
		{"特别行政区基本法第二十三条", "特别行政区基本法第二十三条=特别行政区基本法:第二十三条"},
		{"依照刑法第三条处罚，符合第五条的从轻。第六条的情形", "刑法第三条=刑法:第三条|第五条=?:第五条|第六条=:第六条"},
		{"依照该条第二款", "该条第二款=该:第二款"},
		{"第10条第2款", "第10条第2款=:第十条第二款"},
		{"第三人、第一审、第十次会议、第一百号、第一款项、第三条件", ""},
		{"第一、二审人民法院", ""},
		{"处罚。 第十六条 有关部门应当处理。第十七条有关部门应当报告", ""},
		{"《甲法第三条", "甲法第三条=甲法:第三条"},
	} {
		var got []string
		for _, cite := range statute.AppendCites(nil, c.text) {
			got = append(got, write(c.text, cite))
		}
		require.Equal(t, c.want, strings.Join(got, "|"), c.text)
	}
}

const rules = `泉源区占道管理办法

第一章　总则

第一条　为了加强管理，制定本办法。

第二条　有下列情形之一的，不得占道：

（一）影响消防通道的；

（二）影响盲道的。

有前款第一项情形的，从重处理。

第二章　管理

第三条　占道应当经批准。

违反前款规定的，责令改正。

第三条之一　依照前条第二款处理，参照本办法第二条第一款第二项和第二章的规定。

第四条　违反本办法第二条第一款第一项、第三条规定的，处罚；违反第二款规定的，加重处罚。
`

// Every change of one citation is reported at its place, and nothing else is.
func TestCheckCitesFindsMutants(t *testing.T) {
	text, _ := statute.Parse("办法.txt", rules)
	require.Empty(t, text.CheckCites())
	for _, c := range []struct{ old, now, want string }{
		{"前款第一项", "前款第三项", "error statute/cite/dangling /art_2/para_2 第13行 引用的“前款第三项”不存在：没有这一项"},
		{"前款第一项", "前两款第一项", "error statute/cite/dangling /art_2/para_2 第13行 引用的“前两款第一项”不存在：没有这一款"},
		{"违反前款", "违反前两款", "error statute/cite/dangling /art_3/para_2 第19行 引用的“前两款”不存在：没有这一款"},
		{"前条第二款", "前条第三款", "error statute/cite/dangling /art_3_1/para_1 第21行 引用的“前条第三款”不存在：没有这一款"},
		{"和第二章", "和第三章", "error statute/cite/dangling /art_3_1/para_1 第21行 引用的“第三章”不存在：没有这一编、章、节"},
		{"第二条第一款第二项", "第二条第一款第五项", "error statute/cite/dangling /art_3_1/para_1 第21行 引用的“第二条第一款第五项”不存在：没有这一项"},
		{"第二条第一款第一项、第三条", "第二条第一款第一项、第五条", "error statute/cite/dangling /art_4/para_1 第23行 引用的“第五条”不存在：没有这一条"},
		{"违反第二款", "违反第三款", "error statute/cite/dangling /art_4/para_1 第23行 引用的“第三款”不存在：没有这一款"},
		{"第二条第一款第一项、第三条", "第三条至第二条", "error statute/cite/range /art_4/para_1 第23行 引用的范围倒置：“第三条至第二条”"},
		{"第一项、第三条", "第（一）项、第三条", "notice statute/cite/brackets /art_4/para_1 第23行 引用项时，该项的序号不加括号"},
		{"本办法第二条第一款第二项", "本办法第一条第一款", "notice statute/cite/only-paragraph /art_3_1/para_1 第21行 “第一条第一款”只有一款，引用时不写“第一款”"},
		{"参照本办法", "参照本条例", "warning statute/cite/own-name /art_3_1/para_1 第21行 自称“本条例”，与题名不符"},
		{"参照本办法", "参照本法", "warning statute/cite/own-name /art_3_1/para_1 第21行 自称“本法”，与题名不符"},
		{"本办法第二条第一款第二项", "本条第三条", "error statute/cite/dangling /art_3_1/para_1 第21行 引用的“本条第三条”不存在：没有这一条"},
	} {
		changed, _ := statute.Parse("办法.txt", strings.Replace(rules, c.old, c.now, 1))
		require.Equal(t, []string{c.want}, lines(changed.CheckCites()), c.now)
	}
}

func lines(issues fazhi.Issues) []string {
	var out []string
	for _, i := range issues {
		out = append(out, strings.Join([]string{i.Severity.String(), string(i.Code), string(i.Path), i.Origin.Cell, i.Message}, " "))
	}
	return out
}

// What may belong to another text is left alone.
func TestCheckCitesLeavesOtherTextsAlone(t *testing.T) {
	for _, text := range []string{
		"第一条 依照刑法第九十条处罚，符合第九十一条的从轻。",
		"第一条 依照《甲法》第九十条处罚；违反第九款规定的，从重。",
		"关于修改《甲法》的决定\n\n一、将第九十条修改为：\n\n“第九十条　违反第九十一条的，处罚。”",
		"第五条 依照本法第三条处理。",
		"第一条 情形如下：（一）甲；（二）乙。\n有前款第二项情形的，从重。",
		"第一条 情形如下：\n一、甲；\n二、乙。\n第二条 有第一条第二项情形的，从重。",
		"第一条 情形如下：\n（一）甲；\n（二）乙的，\n应当从重。\n有第二款情形的，从轻。",
		"关于有关问题的决定\n\n一、甲。\n\n二、依照本决定第一条处理。",
	} {
		parsed, _ := statute.Parse("", text)
		require.Empty(t, parsed.CheckCites(), text)
	}
}

func TestCheckCitesListsNoMoreThanAHundred(t *testing.T) {
	text, _ := statute.Parse("", "第一条 "+strings.Repeat("违反第九条的，", 130))
	issues := text.CheckCites()
	require.Len(t, issues, 101)
	require.Equal(t, "还有 30 处同类问题没有列出：statute/cite/dangling", issues[100].Message)
}

func TestFinder(t *testing.T) {
	text, _ := statute.Parse("办法.txt", rules)
	f := statute.NewFinder(text)
	var got []string
	text.Cites(func(n *statute.Node, c statute.Cite) bool {
		if len(c.Places) == 0 {
			found, miss := f.Find(n, c, statute.Place{})
			got = append(got, n.Path()+" "+miss.String()+" "+found.Path())
		}
		for _, r := range c.Places {
			found, miss := f.Find(n, c, r.From)
			got = append(got, n.Path()+" "+miss.String()+" "+found.Path())
		}
		return len(got) < 6
	})
	require.Equal(t, []string{
		"/art_2/para_2 存在 /art_2/para_1/point_1",
		"/art_3/para_2 存在 /art_3/para_1",
		"/art_3_1/para_1 存在 /art_3/para_2",
		"/art_3_1/para_1 存在 /art_2/para_1/point_2",
		"/art_3_1/para_1 存在 /chp_2",
		"/art_4/para_1 存在 /art_2/para_1/point_1",
		"/art_4/para_1 存在 /art_3",
	}, got)
	_, miss := f.Has(statute.Place{Article: statute.Num{N: 9}})
	require.Equal(t, statute.NoArticle, miss)
}

func TestAbbreviations(t *testing.T) {
	text, _ := statute.Parse("", "第一条 根据《甲乙法》（以下简称《甲法》）和《丙条例》（以下简称丙条例）、主管部门（以下简称部门）制定。")
	require.Equal(t, map[string]string{"甲法": "甲乙法", "丙条例": "丙条例"}, text.Abbreviations())
}

// Citations lie in the text, one behind the other, and so do their places; and what is said of the places can be read again.
func FuzzAppendCites(f *testing.F) {
	for _, seed := range []string{rules, decision, "《《《甲法》》第一、、二条至（三）项之一", "前前两款第第一条条，第", "（）)》》第10条第2款第5目"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, c := range statute.AppendCites(nil, text) {
			require.GreaterOrEqual(t, c.At, end)
			require.Greater(t, c.End, c.At)
			end = c.End
			require.Contains(t, text[c.At:c.End], c.Law)
			require.True(t, c.Base == statute.BaseLaw || c.Base == statute.BaseOwn || c.Law == "")
			at := c.At
			for _, r := range c.Places {
				require.True(t, r.At >= at && r.End > r.At && r.End <= c.End)
				require.NotEqual(t, statute.Place{}, r.From)
				at = r.At
			}
		}
		parsed, _ := statute.Parse("", text)
		for _, i := range parsed.CheckCites() {
			require.NotNil(t, parsed.Find(string(i.Path)))
		}
	})
}

// hostileCites are texts that ask for much work.
func hostileCites() map[string]string {
	return map[string]string{
		"titles":     strings.Repeat("《", 300000),
		"nested":     strings.Repeat("《《《《《《《《《《》", 30000),
		"places":     strings.Repeat("第一、", 300000),
		"list":       strings.Repeat("第一条、", 200000),
		"brackets":   strings.Repeat("第（一）（", 100000),
		"backs":      "第一条 甲。\n" + strings.Repeat("前九十九款", 100000),
		"laws":       "第一条 " + strings.Repeat("依照甲法第二条和第三条，", 50000),
		"bare":       "第一条 《甲法》第一条，" + strings.Repeat("按第九款，", 100000),
		"paragraphs": "第一条 甲。\n" + strings.Repeat("违反第九百款规定。\n", 50000),
		"items":      "第一条 甲：\n" + strings.Repeat("（二）违反第九项；\n", 50000),
		"lines":      "第一条 甲：\n" + strings.Repeat("（九）。", 10) + strings.Repeat("甲违反第八项，", 50000),
		"articles":   strings.Repeat("第一条 依照前两条第二款。\n", 50000),
		"comments":   "第一条 甲。\n" + strings.Repeat("<!-- -->\n", 50000) + strings.Repeat("违反前款。\n", 50000),
	}
}

// Twice the text takes no more than about twice the time: the benchmark shows it.
func BenchmarkHostileCites(b *testing.B) {
	for name, text := range hostileCites() {
		for _, times := range []int{1, 4} {
			b.Run(fmt.Sprintf("%s/%d", name, times), func(b *testing.B) {
				long := strings.Repeat(text, times)
				b.SetBytes(int64(len(long)))
				for b.Loop() {
					parsed, _ := statute.Parse("", long)
					parsed.CheckCites()
				}
			})
		}
	}
}

func ExampleText_CheckCites() {
	text, _ := statute.Parse("办法.txt", "临时占道管理办法\n\n第一条 占道应当经批准。\n\n第二条 违反本办法第一条、第三条规定的，责令改正。\n")
	text.Cites(func(n *statute.Node, c statute.Cite) bool {
		fmt.Println(n.Path(), n.Text[c.At:c.End], c.Places[1].From)
		return true
	})
	for _, i := range text.CheckCites() {
		fmt.Println(i)
	}
	// Output:
	// /art_2/para_1 本办法第一条、第三条 第三条
	// 办法.txt!第5行：引用的“第三条”不存在：没有这一条 [statute/cite/dangling]
}
