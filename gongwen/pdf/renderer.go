package pdf

import (
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A Renderer writes documents as PDF. Make it with New. It may be used from several goroutines at once.
type Renderer struct {
	profile gongwen.Profile
	fonts   *layout.Fonts
	cuts    []*cutter // one for each font
	text    *huffman  // for what is written in letters: contents of pages, character maps
	pool    sync.Pool // of *work
}

var _ gongwen.Renderer = (*Renderer)(nil)

// New returns a renderer that sets documents on a page in fonts.
func New(profile gongwen.Profile, fonts *layout.Fonts) (*Renderer, error) {
	if fonts == nil {
		return nil, errors.New("pdf: 没有字体")
	}
	if _, _, err := layout.Lay(&gongwen.Document{}, profile, fonts); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	r := &Renderer{profile: profile, fonts: fonts, text: newHuffman([]byte(textSample))}
	for _, font := range fonts.All() {
		r.cuts = append(r.cuts, newCutter(font))
	}
	return r, nil
}

// Render sets a document and writes it. See gongwen.Renderer for what it promises.
func (r *Renderer) Render(w io.Writer, doc *gongwen.Document) (fazhi.Issues, error) {
	pages, issues, err := layout.Lay(doc, r.profile, r.fonts)
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return issues, r.RenderPages(w, pages)
}

// RenderPages writes a document that has been set, in the fonts of this renderer.
func (r *Renderer) RenderPages(w io.Writer, pages *layout.Pages) error {
	if pages == nil || pages.Fonts != r.fonts {
		return errors.New("pdf: 版面不是用这些字体排的")
	}
	k, ok := r.pool.Get().(*work)
	if !ok {
		k = newWork(r)
	}
	defer r.pool.Put(k)
	file, err := k.render(pages)
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

// A work holds what is needed to write one document. Its buffers are used again.
type work struct {
	renderer *Renderer
	used     []usage // one for each font
	content  []byte
	levels   []int     // of the headings above the next one
	raw      buffer    // gofpdf's file
	file     []byte    // ours
	offsets  []int     // of the objects in it
	glyphs   glyphList // of the font that is being written
	front    []byte    // of its file
	scratch  []byte
}

func newWork(r *Renderer) *work {
	return &work{renderer: r, used: make([]usage, len(r.fonts.All()))}
}

// render returns the file, which is valid until the next call.
func (k *work) render(pages *layout.Pages) ([]byte, error) {
	for i := range k.used {
		k.used[i].reset()
	}
	if err := k.draw(pages); err != nil {
		return nil, err
	}
	return k.finish(pages)
}
