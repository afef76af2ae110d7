package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/table"
)

// An area is one work area, and what a ledger says of it.
type area struct {
	Kind     fazhi.Kind `json:"kind"`
	Sheet    string     `json:"sheet"`
	Slot     string     `json:"slot"`
	Doc      string     `json:"doc"`
	Columns  []column   `json:"columns"`
	Figures  []figure   `json:"figures"`
	Rows     int        `json:"rows"`     // that count, of all years
	Sentence string     `json:"sentence"` // empty without a ledger, and where nothing could be counted

	lacking bool // the ledger has no such sheet, or not the columns that are needed
}

// A column is one of a ledger, and what personal data it holds: 一般, 敏感, or nothing.
type column struct {
	table.Column
	Personal string `json:"personal,omitempty"`
}

func columnsOf(a *activity.Activity) []column {
	var list []column
	for _, c := range a.Columns() {
		out := column{Column: c}
		if class := a.Class(c.Name); class != activity.Impersonal {
			out.Personal = class.String()
		}
		list = append(list, out)
	}
	return list
}

// A figure is one number. Text is empty without a ledger, where nothing could be counted, and when it has no value.
type figure struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Text  string `json:"text"`
	Scope string `json:"scope"`
}

func areaOf(a *activity.Activity) area {
	out := area{Kind: a.Kind(), Sheet: a.Sheet(), Slot: a.Slot(), Doc: a.Doc(), Columns: columnsOf(a), Figures: []figure{}}
	for _, f := range a.Figures(nil, 0) {
		if !strings.Contains(f.ID, "@") { // parts are those of a ledger
			out.Figures = append(out.Figures, figure{ID: f.ID, Name: f.Name, Scope: f.Scope})
		}
	}
	return out
}

// A catalogue is the answer of list.
type catalogue struct {
	Areas []area `json:"areas"`
	cli.Outcome
}

// Prepare makes the list empty that is null.
func (c *catalogue) Prepare() { cli.Listed(&c.Areas) }

// String has a line for each area.
func (c *catalogue) String() string {
	var b strings.Builder
	for _, a := range c.Areas {
		fmt.Fprintf(&b, "%s（%s）：%d 列，%d 个数据项。%s\n", a.Sheet, a.Kind, len(a.Columns), len(a.Figures), a.Doc)
	}
	return b.String()
}

func list(_ context.Context, _ []string, out *catalogue) error {
	areas, err := builtIn()
	for _, a := range areas {
		out.Areas = append(out.Areas, areaOf(a))
	}
	return err
}

// builtIn returns the areas of the report, then those that go into their detail.
func builtIn() ([]*activity.Activity, error) {
	areas, err := activity.Standard()
	if err != nil {
		return nil, err
	}
	packs, err := activity.Packs()
	return append(areas, packs...), err
}

// A blueprint is the answer of schema.
type blueprint struct {
	Schema json.RawMessage `json:"schema"`
	cli.Outcome
}

// Prepare makes the schema an object when there is none.
func (b *blueprint) Prepare() {
	if b.Schema == nil {
		b.Schema = json.RawMessage("{}")
	}
}

// String is the schema as it is published, with blanks for tabs.
func (b *blueprint) String() string { return strings.ReplaceAll(string(b.Schema), "\t", "  ") }

func printSchema(_ context.Context, _ []string, out *blueprint) error {
	out.Schema = activity.Schema()
	return nil
}
