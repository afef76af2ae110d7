package gongwen_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
)

func text(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }

// A notice is a block from outside: it lowers into a heading and a paragraph.
type notice struct {
	gongwen.Foreign
	body string
}

func (n notice) Lower() []gongwen.Block {
	return []gongwen.Block{gongwen.Heading{Level: 4, Text: text("提示")}, gongwen.Paragraph{Text: text(n.body)}}
}

// A stranger is a block from outside that lowers into nothing known.
type stranger struct{ gongwen.Foreign }

// A nest lowers into another block from outside.
type nest struct{ gongwen.Foreign }

func (nest) Lower() []gongwen.Block { return []gongwen.Block{notice{}} }

func TestLower(t *testing.T) {
	blocks, err := gongwen.Lower([]gongwen.Block{gongwen.PageBreak{}, notice{body: "甲"}})
	require.NoError(t, err)
	require.Equal(t, []gongwen.Block{
		gongwen.PageBreak{}, gongwen.Heading{Level: 4, Text: text("提示")}, gongwen.Paragraph{Text: text("甲")},
	}, blocks)
}

func TestWhatIsNotKnownIsAnErrorWithItsPlace(t *testing.T) {
	for name, b := range map[string]gongwen.Block{
		"nil":                     nil,
		"a stranger":              stranger{},
		"a block that nests":      nest{},
		"a nil span":              gongwen.Paragraph{Text: []gongwen.Span{nil}},
		"a heading of no level":   gongwen.Heading{Text: text("甲")},
		"a heading of level 5":    gongwen.Heading{Level: 5},
		"a list of level 5":       gongwen.List{Level: 5},
		"a table without header":  gongwen.Table{Rows: [][][]gongwen.Span{{text("1")}}},
		"widths without a column": gongwen.Table{Header: [][]gongwen.Span{text("甲")}, Widths: []int{1, 2}},
		"a column without width":  gongwen.Table{Header: [][]gongwen.Span{text("甲")}, Widths: []int{0}},
		"a row too long":          gongwen.Table{Header: [][]gongwen.Span{text("甲")}, Rows: [][][]gongwen.Span{{text("1"), text("2")}}},
		"a nil span in a cell":    gongwen.Table{Header: [][]gongwen.Span{text("甲")}, Rows: [][][]gongwen.Span{{{nil}}}},
		"a nil span in a list":    gongwen.List{Items: [][]gongwen.Span{{nil}}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := gongwen.Lower([]gongwen.Block{gongwen.PageBreak{}, b})
			require.ErrorIs(t, err, gongwen.ErrBlock)
			require.ErrorContains(t, err, "第 2 个成分")
		})
	}
}

func TestMapSpansReachesEverySpanAndChangesNothing(t *testing.T) {
	for _, b := range []gongwen.Block{
		gongwen.Heading{Level: 1, Text: text("甲")},
		gongwen.Paragraph{Text: text("甲")},
		gongwen.List{Items: [][]gongwen.Span{text("甲"), text("乙")}},
		gongwen.Table{Header: [][]gongwen.Span{text("甲")}, Rows: [][][]gongwen.Span{{text("乙")}, {text("丙")}}},
		gongwen.PageBreak{},
	} {
		before := fmt.Sprintf("%#v", b)
		mapped := gongwen.MapSpans(b, func(s gongwen.Span) gongwen.Span { return s.(gongwen.Text) + "！" })
		require.Equal(t, before, fmt.Sprintf("%#v", b))
		seen := 0
		gongwen.MapSpans(mapped, func(s gongwen.Span) gongwen.Span {
			require.Contains(t, string(s.(gongwen.Text)), "！")
			seen++
			return s
		})
		if _, empty := b.(gongwen.PageBreak); !empty {
			require.Positive(t, seen)
		}
	}
}

func TestNumberHeadings(t *testing.T) {
	h := func(level int, label string) gongwen.Heading { return gongwen.Heading{Level: level, Label: label} }
	in := []gongwen.Block{h(1, ""), h(2, ""), h(3, ""), h(3, ""), h(4, ""), h(2, ""), h(3, ""), h(1, "附："), h(1, "")}
	var labels []string
	for _, b := range gongwen.NumberHeadings(in) {
		labels = append(labels, b.(gongwen.Heading).Label)
	}
	require.Equal(t, []string{"一、", "（一）", "1.", "2.", "（1）", "（二）", "1.", "附：", "二、"}, labels)
	require.Empty(t, in[0].(gongwen.Heading).Label, "the blocks given are not changed")
	lists := gongwen.NumberHeadings([]gongwen.Block{gongwen.List{Ordered: true}, h(3, ""), gongwen.List{Ordered: true},
		gongwen.List{}, h(1, ""), gongwen.List{Ordered: true}, gongwen.List{Ordered: true, Level: 2}})
	for i, label := range map[int]string{0: "1.", 2: "（1）", 3: "", 5: "1.", 6: "（一）"} {
		require.Equal(t, label, lists[i].(gongwen.List).Label(0))
	}
	require.Equal(t, "（2）", gongwen.List{Ordered: true}.Label(1))
	require.Equal(t, "十一、", gongwen.HeadingLabel(1, 11))
	require.Equal(t, "（二十）", gongwen.HeadingLabel(2, 20))
	require.Empty(t, gongwen.HeadingLabel(5, 1))
}

func TestPlainText(t *testing.T) {
	require.Equal(t, "一是办结12件", gongwen.PlainText([]gongwen.Span{
		gongwen.Emphasis("一是"), gongwen.Text("办结"), gongwen.Figure{ID: "复议.审结", Text: "12件"},
	}))
}

// The measures are those of the standard, clauses 5.2.1 and 5.2.3.
func TestThePageOfTheStandard(t *testing.T) {
	p := gongwen.GB9704()
	require.InDelta(t, 210, p.Width.Millimetres(), 0.001)
	require.InDelta(t, 37, p.Top.Millimetres(), 0.001)
	require.InDelta(t, 28, p.Left.Millimetres(), 0.001)
	require.InDelta(t, 156, p.TextWidth.Millimetres(), 0.001)
	require.InDelta(t, 225, p.TextHeight.Millimetres(), 0.001)

	cell := p.BodySize + p.CharSpacing
	require.LessOrEqual(t, gongwen.Length(p.Chars)*cell, p.TextWidth, "28 characters fit")
	require.Greater(t, gongwen.Length(p.Chars+1)*cell, p.TextWidth, "29 do not")
	require.LessOrEqual(t, gongwen.Length(p.Lines)*p.LinePitch, p.TextHeight, "22 lines fit")
	require.Greater(t, gongwen.Length(p.Lines+1)*p.LinePitch, p.TextHeight, "23 do not")
	require.Equal(t, 579, p.LinePitch.Twips())
}

func ExampleNumberHeadings() {
	body := gongwen.NumberHeadings([]gongwen.Block{
		gongwen.Heading{Level: 1, Text: []gongwen.Span{gongwen.Text("主要成效")}},
		gongwen.Heading{Level: 2, Text: []gongwen.Span{gongwen.Text("坚持统筹引领")}},
		gongwen.Heading{Level: 3, Text: []gongwen.Span{gongwen.Text("抓实述法")}},
	})
	for _, b := range body {
		h := b.(gongwen.Heading)
		fmt.Println(h.Label + gongwen.PlainText(h.Text))
	}
	// Output:
	// 一、主要成效
	// （一）坚持统筹引领
	// 1.抓实述法
}

// Without widths a column is as wide as its texts ask for; where that leaves one too narrow, all are equal.
func TestColumns(t *testing.T) {
	row := func(texts ...string) (out [][]gongwen.Span) {
		for _, s := range texts {
			out = append(out, text(s))
		}
		return out
	}
	table := gongwen.Table{Header: row("序号", "单位"), Rows: [][][]gongwen.Span{row("1", "泉州市泉源区人力资源和社会保障局")}}
	w := table.Columns(400, 50)
	require.Len(t, w, 2)
	require.Equal(t, gongwen.Length(400), w[0]+w[1])
	require.Less(t, w[0], w[1]/4)
	require.Equal(t, []gongwen.Length{200, 200}, table.Columns(400, 100))
	require.Nil(t, table.Columns(400, 201))
	table.Widths = []int{3, 1}
	require.Equal(t, []gongwen.Length{300, 100}, table.Columns(400, 50))
	require.Nil(t, table.Columns(400, 101))
}
