package narrative_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report/narrative"
)

const letter = `---
格式: 信函
标题: 泉源区司法局关于提供案件数据的函
发文机关: 泉源区司法局
发文机关标志: 泉源区司法局
发文字号: 泉源司函〔2025〕12号
主送: 区统计局
成文日期: 2025-03-03
用印: 是
公开方式: 依申请公开
关键词: [复议, 统计]
---
{{目录}}
{{另页}}
# 办案情况
全年审结67件[^甲]，调解**4155件**。

[^甲]: 不含上年结转。

{{横排表 办案情况表}}
| 事项 | 件 |
| --- | ---: |
| 复议 | 67 |

![印章](图/章.png)

{{附件 统计口径}}
# 范围
附件正文。
`

func stamp(t *testing.T) []byte {
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 4))))
	return b.Bytes()
}

func TestDocument(t *testing.T) {
	data := stamp(t)
	d, issues, err := narrative.Document("函.md", []byte(letter), fstest.MapFS{"图/章.png": {Data: data}})
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, gongwen.Letter, d.Format)
	require.Equal(t, "泉源司函〔2025〕12号", d.Head.Number.String())
	require.Equal(t, gongwen.Signature{Organs: []string{"泉源区司法局"}, Date: fazhi.DateOf(2025, 3, 3), Seal: true}, d.Sign)
	require.Equal(t, "此件依申请公开", d.Note)
	require.Equal(t, gongwen.Props{Issuer: "泉源区司法局", Created: d.Sign.Date, Keywords: []string{"复议", "统计"}, Disclosure: "依申请公开"}, d.Props)
	text := func(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }
	require.Equal(t, []gongwen.Block{
		gongwen.Contents{}, gongwen.PageBreak{},
		gongwen.Heading{Level: 1, Label: "一、", Text: text("办案情况")},
		gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("全年审结67件"), gongwen.Note{Text: "不含上年结转。"}, gongwen.Text("，调解"),
			gongwen.Emphasis("4155件"), gongwen.Text("。")}},
		gongwen.Table{Caption: "办案情况表", Landscape: true, Header: [][]gongwen.Span{text("事项"), text("件")},
			Right: []bool{false, true}, Rows: [][][]gongwen.Span{{text("复议"), text("67")}}},
		gongwen.Image{Data: data, Alt: "印章"},
	}, d.Body)
	require.Equal(t, []gongwen.Attachment{{Title: "统计口径", Body: []gongwen.Block{
		gongwen.Heading{Level: 1, Label: "一、", Text: text("范围")}, gongwen.Paragraph{Text: text("附件正文。")},
	}}}, d.Attachments)
}

func TestOrdersAndMinutes(t *testing.T) {
	d, issues, err := narrative.Document("令.md", []byte("---\n格式: 命令\n编号: 第5号\n发文机关: 区政府\n成文日期: 2025-01-08\n签发人职务: [区长 甲某某, 副区长, 县长　乙某, 区　长]\n出席: [甲, 乙]\n列席: 丙\n---\n文。\n"), nil)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, gongwen.Order, d.Format)
	require.Equal(t, []gongwen.Signatory{{Post: "区长", Name: "甲某某"}, {Post: "副区长"}, {Post: "县长", Name: "乙某"}, {Post: "区　长"}}, d.Sign.Signatories)
	require.Empty(t, d.Sign.Organs, "who signs in person does so instead of the organ")
	require.Equal(t, []gongwen.Roll{{Label: "出席", Names: []string{"甲", "乙"}}, {Label: "列席", Names: []string{"丙"}}}, d.Rolls)
}

// Everything that is wrong is named by its line, and nothing that was typed is lost.
func TestFaultsOfADocument(t *testing.T) {
	for _, k := range []struct{ body, want string }{
		{"{{复议.收到}}件。", "没有这个标记；可以写的有 {{目录}}"},
		{"文[^乙]。", "没有与此对应的注"},
		{"[^乙]: 注。", "正文没有引用这条注"},
		{"文[^乙]。\n\n[^乙]: 注。\n\n[^乙]: 又。", "这条注写了两次"},
		{"{{表 甲}}\n文。", "表题之后没有表格"},
		{"{{附件}}\n文。", "附件没有标题"},
		{"![图](../etc/passwd)", "图片文件读不到"},
		{"![图](坏.png)", "图片不是 PNG 或 JPEG"},
		{"> 引文", "公文正文不能有引用块"},
	} {
		t.Run(k.want, func(t *testing.T) {
			d, issues, err := narrative.Document("文.md", []byte("---\n标题: 题\n发文机关: 局\n成文日期: 2025-01-08\n---\n"+k.body+"\n"), fstest.MapFS{"坏.png": {Data: []byte("GIF")}})
			require.NoError(t, err)
			require.NotEmpty(t, issues)
			require.Contains(t, issues[0].Message, k.want)
			require.True(t, strings.HasPrefix(issues[0].Origin.Cell, "第"))
			if strings.HasPrefix(k.body, "文[^") && !strings.Contains(k.body, "]:") {
				require.Equal(t, "文[^乙]。", gongwen.PlainText(d.Body[0].(gongwen.Paragraph).Text))
			}
		})
	}
	_, issues, err := narrative.Document("文.md", []byte("---\n格式: 通知\n---\n文。\n"), nil)
	require.NoError(t, err)
	require.Contains(t, issues[0].Message, "应是 公文、信函、命令 或 纪要")
	_, issues, _ = narrative.Document("文.md", []byte("---\n标题: 题\n---\n![图](图.png)\n"), nil)
	require.Contains(t, issues[0].Message, "这里不能插入图片")
}

func FuzzDocument(f *testing.F) {
	f.Add([]byte(letter))
	f.Add([]byte("---\n---\n{{表}}\n[^a]: b\n[^a]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, _, err := narrative.Document("f.md", data, fstest.MapFS{})
		if err != nil {
			return
		}
		for _, body := range append([]gongwen.Attachment{{Body: d.Body}}, d.Attachments...) {
			_, err := gongwen.Lower(body.Body)
			require.NoError(t, err)
		}
	})
}

func TestWhatADocumentMustHave(t *testing.T) {
	messages := func(source string) (out []string) {
		_, issues, err := narrative.Document("文.md", []byte(source), nil)
		require.NoError(t, err)
		for _, i := range issues {
			out = append(out, i.Message)
		}
		return out
	}
	require.Equal(t, []string{"没有写明“标题”", "没有写明“正文”", "没有写明“发文机关”", "没有写明“成文日期”"}, messages("---\n附注: 甲\n---\n"))
	require.Empty(t, messages("---\n格式: 纪要\n标题: 题\n---\n文。\n"), "minutes are not signed")
	require.Equal(t, []string{"没有写明“成文日期”"}, messages("---\n格式: 命令\n签发人职务: 区长\n---\n文。\n"), "orders have no title")
	require.Equal(t, []string{"“成文日期”应写作 2025-02-17"}, messages("---\n标题: 题\n发文机关: 局\n成文日期: 昨天\n---\n文。\n"), "said once")
}

func TestTitlesBrokenByHandAndEmptyKeys(t *testing.T) {
	d, issues, err := narrative.Document("文.md", []byte("---\n标题: [关于加强, 人民调解的通知]\n发文机关: 局\n成文日期: 2025-01-08\n抄送:\n签发人:\n主送: null\n附注: 另有说明\n公开方式: 主动公开\n---\n**重[^1]**。\n\n[^1]: 注。\n"), nil)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, "关于加强人民调解的通知", d.Title)
	require.Equal(t, []string{"关于加强", "人民调解的通知"}, d.TitleLines)
	require.Empty(t, d.Imprint.CopyTo)
	require.Empty(t, d.Head.Signers)
	require.Empty(t, d.To)
	require.Equal(t, "另有说明", d.Note)
	require.Equal(t, "主动公开", d.Props.Disclosure)
	require.Equal(t, []gongwen.Span{gongwen.Emphasis("重"), gongwen.Note{Text: "注。"}, gongwen.Text("。")}, d.Body[0].(gongwen.Paragraph).Text)
}
