package table

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
)

// value is a cell that has been read, in the field that its column's kind uses.
type value struct {
	blank  bool
	more   bool         // Count
	yes    bool         // YesNo
	date   fazhi.Date   // Date
	n      int64        // Money in fen, Count, Integer
	text   string       // Text
	list   []string     // List
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
	known    map[string]*reading // texts that came before; nil when they seldom come again
	balance  int                 // how much more often a text was not known than known
	last     reading
}

// A reading is a cell that has been read: what it is, or what is wrong with it.
type reading struct {
	of  CellType
	bad *fault // nil if nothing is wrong
	value
}

const (
	maxKnown     = 512          // different texts of a column that are remembered
	maxKnownText = 64           // bytes of such a text
	maxLoss      = 4 * maxKnown // balance at which remembering is given up, and at the other end its bound
)

// newParser returns the parser of a column for a whole sheet. Most columns hold few different texts, again and again: names
// of offices, choices, the days of a year.
func newParser(c *Column) parser {
	p := parser{column: c}
	if c.Kind != List && !c.Unique {
		p.known = make(map[string]*reading)
	}
	return p
}

// read is parse with a memory for texts that come again. The reading is valid until the next call.
func (p *parser) read(c Cell) *reading {
	if p.known == nil || p.date1904 || c.Type == ErrorCell {
		p.last.read(p, c)
		return &p.last
	}
	if len(c.Text) > maxKnownText {
		p.last.read(p, c)
		return &p.last
	}
	if k, ok := p.known[c.Text]; ok && k.of == c.Type {
		p.balance = max(p.balance-1, -maxLoss)
		return k
	}
	if p.balance++; p.balance > maxLoss {
		p.known = nil
	}
	if len(p.known) == maxKnown || p.known == nil {
		p.last.read(p, c)
		return &p.last
	}
	k := &reading{of: c.Type}
	c.Text = strings.Clone(c.Text) // what is remembered keeps no row alive
	k.read(p, c)
	p.known[c.Text] = k
	return k
}

func (k *reading) read(p *parser, c Cell) {
	k.bad = nil
	if f := p.parse(c, &k.value); f.code != "" {
		bad := f
		k.bad = &bad
	}
}

// parse reads the value of a cell into v. Only with a fault that is a Warning or a Notice does the value count.
func (p *parser) parse(c Cell, v *value) (f fault) {
	*v = value{}
	switch {
	case c.Type == ErrorCell && c.Formula && c.Text == "":
		return fault{code: UnsavedFormula, message: "公式没有保存结果，请用表格软件重新计算并保存"}
	case c.Type == ErrorCell:
		return fault{code: BrokenFormula, message: "公式出错，没有结果"}
	}
	text := trim(c.Text)
	if text == "" || p.column.Kind.dashIsBlank() && isDash(text) {
		return p.empty(v)
	}
	if hasControl(text) {
		return fault{code: ControlChar, message: "含有乱码或看不见的控制字符"}
	}
	c.Text = text
	switch p.column.Kind {
	case Date:
		*v, f = parseDate(c, p.date1904)
	case Money:
		v.n, f = parseMoney(c, p.unit)
	case Count:
		*v, f = parseCount(c)
	case Integer:
		*v, f = parseInteger(c)
	case YesNo:
		*v, f = parseYesNo(text)
	case Number:
		*v, f = parseNumber(text)
	default:
		f = p.parseText(c, v)
	}
	return f
}

func (p *parser) empty(v *value) fault {
	if p.column.Required {
		return fault{code: EmptyCell, message: "必填，不能为空"}
	}
	v.blank = true
	return fault{}
}

// isDash reports whether a text is what people write into a cell that stays empty.
func isDash(text string) bool {
	switch text {
	case "/", "／", "-", "—", "——", "－", "无":
		return true
	}
	return false
}

// dashIsBlank reports whether a dash, / or 无 means an empty cell: where it cannot be the value itself.
func (k Kind) dashIsBlank() bool { return k != Text && k != YesNo }

func (p *parser) parseText(c Cell, v *value) (f fault) {
	if v.text, f = cellText(c, p.date1904); f.code != "" {
		return f
	}
	if p.column.Kind != List {
		return p.choose(v.text)
	}
	v.list = splitList(v.text)
	for _, item := range v.list {
		if f := p.choose(item); f.code != "" {
			return f
		}
	}
	return fault{}
}

// choose looks for a text among the choices, if there are any.
func (p *parser) choose(text string) fault {
	if len(p.column.Choices) == 0 {
		return fault{}
	}
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
	if s == "" || !mayBeBlank(s[0]) && !mayEndBlank(s) {
		return unifyBreaks(s)
	}
	return unifyBreaks(strings.TrimFunc(s, isBlank))
}

func unifyBreaks(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// mayBeBlank reports whether a character that begins with a byte can be blank. Few Chinese characters begin like one.
func mayBeBlank(first byte) bool {
	return first <= ' ' || first == 0xc2 || first >= 0xe1 && first <= 0xe3 || first == 0xef
}

// mayEndBlank reports whether the last character, of at most three bytes, can be blank.
func mayEndBlank(s string) bool {
	for i := len(s) - 1; i >= max(0, len(s)-3); i-- {
		if utf8.RuneStart(s[i]) {
			return mayBeBlank(s[i])
		}
	}
	return false
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\u3000' || r == '\ufeff' || r == '\u200b' || unicode.IsSpace(r)
}

// hasControl reports whether a text has control characters other than line breaks and tabs, or what is no character.
func hasControl(s string) bool {
	for _, r := range s {
		switch {
		case r >= 0xa0 && r != unicode.ReplacementChar, r >= ' ' && r < 0x7f, r == '\n', r == '\t':
		default:
			return true
		}
	}
	return false
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
