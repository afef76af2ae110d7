package lint_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/lint"
	"github.com/fazhi-go/fazhi/gongwen/read"
)

// clean is an invented report without faults, full of what rules look at.
const clean = `泉州市泉源区司法局关于2024年度法治政府建设情况的报告
区委、区政府：
2024年，泉源区司法局坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大和二十届二中、三中全会精神。现将有关情况报告如下：
一、2024年度工作成效
局主要领导对重要事项亲自部署、亲自过问、亲自协调、亲自督办。召开党组会23次，办公会议20次，研究事项189个。
（一）强化统筹，推进依法治区
1.加强学习。开展4次专题讲座，覆盖干部343人次，涵盖46个部门56人次，收集建议20余条。
2.规范合同。全市首创“一案一码”“一所一品”，印发《规避重复执法风险提醒函》《甲办法（试行）》。落实《乙办法》（2020年修订）、《丙办法》，执行泉源司〔2024〕12号文件。
3.做好复议。全年收到行政复议申请111件，已受理的案件中审结67件，其中纠错12件，纠错率17.91%。应诉29件，败诉率1.37%，同比下降10.91个百分点。
（二）深化服务
1.法律援助。办理283件，挽回损失约257.3万元，节约212.7万元；发放资料7万余份，占计划的15%～30%。
2.人民调解。调处4155件，成功4137件，在第一中学、第七中学等8所学校开展30余场次，2021—2024年连续四年达100%。
二、存在问题
一是形式单一；二是力量不足（含基层）；三是渠道不多。
三、2025年工作思路
截至目前，各项工作正在推进……
泉州市泉源区司法局
2025年2月17日
（此件主动公开）`

func fromText(t testing.TB, text string) *gongwen.Document {
	t.Helper()
	r, err := read.Text("报告.txt", []byte(text))
	require.NoError(t, err)
	return r.Document
}

func TestACleanReport(t *testing.T) {
	require.Empty(t, lint.Document(fromText(t, clean), lint.Options{}))
}

// A report copied from a website, where every mark is half as wide, is right after the fixes.
func TestHalfWidthReport(t *testing.T) {
	d := fromText(t, strings.NewReplacer("，", ",", "：", ":", "（", "(", "）", ")").Replace(clean))
	found := lint.Document(d, lint.Options{})
	require.NotEmpty(t, found)
	for _, f := range found {
		require.EqualValues(t, "gongwen/lint/half-width-mark", f.Code)
	}
	fixed := lint.Apply(d, found)
	require.Empty(t, lint.Document(fixed, lint.Options{}))
	require.Equal(t, fromText(t, clean).Body, fixed.Body)
}

func TestDocumentIsNotChanged(t *testing.T) {
	const text = "近7万余份,共3件..\n截止目前[甲"
	d := fromText(t, text)
	lint.Apply(d, lint.Document(d, lint.Options{}))
	require.Equal(t, fromText(t, text), d)
}

func TestRulesAreSwitchedOff(t *testing.T) {
	d := fromText(t, "截止目前，发放近7万余份。")
	const until, stacked = "gongwen/lint/until-word", "gongwen/lint/stacked-approximation"
	require.Len(t, lint.Document(d, lint.Options{}), 2)
	require.Empty(t, of(until, lint.Document(d, lint.Options{Off: []fazhi.Code{until}})))
	require.Empty(t, of(stacked, lint.Document(d, lint.Options{ConfirmedOnly: true})))
	require.NotEmpty(t, of("gongwen/lint/year-bracket", lint.Document(fromText(t, "根据泉源司[2025]5号执行。"), lint.Options{ConfirmedOnly: true})))
}

func TestOptionsAreVetted(t *testing.T) {
	err := lint.Options{
		Off: []fazhi.Code{"gongwen/lint/none"}, Dot: "、", Names: []lint.Name{{}}, Quotations: []lint.Quotation{{Parts: []string{"甲"}}},
	}.Vet()
	require.ErrorContains(t, err, "gongwen/lint/none")
	for _, word := range []string{"第三层", "名称", "固定提法"} {
		require.ErrorContains(t, err, word)
	}
}

// Figures come from the data; the text around them is changed, they are not.
func TestFiguresAndNotesAreNotChanged(t *testing.T) {
	d := &gongwen.Document{Body: []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{
		gongwen.Text("截止"), gongwen.Figure{ID: "a", Text: "2024年底,"}, gongwen.Text("办理,审结"), gongwen.Note{Text: "甲。。"},
		gongwen.Emphasis(",备案"),
	}}}}
	fixed := lint.Apply(d, lint.Document(d, lint.Options{}))
	require.Equal(t, []gongwen.Span{
		gongwen.Text("截至"), gongwen.Figure{ID: "a", Text: "2024年底,"}, gongwen.Text("办理，审结"), gongwen.Note{Text: "甲。"},
		gongwen.Emphasis("，备案"),
	}, fixed.Body[0].(gongwen.Paragraph).Text)
}

// A block of others is judged as it lowers, and stays as it is.
type foreign struct{ gongwen.Foreign }

func (foreign) Lower() []gongwen.Block {
	return []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("截止目前")}}}
}

func TestABlockOfOthers(t *testing.T) {
	d := &gongwen.Document{Body: []gongwen.Block{foreign{}}}
	found := lint.Document(d, lint.Options{})
	require.Equal(t, "/body/0 0 截止→截至\n", lines(found))
	require.Equal(t, d.Body, lint.Apply(d, found).Body)
}

func TestPlaces(t *testing.T) {
	spans := []gongwen.Span{gongwen.Text("截止目前")}
	d := &gongwen.Document{
		Title: "关于甲的通知。", To: "甲局，",
		Body: []gongwen.Block{
			gongwen.List{Items: [][]gongwen.Span{nil, spans}}, gongwen.Image{Caption: "截止目前"},
			gongwen.Table{Caption: "截止目前", Header: [][]gongwen.Span{spans}, Rows: [][][]gongwen.Span{{nil, spans}}},
		},
		Attachments: []gongwen.Attachment{{Title: "甲。", Body: []gongwen.Block{gongwen.Paragraph{Text: spans}}}},
		Note:        "截止目前", Imprint: gongwen.Imprint{CopyTo: []string{"甲局", "乙局。"}},
	}
	var places []string
	for _, f := range lint.Document(d, lint.Options{}) {
		places = append(places, string(f.Path))
	}
	require.Equal(t, []string{
		"/title", "/to", "/body/0/1", "/body/1/caption", "/body/2/caption", "/body/2/0/0", "/body/2/1/1",
		"/attachments/0/title", "/attachments/0/body/0", "/note", "/imprint/copyTo/1",
	}, places)
	require.Empty(t, lint.Document(lint.Apply(d, lint.Document(d, lint.Options{})), lint.Options{}))
}

// Messages are logged; what the text says stays in the text.
func TestMessagesRepeatNothing(t *testing.T) {
	d := fromText(t, "甲某某“近7万余份,败诉率下降5%（身份证3505")
	found := lint.Document(d, lint.Options{})
	require.NotEmpty(t, found)
	for _, i := range found.Issues() {
		require.NotContains(t, i.Message, "甲")
		require.NotContains(t, i.Message, "7")
		require.NotContains(t, i.Message, "3505")
	}
}

func TestRuleTable(t *testing.T) {
	seen := make(map[fazhi.Code]bool)
	for _, r := range lint.Rules() {
		require.False(t, seen[r.Code], r.Code)
		seen[r.Code] = true
		require.True(t, strings.HasPrefix(string(r.Code), "gongwen/lint/"), r.Code)
		require.NotEmpty(t, r.ID)
		require.NotEmpty(t, r.Doc)
		require.NotEmpty(t, r.Basis)
	}
}
