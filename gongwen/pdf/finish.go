package pdf

import (
	"bytes"
	"crypto/sha256"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// finish writes the file anew: with text, fonts, images, structure and what else gofpdf cannot do. Its identifier depends on
// all that makes it up.
func (k *work) finish(pages *layout.Pages) ([]byte, error) {
	objects, err := readObjects(k.raw.b)
	if err != nil {
		return nil, err
	}
	p := k.plan(pages, len(objects))
	list := properties(pages)
	id := sha256.New()
	id.Write(k.raw.b)
	id.Write(k.content)
	k.file = append(append(k.file[:0], p.version()...), "\n%\xe2\xe3\xcf\xd3\n"...)
	for _, o := range objects {
		if err := k.writeRawObject(p, pages, o, list); err != nil {
			return nil, err
		}
	}
	if err := k.writeFonts(p, id); err != nil {
		return nil, err
	}
	for i := range k.images.list {
		k.writeImage(p.images+i, &k.images.list[i])
		id.Write(k.images.list[i].digest[:])
	}
	rest := len(k.file)
	k.writeRest(p, pages, list)
	id.Write(k.file[rest:])
	k.writeTrailer(p, id.Sum(nil)[:16])
	return k.file, nil
}

// writeRest writes what is not on the pages.
func (k *work) writeRest(p *plan, pages *layout.Pages, list []property) {
	k.writeRaw(p.intent, "/N 3/Filter/FlateDecode", k.renderer.intent)
	k.writeXMP(p.metadata, list, p.part())
	k.writeOutline(p, pages)
	k.writeLinks(p, pages)
	k.writeStructure(p, pages)
	k.writeCatalog(p, pages, list)
}

// writeRawObject writes an object of gofpdf, with what it lacks.
func (k *work) writeRawObject(p *plan, pages *layout.Pages, o object, list []property) error {
	last := firstPage + 2*len(pages.Pages)
	switch n := o.number; {
	case n == resources:
		k.writeResources(p)
	case n == p.raw: // the catalogue, which comes last here too
	case n == p.raw-1:
		k.writeInfo(n, list)
	case n >= firstPage && n < last && (n-firstPage)%2 == 0:
		return k.writePage(p, o)
	case n >= firstPage && n < last:
		return k.writeContents(o, (n-firstPage)/2)
	default:
		k.writeObject(n, o.body)
	}
	return nil
}

// writePage writes a page with its links and its number in the way back to the structure. Tab goes in the order of the
// structure.
func (k *work) writePage(p *plan, o object) error {
	body, ok := bytes.CutSuffix(o.body, []byte(">>\n"))
	if !ok {
		return errRaw
	}
	page := (o.number - firstPage) / 2
	k.begin(o.number)
	k.file = appendKey(append(k.file, body...), "/Tabs/S/StructParents ", page)
	open := false
	for ; k.linked < len(k.links) && k.links[k.linked].page == page; k.linked++ {
		if !open {
			k.file = append(k.file, "/Annots["...)
			open = true
		}
		k.ref(" ", p.annotations+k.linked)
	}
	if open {
		k.file = append(k.file, ']')
	}
	k.file = append(k.file, ">>"...)
	k.end()
	return nil
}

// writeContents writes what a page shows: the pictures and rules that gofpdf has drawn, and the text.
func (k *work) writeContents(o object, page int) error {
	body, ok := between(o.body, ">>\nstream\n", "\nendstream\n")
	if !ok {
		return errRaw
	}
	k.scratch = append(append(k.scratch[:0], body...), '\n')
	from := 0
	if page > 0 {
		from = k.ends[page-1]
	}
	k.scratch = append(k.scratch, k.content[from:k.ends[page]]...)
	k.writeStream(o.number, k.scratch, k.renderer.text)
	return nil
}

// writeResources names the fonts and images that the document uses.
func (k *work) writeResources(p *plan) {
	k.begin(resources)
	k.file = append(k.file, "<</Font<<"...)
	n := p.fonts
	for i := range k.used {
		if len(k.used[i].mappings) > 0 {
			k.file = appendKey(k.file, "/F", i)
			k.ref(" ", n)
			n += fontObjects
		}
	}
	k.file = append(k.file, ">>"...)
	if len(k.images.list) > 0 {
		k.file = append(k.file, "/XObject<<"...)
		for i := range k.images.list {
			k.file = appendKey(k.file, "/I", i)
			k.ref(" ", p.images+i)
		}
		k.file = append(k.file, ">>"...)
	}
	k.file = append(k.file, ">>"...)
	k.end()
}

func (k *work) writeImage(number int, r *raster) {
	extra := appendKey([]byte("/Type/XObject/Subtype/Image/BitsPerComponent 8"), "/Width ", r.width)
	extra = appendKey(extra, "/Height ", r.height)
	extra = append(append(append(extra, "/ColorSpace/"...), r.space...), "/Filter/"...)
	k.writeRaw(number, string(append(extra, r.filter...)), r.data)
}
