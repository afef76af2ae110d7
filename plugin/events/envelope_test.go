package events_test

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/register"
)

const bare = `{"id":"0102030000000000000000000000000000000000000000000000000000000000","sequence":"0000000000000000017",` +
	`"source":"/fazhi/register/%E9%B2%A4%E5%9F%8E%E5%8C%BA%E5%8F%B8%E6%B3%95%E5%B1%80","specversion":"1.0",` +
	`"subject":"contract:HT-1","time":"2024-05-01T02:00:00.005Z","type":"cn.fazhi.contract.step.v1"}`

func encode(t *testing.T, f events.Form, e register.Entry) string {
	t.Helper()
	envelope, err := f.Envelope(&e)
	require.NoError(t, err)
	text, err := envelope.Encode()
	require.NoError(t, err)
	again, err := events.Parse(text)
	require.NoError(t, err)
	require.Equal(t, envelope, again)
	return string(text)
}

func TestEnvelope(t *testing.T) {
	require.Equal(t, bare, encode(t, events.Form{}, entry()), "by itself it tells nothing of the content")

	facts := encode(t, events.Form{Content: events.Content{Facts: true}}, entry())
	require.Contains(t, facts, `{"data":{"act":"step","codes":["contract/filing/late"],"due":"2024-06-01","id":"HT-1","kind":"contract",`+
		`"numbers":[{"serial":3,"series":"泉鲤司合","text":"泉鲤司合〔2024〕3号","year":2024}],"on":"2024-05-01","organ":"鲤城区司法局",`+
		`"step":"签订","with":["丰泽区司法局"]},"datacontenttype":"application/json","dataschema":"`+events.Schema+`","id":`)

	some := encode(t, events.Form{Content: events.Content{Doc: []string{"name", "absent"}}}, entry())
	require.Contains(t, some, `"doc":{"name":"店面租赁合同"},"due"`)
	all := encode(t, events.Form{Content: events.Content{Doc: []string{events.AllMembers}}}, entry())
	require.Contains(t, all, `"doc":{"amount":128450000,"name":"店面租赁合同","parties":["sha256:00"]},"due"`)
	for _, text := range []string{facts, some, all} {
		for _, never := range []string{"zhang01", "经办", "某某", "req-1", "null"} {
			require.NotContains(t, text, never)
		}
	}

	empty := entry()
	empty.Numbers, empty.With, empty.Codes, empty.Doc, empty.On, empty.Due, empty.Step = nil, nil, nil, nil, fazhi.Date{}, fazhi.Date{}, ""
	require.Contains(t, encode(t, events.Form{Content: events.Content{Doc: []string{"name"}}}, empty),
		`"data":{"act":"step","codes":[],"id":"HT-1","kind":"contract","numbers":[],"organ":"鲤城区司法局","with":[]}`)
}

func TestEnvelopeNamesThings(t *testing.T) {
	e := entry()
	e.Organ, e.Ref = "某 局/分局%", fazhi.Ref{Kind: "licheng/petition.v1", ID: "信访:2024.1"}
	out, err := events.Form{Source: "https://fazhi.example.gov.cn/books/"}.Envelope(&e)
	require.NoError(t, err)
	require.Equal(t, "https://fazhi.example.gov.cn/books/%E6%9F%90%20%E5%B1%80%2F%E5%88%86%E5%B1%80%25", out.Source)
	require.Equal(t, "cn.fazhi.licheng/petition.v1.step.v1", out.Type)
	require.Equal(t, e.Organ, out.Organ())
	require.Equal(t, e.Ref, out.Ref())
	require.Equal(t, e.Ref.Kind, out.Kind())
	require.Equal(t, e.Act, out.Act())
	for c := rune(' '); c < 0x7f; c++ {
		e.Organ = "x" + string(c) + "y"
		require.Contains(t, encode(t, events.Form{}, e), `"source":"/fazhi/register/x`)
		out, err := events.Form{}.Envelope(&e)
		require.NoError(t, err)
		require.Equal(t, e.Organ, out.Organ())
	}
	foreign := &events.Envelope{Type: "com.example.thing", Source: "%zz", Subject: "x"}
	require.Empty(t, foreign.Kind())
	require.Empty(t, foreign.Act())
	require.Empty(t, foreign.Ref())
	require.Empty(t, foreign.Organ())
}

// The ids of a real book are those of the chain.
func TestIDs(t *testing.T) {
	w := newWorld(t)
	w.adds(organ, "A")
	w.adds(other, "A")
	w.steps(organ, "A")
	require.Equal(t, []string{"A/1", "A/1", "A/2"}, w.pass(w.dispatcher("p1")))
	require.Len(t, w.ids, 3)
	for _, e := range collect(t, w.book.Trail(t.Context(), register.Scope{Organ: organ}, ref("A"))) {
		require.Equal(t, 1, w.ids[e.Sum.String()])
	}
}

func TestLimitsOfContent(t *testing.T) {
	form := events.Form{Content: events.Content{Doc: []string{"name"}}}
	e := entry()
	e.Doc = []byte(`{"name":"` + strings.Repeat("长", 30_000) + `"}`)
	require.Contains(t, encode(t, form, e), `"docOmitted":true`)
	e.Doc = []byte(`{"name":"` + strings.Repeat("x", 65_000) + `"}`)
	require.NotContains(t, encode(t, form, e), "docOmitted")
	e.Codes = slices.Repeat([]fazhi.Code{"a/b"}, 5000)
	out, err := form.Envelope(&e)
	require.NoError(t, err)
	facts, err := out.Facts()
	require.NoError(t, err)
	require.Len(t, facts.Codes, 100)
	e.Doc = []byte(`["not an object"]`)
	_, err = form.Envelope(&e)
	require.ErrorIs(t, err, events.ErrEnvelope)
	e = entry()
	e.Organ, e.Ref = strings.Repeat("𠮷", 64), fazhi.Ref{Kind: fazhi.Kind(strings.Repeat("𠮷", 64)), ID: strings.Repeat("𠮷", 128)}
	form.Source = "/" + strings.Repeat("x", 248) + "/"
	e.With = slices.Repeat([]string{strings.Repeat("局", 64)}, 100)
	for range 99 {
		e.Numbers = append(e.Numbers, register.Numbered{Series: strings.Repeat("列", 64), Text: strings.Repeat("号", 128), Serial: math.MaxInt32, Year: 9999})
	}
	form.Content.Doc = []string{events.AllMembers}
	e.Doc = []byte(`{"name":"` + strings.Repeat("x", 65_000) + `"}`)
	require.Less(t, len(encode(t, form, e)), events.MaxSize, "the largest entry there can be fits")
}

func TestNoEnvelope(t *testing.T) {
	for name, change := range map[string]func(*register.Entry){
		"no sum":     func(e *register.Entry) { e.Sum = register.Sum{} },
		"no place":   func(e *register.Entry) { e.Seq = 0 },
		"control":    func(e *register.Entry) { e.Ref.ID = "a\nb" },
		"not UTF-8":  func(e *register.Entry) { e.Ref.Kind = "\xff" },
		"far future": func(e *register.Entry) { e.At = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) },
		"too fine":   func(e *register.Entry) { e.At = e.At.Add(1) },
	} {
		e := entry()
		change(&e)
		_, err := events.Form{}.Envelope(&e)
		require.ErrorIs(t, err, events.ErrEnvelope, name)
	}
}

func TestFacts(t *testing.T) {
	e := entry()
	out, err := events.Form{Content: events.Content{Doc: []string{events.AllMembers}}}.Envelope(&e)
	require.NoError(t, err)
	facts, err := out.Facts()
	require.NoError(t, err)
	require.Equal(t, events.Facts{
		Organ: organ, Kind: "contract", ID: "HT-1", Act: register.Stepped, Step: "签订", On: e.On, Due: e.Due, Numbers: e.Numbers,
		With: e.With, Codes: e.Codes, Doc: e.Doc,
	}, facts)
	for _, data := range []string{"", `{"organ":3}`, `{"on":"2024-13-01"}`} {
		_, err := (&events.Envelope{Data: json.RawMessage(data), DataSchema: events.Schema}).Facts()
		require.ErrorIs(t, err, events.ErrEnvelope)
	}
	_, err = (&events.Envelope{Data: out.Data, DataSchema: "https://example.com/other"}).Facts()
	require.ErrorIs(t, err, events.ErrEnvelope)
}

func TestParse(t *testing.T) {
	e, err := events.Parse([]byte(" " + strings.Replace(bare, `{"id"`, `{"more":{"x":[1]},"data" : {"b":2,"a":1e0}, "id"`, 1) + "\n"))
	require.NoError(t, err, "another order, blanks, what later versions may add")
	require.Equal(t, `{"a":1,"b":2}`, string(e.Data))
	text, err := e.Encode()
	require.NoError(t, err)
	require.Contains(t, string(text), `"datacontenttype":"application/json"`)
}

func TestParseRefuses(t *testing.T) {
	replace := func(old, new string) string {
		out := strings.Replace(bare, old, new, 1)
		require.NotEqual(t, bare, out, old)
		return out
	}
	for name, text := range map[string]string{
		"nothing":              "",
		"null":                 "null",
		"a list":               "[]",
		"a text after it":      bare + "x",
		"half":                 bare[:100],
		"a name twice":         replace(`{"id"`, `{"id":"x","id"`),
		"not UTF-8":            replace("HT-1", "\xff"),
		"too large":            replace("HT-1", strings.Repeat("x", events.MaxSize)),
		"a long attribute":     replace("HT-1", strings.Repeat("x", 2000)),
		"another version":      replace(`"1.0"`, `"0.3"`),
		"no version":           replace(`"specversion":"1.0",`, ``),
		"names in other case":  replace(`"type"`, `"Type"`),
		"no id":                replace(`"id"`, `"ID"`),
		"an empty source":      replace(`"source":"/`, `"source":"","x":"/`),
		"a source that is not": replace(`"source":"/`, `"source":"%zz`),
		"an id that is none":   replace(`"id":"0102030000000000000000000000000000000000000000000000000000000000"`, `"id":7`),
		"null as a type":       replace(`"cn.fazhi.contract.step.v1"`, `null`),
		"a control character":  replace("HT-1", `a\u0007`),
		"no code point":        replace("HT-1", `a\ufffe`),
		"a sequence of 18":     replace(`"0000000000000000017"`, `"000000000000000017"`),
		"a sequence of 0":      replace(`"0000000000000000017"`, `"0000000000000000000"`),
		"a sequence too large": replace(`"0000000000000000017"`, `"9999999999999999999"`),
		"a signed sequence":    replace(`"0000000000000000017"`, `"+000000000000000017"`),
		"a number":             replace(`"0000000000000000017"`, `17`),
		"no time":              replace(`"2024-05-01T02:00:00.005Z"`, `"2024-05-01"`),
		"a time too fine":      replace(`00.005Z`, `00.0050001Z`),
		"a time out of years":  replace(`2024-05-01T02:00:00.005Z`, `0000-05-01T02:00:00.005Z`),
		"binary data":          replace(`{"id"`, `{"data_base64":"AA==","id"`),
		"data that is a text":  replace(`{"id"`, `{"data":"x","id"`),
		"data that is null":    replace(`{"id"`, `{"data":null,"id"`),
		"data that is XML":     replace(`{"id"`, `{"data":{},"datacontenttype":"text/xml","id"`),
		"a schema of nothing":  replace(`{"id"`, `{"dataschema":"https://example.com/x","id"`),
		"a relative schema":    replace(`{"id"`, `{"data":{},"dataschema":"x","id"`),
	} {
		e, err := events.Parse([]byte(text))
		require.ErrorIs(t, err, events.ErrEnvelope, name)
		require.Nil(t, e, name)
		require.NotContains(t, err.Error(), "HT-1", name)
	}
}

func TestEncodeRefuses(t *testing.T) {
	good, err := events.Parse([]byte(bare))
	require.NoError(t, err)
	for name, change := range map[string]func(*events.Envelope){
		"nothing":   func(e *events.Envelope) { *e = events.Envelope{} },
		"no object": func(e *events.Envelope) { e.Data = json.RawMessage(`3`) },
		"no JSON":   func(e *events.Envelope) { e.Data = json.RawMessage(`{x`) },
		"twice":     func(e *events.Envelope) { e.Data = json.RawMessage(`{"x":1,"x":2}`) },
		"too large": func(e *events.Envelope) {
			e.Data = json.RawMessage(`{"x":"` + strings.Repeat("x", events.MaxSize) + `"}`)
		},
	} {
		e := *good
		change(&e)
		_, err := e.Encode()
		require.ErrorIs(t, err, events.ErrEnvelope, name)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(bare))
	f.Add([]byte(strings.Replace(bare, `{"id"`, `{"data":{"a":[{}]},"dataschema":"https://example.com/x","id"`, 1)))
	f.Add([]byte(`{"specversion":"1.0"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		e, err := events.Parse(text)
		if err != nil {
			require.ErrorIs(t, err, events.ErrEnvelope)
			return
		}
		first, err := e.Encode()
		require.NoError(t, err)
		again, err := events.Parse(first)
		require.NoError(t, err)
		require.Equal(t, e, again)
		_, _, _, _ = e.Kind(), e.Act(), e.Ref(), e.Organ()
		_, _ = e.Facts()
	})
}

func BenchmarkEncode(b *testing.B) {
	e := entry()
	for name, form := range map[string]events.Form{
		"bare": {}, "facts": {Content: events.Content{Facts: true}}, "doc": {Content: events.Content{Doc: []string{"name", "amount"}}},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				out, err := form.Envelope(&e)
				if err == nil {
					_, err = out.Encode()
				}
				require.NoError(b, err)
			}
		})
	}
}
