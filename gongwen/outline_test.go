package gongwen_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
)

func TestOutline(t *testing.T) {
	h := gongwen.Heading{Level: 3, Label: "1.", RunIn: true, Text: []gongwen.Span{gongwen.Text("抓实述法"), gongwen.Note{Label: "（注1）", Text: "注。"}, gongwen.Text("。")}}
	require.Equal(t, "1.抓实述法", h.Entry())
	p := gongwen.Paragraph{Text: text("文。")}
	got, ok := h.RunsInto([]gongwen.Block{p, gongwen.PageBreak{}})
	require.True(t, ok)
	require.Equal(t, p, got)
	for _, after := range [][]gongwen.Block{nil, {gongwen.PageBreak{}, p}} {
		_, ok := h.RunsInto(after)
		require.False(t, ok)
	}
	h.RunIn = false
	require.Equal(t, "1.抓实述法。", h.Entry())
	_, ok = h.RunsInto([]gongwen.Block{p})
	require.False(t, ok)

	d := gongwen.Document{Attachments: make([]gongwen.Attachment, 1)}
	require.Equal(t, "附件", d.AttachmentLabel(0))
	d.Attachments = make([]gongwen.Attachment, 2)
	require.Equal(t, "附件2", d.AttachmentLabel(1))

	require.Nil(t, gongwen.Origins([]gongwen.Block{p, p}))
	require.Equal(t, []int{0, 1, 1, 2}, gongwen.Origins([]gongwen.Block{p, notice{}, p}))
}

// Notes get their labels in reading order; one that has a label keeps it and counts.
func TestNotes(t *testing.T) {
	blocks, err := gongwen.Lower([]gongwen.Block{
		gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("甲"), gongwen.Note{Text: "一"}}},
		gongwen.List{Items: [][]gongwen.Span{{gongwen.Note{Label: "*", Text: "二"}}}},
		gongwen.Table{Header: [][]gongwen.Span{text("乙")}, Rows: [][][]gongwen.Span{{{gongwen.Note{Text: "三"}}}}},
	})
	require.NoError(t, err)
	require.Equal(t, []gongwen.Note{{Label: "（注1）", Text: "一"}, {Label: "*", Text: "二"}, {Label: "（注3）", Text: "三"}}, gongwen.Notes(blocks))
	require.Equal(t, "甲（注1）", gongwen.PlainText(blocks[0].(gongwen.Paragraph).Text))
}

// A reader of the document may save a file under this name: it leads nowhere else.
func TestBaseName(t *testing.T) {
	for name, want := range map[string]string{"figures.xlsx": "figures.xlsx", `..\..\a.txt`: "a.txt", "/etc/x": "x", "": "file3", "dir/": "file3"} {
		require.Equal(t, want, gongwen.File{Name: name}.BaseName(3), name)
	}
}
