package press_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/examples/internal/press"
	"github.com/fazhi-go/fazhi/gongwen"
)

func notice() *gongwen.Document {
	return &gongwen.Document{Title: "通知", Body: []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("甲。")}}}}
}

func TestPrint(t *testing.T) {
	clitest.Folder(t, "文件", "x", "卷/乙.docx", "x")
	p, err := press.New("卷", "文件", "卷/乙.docx")
	require.NoError(t, err)
	files, _, err := p.Print("甲", notice())
	require.NoError(t, err)
	require.Equal(t, []string{"卷/甲.pdf", "卷/甲.docx"}, files)
	for i, begin := range []string{"%PDF", "PK"} {
		data, err := os.ReadFile(files[i])
		require.NoError(t, err)
		require.Equal(t, begin, string(data[:len(begin)]))
	}
	files, _, err = p.Print("乙", notice())
	require.ErrorIs(t, err, cli.ErrUsage)
	require.ErrorContains(t, err, "卷/乙.docx 是要读的文件")
	require.Empty(t, files)

	p, err = press.New("文件")
	require.NoError(t, err)
	_, _, err = p.Print("甲", notice())
	require.EqualError(t, err, "不能写入 文件/甲.pdf：上一级不是目录")
}

func ExampleNew() {
	p, err := press.New("")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Print("甲", notice()))
	// Output: [] [] <nil>
}
