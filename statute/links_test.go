package statute_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/statute"
)

func TestLinksLeadWithinTheText(t *testing.T) {
	text, _ := statute.Parse("", "泉源区办法\n第一条　为了甲，根据《某法》第二条，制定本办法。\n第二条　有下列情形的：\n（一）乙；\n（二）丙。\n"+
		"前款第二项和本办法第一条、第九条所称，以第三条第二款为准。\n第三条　丁。\n前款由区政府解释。")
	type link struct{ from, said, to string }
	var got []link
	links := text.Links()
	for n := range text.All() {
		for _, l := range links[n] {
			got = append(got, link{n.Path(), n.Text[l.At:l.End], l.To.Path()})
		}
	}
	require.Equal(t, []link{
		{"/art_2/para_2", "前款第二项", "/art_2/para_1/point_2"}, {"/art_2/para_2", "本办法第一条", "/art_1"},
		{"/art_2/para_2", "第三条第二款", "/art_3/para_2"}, {"/art_3/para_2", "前款", "/art_3/para_1"},
	}, got)
}
