package redact

import (
	"path"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// neededKinds are the relations that lead to parts which show, or decide how something shows. What is reached by no other
// way goes. So do SVG images: their texts cannot be masked, and a picture made of points always stands beside them.
func neededKinds() []string {
	return []string{
		"officeDocument", "styles", "stylesWithEffects", "settings", "fontTable", "font", "numbering", "theme", "header", "footer",
		"footnotes", "endnotes", "image", "chart", "chartStyle", "chartColorStyle", "chartUserShapes",
		"diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing", "core-properties",
	}
}

// kindOf says what is taken out with a relation.
func kindOf(relation string) Kind {
	switch {
	case strings.HasPrefix(relation, "comments") || relation == "people":
		return Comment
	case strings.HasPrefix(relation, "customXml"):
		return CustomXML
	case strings.HasSuffix(relation, "-properties"):
		return Property
	case relation == "thumbnail":
		return Thumbnail
	case relation == "attachedTemplate" || relation == "glossaryDocument":
		return Template
	case relation == "hyperlink":
		return Link
	}
	return Embedded
}

// choose decides which parts stay.
func (f *wordWork) choose() error {
	main, err := f.pack.Main()
	if err != nil {
		return err
	}
	reached := map[string]bool{strings.ToLower(main): true}
	kinds := map[string]Kind{} // of parts that go
	f.kept = []string{main}
	if err := f.follow("", reached, kinds); err != nil {
		return err
	}
	for i := 0; i < len(f.kept); i++ {
		if err := f.follow(f.kept[i], reached, kinds); err != nil {
			return err
		}
	}
	for _, part := range f.pack.Parts() {
		if part == "[Content_Types].xml" || reached[strings.ToLower(part)] || path.Ext(part) == ".rels" {
			continue
		}
		f.drop = append(f.drop, part)
		data, err := f.pack.Part(part)
		if err != nil {
			return err
		}
		kind, known := kinds[strings.ToLower(part)]
		if !known {
			kind = Embedded
		}
		f.removed(fazhi.At(part), len(data), kind)
	}
	return nil
}

// follow goes along the relations of a part.
func (f *wordWork) follow(from string, reached map[string]bool, kinds map[string]Kind) error {
	relations, err := f.pack.Relations(from)
	if err != nil {
		return err
	}
	f.gone[from] = map[string]bool{}
	for _, rel := range relations {
		target := strings.ToLower(rel.Target)
		switch {
		case rel.External && rel.Kind == "hyperlink" && f.public(rel.Target):
		case rel.External:
			f.gone[from][rel.ID] = true
			f.removed(fazhi.At(relationsName(from), rel.ID), 0, kindOf(rel.Kind))
		case !slices.Contains(neededKinds(), rel.Kind) || !f.pack.Has(rel.Target) || f.pack.Type(rel.Target) == "image/svg+xml":
			f.gone[from][rel.ID] = true
			kinds[target] = kindOf(rel.Kind)
		case !reached[target]:
			reached[target] = true
			f.kept = append(f.kept, rel.Target)
		}
	}
	return f.dropRelations(from)
}

// public reports an address of the web that holds nothing to be masked.
func (f *wordWork) public(address string) bool {
	lower := strings.ToLower(address)
	if !strings.HasPrefix(lower, "https://") && !strings.HasPrefix(lower, "http://") {
		return false
	}
	return len(f.find(newPage("", address), f.names)) == 0
}

// dropRelations takes the relations that go out of their list.
func (f *wordWork) dropRelations(from string) error {
	if len(f.gone[from]) == 0 {
		return nil
	}
	name := relationsName(from)
	root, err := f.pack.Tree(name)
	if err != nil {
		return err
	}
	root.Nodes = slices.DeleteFunc(root.Nodes, func(n *ooxml.Node) bool { return f.gone[from][n.Get("Id")] })
	f.replace[name] = root.Markup()
	return nil
}

// relationsName returns the name of the part that lists the relations of a part.
func relationsName(part string) string {
	dir, file := path.Split(part)
	return dir + "_rels/" + file + ".rels"
}
