package protocol_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/report"
)

func handled(t *testing.T, s *protocol.Server, message string) protocol.Response {
	t.Helper()
	var r protocol.Response
	answer := s.Handle(context.Background(), []byte(message))
	require.NoError(t, json.Unmarshal(answer, &r), "%s", answer)
	require.Equal(t, "2.0", r.JSONRPC)
	require.NotContains(t, string(answer), "\n")
	require.NotContains(t, string(answer), "某甲")
	return r
}

func asking(method, params string) string {
	return fmt.Sprintf(`{"jsonrpc":"2.0","id":7,"method":%q,"params":%s}`, method, params)
}

const wireLease = `{"kind":"licheng/lease","id":"ZL-7","title":"某甲","content":{"serial":"ZL-7","name":"某甲","rent":1,"parties":[],"signed":""}}`

func guarding(step, document string) string {
	return asking("guard", `{"act":"add","organ":"o","role":"","ref":{"kind":"licheng/lease","id":"ZL-7"},"document":`+document+
		`,"step":"`+step+`","series":[],"by":"z","reason":""}`)
}

func TestServerFaults(t *testing.T) {
	s := served(t)
	check := func(more string) string { return asking("check", `{"document":`+wireLease+`,"codes":[]`+more+`}`) }
	for name, x := range map[string]struct {
		message string
		id      protocol.ID
		code    int
	}{
		"no json": {"hello", 0, protocol.CodeParse}, "empty": {"", 0, protocol.CodeParse}, "utf-8": {"\"\xff\"", 0, protocol.CodeParse},
		"twice":          {`{"jsonrpc":"2.0","id":7,"id":7,"method":"shutdown","params":{}}`, 0, protocol.CodeParse},
		"deep":           {strings.Repeat("[", 100), 0, protocol.CodeParse},
		"large":          {strings.Repeat(" ", protocol.MaxMessage+1), 0, protocol.CodeParse},
		"batch":          {`[]`, 0, protocol.CodeInvalidRequest},
		"scalar":         {`1`, 0, protocol.CodeInvalidRequest},
		"version":        {`{"jsonrpc":"1.0","id":7,"method":"shutdown","params":{}}`, 7, protocol.CodeInvalidRequest},
		"text id":        {`{"jsonrpc":"2.0","id":"7","method":"shutdown","params":{}}`, 0, protocol.CodeInvalidRequest},
		"minus":          {`{"jsonrpc":"2.0","id":-7,"method":"shutdown","params":{}}`, 0, protocol.CodeInvalidRequest},
		"null id":        {`{"jsonrpc":"2.0","id":null,"method":"shutdown","params":{}}`, 0, protocol.CodeInvalidRequest},
		"no id":          {`{"jsonrpc":"2.0","method":"shutdown","params":{}}`, 0, protocol.CodeInvalidRequest},
		"no method":      {`{"jsonrpc":"2.0","id":7,"params":{}}`, 0, protocol.CodeInvalidRequest},
		"no params":      {`{"jsonrpc":"2.0","id":7,"method":"shutdown"}`, 0, protocol.CodeInvalidRequest},
		"unknown":        {asking("render", `{}`), 7, protocol.CodeNoMethod},
		"cancel with id": {asking("cancel", `{"id":1}`), 7, protocol.CodeInvalidRequest},
		"version offer":  {asking("initialize", `{"protocols":["fazhi/9"],"library":"x","probe":"x","settings":{}}`), 7, protocol.CodeInvalidParams},
		"settings":       {asking("initialize", `{"protocols":["fazhi/1"],"library":"x","probe":"x","settings":{"某甲":"1"}}`), 7, protocol.CodeInvalidParams},
		"params":         {asking("check", `{}`), 7, protocol.CodeInvalidParams},
		"null list":      {asking("check", `{"document":`+wireLease+`,"codes":null}`), 7, protocol.CodeInvalidParams},
		"date":           {check(`,"today":"某甲"`), 7, protocol.CodeInvalidParams},
		"content":        {strings.ReplaceAll(check(""), `"rent":1`, `"rent":"某甲"`), 7, protocol.CodeInvalidParams},
		"panic":          {guarding("崩溃", wireLease), 7, protocol.CodeInternal},
		"series":         {asking("number", `{"series":"某甲","organ":"o"}`), 7, protocol.CodeInvalidParams},
		"slot":           {asking("section", `{"slot":"某甲","organ":"o"}`), 7, protocol.CodeInvalidParams},
		"rubric":         {asking("score", `{"rubric":"某甲","document":`+wireLease+`}`), 7, protocol.CodeInvalidParams},
		"entry":          {asking("observe", `{"entry":{"某甲":1},"attempt":1}`), 7, protocol.CodeInvalidParams},
	} {
		t.Run(name, func(t *testing.T) {
			r := handled(t, s, x.message)
			require.NotNil(t, r.Error)
			require.Equal(t, x.id, r.ID)
			require.Equal(t, x.code, r.Error.Code, r.Error.Message)
			require.NotEmpty(t, r.Error.Message)
			require.Nil(t, r.Result)
		})
	}
	require.Nil(t, s.Handle(context.Background(), []byte(`{"jsonrpc":"2.0","method":"cancel","params":{"id":99}}`)))
	require.Nil(t, s.Handle(context.Background(), []byte(`{"jsonrpc":"2.0","method":"cancel","params":{}}`)))
	require.Nil(t, handled(t, s, check("")).Error, "it still answers")
}

// A plug-in that offers only one thing has no other methods.
func TestServerWithoutHooks(t *testing.T) {
	s, err := protocol.NewServer(plugin.Plugin{Name: "a/b", Version: "1", Doc: "试", API: 1, Checks: []fazhi.Check{
		{Code: "a/x", Doc: "试", Basis: "试", Run: func(context.Context, *fazhi.Pass) error { return errors.New("数据库打不开") }},
	}})
	require.NoError(t, err)
	require.Equal(t, protocol.CodeNoMethod, handled(t, s, guarding("登记", wireLease)).Error.Code)
	require.Equal(t, protocol.CodeNoMethod, handled(t, s, asking("observe", `{"entry":{},"attempt":1}`)).Error.Code)
	r := handled(t, s, asking("check", `{"document":`+wireLease+`,"codes":["a/x"]}`))
	require.Equal(t, protocol.CodeInternal, r.Error.Code)
	require.Contains(t, r.Error.Message, "数据库打不开")
	r = handled(t, s, asking("check", `{"document":`+wireLease+`,"codes":["a/y"]}`))
	require.JSONEq(t, `{"issues":[]}`, string(r.Result), "only what is asked for is run")
}

func TestServerHandsOverRawDocuments(t *testing.T) {
	var got fazhi.Document
	p := full()
	p.Guard = func(_ context.Context, q *plugin.GuardRequest) (*plugin.GuardResponse, error) {
		got = q.Doc
		return nil, &register.Refusal{Code: "licheng/lease/frozen", Reason: "暂不登记"} // as an error it is a refusal too
	}
	s, err := protocol.NewServer(p)
	require.NoError(t, err)
	r := handled(t, s, guarding("登记", wireLease))
	require.JSONEq(t, `{"refusal":{"code":"licheng/lease/frozen","reason":"暂不登记","issues":[]}}`, string(r.Result))
	require.Equal(t, fazhi.Ref{Kind: "licheng/lease", ID: "ZL-7"}, fazhi.RefOf(got))
	require.JSONEq(t, `{"serial":"ZL-7","name":"某甲","rent":1,"parties":[],"signed":""}`, string(got.(*register.Raw).JSON))
}

// A pointer that is nil as an error is neither consent nor an answer.
func TestErrorsThatAreNil(t *testing.T) {
	p := full()
	p.Guard = func(context.Context, *plugin.GuardRequest) (*plugin.GuardResponse, error) {
		var none *register.Refusal
		return nil, none
	}
	p.Provide.Rubrics["租赁"] = func(context.Context, *plugin.ScoreRequest) (*plugin.ScoreResponse, error) {
		var none *protocol.Fault
		return nil, none
	}
	s, err := protocol.NewServer(p)
	require.NoError(t, err)
	for _, message := range []string{guarding("登记", wireLease), asking("score", `{"rubric":"租赁","document":`+wireLease+`}`)} {
		r := handled(t, s, message)
		require.NotNil(t, r.Error)
		require.Equal(t, protocol.CodeInternal, r.Error.Code)
	}
}

func TestNewServerSaysEverything(t *testing.T) {
	p := full()
	p.Name, p.Version = "A", ""
	p.Provide.Renderers = map[string]func(context.Context, *plugin.RenderRequest) (*plugin.RenderResponse, error){
		"txt": func(context.Context, *plugin.RenderRequest) (*plugin.RenderResponse, error) { return nil, io.EOF },
	}
	_, err := protocol.NewServer(p)
	require.ErrorIs(t, err, protocol.ErrDeclaration)
	for _, s := range []string{"owner/name", "版本", "Renderers"} {
		require.ErrorContains(t, err, s)
	}
}

// A rule that is a function cannot travel.
func TestNumberNeedsAPattern(t *testing.T) {
	p := full()
	for _, r := range []*plugin.NumberResponse{nil, {}, {Number: func(numbering.Slot) (string, error) { return "1", nil }}} {
		p.Provide.Numberers["租赁"] = func(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error) { return r, nil }
		s, err := protocol.NewServer(p)
		require.NoError(t, err)
		answer := handled(t, s, asking("number", `{"series":"租赁","organ":"o"}`))
		require.Equal(t, protocol.CodeInternal, answer.Error.Code)
		require.Contains(t, answer.Error.Message, "Pattern")
	}
}

func TestConfigure(t *testing.T) {
	ctx := context.Background()
	o := protocol.ServerOptions{Document: leaseOf, Configure: func(settings map[string]string) (plugin.Plugin, error) {
		p := full()
		if p.Doc = settings["说明"]; p.Doc == "坏" {
			return plugin.Plugin{}, errors.New("没有这种说明")
		}
		return p, nil
	}}
	s, err := o.NewServer(full())
	require.NoError(t, err)
	require.Equal(t, protocol.CodeInvalidRequest, handled(t, s, asking("number", `{"series":"租赁","organ":"o"}`)).Error.Code)
	_, err = protocol.Connect(ctx, protocol.Direct(s), protocol.Options{Settings: map[string]string{"说明": "坏"}})
	require.ErrorContains(t, err, "没有这种说明")
	_, err = protocol.Connect(ctx, protocol.Direct(s), protocol.Options{})
	require.ErrorContains(t, err, "没有说明", "what Configure makes is vetted too")
	client, err := protocol.Connect(ctx, protocol.Direct(s), protocol.Options{Settings: map[string]string{"说明": "好"}})
	require.NoError(t, err)
	require.Equal(t, "好", client.Plugin().Doc)
}

// Sections that are no paragraph of text and figures cannot be served.
func TestSectionsThatCannotBeServed(t *testing.T) {
	text := func(spans ...gongwen.Span) report.Item { return report.Item{Block: gongwen.Paragraph{Text: spans}} }
	for name, x := range map[string]*plugin.SectionResponse{
		"nothing": nil, "no text": {}, "two": {Section: report.Section{Items: []report.Item{text(), text()}}},
		"heading":   {Section: report.Section{Items: []report.Item{{Block: gongwen.Heading{}}}}},
		"part":      {Section: report.Section{Items: []report.Item{{Part: "x", Block: gongwen.Paragraph{}}}}},
		"braces":    {Section: report.Section{Items: []report.Item{text(gongwen.Text("{{"))}}},
		"note":      {Section: report.Section{Items: []report.Item{text(gongwen.Note{})}}},
		"no mark":   {Section: report.Section{Items: []report.Item{text(gongwen.Figure{ID: "a.b"})}}},
		"more mark": {Section: report.Section{Items: []report.Item{{Block: gongwen.Paragraph{}, Marks: []report.Mark{{ID: "a.b"}}}}}},
		"no value":  {Section: report.Section{Items: []report.Item{text()}, Figures: []fazhi.Figure{{ID: "a.b"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			p := full()
			p.Provide.Sections["租赁"] = func(context.Context, *plugin.SectionRequest) (*plugin.SectionResponse, error) { return x, nil }
			s, err := protocol.NewServer(p)
			require.NoError(t, err)
			require.Equal(t, protocol.CodeInternal, handled(t, s, asking("section", `{"slot":"租赁","organ":"o"}`)).Error.Code)
		})
	}
}

// Text that the plug-in got wrong does not leave the server as a broken message.
func TestResultsThatCannotBeSaid(t *testing.T) {
	p := full()
	p.Guard = func(context.Context, *plugin.GuardRequest) (*plugin.GuardResponse, error) {
		return plugin.Refuse("licheng/lease/frozen", strings.Repeat("x", protocol.MaxMessage)), nil
	}
	p.Provide.Sections["租赁"] = func(_ context.Context, q *plugin.SectionRequest) (*plugin.SectionResponse, error) {
		s, err := report.Sentence(q.Slot, "", []fazhi.Figure{{ID: "a.b", Value: fazhi.Money(1<<53 + 1)}})
		return &plugin.SectionResponse{Section: s}, err
	}
	p.Provide.Rubrics["租赁"] = func(context.Context, *plugin.ScoreRequest) (*plugin.ScoreResponse, error) { return nil, nil }
	s, err := protocol.NewServer(p)
	require.NoError(t, err)
	for message, says := range map[string]string{
		guarding("登记", wireLease): "8 MiB", asking("section", `{"slot":"租赁","organ":"o"}`): "不能发送",
		asking("score", `{"rubric":"租赁","document":`+wireLease+`}`): "没有给出得分",
	} {
		r := handled(t, s, message)
		require.Equal(t, protocol.CodeInternal, r.Error.Code)
		require.Contains(t, r.Error.Message, says)
		require.NotContains(t, r.Error.Message, "protocol:")
	}
}

// A request is cancelled by a notification, by the end of its context, and by the connection's.
func TestCancel(t *testing.T) {
	for name, stop := range map[string]func(*protocol.Server, context.CancelFunc){
		"notification": func(s *protocol.Server, _ context.CancelFunc) {
			s.Handle(context.Background(), []byte(`{"jsonrpc":"2.0","method":"cancel","params":{"id":7}}`))
		},
		"context": func(_ *protocol.Server, cancel context.CancelFunc) { cancel() },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := full()
				p.Guard = func(ctx context.Context, _ *plugin.GuardRequest) (*plugin.GuardResponse, error) {
					<-ctx.Done()
					return nil, ctx.Err()
				}
				s, err := protocol.NewServer(p)
				require.NoError(t, err)
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				done := make(chan []byte)
				go func() { done <- s.Handle(ctx, []byte(guarding("登记", wireLease))) }()
				synctest.Wait()
				stop(s, cancel)
				require.Equal(t, `{"jsonrpc":"2.0","id":7,"error":{"code":-32800,"message":"已取消"}}`, string(<-done))
			})
		})
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.Contains(t, string(served(t).Handle(ctx, []byte(asking("shutdown", "{}")))), "-32800")
}

// The second request under an ID leaves the first one's place alone.
func TestSameIDAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := full()
		p.Guard = func(ctx context.Context, q *plugin.GuardRequest) (*plugin.GuardResponse, error) {
			if q.Step == "等" {
				<-ctx.Done()
			}
			return nil, ctx.Err()
		}
		s, err := protocol.NewServer(p)
		require.NoError(t, err)
		done := make(chan []byte)
		go func() { done <- s.Handle(t.Context(), []byte(guarding("等", wireLease))) }()
		synctest.Wait()
		require.Nil(t, handled(t, s, guarding("登记", wireLease)).Error)
		s.Handle(t.Context(), []byte(`{"jsonrpc":"2.0","method":"cancel","params":{"id":7}}`))
		require.Contains(t, string(<-done), "-32800")
	})
}

func TestDone(t *testing.T) {
	s := served(t)
	select {
	case <-s.Done():
		t.Fatal("nobody said shutdown")
	default:
	}
	for range 2 {
		require.JSONEq(t, `{}`, string(handled(t, s, asking("shutdown", `{}`)).Result))
		<-s.Done()
	}
	require.Nil(t, handled(t, s, asking("number", `{"series":"租赁","organ":"o"}`)).Error, "other hosts may go on")
}

// What a panic holds is nobody's business.
func TestPanicsHoldNothing(t *testing.T) {
	o := protocol.ServerOptions{Document: func(*register.Raw) (fazhi.Document, error) { panic("某甲") }}
	s, err := o.NewServer(full())
	require.NoError(t, err)
	require.Equal(t, protocol.CodeInvalidParams, handled(t, s, guarding("登记", wireLease)).Error.Code)
	o.Document = func(*register.Raw) (fazhi.Document, error) { return nil, nil }
	s, err = o.NewServer(full())
	require.NoError(t, err)
	require.Equal(t, protocol.CodeInvalidParams, handled(t, s, guarding("登记", wireLease)).Error.Code)
}
