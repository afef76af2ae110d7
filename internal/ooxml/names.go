package ooxml

import "encoding/xml"

// shortNames maps namespaces, transitional and strict, to the short names by which everybody knows them.
func shortNames() map[string]string {
	const (
		transitional = "http://schemas.openxmlformats.org/"
		strict       = "http://purl.oclc.org/ooxml/"
		microsoft    = "http://schemas.microsoft.com/office/word/"
	)
	names := map[string]string{
		transitional + "wordprocessingml/2006/main": "w",
		strict + "wordprocessingml/main":            "w",

		transitional + "officeDocument/2006/relationships":       "r",
		strict + "officeDocument/relationships":                  "r",
		transitional + "officeDocument/2006/math":                "m",
		strict + "officeDocument/math":                           "m",
		transitional + "officeDocument/2006/extended-properties": "ep",
		strict + "officeDocument/extendedProperties":             "ep",
		transitional + "officeDocument/2006/custom-properties":   "cust",
		strict + "officeDocument/customProperties":               "cust",
		transitional + "officeDocument/2006/docPropsVTypes":      "vt",
		strict + "officeDocument/docPropsVTypes":                 "vt",

		transitional + "package/2006/relationships":            "rel",
		transitional + "package/2006/content-types":            "ct",
		transitional + "package/2006/metadata/core-properties": "cp",
		transitional + "markup-compatibility/2006":             "mc",

		"urn:schemas-microsoft-com:vml":           "v",
		"urn:schemas-microsoft-com:office:office": "o",
		"urn:schemas-microsoft-com:office:word":   "w10",

		microsoft + "2010/wordml":                "w14",
		microsoft + "2012/wordml":                "w15",
		microsoft + "2010/wordprocessingShape":   "wps",
		microsoft + "2010/wordprocessingGroup":   "wpg",
		microsoft + "2010/wordprocessingCanvas":  "wpc",
		microsoft + "2010/wordprocessingDrawing": "wp14",

		"http://purl.org/dc/elements/1.1/":          "dc",
		"http://purl.org/dc/terms/":                 "dcterms",
		"http://www.w3.org/2001/XMLSchema-instance": "xsi",
		"http://www.w3.org/XML/1998/namespace":      "xml",
	}
	for short, end := range map[string]string{
		"a": "main", "pic": "picture", "wp": "wordprocessingDrawing", "c": "chart", "dgm": "diagram",
	} {
		names[transitional+"drawingml/2006/"+end] = short
		names[strict+"drawingml/"+end] = short
	}
	return names
}

// A namer resolves prefixes and keeps one copy of each name.
type namer struct {
	short  map[string]string
	scopes []binding
	known  map[xml.Name]string // by namespace and local name
	raws   map[xml.Name]string // by prefix and local name
}

// A binding says what a prefix means from a depth on.
type binding struct {
	depth         int
	prefix, space string
}

func newNamer() *namer {
	return &namer{short: shortNames(), known: make(map[xml.Name]string), raws: make(map[xml.Name]string)}
}

// open takes the prefixes that an element declares. Without bounds, names would take as much memory and time as a file
// asks for.
func (m *namer) open(depth int, attrs []xml.Attr) error {
	for _, a := range attrs {
		if declares := a.Name.Space == "xmlns" || a.Name.Local == "xmlns"; declares && len(a.Value) > mostSpace {
			return tooLarge("XML 命名空间太长")
		}
		switch {
		case a.Name.Space == "xmlns":
			m.scopes = append(m.scopes, binding{depth, a.Name.Local, a.Value})
		case a.Name.Space == "" && a.Name.Local == "xmlns":
			m.scopes = append(m.scopes, binding{depth, "", a.Value})
		}
	}
	if len(m.scopes) > mostSpaces {
		return tooLarge("XML 命名空间太多")
	}
	return nil
}

// close forgets the prefixes of an element that ends.
func (m *namer) close(depth int) {
	for len(m.scopes) > 0 && m.scopes[len(m.scopes)-1].depth >= depth {
		m.scopes = m.scopes[:len(m.scopes)-1]
	}
}

// space returns the namespace of a prefix, "" if nobody declared it.
func (m *namer) space(prefix string) string {
	for i := len(m.scopes) - 1; i >= 0; i-- {
		if m.scopes[i].prefix == prefix {
			return m.scopes[i].space
		}
	}
	if prefix == "xml" {
		return "http://www.w3.org/XML/1998/namespace"
	}
	return ""
}

// name returns the name of a node or attribute, and the name as it is written.
func (m *namer) name(n xml.Name, space string) (name, raw string) {
	k := xml.Name{Space: space, Local: n.Local}
	name, ok := m.known[k]
	if !ok {
		name = n.Local
		if short := m.short[space]; short != "" {
			name = short + ":" + n.Local
		} else if space != "" {
			name = "{" + space + "}" + n.Local
		}
		m.known[k] = name
	}
	if raw, ok = m.raws[n]; !ok {
		raw = n.Local
		if n.Space != "" {
			raw = n.Space + ":" + n.Local
		}
		m.raws[n] = raw
	}
	return name, raw
}
