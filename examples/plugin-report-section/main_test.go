package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
)

func Example() {
	if err := run(context.Background(), os.Stdout, ""); err != nil {
		panic(err)
	}
	// Output:
	// 2024年，公共法律服务自助机进入各镇（街道）便民服务中心，群众就近可以咨询。
	// 公共法律服务自助机接待咨询3人次，当场解答的占66.7%。
}

func TestPDF(t *testing.T) {
	file := filepath.Join(t.TempDir(), "专报.pdf")
	require.NoError(t, run(t.Context(), &bytes.Buffer{}, file))
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(string(data), "%PDF-"))
}

// A host without the plug-in makes no report: the template requires it.
func TestWithout(t *testing.T) {
	host, err := plugin.NewHost()
	require.NoError(t, err)
	_, err = assemble(t.Context(), host)
	require.ErrorIs(t, err, plugin.ErrMissing)
}

func TestConforms(t *testing.T) {
	all, err := visits()
	require.NoError(t, err)
	plugintest.Run(t, plugintest.Config{
		New: func(context.Context) (plugin.Plugin, func(), error) { return kiosks(all), nil, nil },
	})
}
