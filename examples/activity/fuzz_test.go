package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// Whatever a declaration and a ledger say, the program answers with one object: well, with issues, or with an error.
func FuzzCheck(f *testing.F) {
	f.Add(small, "编号,日期\n1,2024-03-01\n")
	f.Add(wrong, "编号\n")
	f.Add(strings.Replace(small, "单位: 次", "分组: 编号, 表格: 是, 单位: 次", 1), "编号,日期\n{一}|,2024-03-01\n")
	folder := f.TempDir()
	areas, rows := filepath.Join(folder, "甲.yaml"), filepath.Join(folder, "甲.csv")
	f.Fuzz(func(t *testing.T, declaration, ledger string) {
		require.NoError(t, os.WriteFile(areas, []byte(declaration), 0o600))
		require.NoError(t, os.WriteFile(rows, []byte(ledger), 0o600))
		code, o := clitest.Program(try).Object(t, "check", areas, rows, "-year", "2024")
		switch code {
		case cli.Well:
			require.Empty(t, o["error"])
			require.Empty(t, o["issues"])
			require.NotEmpty(t, o["areas"])
		case cli.Found:
			require.Empty(t, o["error"])
			require.NotEmpty(t, o["issues"])
		default:
			require.NotEmpty(t, o["error"])
		}
	})
}
