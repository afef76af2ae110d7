//go:build tools

package main

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// jar packs the example in Java.
func jar(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files, err := filepath.Glob("../plugin-remote-java/*.java")
	require.NoError(t, err)
	for _, args := range [][]string{
		append([]string{"javac", "-encoding", "UTF-8", "-d", dir}, files...),
		{"jar", "cfe", filepath.Join(dir, "x.jar"), "LargeContracts", "-C", dir, "."},
	} {
		out, err := exec.Command(args[0], args[1:]...).CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	return filepath.Join(dir, "x.jar")
}

// The command line that authors in Java use.
func TestVerifyAJar(t *testing.T) {
	code, stdout, stderr := try("verify", "-set", "threshold=500000", "--", "java", "-jar", jar(t))
	require.Equal(t, cli.Well, code, stdout+stderr)
	require.Contains(t, stdout, "插件 licheng/large-contracts@1.0.0")
	require.NotContains(t, stdout, "不合")
}
