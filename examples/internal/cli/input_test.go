package cli_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

func TestLoad(t *testing.T) {
	clitest.Folder(t, "甲.txt", "甲", "大.txt", "")
	require.NoError(t, os.Truncate("大.txt", 1<<20+1))
	data, err := cli.Load("甲.txt", cli.MaxInput)
	require.NoError(t, err)
	require.Equal(t, "甲", string(data))
	_, err = cli.Load("大.txt", 1<<20)
	require.EqualError(t, err, "不能读取 大.txt：超过 1 MiB")
	_, err = cli.Load(".", 1)
	require.EqualError(t, err, "不能读取 .：不是文件")
}

// The same file by another name is the same file.
func TestSpare(t *testing.T) {
	clitest.Folder(t, "甲.txt", "甲", "乙.txt", "甲")
	require.NoError(t, cli.Spare("丙.txt", "甲.txt"))
	require.NoError(t, cli.Spare("乙.txt", "甲.txt", "无.txt"))
	require.ErrorIs(t, cli.Spare("./甲.txt", "乙.txt", "甲.txt"), cli.ErrUsage)
}
