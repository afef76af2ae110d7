package protocol_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

func FuzzServerHandle(f *testing.F) {
	text, err := os.ReadFile("testdata/conversation.jsonl")
	require.NoError(f, err)
	for line := range strings.Lines(string(text)) {
		f.Add([]byte(line))
	}
	for _, m := range []string{guarding("崩溃", wireLease), `{"jsonrpc":"2.0","method":"cancel","params":{"id":1}}`, `{"id":1,"\u0069d":2}`, "{\"a\":\"\xff\"}", ""} {
		f.Add([]byte(m))
	}
	s := served(f)
	f.Fuzz(func(t *testing.T, message []byte) {
		before := string(message)
		answer := s.Handle(context.Background(), message)
		require.Equal(t, before, string(message))
		if answer == nil {
			require.Contains(t, before, "cancel")
			return
		}
		var r protocol.Response
		require.NoError(t, json.Unmarshal(answer, &r))
		require.NotContains(t, string(answer), "\n")
		require.NotEqual(t, r.Error == nil, r.Result == nil)
		if isBroken(message) {
			require.Equal(t, protocol.CodeParse, r.Error.Code)
		}
	})
}

// isBroken reports, by another way than the package's own, that a text is no UTF-8, no JSON, or has a name twice.
func isBroken(text []byte) bool {
	return !json.Valid(text) || strings.ToValidUTF8(string(text), "") != string(text) || hasTwice(json.NewDecoder(strings.NewReader(string(text))))
}

// hasTwice reads one value and reports whether an object in it has a name twice.
func hasTwice(d *json.Decoder) bool {
	token, err := d.Token()
	if err != nil {
		return false
	}
	delim, ok := token.(json.Delim)
	if !ok {
		return false
	}
	twice, seen := false, map[string]bool{}
	for d.More() {
		if delim == '{' {
			name, err := d.Token()
			if err != nil {
				return false
			}
			twice = twice || seen[name.(string)]
			seen[name.(string)] = true
		}
		twice = hasTwice(d) || twice
	}
	_, _ = d.Token()
	return twice
}

// conversation returns the lines of the golden file, with the ID that a first request after initialize has.
func conversation(f *testing.F) []string {
	text, err := os.ReadFile("testdata/conversation.jsonl")
	require.NoError(f, err)
	return strings.Split(regexp.MustCompile(`"id":[0-9]+`).ReplaceAllString(string(text), `"id":2`), "\n")
}

// hooks are the ways to ask a plug-in that is declared as in saying.
func hooks(p plugin.Plugin) []func(context.Context) error {
	return []func(context.Context) error{
		func(ctx context.Context) error { _, err := p.Check(ctx, &plugin.CheckRequest{Doc: shop()}); return err },
		func(ctx context.Context) error { _, err := p.Guard(ctx, attempt(nil)); return err },
		func(ctx context.Context) error {
			_, err := p.Provide.Numberers["n"](ctx, &plugin.NumberRequest{})
			return err
		},
		func(ctx context.Context) error {
			_, err := p.Provide.Sections["s"](ctx, &plugin.SectionRequest{Slot: "s"})
			return err
		},
		func(ctx context.Context) error {
			_, err := p.Provide.Rubrics["r"](ctx, &plugin.ScoreRequest{Doc: shop()})
			return err
		},
		func(ctx context.Context) error { return p.Observe(ctx, &plugin.Event{Entry: entry(), Attempt: 1}) },
	}
}

// FuzzClientReads has a plug-in say anything: nothing that breaks a rule of all messages is taken for an answer.
func FuzzClientReads(f *testing.F) {
	for _, line := range conversation(f) {
		f.Add([]byte(line))
	}
	for _, s := range []string{declaration, `{"issues":[],"issues":[]}`, `{"issues":null}`, "{\"issues\":[],\"x\":\"\xff\"}", `{"refusal":{"code":"a/no","reason":"x","issues":[]}}`} {
		f.Add([]byte(answered(2, s)))
	}
	ctx := context.Background()
	f.Fuzz(func(t *testing.T, answer []byte) {
		first, err := protocol.Connect(ctx, &talk{answer: func(string) (string, error) {
			return strings.Replace(string(answer), `"id":2`, `"id":1`, 1), nil
		}}, protocol.Options{})
		if err == nil {
			require.False(t, isBroken(answer))
			p := first.Plugin()
			p.Requires = nil
			_, err := plugin.NewHost(p)
			require.NoError(t, err)
		}
		client, _ := saying(t, protocol.Options{}, string(answer))
		for i := range hooks(client.Plugin()) {
			client, _ := saying(t, protocol.Options{}, string(answer))
			err := hooks(client.Plugin())[i](ctx)
			var fault *protocol.Fault
			if err == nil || errors.As(err, &fault) {
				require.False(t, isBroken(answer))
			}
		}
	})
}
