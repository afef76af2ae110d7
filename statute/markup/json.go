package markup

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	_ "embed" // the schema

	"github.com/fazhi-go/fazhi/statute"
)

// ErrJSON is returned, wrapped, for JSON that is no text of this package.
var ErrJSON = errors.New("不是法规文本的 JSON")

//go:embed statute.schema.json
var schema []byte

// Schema returns the JSON Schema of what JSON writes.
func Schema() []byte { return slices.Clone(schema) }

// version is that of the form.
const version = 1

type document struct {
	Version int    `json:"version"`
	File    string `json:"file"`
	Root    *node  `json:"root"`
	End     string `json:"end"`
}

type node struct {
	Kind     string  `json:"kind"`
	Path     string  `json:"path"` // not read
	N        int     `json:"number"`
	Sub      int     `json:"sub"`
	Lead     string  `json:"lead"`
	Label    string  `json:"label"`
	Gap      string  `json:"gap"`
	Head     string  `json:"head"`
	Text     string  `json:"text"`
	Line     int     `json:"line"`
	Children []*node `json:"children"`
}

// kindNames are the names of the kinds, which stay.
var kindNames = [...]string{
	statute.Whole: "whole", statute.Line: "line", statute.Title: "title", statute.Note: "note", statute.Contents: "contents",
	statute.Entry: "entry", statute.Part: "part", statute.Subpart: "subpart", statute.Chapter: "chapter",
	statute.Section: "section", statute.Article: "article", statute.Clause: "clause", statute.Paragraph: "paragraph",
	statute.Item: "item", statute.Point: "point", statute.Subpoint: "subpoint", statute.Continued: "continued", statute.Tail: "tail", statute.Quote: "quote",
	statute.Table: "table", statute.Row: "row", statute.Signature: "signature", statute.Annex: "annex", statute.Comment: "comment",
}

// JSON writes the tree of a text. Lists are never null. Bytes that are not UTF-8 become U+FFFD. The error is that of w, or wraps
// ErrJSON for a node of a kind that the package does not know.
func JSON(w io.Writer, t *statute.Text) error {
	paths := t.Paths()
	root, err := encode(t.Root, paths)
	if err != nil {
		return err
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(document{version, t.File, root, t.End}); err != nil {
		return fmt.Errorf("markup: %w", err)
	}
	return nil
}

func encode(n *statute.Node, paths map[*statute.Node]string) (*node, error) {
	if int(n.Kind) >= len(kindNames) {
		return nil, fmt.Errorf("markup: %w：不认识的种类 %d", ErrJSON, n.Kind)
	}
	out := &node{
		Kind: kindNames[n.Kind], Path: paths[n], N: n.Num.N, Sub: n.Num.Sub, Lead: n.Lead, Label: n.Label, Gap: n.Gap, Head: n.Head,
		Text: n.Text, Line: n.Line, Children: []*node{},
	}
	for c := range n.Children() {
		child, err := encode(c, paths)
		if err != nil {
			return nil, err
		}
		out.Children = append(out.Children, child)
	}
	return out, nil
}

// ReadJSON reads what JSON wrote. It takes as much memory as a few times what r gives; bound r if it comes from outside. The paths
// are not read, since they follow from the rest. The error wraps ErrJSON, or is that of r.
func ReadJSON(r io.Reader) (*statute.Text, error) {
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	var in document
	if err := d.Decode(&in); err != nil {
		return nil, fmt.Errorf("markup: %w：%w", ErrJSON, err)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("markup: %w：末尾有多余内容", ErrJSON)
	}
	if in.Version != version || in.Root == nil || in.Root.Kind != kindNames[statute.Whole] {
		return nil, fmt.Errorf("markup: %w：版本或者根节点不符", ErrJSON)
	}
	root, err := decode(in.Root)
	if err != nil {
		return nil, err
	}
	return &statute.Text{Root: root, File: in.File, End: in.End}, nil
}

func decode(n *node) (*statute.Node, error) {
	k := slices.Index(kindNames[:], n.Kind)
	if k < 0 {
		return nil, fmt.Errorf("markup: %w：不认识的种类", ErrJSON)
	}
	if n.N < 0 || n.Sub < 0 || n.Line < 0 {
		return nil, fmt.Errorf("markup: %w：编号或者行号是负数", ErrJSON)
	}
	out := &statute.Node{
		Kind: statute.Kind(k), Num: statute.Num{N: n.N, Sub: n.Sub}, Lead: n.Lead, Label: n.Label, Gap: n.Gap, Head: n.Head, Text: n.Text,
		Line: n.Line,
	}
	for _, c := range n.Children {
		if c == nil || c.Kind == kindNames[statute.Whole] {
			return nil, fmt.Errorf("markup: %w：节点不符", ErrJSON)
		}
		child, err := decode(c)
		if err != nil {
			return nil, err
		}
		out.Append(child)
	}
	return out, nil
}
