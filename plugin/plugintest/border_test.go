package plugintest_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/register"
)

// served puts a plug-in behind the protocol, as one in another process is.
func served(t *testing.T, spoil func(*plugin.Plugin)) plugintest.Config {
	t.Helper()
	p := correct()
	p.Provide.Renderers, p.Provide.Calendars, p.Provide.Signers = nil, nil, nil
	spoil(&p)
	server, err := protocol.ServerOptions{
		Document: func(r *register.Raw) (fazhi.Document, error) {
			return plugintest.Decode[lease](protocol.Document{Kind: r.Of.Kind, ID: r.Of.ID, Title: r.Name, Content: r.JSON})
		},
	}.NewServer(p)
	require.NoError(t, err)
	return plugintest.Config{Remote: true, Documents: []protocol.Document{store()}, Golden: goldenCases(t),
		New: func(ctx context.Context) (plugin.Plugin, func(), error) {
			client, err := protocol.Connect(ctx, dying{protocol.Direct(server)}, protocol.Options{})
			if err != nil {
				return plugin.Plugin{}, nil, err
			}
			return client.Plugin(), func() { _ = client.Close() }, nil
		}}
}

// dying is a connection whose process ends when it answers what no server can: a panic.
type dying struct{ protocol.Conn }

var errEnded = errors.New("进程中途结束")

func (d dying) Call(ctx context.Context, message []byte) ([]byte, error) {
	answer, err := d.Conn.Call(ctx, message)
	var r protocol.Response
	if err == nil && json.Unmarshal(answer, &r) == nil && r.Error != nil && r.Error.Code == protocol.CodeInternal {
		return nil, errors.Join(errEnded, d.Close())
	}
	return answer, err
}

func TestBehindABorder(t *testing.T) {
	require.Empty(t, plugintest.Verify(t.Context(), served(t, func(*plugin.Plugin) {})))
}

// A process that dies is said to have died, on which document, and the kit goes on with a new one.
func TestTheDocumentOnWhichAProcessDiedIsNamed(t *testing.T) {
	c := served(t, checked(func(_ context.Context, d *lease, _ *plugin.CheckResponse) error {
		if d.Signed.Year() == 9999 || d.Parties == nil {
			panic("no parties")
		}
		return nil
	}))
	c.Explain = func(err error) string { return "说明：" + err.Error() }
	found := plugintest.Verify(t.Context(), c, "survives-documents", "answers-documents")
	var said []string
	for _, f := range found {
		require.Contains(t, f.Message, "说明：")
		require.Contains(t, f.Message, errEnded.Error())
		document, _, _ := strings.Cut(f.Message, "：")
		said = append(said, f.Case+" "+document)
	}
	require.Equal(t, []string{
		"survives-documents 检查 licheng/lease empty", "survives-documents 检查 licheng/lease no-lists",
		"survives-documents 检查 licheng/lease far-dates", "survives-documents 检查 licheng/lease without-parties",
		"survives-documents 检查 licheng/lease late-signed",
	}, said)
}

// An answer that is an error is not a death.
func TestAnErrorBehindABorderIsAnAnswer(t *testing.T) {
	c := served(t, says(fazhi.Issue{Code: "other/lease", Path: "/signed", Message: "没有签订日期"}))
	var cases []string
	for _, f := range plugintest.Verify(t.Context(), c) {
		t.Log(f)
		cases = append(cases, f.Case)
	}
	require.Equal(t, []string{"issue-codes", "issue-codes-asked", "golden"}, slices.Compact(cases))
}
