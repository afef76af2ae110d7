package ooxml

import (
	"archive/zip"
	"fmt"
	"io"
)

// An Edit says what becomes of the parts of a package that is written again; parts that it does not name stay as they
// are. With a part that is dropped go its relations, the relations that lead to it, and its content type. References
// to it in the text of other parts are the caller's business.
type Edit struct {
	Replace map[string][]byte // by name of part
	Drop    []string
}

// Write writes the package again. The same package and the same edit give the same bytes; times, comments and extra
// fields of the old file are gone. A name in the edit that is no part is an error that wraps ErrNoPart.
func (p *Package) Write(w io.Writer, e Edit) error {
	r, err := p.rewriting(e)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, name := range p.order() {
		if r.drop[key(name)] {
			continue
		}
		content, err := r.content(name)
		if err != nil {
			return err
		}
		if err := writePart(z, name, content); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("%w", err)
	}
	return nil
}

// order returns the names with the list of content types first, as readers that stream expect it.
func (p *Package) order() []string {
	names := []string{contentTypes}
	for _, name := range p.Parts() {
		if key(name) != key(contentTypes) {
			names = append(names, name)
		}
	}
	return names
}

// firstDay is 1980-01-01, the first date that zip knows.
const firstDay = 1<<5 | 1

func writePart(z *zip.Writer, name string, content []byte) error {
	f, err := z.CreateHeader(&zip.FileHeader{
		Name: name, Method: zip.Deflate,
		//lint:ignore SA1019 a zero Modified leaves this field as it is, and writes no other time
		ModifiedDate: firstDay,
	})
	if err == nil {
		_, err = f.Write(content)
	}
	if err != nil {
		return fmt.Errorf("%s：%w", name, err)
	}
	return nil
}

// A rewriting is an edit with its names made comparable.
type rewriting struct {
	pack    *Package
	replace map[string][]byte
	drop    map[string]bool
}

func (p *Package) rewriting(e Edit) (*rewriting, error) {
	r := &rewriting{pack: p, replace: make(map[string][]byte), drop: make(map[string]bool)}
	for name, content := range e.Replace {
		if !p.Has(name) {
			return nil, fmt.Errorf("%w：%s", ErrNoPart, name)
		}
		r.replace[key(name)] = content
	}
	for _, name := range e.Drop {
		if !p.Has(name) {
			return nil, fmt.Errorf("%w：%s", ErrNoPart, name)
		}
		r.drop[key(name)] = true
		r.drop[key(relationsOf(name))] = true
	}
	return r, nil
}

// content returns what a part becomes.
func (r *rewriting) content(name string) ([]byte, error) {
	content, ok := r.replace[key(name)]
	if !ok {
		var err error
		if content, err = r.pack.Part(name); err != nil {
			return nil, err
		}
	}
	from, relations := source(name)
	if len(r.drop) == 0 || !relations && key(name) != key(contentTypes) {
		return content, nil
	}
	root, err := Parse(content)
	if err != nil {
		return nil, err
	}
	kept := root.Nodes[:0]
	for _, n := range root.Nodes {
		if !r.gone(n, from) {
			kept = append(kept, n)
		}
	}
	if len(kept) == len(root.Nodes) {
		return content, nil
	}
	root.Nodes = kept
	return root.Markup(), nil
}

// gone reports whether an entry of a list of relations or of content types names a part that is dropped.
func (r *rewriting) gone(n *Node, from string) bool {
	switch n.Name {
	case "ct:Override":
		return r.drop[key(n.Get("PartName"))]
	case "rel:Relationship":
		rel := relation(n, from)
		return !rel.External && r.drop[key(rel.Target)]
	}
	return false
}
