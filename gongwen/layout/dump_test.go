package layout_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

var update = flag.Bool("update", false, "write golden files")

// dump writes pages for people: in every line x, y, width in points, role, text; then rules and outline.
func dump(p *layout.Pages) string {
	var b strings.Builder
	for i, page := range p.Pages {
		fmt.Fprintf(&b, "-- page %d\n", i+1)
		for _, l := range page.Lines {
			fmt.Fprintf(&b, "%8.3f %8.3f %8.3f %-16s %s%s\n", l.X.Points(), l.Y.Points(), l.Width.Points(), l.Role, lineText(&l), turned(&l))
		}
		for _, p := range page.Pictures {
			fmt.Fprintf(&b, "picture %.3f,%.3f, %.3f × %.3f, before line %d\n", p.X.Points(), p.Y.Points(), p.Width.Points(), p.Height.Points(), p.Before)
			for _, l := range p.Labels {
				fmt.Fprintf(&b, "%8.3f %8.3f %8.3f %-16s %s\n", l.X.Points(), l.Y.Points(), l.Width.Points(), l.Role, lineText(&l))
			}
		}
		for _, r := range page.Rules {
			fmt.Fprintf(&b, "rule %.3f,%.3f to %.3f,%.3f, %.3f thick, red %t\n",
				r.X1.Points(), r.Y1.Points(), r.X2.Points(), r.Y2.Points(), r.Thickness.Points(), r.Red)
		}
	}
	for _, e := range p.Outline {
		fmt.Fprintf(&b, "outline %d %s, page %d at %.3f\n", e.Level, e.Text, e.Page+1, e.Y.Points())
	}
	return b.String()
}

func turned(l *layout.Line) string {
	if l.Turned {
		return " (turned)"
	}
	return ""
}

func lineText(l *layout.Line) string {
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	joint := document(paragraph(prose(3)))
	joint.Sign = gongwen.Signature{
		Organs: []string{"泉源区司法局", "泉源区财政局", "泉源区民政局", "泉源区信访局"}, Date: fazhi.DateOf(2025, 12, 17),
	}
	sealed := *joint
	sealed.Sign.Seal = true
	docs := map[string]*gongwen.Document{
		"letter": gongwentest.Letter(), "order": gongwentest.Order(), "minutes": gongwentest.Minutes(), "jointly": gongwentest.Joint(),
		"elements": gongwentest.Elements(),
		"report":   report(), "upward": upward(), "joint": joint, "sealed": &sealed,
		"blocks": document(
			gongwen.Paragraph{Text: text("居中一行"), Align: gongwen.Centered},
			gongwen.Paragraph{Text: text("右边一行"), Align: gongwen.RightAligned},
			gongwen.Paragraph{Text: text("顶格一行，" + prose(1)), Align: gongwen.Flush},
			gongwen.Paragraph{Text: []gongwen.Span{gongwen.Emphasis("强调。"), gongwen.Text("审查合同"),
				gongwen.Figure{ID: "合同", Text: "25份"}, gongwen.Text("，姓名𬺈、𫖯。")}},
			gongwen.Heading{Level: 4, Label: "（1）", Text: text("四级标题")},
			gongwen.PageBreak{},
			cases(3),
			paragraph("see https://www.example.gov.cn/fzzf/2025/annual-report-of-the-bureau.html?lang=zh&page=1 for details。"),
		),
	}
	for name, doc := range docs {
		t.Run(name, func(t *testing.T) {
			got := dump(lay(t, doc))
			file := filepath.Join("testdata", name+".txt")
			if *update {
				require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
			}
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			require.Equal(t, string(want), got)
		})
	}
}
