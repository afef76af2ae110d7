package casefile

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/table"
)

// Import reads a list of cases that an enforcement platform exported, by a column map. Nothing is lost silently: a column
// that the map does not name is told of with its cell, a column that the map names must be there, and a value that is
// neither translated nor readable is an error at its cell, whose file is left out, as is one that Vet refuses. The error
// says that the sheet could not be read, or that the map is empty.
func Import(src table.Source, sheet string, m Map) ([]*File, fazhi.Issues, error) {
	if len(m.columns) == 0 {
		return nil, nil, fmt.Errorf("casefile: %w", errNoMap)
	}
	targets := make(map[string]column)
	for _, c := range columns() {
		targets[c.Name] = c
	}
	records, issues, err := table.ReadColumns(src, sheet, m.sources(targets), table.Options{})
	if err != nil {
		return nil, issues, fmt.Errorf("casefile: %w", err)
	}
	b := newBinder(m.suggest(issues, headers(src, sheet)))
	names := m.names(targets)
	for _, r := range records.All {
		b.imported(r, m, targets, names)
	}
	return b.vetted(), b.issues, nil
}

var errNoMap = errors.New("列名对照表是空的")

// sources are the columns of the export. One whose values need no translation is read as what it is to be, so that units
// in headers and days as numbers are understood.
func (m Map) sources(targets map[string]column) []table.Column {
	var list []table.Column
	for _, c := range m.columns {
		made := table.Column{Name: c.source, Expected: true}
		if c.target != "" && len(c.values) == 0 && c.form == "" {
			t := targets[c.target]
			made.Kind, made.Required, made.Choices = t.Kind, t.Required, t.Choices
		}
		list = append(list, made)
	}
	return list
}

// headerRows is how many rows are searched for the names of columns, and a few more, since rows without content may be
// left out by a source.
const headerRows = 40

// headers are the texts of the first rows by the names of their cells.
func headers(src table.Source, sheet string) map[string]string {
	if sheet == "" && len(src.Sheets()) > 0 {
		sheet = src.Sheets()[0]
	}
	texts := make(map[string]string)
	for raw, err := range src.Rows(sheet) {
		if err != nil || raw.Row > headerRows {
			break
		}
		for i, c := range raw.Cells {
			texts[table.CellName(i, raw.Row)] = strings.TrimSpace(c.Text)
		}
	}
	return texts
}

// suggest names the columns that the map does not know, and what may be meant: a name of a column is no value of a file.
func (m Map) suggest(issues fazhi.Issues, headers map[string]string) fazhi.Issues {
	var free []string
	for _, c := range columns() {
		if !m.has(c.Name) {
			free = append(free, c.Name)
		}
	}
	for i := range issues {
		name := headers[issues[i].Origin.Cell]
		if issues[i].Code != table.UnknownColumn || name == "" || utf8.RuneCountInString(name) > 30 {
			continue
		}
		issues[i].Message = "对照表没有“" + name + "”列，没有读取"
		if slices.Contains(free, name) {
			issues[i].Message += "；可以对照为同名的列"
		} else if n, ok := near.Name(name, free); ok {
			issues[i].Message += "；可以对照为“" + n + "”"
		}
	}
	return issues
}

func (m Map) has(target string) bool {
	for _, c := range m.columns {
		if c.target == target {
			return true
		}
	}
	return false
}

// imported makes a file of a row of the export.
func (b *binder) imported(r *table.Record, m Map, targets map[string]column, names map[fazhi.Path]string) {
	f, good := &File{Row: r.Row, names: names}, true
	for i := range m.columns {
		c := &m.columns[i]
		t, wanted := targets[c.target]
		if !wanted {
			continue
		}
		v, message := c.value(r, &t)
		if message == "" && (v == nil || t.put(f, v)) {
			continue
		}
		good = false
		origin, _ := r.Origin(fazhi.At(c.source))
		b.issues = append(b.issues, fazhi.Issue{Code: BadValue, Path: t.path, Origin: origin,
			Message: "“" + c.source + "”列对照为“" + c.target + "”列：" + orElse(message, "不符合本列的要求")})
	}
	if good && !b.double(f) {
		b.files = append(b.files, f)
	}
}

// names are the columns of the export by the places of a file.
func (m Map) names(targets map[string]column) map[fazhi.Path]string {
	names := make(map[fazhi.Path]string, len(m.columns))
	for _, c := range m.columns {
		if t, wanted := targets[c.target]; wanted {
			names[t.path] = c.source
		}
	}
	return names
}

func orElse(message, otherwise string) string {
	if message == "" {
		return otherwise
	}
	return message
}

// value returns what a cell means for the target, nil when it is empty, and what is wrong with it.
func (c *mapped) value(r *table.Record, t *column) (v any, message string) {
	v = r.Get(c.source)
	text, isText := v.(string)
	if !isText || len(c.values) == 0 && c.form == "" {
		return v, ""
	}
	if to, known := c.values[text]; known {
		if text = to; text == "" {
			return nil, ""
		}
	} else if c.form != "" {
		d, ok := dateIn(c.form, text)
		if !ok {
			return nil, "不是对照表所写的日期格式"
		}
		return d, ""
	} else if t.Kind == table.List {
		text = c.each(text)
	}
	v, err := t.Parse(text)
	if err != nil {
		return nil, "对照表没有这个取值，" + err.Error()
	}
	return v, ""
}

// each translates the entries of a list, as its cells are split; one that means nothing here is left out.
func (c *mapped) each(text string) string {
	entries, err := table.Column{Name: c.source, Kind: table.List}.Parse(text)
	list, ok := entries.([]string)
	if err != nil || !ok {
		return text
	}
	var made []string
	for _, entry := range list {
		if to, known := c.values[entry]; known {
			entry = to
		}
		if entry != "" {
			made = append(made, entry)
		}
	}
	return strings.Join(made, "、")
}
