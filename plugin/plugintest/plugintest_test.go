package plugintest_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

func TestACorrectPluginPasses(t *testing.T) {
	plugintest.Run(t, config(func(*plugin.Plugin) {}))
}

func TestVerifySaysNothingOfACorrectPlugin(t *testing.T) {
	require.Empty(t, plugintest.Verify(t.Context(), config(func(*plugin.Plugin) {})))
}

func TestVerifyWithoutAPlugin(t *testing.T) {
	for _, f := range plugintest.Verify(t.Context(), plugintest.Config{}) {
		require.Equal(t, "Config.New 是 nil", f.Message)
	}
	broken := plugintest.Config{New: func(context.Context) (plugin.Plugin, func(), error) {
		return plugin.Plugin{}, nil, errors.New("没有数据库")
	}}
	found := plugintest.Verify(t.Context(), broken, "budget", "x")
	require.Equal(t, []string{"没有这个案例", "插件不能启动：没有数据库"}, []string{found[0].Message, found[1].Message})
}

// Whoever interrupts a run is not told that all is well.
func TestVerifyInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	found := plugintest.Verify(ctx, config(func(*plugin.Plugin) {}))
	require.Equal(t, []plugintest.Finding{{Case: "interrupted", Rule: "全部案例都要运行", Message: "已中断"}}, found)
}

func TestADocumentThatCannotBeDecodedIsAFault(t *testing.T) {
	c := config(func(*plugin.Plugin) {})
	c.Documents = append(c.Documents, protocol.Document{Kind: "licheng/lease", ID: "ZL-9", Content: []byte(`{"amount": "很多"}`)})
	found := plugintest.Verify(t.Context(), c, "repeats")
	require.Equal(t, "Config.Decode 不能读文件 licheng/lease ZL-9", found[0].Message)
}

// Every plug-in that has been started is ended.
func TestEveryPluginIsEnded(t *testing.T) {
	var started, ended int
	c := config(func(*plugin.Plugin) {})
	c.New = func(context.Context) (plugin.Plugin, func(), error) {
		started++
		return correct(), func() { ended++ }, nil
	}
	require.Empty(t, plugintest.Verify(t.Context(), c))
	require.Equal(t, started, ended)
	require.GreaterOrEqual(t, started, len(plugintest.Names()))
}

// Hooks that a plug-in does not have are not tried.
func TestAPluginThatOnlyObserves(t *testing.T) {
	c := config(func(p *plugin.Plugin) {
		*p = plugin.Plugin{Name: "court/feed", Version: "1", Doc: "抄告。", API: 1, Observe: p.Observe}
	})
	require.Empty(t, plugintest.Verify(t.Context(), c))
}

// What the author knows to be hostile is tried too.
func TestHostileDocumentsOfTheAuthor(t *testing.T) {
	c := config(checked(func(_ context.Context, d *lease, _ *plugin.CheckResponse) error {
		if d.Name == "闰" {
			panic("leap")
		}
		return nil
	}))
	require.Empty(t, plugintest.Verify(t.Context(), c, "survives-documents"))
	c.Hostile = []protocol.Document{{Kind: "licheng/lease", ID: "ZL-8", Content: []byte(`{"serial": "ZL-8", "name": "闰"}`)}}
	found := plugintest.Verify(t.Context(), c, "survives-documents")
	require.Len(t, found, 1)
	require.Contains(t, found[0].Message, "检查 licheng/lease ZL-8：崩溃：leap，在 ")
	require.Contains(t, found[0].Message, "TestHostileDocumentsOfTheAuthor", "the place of the panic")
}
