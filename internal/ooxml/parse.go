package ooxml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// Tree returns the root element of a part that is XML.
func (p *Package) Tree(name string) (*Node, error) {
	content, err := p.Part(name)
	if err != nil {
		return nil, err
	}
	root, err := Parse(content)
	if err != nil {
		return nil, fmt.Errorf("%w（%s）", err, name)
	}
	return root, nil
}

// Parse returns the root element of an XML text in UTF-8. Comments and processing instructions are left out; entities
// that are declared in the text are an error. The error wraps ErrDamaged or ErrTooLarge.
func Parse(text []byte) (*Node, error) {
	if len(text) > mostXML {
		return nil, tooLarge("XML 太长")
	}
	p := parser{names: newNamer(), decoder: xml.NewDecoder(bytes.NewReader(text))}
	for {
		token, err := p.decoder.RawToken()
		if errors.Is(err, io.EOF) {
			return p.finish()
		}
		if err != nil {
			return nil, damaged("XML 不合语法")
		}
		if err := p.take(token); err != nil {
			return nil, err
		}
	}
}

// A parser builds a tree. open holds the elements that have not ended.
type parser struct {
	decoder *xml.Decoder
	names   *namer
	root    *Node
	open    []*Node
	count   int
}

func (p *parser) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return p.start(t)
	case xml.EndElement:
		return p.end(t)
	case xml.CharData:
		return p.text(t)
	}
	return nil
}

func (p *parser) start(t xml.StartElement) error {
	p.count += 1 + len(t.Attr)
	switch {
	case len(p.open) == mostDepth:
		return tooLarge("XML 嵌套太深")
	case p.count > mostNodes:
		return tooLarge("XML 成分太多")
	case len(p.open) == 0 && p.root != nil:
		return damaged("XML 有两个根")
	}
	if err := p.names.open(len(p.open), t.Attr); err != nil {
		return err
	}
	n := &Node{}
	n.Name, n.raw = p.names.name(t.Name, p.names.space(t.Name.Space))
	if len(t.Attr) > 0 {
		n.Attrs = make([]Attr, len(t.Attr))
	}
	for i, a := range t.Attr {
		space := ""
		if a.Name.Space != "" {
			space = p.names.space(a.Name.Space)
		}
		name, raw := p.names.name(a.Name, space)
		n.Attrs[i] = Attr{name, a.Value, raw}
	}
	p.add(n)
	p.open = append(p.open, n)
	return nil
}

func (p *parser) end(t xml.EndElement) error {
	last := len(p.open) - 1
	if last < 0 {
		return damaged("XML 的标签不配对")
	}
	if _, raw := p.names.name(t.Name, p.names.space(t.Name.Space)); raw != p.open[last].raw {
		return damaged("XML 的标签不配对")
	}
	p.open = p.open[:last]
	p.names.close(last)
	return nil
}

// text adds a text; between root and end of file there is none.
func (p *parser) text(t xml.CharData) error {
	if len(p.open) == 0 {
		return nil
	}
	if p.count++; p.count > mostNodes {
		return tooLarge("XML 成分太多")
	}
	p.add(&Node{Text: string(t)})
	return nil
}

func (p *parser) add(n *Node) {
	if len(p.open) == 0 {
		p.root = n
		return
	}
	parent := p.open[len(p.open)-1]
	parent.Nodes = append(parent.Nodes, n)
}

func (p *parser) finish() (*Node, error) {
	if p.root == nil || len(p.open) > 0 {
		return nil, damaged("XML 没有结束")
	}
	return p.root, nil
}
