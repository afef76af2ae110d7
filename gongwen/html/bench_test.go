package html_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/html"
)

// tenPages is about as much text as ten pages of 22 lines hold.
func tenPages() *gongwen.Document {
	d := &gongwen.Document{Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告", To: "区委、区政府"}
	for i := range 40 {
		if i%4 == 0 {
			d.Body = append(d.Body, gongwen.Heading{Level: 1 + i/4%2, Text: text("主要工作情况")})
		}
		d.Body = append(d.Body, gongwen.Paragraph{Text: []gongwen.Span{
			gongwen.Text(strings.Repeat("推动矛盾纠纷化解在基层、化解在萌芽状态，", 6)), gongwen.Figure{ID: "调解.件数", Text: "4155件"},
			gongwen.Text("，" + strings.Repeat("办案质量和效率进一步提升。", 2)),
		}})
	}
	d.Body = gongwen.NumberHeadings(d.Body)
	return d
}

func BenchmarkRender(b *testing.B) {
	r, err := html.New(html.Options{})
	require.NoError(b, err)
	d := tenPages()
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if _, err := r.Render(&out, d); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(out.Len()))
}
