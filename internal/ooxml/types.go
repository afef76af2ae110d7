package ooxml

import (
	"path"
	"strings"
)

// types is the list of content types: by part, and by how names end.
type types struct{ override, byExtension map[string]string }

func (p *Package) readTypes() (types, error) {
	t := types{override: make(map[string]string), byExtension: make(map[string]string)}
	root, err := p.Tree(contentTypes)
	if err != nil {
		return t, err
	}
	for _, n := range root.Nodes {
		switch n.Name {
		case "ct:Override":
			t.override[key(n.Get("PartName"))] = n.Get("ContentType")
		case "ct:Default":
			t.byExtension[strings.ToLower(n.Get("Extension"))] = n.Get("ContentType")
		}
	}
	return t, nil
}

// Type returns the content type of a part, "" if the package does not say.
func (p *Package) Type(name string) string {
	if t, ok := p.types.override[key(name)]; ok {
		return t
	}
	return p.types.byExtension[strings.TrimPrefix(path.Ext(key(name)), ".")]
}
