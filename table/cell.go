package table

import (
	"errors"
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
)

// value is a cell that has been read, in the field that its column's kind uses.
type value struct {
	blank  bool
	text   string       // Text
	list   []string     // List
	date   fazhi.Date   // Date
	n      int64        // Money in fen, Count, Integer
	more   bool         // Count
	yes    bool         // YesNo
	number fazhi.Number // Number
}

// any returns the value as the Go type of its kind, nil when blank.
func (v *value) any(k Kind) any {
	switch {
	case v.blank:
		return nil
	case k == List:
		return v.list
	case k == Date:
		return v.date
	case k == Money:
		return fazhi.Money(v.n)
	case k == Count:
		return fazhi.Count{N: v.n, More: v.more}
	case k == Integer:
		return v.n
	case k == YesNo:
		return v.yes
	case k == Number:
		return v.number
	}
	return v.text
}

// fault is what is wrong with a cell. The zero fault means nothing.
type fault struct {
	code     fazhi.Code
	severity fazhi.Severity
	message  string
}

// parser reads the cells of one column. It is the only place where the text of a cell becomes a value.
type parser struct {
	column   *Column
	unit     string // of amounts without a unit of their own: "万元"
	date1904 bool
}

// parse returns the value of a cell. Only with a fault that is a Warning or a Notice does the value count.
func (p *parser) parse(c Cell) (value, fault) {
	if c.Type == ErrorCell {
		return value{}, fault{code: BrokenFormula, message: "公式出错，没有结果"}
	}
	text := trim(c.Text)
	if text == "" || p.column.Kind.dashIsBlank() && dashes[text] {
		return p.empty()
	}
	if strings.ContainsFunc(text, isControl) {
		return value{}, fault{code: ControlChar, message: "含有乱码或看不见的控制字符"}
	}
	c.Text = text
	switch p.column.Kind {
	case Date:
		return parseDate(c, p.date1904)
	case Money:
		return parseMoney(c, p.unit)
	case Count:
		return parseCount(c)
	case Integer:
		return parseInteger(c)
	case YesNo:
		return parseYesNo(text)
	case Number:
		return parseNumber(text)
	}
	return p.parseText(c)
}

func (p *parser) empty() (value, fault) {
	if p.column.Required {
		return value{}, fault{code: EmptyCell, message: "必填，不能为空"}
	}
	return value{blank: true}, fault{}
}

// dashes are what people write into a cell that stays empty.
var dashes = map[string]bool{"/": true, "／": true, "-": true, "—": true, "——": true, "－": true, "无": true}

// dashIsBlank reports whether a dash, / or 无 means an empty cell: where it cannot be the value itself.
func (k Kind) dashIsBlank() bool { return k != Text && k != YesNo }

func (p *parser) parseText(c Cell) (value, fault) {
	text, f := cellText(c, p.date1904)
	if f.code != "" {
		return value{}, f
	}
	v := value{text: text}
	if p.column.Kind == List {
		v = value{list: splitList(text)}
	}
	if len(p.column.Choices) == 0 {
		return v, fault{}
	}
	if p.column.Kind == List {
		for _, item := range v.list {
			if f := p.choose(item); f.code != "" {
				return value{}, f
			}
		}
		return v, fault{}
	}
	return v, p.choose(text)
}

func (p *parser) choose(text string) fault {
	for _, c := range p.column.Choices {
		if text == c {
			return fault{}
		}
	}
	message := "不是可选的值之一"
	if n, ok := near.Name(text, p.column.Choices); ok {
		message += "，是不是“" + n + "”？"
	}
	return fault{code: NotChoice, message: message}
}

// splitList splits at 、 ； and ，, in both widths, and drops empty items.
func splitList(text string) []string {
	items := strings.FieldsFunc(text, isListMark)
	list := items[:0]
	for _, item := range items {
		if item = trim(item); item != "" {
			list = append(list, item)
		}
	}
	return list
}

func isListMark(r rune) bool { return strings.ContainsRune("、;；,，", r) }

var yesNo = map[string]bool{
	"是": true, "有": true, "√": true, "✓": true, "✔": true, "☑": true, "对": true, "Y": true, "YES": true, "TRUE": true, "1": true,
	"否": false, "无": false, "没有": false, "×": false, "✗": false, "✘": false, "☐": false, "错": false, "X": false, "N": false, "NO": false, "FALSE": false, "0": false,
}

func parseYesNo(text string) (value, fault) {
	yes, ok := yesNo[strings.ToUpper(narrow(text))]
	if !ok {
		return value{}, fault{code: NotYesNo, message: "应当填“是”或“否”"}
	}
	return value{yes: yes}, fault{}
}

func parseNumber(text string) (value, fault) {
	n, err := fazhi.ParseNumber(text)
	if err == nil {
		return value{number: n}, fault{}
	}
	n, changed, err := fazhi.NormalizeNumber(text)
	if err != nil {
		return value{}, fault{code: NotNumber, message: reason(err, fazhi.ErrNumber, "应写作“某政办〔2025〕5号”")}
	}
	return value{number: n}, fault{code: NumberForm, severity: fazhi.Warning,
		message: "发文字号书写不规范，已改正：" + strings.Join(changed, "、")}
}

// reason returns what a parse of the root package complains about. Its errors hold no values.
func reason(err, sentinel error, otherwise string) string {
	if !errors.Is(err, sentinel) {
		return otherwise
	}
	return strings.TrimPrefix(err.Error(), "fazhi: ")
}

// trim removes blanks of all kinds at both ends and makes line breaks uniform.
func trim(s string) string {
	s = strings.TrimFunc(s, isBlank)
	if strings.ContainsRune(s, '\r') {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\u3000' || r == '\ufeff' || r == '\u200b' || unicode.IsSpace(r)
}

func isControl(r rune) bool {
	return r != '\n' && r != '\t' && unicode.IsControl(r) || r == unicode.ReplacementChar
}

// narrow removes all blanks and makes full-width letters, digits and marks half-width.
func narrow(s string) string {
	if isPlain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case isBlank(r):
			return -1
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, s)
}

// isPlain reports whether a text has nothing but visible ASCII.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
