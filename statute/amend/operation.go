package amend

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/statute"
)

// Kind says what an operation does.
type Kind uint8

// The kinds. The zero Kind is what could not be read, and is never applied.
const (
	Unread      Kind = iota
	Replace          // 将第三条修改为：“…”
	Insert           // 增加一款，作为第二款：“…”
	Delete           // 删去第三条
	ChangeWords      // 将第三条中的“甲”修改为“乙”
	DeleteWords      // 删去第三条中的“甲”
	InsertWords      // 在第三条“甲”后增加“乙”
	Renumber         // 将第三条改为第四条
	Merge            // 将第三条、第四条合并，作为第三条，修改为：“…”
	Rename           // 将第二章章名修改为“…”; without a place, the title
	Adjust           // 条文顺序作相应调整
)

var kindNames = [...]string{"未能识别", "修改", "增加", "删去", "修改文字", "删去文字", "增加文字", "改变序号", "合并", "修改名称", "调整顺序"}

// String returns the Chinese name.
func (k Kind) String() string {
	if int(k) >= len(kindNames) {
		return "Kind(" + strconv.Itoa(int(k)) + ")"
	}
	return kindNames[k]
}

// An Operation is one thing that a decision does to a text.
type Operation struct {
	Kind   Kind
	Doc    string       // the text that it is done to, without 《》; empty when the decision does not say
	At     Place        // in the text before; zero: the whole text
	And    []Place      // what is merged with At
	To     Place        // in the text after
	Unit   statute.Kind // what is inserted: Article, Paragraph, Item, Point, Chapter, Section
	Count  int          // how many of them
	Old    string       // words, and what InsertWords goes by
	New    string       // words or a name
	Before bool         // of InsertWords: before Old, not after it
	Text   []string     // what is quoted, each quotation with its lines
	Expect []string     // of Replace: the text before, if the decision quotes it

	Source string // the sentence of the decision
	Path   string // where it stands there
	Line   int
}

// where names the place of an operation for a person.
func (o Operation) where() string {
	at := o.At.String()
	if at == "" && !o.To.IsZero() {
		at = o.To.String()
	}
	if at == "" {
		at = "全文"
	}
	return at
}

// A Failed is an operation that was not applied, and why. Nothing of it was done.
type Failed struct {
	Operation
	Reason string
}

// String returns where and why, without the words.
func (f Failed) String() string {
	var b strings.Builder
	b.WriteString(f.where() + "（" + f.Kind.String() + "）：" + f.Reason)
	if f.Line > 0 {
		b.WriteString("（决定第" + strconv.Itoa(f.Line) + "行）")
	}
	return b.String()
}
