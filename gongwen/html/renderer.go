package html

import (
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Options say how pages are made. The zero value is ready to use.
type Options struct {
	// Profile is the page of the style sheet for printing; GB9704 if zero.
	Profile gongwen.Profile

	// NavFrom is the number of headings of the first two levels from which a document without a table of contents gets a list
	// of links to them; 8 if zero, never if negative. It is not printed.
	NavFrom int
}

// A Renderer writes documents as HTML. It may be used from several goroutines at once.
type Renderer struct {
	navFrom       int
	width, height gongwen.Length // of the type area
	style         string
	buffers       sync.Pool
}

var _ gongwen.Renderer = (*Renderer)(nil)

// New returns a renderer. A profile without a page or without lines is an error.
func New(o Options) (*Renderer, error) {
	if o.Profile == (gongwen.Profile{}) {
		o.Profile = gongwen.GB9704()
	}
	if o.NavFrom == 0 {
		o.NavFrom = 8
	}
	p := &o.Profile
	if err := checkProfile(p); err != nil {
		return nil, err
	}
	r := &Renderer{navFrom: o.NavFrom, width: p.TextWidth, height: p.TextHeight, style: screenStyle + printStyle(p)}
	r.buffers.New = func() any { return new(writer) }
	return r, nil
}

func checkProfile(p *gongwen.Profile) error {
	var errs []error
	for _, m := range [...]struct {
		name   string
		length gongwen.Length
	}{
		{"Width", p.Width}, {"Height", p.Height}, {"TextWidth", p.TextWidth}, {"TextHeight", p.TextHeight},
		{"LinePitch", p.LinePitch}, {"BodySize", p.BodySize}, {"TitleSize", p.TitleSize}, {"MarkSize", p.MarkSize},
		{"SmallSize", p.SmallSize},
	} {
		if m.length <= 0 {
			errs = append(errs, fmt.Errorf("html: 版式的 %s 应当大于零", m.name))
		}
	}
	if int64(p.Left)+int64(p.TextWidth) > int64(p.Width) || int64(p.Top)+int64(p.TextHeight) > int64(p.Height) {
		errs = append(errs, errors.New("html: 版心大于纸张"))
	}
	return errors.Join(errs...)
}

// Render writes the document as HTML. It keeps the contract of gongwen.Renderer; of fonts it knows nothing, so it reports
// CodeControl for characters that HTML cannot hold and CodePrivate for those that no two fonts draw alike. It also reports
// CodeAlt and gongwen.CodeFiles.
func (r *Renderer) Render(w io.Writer, d *gongwen.Document) (fazhi.Issues, error) {
	if d == nil {
		return nil, errors.New("html: 没有文档")
	}
	page, _ := r.buffers.Get().(*writer)
	defer func() {
		page.reset(nil, nil)
		r.buffers.Put(page)
	}()
	d, unplaced := d.Placed()
	page.reset(r, d)
	if err := page.plan(); err != nil {
		return nil, err
	}
	page.document()
	if _, err := w.Write(page.b); err != nil {
		return nil, fmt.Errorf("html: %w", err)
	}
	return append(unplaced, page.issues...), nil
}
