package fazhi_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/fazhi-go/fazhi"

// allowed says which packages of this module each package may import. "." is the root, "x/..." stands for x and all
// below it. A package that is not in the table does not exist. Test files are not counted.
func allowed() map[string][]string {
	subject := []string{".", "fields", "lifecycle", "rules", "rules/rubric", "table", "report", "gongwen", "workday", "internal/..."}
	renderer := []string{".", "gongwen", "gongwen/layout", "internal/..."}
	font := []string{}
	return map[string][]string{
		".": {"internal/han"},

		"fields":  {".", "internal/..."},
		"table":   {".", "internal/..."},
		"gongwen": {".", "internal/..."},
		"rules":   {".", "rules/rubric", "table", "workday", "internal/..."},
		"workday": {".", "internal/..."},

		"lifecycle": {".", "workday"},
		"register":  {".", "lifecycle", "register/numbering", "workday", "internal/canon"},

		"register/numbering":  {".", "internal/checkdigit"},
		"register/merkle":     {},
		"register/checkpoint": {".", "register/merkle"},
		"register/gm":         {"register/checkpoint"},
		"register/audit":      {".", "register", "register/checkpoint", "register/merkle"},
		"register/archive":    {".", "register", "register/audit", "register/checkpoint", "internal/canon"},
		"register/seal":       {".", "register", "internal/canon"},
		"register/sql":        {".", "register", "internal/..."},
		"register/sqlite":     {"register", "register/sql"},
		"register/postgres":   {"register", "register/sql"},
		"register/mysql":      {"register", "register/sql"},

		"rules/rubric":   {".", "internal/canon"},
		"rules/ruleyaml": {".", "rules/rubric", "internal/near"},

		"table/xlsx":     {".", "table", "internal/..."},
		"gongwen/layout": {".", "gongwen", "internal/..."},
		"gongwen/pdf":    renderer,
		"gongwen/docx":   renderer,
		"gongwen/ofd":    renderer,
		"gongwen/html":   {".", "gongwen", "gongwen/svg", "internal/..."},

		"gongwen/inspect": renderer,
		"gongwen/read":    {".", "gongwen", "internal/..."},
		"gongwen/lint":    {".", "gongwen", "internal/..."},
		"gongwen/form":    {".", "gongwen", "internal/..."},
		"gongwen/svg":     {"gongwen", "internal/times"},
		"gongwen/raster":  {"gongwen", "gongwen/layout"},
		"gongwen/chart":   {"gongwen", "internal/times"},
		"gongwen/qr":      {"gongwen"},
		"redact":          {".", "gongwen", "internal/..."},
		"report/picture":  {".", "gongwen", "gongwen/chart"},

		"gongwen/fonts":           {"gongwen", "gongwen/layout", "gongwen/fonts/...", "internal/sfnt"},
		"gongwen/fonts/fangsong":  font,
		"gongwen/fonts/hei":       font,
		"gongwen/fonts/kai":       font,
		"gongwen/fonts/latin":     font,
		"gongwen/fonts/latinbold": font,
		"gongwen/fonts/song":      font,
		"gongwen/fonts/songbold":  font,

		"report":           {".", "gongwen", "table", "internal/..."},
		"report/narrative": {".", "gongwen", "report", "internal/..."},

		"activity":    subject,
		"contract":    append(slices.Clone(subject), "contract/law"),
		"enforcement": subject,
		"mediation":   subject,

		"enforcement/agreement":   {},
		"enforcement/rubrics":     {"rules/rubric", "rules/ruleyaml", "internal/near"},
		"enforcement/sample":      {".", "internal/near"},
		"enforcement/circular":    {".", "enforcement/casefile", "enforcement/review", "gongwen", "gongwen/chart", "redact", "rules/rubric", "table"},
		"enforcement/repeat":      {".", "gongwen", "gongwen/form", "register", "table", "internal/canon", "internal/strict"},
		"enforcement/casefile":    {".", "rules", "rules/rubric", "table", "workday", "internal/canon", "internal/near", "internal/strict"},
		"enforcement/score":       {".", "enforcement/casefile", "gongwen", "rules", "rules/rubric"},
		"enforcement/review":      {".", "enforcement", "enforcement/agreement", "enforcement/casefile", "enforcement/sample", "lifecycle", "rules/rubric", "table", "workday", "internal/..."},
		"enforcement/supervision": {".", "fields", "gongwen", "gongwen/form", "lifecycle", "report", "rules", "table", "workday"},

		"contract/guard":      {".", "contract", "register", "internal/..."},
		"contract/law":        {"."},
		"contract/clause":     {".", "contract", "contract/law", "gongwen/read", "internal/..."},
		"contract/due":        {".", "contract", "lifecycle", "register", "table", "workday", "internal/..."},
		"contract/ocds":       {".", "contract", "register", "internal/..."},
		"contract/review":     {".", "contract", "contract/law", "gongwen", "gongwen/form", "table", "internal/..."},
		"contract/statistics": {".", "contract", "report", "table", "workday", "internal/..."},

		"mediation/dispute":    {".", "lifecycle", "mediation", "table", "workday", "internal/..."},
		"mediation/documents":  {".", "gongwen", "gongwen/form", "mediation/dispute", "mediation/dossier", "internal/..."},
		"mediation/dossier":    {".", "mediation", "mediation/dispute", "table"},
		"mediation/doubles":    {".", "mediation", "mediation/dispute", "internal/..."},
		"mediation/indicators": {".", "mediation", "report", "table", "workday", "internal/..."},

		"normdoc":         append(slices.Clone(subject), "gongwen/form", "register", "register/numbering"),
		"normdoc/content": {".", "normdoc", "statute", "workday", "internal/..."},
		"reconsideration": append(slices.Clone(subject), "reconsideration/law"),

		"reconsideration/casecode":   {".", "register", "register/numbering", "internal/checkdigit"},
		"reconsideration/documents":  {".", "gongwen", "gongwen/form", "gongwen/qr", "reconsideration/law"},
		"reconsideration/intake":     {".", "reconsideration/law", "workday", "internal/canon", "internal/near", "internal/strict"},
		"reconsideration/law":        {"."},
		"reconsideration/course":     {".", "lifecycle", "reconsideration", "reconsideration/law", "workday", "internal/canon", "internal/strict"},
		"reconsideration/statistics": {".", "reconsideration", "table", "internal/..."},

		"statute":         {".", "internal/han"},
		"statute/akn":     {".", "statute"},
		"statute/amend":   {".", "statute", "internal/..."},
		"statute/diff":    {".", "statute", "internal/..."},
		"statute/library": {".", "statute"},
		"statute/markup":  {"statute"},
		"statute/print":   {".", "gongwen", "statute"},

		"plugin":          {".", "gongwen", "register", "register/checkpoint", "register/numbering", "report", "rules/rubric", "workday"},
		"plugin/protocol": {".", "gongwen", "plugin", "register", "report", "rules/rubric", "internal/canon"},
		"plugin/wasm":     {"plugin", "plugin/protocol"},
		"plugin/remote":   {"plugin", "plugin/protocol"},
		"plugin/events":   {".", "register", "internal/..."},
		"plugin/webhook":  {"plugin/events"},
		"plugin/nats":     {"plugin/events"},

		"checktest":                          {".", "lifecycle", "internal/leak"},
		"plugin/events/crashtest":            {},
		"plugin/events/eventstest":           {"plugin/events", "register"},
		"plugin/plugintest":                  {".", "gongwen", "internal/canon", "internal/leak", "plugin", "plugin/protocol", "register", "register/numbering", "report", "workday"},
		"plugin/protocol/protocoltest":       {".", "plugin", "plugin/protocol", "register"},
		"rules/rulestest":                    {".", "rules", "rules/rubric", "table"},
		"enforcement/casefile/casefiletest":  {".", "enforcement/casefile", "workday"},
		"gongwen/gongwentest":                {".", "gongwen"},
		"gongwen/chart/charttest":            {"gongwen", "gongwen/layout"},
		"report/reporttest":                  {".", "report", "table"},
		"table/tabletest":                    {".", "table"},
		"register/registertest":              {".", "register", "register/numbering"},
		"register/checkpoint/checkpointtest": {"register/checkpoint"},

		"internal/alike":          {},
		"internal/cue":            {},
		"internal/grid":           {".", "table"},
		"internal/sheettest":      {"gongwen", "internal/office", "report", "report/reporttest", "table", "table/xlsx"},
		"internal/charset":        {},
		"internal/ooxml":          {},
		"internal/strict":         {".", "internal/canon"},
		"internal/papertest":      {"gongwen", "gongwen/docx", "gongwen/fonts", "gongwen/pdf", "internal/office", "internal/outline"},
		"internal/quote":          {},
		"internal/outline":        {"gongwen"},
		"internal/pdfread":        {},
		"internal/picture":        {},
		"internal/times":          {},
		"internal/canon":          {},
		"internal/crash":          {"register", "register/..."},
		"internal/dbserver":       {},
		"internal/dbserver/with":  {"internal/dbserver"},
		"register/crashtest":      {},
		"internal/checkdigit":     {},
		"internal/han":            {},
		"internal/lawcorpus":      {},
		"internal/leak":           {"."},
		"internal/faults":         {},
		"internal/faults/faulty":  {".", "internal/faults", "plugin", "plugin/protocol"},
		"internal/faults/program": {"internal/faults", "internal/faults/faulty", "plugin/protocol/protocoltest", "plugin/remote"},
		"internal/natsserver":     {},
		"internal/near":           {},
		"internal/office":         {"gongwen/layout"},
		"internal/sfnt":           {},

		"examples/...": {"..."},
	}
}

// modules says which modules of others each public package compiles in, itself or through what it imports. A package
// that is not in the table compiles none.
func modules() map[string][]string {
	fields := []string{
		"github.com/gabriel-vasile/mimetype",
		"github.com/go-playground/locales",
		"github.com/go-playground/universal-translator",
		"github.com/go-playground/validator/v10",
		"github.com/leodido/go-urn",
		"golang.org/x/crypto",
		"golang.org/x/sys",
		"golang.org/x/text",
	}
	return map[string][]string{
		"fields":                            fields,
		"contract":                          fields,
		"contract/due":                      fields,
		"contract/ocds":                     fields,
		"contract/review":                   fields,
		"contract/statistics":               fields,
		"contract/guard":                    fields,
		"contract/clause":                   fields,
		"enforcement":                       fields,
		"enforcement/supervision":           fields,
		"enforcement/rubrics":               {"go.yaml.in/yaml/v3"},
		"enforcement/casefile":              {"golang.org/x/text"},
		"enforcement/casefile/casefiletest": {"golang.org/x/text"},
		"enforcement/circular":              fields,
		"enforcement/repeat":                {"golang.org/x/text"},
		"enforcement/review":                fields,
		"enforcement/score":                 {"golang.org/x/text"},
		"mediation":                         fields,
		"mediation/dispute":                 fields,
		"mediation/documents":               fields,
		"mediation/dossier":                 fields,
		"mediation/doubles":                 fields,
		"mediation/indicators":              fields,
		"normdoc":                           fields,
		"normdoc/content":                   fields,
		"reconsideration":                   fields,
		"reconsideration/statistics":        fields,
		"reconsideration/course":            fields,
		"reconsideration/documents":         {"github.com/boombuler/barcode"},

		"activity":       {"go.yaml.in/yaml/v3", "golang.org/x/text"},
		"gongwen/pdf":    {"github.com/jung-kurt/gofpdf"},
		"gongwen/qr":     {"github.com/boombuler/barcode"},
		"gongwen/read":   {"golang.org/x/text"},
		"gongwen/raster": {"golang.org/x/image", "golang.org/x/sys", "golang.org/x/text"},
		"register/gm":    {"github.com/emmansun/gmsm", "golang.org/x/crypto"},
		"register/mysql": {"filippo.io/edwards25519", "github.com/go-sql-driver/mysql"},
		"register/postgres": {
			"github.com/jackc/pgpassfile",
			"github.com/jackc/pgservicefile",
			"github.com/jackc/pgx/v5",
			"github.com/jackc/puddle/v2",
			"golang.org/x/sync",
			"golang.org/x/text",
		},
		"register/sqlite": {
			"github.com/dustin/go-humanize",
			"github.com/google/uuid",
			"github.com/remyoudompheng/bigfft",
			"golang.org/x/sys",
			"modernc.org/libc",
			"modernc.org/mathutil",
			"modernc.org/memory",
			"modernc.org/sqlite",
		},
		"report/narrative":  {"github.com/yuin/goldmark", "go.yaml.in/yaml/v3"},
		"report/reporttest": {"golang.org/x/text"},
		"plugin/nats": {
			"github.com/klauspost/compress",
			"github.com/nats-io/nats.go",
			"github.com/nats-io/nkeys",
			"github.com/nats-io/nuid",
			"golang.org/x/crypto",
			"golang.org/x/sys",
		},
		"plugin/wasm":     {"github.com/tetratelabs/wazero", "golang.org/x/sys"},
		"rules":           {"golang.org/x/text"},
		"rules/ruleyaml":  {"go.yaml.in/yaml/v3"},
		"rules/rulestest": {"golang.org/x/text"},
		"table":           {"golang.org/x/text"},
		"table/tabletest": {"golang.org/x/text"},
		"table/xlsx": {
			"github.com/richardlehane/mscfb",
			"github.com/richardlehane/msoleps",
			"github.com/tiendc/go-deepcopy",
			"github.com/xuri/efp",
			"github.com/xuri/excelize/v2",
			"github.com/xuri/nfp",
			"golang.org/x/crypto",
			"golang.org/x/net",
			"golang.org/x/text",
		},
	}
}

// A goPackage is what the go command says of a package.
type goPackage struct {
	ImportPath string
	Imports    []string
	Module     *struct {
		Path string
		Main bool
	}
}

// name returns the path within the module, "." for the root.
func (p goPackage) name() string {
	if p.ImportPath == module {
		return "."
	}
	return strings.TrimPrefix(p.ImportPath, module+"/")
}

func (p goPackage) ours() bool { return p.Module != nil && p.Module.Main }

// packages asks the go command for all packages of the module and for what they compile in. The system is fixed, because
// modules compile in other modules on other systems.
func packages(t *testing.T) map[string]goPackage {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-e", "-deps", "-json=ImportPath,Imports,Module", "./...")
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0")
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	require.NoError(t, err, complaint.String())
	all := make(map[string]goPackage)
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		err := decoder.Decode(&p)
		if err == io.EOF {
			return all
		}
		require.NoError(t, err)
		all[p.ImportPath] = p
	}
}

// matches reports whether a package is named by a pattern of the table.
func matches(pattern, name string) bool {
	parent, below := strings.CutSuffix(pattern, "...")
	return pattern == name || below && (strings.HasPrefix(name, parent) || name+"/" == parent)
}

func TestWhoImportsWhom(t *testing.T) {
	table, all := allowed(), packages(t)
	seen := make(map[string]bool)
	for _, path := range slices.Sorted(maps.Keys(all)) {
		p := all[path]
		if !p.ours() {
			continue
		}
		row := rowOf(table, p.name())
		if row == "" {
			t.Errorf("package %s is not in the table", p.name())
			continue
		}
		seen[row] = true
		for _, imported := range p.Imports {
			q := all[imported]
			if q.ours() && !slices.ContainsFunc(table[row], func(pattern string) bool { return matches(pattern, q.name()) }) {
				t.Errorf("package %s may not import %s", p.name(), q.name())
			}
		}
	}
	for _, row := range slices.Sorted(maps.Keys(table)) {
		if !seen[row] {
			t.Errorf("the table has %s, which does not exist", row)
		}
	}
}

// rowOf returns the row of a package: its name, or the pattern that it falls under.
func rowOf(table map[string][]string, name string) string {
	if _, ok := table[name]; ok {
		return name
	}
	for row := range table {
		if matches(row, name) {
			return row
		}
	}
	return ""
}

// Whoever imports normdoc must not compile a spreadsheet engine.
func TestWhatIsCompiledIn(t *testing.T) {
	all, real := packages(t), make(map[string][]string)
	for path, p := range all {
		if !p.ours() || strings.HasPrefix(p.name(), "internal/") || strings.HasPrefix(p.name(), "examples/") {
			continue
		}
		found := make(map[string]bool)
		collect(all, path, make(map[string]bool), found)
		if len(found) > 0 {
			real[p.name()] = slices.Sorted(maps.Keys(found))
		}
	}
	if !reflect.DeepEqual(modules(), real) {
		t.Errorf("the packages compile in other modules than modules() says; if this is meant, let it return:\n%s", source(real))
	}
}

// collect gathers the modules of others that a package compiles in.
func collect(all map[string]goPackage, path string, seen, found map[string]bool) {
	if seen[path] {
		return
	}
	seen[path] = true
	p := all[path]
	if p.Module != nil && !p.Module.Main {
		found[p.Module.Path] = true
	}
	for _, imported := range p.Imports {
		collect(all, imported, seen, found)
	}
}

// source writes the table as it stands in this file.
func source(table map[string][]string) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(table)) {
		fmt.Fprintf(&b, "\t\t%q: {\n", name)
		for _, m := range table[name] {
			fmt.Fprintf(&b, "\t\t\t%q,\n", m)
		}
		b.WriteString("\t\t},\n")
	}
	return b.String()
}

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{".", ".", true}, {".", "table", false}, {"...", "table/xlsx", true}, {"...", ".", true},
		{"internal/...", "internal/han", true}, {"internal/...", "internal", true}, {"internal/...", "internals", false},
		{"table", "table/xlsx", false}, {"table/xlsx", "table", false},
	} {
		require.Equal(t, c.want, matches(c.pattern, c.name), "%s %s", c.pattern, c.name)
	}
}
