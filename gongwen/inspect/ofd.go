package inspect

import (
	"archive/zip"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/fazhi-go/fazhi/internal/ooxml"
	"github.com/fazhi-go/fazhi/internal/pdfread"
)

// Limits of an OFD file. A report of ten pages has some dozens of parts of some ten thousand bytes.
const (
	mostParts    = 20_000
	mostPart     = 32 << 20  // bytes of a part, unpacked
	mostUnpacked = 256 << 20 // of all parts that are read
	mostOFDPages = 5000
	mostOFDGlyph = 1 << 20
	mostOFDDepth = 32
)

// An ofdFile is a document in GB/T 33190-2016 format.
type ofdFile struct {
	files  map[string]*zip.File
	left   int // bytes that may still be unpacked
	glyphs int // objects, characters and rules that may still be read
	fonts  map[string]*pdfread.Font
	params map[string]*ooxml.Node // DrawParam
	models map[string]*ooxml.Node // pages that others are drawn upon (TemplatePage)
}

// ofd measures an OFD file.
func (in *inspection) ofd(z *zip.Reader) error {
	if len(z.File) > mostParts {
		return fmt.Errorf("%w：OFD 部件太多", ErrFormat)
	}
	f := &ofdFile{
		files: map[string]*zip.File{}, left: mostUnpacked, glyphs: mostOFDGlyph, fonts: map[string]*pdfread.Font{},
		params: map[string]*ooxml.Node{}, models: map[string]*ooxml.Node{},
	}
	for _, entry := range z.File {
		f.files[partKey(entry.Name)] = entry
	}
	b := newBook(&in.profile)
	if err := f.read(b); err != nil {
		return err
	}
	in.measure(b)
	return nil
}

// partKey returns the name under which a part is found, whatever its case and slashes.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// locate returns the name of a part that another one mentions.
func locate(from, target string) string {
	target = strings.TrimSpace(strings.ReplaceAll(target, `\`, "/"))
	if strings.HasPrefix(target, "/") {
		return target
	}
	return path.Join(path.Dir(from), target)
}

// tree reads a part. The error wraps ErrFormat.
func (f *ofdFile) tree(name string) (*ooxml.Node, error) {
	entry, ok := f.files[partKey(name)]
	if !ok {
		return nil, fmt.Errorf("%w：OFD 缺少部件", ErrFormat)
	}
	r, err := entry.Open()
	if err != nil {
		return nil, fmt.Errorf("%w：%w", ErrFormat, ooxml.ErrDamaged)
	}
	defer r.Close()
	limit := min(mostPart, f.left)
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return nil, fmt.Errorf("%w：%w", ErrFormat, ooxml.ErrDamaged)
	}
	if len(data) > limit {
		return nil, fmt.Errorf("%w：OFD 部件太大", ErrFormat)
	}
	f.left -= len(data)
	return ooxml.Parse(data)
}

// read reads the pages of the first document.
func (f *ofdFile) read(b *book) error {
	root, err := f.tree("OFD.xml")
	if err != nil {
		return err
	}
	start := content(find(root, "DocBody", "DocRoot"))
	if find(root, "Encryptions") != nil || f.files["encryptions.xml"] != nil {
		return fmt.Errorf("%w：OFD 文件已加密", ErrFormat)
	}
	document, err := f.tree(start)
	if err != nil {
		return err
	}
	common := find(document, "CommonData")
	for _, kind := range [...]string{"PublicRes", "DocumentRes"} {
		for res := range each(common, kind) {
			f.readResources(locate(start, content(res)))
		}
	}
	for model := range each(common, "TemplatePage") {
		if tree, err := f.tree(locate(start, model.Get("BaseLoc"))); err == nil {
			f.models[model.Get("ID")] = tree
		}
	}
	box := numbers(content(find(common, "PageArea", "PhysicalBox")))
	return f.readPages(b, find(document, "Pages"), start, box)
}

func (f *ofdFile) readPages(b *book, list *ooxml.Node, start string, box []float64) error {
	n := 0
	for entry := range each(list, "Page") {
		if n++; n > mostOFDPages {
			return fmt.Errorf("%w：OFD 页数太多", ErrFormat)
		}
		name := locate(start, entry.Get("BaseLoc"))
		tree, err := f.tree(name)
		if err != nil {
			return err
		}
		for res := range each(tree, "PageRes") {
			f.readResources(locate(name, content(res)))
		}
		page, err := f.page(tree, box)
		if err != nil {
			return err
		}
		b.add(page)
	}
	if n == 0 {
		return fmt.Errorf("%w：OFD 没有页面", ErrFormat)
	}
	return nil
}

// readResources reads fonts and drawing parameters. A part that is missing leaves them unknown.
func (f *ofdFile) readResources(name string) {
	tree, err := f.tree(name)
	if err != nil {
		return
	}
	for fonts := range each(tree, "Fonts") {
		for font := range each(fonts, "Font") {
			f.fonts[font.Get("ID")] = &pdfread.Font{Name: font.Get("FontName"), Bold: font.Get("Bold") == "true"}
		}
	}
	for params := range each(tree, "DrawParams") {
		for param := range each(params, "DrawParam") {
			f.params[param.Get("ID")] = param
		}
	}
}

// page reads a page, with the pages that it is drawn upon.
func (f *ofdFile) page(tree *ooxml.Node, box []float64) (*pdfread.Page, error) {
	if own := numbers(content(find(tree, "Area", "PhysicalBox"))); len(own) == 4 {
		box = own
	}
	if len(box) != 4 {
		box = []float64{0, 0, 210, 297}
	}
	d := &ofdPage{file: f, page: &pdfread.Page{Width: box[2] * pointsPerMM, Height: box[3] * pointsPerMM}}
	for model := range each(tree, "Template") {
		d.layers(f.models[model.Get("TemplateID")])
	}
	d.layers(tree)
	if f.glyphs <= 0 {
		return nil, fmt.Errorf("%w：OFD 字符或线条太多", ErrFormat)
	}
	return d.page, nil
}
