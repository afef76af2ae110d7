package redact

import (
	"errors"
	"slices"
	"sort"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/picture"
)

// Errors to branch on: documents of which there is no public copy.
var (
	ErrSecret    = errors.New("redact: 有密级的文件不得公开")
	ErrNotPublic = errors.New("redact: 文件不予公开")
)

// Document returns the public copy of a document, and where it differs: texts masked everywhere (title, body, tables, notes,
// drawings, attachments, rolls, signatures, imprint, properties), files and the copy number (份号) taken out, images without
// the data that do not show. Its 公开属性 is that of the options, and so is the 附注 if there was none. The document given does
// not change. Blocks are lowered, so paths count what gongwen.Lower returns.
//
// The error wraps ErrSecret for a document with a secrecy mark (密级), in the head or anywhere in its text, ErrNotPublic for
// one that is 不予公开, and gongwen.ErrBlock for a block that nobody knows.
func (r *Redactor) Document(d *gongwen.Document) (*gongwen.Document, Report, error) {
	c := r.start()
	secret := d.Head.Secrecy != ""
	_, err := walk(d, visitor{func(_ fazhi.Path, label, text string) []cut {
		p := newPage(label, text)
		c.learn(p)
		secret = secret || secrecyMark(p.text)
		return nil
	}, keepImage})
	switch {
	case err != nil:
		return nil, Report{}, err
	case secret:
		return nil, Report{}, ErrSecret
	case d.Props.Disclosure == "不予公开" || strings.Contains(d.Note, "不予公开") || strings.Contains(d.Note, "不公开"):
		return nil, Report{}, ErrNotPublic
	}
	out, err := walk(d, visitor{c.mask, c.image})
	if err != nil {
		return nil, Report{}, err
	}
	c.strip(out)
	return out, c.report, nil
}

// secrecyMark reports a mark of 密级 with its star.
func secrecyMark(text string) bool {
	for _, level := range []string{"绝密", "机密", "秘密"} {
		if strings.Contains(text, level+"★") {
			return true
		}
	}
	return false
}

// mask finds what is masked in a text of the document.
func (c *copying) mask(at fazhi.Path, label, text string) []cut {
	p := newPage(label, text)
	hits := c.find(p, c.names)
	c.note(at, p, hits)
	cuts := make([]cut, len(hits))
	for i, h := range hits {
		cuts[i] = cut{h.start - p.from, h.end - p.from, h.mask}
	}
	return cuts
}

// strip takes out what a public copy does not have.
func (c *copying) strip(d *gongwen.Document) {
	if d.Head.Copy != "" {
		c.removed("/head/copy", 0, Copy)
		d.Head.Copy = ""
	}
	for i, f := range d.Files {
		c.removed(fazhi.At("files", i), len(f.Data), File)
	}
	d.Files = nil
	d.Props.Disclosure = c.disclosure
	if d.Note == "" {
		d.Note = "此件" + c.disclosure
	}
}

func (c *copying) image(at fazhi.Path, data []byte) ([]byte, error) {
	clean, err := picture.Clean(data)
	if len(clean) < len(data) && err == nil {
		c.removed(at, len(data)-len(clean), ImageData)
	}
	return clean, err
}

func keepImage(_ fazhi.Path, data []byte) ([]byte, error) { return data, nil }

// A cut replaces some characters of a text.
type cut struct {
	start, end int
	mask       string
}

// A visitor sees every text of a document, with the label that it stands under, and every image.
type visitor struct {
	text  func(at fazhi.Path, label, text string) []cut
	image func(at fazhi.Path, data []byte) ([]byte, error)
}

// walk returns a copy of the document with the cuts of the visitor made.
func walk(d *gongwen.Document, v visitor) (*gongwen.Document, error) {
	out := *d
	out.Head.Mark = v.plain("/head/mark", d.Head.Mark)
	out.Head.Joint = v.list("/head/joint", d.Head.Joint)
	out.Head.Serial = v.plain("/head/serial", d.Head.Serial)
	out.Head.Signers = v.list("/head/signers", d.Head.Signers)
	out.Title = v.plain("/title", d.Title)
	if out.TitleLines = v.list("/titleLines", d.TitleLines); out.Title != d.Title || !slices.Equal(out.TitleLines, d.TitleLines) {
		out.TitleLines = nil
	}
	out.To = v.plain("/to", d.To)
	var err error
	if out.Body, err = v.blocks("/body", d.Body); err != nil {
		return nil, err
	}
	out.Rolls = slices.Clone(d.Rolls)
	for i, roll := range d.Rolls {
		out.Rolls[i].Names = v.list(fazhi.At("rolls", i, "names"), roll.Names)
	}
	out.Attachments = slices.Clone(d.Attachments)
	for i, a := range d.Attachments {
		at := fazhi.At("attachments", i)
		out.Attachments[i].Title = v.plain(at.At("title"), a.Title)
		if out.Attachments[i].Body, err = v.blocks(at.At("body"), a.Body); err != nil {
			return nil, err
		}
	}
	v.foot(d, &out)
	return &out, nil
}

// foot visits what stands after the body, and the properties.
func (v visitor) foot(d, out *gongwen.Document) {
	out.Sign.Organs = v.list("/sign/organs", d.Sign.Organs)
	out.Sign.Signatories = slices.Clone(d.Sign.Signatories)
	for i, s := range d.Sign.Signatories {
		at := fazhi.At("sign", "signatories", i)
		out.Sign.Signatories[i] = gongwen.Signatory{Post: v.plain(at.At("post"), s.Post), Name: v.plain(at.At("name"), s.Name)}
	}
	out.Note = v.plain("/note", d.Note)
	out.Imprint.CopyTo = v.list("/imprint/copyTo", d.Imprint.CopyTo)
	out.Imprint.Printer = v.plain("/imprint/printer", d.Imprint.Printer)
	out.Props.Subject = v.plain("/props/subject", d.Props.Subject)
	out.Props.Issuer = v.plain("/props/issuer", d.Props.Issuer)
	out.Props.Index = v.plain("/props/index", d.Props.Index)
	out.Props.Keywords = v.list("/props/keywords", d.Props.Keywords)
}

// plain visits a text.
func (v visitor) plain(at fazhi.Path, text string) string { return v.under(at, "", text) }

// under visits a text under a label.
func (v visitor) under(at fazhi.Path, label, text string) string {
	if text == "" {
		return ""
	}
	runes := []rune(text)
	cuts := v.text(at, label, text)
	if len(cuts) == 0 {
		return text
	}
	return cutRange(runes, 0, len(runes), cuts)
}

// list visits texts.
func (v visitor) list(at fazhi.Path, texts []string) []string {
	out := slices.Clone(texts)
	for i, t := range texts {
		out[i] = v.plain(at.At(i), t)
	}
	return out
}

// cutRange returns a stretch of a text with its cuts made. The mask of a cut stands in the stretch in which it begins.
func cutRange(runes []rune, start, end int, cuts []cut) string {
	var b strings.Builder
	i := start
	first := sort.Search(len(cuts), func(k int) bool { return cuts[k].end > start })
	for _, c := range cuts[first:] {
		if c.start >= end {
			break
		}
		if c.start >= start {
			b.WriteString(string(runes[i:c.start]))
			b.WriteString(c.mask)
		}
		i = min(c.end, end)
	}
	b.WriteString(string(runes[i:end]))
	return b.String()
}
