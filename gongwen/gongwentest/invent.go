package gongwentest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Invent returns the n-th of an endless row of documents: reports, notices, letters, orders and minutes with headings,
// lists, tables, notes, attachments, seals and imprints, whose sentences hold what is hard to break. The same n gives the
// same document. Nobody in them exists.
func Invent(n int) *gongwen.Document {
	v := &inventor{r: rand.New(rand.NewPCG(uint64(n), 9704))}
	switch v.r.IntN(8) {
	case 0:
		return v.letter()
	case 1:
		return v.minutes()
	case 2:
		return v.order()
	}
	return v.general()
}

// An inventor makes one document.
type inventor struct{ r *rand.Rand }

func (v *inventor) pick(words string) string {
	list := strings.Fields(words)
	return list[v.r.IntN(len(list))]
}

func (v *inventor) often(percent int) bool { return v.r.IntN(100) < percent }

func (v *inventor) number() string {
	switch v.r.IntN(5) {
	case 0:
		return fmt.Sprintf("%d.%02d", v.r.IntN(100), v.r.IntN(100))
	case 1:
		return fmt.Sprint(1000 + v.r.IntN(90000))
	}
	return fmt.Sprint(1 + v.r.IntN(400))
}

func (v *inventor) date() fazhi.Date {
	return fazhi.DateOf(2019+v.r.IntN(7), time.Month(1+v.r.IntN(12)), 1+v.r.IntN(28))
}

const (
	inventedOrgans = "泉州市泉源区司法局 泉源区人民政府 泉州市泉源区财政局 泉源区民政局 泉州市泉源区人力资源和社会保障局 泉源区信访局"
	inventedTopics = "行政复议 行政应诉 人民调解 法治宣传教育 案卷评查 规范性文件备案审查 政府合同审查 法律援助 社区矫正 公共法律服务"
	inventedActs   = "统筹推进 健全机制 严格把关 压实责任 提升质效 化解风险 强化监督 优化服务 加强培训 规范流程"
	inventedUnits  = "件 份 项 人次 场次 个 条 万元 万余份 个百分点 户"
)

// sentence returns one sentence.
func (v *inventor) sentence() string {
	topic, act := v.pick(inventedTopics), v.pick(inventedActs)
	switch v.r.IntN(10) {
	case 0:
		return v.date().Chinese() + "，召开" + topic + "工作推进会，研究" + act + "的具体措施。"
	case 1:
		return "印发《关于做好" + v.date().Chinese()[:7] + "度" + topic + "工作的通知》（泉源司〔2024〕" + v.number() + "号），要求各单位" + act + "。"
	case 2:
		return "共办理" + topic + v.number() + v.pick(inventedUnits) + "，办结率" + v.number() + "%，同比增加" + v.number() + "个百分点。"
	case 3:
		return "围绕“" + act + "”“" + v.pick(inventedActs) + "”，探索“党建+" + topic + "”模式——一窗受理、集成办理、限时办结。"
	case 4:
		return "使用OFD、PDF等格式归档" + v.number() + "份，网址为https://www.example.gov.cn/fzzf/" + fmt.Sprint(v.r.IntN(100000)) + ".html。"
	case 5:
		return "其中：一是" + act + "；二是" + v.pick(inventedActs) + "；三是" + v.pick(inventedActs) + "（具体分工另行通知）。"
	case 6:
		return "第" + v.pick("一 二 三 十七 二十一") + "次会议审议通过" + v.pick("三 五 两") + "项制度，涉及" + topic + "、" + v.pick(inventedTopics) + "等" + v.number() + "个方面……"
	}
	return "区司法局坚持以人民为中心，把" + topic + "摆在突出位置，" + act + "，推动各项工作走深走实、见行见效。"
}

func (v *inventor) sentences(least, most int) string {
	var b strings.Builder
	for range least + v.r.IntN(most-least+1) {
		b.WriteString(v.sentence())
	}
	return b.String()
}

// spans returns a text with now and then an emphasis, a figure or a note.
func (v *inventor) spans(least, most int) []gongwen.Span {
	out := []gongwen.Span{gongwen.Text(v.sentences(least, most))}
	if v.often(20) {
		out = append([]gongwen.Span{gongwen.Emphasis(v.pick(inventedActs) + "。")}, out...)
	}
	if v.often(20) {
		out = append(out, gongwen.Text("累计"), gongwen.Figure{ID: "事项.数量", Text: v.number() + "件"}, gongwen.Text("。"))
	}
	if v.often(8) {
		out = append(out, gongwen.Note{Text: v.sentence()}, gongwen.Text(v.sentence()))
	}
	return out
}

func (v *inventor) paragraph(least, most int) gongwen.Block {
	return gongwen.Paragraph{Text: v.spans(least, most)}
}

func (v *inventor) table() gongwen.Table {
	t := gongwen.Table{
		Caption: v.pick(inventedTopics) + "情况表", Widths: []int{2, 1, 3}, Right: []bool{false, true, false},
		Header: [][]gongwen.Span{text("事项"), text("数量"), text("说明")}, Landscape: v.often(15),
	}
	for range 1 + v.r.IntN(12) {
		t.Rows = append(t.Rows, [][]gongwen.Span{text(v.pick(inventedTopics)), text(v.number()), text(v.pick(inventedActs))})
	}
	return t
}

func (v *inventor) list() gongwen.List {
	l := gongwen.List{Ordered: v.often(70)}
	for range 2 + v.r.IntN(3) {
		l.Items = append(l.Items, v.spans(1, 2))
	}
	return l
}

// blocks returns a body with headings of so many parts.
func (v *inventor) blocks(parts int) []gongwen.Block {
	out := []gongwen.Block{v.paragraph(1, 2)}
	for range parts {
		out = append(out, gongwen.Heading{Level: 1, Text: text(v.pick(inventedTopics) + v.pick("情况 工作成效 存在的不足 下一步打算"))})
		for range v.r.IntN(3) {
			out = append(out, gongwen.Heading{Level: 2, Text: text(v.pick(inventedActs) + "，" + v.pick(inventedActs))})
			out = append(out, v.items()...)
		}
		out = append(out, v.paragraph(2, 6))
		switch {
		case v.often(10):
			out = append(out, v.table())
		case v.often(15):
			out = append(out, v.list())
		}
	}
	return gongwen.NumberHeadings(out)
}

// items are headings that run into their paragraphs, or paragraphs alone.
func (v *inventor) items() []gongwen.Block {
	var out []gongwen.Block
	for range 1 + v.r.IntN(3) {
		if v.often(60) {
			out = append(out, gongwen.Heading{Level: 3, Text: text(v.pick(inventedActs) + "。"), RunIn: true})
		}
		out = append(out, v.paragraph(2, 5))
	}
	return out
}

func (v *inventor) general() *gongwen.Document {
	organ := v.pick(inventedOrgans)
	d := &gongwen.Document{
		Title: organ + "关于" + v.pick(inventedTopics) + "情况的" + v.pick("报告 通知 通报 意见"),
		To:    v.pick("区委、区政府 各街道办事处 区直各有关单位"), Body: v.blocks(1 + v.r.IntN(4)),
		Sign: gongwen.Signature{Organs: []string{organ}, Date: v.date(), Seal: v.often(50)},
	}
	if v.often(50) {
		d.Head = gongwen.Head{Mark: organ + "文件", Number: fazhi.Number{Issuer: "泉源司", Year: 2024, Seq: 1 + v.r.IntN(99)}}
	}
	if v.often(10) {
		d.Body = append([]gongwen.Block{gongwen.Contents{}, gongwen.PageBreak{}}, d.Body...)
	}
	if v.often(20) {
		d.Sign.Organs = append(d.Sign.Organs, v.pick(inventedOrgans))
	}
	for range v.r.IntN(3) {
		d.Attachments = append(d.Attachments, gongwen.Attachment{Title: v.pick(inventedTopics) + "清单", Body: v.blocks(1)})
	}
	if v.often(60) {
		d.Note = "此件主动公开"
	}
	if v.often(40) {
		d.Imprint = gongwen.Imprint{CopyTo: []string{"市司法局", "区人大常委会办公室", v.pick(inventedOrgans)}, Printer: organ + "办公室", Printed: v.date()}
	}
	return d
}

func (v *inventor) letter() *gongwen.Document {
	organ := v.pick(inventedOrgans)
	return &gongwen.Document{
		Format: gongwen.Letter, Title: organ + "关于" + v.pick(inventedTopics) + "有关事项的函", To: v.pick("区统计局 区财政局"),
		Head: gongwen.Head{Mark: organ, Number: fazhi.Number{Issuer: "泉源司函", Year: 2024, Seq: 1 + v.r.IntN(99)}},
		Body: []gongwen.Block{v.paragraph(2, 6), v.paragraph(1, 3)},
		Sign: gongwen.Signature{Organs: []string{organ}, Date: v.date(), Seal: true},
	}
}

func (v *inventor) minutes() *gongwen.Document {
	return &gongwen.Document{
		Format: gongwen.Minutes, Title: v.pick(inventedTopics) + "工作会议纪要",
		Head:  gongwen.Head{Mark: "泉源区司法局会议纪要", Serial: fmt.Sprintf("第%d期", 1+v.r.IntN(40))},
		Body:  v.blocks(1 + v.r.IntN(2)),
		Rolls: []gongwen.Roll{{Label: "出席", Names: []string{"甲某某", "乙某", "丙某某"}}, {Label: "列席", Names: []string{"丁某"}}},
	}
}

func (v *inventor) order() *gongwen.Document {
	return &gongwen.Document{
		Format: gongwen.Order, Head: gongwen.Head{Mark: "泉州市泉源区人民政府令", Serial: fmt.Sprintf("第%d号", 1+v.r.IntN(40))},
		Body: []gongwen.Block{v.paragraph(1, 3)},
		Sign: gongwen.Signature{Signatories: []gongwen.Signatory{{Post: "区　长", Name: v.pick("甲某某 乙某")}}, Date: v.date()},
	}
}
