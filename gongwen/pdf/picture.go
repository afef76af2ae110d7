package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/jung-kurt/gofpdf"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A figure is a picture of the current page that waits for its place in reading order.
type figure struct {
	picture *layout.Picture
	number  int // of its marked content
}

// drawPictures draws the pictures of a page.
func (k *work) drawPictures(f *gofpdf.Fpdf, pages *layout.Pages, page *layout.Page) error {
	k.figures = k.figures[:0]
	for i := range page.Pictures {
		p := &page.Pictures[i]
		n := k.reserve()
		k.figures = append(k.figures, figure{p, n})
		f.RawWriteBuf(bytes.NewReader(appendMark(nil, kindFigure, n)))
		var err error
		switch {
		case p.Image != nil:
			err = k.drawImage(f, &pages.Profile, p)
		case p.Drawing != nil && p.Drawing.Width > 0:
			k.drawDrawing(f, &pages.Profile, p)
		default:
			err = errPicture
		}
		if err != nil {
			return fmt.Errorf("第 %d 页的图：%w", len(k.pages), err)
		}
		f.RawWriteStr("EMC")
	}
	return nil
}

var errPicture = errors.New("既不是图片，也不是图形")

// placeFigures adds the elements of the pictures that come before the i-th line of the page.
func (k *work) placeFigures(page *layout.Page, i int) {
	for len(k.figures) > 0 && k.figures[0].picture.Before <= i {
		p := k.figures[0].picture
		e := k.figureElement(p)
		k.own(e, k.figures[0].number)
		k.figures = k.figures[1:]
	}
}

// figureElement adds the element of a picture.
func (t *tagger) figureElement(p *layout.Picture) int {
	e := t.add(root, kindFigure)
	t.figure, t.text, t.group = blockOf(p.Place), root, root
	var alt, caption string
	if p.Image != nil {
		alt, caption = p.Image.Alt, p.Image.Caption
	} else {
		alt, caption = p.Drawing.Alt, p.Drawing.Caption
	}
	if alt == "" {
		alt = caption
	}
	t.elements[e].alt = alt
	t.elements[e].box = box{p.X, p.Y, p.X + p.Width, p.Y + p.Height}
	return e
}

// drawImage draws an image.
func (k *work) drawImage(f *gofpdf.Fpdf, p *gongwen.Profile, picture *layout.Picture) error {
	i, err := k.images.add(picture.Image)
	if err != nil {
		return err
	}
	b := appendNumbers([]byte("q "), picture.Width)
	b = appendNumbers(append(b, "0 0 "...), picture.Height, picture.X, p.Height-picture.Y-picture.Height)
	b = fmt.Appendf(b, "cm /I%d Do Q", i)
	f.RawWriteBuf(bytes.NewReader(b))
	return nil
}

// drawDrawing draws the shapes of a drawing, with the labels that the layout has set.
func (k *work) drawDrawing(f *gofpdf.Fpdf, p *gongwen.Profile, picture *layout.Picture) {
	f.ClipRect(picture.X.Points(), picture.Y.Points(), picture.Width.Points(), picture.Height.Points(), false)
	labels := picture.Labels
	for _, shape := range picture.Drawing.Shapes {
		switch v := shape.(type) {
		case gongwen.Path:
			drawPath(f, picture, v)
		case gongwen.Label:
			if len(labels) > 0 {
				k.drawLabel(f, p, &labels[0])
				labels = labels[1:]
			}
		}
	}
	f.ClipEnd()
}

// drawLabel draws a text within a picture.
func (k *work) drawLabel(f *gofpdf.Fpdf, p *gongwen.Profile, label *layout.Line) {
	start := len(k.content)
	k.content = append(k.content, "BT\n"...)
	k.now, k.open = unset, inPicture
	k.drawLine(p, label, []segment{{element: inPicture}})
	k.content = append(k.content, "ET"...)
	f.RawWriteBuf(bytes.NewReader(k.content[start:]))
	k.content = k.content[:start]
}

// drawPath draws one path of a drawing, if it is seen.
func drawPath(f *gofpdf.Fpdf, picture *layout.Picture, path gongwen.Path) {
	scale := picture.Width.Points() / picture.Drawing.Width.Points()
	style := ""
	if path.Fill.On {
		f.SetFillColor(int(path.Fill.R), int(path.Fill.G), int(path.Fill.B))
		style += "F"
	}
	if path.Stroke.On && path.Thickness > 0 {
		f.SetDrawColor(int(path.Stroke.R), int(path.Stroke.G), int(path.Stroke.B))
		f.SetLineWidth(path.Thickness.Points() * scale)
		style += "D"
	}
	if style == "" || len(path.Steps) == 0 || path.Steps[0].Op != gongwen.Move {
		return
	}
	at := func(s gongwen.Spot) (x, y float64) {
		return picture.X.Points() + s.X.Points()*scale, picture.Y.Points() + s.Y.Points()*scale
	}
	for _, s := range path.Steps {
		drawStep(f, s, at)
	}
	f.DrawPath(style)
}

// drawStep draws a step of a path; at says where on the page a place in the drawing is.
func drawStep(f *gofpdf.Fpdf, s gongwen.Step, at func(gongwen.Spot) (x, y float64)) {
	x, y := at(s.To)
	switch s.Op {
	case gongwen.Move:
		f.MoveTo(x, y)
	case gongwen.Line:
		f.LineTo(x, y)
	case gongwen.Curve:
		x1, y1 := at(s.C1)
		x2, y2 := at(s.C2)
		f.CurveBezierCubicTo(x1, y1, x2, y2, x, y)
	case gongwen.Close:
		f.ClosePath()
	}
}
