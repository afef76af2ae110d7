package cli_test

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
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
