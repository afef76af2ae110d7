package ofd

import (
	"crypto/sha256"
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A mediaList holds the images of a document, each once.
type mediaList struct {
	items []medium
	index map[[sha256.Size]byte]int // of an image in items
}

// A medium is an image file.
type medium struct {
	id     int
	name   string
	format string
	data   []byte
}

func (m *mediaList) reset() {
	clear(m.items)
	m.items = m.items[:0]
	clear(m.index)
}

// writePicture writes an image or a drawing.
func (k *work) writePicture(p *layout.Picture) {
	k.tags.enter(pictureTag(p))
	if p.Image != nil {
		k.writeImage(p)
	}
	if p.Drawing != nil {
		k.writeDrawing(p)
	}
	k.tags.leave()
}

// writeImage writes an image object. An image fills a square of one millimetre, which the matrix stretches.
func (k *work) writeImage(p *layout.Picture) {
	plain, err := p.Image.Plain()
	id := k.medium(plain)
	if err != nil || id == 0 {
		return
	}
	k.add("<ofd:ImageObject")
	k.addInt("ID", k.tagged())
	k.add(` Boundary="`)
	k.xml = append(appendBox(k.xml, box{p.X, p.Y, p.X + p.Width, p.Y + p.Height}), '"')
	if p.Image.Alt != "" {
		k.addAttr("Name", p.Image.Alt)
	}
	k.add(` CTM="`)
	k.xml = append(appendMM(k.xml, p.Width), " 0 0 "...)
	k.xml = append(appendMM(k.xml, p.Height), ` 0 0"`...)
	k.addInt("ResourceID", id)
	k.add("/>")
}

// medium returns the identifier of an image, 0 if it cannot be read.
func (k *work) medium(data []byte) int {
	sum := sha256.Sum256(data)
	if i, ok := k.media.index[sum]; ok {
		return k.media.items[i].id
	}
	_, format, err := gongwen.Image{Data: data}.Config()
	if err != nil { // only in pages that the layout has not made
		return 0
	}
	if k.media.index == nil {
		k.media.index = make(map[[sha256.Size]byte]int)
	}
	n := len(k.media.items)
	k.media.index[sum] = n
	name := "Image_" + strconv.Itoa(n+1) + "." + format
	k.media.items = append(k.media.items, medium{k.nextID(), name, format, data})
	return k.media.items[n].id
}

// writeDrawing writes the shapes of a drawing, each as an object of its own.
func (k *work) writeDrawing(p *layout.Picture) {
	labels := p.Labels
	for _, shape := range p.Drawing.Shapes {
		switch v := shape.(type) {
		case gongwen.Path:
			if scaled := scale(p, &v); len(scaled.steps) > 0 && (v.Fill.On || v.Stroke.On) {
				k.writePath(k.tagged(), scaled)
			}
		case gongwen.Label:
			if len(labels) > 0 {
				for i := range labels[0].Runs {
					k.writeRun(&labels[0], &labels[0].Runs[i])
				}
				labels = labels[1:]
			}
		}
	}
}

// scale returns a path of a drawing as it stands on the page.
func scale(p *layout.Picture, shape *gongwen.Path) *path {
	length := func(l gongwen.Length) gongwen.Length {
		return gongwen.Length(int64(l) * int64(p.Width) / int64(max(p.Drawing.Width, 1)))
	}
	spot := func(s gongwen.Spot) gongwen.Spot { return gongwen.Spot{X: p.X + length(s.X), Y: p.Y + length(s.Y)} }
	out := &path{fill: shape.Fill, stroke: shape.Stroke, thickness: length(shape.Thickness)}
	for _, s := range shape.Steps {
		out.steps = append(out.steps, gongwen.Step{Op: s.Op, To: spot(s.To), C1: spot(s.C1), C2: spot(s.C2)})
	}
	return out
}
