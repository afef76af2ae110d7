package ofd_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// A reading is what a reader of OFD finds in a file of this package. It knows just enough to measure, reads strictly, and
// shares no code with the package.
type reading struct {
	parts map[string][]byte
	names []string // of the parts in their order

	info  xmlInfo
	doc   xmlDocument
	fonts map[int]*readFont
	media map[int][]byte
	pages []readPage
}

type readFont struct {
	name, family string
	ttf          *sfnt.Font
	data         []byte
}

type readPage struct {
	id      int
	ids     []int // of objects, in their order
	texts   []readText
	paths   []readPath
	images  []readImage
	targets int // how many text objects lead somewhere
}

// A readText is a text object. A glyph is one character with its place in points, from the top left corner of the page.
type readText struct {
	id     int
	box    [4]float64 // left, top, right, bottom in points
	turned bool
	red    bool
	glyphs []glyph
}

type glyph struct {
	text string
	id   int
	font *readFont
	size float64
	x, y float64
}

type readPath struct {
	box          [4]float64
	width        float64
	stroke, fill string
	data         []string
	id           int
}

type readImage struct {
	box  [4]float64
	ctm  string
	name string
	data []byte
}

type xmlInfo struct {
	Bodies []struct {
		Info struct {
			DocID, Title, Author, Subject, CreationDate, Creator string
			Keywords                                             []string `xml:"Keywords>Keyword"`
			Custom                                               []struct {
				Name  string `xml:",attr"`
				Value string `xml:",chardata"`
			} `xml:"CustomDatas>CustomData"`
		} `xml:"DocInfo"`
		Root string `xml:"DocRoot"`
	} `xml:"DocBody"`
}

type xmlDest struct {
	Page int     `xml:"PageID,attr"`
	Top  float64 `xml:",attr"`
}

type xmlOutline struct {
	Title string       `xml:",attr"`
	Dest  xmlDest      `xml:"Actions>Action>Goto>Dest"`
	Elems []xmlOutline `xml:"OutlineElem"`
}

type xmlDocument struct {
	MaxUnitID   int    `xml:"CommonData>MaxUnitID"`
	Box         string `xml:"CommonData>PageArea>PhysicalBox"`
	PublicRes   string `xml:"CommonData>PublicRes"`
	DocumentRes string `xml:"CommonData>DocumentRes"`
	Pages       []struct {
		ID  int    `xml:",attr"`
		Loc string `xml:"BaseLoc,attr"`
	} `xml:"Pages>Page"`
	Outlines    []xmlOutline `xml:"Outlines>OutlineElem"`
	CustomTags  string
	Attachments string
}

type xmlRes struct {
	BaseLoc string `xml:",attr"`
	Fonts   []struct {
		ID         int    `xml:",attr"`
		FontName   string `xml:",attr"`
		FamilyName string `xml:",attr"`
		FontFile   string
	} `xml:"Fonts>Font"`
	Media []struct {
		ID        int `xml:",attr"`
		MediaFile string
	} `xml:"MultiMedias>MultiMedia"`
}

type xmlColor struct {
	Value string `xml:",attr"`
}

type xmlPage struct {
	Layer struct {
		ID      int         `xml:",attr"`
		Objects []xmlObject `xml:",any"`
	} `xml:"Content>Layer"`
}

// An xmlObject is an object of any sort.
type xmlObject struct {
	XMLName     xml.Name
	ID          int      `xml:",attr"`
	Boundary    string   `xml:",attr"`
	CTM         string   `xml:",attr"`
	Font        int      `xml:",attr"`
	Size        float64  `xml:",attr"`
	LineWidth   float64  `xml:",attr"`
	Stroke      string   `xml:",attr"`
	Fill        string   `xml:",attr"`
	ResourceID  int      `xml:",attr"`
	Name        string   `xml:",attr"`
	Dest        *xmlDest `xml:"Actions>Action>Goto>Dest"`
	FillColor   *xmlColor
	StrokeColor *xmlColor
	Transform   struct {
		CodePosition int `xml:",attr"`
		CodeCount    int `xml:",attr"`
		GlyphCount   int `xml:",attr"`
		Glyphs       string
	} `xml:"CGTransform"`
	Code struct {
		X      float64 `xml:",attr"`
		Y      float64 `xml:",attr"`
		DeltaX string  `xml:",attr"`
		Text   string  `xml:",chardata"`
	} `xml:"TextCode"`
	Data string `xml:"AbbreviatedData"`
}

const point = 25.4 / 72 // in millimetres

// read reads a file.
func read(file []byte) (*reading, error) {
	r := &reading{parts: map[string][]byte{}, fonts: map[int]*readFont{}, media: map[int][]byte{}}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	for _, f := range z.File {
		if r.parts[f.Name] != nil {
			return nil, fmt.Errorf("two parts are called %s", f.Name)
		}
		in, err := f.Open()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(in) // checks the sum
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		r.parts[f.Name], r.names = append([]byte{}, content...), append(r.names, f.Name)
	}
	return r, r.follow()
}

// follow reads the parts from OFD.xml on.
func (r *reading) follow() error {
	if err := r.unmarshal("OFD.xml", &r.info); err != nil {
		return err
	}
	if len(r.info.Bodies) != 1 {
		return errors.New("not one document")
	}
	root := r.info.Bodies[0].Root
	if err := r.unmarshal(root, &r.doc); err != nil {
		return err
	}
	dir := path.Dir(root)
	for _, name := range []string{r.doc.PublicRes, r.doc.DocumentRes} {
		if name == "" {
			continue
		}
		if err := r.readResources(dir, name); err != nil {
			return err
		}
	}
	for _, p := range r.doc.Pages {
		if err := r.readPage(p.ID, path.Join(dir, p.Loc)); err != nil {
			return err
		}
	}
	return nil
}

func (r *reading) unmarshal(name string, into any) error {
	content, ok := r.parts[name]
	if !ok {
		return fmt.Errorf("no part %q", name)
	}
	if err := xml.Unmarshal(content, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (r *reading) readResources(dir, name string) error {
	var res xmlRes
	if err := r.unmarshal(path.Join(dir, name), &res); err != nil {
		return err
	}
	for _, f := range res.Fonts {
		data := r.parts[path.Join(dir, res.BaseLoc, f.FontFile)]
		ttf, err := sfnt.Parse(data)
		if err != nil {
			return err
		}
		r.fonts[f.ID] = &readFont{f.FontName, f.FamilyName, ttf, data}
	}
	for _, m := range res.Media {
		r.media[m.ID] = r.parts[path.Join(dir, res.BaseLoc, m.MediaFile)]
	}
	return nil
}

func (r *reading) readPage(id int, name string) error {
	var content xmlPage
	if err := r.unmarshal(name, &content); err != nil {
		return err
	}
	page := readPage{id: id, ids: []int{content.Layer.ID}}
	for i := range content.Layer.Objects {
		o := &content.Layer.Objects[i]
		page.ids = append(page.ids, o.ID)
		var err error
		switch o.XMLName.Local {
		case "TextObject":
			err = r.readText(&page, o)
		case "PathObject":
			err = page.readPath(o)
		case "ImageObject":
			err = r.readImage(&page, o)
		default:
			err = fmt.Errorf("an object %s", o.XMLName.Local)
		}
		if err != nil {
			return fmt.Errorf("%s, object %d: %w", name, o.ID, err)
		}
	}
	r.pages = append(r.pages, page)
	return nil
}

// numbers reads numbers between blanks.
func numbers(s string) ([]float64, error) {
	var out []float64
	for _, f := range strings.Fields(s) {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// boundary returns the box of an object in points.
func (o *xmlObject) boundary() ([4]float64, error) {
	n, err := numbers(o.Boundary)
	if err != nil || len(n) != 4 {
		return [4]float64{}, fmt.Errorf("boundary %q", o.Boundary)
	}
	return [4]float64{n[0] / point, n[1] / point, (n[0] + n[2]) / point, (n[1] + n[3]) / point}, nil
}

func (r *reading) readText(page *readPage, o *xmlObject) error {
	box, err := o.boundary()
	if err != nil {
		return err
	}
	matrix := []float64{1, 0, 0, 1, 0, 0}
	if o.CTM != "" {
		if matrix, err = numbers(o.CTM); err != nil || len(matrix) != 6 {
			return fmt.Errorf("matrix %q", o.CTM)
		}
	}
	t := readText{id: o.ID, box: box, turned: o.CTM != "", red: o.FillColor != nil && o.FillColor.Value == "255 0 0"}
	if t.glyphs, err = r.glyphs(o); err != nil {
		return err
	}
	for i, g := range t.glyphs {
		t.glyphs[i].x = box[0] + (matrix[0]*g.x+matrix[2]*g.y+matrix[4])/point
		t.glyphs[i].y = box[1] + (matrix[1]*g.x+matrix[3]*g.y+matrix[5])/point
	}
	if o.Dest != nil {
		page.targets++
	}
	page.texts = append(page.texts, t)
	return nil
}

// glyphs returns the characters of an object at their places in the object, in millimetres.
func (r *reading) glyphs(o *xmlObject) ([]glyph, error) {
	font := r.fonts[o.Font]
	if font == nil {
		return nil, fmt.Errorf("no font %d", o.Font)
	}
	ids, err := numbers(o.Transform.Glyphs)
	if err != nil {
		return nil, err
	}
	steps, err := steps(o.Code.DeltaX)
	if err != nil {
		return nil, err
	}
	runes := []rune(o.Code.Text)
	units := len(utf16.Encode(runes))
	switch {
	case o.Transform.CodePosition != 0 || o.Transform.CodeCount != units || o.Transform.GlyphCount != len(ids):
		return nil, fmt.Errorf("%d codes, %d glyphs, but %+v", units, len(ids), o.Transform)
	case len(ids) != len(runes) || len(steps) != len(runes)-1:
		return nil, fmt.Errorf("%d characters, %d glyphs, %d steps", len(runes), len(ids), len(steps))
	case units > len(runes) && len(runes) > 1:
		return nil, errors.New("a character beyond the basic plane is not alone")
	}
	out, x := make([]glyph, len(runes)), o.Code.X
	for i, c := range runes {
		out[i] = glyph{text: string(c), id: int(ids[i]), font: font, size: o.Size / point, x: x, y: o.Code.Y}
		if i < len(steps) {
			x += steps[i]
		}
	}
	return out, nil
}

// steps reads a list in which "g n v" stands for n times v.
func steps(s string) ([]float64, error) {
	var out []float64
	fields := strings.Fields(s)
	for i := 0; i < len(fields); i++ {
		n := 1
		if fields[i] == "g" {
			if i+2 >= len(fields) {
				return nil, errors.New("a list that breaks off")
			}
			var err error
			if n, err = strconv.Atoi(fields[i+1]); err != nil {
				return nil, err
			}
			i += 2
		}
		v, err := strconv.ParseFloat(fields[i], 64)
		if err != nil {
			return nil, err
		}
		for range n {
			out = append(out, v)
		}
	}
	return out, nil
}

func (page *readPage) readPath(o *xmlObject) error {
	box, err := o.boundary()
	if err != nil {
		return err
	}
	p := readPath{box: box, width: o.LineWidth / point, data: strings.Fields(o.Data), id: o.ID}
	if o.Stroke != "false" && o.StrokeColor != nil {
		p.stroke = o.StrokeColor.Value
	}
	if o.Fill == "true" && o.FillColor != nil {
		p.fill = o.FillColor.Value
	}
	if p.stroke == "" && p.fill == "" || len(p.data) < 3 || p.data[0] != "M" {
		return fmt.Errorf("path %+v", p)
	}
	page.paths = append(page.paths, p)
	return nil
}

// spot returns where the n-th number pair of a path lies, in points on the page, if only M and L come before it.
func (p *readPath) spot(n int) (x, y float64) {
	x, _ = strconv.ParseFloat(p.data[3*n+1], 64) // numbers of a file that has been validated
	y, _ = strconv.ParseFloat(p.data[3*n+2], 64)
	return p.box[0] + x/point, p.box[1] + y/point
}

func (r *reading) readImage(page *readPage, o *xmlObject) error {
	box, err := o.boundary()
	if err != nil {
		return err
	}
	data := r.media[o.ResourceID]
	if data == nil {
		return fmt.Errorf("no image %d", o.ResourceID)
	}
	page.images = append(page.images, readImage{box, o.CTM, o.Name, data})
	return nil
}

// text returns the characters of the file in reading order, an object a line.
func (r *reading) text() string {
	var b strings.Builder
	for _, p := range r.pages {
		for _, t := range p.texts {
			for _, g := range t.glyphs {
				b.WriteString(g.text)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func sfntID(id int) sfnt.GlyphID { return sfnt.GlyphID(id) }
