package form

import (
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen"
)

// A Spec is one kind of letter as data. Texts may hold marks, see the package comment.
type Spec struct {
	Name   string  `json:"name"`             // "行政复议申请受理通知书"
	Kind   Kind    `json:"kind"`             // what sort of letter it is
	Format Format  `json:"format,omitempty"` // the page; general if zero
	Doc    string  `json:"doc,omitempty"`    // what it is for and what it rests on; not printed
	Fields []Field `json:"fields"`
	Laws   []Law   `json:"laws,omitempty"` // what {依据} prints

	Mark   string `json:"mark,omitempty"`   // 发文机关标志
	Number string `json:"number,omitempty"` // name of the field that is the 发文字号
	Title  string `json:"title"`
	To     string `json:"to,omitempty"` // 主送机关 without the colon
	Parts  []Part `json:"parts"`

	Attachments []Attachment `json:"attachments,omitempty"`
	Sign        Sign         `json:"sign,omitzero"`
	Note        string       `json:"note,omitempty"`       // 附注 without brackets
	CopyTo      []string     `json:"copyTo,omitempty"`     // 抄送机关; "{列表}" alone stands for all items of a list of texts
	Printer     string       `json:"printer,omitempty"`    // 印发机关; the date of the imprint is that of the signature
	Disclosure  string       `json:"disclosure,omitempty"` // 公开属性 of the file's properties
}

// Kind is a sort of letters.
type Kind string

// The kinds.
const (
	Opinion     Kind = "opinion"     // 意见书
	Decision    Kind = "decision"    // 决定书
	Notice      Kind = "notice"      // 通知书、告知书
	Agreement   Kind = "agreement"   // 协议书
	Circulation Kind = "circulation" // 评查单、传阅单
	Remind      Kind = "reminder"    // 催办、督办、提示函
)

func kinds() []Kind { return []Kind{Opinion, Decision, Notice, Agreement, Circulation, Remind} }

// Format is the page of a letter; in JSON "general", "letter", "order" or "minutes".
type Format gongwen.Format

func formatNames() []string { return []string{"general", "letter", "order", "minutes"} }

// MarshalText writes the name of the format.
func (f Format) MarshalText() ([]byte, error) {
	if int(f) >= len(formatNames()) {
		return nil, fmt.Errorf("form: 没有格式 %d", f)
	}
	return []byte(formatNames()[f]), nil
}

// UnmarshalText reads what MarshalText wrote.
func (f *Format) UnmarshalText(text []byte) error {
	for i, name := range formatNames() {
		if name == string(text) {
			*f = Format(i)
			return nil
		}
	}
	return fmt.Errorf("form: 没有格式 %q", text)
}

// A Field is one thing that is filled in.
type Field struct {
	Name     string   `json:"name"` // "申请人"; letters and digits
	Type     Type     `json:"type,omitempty"`
	Doc      string   `json:"doc,omitempty"`      // how it is filled in, for people
	Required bool     `json:"required,omitempty"` // must have a value
	When     []string `json:"when,omitempty"`     // must have a value when these conditions hold
	Choices  []string `json:"choices,omitempty"`  // of a Choice
	Of       []Field  `json:"of,omitempty"`       // fields of each item of a List; none: the items are plain texts
}

// Type is what a field holds.
type Type string

// The types, the Go value that each takes besides a string, and how it is printed.
const (
	Text    Type = ""        // one line
	Passage Type = "passage" // any number of lines, each a paragraph; the first goes on from the words before it
	Date    Type = "date"    // fazhi.Date: 2025年2月17日
	Money   Type = "money"   // fazhi.Money: 1409.50元, whole yuan without decimals
	Number  Type = "number"  // fazhi.Number: 泉鲤司〔2025〕5号
	Choice  Type = "choice"  // one of Choices
	List    Type = "list"    // []string, or []Values with Of; in running text joined by 、 if the items are plain texts
	Person  Type = "person"  // fazhi.PersonName
	ID      Type = "id"      // fazhi.IDNumber
	Phone   Type = "phone"   // fazhi.Phone
)

// A Part is one piece of the body: a paragraph, a heading, a list or a table.
type Part struct {
	If    []string `json:"if,omitempty"`
	Each  string   `json:"each,omitempty"`  // the part is written once for each item of this list
	Text  string   `json:"text,omitempty"`  // every part has either Text or Table
	Level int      `json:"level,omitempty"` // 1 to 4: a heading, numbered on its own
	Set   Set      `json:"set,omitempty"`   // how a paragraph is set
	Items bool     `json:"items,omitempty"` // with Each: one list （1）（2）, not paragraphs
	Table *Table   `json:"table,omitempty"`
}

// Set is how a paragraph is set.
type Set string

// The settings; the zero value is the indented paragraph.
const (
	Flush    Set = "flush"
	Centered Set = "centered"
	Right    Set = "right"
)

// A Table has rows that may depend on conditions and be repeated.
type Table struct {
	Caption string   `json:"caption,omitempty"`
	Header  []string `json:"header"` // fixed words
	Widths  []int    `json:"widths,omitempty"`
	Right   []bool   `json:"right,omitempty"`
	Rows    []Row    `json:"rows"`
}

// A Row of a table has as many cells as the header or fewer.
type Row struct {
	If    []string `json:"if,omitempty"`
	Each  string   `json:"each,omitempty"`
	Cells []string `json:"cells"`
}

// An Attachment of the letter.
type Attachment struct {
	If    []string `json:"if,omitempty"`
	Title string   `json:"title"`
	Parts []Part   `json:"parts"`
}

// A Law is an article that {依据} names when its conditions hold: "《中华人民共和国行政复议法》第六十八条".
type Law struct {
	If   []string `json:"if,omitempty"`
	Text string   `json:"text"` // fixed words
}

// Sign says who signs. Date names a field of type Date.
type Sign struct {
	Organs []string `json:"organs,omitempty"` // "{列表}" alone stands for all items of a list of texts
	Date   string   `json:"date,omitempty"`
	Seal   bool     `json:"seal,omitempty"`
}

// Names that need no declaration.
const (
	nameItem  = "项"
	nameIndex = "序"
	nameBasis = "依据"
)
