package lint_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/lint"
)

// Texts on which a rule that looks again and again at the same place would not end within the time of a test.
func TestHostileTexts(t *testing.T) {
	opts := lint.Options{Laws: []string{"中华人民共和国行政复议法"}}
	for _, s := range []string{
		"“", "《", "（", "”", "、", "零", "一", "1", "1%", "1件、", "合计1件、", "共9件，其中1件、", "亲自过问，甲", "亲自部署亲自过问", "近", "近7万余份",
		"2025-", "2025年", "以下简称甲，", "（以下简称“甲”）", "...", ",", "(", ")", "a)", "第一、", "、等", "等1个", "占1%、", "下降1%", "率1%", "办结率1%办结1件",
		"《甲》、《乙》", "〔2025〕第05号", "1～2%", "3、4个", "\"甲", "……", "--", "截止", "附件：", "1.", "（一）", "减少一倍", "二个", "%%",
	} {
		text := strings.Repeat(s, 20_000/len(s))
		d := &gongwen.Document{Title: text, Body: []gongwen.Block{
			gongwen.Heading{Level: 1, Label: text, Text: []gongwen.Span{gongwen.Text(text)}},
			gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(text)}},
		}}
		fixed := lint.Apply(d, lint.Document(d, opts))
		require.Len(t, fixed.Body, 2)
	}
}
