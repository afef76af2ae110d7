package docx

import (
	"bytes"
	"errors"
	"hash/crc32"
	"io"
	"sync"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A Renderer writes documents as Word files. It may be used from several goroutines at once.
type Renderer struct {
	profile   gongwen.Profile
	turned    gongwen.Profile // of landscape pages
	fonts     *layout.Fonts
	latin     string             // name of the font of Latin letters
	fontNames [len(looks)]string // of the Chinese text of each style
	packer    packer
	slots     []string // w:rFonts that name one font, by index
	fixed     []part   // parts that are the same in every file
	plain     []part   // the lists of parts of files without anything rare
	rare      []part   // parts that few files need
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
	profile.Squeeze = false // word processors do not follow
	if _, _, err := layout.Lay(&gongwen.Document{}, profile, fonts); err != nil {
		return nil, err
	}
	r := &Renderer{profile: profile, turned: turnedProfile(profile), fonts: fonts}
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
	var faults []error
	pack := func(name string, content []byte) part {
		packed, err := r.packer.pack(name, content, 0, new(bytes.Buffer))
		faults = append(faults, err)
		return packed
	}
	r.fixed = []part{
		pack("_rels/.rels", []byte(packageRels)),
		pack("word/styles.xml", r.stylesXML()),
		pack("word/settings.xml", r.settingsXML()),
		pack("word/fontTable.xml", r.fontTableXML()),
		pack("word/footer1.xml", r.footerXML(true)),
		pack("word/footer2.xml", r.footerXML(false)),
	}
	r.plain = []part{
		pack(contentTypesName, contentTypesXML(false)),
		pack(documentRelsName, documentRelsXML(false, nil)),
	}
	r.rare = []part{
		pack(contentTypesName, contentTypesXML(true)),
		pack("word/footer3.xml", r.turnedFooterXML(true)),
		pack("word/footer4.xml", r.turnedFooterXML(false)),
		pack("word/footer5.xml", bareFooterXML()),
	}
	return errors.Join(faults...)
}

const (
	contentTypesName = "[Content_Types].xml"
	documentRelsName = "word/_rels/document.xml.rels"
)

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
	doc, err := r.appendDocument(buf.xml[:0], d, pages)
	buf.xml = doc.xml
	if err != nil {
		return nil, err
	}
	buf.parts = append(buf.parts[:0], r.plain...)
	if doc.rare {
		if buf.parts, err = r.appendRare(buf.parts[:0], doc.images); err != nil {
			return nil, err
		}
	}
	buf.parts = append(buf.parts, r.fixed...)
	props := properties{doc: d}
	if err := buf.add(r, "word/document.xml", buf.xml, 0); err != nil {
		return nil, err
	}
	buf.xml = props.appendCore(buf.xml[:0], pages)
	if err := buf.add(r, "docProps/core.xml", buf.xml, 1); err != nil {
		return nil, err
	}
	buf.xml = props.appendCustom(buf.xml[:0])
	if err := buf.add(r, "docProps/custom.xml", buf.xml, 2); err != nil {
		return nil, err
	}
	return append(props.issues, leftOut(d)...), writeZip(w, buf.parts)
}

// add packs a part of the document into one of the buffers.
func (buf *buffers) add(r *Renderer, name string, content []byte, i int) error {
	buf.packed[i].Reset()
	packed, err := r.packer.pack(name, content, small, &buf.packed[i])
	buf.parts = append(buf.parts, packed)
	return err
}

// appendRare appends the parts of a file with turned pages, images or a first page without number. Images are compressed as
// they are.
func (r *Renderer) appendRare(parts []part, images []medium) ([]part, error) {
	parts = append(parts, r.rare...)
	rels, err := r.packer.pack(documentRelsName, documentRelsXML(true, images), 0, new(bytes.Buffer))
	if err != nil {
		return nil, err
	}
	parts = append(parts, rels)
	for _, m := range images {
		parts = append(parts, part{name: m.name, sum: crc32.ChecksumIEEE(m.data), size: len(m.data), data: m.data})
	}
	return parts, nil
}
