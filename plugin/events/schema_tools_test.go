//go:build tools

package events_test

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/register"
)

// validate reads, from the standard input, pairs of a schema and a text on two lines, and says which do not fit. It is
// Python's validator of JSON Schema that judges, with its checks of formats.
const validate = `
import json, sys
from jsonschema import Draft202012Validator as V
wrong = 0
for line in sys.stdin:
    path, text = json.loads(line)
    schema = json.load(open(path, encoding="utf-8"))
    V.check_schema(schema)
    for e in V(schema, format_checker=V.FORMAT_CHECKER).iter_errors(text):
        print(path, list(e.path), e.validator)
        wrong += 1
print(wrong)
`

func judge(t *testing.T, pairs [][2]any) string {
	t.Helper()
	var in strings.Builder
	for _, pair := range pairs {
		require.NoError(t, json.NewEncoder(&in).Encode(pair))
	}
	cmd := exec.CommandContext(t.Context(), "python3", "-c", validate)
	cmd.Stdin = strings.NewReader(in.String())
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	return strings.TrimSpace(string(out))
}

// What we send is what CloudEvents asks for, and its data is what our own schema promises.
func TestSchemas(t *testing.T) {
	var pairs [][2]any
	for _, text := range samples(t) {
		pairs = append(pairs, [2]any{"testdata/cloudevents.json", json.RawMessage(text)})
		var envelope struct{ Data json.RawMessage }
		require.NoError(t, json.Unmarshal(text, &envelope))
		if envelope.Data != nil {
			pairs = append(pairs, [2]any{"entry.v1.json", envelope.Data})
		}
	}
	require.Greater(t, len(pairs), 60)
	require.Equal(t, "0", judge(t, pairs))

	for _, pair := range [][2]any{
		{"testdata/cloudevents.json", json.RawMessage(`{"id":"","source":"/x","specversion":"1.0","type":"x"}`)},
		{"testdata/cloudevents.json", json.RawMessage(`{"id":"1","source":"/x","specversion":"0.3","type":"x"}`)},
		{"testdata/cloudevents.json", json.RawMessage(`{"id":"1","source":"局","specversion":"1.0","type":"x"}`)},
		{"entry.v1.json", json.RawMessage(`{"organ":"x","kind":"k","id":"1","act":"add","numbers":null,"with":[],"codes":[]}`)},
		{"entry.v1.json", json.RawMessage(`{"organ":"x","kind":"k","id":"1","act":"sign","numbers":[],"with":[],"codes":[]}`)},
	} {
		require.NotEqual(t, "0", judge(t, [][2]any{pair}), "the judge judges: %s", pair[1])
	}
}

// samples are envelopes of all sorts, as they are sent.
func samples(t *testing.T) [][]byte {
	var out [][]byte
	add := func(f events.Form, e register.Entry) {
		envelope, err := f.Envelope(&e)
		require.NoError(t, err)
		text, err := envelope.Encode()
		require.NoError(t, err)
		out = append(out, text)
	}
	contents := []events.Content{{}, {Facts: true}, {Doc: []string{"name"}}, {Doc: []string{events.AllMembers}}}
	for _, c := range contents {
		for _, act := range acts() {
			e := entry()
			e.Act = act
			add(events.Form{Content: c}, e)
		}
		add(events.Form{Content: c, Source: "https://fazhi.example.gov.cn/books/"}, entry())
		empty := register.Entry{Organ: "某 局", Seq: 1, Ref: fazhi.Ref{Kind: "a/b", ID: "1"}, Act: register.Added, Sum: register.Sum{1}, At: entry().At}
		add(events.Form{Content: c}, empty)
		large := entry()
		large.Doc = []byte(`{"name":"` + strings.Repeat("x", 70_000) + `"}`)
		add(events.Form{Content: c}, large)
	}
	return out
}
