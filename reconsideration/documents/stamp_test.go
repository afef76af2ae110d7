package documents_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/outline"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
)

// The code stands on the paper in print and as a QR code; the paper given stays as it was.
func TestStamp(t *testing.T) {
	d := filled(t, spec(t, "decision/uphold"), true, nil)
	before := outline.Of(d)
	out, err := documents.Stamp(d, documents.Stamping{Code: "350502-24-X", Link: "https://example.gov.cn/c/7F3KQ2"})
	require.NoError(t, err)
	require.Equal(t, before, outline.Of(d))
	require.Contains(t, outline.Of(out), "图：二维码，案件编号：350502-24-X")
	code := out.Body[len(out.Body)-3].(gongwen.Drawing)
	print := code.Shapes[len(code.Shapes)-1].(gongwen.Label)
	require.Equal(t, "案件编号：350502-24-X", print.Text)
	require.Greater(t, print.At.X, gongwen.MM(20), "beside the QR code")
	require.Equal(t, gongwen.MM(20), code.Height)
	require.Less(t, code.Width, gongwen.GB9704().TextWidth)
	again, err := documents.Stamp(d, documents.Stamping{Code: "350502-24-X", Link: "https://example.gov.cn/c/7F3KQ2"})
	require.NoError(t, err)
	require.Equal(t, out, again)
}

// A code stands before the last but one paragraph, so that places to sign stay together; of a receipt it stands first.
func TestWhereTheStampStands(t *testing.T) {
	for key, want := range map[string]string{
		"mediation": "\n图：二维码，案件编号：1\n本调解书经各方当事人签字或者签章，并加盖本机关印章，即具有法律效力。\n案件编号", "delivery": "标题：送达回证\n图：二维码，案件编号：1\n",
		"hearing": "\n图：二维码，案件编号：1\n案件编号：3505-02240-00017-X。\n联系人",
	} {
		out, err := documents.Stamp(filled(t, spec(t, key), true, nil), documents.Stamping{Code: "1", Link: "1"})
		require.NoError(t, err)
		require.Contains(t, outline.Of(out), want)
	}
	for name, body := range map[string][]gongwen.Block{"nothing": nil, "a paragraph": {gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("甲")}}}} {
		out, err := documents.Stamp(&gongwen.Document{Body: body}, documents.Stamping{Code: "1", Link: "1"})
		require.NoError(t, err)
		require.IsType(t, gongwen.Drawing{}, out.Body[0], name)
	}
}

// The longest code in the widest letters stays beside the QR code within a line of the page.
func TestWidestStamp(t *testing.T) {
	for _, code := range []string{strings.Repeat("W", 24), strings.Repeat("m", 24), strings.Repeat("8", 24), "99010201-2024-000017-9"} {
		out, err := documents.Stamp(filled(t, spec(t, "acceptance"), false, nil), documents.Stamping{Code: code, Link: "1"})
		require.NoError(t, err)
		pages := lay(t, out)
		p := pages[len(pages)-1].Pictures[0]
		print := p.Labels[0]
		require.LessOrEqual(t, print.X+print.Width, p.X+p.Width, code)
		require.Equal(t, gongwen.MM(20), p.Height, "not made smaller")
	}
}

// Every document has one code, and never is it alone on a page with the last paragraph and the signature.
func TestPageOfTheStamp(t *testing.T) {
	for _, doc := range documents.All() {
		for _, full := range []bool{true, false} {
			out, err := documents.Stamp(filled(t, doc.Spec, full, form.Values{"案件编号": ""}), documents.Stamping{Code: "99010201-2024-000017-9", Link: "https://example.gov.cn/c/7F3KQ2"})
			require.NoError(t, err)
			stamped := 0
			for i, page := range lay(t, out) {
				blocks := map[int]bool{}
				for _, line := range page.Lines {
					if line.Place.Part == layout.PartBody && line.Role != layout.RoleCaption {
						blocks[line.Place.Block] = true
					}
				}
				stamped += len(page.Pictures)
				require.True(t, i == 0 || len(page.Pictures) == 0 || len(blocks) > 1, doc.Key)
			}
			require.Equal(t, 1, stamped, doc.Key)
		}
	}
}

func lay(t *testing.T, d *gongwen.Document) []layout.Page {
	t.Helper()
	embedded, err := fonts.Embedded()
	require.NoError(t, err)
	pages, _, err := layout.Lay(d, gongwen.GB9704(), embedded)
	require.NoError(t, err)
	return pages.Pages
}

// What is no code, or may hold a name, is refused.
func TestStampRefuses(t *testing.T) {
	for name, s := range map[string]documents.Stamping{
		"no code":      {Link: "7F3KQ2"},
		"code":         {Code: "欧阳测试", Link: "7F3KQ2"},
		"no link":      {Code: "1"},
		"long code":    {Code: strings.Repeat("1", 25), Link: "1"},
		"name":         {Code: "1", Link: "https://example.gov.cn/欧阳测试"},
		"escaped name": {Code: "1", Link: "https://example.gov.cn/%E6%AC%A7"},
		"blank":        {Code: "1", Link: "a b"},
		"long":         {Code: "1", Link: strings.Repeat("a", 201)},
		"side":         {Code: "1", Link: "a", Side: -1},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := documents.Stamp(&gongwen.Document{}, s)
			require.ErrorIs(t, err, documents.ErrStamp)
			require.Nil(t, d)
			require.NotContains(t, err.Error(), "欧阳")
		})
	}
}
