package read_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Text that stands in another file is named, wherever it is built in.
func TestFilesBuiltInAreNamed(t *testing.T) {
	d := docx(t, p("甲")+`<w:altChunk r:id="r9"/><w:tbl><w:tr><w:tc><w:altChunk r:id="r8"/>`+p("乙")+`</w:tc></w:tr></w:tbl><w:p>`+r("丙")+`<w:subDoc r:id="r7"/></w:p>`)
	require.Equal(t, []string{"part"}, codes(d.Issues))
	require.Contains(t, d.Issues[0].Message, "3 个")
}

// Of a content in several forms, that is read which Word shows.
func TestTheFormThatIsShownIsRead(t *testing.T) {
	both := func(requires string) string {
		return `<mc:AlternateContent><mc:Choice Requires="` + requires + `">` + p("新") + `</mc:Choice><mc:Fallback>` + p("旧") + `</mc:Fallback></mc:AlternateContent>`
	}
	d := docx(t, both("wps w14")+both("unheard")+both("wps unheard")+`<mc:AlternateContent><mc:Choice Requires="unheard">`+p("仅")+`</mc:Choice></mc:AlternateContent>`+
		`<mc:AlternateContent><mc:Choice Requires="unheard">`+p("否")+`</mc:Choice><mc:Choice Requires="w16cex">`+p("是")+`</mc:Choice></mc:AlternateContent>`+
		`<w:tbl><mc:AlternateContent><mc:Choice Requires="unheard"><w:tr><w:tc>`+p("否")+`</w:tc></w:tr></mc:Choice><mc:Fallback><w:tr><w:tc>`+p("行")+`</w:tc></w:tr></mc:Fallback></mc:AlternateContent></w:tbl>`)
	require.Equal(t, []string{"¶ 新", "¶ 旧", "¶ 旧", "¶ 仅", "¶ 是", "表  行"}, outline(d.Document.Body))
}

// A cell that was deleted is gone, and the change is counted.
func TestDeletedCells(t *testing.T) {
	cell := func(props, text string) string { return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + p(text) + `</w:tc>` }
	d := docx(t, `<w:tbl><w:tr>`+cell("", "甲")+cell(`<w:cellDel w:id="1"/>`, "乙")+cell(`<w:cellIns w:id="2"/>`, "丙")+`</w:tr></w:tbl>`)
	require.Equal(t, []string{"表  甲,丙"}, outline(d.Document.Body))
	require.Equal(t, []string{"revisions"}, codes(d.Issues))
	require.Contains(t, d.Issues[0].Message, "2 处")
}

// What nobody sees stands between no two characters.
func TestInvisibleCharacters(t *testing.T) {
	d := docx(t, p("连\u200b带\u200d责\u2060任\ufeff保\u00ad证\u202e人\ufe0f。"))
	require.Equal(t, []string{"¶ 连带责任保证人。"}, outline(d.Document.Body))
	require.Equal(t, []string{"invisible"}, codes(d.Issues))
	require.Contains(t, d.Issues[0].Message, "4 个")
	require.Equal(t, []string{"¶ 连带责任。"}, outline(text(t, "连\u200b带\u200d责\u2060任。").Document.Body))
}
