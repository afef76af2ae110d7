// Package charttest checks drawings as a reader sees them:
//
//	err := charttest.Check(drawing, fonts) // nil: every text can be read
//
// It is meant for tests of programs that draw charts and pictures with texts.
package charttest

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A box is the room that a label takes: as wide as its characters are in the fonts, as high as its size.
type box struct {
	label                    gongwen.Label
	left, top, right, bottom int64
}

// Check returns everything that keeps a drawing from being read: it is not valid, a label stands partly outside of it, a
// label covers another one.
func Check(d gongwen.Drawing, fonts *layout.Fonts) error {
	if _, err := gongwen.Lower([]gongwen.Block{d}); err != nil {
		return fmt.Errorf("charttest: %w", err)
	}
	var faults []error
	var boxes []box
	for _, s := range d.Shapes {
		label, ok := s.(gongwen.Label)
		if !ok {
			continue
		}
		b := boxOf(label, fonts)
		if b.left < 0 || b.top < 0 || b.right > int64(d.Width) || b.bottom > int64(d.Height) {
			faults = append(faults, fmt.Errorf("charttest: %q stands outside of the drawing", label.Text))
		}
		for _, other := range boxes {
			if b.covers(other) {
				faults = append(faults, fmt.Errorf("charttest: %q and %q cover each other", other.label.Text, label.Text))
			}
		}
		boxes = append(boxes, b)
	}
	return errors.Join(faults...)
}

// boxOf measures a label.
func boxOf(l gongwen.Label, fonts *layout.Fonts) box {
	width := int64(0)
	for _, r := range l.Text {
		if layout.Invisible(r) {
			continue
		}
		font, ok := fonts.Pick(l.Face, r)
		if !ok {
			width += int64(l.Size) // a box
			continue
		}
		g, _ := font.TrueType().Glyph(r)
		width += int64(font.Width(g)) * int64(l.Size) / 1000
	}
	left := int64(l.At.X)
	switch l.Anchor {
	case gongwen.Middle:
		left -= width / 2
	case gongwen.End:
		left -= width
	}
	top := int64(l.At.Y) - int64(l.Size)*88/100
	return box{l, left, top, left + width, top + int64(l.Size)}
}

// covers reports whether two boxes have room in common.
func (b box) covers(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}
