package sql

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Schema returns the statements that make the tables, for a database administrator who applies them by hand. Options.Migrate
// is not needed then.
func Schema(d Dialect) []string {
	out := []string{versionTable(&d)}
	for i, s := range steps(&d) {
		out = append(out, s...)
		out = append(out, fmt.Sprintf(
			"INSERT INTO fz_schema (version, applied_ms, digest) VALUES (%d, NULL, '%s')", i+1, digestOf(s)))
	}
	return out
}

// steps are the versions of the tables, the first being 1. A step that was released is never changed: what is to be
// different is a further step.
func steps(d *Dialect) [][]string {
	return [][]string{
		first(d),
	}
}

// digestOf is how a database remembers which statements it was made with.
func digestOf(statements []string) string {
	sum := sha256.Sum256([]byte(strings.Join(statements, "\n;\n")))
	return hex.EncodeToString(sum[:])
}

// versionTable says which steps were taken.
func versionTable(d *Dialect) string {
	t := table{name: "fz_schema", narrow: true, key: "version",
		columns: "version integer NOT NULL, applied_ms bigint, digest varchar(64) NOT NULL"}
	return "CREATE TABLE IF NOT EXISTS " + t.body(d)
}

// A table is one definition. Columns are written with varchar(n) and text, which become the dialect's.
type table struct {
	name    string
	columns string
	key     string
	unique  string
	index   []index
	narrow  bool // rows are short
}

type index struct{ name, columns string }

// first is version 1.
func first(d *Dialect) []string {
	tables := []table{
		{
			name: "fz_book", key: "organ", narrow: true,
			columns: "organ varchar(64) NOT NULL, seq bigint NOT NULL, head varchar(64) NOT NULL, at_ms bigint NOT NULL",
		},
		{
			name: "fz_counter", key: "organ, series, yr", narrow: true,
			columns: "organ varchar(64) NOT NULL, series varchar(64) NOT NULL, yr integer NOT NULL, last_serial bigint NOT NULL",
		},
		{
			name: "fz_entry", key: "organ, seq", unique: "organ, req_id, part",
			columns: "organ varchar(64) NOT NULL, seq bigint NOT NULL, doc varchar(330) NOT NULL, kind varchar(64) NOT NULL," +
				" act varchar(16) NOT NULL, step varchar(64), on_day varchar(10), due_day varchar(10), req_id varchar(128)," +
				" part integer NOT NULL, line_sum varchar(64) NOT NULL, line text NOT NULL",
			index: []index{{"fz_entry_doc", "organ, doc, seq"}},
		},
		{
			name: "fz_number", key: "organ, series, yr, serial", unique: "organ, num_text", narrow: true,
			columns: "organ varchar(64) NOT NULL, series varchar(64) NOT NULL, yr integer NOT NULL, serial bigint NOT NULL," +
				" num_text varchar(128), seq bigint NOT NULL",
		},
		{
			name: "fz_doc", key: "organ, doc", narrow: true,
			columns: "organ varchar(64) NOT NULL, doc varchar(330) NOT NULL, kind varchar(64) NOT NULL, step varchar(64)," +
				" due_day varchar(10), seq bigint NOT NULL",
			index: []index{{"fz_doc_due", "organ, due_day"}, {"fz_doc_step", "organ, step, seq"}},
		},
		{
			name: "fz_secret", key: "organ, seq, path",
			columns: "organ varchar(64) NOT NULL, seq bigint NOT NULL, path varchar(400) NOT NULL, doc varchar(330) NOT NULL," +
				" key_id varchar(64), box text, digest varchar(64), digest_rest text",
			index: []index{{"fz_secret_digest", "organ, digest"}, {"fz_secret_doc", "organ, doc"}},
		},
		{
			name: "fz_cursor", key: "subscriber, organ", narrow: true,
			columns: "subscriber varchar(64) NOT NULL, organ varchar(64) NOT NULL, seq bigint NOT NULL," +
				" holder varchar(64) NOT NULL, until_ms bigint NOT NULL",
		},
		{
			name: "fz_parked", key: "subscriber, organ, doc", narrow: true,
			columns: "subscriber varchar(64) NOT NULL, organ varchar(64) NOT NULL, doc varchar(330) NOT NULL," +
				" from_seq bigint NOT NULL, attempts integer NOT NULL, next_ms bigint NOT NULL",
		},
	}
	var out []string
	for _, t := range tables {
		out = append(out, t.statements(d)...)
	}
	return out
}

// statements define the table and its indexes. Where a definition cannot be taken back, all is one statement that may be
// repeated.
func (t *table) statements(d *Dialect) []string {
	if d.Types.Autocommit {
		return []string{"CREATE TABLE IF NOT EXISTS " + t.body(d)}
	}
	out := []string{"CREATE TABLE " + t.body(d)}
	for _, i := range t.index {
		out = append(out, fmt.Sprintf("CREATE INDEX %s ON %s (%s)", i.name, t.name, i.columns))
	}
	return out
}

func (t *table) body(d *Dialect) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, PRIMARY KEY (%s)", t.name, d.types(t.columns), t.key)
	if t.unique != "" {
		fmt.Fprintf(&b, ", UNIQUE (%s)", t.unique)
	}
	for _, i := range t.index {
		if d.Types.Autocommit {
			fmt.Fprintf(&b, ", INDEX %s (%s)", i.name, i.columns)
		}
	}
	b.WriteString(")" + d.Types.Table)
	if t.narrow {
		b.WriteString(d.Types.Narrow)
	}
	return b.String()
}

// types puts the dialect's types into definitions of columns.
func (d *Dialect) types(columns string) string {
	list := strings.Split(columns, ", ")
	for i, c := range list {
		name, rest, _ := strings.Cut(c, " ")
		kind, rest, _ := strings.Cut(rest, " ")
		var n int
		if _, err := fmt.Sscanf(kind, "varchar(%d)", &n); err == nil {
			kind = fmt.Sprintf(d.Types.Varchar, n)
		} else if kind == "text" {
			kind = d.Types.Text
		}
		list[i] = strings.TrimRight(name+" "+kind+" "+rest, " ")
	}
	return strings.Join(list, ", ")
}
