package table

import (
	"errors"
	"fmt"
)

// A Column describes one column of a ledger (列). Name is the header in Chinese, Doc one sentence for the person who
// fills the ledger in. A Required cell may not be empty, and the column may not be missing; an Expected column may not
// be missing either, but its cells may be empty, as with a date that is still to come. Choices, when given, are
// the texts that are allowed; they make a drop-down in templates. In a Unique column no two rows may hold the same text,
// as with the number of a record. Width is in Chinese characters; 0 means as wide as the name needs.
type Column struct {
	Name     string   `json:"name"`
	Doc      string   `json:"doc,omitempty"`
	Kind     Kind     `json:"kind"`
	Required bool     `json:"required,omitempty"`
	Expected bool     `json:"expected,omitempty"`
	Choices  []string `json:"choices,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Width    int      `json:"width,omitempty"`
}

// A Sheet is a ledger as a value: what a template or a result looks like before it becomes a file. Without rows it is
// an empty form. Title, when given, stands above the header.
//
// A row holds one value per column, in the order of the columns; nil is an empty cell. Values may be strings and types
// made from strings, fazhi.Date, fazhi.Money, fazhi.Count, fazhi.Number, whole numbers, bools, []string, pointers to
// these, and types with MarshalText.
//
// Grid and Wrap are for sheets that are printed, or read as tables: Grid draws thin lines around the cells of the rows,
// empty ones too; Wrap breaks texts that are wider than their column into lines, and rows grow with their texts. They
// change how a workbook looks, not what is in it; CSV has neither.
type Sheet struct {
	Name    string
	Title   string
	Columns []Column
	Rows    [][]any
	Grid    bool
	Wrap    bool
}

// VetColumns says everything that is wrong with a list of columns: no or double names, unknown kinds, choices of a
// column that is neither text nor a list, or a unique column that holds no text or number of a document.
func VetColumns(columns []Column) error {
	var faults []error
	if len(columns) == 0 {
		faults = append(faults, errors.New("table: 没有列"))
	}
	seen := make(map[string]bool, len(columns))
	for i, c := range columns {
		say := func(message string) {
			faults = append(faults, fmt.Errorf("table: 第 %d 列“%s”：%s", i+1, c.Name, message))
		}
		key := headerKey(c.Name)
		if key == "" {
			say("没有列名")
		} else if seen[key] {
			say("列名重复")
		}
		seen[key] = true
		if int(c.Kind) >= len(kindNames) {
			say("未知的列类型")
		}
		if len(c.Choices) > 0 && c.Kind != Text && c.Kind != List {
			say("只有文本列可以有可选值")
		}
		if c.Unique && c.Kind != Text && c.Kind != Number {
			say("只有文本列和发文字号列可以要求不重复")
		}
	}
	return errors.Join(faults...)
}
