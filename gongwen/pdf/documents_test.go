package pdf_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

func embedded(tb testing.TB) *layout.Fonts {
	tb.Helper()
	f, err := fonts.Embedded()
	require.NoError(tb, err)
	return f
}

func renderer(tb testing.TB) *pdf.Renderer {
	tb.Helper()
	r, err := pdf.New(gongwen.GB9704(), embedded(tb))
	require.NoError(tb, err)
	return r
}

func render(tb testing.TB, doc *gongwen.Document) []byte {
	tb.Helper()
	var b bytes.Buffer
	_, err := renderer(tb).Render(&b, doc)
	require.NoError(tb, err)
	return b.Bytes()
}

func text(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }

func paragraph(s string) gongwen.Block { return gongwen.Paragraph{Text: text(s)} }

// vocabulary is invented prose with many different characters, as a report has.
const vocabulary = "区司法局坚持以人民为中心的发展思想，认真履行推进法治建设第一责任人职责，把“谁执法谁普法”落到实处。全年共受理行政复议申请" +
	"111件，审结67件，纠错率17.91%；办理应诉案件29件，出庭应诉率100%。印发《关于加强行政规范性文件监督管理的通知》（泉源司〔2024〕12号），" +
	"做到统一登记、统一编号、统一印发——重大决策经合法性审查、集体讨论后公布。组织案卷评查3次，抽查17个部门315件卷宗，发现问题47条，督促整改到位。" +
	"调解矛盾纠纷4155件，挽回损失257.3万元；走访企业、学校、医院、车站、码头、商圈，送去宪法、民法典、劳动合同、未成年人保护、反电信诈骗等宣传资料7万余份。" +
	"社区矫正对象教育帮扶扎实有效，安置帮教衔接顺畅，无脱管漏管；法律援助惠及老年人、妇女、残疾人、农民工，咨询3420人次……下一步，将继续深化改革，" +
	"补短板、强弱项，健全权责清晰、运转高效、保障有力的工作机制，推动营商环境持续优化，努力建设更高水平的平安泉源、法治泉源。"

// report is ten pages long.
func report() *gongwen.Document {
	d := &gongwen.Document{
		Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
		To:    "区委、区政府",
		Sign:  gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, time.February, 17)},
		Note:  "此件主动公开",
		Props: gongwen.Props{Subject: "法治政府建设", Issuer: "泉州市泉源区司法局", Keywords: []string{"法治", "年度报告"}},
	}
	for _, part := range []string{"主要举措和成效", "存在的不足和原因", "下一步工作安排"} {
		d.Body = append(d.Body, gongwen.Heading{Level: 1, Text: text(part)})
		for _, section := range []string{"强化统筹，压实责任", "规范执法，优化服务"} {
			d.Body = append(d.Body, gongwen.Heading{Level: 2, Text: text(section)},
				gongwen.Heading{Level: 3, Text: text("健全工作机制。"), RunIn: true}, paragraph(vocabulary),
				gongwen.Heading{Level: 3, Text: text("狠抓任务落实。"), RunIn: true}, paragraph(vocabulary))
		}
	}
	d.Body = gongwen.NumberHeadings(d.Body)
	return d
}

// upward has a head, a seal, a table, an attachment and an imprint.
func upward() *gongwen.Document {
	d := report()
	d.Body = d.Body[:4]
	d.Head = gongwen.Head{
		Copy: "000012", Secrecy: "机密★1年", Urgency: "加急", Mark: "泉州市泉源区司法局文件",
		Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 5}, Signers: []string{"甲某某", "乙某"},
	}
	d.Sign.Seal = true
	d.Attachments = []gongwen.Attachment{{Title: "数据表", Body: []gongwen.Block{gongwen.Table{
		Header: [][]gongwen.Span{text("事项"), text("件数")}, Right: []bool{false, true},
		Rows: [][][]gongwen.Span{{text("复议"), text("67")}, {text(strings.Repeat("应诉", 20)), text("29")}},
	}}}}
	d.Imprint = gongwen.Imprint{CopyTo: []string{"市司法局"}, Printer: "泉源区司法局办公室", Printed: fazhi.DateOf(2025, 2, 18)}
	return d
}
