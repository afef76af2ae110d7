package layout_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

func embedded(tb testing.TB) *layout.Fonts {
	tb.Helper()
	f, err := fonts.Embedded()
	require.NoError(tb, err)
	return f
}

// lay sets a document on the page of the standard.
func lay(tb testing.TB, doc *gongwen.Document) *layout.Pages {
	tb.Helper()
	pages, issues, err := layout.Lay(doc, gongwen.GB9704(), embedded(tb))
	require.NoError(tb, err)
	require.Empty(tb, issues)
	return pages
}

func text(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }

func paragraph(s string) gongwen.Block { return gongwen.Paragraph{Text: text(s)} }

func document(blocks ...gongwen.Block) *gongwen.Document { return &gongwen.Document{Body: blocks} }

// sentences are invented. They have what is hard to break: numbers with units, quotations, titles of documents, dashes.
var sentences = []string{
	"区司法局坚持以人民为中心，全面落实“谁执法谁普法”责任制，推动各项工作走深走实。",
	"全年共受理行政复议申请111件，审结67件，纠错率17.91%；办理行政应诉案件29件，出庭应诉率100%。",
	"印发《关于进一步加强行政规范性文件监督管理工作的通知》（泉源司〔2024〕12号），明确“三统一”要求——统一登记、统一编号、统一印发。",
	"组织案卷评查3次，抽查17个部门315件卷宗，采取“法律顾问+赋权部门”双评方式，发现问题47条，均已整改。",
	"调解矛盾纠纷4155件，调解成功4137件，为困难群众挽回经济损失257.3万元，发放宣传资料7万余份。",
	"与上年相比，败诉率下降10.91个百分点；推出“8+4”项职能清单、“3+1+N”工作体系，覆盖8个街道、279个住宅小区。",
	"2024年11月20日至12月4日，开展“宪法宣传周”系列活动……累计举办讲座46场，咨询534人次，反响良好。",
	"第十七次会议审议通过《泉源区重大行政决策目录（2024年版）》，涉及教育、医疗、住房、养老4类12项。",
}

func prose(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(sentences[i%len(sentences)])
	}
	return b.String()
}

// report is about ten pages long.
func report() *gongwen.Document {
	d := &gongwen.Document{
		Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
		To:    "区委、区政府",
		Sign:  gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, time.February, 17)},
		Note:  "此件主动公开",
	}
	d.Body = append(d.Body, paragraph("现将有关情况报告如下："))
	n := 0
	for _, part := range []string{"2024年度工作成效", "存在的不足", "2025年度工作思路"} {
		d.Body = append(d.Body, gongwen.Heading{Level: 1, Text: text(part)}, paragraph(prose(2)))
		for _, section := range []string{"强化全面统筹，推进依法治区", "深化依法行政，规范执法行为", "抓实普法宣传，化解矛盾纠纷"} {
			d.Body = append(d.Body, gongwen.Heading{Level: 2, Text: text(section)})
			for _, item := range []string{"健全工作机制。", "严格执法监督。", "提升服务质效。"} {
				n++
				d.Body = append(d.Body, gongwen.Heading{Level: 3, Text: text(item), RunIn: true}, paragraph(prose(3+n%3)))
			}
		}
	}
	d.Body = gongwen.NumberHeadings(d.Body)
	return d
}

// upward is a report to a higher organ with everything above the red line, a seal, attachments and an imprint.
func upward() *gongwen.Document {
	d := report()
	d.Body = d.Body[:6]
	d.Head = gongwen.Head{
		Copy: "000012", Secrecy: "机密★1年", Urgency: "加急", Mark: "泉州市泉源区司法局文件",
		Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 5}, Signers: []string{"甲某某", "乙某", "丙某某"},
	}
	d.Sign.Seal = true
	d.Attachments = []gongwen.Attachment{
		{Title: "2024年度案件数据表", Body: []gongwen.Block{cases(30)}},
		{Title: "泉源区行政执法案卷评查标准和行政规范性文件合法性审查操作指引", Body: []gongwen.Block{
			gongwen.List{Ordered: true, Items: [][]gongwen.Span{text("立案材料齐全；"), text(prose(2))}},
		}},
	}
	d.Imprint = gongwen.Imprint{
		CopyTo:  []string{"市司法局", "区人大常委会办公室", "区政协办公室", "区监委", "区法院", "区检察院", "各街道办事处"},
		Printer: "泉州市泉源区司法局办公室", Printed: fazhi.DateOf(2025, time.February, 18),
	}
	return d
}

// cases is a table that needs more than a page.
func cases(n int) gongwen.Table {
	t := gongwen.Table{
		Caption: "案件办理情况", Header: [][]gongwen.Span{text("事项"), text("数量（件）"), text("说明")},
		Widths: []int{2, 1, 3}, Right: []bool{false, true, false},
	}
	for i := range n {
		row := [][]gongwen.Span{text("行政复议"), text("111"), text("其中审结67件，纠错率17.91%，其余在办理期限之内")}
		t.Rows = append(t.Rows, row[:3-i%2])
	}
	return t
}
