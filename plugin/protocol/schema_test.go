package protocol_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// messages are the Go types of all messages, by the name of their schema.
func messages() map[string]reflect.Type {
	return map[string]reflect.Type{
		"request": reflect.TypeFor[protocol.Request](), "response": reflect.TypeFor[protocol.Response](),
		"initialize.params": reflect.TypeFor[protocol.InitializeParams](), "initialize.result": reflect.TypeFor[protocol.InitializeResult](),
		"check.params": reflect.TypeFor[protocol.CheckParams](), "check.result": reflect.TypeFor[protocol.CheckResult](),
		"guard.params": reflect.TypeFor[protocol.GuardParams](), "guard.result": reflect.TypeFor[protocol.GuardResult](),
		"number.params": reflect.TypeFor[protocol.NumberParams](), "number.result": reflect.TypeFor[protocol.NumberResult](),
		"section.params": reflect.TypeFor[protocol.SectionParams](), "section.result": reflect.TypeFor[protocol.SectionResult](),
		"score.params": reflect.TypeFor[protocol.ScoreParams](), "score.result": reflect.TypeFor[protocol.ScoreResult](),
		"observe.params": reflect.TypeFor[protocol.ObserveParams](), "observe.result": reflect.TypeFor[protocol.Empty](),
		"cancel.params":   reflect.TypeFor[protocol.CancelParams](),
		"shutdown.params": reflect.TypeFor[protocol.Empty](), "shutdown.result": reflect.TypeFor[protocol.Empty](),
	}
}

// object is JSON as it is built; encoding/json sorts its members.
type object = map[string]any

// scalars are the types that write their own JSON.
func scalars() map[reflect.Type]object {
	return map[reflect.Type]object{
		reflect.TypeFor[fazhi.Date]():      {"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`, "format": "date"},
		reflect.TypeFor[fazhi.Code]():      {"type": "string", "pattern": `^[a-z0-9-]+(/[a-z0-9-]+)+$`},
		reflect.TypeFor[fazhi.Path]():      {"type": "string", "pattern": `^(/.*)?$`},
		reflect.TypeFor[fazhi.Severity]():  {"enum": []string{"error", "warning", "notice"}},
		reflect.TypeFor[rubric.Verdict]():  {"enum": []string{"not-judged", "met", "not-met", "not-applicable"}},
		reflect.TypeFor[rubric.Points]():   {"type": "number"},
		reflect.TypeFor[rubric.Digest]():   {"type": "string", "pattern": `^([0-9a-f]{64})?$`},
		reflect.TypeFor[protocol.ID]():     {"type": "integer", "minimum": 1},
		reflect.TypeFor[protocol.Method](): {"type": "string"},
	}
}

// special is what members have that their Go types do not tell, by type and name. Most are of types of other packages.
func special() map[string]object {
	all := map[string]object{
		"Response.id":      {"type": []string{"integer", "null"}, "minimum": 1},
		"Document.content": {"type": "object"}, "ObserveParams.entry": {"type": "object"}, "ObserveParams.attempt": {"minimum": 1},
		"Rate.den": {"minimum": 0}, "Figure.count": {"minimum": 0}, "Info.api": {"minimum": 1},
		"Info.name":                 {"pattern": `^[a-z0-9-]+/[a-z0-9-]+$`, "maxLength": 64},
		"Info.version":              {"pattern": `^[A-Za-z0-9.+_-]+$`, "maxLength": 32},
		"Figure.id":                 {"pattern": `^[^. {}|\t\n]+\.[^ {}|\t\n]+$`},
		"Issue.message":             {"minLength": 1},
		"Refusal.reason":            {"minLength": 1},
		"Checked.doc":               {"minLength": 1},
		"Checked.basis":             {"minLength": 1},
		"Info.doc":                  {"minLength": 1},
		"Mark.item":                 {"description": "评分项目"},
		"Mark.verdict":              {"description": "评定：not-judged 未评，met 合格，not-met 不合格，not-applicable 不适用"},
		"Mark.points":               {"description": "分值，至多两位小数"},
		"Mark.times":                {"description": "错误的处数，用于每处扣分的项目；0 或没有：未说明", "minimum": 0},
		"Mark.reason":               {"description": "理由，不得含有文件中的值"},
		"Mark.paths":                {"description": "所看的位置（JSON Pointer）"},
		"Result.rubric":             {"description": "评分标准"},
		"Result.version":            {"description": "评分标准的版本"},
		"Result.digest":             {"description": "评分标准的摘要；可以为空"},
		"Result.marks":              {"description": "各项的评定"},
		"Result.got":                {"description": "得分，应为各得分项分值之和"},
		"Result.of":                 {"description": "满分：所适用的各得分项之和"},
		"Result.open":               {"description": "未评的项目数", "minimum": 0},
		"Result.vetoed":             {"description": "是否被一票否决"},
		"Ref.kind":                  {"description": "文件种类"},
		"Ref.id":                    {"description": "在该种类中唯一的标识"},
		"Numbered.series":           {"description": "序列"},
		"Numbered.year":             {"description": "序列按年计数时的年份，否则为 0"},
		"Numbered.serial":           {"description": "顺序号"},
		"Numbered.text":             {"description": "写出的编号"},
		"Checked.severity":          {"default": "error"},
		"Request.method":            {"examples": []string{"initialize", "check", "guard", "number", "section", "score", "observe", "cancel", "shutdown"}},
		"InitializeResult.protocol": {"const": protocol.Version},
	}
	return all
}

// whole is what types have beside their members.
func whole() map[string]object {
	one := func(names ...string) object {
		var of []object
		for _, name := range names {
			of = append(of, object{"required": []string{name}})
		}
		return object{"oneOf": of}
	}
	return map[string]object{
		"Value": one("count", "atLeast", "rate", "points", "fen"), "Response": one("result", "error"),
	}
}

// A drawing is a schema in the making.
type drawing struct{ defs object }

// of returns the schema of a type; structs are drawn once and referred to.
func (d *drawing) of(t reflect.Type) object {
	if s, ok := scalars()[t]; ok {
		return clone(s)
	}
	switch t.Kind() {
	case reflect.Pointer:
		return d.of(t.Elem())
	case reflect.Slice:
		if t == reflect.TypeFor[json.RawMessage]() {
			return object{}
		}
		return object{"type": "array", "items": d.of(t.Elem())}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": d.of(t.Elem())}
	case reflect.Struct:
		if d.defs[t.Name()] == nil {
			d.defs[t.Name()] = object{} // in case it holds itself
			d.defs[t.Name()] = d.members(t)
		}
		return object{"$ref": "#/$defs/" + t.Name()}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Int, reflect.Int64:
		return object{"type": "integer"}
	}
	return object{"type": "string"}
}

// members draws a struct. Members are left open.
func (d *drawing) members(t reflect.Type) object {
	properties, required := object{}, []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		p := d.of(f.Type)
		if text := f.Tag.Get("desc"); text != "" {
			p["description"] = text
		}
		if text := f.Tag.Get("const"); text != "" {
			p["const"] = text
		}
		for k, v := range special()[t.Name()+"."+name] {
			p[k] = v
		}
		properties[name] = p
		if options == "" {
			required = append(required, name)
		}
	}
	s := object{"type": "object", "properties": properties}
	if len(required) > 0 {
		s["required"] = required
	}
	for k, v := range whole()[t.Name()] {
		s[k] = v
	}
	return s
}

func clone(s object) object {
	c := object{}
	for k, v := range s {
		c[k] = v
	}
	return c
}

// schemaOf draws one file.
func schemaOf(t *testing.T, name string) []byte {
	d := drawing{defs: object{}}
	s := d.members(messages()[name])
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["$id"] = "urn:" + strings.ReplaceAll(protocol.Version, "/", ":") + ":" + name
	s["title"] = protocol.Version + " " + name
	if len(d.defs) > 0 {
		s["$defs"] = d.defs
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	require.NoError(t, e.Encode(s))
	return b.Bytes()
}

// The files are what the Go types say; go generate writes them.
func TestSchemas(t *testing.T) {
	var want []string
	for name := range messages() {
		file := name + ".json"
		want = append(want, file)
		drawn := schemaOf(t, name)
		if *update {
			require.NoError(t, os.WriteFile(filepath.Join("schema", file), drawn, 0o644))
			continue
		}
		got, err := fs.ReadFile(protocol.Schemas(), file)
		require.NoError(t, err)
		require.Equal(t, string(drawn), string(got), "%s: run go generate", file)
	}
	if *update {
		return
	}
	files, err := fs.Glob(protocol.Schemas(), "*")
	require.NoError(t, err)
	slices.Sort(want)
	require.Equal(t, want, files)
}

// Every member that an author meets is explained, in Chinese.
func TestSchemasExplainEverything(t *testing.T) {
	var walk func(at string, v any)
	walk = func(at string, v any) {
		m, ok := v.(object)
		if !ok {
			return
		}
		if properties, ok := m["properties"].(object); ok {
			for name, p := range properties {
				text, _ := p.(object)["description"].(string)
				require.True(t, len(text) > 0 && strings.ContainsFunc(text, func(r rune) bool { return r >= '一' && r <= '龥' }), "%s/%s", at, name)
			}
		}
		for k, inner := range m {
			walk(at+"/"+k, inner)
		}
	}
	for name := range messages() {
		var v any
		require.NoError(t, json.Unmarshal(schemaOf(t, name), &v))
		walk(name, v)
	}
}

// compiled returns the published schemas.
func compiled(t testing.TB) map[string]*jsonschema.Schema {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	all := make(map[string]*jsonschema.Schema)
	files, err := fs.Glob(protocol.Schemas(), "*")
	require.NoError(t, err)
	for _, file := range files {
		text, err := fs.ReadFile(protocol.Schemas(), file)
		require.NoError(t, err)
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		require.NoError(t, err)
		require.NoError(t, c.AddResource(file, doc))
	}
	for _, file := range files {
		s, err := c.Compile(file)
		require.NoError(t, err)
		all[strings.TrimSuffix(file, ".json")] = s
	}
	return all
}

func valid(t testing.TB, s *jsonschema.Schema, text []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	return s.Validate(doc)
}

// What Client and Server say fits the schemas: every message of the conversation, which has all methods.
func TestMessagesFitTheSchemas(t *testing.T) {
	schemas := compiled(t)
	text, err := os.ReadFile("testdata/conversation.jsonl")
	require.NoError(t, err)
	lines := bytes.Split(bytes.TrimSpace(text), []byte("\n"))
	seen := map[protocol.Method]bool{}
	for i := 0; i < len(lines); i += 2 {
		var q protocol.Request
		require.NoError(t, json.Unmarshal(lines[i], &q))
		require.NoError(t, valid(t, schemas["request"], lines[i]))
		require.NoError(t, valid(t, schemas[string(q.Method)+".params"], q.Params))
		var r protocol.Response
		require.NoError(t, json.Unmarshal(lines[i+1], &r))
		require.NoError(t, valid(t, schemas["response"], lines[i+1]))
		if r.Error == nil {
			require.NoError(t, valid(t, schemas[string(q.Method)+".result"], r.Result))
		}
		seen[q.Method] = true
	}
	require.Len(t, seen, 8, "all methods but the notification")
	require.NoError(t, valid(t, schemas["request"], []byte(`{"jsonrpc":"2.0","method":"cancel","params":{"id":1}}`)))
	require.NoError(t, valid(t, schemas["cancel.params"], []byte(`{"id":1}`)))
	require.NoError(t, valid(t, schemas["response"], []byte(`{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}`)))
}

// What a schema refuses and what the Client refuses is the same, as far as a schema can tell.
func TestSchemasRefuseWhatTheClientRefuses(t *testing.T) {
	schemas := compiled(t)
	for _, x := range []struct{ name, text string }{
		{"check.result", `{"issues":null}`}, {"check.result", `{}`}, {"check.result", `{"issues":[{"code":"a/x","path":"x","message":"x"}]}`},
		{"check.result", `{"issues":[{"code":"a/x","path":"","message":""}]}`}, {"guard.result", `{"refusal":null}`},
		{"number.result", `{"pattern":1}`}, {"section.result", `{"prose":"","figures":[{"id":"a.b","name":"b","unit":"份","count":0,"value":{}}]}`},
		{"section.result", `{"prose":"","figures":[{"id":"a.b","name":"b","unit":"份","count":0,"value":{"count":1,"fen":1}}]}`},
		{"score.result", `{"rubric":"r","version":"1","digest":"","marks":[{"item":"1","verdict":"not-met","points":1,"times":0.5,"paths":[]}],"got":1,"of":1,"open":0,"vetoed":false}`},
		{"score.result", `{"rubric":"r","version":"1","digest":"","marks":null,"got":0,"of":0,"open":0,"vetoed":false}`},
		{"initialize.result", strings.Replace(declaration, "fazhi/1", "fazhi/2", 1)}, {"initialize.result", strings.Replace(declaration, `"api":1`, `"api":"1"`, 1)},
		{"response", `{"jsonrpc":"2.0","id":1}`}, {"response", `{"jsonrpc":"2.0","id":1,"result":{},"error":{"code":1,"message":"x"}}`},
		{"check.params", `{"document":{"kind":"k","id":"1","title":"","content":null},"codes":[]}`},
		{"check.params", `{"document":{"kind":"k","id":"1","title":"","content":{}},"codes":[],"today":"2024-5-1"}`},
	} {
		require.Error(t, valid(t, schemas[x.name], []byte(x.text)), "%s %s", x.name, x.text)
	}
	require.NoError(t, valid(t, schemas["initialize.result"], []byte(declaration)))
	require.NoError(t, valid(t, schemas["check.result"], []byte(`{"issues":[],"later":1}`)))
}
