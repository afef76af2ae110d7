package cli_test

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// What a system says in English and with a path is said in Chinese and without, also to one who may read everything.
func TestPlainly(t *testing.T) {
	for want, err := range map[string]error{
		"没有这个文件": &fs.PathError{Op: "open", Path: "甲", Err: fs.ErrNotExist}, "没有权限": fmt.Errorf("x: %w", &fs.PathError{Op: "open", Path: "甲", Err: syscall.EACCES}),
		"已经存在": &os.LinkError{Op: "link", Old: "甲", New: "乙", Err: syscall.EEXIST}, "上一级不是目录": &fs.PathError{Op: "stat", Path: "甲", Err: syscall.ENOTDIR},
		"is a directory": &fs.PathError{Op: "read", Path: "甲", Err: syscall.EISDIR},
	} {
		require.EqualError(t, cli.Plainly(err), want)
	}
}

// What a program makes stands after its files, and where any of them is there, none is written.
func TestWriteSamples(t *testing.T) {
	clitest.Folder(t, "文件", "", "旧/乙.csv", "")
	files, made := fstest.MapFS{"下/甲.txt": {Data: []byte("甲")}}, cli.File{Name: "乙.csv", Data: []byte("乙")}
	written, err := cli.WriteSamples(files, "新", made)
	require.NoError(t, err)
	require.Equal(t, []string{"新/下/甲.txt", "新/乙.csv"}, written)
	for i, want := range []string{"甲", "乙"} {
		data, err := os.ReadFile(written[i])
		require.NoError(t, err)
		require.Equal(t, want, string(data))
	}
	for folder, want := range map[string]string{
		"旧": "旧 里已经有 乙.csv，没有写入", "新": "新 里已经有 乙.csv，没有写入", "文件": "不能写入 文件：不是目录",
	} {
		written, err := cli.WriteSamples(files, folder, made)
		require.EqualError(t, err, want)
		require.Empty(t, written)
	}
	require.NoDirExists(t, "旧/下")
}
