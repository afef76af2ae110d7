package statute_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/statute"
)

func TestWhatNodesSay(t *testing.T) {
	text, _ := statute.Parse("", "# 泉源区办法\n# （试行）\n<!-- 甲 --> 乙\n**第一条** （目的）作如下修改：\n“第二条　丙。”\n")
	require.Equal(t, "泉源区办法（试行）", text.Title())
	var comments, quoted []*statute.Node
	for n := range text.All() {
		switch {
		case n.Kind == statute.Comment:
			comments = append(comments, n)
		case n.Kind == statute.Article && n.Quoted():
			quoted = append(quoted, n)
		}
	}
	require.Len(t, comments, 1)
	require.Equal(t, "乙", comments[0].Remark())
	require.Len(t, quoted, 1)
	require.Equal(t, "“", quoted[0].Mark())
	require.Equal(t, "“第二条", quoted[0].Said())
	require.Equal(t, "第一条（目的）", text.Find("/art_1").Said())
	require.Empty(t, text.Find("/art_1").Mark())
	require.True(t, statute.Section.IsDivision())
	require.False(t, statute.Article.IsDivision())
}
