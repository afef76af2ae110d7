package html_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
)

// A figure has the value that its text says, or none if the text does not say one number.
func TestFigureValue(t *testing.T) {
	for text, want := range map[string]string{
		"25份": "25", "25": "25", "007件": "7", "0件": "0", "46个部门": "46", "2573.4万元": "25734000", "3亿元": "300000000", "1.20亿元": "120000000",
		"0.5万元": "5000", "99.5%": "0.995", "100%": "1", "0.05%": "0.0005", "3‰": "0.003", "10.91个百分点": "10.91", "7.0分": "7", "25名成员": "25", "3百件": "", "25件以上": "", "25个名称特别特别长的部门": "",
		"1600余份": "", "7万余份": "", "近7万份": "", "3至5件": "", "3～5件": "", "15.件": "", ".5": "", "5万3千": "", "3万亿元": "", "2.3倍以上": "",
		"1,600份": "", "三件": "", "": "", "件": "", "下降10.91个百分点": "", "12.3.4": "", "99.5%%": "", "8成": "", "3分之1": "",
		"1234567890123456789012345件": "",
	} {
		n := root(t, body(gongwen.Paragraph{Text: []gongwen.Span{gongwen.Figure{ID: "甲", Text: text}}}))
		figure := find(n, with("data-id", "甲"))
		require.NotNil(t, figure, text)
		require.Equal(t, want, attribute(figure, "value"), text)
		require.Equal(t, want != "", figure.Data == "data", text)
		require.Equal(t, text, textIn(figure))
	}
}
