package clause

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/read"
	"github.com/fazhi-go/fazhi/internal/charset"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// MaxSize is the size of the largest file that is read, of a Word file also of all its parts unpacked, in bytes.
const MaxSize = 64 << 20

// Bounds of a text: what comes after them is left out, and an issue says so. A contract of a thousand pages stays below.
const (
	mostText    = 8 << 20 // bytes
	mostLines   = 100_000
	mostClauses = 10_000
)

// CodeInvisible says that a text has characters that nobody sees. They are left out: between two characters of a word they would keep
// the word from being found.
const CodeInvisible fazhi.Code = "contract/text/invisible"

// CodeCut says that a text is longer than what is read.
const CodeCut fazhi.Code = "contract/text/cut"

// Errors of reading, wrapped with the name of the file.
var (
	ErrTooLarge = errors.New("合同文件超过 64 MiB")
	ErrFormat   = errors.New("不是可以读取的合同文本")
)

// ReadText reads a contract in plain text or Markdown, in UTF-8 or GB 18030. The name of the file stands in the places. The issues
// say what was left out; the error wraps ErrTooLarge or ErrFormat.
func ReadText(file string, data []byte) (*Text, fazhi.Issues, error) {
	if len(data) > MaxSize {
		return nil, nil, fmt.Errorf("clause: %s：%w", file, ErrTooLarge)
	}
	text, err := charset.Decode(data)
	if errors.Is(err, charset.ErrUTF16) {
		err = fmt.Errorf("%w，请在编辑器中另存为 UTF-8", err)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("clause: %s：%w：%w", file, ErrFormat, err)
	}
	t, issues := parse(file, string(text))
	return t, issues, nil
}

// parse reads a text that has been decoded.
func parse(file, text string) (*Text, fazhi.Issues) {
	var raw []Line
	var first fazhi.Origin
	n, unseen := 0, 0
	for line := range strings.Lines(lineEnds.Replace(text)) {
		n++
		at := fazhi.Origin{File: file, Cell: "第" + strconv.Itoa(n) + "行"}
		seen := strings.Map(visible, line)
		if more := utf8.RuneCountInString(line) - utf8.RuneCountInString(seen); more > 0 {
			unseen, first = unseen+more, cmp.Or(first, at)
		}
		raw = append(raw, Line{Text: strings.TrimRight(seen, "\n"), Origin: at})
		if n > mostLines {
			break
		}
	}
	t, issues := build(file, raw)
	if unseen > 0 {
		issues = append(issues, fazhi.Issue{
			Code: CodeInvisible, Severity: fazhi.Notice, Origin: first, Message: fmt.Sprintf("从此处起有 %d 个看不见的字符，已略去", unseen),
		})
	}
	return t, issues
}

// visible drops characters without a form of their own, which control direction and breaks, or choose a form of the one before.
func visible(r rune) rune {
	if unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) {
		return -1
	}
	return r
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n")

// ReadDocx reads a contract in a Word file: tracked changes as accepted, with the issue gongwen/read/revisions, and what else
// gongwen/read says. The error wraps ErrTooLarge or ErrFormat, and the reason of package read.
func ReadDocx(file string, data []byte) (*Text, fazhi.Issues, error) {
	if err := vet(data); err != nil {
		return nil, nil, fmt.Errorf("clause: %s：%w", file, err)
	}
	lines, issues, err := read.DocxLines(file, data)
	if err != nil {
		return nil, nil, fmt.Errorf("clause: %w：%w", ErrFormat, err)
	}
	var raw []Line
	for _, l := range lines {
		for text := range strings.Lines(lineEnds.Replace(l.Text) + "\n") {
			raw = append(raw, Line{Text: strings.TrimRight(text, "\n"), Origin: l.Origin})
		}
	}
	t, cut := build(file, raw)
	return t, append(issues, cut...), nil
}

// vet refuses a Word file whose parts are larger together than MaxSize. The sizes are what the file declares; that no part is larger
// than it declares, package ooxml holds when it unpacks one. What is no Word file at all is left to the reader, which says why.
func vet(data []byte) error {
	if len(data) > MaxSize {
		return ErrTooLarge
	}
	z, err := ooxml.Archive(data)
	if err != nil {
		return fmt.Errorf("%w：%w", ErrFormat, err)
	}
	var total uint64
	for _, f := range z.File {
		total += min(f.UncompressedSize64, MaxSize+1)
		if total > MaxSize {
			return fmt.Errorf("%w（解压后）", ErrTooLarge)
		}
	}
	return nil
}

// cut returns the lines within the bounds, and an issue if there are more.
func cut(file string, raw []Line) ([]Line, fazhi.Issues) {
	size := 0
	for i, l := range raw {
		size += len(l.Text) + 1
		if size > mostText || i == mostLines {
			return raw[:i], tooLong(file, l.Origin)
		}
	}
	return raw, nil
}

func tooLong(file string, at fazhi.Origin) fazhi.Issues {
	if at.IsZero() {
		at.File = file
	}
	return fazhi.Issues{{Code: CodeCut, Severity: fazhi.Warning, Origin: at, Message: "文本过长，从此处起没有读入"}}
}
