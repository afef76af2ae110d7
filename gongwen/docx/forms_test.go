package docx_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
)

// The mark of a letter and its rules stand where they are on the page; its first page shows no number, its imprint no rules.
func TestLetter(t *testing.T) {
	file := render(t, renderer(t), gongwentest.Letter())
	body := partOf(t, file, "word/document.xml")
	require.Equal(t, 4, strings.Count(body, `name="红色双线`))
	require.Equal(t, 1, strings.Count(body, "<w:txbxContent>"))
	require.Equal(t, 4, strings.Count(body, `<wp:extent cx="6120003"`), "170 mm")
	require.Contains(t, body, `<w:footerReference w:type="first" r:id="rId8"/>`)
	require.Contains(t, body, "<w:titlePg/>")
	require.NotContains(t, partOf(t, file, "word/footer5.xml"), "PAGE")
	require.Contains(t, body, "<w:tblBorders></w:tblBorders>")
	require.NotContains(t, body, "<w:pBdr>")
}

// An order has no red line; its number is centred.
func TestOrderForm(t *testing.T) {
	body := bodyOf(t, gongwentest.Order())
	require.NotContains(t, body, "<w:pBdr>")
	require.Regexp(t, `<w:pStyle w:val="GWNumber"/><w:spacing [^>]*><w:jc w:val="center"/></w:pPr><w:r><w:t>第5号`, body)
}

// The names of a roll begin under the first one, even if there is only one line of them yet.
func TestMinutes(t *testing.T) {
	body := bodyOf(t, gongwentest.Minutes())
	require.Equal(t, 3, strings.Count(body, `<w:ind w:left="1575" w:right="0" w:hanging="945"/>`))
	require.Contains(t, body, "<w:pBdr>")
}

// The names of a joint document stand in one cell, 文件 in the other; names of one width are spread by spacing.
func TestJoint(t *testing.T) {
	body := bodyOf(t, gongwentest.Joint())
	table := regexp.MustCompile(`<w:tbl>.*?</w:tbl>`).FindString(body)
	require.Equal(t, 2, strings.Count(table, "<w:tc>"))
	require.Contains(t, table, `<w:spacing w:val="411"/>`)
	require.Contains(t, table, "文件")
	got, err := textOf(render(t, renderer(t), gongwentest.Joint()))
	require.NoError(t, err)
	require.Contains(t, got, "泉源司〔2025〕7号附件\n")
}

// Addressees that were moved to the imprint are one list with the copies.
func TestMovedAddressees(t *testing.T) {
	d := gongwentest.Report()
	d.To = strings.Repeat("泉州市泉源区各街道办事处，", 40) + "区直各单位"
	body := bodyOf(t, d)
	require.Contains(t, body, "主送：")
	require.Equal(t, 1, strings.Count(body, `<w:tcBorders><w:top w:val="nil"/></w:tcBorders>`))
}

// Posts and names of signatories share a line; a post whose stamp is to come stands between lines.
func TestSignatories(t *testing.T) {
	d := &gongwen.Document{Sign: gongwen.Signature{Signatories: []gongwen.Signatory{{Post: "区长", Name: "甲某某"}, {Post: "主任"}}}}
	body := bodyOf(t, d)
	require.Regexp(t, `区长</w:t></w:r><w:r><w:tab/></w:r>`, body)
	require.Regexp(t, `<w:spacing w:before="290"/><w:ind [^>]*></w:pPr><w:r><w:t>主任`, body)
}

// Without copies a rule stands between the addressees and the printer; and a table does not touch the title above it.
func TestMovedAddresseesWithoutCopies(t *testing.T) {
	d := gongwentest.Report()
	d.To = strings.Repeat("泉州市泉源区各街道办事处，", 40) + "区直各单位"
	d.Imprint.CopyTo = nil
	body := bodyOf(t, d)
	require.Contains(t, body, "主送：")
	require.NotContains(t, body, `<w:tcBorders>`)

	body = bodyOf(t, gongwentest.Joint())
	require.Regexp(t, `人民调解员补贴标准</w:t></w:r></w:p><w:p><w:pPr><w:keepNext/></w:pPr></w:p><w:p>`, body)
	d = gongwentest.Joint()
	table := d.Attachments[0].Body[0].(gongwen.Table)
	table.Caption = ""
	d.Attachments[0].Body[0] = table
	require.Regexp(t, `人民调解员补贴标准</w:t></w:r></w:p><w:p><w:pPr><w:keepNext/></w:pPr></w:p><w:tbl>`, bodyOf(t, d))
}
