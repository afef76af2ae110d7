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
	intent  []byte    // colour profile of the output, compressed
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
	r := &Renderer{profile: profile, fonts: fonts, text: newHuffman([]byte(textSample)), intent: deflate(srgbProfile())}
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
	if pages == nil || pages.Fonts != r.fonts || len(pages.Pages) == 0 {
		return errors.New("pdf: 没有版面，或者版面不是用这些字体排的")
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

	tagger
	linker
	packer  packer
	images  images
	figures []figure // of the page that is drawn
	content []byte   // text of all pages
	ends    []int    // where the text of each page ends
	now     state    // of the text
	open    int      // the element of the content that is open

	raw       buffer // gofpdf's file
	file      []byte // ours
	offsets   []int  // of the objects in it
	linked    int    // how many links are on pages that have been written
	bookmarks []bookmark

	glyphs  glyphList // of the font that is being written
	front   []byte    // of its file
	outline []byte    // of one of its glyphs
	scratch []byte
}

func newWork(r *Renderer) *work {
	return &work{renderer: r, used: make([]usage, len(r.fonts.All()))}
}

// render returns the file, which is valid until the next call.
func (k *work) render(pages *layout.Pages) ([]byte, error) {
	for i := range k.used {
		k.used[i].reset()
	}
	k.tagger.begin(pages)
	k.linker.reset()
	k.images.reset()
	k.content, k.ends, k.linked = k.content[:0], k.ends[:0], 0
	if err := k.draw(pages); err != nil {
		return nil, err
	}
	return k.finish(pages)
}
