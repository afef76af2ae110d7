package ooxml

import (
	"errors"
	"fmt"
	"path"
	"strings"
)

// A Relation leads from a part, or from the package, to another part or to something outside.
type Relation struct {
	ID       string
	Kind     string // last segment of its type: "officeDocument", "styles", "image"
	Target   string // name of the part; of an external one the address as it stands
	External bool
}

// relationsOf returns the name of the part that holds the relations of a part, "" standing for the package.
func relationsOf(name string) string {
	dir, file := path.Split(clean(name))
	return dir + "_rels/" + file + ".rels"
}

// Relations returns the relations that lead from a part, in the order of the file; "" stands for the package itself. A
// part without relations has none.
func (p *Package) Relations(from string) ([]Relation, error) {
	root, err := p.Tree(relationsOf(from))
	if errors.Is(err, ErrNoPart) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var list []Relation
	for _, n := range root.Nodes {
		if n.Name == "rel:Relationship" {
			list = append(list, relation(n, from))
		}
	}
	return list, nil
}

func relation(n *Node, from string) Relation {
	r := Relation{
		ID: n.Get("Id"), Kind: path.Base(n.Get("Type")), Target: n.Get("Target"),
		External: n.Get("TargetMode") == "External",
	}
	if !r.External {
		r.Target = resolve(from, r.Target)
	}
	return r
}

// resolve returns the name of the part that a target names, seen from another part.
func resolve(from, target string) string {
	target, _, _ = strings.Cut(strings.ReplaceAll(target, `\`, "/"), "#")
	if strings.HasPrefix(target, "/") {
		return clean(path.Clean(target))
	}
	return clean(path.Join("/", path.Dir(clean(from)), target))
}

// First returns the first part of a kind to which a relation leads from a part, "" if there is none.
func (p *Package) First(from, kind string) (string, error) {
	list, err := p.Relations(from)
	for _, r := range list {
		if r.Kind == kind && !r.External && p.Has(r.Target) {
			return r.Target, err
		}
	}
	return "", err
}

// Main returns the name of the main part. The error wraps ErrFormat if there is none.
func (p *Package) Main() (string, error) {
	name, err := p.First("", "officeDocument")
	if err == nil && name == "" {
		err = fmt.Errorf("%w：没有主文档", ErrFormat)
	}
	return name, err
}

// source returns the part whose relations a part holds, and whether it holds any.
func source(name string) (from string, ok bool) {
	dir, file := path.Split(clean(name))
	above, inRels := strings.CutSuffix(dir, "_rels/")
	file, ends := strings.CutSuffix(file, ".rels")
	return above + file, inRels && ends
}
