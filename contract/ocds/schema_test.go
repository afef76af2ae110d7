package ocds_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/ocds"
)

// schemaFile returns the path of a schema in the folder ocds of FAZHI_SCHEMAS. Without FAZHI_SCHEMAS the test is skipped.
func schemaFile(tb testing.TB, name string) string {
	tb.Helper()
	root := os.Getenv("FAZHI_SCHEMAS")
	if root == "" {
		tb.Skip("not run: FAZHI_SCHEMAS is not set")
	}
	return filepath.Join(root, "ocds", name)
}

func readSchema(tb testing.TB, name string) map[string]any {
	tb.Helper()
	text, err := os.ReadFile(schemaFile(tb, name))
	require.NoError(tb, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(tb, err)
	return doc.(map[string]any)
}

// published compiles one of the published schemas, with formats.
func published(tb testing.TB, name string) *jsonschema.Schema {
	tb.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	var wanted string
	for _, file := range []string{
		"release-schema.json", "release-package-schema.json", "record-schema.json", "record-package-schema.json",
		"versioned-release-validation-schema.json",
	} {
		doc := readSchema(tb, file)
		id := doc["id"].(string)
		require.NoError(tb, c.AddResource(id, doc))
		if file == name {
			wanted = id
		}
	}
	s, err := c.Compile(wanted)
	require.NoError(tb, err)
	return s
}

func TestPackagesFitThePublishedSchemas(t *testing.T) {
	releaseSchema, recordSchema := published(t, "release-package-schema.json"), published(t, "record-package-schema.json")
	set := ocds.Settings{Publisher: ocds.Publisher{Name: "泉源区司法局", CreditCode: "11350503MB00000001"}, License: "https://example.org/licence"}
	bare := &contract.Contract{Serial: "HT-1", Name: "借款合同", Signed: day(1, 1), Nature: contract.Nature{Currency: "美元"}, Amount: 1}
	var packed, records bytes.Buffer
	releaseWriter, recordWriter := exporter(t, set).ReleaseWriter(&packed), exporter(t, set).RecordWriter(&records)
	for _, c := range []*contract.Contract{full(), lease(), bare} {
		list := releases(t, c, set)
		for i := range list {
			require.NoError(t, releaseWriter.Write(&list[i]))
		}
		record, err := ocds.RecordOf(list)
		require.NoError(t, err)
		require.NoError(t, recordWriter.Write(&record))
	}
	require.NoError(t, releaseWriter.Close())
	require.NoError(t, recordWriter.Close())
	fits(t, releaseSchema, packed.Bytes())
	fits(t, recordSchema, records.Bytes())
}

func fits(t *testing.T, s *jsonschema.Schema, text []byte) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	require.NoError(t, s.Validate(doc))
}

// A schema that lets everything pass would prove nothing.
func TestSchemaRefusesWhatIsWrong(t *testing.T) {
	s := published(t, "release-package-schema.json")
	for name, change := range map[string]func(release, contract map[string]any){
		"no ocid":        func(r, _ map[string]any) { delete(r, "ocid") },
		"no tag":         func(r, _ map[string]any) { r["tag"] = []any{} },
		"date alone":     func(r, _ map[string]any) { r["date"] = "2024-05-06" },
		"no award":       func(_, k map[string]any) { delete(k, "awardID") },
		"amount as text": func(_, k map[string]any) { k["value"].(map[string]any)["amount"] = "1280000.50" },
		"currency":       func(_, k map[string]any) { k["value"].(map[string]any)["currency"] = "RMB" },
		"status":         func(_, k map[string]any) { k["status"] = "signed" },
		"scale": func(r, _ map[string]any) {
			r["parties"].([]any)[0].(map[string]any)["details"] = map[string]any{"scale": "mini"}
		},
		"same party":      func(r, _ map[string]any) { r["parties"] = append(r["parties"].([]any), r["parties"].([]any)[0]) },
		"empty contract":  func(r, _ map[string]any) { r["contracts"] = []any{map[string]any{}} },
		"initiation type": func(r, _ map[string]any) { r["initiationType"] = "other" },
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(pack(t, ocds.Settings{}, releases(t, full(), ocds.Settings{}))))
			require.NoError(t, err)
			require.NoError(t, s.Validate(doc))
			r := doc.(map[string]any)["releases"].([]any)[0].(map[string]any)
			change(r, r["contracts"].([]any)[0].(map[string]any))
			require.Error(t, s.Validate(doc))
		})
	}
}

// The merge knows by name which lists are replaced and which fields are left out; the schema has the last word.
func TestMergeRulesAreThoseOfTheSchema(t *testing.T) {
	whole, omitted := make(map[string]bool), make(map[string]bool)
	var walk func(v any)
	walk = func(v any) {
		object, _ := v.(map[string]any)
		for name, field := range object {
			f, _ := field.(map[string]any)
			if f["wholeListMerge"] == true && f["omitWhenMerged"] != true && name != "tag" {
				whole[name] = true
			}
			if f["omitWhenMerged"] == true {
				omitted[name] = true
			}
			walk(field)
		}
	}
	walk(readSchema(t, "release-schema.json"))
	require.Equal(t, slices.Sorted(maps.Keys(whole)), slices.Sorted(slices.Values(ocds.WholeLists())))
	require.Equal(t, slices.Sorted(maps.Keys(omitted)), slices.Sorted(slices.Values(ocds.Omitted())))
}

// Every field that we write is one of the schema, in its order.
func TestFieldsAreThoseOfTheSchema(t *testing.T) {
	schema := readSchema(t, "release-schema.json")
	definitions := schema["definitions"].(map[string]any)
	for name, fields := range ocds.Fields() {
		object := schema
		if name != "Release" {
			object = definitions[name].(map[string]any)
		}
		text, err := json.Marshal(object["properties"])
		require.NoError(t, err)
		var known map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(text, &known))
		for _, f := range fields {
			require.Contains(t, known, f, name)
		}
	}
}
