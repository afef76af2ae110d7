package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// token says what the scanner stands on.
type token uint8

const (
	endOfFile token = iota
	startTag
	endTag
	textRun
)

const (
	bufferSize = 64 << 10
	tokenLimit = 8 << 20 // a cell has at most 32,767 characters
)

// scanner splits the XML of a part into tags and texts, fast and without keeping anything: it knows as much of XML as
// workbooks use, and takes everything else for damage.
type scanner struct {
	in         io.Reader
	buffer     []byte
	at, end    int
	finished   bool
	name       []byte // local name of the tag
	attributes []byte
	text       []byte // raw, with entities; of a CDATA section, as it is
	plain      bool   // the text has no entities to resolve
	closing    bool   // the start tag is an end tag too
}

func newScanner(in io.Reader) *scanner {
	return &scanner{in: in, buffer: make([]byte, bufferSize)}
}

// is reports whether the tag has this local name.
func (x *scanner) is(name string) bool { return string(x.name) == name }

// next moves to the next tag or text. What it returned before is no longer valid.
func (x *scanner) next() (token, error) {
	if x.closing {
		x.closing = false
		return endTag, nil
	}
	for {
		run, err := x.peekByte('<', 0)
		if err != nil || run == nil {
			return endOfFile, err
		}
		if len(run) > 1 {
			x.at += len(run) - 1 // the tag comes next
			x.text, x.plain = run[:len(run)-1], false
			return textRun, nil
		}
		x.at++
		kind, err := x.tag()
		if kind != endOfFile || err != nil {
			return kind, err
		}
	}
}

// plainValue takes what most cells have in them, a value or a text with their end, in one step. It takes nothing when there
// is something else, or when the buffer ends before.
func (x *scanner) plainValue() ([]byte, bool) {
	if x.closing {
		return nil, false
	}
	for _, form := range [...]struct{ start, end string }{{"<v>", "</v></c>"}, {"<is><t>", "</t></is></c>"}} {
		rest, ok := bytes.CutPrefix(x.buffer[x.at:x.end], []byte(form.start))
		if !ok {
			continue
		}
		end := bytes.IndexByte(rest, '<')
		if end < 0 || !bytes.HasPrefix(rest[end:], []byte(form.end)) || bytes.IndexByte(rest[:end], '&') >= 0 {
			return nil, false
		}
		x.at += len(form.start) + end + len(form.end)
		return rest[:end], true
	}
	return nil, false
}

// tag reads what follows a <. It returns endOfFile for what is passed over: comments and declarations.
func (x *scanner) tag() (token, error) {
	if x.at == x.end && !x.finished {
		if err := x.fill(); err != nil {
			return endOfFile, err
		}
	}
	if x.at < x.end && (x.buffer[x.at] == '!' || x.buffer[x.at] == '?') {
		return x.special()
	}
	body, err := x.tagBody()
	if err != nil {
		return endOfFile, err
	}
	kind := startTag
	if len(body) > 0 && body[0] == '/' {
		kind, body = endTag, body[1:]
	} else if len(body) > 0 && body[len(body)-1] == '/' {
		x.closing, body = true, body[:len(body)-1]
	}
	x.split(body)
	return kind, nil
}

// special reads a comment, a declaration or a CDATA section, which is text.
func (x *scanner) special() (token, error) {
	for _, form := range [...]struct{ start, end string }{{"!--", "-->"}, {"![CDATA[", "]]>"}, {"?", "?>"}} {
		if !x.hasPrefix(form.start) {
			continue
		}
		body, err := x.peekUntil(form.end, len(form.start))
		if err == nil && body == nil {
			err = damaged("标记不完整")
		}
		if err != nil {
			return endOfFile, err
		}
		x.at += len(body)
		body = body[len(form.start) : len(body)-len(form.end)]
		if form.end == "]]>" {
			x.text, x.plain = body, true
			return textRun, nil
		}
		if form.end == "?>" && bytes.HasPrefix(body, []byte("xml ")) && !isUTF8(body[len("xml "):]) {
			return endOfFile, damaged("不是 UTF-8 编码")
		}
		return endOfFile, nil
	}
	return endOfFile, damaged("含有不允许的声明")
}

func isUTF8(declaration []byte) bool {
	encoding, ok := attribute(declaration, "encoding")
	return !ok || bytes.EqualFold(encoding, []byte("utf-8")) || bytes.EqualFold(encoding, []byte("us-ascii"))
}

// tagBody returns the tag up to its >, which may stand within quotes too.
func (x *scanner) tagBody() ([]byte, error) {
	for from, quote := 0, byte(0); ; {
		body, err := x.peekByte('>', from)
		if err != nil {
			return nil, err
		}
		if body == nil {
			return nil, damaged("标记不完整")
		}
		if quote = openQuote(quote, body[from:]); quote == 0 {
			x.at += len(body)
			return body[:len(body)-1], nil
		}
		from = len(body)
	}
}

// openQuote returns the mark of the quotation that is open behind a piece of a tag, 0 if none is; one may be open before it.
func openQuote(quote byte, piece []byte) byte {
	if quote != '\'' && bytes.IndexByte(piece, '\'') < 0 {
		if bytes.Count(piece, []byte{'"'})%2 == 1 {
			quote ^= '"' // opened or closed
		}
		return quote
	}
	for _, c := range piece {
		if quote == 0 && (c == '"' || c == '\'') {
			quote = c
		} else if c == quote {
			quote = 0
		}
	}
	return quote
}

func (x *scanner) split(body []byte) {
	end, prefix := len(body), 0
	for i, c := range body {
		if c == ':' {
			prefix = i + 1
		} else if isSpace(c) {
			end = i
			break
		}
	}
	x.name, x.attributes = body[prefix:end], body[end:]
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// skip passes over the rest of the element whose start tag the scanner stands on.
func (x *scanner) skip() error {
	for depth := 1; depth > 0; {
		kind, err := x.next()
		switch {
		case err != nil:
			return err
		case kind == endOfFile:
			return damaged("内容不完整")
		case kind == startTag:
			depth++
		case kind == endTag:
			depth--
		}
	}
	return nil
}

// attribute returns the raw value of an attribute without prefix.
func attribute(attributes []byte, name string) ([]byte, bool) {
	for {
		key, value, rest, ok := cutAttribute(attributes)
		if !ok || string(key) == name {
			return value, ok
		}
		attributes = rest
	}
}

// cutAttribute separates the first attribute from the rest.
func cutAttribute(a []byte) (key, value, rest []byte, ok bool) {
	i := 0
	for i < len(a) && isSpace(a[i]) {
		i++
	}
	start := i
	for i < len(a) && a[i] != '=' && !isSpace(a[i]) {
		i++
	}
	key = a[start:i]
	for i < len(a) && (a[i] == '=' || isSpace(a[i])) {
		i++
	}
	if i == len(a) || a[i] != '"' && a[i] != '\'' {
		return nil, nil, nil, false
	}
	end := bytes.IndexByte(a[i+1:], a[i])
	if end < 0 {
		return nil, nil, nil, false
	}
	return key, a[i+1 : i+1+end], a[i+2+end:], true
}

// peekByte is peekUntil for a mark of one byte.
func (x *scanner) peekByte(mark byte, from int) ([]byte, error) {
	for {
		if x.at+from <= x.end {
			if i := bytes.IndexByte(x.buffer[x.at+from:x.end], mark); i >= 0 {
				return x.buffer[x.at : x.at+from+i+1], nil
			}
			from = x.end - x.at
		}
		if x.finished {
			return nil, nil
		}
		if err := x.fill(); err != nil {
			return nil, err
		}
	}
}

// peekUntil returns the input up to and with the mark, looking for it from so many bytes ahead and filling the buffer as
// far as necessary; nil when the input ends before.
func (x *scanner) peekUntil(mark string, from int) ([]byte, error) {
	for {
		if x.at+from <= x.end {
			if i := bytes.Index(x.buffer[x.at+from:x.end], []byte(mark)); i >= 0 {
				return x.buffer[x.at : x.at+from+i+len(mark)], nil
			}
			from = max(from, x.end-x.at-len(mark)+1)
		}
		if x.finished {
			return nil, nil
		}
		if err := x.fill(); err != nil {
			return nil, err
		}
	}
}

func (x *scanner) hasPrefix(s string) bool {
	for x.end-x.at < len(s) && !x.finished {
		if x.fill() != nil {
			return false // comes again when the tag is read
		}
	}
	return bytes.HasPrefix(x.buffer[x.at:x.end], []byte(s))
}

// fill reads more input behind what is there.
func (x *scanner) fill() error {
	if x.at > 0 {
		x.end = copy(x.buffer, x.buffer[x.at:x.end])
		x.at = 0
	}
	if x.end == len(x.buffer) {
		if len(x.buffer) >= tokenLimit {
			return damaged("内容过长")
		}
		x.buffer = append(x.buffer, make([]byte, len(x.buffer))...)
	}
	n, err := x.in.Read(x.buffer[x.end:])
	x.end += n
	if err == io.EOF {
		x.finished = true
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w：%w", ErrDamaged, err)
	}
	return nil
}

// appendText adds the text that the scanner stands on, with its entities resolved.
func (x *scanner) appendText(to []byte) ([]byte, error) {
	if len(to)+len(x.text) > tokenLimit {
		return nil, damaged("内容过长")
	}
	if x.plain {
		return append(to, x.text...), nil
	}
	return appendResolved(to, x.text)
}

// appendResolved adds a raw text with its entities resolved.
func appendResolved(to, raw []byte) ([]byte, error) {
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return append(to, raw...), nil
		}
		to = append(to, raw[:i]...)
		end := bytes.IndexByte(raw[i:], ';')
		if end < 0 {
			return nil, damaged("字符引用不完整")
		}
		r, ok := entity(string(raw[i+1 : i+end]))
		if !ok {
			return nil, damaged("未知的字符引用")
		}
		to = utf8.AppendRune(to, r)
		raw = raw[i+end+1:]
	}
}

func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return 0, false
	}
	return rune(n), true
}

// appendRichText adds the texts up to an end tag: runs are joined, readings (phonetic runs) left out.
func (x *scanner) appendRichText(text []byte, end string) ([]byte, error) {
	inText, inReading := false, false
	for {
		kind, err := x.next()
		switch {
		case err != nil:
			return nil, err
		case kind == endOfFile:
			return nil, damaged("内容不完整")
		case kind == textRun && inText && !inReading:
			if text, err = x.appendText(text); err != nil {
				return nil, err
			}
		case kind == endTag && x.is(end):
			return text, nil
		case kind != textRun && x.is("t"):
			inText = kind == startTag
		case kind != textRun && x.is("rPh"):
			inReading = kind == startTag
		}
	}
}

// unescape resolves _x000D_, by which workbooks write characters that XML has not (ISO/IEC 29500-1, 22.9.2.19). Characters
// beyond the first 65,536 are written as two halves, as in UTF-16.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i:]
		r, ok := escaped(s)
		if !ok {
			b.WriteString("_x")
			s = s[2:]
			continue
		}
		s = s[len("_x0000_"):]
		if low, ok := escaped(s); ok && utf16.IsSurrogate(r) && utf16.DecodeRune(r, low) != utf8.RuneError {
			r = utf16.DecodeRune(r, low)
			s = s[len("_x0000_"):]
		}
		b.WriteRune(r)
	}
}

// escaped returns the character that a text begins with, if that is written as _x000D_.
func escaped(s string) (rune, bool) {
	if len(s) < len("_x0000_") || s[:2] != "_x" || s[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(n), err == nil
}

func damaged(what string) error { return fmt.Errorf("%w：%s", ErrDamaged, what) }
