package inspect

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// A flow is a Word document: paragraphs with what is in force for them, and sections.
type flow struct {
	pack       *ooxml.Package
	main       string
	styles     map[string]*ooxml.Node
	normal     string // id of the style of paragraphs that name none
	defaults   *ooxml.Node
	theme      *ooxml.Node
	settings   *ooxml.Node
	paragraphs []paragraph
	sections   []*ooxml.Node
	drawings   int  // lines, pictures and text boxes, which are not measured
	boxed      bool // a text box has text that is no mark
}

// A paragraph is one of the document, with text but not that of text boxes.
type paragraph struct {
	number int // from 1, blank ones counted
	text   string
	runs   []run
	layout paragraphLook
	table  *ooxml.Node // the outermost it stands in
}

// A run is text in one look.
type run struct {
	text string
	look runLook
}

// docx measures a Word document.
func (in *inspection) docx(data []byte) error {
	f, err := readFlow(data)
	if err != nil {
		return err
	}
	in.measureFlow(f)
	return nil
}

// readFlow reads the parts of the package. Without styles or settings the defaults of the format hold.
func readFlow(data []byte) (*flow, error) {
	pack, err := ooxml.Open(data)
	if err != nil {
		return nil, err
	}
	f := &flow{pack: pack, styles: map[string]*ooxml.Node{}}
	if f.main, err = pack.Main(); err != nil {
		return nil, err
	}
	tree, err := pack.Tree(f.main)
	if err != nil {
		return nil, err
	}
	for kind, to := range map[string]**ooxml.Node{"theme": &f.theme, "settings": &f.settings} {
		if *to, err = f.part(kind); err != nil {
			return nil, err
		}
	}
	styles, err := f.part("styles")
	if err != nil {
		return nil, err
	}
	f.readStyles(styles)
	body := tree.Child("w:body")
	if body == nil {
		return nil, fmt.Errorf("%w：没有正文", ErrFormat)
	}
	f.collect(body, nil)
	return f, nil
}

// part returns the tree of the part of a kind that belongs to the main part, nil if there is none.
func (f *flow) part(kind string) (*ooxml.Node, error) {
	name, err := f.pack.First(f.main, kind)
	if err != nil || name == "" {
		return nil, err
	}
	return f.pack.Tree(name)
}

func (f *flow) readStyles(styles *ooxml.Node) {
	f.defaults = styles.Child("w:docDefaults")
	for s := range styles.Children("w:style") {
		id := s.Get("w:styleId")
		f.styles[id] = s
		if s.Get("w:type") == "paragraph" && on(s.Get("w:default")) && s.Get("w:default") != "" {
			f.normal = id
		}
	}
}

// collect takes in paragraphs and sections below a node.
func (f *flow) collect(n, table *ooxml.Node) {
	for _, c := range n.Nodes {
		switch c.Name {
		case "w:p":
			f.addParagraph(c, table)
		case "w:tbl":
			inner := table
			if inner == nil {
				inner = c
			}
			f.collect(c, inner)
		case "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "mc:AlternateContent", "mc:Choice":
			f.collect(c, table)
		case "w:sectPr":
			f.sections = append(f.sections, c)
		}
	}
}

func (f *flow) addParagraph(n, table *ooxml.Node) {
	p := paragraph{number: len(f.paragraphs) + 1, table: table}
	properties := n.Child("w:pPr")
	var base runLook
	p.layout, base = f.paragraphLook(properties)
	n.Walk(func(c *ooxml.Node) bool {
		switch c.Name {
		case "w:del", "w:moveFrom", "mc:Fallback", "w:pPr":
			return false
		case "w:drawing", "w:pict", "w:object":
			f.drawings++
			f.boxed = f.boxed || f.hasBox(c)
			return false
		case "w:r":
			f.addRun(&p, c, base)
			return !hasText(c)
		}
		return true
	})
	var text strings.Builder
	for _, r := range p.runs {
		text.WriteString(r.text)
	}
	p.text = strings.TrimSpace(text.String())
	f.paragraphs = append(f.paragraphs, p)
	if s := properties.Child("w:sectPr"); s != nil {
		f.sections = append(f.sections, s)
	}
}

// hasBox reports whether a drawing holds a text box with text that is not red, as that of a mark is.
func (f *flow) hasBox(drawing *ooxml.Node) bool {
	found := false
	drawing.Walk(func(n *ooxml.Node) bool {
		if n.Name != "w:p" || found {
			return !found
		}
		_, base := f.paragraphLook(n.Child("w:pPr"))
		for r := range n.Children("w:r") {
			look := f.runLook(base, r)
			found = found || hasText(r) && !redHex(look.color)
		}
		return false
	})
	return found
}

func hasText(run *ooxml.Node) bool { return run.Child("w:t") != nil }

func (f *flow) addRun(p *paragraph, n *ooxml.Node, base runLook) {
	look := base
	f.applyCharacterStyle(n.Child("w:rPr", "w:rStyle").Get("w:val"), &look)
	look.apply(f, n.Child("w:rPr"))
	if look.hidden {
		return
	}
	var text strings.Builder
	for _, c := range n.Nodes {
		switch c.Name {
		case "w:t":
			text.WriteString(c.Content())
		case "w:tab":
			text.WriteByte('\t')
		case "w:br", "w:cr":
			text.WriteByte('\n')
		}
	}
	if text.Len() > 0 {
		p.runs = append(p.runs, run{text.String(), look})
	}
}
