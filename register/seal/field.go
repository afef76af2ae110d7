package seal

import (
	"errors"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/internal/canon"
)

// A Field says where the documents of a kind have a personal string.
//
// Path is a JSON Pointer (RFC 6901) in which the part * stands for every element of an array and every member of an
// object, and the part ** for any number of parts, none among them; ** is not the last one. "/parties/*/name" is the name
// of each party. Where several fields are at one place, the first one counts. A place that a document does not have is
// none; null and the empty string stay as they are.
type Field struct {
	Path  string `json:"path"`
	Class Class  `json:"class,omitempty"`
}

// A Class says what sort of personal data a value is, so that equal values of a class can be found. A caller may have
// others than those below; the empty class is never found.
type Class string

// The classes of the types that FieldsOf knows. IDNumber and Phone are normalized: see Sealer.Digest.
const (
	PersonName Class = "name"  // 姓名
	IDNumber   Class = "id"    // 公民身份号码
	Phone      Class = "phone" // 电话号码
)

const (
	anyPart  = "*"
	anyParts = "**"
	maxParts = canon.MaxDepth
)

// A pattern is a field's path, ready to be compared with canonical JSON.
type pattern struct {
	parts []string // names in canonical escapes
	class Class
}

func parsePattern(f Field) (pattern, error) {
	rest, ok := strings.CutPrefix(f.Path, "/")
	if !ok {
		return pattern{}, fmt.Errorf("个人信息的位置 %q 应当以“/”开头", f.Path)
	}
	p := pattern{parts: strings.Split(rest, "/"), class: f.Class}
	for i, part := range p.parts {
		name, err := pointerName(part)
		if err != nil {
			return pattern{}, fmt.Errorf("个人信息的位置 %q %w", f.Path, err)
		}
		p.parts[i] = name
	}
	if len(p.parts) > maxParts {
		return pattern{}, fmt.Errorf("个人信息的位置 %q 层数过多", f.Path)
	}
	if p.parts[len(p.parts)-1] == anyParts {
		return pattern{}, fmt.Errorf("个人信息的位置 %q 不能以“**”结尾", f.Path)
	}
	return p, nil
}

// pointerName reads a part of a JSON Pointer and returns it as canonical JSON writes it.
func pointerName(part string) (string, error) {
	plain := strings.NewReplacer("~0", "", "~1", "").Replace(part)
	if strings.Contains(plain, "~") {
		return "", errors.New("的“~”之后应当是 0 或者 1")
	}
	name, err := canon.String(nil, strings.NewReplacer("~1", "/", "~0", "~").Replace(part))
	if err != nil {
		return "", errors.New("不是有效的 UTF-8")
	}
	return string(name[1 : len(name)-1]), nil
}

// parsePatterns says everything that is wrong with fields.
func parsePatterns(fields []Field) ([]pattern, error) {
	var wrong []error
	patterns := make([]pattern, 0, len(fields))
	for _, f := range fields {
		p, err := parsePattern(f)
		patterns, wrong = append(patterns, p), append(wrong, err)
	}
	return patterns, errors.Join(wrong...)
}
