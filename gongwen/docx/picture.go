package docx

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// firstMedia is the first relationship of an image.
const firstMedia = relBare + 1

// rowOf returns the line that stands for a picture among the lines of the text: it begins where the row of the picture does.
func (w *writer) rowOf(p *layout.Picture) *layout.Line {
	top := p.Y - (w.rowHeight(p)-p.Height)/2
	return &layout.Line{Place: p.Place, X: p.X, Y: top + w.p.LinePitch*4/5, Width: p.Width}
}

// rowHeight returns the height of the row in which a picture stands: whole lines.
func (w *writer) rowHeight(p *layout.Picture) gongwen.Length {
	pitch := w.p.LinePitch
	return (p.Height + pitch - 1) / pitch * pitch
}

// picture writes an image or a drawing as a paragraph of its own. Its line is as high as the picture, because a line of exact
// height would cut it off; the rest of its row is space around it.
func (w *writer) picture(l placed) {
	p := l.pic
	pp := paragraph{look: pictureLine, keepNext: w.captioned(l) || w.closing}
	w.moveTo(l, &pp)
	free := max(w.rowHeight(p)-p.Height-gongwen.Point, 0)
	if w.top(l) > 0 { // word processors may leave out the space above the first line of a page
		pp.before = (free / 2).Twips()
	}
	pp.after = free.Twips() - pp.before
	w.b = append(w.b, `<w:p><w:pPr>`...)
	w.appendProperties(&pp)
	w.b = append(w.b, `</w:pPr><w:r><w:drawing><wp:inline xmlns:wp="`+nsPlace+`" distT="0" distB="0" distL="0" distR="0">`...)
	w.b = appendExtent(w.b, "wp:extent", p.Width, p.Height)
	if p.Image != nil {
		w.image(p)
	} else {
		w.drawing(p)
	}
	w.b = append(w.b, `</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`...)
	w.page, w.y, w.afterTb = l.page, w.top(l)+w.rowHeight(p), false
}

// captioned reports whether a picture has a caption.
func (w *writer) captioned(l placed) bool {
	if l.pic.Image != nil {
		return l.pic.Image.Caption != ""
	}
	return l.pic.Drawing.Caption != ""
}

// image writes an image. Its file becomes a part of the package as it is.
func (w *writer) image(p *layout.Picture) {
	id := w.nextShape()
	w.b = appendDocPr(w.b, id, "图片", p.Image.Alt)
	w.b = append(w.b, `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="`+nsDrawing+`" noChangeAspect="1"/>`+
		`</wp:cNvGraphicFramePr><a:graphic xmlns:a="`+nsDrawing+`"><a:graphicData uri="`+nsPicture+`">`+
		`<pic:pic xmlns:pic="`+nsPicture+`"><pic:nvPicPr><pic:cNvPr`...)
	w.b = append(appendInt(w.b, "id", id), ` name="图片"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip`...)
	w.b = append(appendRel(w.b, "r:embed", w.media(p.Image)), `/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>`...)
	w.b = append(appendFrame(w.b, 0, 0, p.Width, p.Height), `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`...)
}

// nextShape returns the number of the next drawing of the document.
func (w *writer) nextShape() int {
	w.shapes++
	return w.shapes
}

// A medium is the file of an image.
type medium struct {
	name string // in the package
	data []byte
}

// target returns the name as the relationships of the document have it.
func (m medium) target() string { return strings.TrimPrefix(m.name, "word/") }

// media returns the relationship of the file of an image. The same file is kept once.
func (w *writer) media(i *gongwen.Image) int {
	_, format, err := i.Config()
	plain, broken := i.Plain()
	if err != nil || broken != nil { // the layout has read it
		return relBare
	}
	at := slices.IndexFunc(w.images, func(m medium) bool { return bytes.Equal(m.data, plain) })
	if at < 0 {
		at = len(w.images)
		w.images = append(w.images, medium{"word/media/image" + strconv.Itoa(at+1) + "." + format, plain})
	}
	return firstMedia + at
}
