package outline_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/outline"
)

func TestPieces(t *testing.T) {
	spans := func(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }
	require.Equal(t, []string{"关于评查的通报", "各单位", "甲局：", "（一）乙", "丙", "丁", "情况", "序号", "一二三四五六", "戊", "2024年9月2日", "此件公开"},
		outline.Pieces(&gongwen.Document{
			Title: "关于 评查的通报", To: "各单位", Note: "此件公开", Sign: gongwen.Signature{Organs: []string{"某局"}, Date: fazhi.DateOf(2024, 9, 2)},
			Body: []gongwen.Block{
				gongwen.Paragraph{Text: spans("甲局：")}, gongwen.Paragraph{Text: spans("（一）乙")}, gongwen.List{Items: [][]gongwen.Span{spans("丙"), spans("丁")}},
				gongwen.Drawing{Alt: "等次"},
				gongwen.Table{Caption: "情况", Header: [][]gongwen.Span{spans("序 号"), nil}, Rows: [][][]gongwen.Span{{spans("一二三四五六七八"), spans("戊")}}},
			},
		}))
}
