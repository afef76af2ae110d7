package ooxml

import (
	"bytes"
	"encoding/xml"
)

// Markup returns the tree as the XML of a part, with the names that it was read with.
func (n *Node) Markup() []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	n.markup(&b)
	return b.Bytes()
}

func (n *Node) markup(b *bytes.Buffer) {
	if n.Name == "" {
		escape(b, n.Text)
		return
	}
	b.WriteByte('<')
	b.WriteString(written(n.raw, n.Name))
	for _, a := range n.Attrs {
		b.WriteByte(' ')
		b.WriteString(written(a.raw, a.Name))
		b.WriteString(`="`)
		escape(b, a.Value)
		b.WriteByte('"')
	}
	if len(n.Nodes) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	for _, c := range n.Nodes {
		c.markup(b)
	}
	b.WriteString("</")
	b.WriteString(written(n.raw, n.Name))
	b.WriteByte('>')
}

// written returns the name to write; a node that a program made has none but its short name.
func written(raw, name string) string {
	if raw != "" {
		return raw
	}
	return name
}

func escape(b *bytes.Buffer, s string) {
	_ = xml.EscapeText(b, []byte(s)) // a buffer takes everything
}
