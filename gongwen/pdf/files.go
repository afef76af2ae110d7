package pdf

import (
	"cmp"
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// fileObjects is the number of objects of a file that travels inside.
const fileObjects = 2

// writeFiles writes the files that travel inside, as PDF/A-3 (ISO 19005-3, 6.8) has it, and the way from their names to them,
// whose number it returns.
func (k *work) writeFiles(p *plan, pages *layout.Pages, list []property) int {
	for i := range pages.Files {
		f := &pages.Files[i]
		number := p.files + fileObjects*i
		k.begin(number)
		k.file = appendText(append(k.file, "<</Type/Filespec/F"...), fileName(f, i))
		k.file = appendText(append(k.file, "/UF"...), fileName(f, i))
		k.ref("/EF<</F ", number+1)
		k.ref("/UF ", number+1)
		k.file = append(k.file, ">>/AFRelationship/Data"...)
		if f.Doc != "" {
			k.file = appendText(append(k.file, "/Desc"...), f.Doc)
		}
		k.file = append(k.file, ">>"...)
		k.end()
		k.writeFileData(number+1, f, list)
	}
	return k.writeTree("Names", len(pages.Files), func(i int) { k.file = fmt.Appendf(k.file, "(file%09d)", i) }, func(i int) {
		k.ref("", p.files+fileObjects*i)
	})
}

// fileName returns the name of a file without folders.
func fileName(f *gongwen.File, i int) string {
	return cmp.Or(clean(f.BaseName(i+1)), gongwen.File{}.BaseName(i+1))
}

func (k *work) writeFileData(number int, f *gongwen.File, list []property) {
	media := f.MIME
	if media == "" {
		media = "application/octet-stream"
	}
	extra := appendName([]byte("/Type/EmbeddedFile/Filter/FlateDecode/Subtype"), media)
	extra = appendKey(append(extra, "/Params<<"...), "/Size ", len(f.Data))
	for _, p := range list {
		if p.key == "ModDate" {
			extra = appendLiteral(append(extra, "/ModDate"...), p.value)
		}
	}
	k.writeRaw(number, string(append(extra, ">>"...)), k.packer.pack(f.Data))
}
