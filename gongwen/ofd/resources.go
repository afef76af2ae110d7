package ofd

import (
	"strconv"
	"strings"
)

// bold is the weight from which a font counts as bold.
const bold = 600

// writeFonts writes the fonts that were cut out and the list of them.
//
// FontName is the name of the embedded font, which no computer has installed, so that nobody takes the numbers of our
// glyphs for those of another font; FamilyName is what to look for where embedded fonts are not read.
func (k *work) writeFonts() error {
	k.begin("Res", ` BaseLoc="Res"><ofd:ColorSpaces><ofd:ColorSpace`)
	k.addInt("ID", colorSpace)
	k.add(` Type="RGB" BitsPerComponent="8"/></ofd:ColorSpaces>`)
	k.add("<ofd:Fonts>")
	for i := range k.used {
		u := &k.used[i]
		if u.id == 0 {
			continue
		}
		file := "Font_" + strconv.Itoa(u.id) + ".ttf"
		if err := k.zip.addFont(folder+"Res/"+file, u.subset.TTF()); err != nil {
			return err
		}
		k.addFont(u, file)
	}
	k.add("</ofd:Fonts></ofd:Res>")
	return k.zip.addXML(folder+"PublicRes.xml", k.xml)
}

func (k *work) addFont(u *usage, file string) {
	metrics := u.font.TrueType().Metrics()
	k.add("<ofd:Font")
	k.addInt("ID", u.id)
	k.addAttr("FontName", u.font.TrueType().Name().PostScript)
	if name := u.font.Name(); name != "" {
		k.addAttr("FamilyName", name)
	}
	if metrics.Weight >= bold {
		k.add(` Bold="true"`)
	}
	if metrics.Italic != 0 {
		k.add(` Italic="true"`)
	}
	k.add("><ofd:FontFile>", file, "</ofd:FontFile></ofd:Font>")
}

// writeMedia writes the images as they are and the list of them, if there are any.
func (k *work) writeMedia() error {
	if len(k.media.items) == 0 {
		return nil
	}
	k.begin("Res", ` BaseLoc="Res"><ofd:MultiMedias>`)
	for _, m := range k.media.items {
		k.zip.addStored(folder+"Res/"+m.name, m.data)
		k.add("<ofd:MultiMedia")
		k.addInt("ID", m.id)
		k.add(` Type="Image" Format="`, strings.ToUpper(m.format), `"><ofd:MediaFile>`, m.name, "</ofd:MediaFile></ofd:MultiMedia>")
	}
	k.add("</ofd:MultiMedias></ofd:Res>")
	return k.zip.addXML(folder+"DocumentRes.xml", k.xml)
}

// writeAttachments writes the files that travel inside the document and the list of them, if there are any. Their names in
// the archive are ours, so that no name can lead out of it.
func (k *work) writeAttachments() error {
	if len(k.pages.Files) == 0 {
		return nil
	}
	k.begin("Attachments", ">")
	for i := range k.pages.Files {
		f := &k.pages.Files[i]
		number := strconv.Itoa(i + 1)
		extension := extensionOf(f.Name)
		name := "Attachs/File_" + number
		if extension != "" {
			name += "." + extension
		}
		if err := k.zip.addFile(folder+name, f.Data); err != nil {
			return err
		}
		k.add(`<ofd:Attachment ID="A`, number, `"`)
		k.addAttr("Name", f.BaseName(i+1))
		if extension != "" {
			k.addAttr("Format", extension)
		}
		k.add(` Size="`)
		k.xml = append(appendDecimal(k.xml, round(int64(len(f.Data))*1000, 1024), 1000), '"') // KB
		if f.Doc != "" {
			k.addAttr("Usage", f.Doc)
		}
		k.add("><ofd:FileLoc>", name, "</ofd:FileLoc></ofd:Attachment>")
	}
	k.add("</ofd:Attachments>")
	return k.zip.addXML(folder+"Attachments.xml", k.xml)
}

// extensionOf returns the end of a file name in small letters, without its dot; "" if it is none that is usual.
func extensionOf(name string) string {
	at := strings.LastIndexByte(name, '.')
	extension := strings.ToLower(name[at+1:])
	if at < 0 || len(extension) > 8 {
		return ""
	}
	for _, c := range []byte(extension) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return ""
		}
	}
	return extension
}
