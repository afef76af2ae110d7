package narrative

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
)

// maxPlaceholder is how long a placeholder may be, in bytes.
const maxPlaceholder = 300

// An inline reads the running text of one item: of a paragraph, or of the items of a list or the cells of a table one
// after the other. Every look ahead is bounded or remembered, so that the time is in proportion to the text.
type inline struct {
	*reader
	first int // the item's line
	marks []report.Mark
	lines []report.LineStart
	size  int // bytes of text in the spans so far
}

func newInline(p *reader, line int) *inline { return &inline{reader: p, first: line} }

// item returns the item of a block whose text was read.
func (in *inline) item(b gongwen.Block) []report.Item {
	item := report.Item{Line: in.first, Block: b, Marks: in.marks}
	if len(in.lines) > 1 {
		item.Lines = in.lines
	}
	return []report.Item{item}
}

// A token is a piece of one line.
type token struct {
	kind tokenKind
	text string // of plain text, or as it was typed
	line int
	mark report.Mark
}

type tokenKind int8

const (
	plain   tokenKind = iota
	star              // ** that may begin or end emphasis
	figure            // a placeholder
	bracket           // [ or ![ that may begin a link or an image
	newline
	dropped
)

// read reads running text. What is too long is taken as plain text.
func (in *inline) read(lines []textLine) []gongwen.Span {
	size := 0
	for _, l := range lines {
		size += len(l.text)
	}
	s := scanner{inline: in, star: -1}
	if size > maxParagraph {
		in.report(CodeMarkdown, fazhi.Error, lines[0].line, "这一段超过 64 KiB，按文字处理")
	}
	for i, l := range lines {
		text := strings.TrimLeft(l.text, " \t")
		trimmed := strings.TrimRight(text, " \t")
		if last := i == len(lines)-1; !last {
			if cut, ok := strings.CutSuffix(text, `\`); ok {
				trimmed = cut
			}
			if trimmed != text && (len(text)-len(trimmed) > 1 || strings.HasSuffix(text, `\`)) {
				in.report(CodeMarkdown, fazhi.Error, l.line, "段内不能强制换行")
			}
		}
		if i > 0 {
			s.tokens = append(s.tokens, token{kind: newline, line: l.line})
		}
		if size > maxParagraph {
			s.tokens = append(s.tokens, token{text: trimmed, line: l.line})
			continue
		}
		s.line(trimmed, l.line)
	}
	s.leftover()
	return in.spans(s.tokens)
}

// A scanner cuts lines into tokens.
type scanner struct {
	*inline
	tokens   []token
	star     int   // index of the ** that is open, or -1
	brackets []int // indexes of the brackets that are open
	// Of the line that is read:
	text      string
	number    int
	at        int
	opened    int // {{ so far
	struck    bool
	next      map[string]int // where a string was found next
	plainFrom int
}

// find returns where sub is found from byte i on, or -1. It is asked with growing i.
func (s *scanner) find(sub string, i int) int {
	if at, ok := s.next[sub]; ok && (at < 0 || at >= i) {
		return at
	}
	at := -1
	if i <= len(s.text) {
		if at = strings.Index(s.text[i:], sub); at >= 0 {
			at += i
		}
	}
	s.next[sub] = at
	return at
}

// cut ends the plain text at the place reached and goes on after size bytes.
func (s *scanner) cut(size int) {
	if s.at > s.plainFrom {
		s.tokens = append(s.tokens, token{text: s.text[s.plainFrom:s.at], line: s.number})
	}
	s.at += size
	s.plainFrom = s.at
}

// add ends the plain text and puts a token for the next size bytes.
func (s *scanner) add(kind tokenKind, size int) int {
	typed := s.text[s.at : s.at+size]
	s.cut(size)
	s.tokens = append(s.tokens, token{kind: kind, text: typed, line: s.number})
	return len(s.tokens) - 1
}

// say reports something the text cannot hold.
func (s *scanner) say(severity fazhi.Severity, message string) {
	s.report(CodeMarkdown, severity, s.number, message)
}

func (s *scanner) line(text string, number int) {
	s.text, s.number, s.at, s.opened, s.struck, s.plainFrom = text, number, 0, 0, false, 0
	s.next = make(map[string]int)
	for s.at < len(text) {
		switch c := text[s.at]; c {
		case '\\':
			s.escape()
		case '{':
			s.placeholder()
		case '*', '_':
			s.emphasis(c)
		case '~':
			s.strike()
		case '`':
			s.code()
		case '[':
			s.brackets = append(s.brackets, s.add(bracket, 1))
		case '!':
			if strings.HasPrefix(text[s.at:], "![") {
				s.brackets = append(s.brackets, s.add(bracket, 2))
			} else {
				s.at++
			}
		case ']':
			s.link()
		case '<':
			s.html()
		case '&':
			s.entity()
		default:
			s.at++
		}
	}
	s.cut(0)
}

func (s *scanner) escape() {
	if s.at+1 < len(s.text) && s.text[s.at+1] < utf8.RuneSelf && unicode.In(rune(s.text[s.at+1]), unicode.Punct, unicode.Symbol) {
		s.cut(1)
	}
	s.at++
}

// placeholderEnd returns the length of the placeholder with which a text begins: up to the first }} in the line and
// before another {{. It is 0 if there is none.
func placeholderEnd(text string) int {
	if len(text) > maxPlaceholder {
		text = text[:maxPlaceholder]
	}
	end := strings.Index(text, "}}")
	if end < 0 || strings.Contains(text[2:end], "{{") {
		return 0
	}
	return end + 2
}

func (s *scanner) placeholder() {
	if !strings.HasPrefix(s.text[s.at:], "{{") {
		s.at++
		return
	}
	s.opened++
	if size := placeholderEnd(s.text[s.at:]); size > 0 {
		// In a table written by others a bar has a backslash before it.
		inside := strings.ReplaceAll(s.text[s.at+2:s.at+size-2], `\|`, "|")
		if mark, err := report.ParseMark(inside, s.number); err == nil {
			i := s.add(figure, size)
			s.tokens[i].mark = mark
			return
		}
		s.badPlaceholder()
		s.at += size
		return
	}
	s.badPlaceholder()
	s.at += 2
}

func (s *scanner) badPlaceholder() {
	message := cmp.Or(s.unknown, "占位符应写作 {{领域.名称}} 或 {{领域.名称|余}}")
	if s.opened > 1 {
		message += "（本行第" + itoa(s.opened) + "个）"
	}
	s.report(CodePlaceholder, fazhi.Error, s.number, message)
}

// emphasis reads a run of asterisks or underlines. Only ** is emphasis; it begins before what is no blank and ends after
// what is none, whatever marks stand beside it.
func (s *scanner) emphasis(c byte) {
	run := 1
	for s.at+run < len(s.text) && s.text[s.at+run] == c {
		run++
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.at])
	after, _ := utf8.DecodeRuneInString(s.text[s.at+run:])
	if s.at == 0 {
		before = ' '
	}
	if s.at+run == len(s.text) {
		after = ' '
	}
	switch {
	case c == '*' && run == 2:
		i := s.add(star, run)
		if s.star < 0 && !unicode.IsSpace(after) {
			s.star = i
		} else if s.star >= 0 && !unicode.IsSpace(before) {
			s.star = -1
		} else {
			s.tokens[i].kind = plain
			s.unpaired(s.number)
		}
		return
	case c == '*' && run == 3:
		s.say(fazhi.Error, "强调应写作 **文字**，不要用三个“*”")
	case c == '*' && run > 3, run <= 2 && !word(before, after) && !(unicode.IsSpace(before) && unicode.IsSpace(after)):
		s.say(fazhi.Warning, "“"+strings.Repeat(string(c), min(run, 4))+"”按文字保留：强调应写作 **文字**")
	}
	s.at += run
}

func (s *scanner) unpaired(line int) {
	s.report(CodeMarkdown, fazhi.Error, line, "“**”没有成对")
}

// word reports whether an asterisk or underline stands within a word or a product: 3*4, a_b.
func word(before, after rune) bool {
	return before < utf8.RuneSelf && after < utf8.RuneSelf && alnum(before) && alnum(after)
}

func alnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func (s *scanner) strike() {
	if !strings.HasPrefix(s.text[s.at:], "~~") {
		s.at++
		return
	}
	if !s.struck && s.find("~~", s.at+2) >= 0 {
		s.say(fazhi.Error, "公文正文不能有删除线")
		s.struck = true
	}
	for s.at < len(s.text) && s.text[s.at] == '~' {
		s.at++
	}
}

func (s *scanner) code() {
	run := 1
	for s.at+run < len(s.text) && s.text[s.at+run] == '`' {
		run++
	}
	if end := s.find(strings.Repeat("`", min(run, 8)), s.at+run); end >= 0 {
		s.say(fazhi.Error, "公文正文不能有代码")
		for end < len(s.text) && s.text[end] == '`' {
			end++
		}
		s.at = end
		return
	}
	s.at += run
}

// link reads a ] and what follows. Of a link the text stays.
func (s *scanner) link() {
	if len(s.brackets) == 0 {
		s.at++
		return
	}
	open := s.brackets[len(s.brackets)-1]
	s.brackets = s.brackets[:len(s.brackets)-1]
	if !strings.HasPrefix(s.text[s.at:], "](") {
		s.at++
		return
	}
	end := s.find(")", s.at)
	if end < 0 {
		s.at++
		return
	}
	if s.tokens[open].text == "[" {
		s.report(CodeMarkdown, fazhi.Notice, s.tokens[open].line, "链接只保留文字")
	} else {
		s.report(CodeMarkdown, fazhi.Error, s.tokens[open].line, "公文正文不能有图片")
	}
	s.tokens[open].kind = dropped
	s.cut(end + 1 - s.at)
}

func (s *scanner) html() {
	end := s.find(">", s.at)
	if s.at+1 >= len(s.text) || end < 0 {
		s.at++
		return
	}
	c := s.text[s.at+1]
	if c >= utf8.RuneSelf || !unicode.IsLetter(rune(c)) && c != '/' && c != '!' && c != '?' {
		s.at++
		return
	}
	inside := s.text[s.at+1 : end]
	if strings.ContainsAny(inside, "@:") && !strings.ContainsAny(inside, " \t<\"'") {
		s.cut(1) // an address in angle brackets, of which the text stays
		s.at = end
		s.cut(1)
		return
	}
	s.say(fazhi.Error, "公文正文不能有HTML")
	s.at = end + 1
}

// entity reads a character reference such as &amp;.
func (s *scanner) entity() {
	const longest = 33
	rest := s.text[s.at:min(len(s.text), s.at+longest)]
	if end := strings.IndexByte(rest, ';'); end > 0 {
		if char := unescape(rest[:end+1]); char != rest[:end+1] {
			i := s.add(plain, end+1)
			s.tokens[i].text = strings.ToValidUTF8(char, "\ufffd")
			return
		}
	}
	s.at++
}

// leftover makes text of a ** that has no partner.
func (s *scanner) leftover() {
	if s.star >= 0 {
		s.tokens[s.star].kind = plain
		s.unpaired(s.tokens[s.star].line)
	}
}

// spans makes spans of tokens.
func (in *inline) spans(tokens []token) []gongwen.Span {
	w := writer{inline: in}
	for _, t := range tokens {
		switch t.kind {
		case plain, bracket:
			w.write(t.text, t.line)
		case star:
			w.flush()
			w.emphasis = !w.emphasis
		case figure:
			w.join('{')
			w.flush()
			w.at(t.line)
			w.out = append(w.out, gongwen.Figure{ID: t.mark.ID})
			in.marks = append(in.marks, t.mark)
			w.last = '}'
		case newline:
			w.broken = w.last != 0
		}
	}
	w.flush()
	return w.out
}

// A writer collects spans. A line break becomes a blank, and nothing beside a Chinese character.
type writer struct {
	*inline
	out      []gongwen.Span
	text     strings.Builder
	emphasis bool
	broken   bool // a line break is before what comes
	last     rune // the last character, 0: none
}

func (w *writer) write(text string, line int) {
	if text == "" {
		return
	}
	first, _ := utf8.DecodeRuneInString(text)
	w.join(first)
	w.at(line)
	w.text.WriteString(text)
	w.size += len(text)
	w.last, _ = utf8.DecodeLastRuneInString(text)
}

// at notes the line of what is written next.
func (w *writer) at(line int) {
	if n := len(w.lines); n == 0 || w.lines[n-1].Line != line {
		w.lines = append(w.lines, report.LineStart{At: w.size, Line: line})
	}
}

// join writes the blank that a line break stands for.
func (w *writer) join(next rune) {
	if w.broken && !wide(w.last) && !wide(next) {
		w.text.WriteByte(' ')
		w.size++
	}
	w.broken = false
}

func (w *writer) flush() {
	if w.text.Len() == 0 {
		return
	}
	if w.emphasis {
		w.out = append(w.out, gongwen.Emphasis(w.text.String()))
	} else {
		w.out = append(w.out, gongwen.Text(w.text.String()))
	}
	w.text.Reset()
}

// wide reports whether a character fills a cell of Chinese text.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef ||
		strings.ContainsRune("“”‘’—…·", r)
}
