package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
)

var meta = report.Meta{
	Title: "清源市泉源区司法局关于2024年度法治政府建设情况的报告", Issuer: "清源市泉源区司法局", To: "区委、区政府",
	Number: fazhi.Number{Issuer: "清泉司", Year: 2025, Seq: 8}, Date: fazhi.DateOf(2025, 2, 14), Year: 2024, Note: "此件主动公开",
}

func figure(id, unit string, v fazhi.Quantity) fazhi.Figure {
	return fazhi.Figure{ID: id, Unit: unit, Value: v, From: fazhi.Source{Count: 1}}
}

// prose makes an item of one paragraph, as a narrative has it.
func prose(t *testing.T, line int, text string) report.Item {
	t.Helper()
	spans, marks, err := report.Prose(text, line)
	require.NoError(t, err)
	return report.Item{Line: line, Block: gongwen.Paragraph{Text: spans}, Marks: marks}
}

// parts marks every statutory part, so that a test sees only what it is about.
func parts() []report.Item {
	return []report.Item{{Line: 1, Part: "举措成效"}, {Line: 1, Part: "不足原因"}, {Line: 1, Part: "第一责任人"}, {Line: 1, Part: "下年安排"}}
}

func codes(issues fazhi.Issues) []string {
	var out []string
	for _, i := range issues {
		out = append(out, fmt.Sprint(i.Origin.Cell, " ", i.Code))
	}
	return out
}

func TestFiguresReplacePlaceholders(t *testing.T) {
	sections := []report.Section{{Slot: "复议", Figures: []fazhi.Figure{
		figure("复议.纠错率", "%", fazhi.Rate{Num: 12, Den: 67}),
		figure("复议.收到", "件", fazhi.Count{N: 1634}),
	}}}
	n := report.Narrative{File: "narrative.md", Meta: meta, Items: append(parts(),
		prose(t, 9, "收到{{复议.收到}}，{{复议.收到|余}}，纠错率{{复议.纠错率}}、{{复议.纠错率|1位小数}}、{{复议.纠错率|数}}、{{复议.纠错率|0位小数}}。"))}
	d, issues, err := report.Assemble(report.Statutory(), n, sections)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, "收到1634件，1600余件，纠错率17.91%、17.9%、17.91、18%。", gongwen.PlainText(d.Body[0].(gongwen.Paragraph).Text))
	require.Contains(t, d.Body[0].(gongwen.Paragraph).Text, gongwen.Figure{ID: "复议.纠错率", Text: "17.91%"})
	require.Equal(t, "此件主动公开", d.Note)
	require.Equal(t, []string{"清源市泉源区司法局"}, d.Sign.Organs)
	require.True(t, d.Head.IsZero(), "a narrative without a mark gives no head")
}

func TestEverythingThatDoesNotFitIsSaidAtOnce(t *testing.T) {
	sections := []report.Section{
		{Slot: "合同", Figures: []fazhi.Figure{figure("合同.审查", "份", fazhi.Count{N: 20}), figure("合同.比率", "%", fazhi.Rate{})}},
		{Slot: "合同", Figures: []fazhi.Figure{figure("合同.审查", "份", fazhi.Count{N: 3})}},
		{Slot: "调解", Figures: []fazhi.Figure{figure("调解.受理", "件", fazhi.Count{N: 9})}},
	}
	n := report.Narrative{File: "narrative.md", Meta: meta, Items: []report.Item{
		{Line: 5, Part: "举措成效"}, {Line: 6, Part: "举措成效"}, {Line: 7, Part: "别的"},
		{Line: 8, Slot: "信访"}, {Line: 9, Slot: "合同"}, {Line: 10, Slot: "合同"},
		prose(t, 11, "{{合同.签订}}，{{合同.审查|余}}，{{合同.比率}}，{{合同.比率|余}}"),
	}}
	n.Items[len(n.Items)-1].Marks[1].Line = 12
	d, issues, err := report.Assemble(report.Statutory(), n, sections)
	require.NoError(t, err)
	require.Equal(t, []string{
		" report/slot/double", " report/figure/double",
		"第6行 report/part/double", "第7行 report/part/unknown",
		"第8行 report/slot/unknown", "第10行 report/slot/double",
		"第11行 report/figure/unknown", "第12行 report/figure/form",
		"第11行 report/figure/form", "第11行 report/figure/form", "第11行 report/figure/form",
		" report/part/missing", " report/part/missing", " report/part/missing",
		" report/figure/unused",
	}, codes(issues))
	require.Equal(t, "［合同.签订］，20份，［合同.比率］，［合同.比率］", gongwen.PlainText(d.Body[0].(gongwen.Paragraph).Text))
}

func TestASectionsSentenceIsFilledWhereItIsCalled(t *testing.T) {
	s, err := report.Sentence("合同", "审查合同{{合同.审查}}，通过率{{合同.通过率}}。", []fazhi.Figure{
		figure("合同.审查", "份", fazhi.Count{N: 25}), figure("合同.通过率", "%", fazhi.Rate{}),
	})
	require.NoError(t, err)
	n := report.Narrative{File: "narrative.md", Meta: meta, Items: append(parts(), report.Item{Line: 30, Slot: "合同"})}
	d, issues, err := report.Assemble(report.Statutory(), n, []report.Section{s})
	require.NoError(t, err)
	require.Equal(t, []string{"第30行 report/figure/form"}, codes(issues))
	require.Equal(t, "审查合同25份，通过率［合同.通过率］。", gongwen.PlainText(d.Body[0].(gongwen.Paragraph).Text))
}

// A change without the year before counts this year's documents, but there is nothing to write.
func TestWhatIsNotDefinedNeedNotBeWritten(t *testing.T) {
	sections := []report.Section{{Slot: "应诉", Figures: []fazhi.Figure{
		figure("应诉.败诉率变化", "百分点", fazhi.Points{Now: fazhi.Rate{Num: 1, Den: 3}}),
		figure("应诉.败诉率", "%", fazhi.Rate{Num: 1, Den: 3}),
		figure("应诉.金额", "元", nil), // a sum out of range
	}}}
	n := report.Narrative{Meta: meta, Items: append(parts(), prose(t, 2, "正文。"))}
	_, issues, err := report.Assemble(report.Statutory(), n, sections)
	require.NoError(t, err)
	var messages []string
	for _, i := range issues {
		messages = append(messages, i.Message)
	}
	require.Equal(t, []string{"数据项“应诉.败诉率”没有写入报告", "数据项“应诉.金额”没有写入报告"}, messages)
}

func TestNumbersTypedByHandNeedAFigure(t *testing.T) {
	sections := []report.Section{{Slot: "复议", Figures: []fazhi.Figure{
		figure("复议.审结", "件", fazhi.Count{N: 67}), figure("复议.纠错率", "%", fazhi.Rate{Num: 12, Den: 67}), figure("普法.活动", "场次", fazhi.Count{N: 39}),
	}}}
	for text, typed := range map[string]bool{
		"{{复议.审结}}{{复议.纠错率}}{{普法.活动}}":  false,
		"审结67件，纠错率17.91%，活动39场次、30余场次，": false,
		"2024年第3件，“12348”热线，8+4项职能，三十件": false,
		"审结68件":    true,
		"审结60余件":   false,
		"审结6余件":    true,
		"纠错率18%":   true,
		"活动40余场次":  true,
		"审结1.2万余件": true,
	} {
		n := report.Narrative{File: "narrative.md", Meta: meta, Items: append(parts(),
			prose(t, 7, text), prose(t, 9, "{{复议.审结}}{{复议.纠错率}}{{普法.活动}}"))}
		_, issues, err := report.Assemble(report.Statutory(), n, sections)
		require.NoError(t, err)
		if typed {
			require.Equal(t, []string{"第7行 report/number/typed"}, codes(issues), text)
		} else {
			require.Empty(t, issues, text)
		}
	}
}

func TestHeadingsAreNumbered(t *testing.T) {
	heading := func(level int, s string) report.Item {
		return report.Item{Block: gongwen.Heading{Level: level, Text: []gongwen.Span{gongwen.Text(s)}}}
	}
	n := report.Narrative{Meta: meta, Items: append(parts(),
		heading(1, "成效"), heading(2, "统筹"), heading(3, "学习"), heading(3, "述法"), heading(2, "行政"), heading(3, "合同"), heading(1, "不足"))}
	d, issues, err := report.Assemble(report.Statutory(), n, nil)
	require.NoError(t, err)
	require.Empty(t, issues)
	var labels []string
	for _, b := range d.Body {
		labels = append(labels, b.(gongwen.Heading).Label)
	}
	require.Equal(t, []string{"一、", "（一）", "1.", "2.", "（二）", "1.", "二、"}, labels)
}

func TestWhatStandsAroundTheBodyIsChecked(t *testing.T) {
	body := append(parts(), prose(t, 2, "正文。"))
	for _, c := range []struct {
		name   string
		change func(*report.Meta)
		want   string // of the message; empty: none
	}{
		{"as it should be", func(*report.Meta) {}, ""},
		{"last day in time", func(m *report.Meta) { m.Date = fazhi.DateOf(2025, 2, 28) }, ""},
		{"not before 1 March", func(m *report.Meta) { m.Date = fazhi.DateOf(2025, 3, 1) }, "成文日期已过报送的期限"},
		{"not before 1 April", func(m *report.Meta) { m.Date = fazhi.DateOf(2025, 4, 1) }, "成文日期已过公开的期限"},
		{"within the year", func(m *report.Meta) { m.Date = fazhi.DateOf(2024, 12, 20); m.Number.Year = 2024 }, "成文日期早于所报告年度结束"},
		{"number of another year", func(m *report.Meta) { m.Number.Year = 2024 }, "发文字号的年份与成文日期不一致"},
		{"head without signer", func(m *report.Meta) { m.Mark = "清源市泉源区司法局文件" }, "报告是上行文，版头应当标注签发人"},
		{"title of another year", func(m *report.Meta) { m.Title = "某局关于2023年度法治政府建设情况的报告" }, "标题的年份与报告年度不一致"},
		{"title of several years", func(m *report.Meta) { m.Title = "某局关于2023年、2024年法治政府建设情况的报告" }, ""},
		{"title without a year", func(m *report.Meta) { m.Title = "某局法治政府建设情况的报告" }, ""},
		{"no addressee", func(m *report.Meta) { m.To = "" }, "叙述的开头没有写明“主送”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := meta
			c.change(&m)
			_, issues, err := report.Assemble(report.Statutory(), report.Narrative{Meta: m, Items: body}, nil)
			require.NoError(t, err)
			if c.want == "" {
				require.Empty(t, issues)
				return
			}
			require.Len(t, issues, 1)
			require.Equal(t, c.want, issues[0].Message)
			require.NotEmpty(t, issues[0].Basis)
		})
	}
}

func TestANarrativeWithoutProseIsNoReport(t *testing.T) {
	_, _, err := report.Assemble(report.Statutory(), report.Narrative{Meta: meta, Items: parts()}, nil)
	require.ErrorIs(t, err, report.ErrNarrative)
}

func TestMalformedPlaceholders(t *testing.T) {
	for _, text := range []string{"{{", "{{复议}}", "{{复议.}}", "{{.收到}}", "{{复议.收到|多}}", "{{复议.收到|x位小数}}", "{{复议.收到|10位小数}}", "{{a b.c}}"} {
		_, _, err := report.Prose(text, 1)
		require.ErrorIs(t, err, report.ErrPlaceholder, text)
	}
}

func TestOneBadPlaceholderDoesNotHideTheOthers(t *testing.T) {
	spans, marks, err := report.Prose("{{坏}}收到{{复议.收到}}，{{又坏{{复议.审结|数}}，{{a.b|多}}，{{末", 3)
	require.Equal(t, []gongwen.Span{
		gongwen.Text("{{坏}}收到"), gongwen.Figure{ID: "复议.收到"}, gongwen.Text("，{{又坏"), gongwen.Figure{ID: "复议.审结"}, gongwen.Text("，{{a.b|多}}，{{末"),
	}, spans)
	require.Equal(t, []report.Mark{{ID: "复议.收到", Line: 3}, {ID: "复议.审结", Form: fazhi.Form{Bare: true}, Line: 3}}, marks)
	require.Len(t, err.(interface{ Unwrap() []error }).Unwrap(), 4)
	require.ErrorIs(t, err, report.ErrPlaceholder)
}

func TestAUnitIsNotWrittenTwice(t *testing.T) {
	sections := []report.Section{{Slot: "复议", Figures: []fazhi.Figure{
		figure("复议.收到", "件", fazhi.Count{N: 67}), figure("复议.纠错率", "%", fazhi.Rate{Num: 12, Den: 67}),
		figure("援助.金额", "元", fazhi.Money(100)), {ID: "述法.部门", Unit: "个", Noun: "部门", Value: fazhi.Count{N: 46}},
		{ID: "述法.机关", Unit: "个", Value: fazhi.Count{N: 4}}, figure("应诉.变化", "百分点", fazhi.Points{Now: fazhi.Rate{Num: 1, Den: 2}, Before: fazhi.Rate{Num: 1, Den: 3}}),
	}}}
	all := prose(t, 9, "{{复议.收到}}，{{复议.纠错率}}，{{援助.金额}}，{{述法.部门}}，{{述法.机关}}，{{应诉.变化}}。")
	for text, twice := range map[string]bool{
		"{{复议.收到}}件": true, "{{复议.收到|余}}件": true, "{{复议.收到|数}}件": false, "{{复议.收到}}，件数": false,
		"{{援助.金额}}元": true, "{{复议.纠错率}}%": true, "{{复议.纠错率}}％": true, "{{复议.纠错率|数}}%": false,
		"{{述法.部门}}部门": true, "{{述法.部门}}个部门": true, "{{述法.机关}}部门": false, "{{述法.机关}}个": true, "{{应诉.变化}}个百分点": true,
	} {
		n := report.Narrative{File: "n.md", Meta: meta, Items: append(parts(), prose(t, 7, text), all)}
		_, issues, err := report.Assemble(report.Statutory(), n, sections)
		require.NoError(t, err)
		if twice {
			require.Equal(t, []string{"第7行 report/number/unit"}, codes(issues), text)
		} else {
			require.Empty(t, issues, text)
		}
	}
	cells := [][]gongwen.Span{{gongwen.Figure{ID: "复议.收到"}}, {gongwen.Text("件")}}
	n := report.Narrative{Meta: meta, Items: append(parts(), all, report.Item{Line: 3, Block: gongwen.Table{Header: cells}, Marks: []report.Mark{{ID: "复议.收到"}}})}
	_, issues, err := report.Assemble(report.Statutory(), n, sections)
	require.NoError(t, err)
	require.Empty(t, issues, "the next cell of a table is not what follows")
}

func TestATypedNumberIsNamedByItsOwnLine(t *testing.T) {
	item := prose(t, 7, "审结68件，办理{{复议.审结}}，另有99件。")
	item.Lines = []report.LineStart{{At: 0, Line: 7}, {At: len("审结68件，"), Line: 8}, {At: len("审结68件，办理，"), Line: 9}}
	sections := []report.Section{{Slot: "复议", Figures: []fazhi.Figure{figure("复议.审结", "件", fazhi.Count{N: 67})}}}
	_, issues, err := report.Assemble(report.Statutory(), report.Narrative{Meta: meta, Items: append(parts(), item)}, sections)
	require.NoError(t, err)
	require.Equal(t, []string{"第7行 report/number/typed", "第9行 report/number/typed"}, codes(issues))
}

func TestASumOutOfRangeIsNotCalledADivisionByZero(t *testing.T) {
	sections := []report.Section{{Slot: "援助", Figures: []fazhi.Figure{figure("援助.金额", "元", nil), figure("援助.率", "%", fazhi.Rate{})}}}
	n := report.Narrative{Meta: meta, Items: append(parts(), prose(t, 7, "{{援助.金额}}，{{援助.率}}"))}
	_, issues, err := report.Assemble(report.Statutory(), n, sections)
	require.NoError(t, err)
	require.Len(t, issues, 2)
	require.Equal(t, "数据项“援助.金额”没有数值：超出范围", issues[0].Message)
	require.Equal(t, "数据项“援助.率”没有数值：分母为零", issues[1].Message)
}

func TestWhatCouldNotBeReadIsNotMissing(t *testing.T) {
	n := report.Narrative{Meta: report.Meta{Unread: []string{"标题", "发文机关", "主送", "成文日期", "年度"}}, Items: append(parts(), prose(t, 2, "正文。"))}
	_, issues, err := report.Assemble(report.Statutory(), n, nil)
	require.NoError(t, err)
	require.Len(t, issues, 1)
	require.Equal(t, "叙述的开头没有写明“发文字号”", issues[0].Message)
}

func ExampleAssemble() {
	section, err := report.Sentence("政府合同", "全年审查政府合同{{合同.审查}}。", []fazhi.Figure{{
		ID: "合同.审查", Name: "审查政府合同", Unit: "份", Value: fazhi.Count{N: 25}, Period: fazhi.YearOf(2024),
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	narrative := report.Narrative{File: "narrative.md", Meta: meta, Items: []report.Item{
		{Line: 12, Part: "举措成效"}, {Line: 13, Slot: "政府合同"},
	}}
	d, issues, err := report.Assemble(report.Statutory(), narrative, []report.Section{section})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(gongwen.PlainText(d.Body[0].(gongwen.Paragraph).Text))
	for _, i := range issues {
		fmt.Println(i.Message)
	}
	// Output:
	// 全年审查政府合同25份。
	// 缺少“不足原因”部分：上一年度推进法治政府建设存在的不足和原因
	// 缺少“第一责任人”部分：上一年度党政主要负责人履行推进法治建设第一责任人职责的有关情况
	// 缺少“下年安排”部分：下一年度推进法治政府建设的主要安排
}

// A template that requires a plug-in is not fulfilled by anybody else's section.
func TestRequiredPluginsMustGiveSections(t *testing.T) {
	template := report.Statutory()
	template.Requires = []string{"licheng/petition", "licheng/court"}
	n := report.Narrative{Meta: meta, Items: append(parts(), prose(t, 9, "正文。"))}
	_, issues, err := report.Assemble(template, n, []report.Section{{Slot: "信访", By: "licheng/petition"}, {Slot: "法院"}})
	require.NoError(t, err)
	require.Equal(t, []string{" report/plugin/missing"}, codes(issues))
	require.Contains(t, issues[0].Message, "licheng/court")
}
