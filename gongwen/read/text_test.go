package read_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/read"
)

// report is an invented report, as a website shows it.
var report = []string{
	"• 索 引 号:QZ01999-3000-2025-00002", "• 备注/文号:泉源司[2025]05号", "• 发布机构:泉源区司法局",
	"• 公文生成日期:2025-02-18",
	"泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
	"来源:泉源区司法局 时间:2025-02-18 10:03", "",
	"区委、区政府:", "",
	"　　现将有关情况报告如下:",
	"一、2024年工作成效",
	"(一)强化统筹,推进依法治区",
	"1.加强学习。组织培训3次。",
	"（1）抓好关键少数；",
	"1.5万人参加。",
	"泉州市泉源区司法局", "2025年02月17日", "(此件主动公开)",
	"附件下载", "扫一扫在手机上查看当前页面",
}

func TestAReportAsText(t *testing.T) {
	r := text(t, report...)
	d := r.Document
	require.Equal(t, fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 5}, d.Head.Number)
	require.Equal(t, "QZ01999-3000-2025-00002", d.Props.Index)
	require.Equal(t, "泉源区司法局", d.Props.Issuer)
	require.Equal(t, "2025-02-18", d.Props.Created.String())
	require.Equal(t, "泉州市泉源区司法局关于2024年度法治政府建设情况的报告", d.Title)
	require.Equal(t, "区委、区政府", d.To)
	require.Equal(t, []string{
		"¶ 现将有关情况报告如下:",
		"1 一、|2024年工作成效",
		"2 (一)|强化统筹,推进依法治区",
		"3 1.|加强学习。→",
		"¶ 组织培训3次。",
		"¶ （1）抓好关键少数；",
		"¶ 1.5万人参加。",
	}, outline(d.Body))
	require.Equal(t, []string{"泉州市泉源区司法局"}, d.Sign.Organs)
	require.Equal(t, "2025-02-17", d.Sign.Date.String())
	require.Equal(t, "此件主动公开", d.Note)
	require.Equal(t, []string{"number", "date", "outside"}, codes(r.Issues))
	require.Len(t, r.Outside, 3)
	require.Equal(t, "附件下载", r.Outside[1].Text)
	_, err := gongwen.Lower(d.Body)
	require.NoError(t, err)
}

func TestPlacesInAText(t *testing.T) {
	r := text(t, report...)
	for path, want := range map[fazhi.Path]string{
		"/title": "报告.txt!第5行", "/to": "报告.txt!第8行", "/body/0": "报告.txt!第10行", "/body/3": "报告.txt!第13行",
		"/body/4": "报告.txt!第13行", "/body/4/0/1": "报告.txt!第13行", "/sign/date": "报告.txt!第17行",
		"/sign/organs/0": "报告.txt!第16行", "/note": "报告.txt!第18行", "/head/number": "报告.txt!第2行",
	} {
		o, ok := r.Origin(path)
		require.True(t, ok, path)
		require.Equal(t, want, o.String(), path)
	}
	_, ok := r.Origin("/imprint/copyTo")
	require.False(t, ok)
	_, ok = r.Origin("")
	require.False(t, ok)
}

func TestEncodings(t *testing.T) {
	utf := strings.Join(report, "\r\n")
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(utf)
	require.NoError(t, err)
	want := text(t, report...).Document
	for name, data := range map[string]string{
		"UTF-8": utf, "UTF-8 带标记": "\ufeff" + utf, "GB 18030": gb, "GB 18030 带标记": "\x84\x31\x95\x33" + gb,
		"只有回车": strings.ReplaceAll(utf, "\r\n", "\r"),
	} {
		r, err := read.Text("报告.txt", []byte(data))
		require.NoError(t, err, name)
		require.Equal(t, want, r.Document, name)
	}
	for name, data := range map[string]string{"UTF-16": "\xff\xfe\x31\x00", "其他": "\xff\xff\xff"} {
		_, err := read.Text("报告.txt", []byte(data))
		require.ErrorIs(t, err, read.ErrEncoding, name)
	}
	_, err = read.Text("报告.txt", make([]byte, 33<<20))
	require.ErrorIs(t, err, read.ErrTooLarge)
}

func TestAHeadWithAllElements(t *testing.T) {
	r := text(t, "000001", "机密★1年", "特急", "泉州市泉源区司法局文件", "泉源司〔2025〕5号　　签发人：甲某某　乙某某",
		"关于调整人员的", "请示", "区政府：", "请予审批。", "附件：1.名单", "2.说明", "泉州市泉源区司法局", "二〇二五年二月十七日",
		"附件1", "名单", "一、人员", "附件2", "说明", "没有其他说明。", "抄送：甲局，乙局。", "泉源区司法局办公室　2025年2月18日印发")
	d := r.Document
	require.Equal(t, gongwen.Head{
		Copy: "000001", Secrecy: "机密★1年", Urgency: "特急", Mark: "泉州市泉源区司法局文件",
		Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 5}, Signers: []string{"甲某某", "乙某某"},
	}, d.Head)
	require.Equal(t, "关于调整人员的请示", d.Title)
	require.Equal(t, []string{"关于调整人员的", "请示"}, d.TitleLines)
	require.Equal(t, "2025-02-17", d.Sign.Date.String())
	require.Len(t, d.Attachments, 2)
	require.Equal(t, "名单", d.Attachments[0].Title)
	require.Equal(t, []string{"1 一、|人员"}, outline(d.Attachments[0].Body))
	require.Equal(t, []string{"¶ 没有其他说明。"}, outline(d.Attachments[1].Body))
	require.Equal(t, []string{"¶ 请予审批。"}, outline(d.Body))
	require.Equal(t, []string{"甲局", "乙局"}, d.Imprint.CopyTo)
	require.Equal(t, "泉源区司法局办公室", d.Imprint.Printer)
	require.Equal(t, "2025-02-18", d.Imprint.Printed.String())
	require.Equal(t, []string{"date"}, codes(r.Issues))
}

func TestAWebPageWithMoreEntries(t *testing.T) {
	r := text(t, "当前位置：首页 > 通知公告", "索 引 号：QZ01999", "有效性：有效", "发文机构：泉源区司法局", "泉源区司法局关于自查的通知",
		"各单位：", "请自查。", "泉源区司法局", "2025年3月1日")
	require.Equal(t, "泉源区司法局关于自查的通知", r.Document.Title)
	require.Equal(t, "各单位", r.Document.To)
	require.Equal(t, "泉源区司法局", r.Document.Props.Issuer)
	require.Len(t, r.Outside, 2)
	require.Equal(t, "有效性：有效", r.Outside[1].Text)
	require.Equal(t, []string{"¶ 有效性：有效"}, outline(text(t, "有效性：有效").Document.Body))
}

// The title of an attachment may go over two lines; one that is not the listed one is kept, and so is the list.
func TestTitlesOfAttachments(t *testing.T) {
	lines := []string{"关于甲的通知", "正文。", "附件：1.甲标准", "2.《乙标准》", "泉源区甲局", "2025年2月17日", "附件1", "甲", "标准", "内容。", "附件2"}
	d := text(t, append(lines, "乙标准", "内容。")...).Document
	require.Equal(t, []string{"甲标准", "《乙标准》"}, []string{d.Attachments[0].Title, d.Attachments[1].Title})
	require.Equal(t, []string{"¶ 正文。"}, outline(d.Body))
	require.Equal(t, []string{"¶ 内容。"}, outline(d.Attachments[0].Body))

	r := text(t, append(lines, "乙标准（试行）", "内容。")...)
	require.Equal(t, "乙标准（试行）", r.Document.Attachments[1].Title)
	require.Equal(t, []string{"¶ 正文。", "¶ 附件：1.甲标准", "¶ 2.《乙标准》"}, outline(r.Document.Body))
	require.Equal(t, []string{"attachments"}, codes(r.Issues))
}

// A list of units above the signature is no signature.
func TestAListAboveTheSignature(t *testing.T) {
	lines := []string{"甲司法所", "乙司法所", "泉源区司法局", "2025年2月17日"}
	d := text(t, append([]string{"泉州市泉源区司法局关于表彰的决定", "表彰下列集体："}, lines...)...).Document
	require.Equal(t, []string{"泉源区司法局"}, d.Sign.Organs)
	require.Equal(t, []string{"¶ 表彰下列集体：", "¶ 甲司法所", "¶ 乙司法所"}, outline(d.Body))
	d = text(t, append([]string{"甲司法所等三单位关于培训的通知", "请参加。"}, lines...)...).Document
	require.Equal(t, []string{"甲司法所", "乙司法所", "泉源区司法局"}, d.Sign.Organs)
}

// What is not clear stays where it is.
func TestNothingIsLost(t *testing.T) {
	for name, c := range map[string]struct{ lines, want []string }{
		"没有标题": {[]string{"第一句。", "第二句。"}, []string{"¶ 第一句。", "¶ 第二句。"}},
		"日期之后还有正文": {
			[]string{"关于甲的通知", "甲。", "2025年2月17日", "乙。"},
			[]string{"¶ 甲。", "¶ 2025年2月17日", "¶ 乙。"},
		},
		"附件没有正文": {
			[]string{"关于甲的通知", "甲。", "附件：名单", "泉源区甲局", "2025年2月17日"},
			[]string{"¶ 甲。", "¶ 附件：名单"},
		},
		"附件数目不同": {
			[]string{"关于甲的通知", "附件：1.甲", "2.乙", "泉源区甲局", "2025年2月17日", "附件", "名单"},
			[]string{"¶ 附件：1.甲", "¶ 2.乙"},
		},
		"编号的长句": {
			[]string{"关于甲的通知", "一、甲；", "2、" + strings.Repeat("长", 60)},
			[]string{"¶ 一、甲；", "¶ 2、" + strings.Repeat("长", 60)},
		},
	} {
		require.Equal(t, c.want, outline(text(t, c.lines...).Document.Body), name)
	}
}
