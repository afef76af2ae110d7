package documents_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
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
	code := out.Body[len(out.Body)-2].(gongwen.Drawing)
	require.Equal(t, "案件编号：350502-24-X", code.Caption)
	require.Equal(t, gongwen.MM(20), code.Width)
	again, err := documents.Stamp(d, documents.Stamping{Code: "350502-24-X", Link: "https://example.gov.cn/c/7F3KQ2"})
	require.NoError(t, err)
	require.Equal(t, out, again)
}

// A code stands before the last paragraph, the places to sign stay together; of a receipt it stands first.
func TestWhereTheStampStands(t *testing.T) {
	for key, want := range map[string]string{
		"mediation": "。\n图：二维码，案件编号：1\n案件编号：", "delivery": "标题：送达回证\n图：二维码，案件编号：1\n", "hearing": "特此通知。\n案件编号：3505-02240-00017-X。\n图：",
	} {
		out, err := documents.Stamp(filled(t, spec(t, key), true, nil), documents.Stamping{Code: "1", Link: "1"})
		require.NoError(t, err)
		require.Contains(t, outline.Of(out), want)
	}
}

// What is no code, or may hold a name, is refused.
func TestStampRefuses(t *testing.T) {
	for name, s := range map[string]documents.Stamping{
		"no code":      {Link: "7F3KQ2"},
		"code":         {Code: "欧阳测试", Link: "7F3KQ2"},
		"no link":      {Code: "1"},
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
