package activity

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
)

// What a file of declarations may hold at most.
const (
	MaxBytes  = 1 << 20
	MaxDepth  = 8    // levels of lists and mappings
	MaxItems  = 256  // columns, figures, choices, conditions and steps, each
	MaxText   = 1000 // characters of one text
	MaxFaults = 100  // that are listed
)

// A ParseError says everything that is wrong with declarations: one issue a fault, each with its line and column.
type ParseError struct{ Issues fazhi.Issues }

// Error returns one line for each fault.
func (e *ParseError) Error() string {
	lines := make([]string, len(e.Issues))
	for i, issue := range e.Issues {
		lines[i] = issue.String()
	}
	return fmt.Sprintf("activity: 领域声明有 %d 处错误：\n%s", len(lines), strings.Join(lines, "\n"))
}

// Unwrap returns the issues as a *fazhi.InvalidError.
func (e *ParseError) Unwrap() error { return e.Issues.Err() }

// Parse reads the areas that a YAML file declares: one, or several separated by lines of three hyphens. File is the
// name that the faults carry. The keys are Chinese; the file docs/activity.md of this module describes them.
//
// With any fault Parse returns no area and a *ParseError that lists all of them by line and column, MaxFaults at most. A file
// above MaxBytes, aliases and anchors, tags, and more than MaxDepth levels, MaxItems in a list or MaxText characters in a text
// are refused. Schema is the same language as a JSON Schema, for editors.
func Parse(file string, data []byte) ([]*Activity, error) {
	p := &parser{file: file}
	areas := p.parse(data)
	if len(p.issues) > 0 {
		slices.SortStableFunc(p.issues, byPlace)
		return nil, &ParseError{Issues: p.issues}
	}
	return areas, nil
}

// Vet says whether areas fit together, of several files too: no two of them may have the same kind, sheet, slot, figure or
// requirement, and the ledger that an area's rows belong to (上级) must be there, and not belong to them in turn. The error is
// a *ParseError whose issues have no lines.
func Vet(areas []*Activity) error {
	p := &parser{}
	d := newDoubles(p)
	for _, a := range areas {
		d.add(a, spot{})
	}
	p.vetAbove(areas)
	if len(p.issues) > 0 {
		return &ParseError{Issues: p.issues}
	}
	return nil
}

// parser collects the faults of one file.
type parser struct {
	file   string
	issues fazhi.Issues
	doubts fazhi.Issues // of the area that is read
}

// full reports whether enough faults are listed; nothing more need be looked for.
func (p *parser) full() bool { return len(p.issues) >= MaxFaults }

func (p *parser) report(code fazhi.Code, at spot, message string) {
	p.add(fazhi.Issue{Code: code, Origin: p.origin(at), Message: message})
}

func (p *parser) add(issues ...fazhi.Issue) {
	p.issues = append(p.issues, issues[:min(len(issues), MaxFaults-len(p.issues))]...)
}

// maybe returns a suggestion.
func (p *parser) maybe(word string, names []string) string {
	if p.full() {
		return ""
	}
	if n, ok := near.Name(word, names); ok {
		return "，是不是“" + n + "”？"
	}
	return ""
}

func (p *parser) parse(data []byte) []*Activity {
	if len(data) > MaxBytes {
		p.report(BadYAML, spot{}, "文件超过 1 MiB")
		return nil
	}
	if !utf8.Valid(data) {
		p.report(BadYAML, spot{}, "文件不是 UTF-8 编码，请另存为 UTF-8")
		return nil
	}
	var areas []*Activity
	doubles := newDoubles(p)
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	for !p.full() {
		var doc yaml.Node
		err := decoder.Decode(&doc)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			p.broken(data, err)
			return nil
		}
		if a := p.document(&doc); a != nil {
			doubles.add(a, spot{line: doc.Line})
			areas = append(areas, a)
		}
	}
	if len(areas) == 0 && len(p.issues) == 0 {
		p.report(BadYAML, spot{}, "没有声明任何领域")
	}
	return areas
}

// document reads one document, nil when there is nothing in it that can be read. With faults the area is of use only for
// finding more of them.
func (p *parser) document(doc *yaml.Node) *Activity {
	if len(doc.Content) == 0 || doc.Content[0].Kind == yaml.ScalarNode && doc.Content[0].Tag == "!!null" {
		return nil
	}
	before := len(p.issues)
	if p.refuse(doc.Content[0], 1); len(p.issues) > before {
		return nil
	}
	return p.area(doc.Content[0])
}

// refuse reports YAML that declarations have no use for: it only makes a file mean something else than it shows.
func (p *parser) refuse(n *yaml.Node, depth int) {
	switch {
	case p.full():
		return
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		p.report(BadYAML, spotOf(n), "不能使用锚点（&）和引用（*）")
		return
	case n.Style&yaml.TaggedStyle != 0:
		p.report(BadYAML, spotOf(n), "不能使用标签（!）")
	case depth > MaxDepth:
		p.report(BadYAML, spotOf(n), "层次太深")
		return
	}
	for _, c := range n.Content {
		p.refuse(c, depth+1)
	}
}
