package pdf

import (
	"bytes"
	"encoding/xml"
	"strings"
)

const (
	xmpStart = "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ` +
		`xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` + "\n"
	xmpEnd = "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
)

// appendXMP appends the properties as XMP, with the part of PDF/A (ISO 19005) that the file keeps to; the level is B.
func appendXMP(b []byte, list []property, part string) []byte {
	b = append(b, xmpStart...)
	b = append(append(append(b, "<pdfaid:part>"...), part...), "</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n"...)
	for _, p := range list {
		var escaped bytes.Buffer
		xml.EscapeText(&escaped, []byte(p.value)) // into memory: no error
		b = append(append(append(b, '<'), p.element...), '>')
		b = append(b, strings.Replace(p.form, "%s", escaped.String(), 1)...)
		b = append(append(append(b, "</"...), p.element...), ">\n"...)
	}
	return append(b, xmpEnd...)
}

// writeXMP writes the properties as XMP. PDF/A wants them uncompressed.
func (k *work) writeXMP(number int, list []property, part string) {
	k.scratch = appendXMP(k.scratch[:0], list, part)
	k.writeRaw(number, "/Type/Metadata/Subtype/XML", k.scratch)
}
