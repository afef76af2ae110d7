package pdf

import (
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// writeCatalog writes the catalogue, and before it the files that travel inside.
func (k *work) writeCatalog(p *plan, pages *layout.Pages, list []property) {
	names := 0
	if p.hasFiles {
		names = k.writeFiles(p, pages, list)
	}
	k.begin(p.raw)
	k.file = append(k.file, "<</Type/Catalog/Pages 1 0 R/Lang("+language+")/MarkInfo<</Marked true>>"+
		"/ViewerPreferences<</DisplayDocTitle true>>"...)
	k.ref("/StructTreeRoot ", p.structure)
	k.ref("/Metadata ", p.metadata)
	k.ref("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile ", p.intent)
	k.file = append(k.file, ">>]"...)
	if len(pages.Outline) > 0 {
		k.ref("/Outlines ", p.outline)
		k.file = append(k.file, "/PageMode/UseOutlines"...)
	}
	if p.hasFiles {
		k.ref("/Names<</EmbeddedFiles ", names)
		k.file = append(k.file, ">>/AF["...)
		for i := range pages.Files {
			k.ref(" ", p.files+fileObjects*i)
		}
		k.file = append(k.file, ']')
	}
	k.file = append(k.file, ">>"...)
	k.end()
}

// writeTrailer writes the table of offsets and the end of the file.
func (k *work) writeTrailer(p *plan, id []byte) {
	start := len(k.file)
	k.file = strconv.AppendInt(append(k.file, "xref\n0 "...), int64(len(k.offsets)), 10)
	k.file = append(k.file, "\n0000000000 65535 f \n"...)
	for _, offset := range k.offsets[1:] {
		at := len(k.file)
		k.file = append(k.file, "0000000000"...)
		for i := at + 9; offset > 0 && i >= at; i, offset = i-1, offset/10 {
			k.file[i] += byte(offset % 10)
		}
		k.file = append(k.file, " 00000 n \n"...)
	}
	k.file = strconv.AppendInt(append(k.file, "trailer\n<</Size "...), int64(len(k.offsets)), 10)
	k.file = strconv.AppendInt(append(k.file, "/Root "...), int64(p.raw), 10)
	k.file = strconv.AppendInt(append(k.file, " 0 R/Info "...), int64(p.raw-1), 10)
	k.file = append(k.file, " 0 R/ID["...)
	for range 2 {
		k.file = append(k.file, '<')
		for _, c := range id {
			k.file = append(k.file, hexDigits[c>>4], hexDigits[c&15])
		}
		k.file = append(k.file, '>')
	}
	k.file = strconv.AppendInt(append(k.file, "]>>\nstartxref\n"...), int64(start), 10)
	k.file = append(k.file, "\n%%EOF\n"...)
}
