package docx

import (
	"bytes"
	"errors"
	"io"
	"sync"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A Renderer writes documents as Word files. It may be used from several goroutines at once.
type Renderer struct {
	profile   gongwen.Profile
	fonts     *layout.Fonts
	latin     string             // name of the font of Latin letters
	fontNames [len(looks)]string // of the Chinese text of each style
	packer    packer
	slots     []string // w:rFonts that name one font, by index
	fixed     []part   // parts that are the same in every file
	buffers   sync.Pool
}

var _ gongwen.Renderer = (*Renderer)(nil)

// New returns a renderer for one page format and one set of fonts. The fonts are used to measure and named in the file,
// under the names that were given with them; a font without a name is an error.
func New(profile gongwen.Profile, fonts *layout.Fonts) (*Renderer, error) {
	if fonts == nil {
		return nil, errors.New("docx: 没有字体")
	}
	for _, f := range fonts.All() {
		if f.Name() == "" {
			return nil, errors.New("docx: 有字体没有名称，文字处理软件无从查找")
		}
	}
	if _, _, err := layout.Lay(&gongwen.Document{}, profile, fonts); err != nil {
		return nil, err
	}
	r := &Renderer{profile: profile, fonts: fonts}
	r.latin = r.faceName(gongwen.Latin)
	for i := range looks {
		r.fontNames[i] = r.faceName(looks[i].face)
	}
	for _, f := range fonts.All() {
		r.slots = append(r.slots, string(r.appendAllSlots(nil, f.Name())))
	}
	r.buffers.New = func() any { return new(buffers) }
	return r, r.packFixed()
}

// faceName returns the name of the font that draws a face.
func (r *Renderer) faceName(face gongwen.Face) string {
	probe := '中'
	if face == gongwen.Latin {
		probe = 'a'
	}
	if name := r.fonts.Name(face); name != "" {
		return name
	}
	if f, ok := r.fonts.Pick(face, probe); ok {
		return f.Name()
	}
	return r.fonts.All()[0].Name()
}

// packFixed makes the parts that do not depend on the document.
func (r *Renderer) packFixed() error {
	for _, p := range [...]struct {
		name    string
		content []byte
	}{
		{"[Content_Types].xml", []byte(contentTypes)},
		{"_rels/.rels", []byte(packageRels)},
		{"word/_rels/document.xml.rels", []byte(documentRels)},
		{"word/styles.xml", r.stylesXML()},
		{"word/settings.xml", r.settingsXML()},
		{"word/fontTable.xml", r.fontTableXML()},
		{"word/footer1.xml", r.footerXML(true)},
		{"word/footer2.xml", r.footerXML(false)},
	} {
		packed, err := r.packer.pack(p.name, p.content, 0, new(bytes.Buffer))
		if err != nil {
			return err
		}
		r.fixed = append(r.fixed, packed)
	}
	return nil
}

// buffers are what one call needs.
type buffers struct {
	xml    []byte
	packed [3]bytes.Buffer
	parts  []part
}

// Render writes the document as a .docx file. It keeps the contract of gongwen.Renderer.
//
// Beside the issues of package layout it reports CodeControl for characters that XML cannot hold.
func (r *Renderer) Render(w io.Writer, d *gongwen.Document) (fazhi.Issues, error) {
	if d == nil {
		return nil, errors.New("docx: 没有文档")
	}
	pages, issues, err := layout.Lay(d, r.profile, r.fonts)
	if err != nil {
		return nil, err
	}
	more, err := r.write(w, d, pages)
	if err != nil {
		return nil, err
	}
	return append(issues, more...), nil
}

// write writes a document that has been laid out.
func (r *Renderer) write(w io.Writer, d *gongwen.Document, pages *layout.Pages) (fazhi.Issues, error) {
	buf, _ := r.buffers.Get().(*buffers)
	defer r.buffers.Put(buf)
	buf.parts = append(buf.parts[:0], r.fixed...)
	props := properties{doc: d}
	for i, p := range [...]struct {
		name   string
		append func([]byte) ([]byte, error)
	}{
		{"word/document.xml", func(b []byte) ([]byte, error) { return r.appendDocument(b, d, pages) }},
		{"docProps/core.xml", func(b []byte) ([]byte, error) { return props.appendCore(b, pages), nil }},
		{"docProps/custom.xml", func(b []byte) ([]byte, error) { return props.appendCustom(b), nil }},
	} {
		var err error
		if buf.xml, err = p.append(buf.xml[:0]); err != nil {
			return nil, err
		}
		buf.packed[i].Reset()
		packed, err := r.packer.pack(p.name, buf.xml, small, &buf.packed[i])
		if err != nil {
			return nil, err
		}
		buf.parts = append(buf.parts, packed)
	}
	return props.issues, writeZip(w, buf.parts)
}
