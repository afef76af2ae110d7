package read_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/read"
	"github.com/fazhi-go/fazhi/statute"
)

// lawNumbering are the automatic numbers with which Word files of laws are written: 第一章, 第一条, （一）, 1.
const lawNumbering = `<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
	`<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1章"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>` +
	`<w:lvlText w:val="第%1条"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>` +
	`<w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/>` +
	`<w:lvlText w:val="%3."/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`

func lines(t *testing.T, data []byte) ([]string, []read.Line, fazhi.Issues) {
	t.Helper()
	got, issues, err := read.DocxLines("办法.docx", data)
	require.NoError(t, err)
	var texts []string
	for _, l := range got {
		texts = append(texts, l.Text)
	}
	require.Equal(t, read.Join(got), strings.Join(append(texts, ""), "\n"))
	return texts, got, issues
}

func TestAutomaticNumbersOfALawAreLines(t *testing.T) {
	body := p("泉源区养犬管理办法") + numbered("1", "0", "总则") + numbered("2", "0", "为了规范养犬，制定本办法。") +
		numbered("2", "0", "有下列情形之一的，不得养犬：") + numbered("2", "1", "没有固定住所的；") + numbered("2", "1", "有下列记录的：") +
		numbered("2", "2", "弃养；") + numbered("2", "2", "伤人。") + numbered("1", "0", "附则") + numbered("2", "0", "本办法自2024年5月1日起施行。")
	texts, got, issues := lines(t, word(t, body, "numbering", lawNumbering))
	require.Empty(t, issues)
	require.Equal(t, []string{"泉源区养犬管理办法", "第一章　总则", "第一条　为了规范养犬，制定本办法。", "第二条　有下列情形之一的，不得养犬：",
		"（一）没有固定住所的；", "（二）有下列记录的：", "1.弃养；", "2.伤人。", "第二章　附则", "第三条　本办法自2024年5月1日起施行。"}, texts)
	require.Equal(t, fazhi.Origin{File: "办法.docx", Cell: "第4段"}, got[3].Origin)

	law, _ := statute.Parse("办法.docx", read.Join(got))
	require.Equal(t, "2.伤人。", strings.TrimSpace(law.Find("/art_2/para_1/point_2/indent_2").String()))
	require.Equal(t, statute.Chapter, law.Find("/chp_2").Kind)
}

func TestTablesAndNotesAreLines(t *testing.T) {
	body := p("甲") + `<w:tbl><w:tr><w:tc>` + p("项|目") + `</w:tc><w:tc>` + p("元") + `</w:tc></w:tr><w:tr><w:tc>` + p("乙") + `</w:tc></w:tr></w:tbl>` +
		`<w:p>` + r("丙") + `<w:r><w:footnoteReference w:id="2"/></w:r>` + r("。") + `</w:p>`
	texts, _, issues := lines(t, word(t, body, "footnotes", `<w:footnotes><w:footnote w:id="2">`+p("注文")+`</w:footnote></w:footnotes>`))
	require.Empty(t, issues)
	require.Equal(t, []string{"甲", `| 项\|目 | 元 |`, "| --- | --- |", "| 乙 |  |", "丙（注1）。", "（注1）注文"}, texts)
}

// What this module writes comes back line by line.
func TestWrittenLinesComeBack(t *testing.T) {
	spans := func(parts ...gongwen.Span) []gongwen.Span { return parts }
	d := &gongwen.Document{
		Title: "泉源区养犬管理办法",
		Body: []gongwen.Block{
			gongwen.Paragraph{Align: gongwen.Centered, Text: spans(gongwen.Emphasis("第一章　总则"))},
			gongwen.Paragraph{Text: spans(gongwen.Emphasis("第一条"), gongwen.Text("　为了规范养犬，制定本办法。"))},
			gongwen.Table{Header: [][]gongwen.Span{spans(gongwen.Text("事项"))}, Rows: [][][]gongwen.Span{{spans(gongwen.Text("登记"))}}},
		},
		Sign: gongwen.Signature{Organs: []string{"泉州市泉源区人民政府"}, Date: fazhi.DateOf(2024, 3, 5)},
	}
	texts, _, issues := lines(t, written(t, d))
	require.Empty(t, issues)
	require.Equal(t, []string{"泉源区养犬管理办法", "第一章　总则", "第一条　为了规范养犬，制定本办法。", "| 事项 |", "| --- |", "| 登记 |",
		"泉州市泉源区人民政府", "2024年3月5日"}, texts)
}

func TestWhatIsNoWordFileHasNoLines(t *testing.T) {
	got, _, err := read.DocxLines("办法.docx", []byte("甲"))
	require.ErrorIs(t, err, read.ErrDocument)
	require.Nil(t, got)
}
