package ooxml_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// Whatever opens can be read and written again, and what was written opens.
func FuzzOpen(f *testing.F) {
	f.Add(pack(f, files()))
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ooxml.Open(data)
		if err != nil {
			return
		}
		for _, name := range p.Parts() {
			if _, err := p.Part(name); err != nil {
				return
			}
		}
		var b bytes.Buffer
		if err := p.Write(&b, ooxml.Edit{}); err != nil {
			return
		}
		q, err := ooxml.Open(b.Bytes())
		require.NoError(t, err)
		require.Len(t, q.Parts(), len(p.Parts()))
	})
}

// A tree that was written is read as the same tree.
func FuzzParse(f *testing.F) {
	for _, text := range []string{mainXML, typesXML, mainRels, `<a b="1"><![CDATA[<]]></a>`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		root, err := ooxml.Parse([]byte(text))
		if err != nil {
			return
		}
		again, err := ooxml.Parse(root.Markup())
		require.NoError(t, err)
		require.Equal(t, root.Content(), again.Content())
	})
}
