package ofd

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A Renderer writes documents as OFD. Make it with New. It may be used from several goroutines at once.
type Renderer struct {
	profile gongwen.Profile
	fonts   *layout.Fonts
	pool    sync.Pool // of *work
}

var _ gongwen.Renderer = (*Renderer)(nil)

// New returns a renderer that sets documents on a page in fonts.
func New(profile gongwen.Profile, fonts *layout.Fonts) (*Renderer, error) {
	if fonts == nil {
		return nil, errors.New("ofd: 没有字体")
	}
	if _, _, err := layout.Lay(&gongwen.Document{}, profile, fonts); err != nil {
		return nil, fmt.Errorf("ofd: %w", err)
	}
	return &Renderer{profile: profile, fonts: fonts}, nil
}

// Render sets a document and writes it. See gongwen.Renderer for what it promises.
func (r *Renderer) Render(w io.Writer, doc *gongwen.Document) (fazhi.Issues, error) {
	pages, issues, err := layout.Lay(doc, r.profile, r.fonts)
	if err != nil {
		return nil, fmt.Errorf("ofd: %w", err)
	}
	return issues, r.RenderPages(w, pages)
}

// RenderPages writes a document that has been set, in the fonts of this renderer.
func (r *Renderer) RenderPages(w io.Writer, pages *layout.Pages) error {
	if pages == nil || pages.Fonts != r.fonts {
		return errors.New("ofd: 版面不是用这些字体排的")
	}
	if len(pages.Pages) == 0 {
		return errors.New("ofd: 没有一页")
	}
	k, ok := r.pool.Get().(*work)
	if !ok {
		k = &work{used: make([]usage, len(r.fonts.All())), zip: archive{digest: sha256.New()}}
	}
	err := k.render(pages)
	if err == nil {
		err = k.zip.writeTo(w)
	}
	k.release()
	r.pool.Put(k)
	if err != nil {
		return fmt.Errorf("ofd: %w", err)
	}
	return nil
}

// A work holds what is needed to write one document. Its buffers are used again.
type work struct {
	pages *layout.Pages
	used  []usage // one for each font
	zip   archive
	xml   []byte // the part that is being written
	cells []cell // of the run that is being written
	media mediaList
	tags  tagList

	id        int // the last identifier that was given
	firstPage int // identifier of the first page; the others follow
	page      int // index of the page that is being written
}

// The folder of the document and the identifier of its colour space; the folder of its pages.
const (
	folder     = "Doc_0/"
	colorSpace = 1
)

// render makes the parts of the file.
func (k *work) render(pages *layout.Pages) error {
	k.pages = pages
	k.id = colorSpace
	if err := k.collect(); err != nil {
		return err
	}
	k.firstPage = k.id + 1
	k.id += len(pages.Pages)
	for k.page = range pages.Pages {
		if err := k.writePage(&pages.Pages[k.page]); err != nil {
			return err
		}
	}
	for _, write := range []func() error{
		k.writeFonts, k.writeMedia, k.writeTags, k.writeAttachments, k.writeDocument, k.writeOFD,
	} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// release forgets the document, so that only buffers are kept.
func (k *work) release() {
	k.pages = nil
	for i := range k.used {
		k.used[i].reset()
	}
	k.zip.reset()
	k.media.reset()
	k.tags.reset()
}

// nextID returns an identifier that nothing has yet.
func (k *work) nextID() int {
	k.id++
	return k.id
}

// pageID returns the identifier of a page.
func (k *work) pageID(index int) int { return k.firstPage + index }
