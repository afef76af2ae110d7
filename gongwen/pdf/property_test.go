package pdf_test

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/xml"
	"math/bits"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// readInfo returns the information dictionary, decoded.
func (r *reading) readInfo(t *testing.T, file []byte) map[string]string {
	t.Helper()
	m := regexp.MustCompile(`/Info (\d+) 0 R`).FindSubmatch(file)
	out := map[string]string{}
	for _, entry := range regexp.MustCompile(`/(\w+) (?:\(((?:\\.|[^)])*)\)|<feff(\w*)>)`).FindAllStringSubmatch(r.objects[number(t, string(m[1]))], -1) {
		value := strings.NewReplacer(`\(`, "(", `\)`, ")", `\\`, `\`).Replace(entry[2])
		if entry[3] != "" {
			b, err := hex.DecodeString(entry[3])
			require.NoError(t, err)
			var units []uint16
			for i := 0; i+1 < len(b); i += 2 {
				units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
			}
			value = string(utf16.Decode(units))
		}
		out[entry[1]] = value
	}
	return out
}

// readXMP returns the elements of the metadata that have text, by name.
func (r *reading) readXMP(t *testing.T) map[string]string {
	t.Helper()
	out, path := map[string]string{}, []string{}
	d := xml.NewDecoder(bytes.NewReader(r.stream(t, r.follow(t, r.catalog(t), "/Metadata "))))
	for {
		token, err := d.RawToken()
		if token == nil {
			require.ErrorContains(t, err, "EOF")
			return out
		}
		switch v := token.(type) {
		case xml.StartElement:
			path = append(path, v.Name.Space+":"+v.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			for i := len(path) - 1; i >= 0 && strings.TrimSpace(string(v)) != ""; i-- {
				if !strings.HasPrefix(path[i], "rdf:") {
					out[path[i]] += string(v)
					break
				}
			}
		}
	}
}

// The properties stand in the file twice and say the same, whatever is in them.
func TestPropertiesAgree(t *testing.T) {
	doc := &gongwen.Document{Title: "𬺈\x01(<&>)\\的\n报告 ", Props: gongwen.Props{
		Subject: "Report (2024)", Issuer: "甲局", Keywords: []string{"法治", "a<b"}, Index: "QY-1", Created: fazhi.DateOf(2025, time.February, 17),
	}}
	file := render(t, doc)
	r := read(t, file)
	require.Equal(t, map[string]string{
		"Title": "𬺈 (<&>)\\的 报告", "Subject": "Report (2024)", "Author": "甲局", "Keywords": "法治 a<b", "Producer": "fazhi",
		"CreationDate": "D:20250217000000+08'00'", "ModDate": "D:20250217000000+08'00'",
	}, r.readInfo(t, file))
	require.Equal(t, map[string]string{
		"pdfaid:part": "1", "pdfaid:conformance": "B", "dc:format": "application/pdf", "dc:language": "zh-CN", "dc:identifier": "QY-1",
		"dc:title": "𬺈 (<&>)\\的 报告", "dc:description": "Report (2024)", "dc:creator": "甲局", "pdf:Keywords": "法治 a<b", "pdf:Producer": "fazhi",
		"xmp:CreateDate": "2025-02-17T00:00:00+08:00", "xmp:ModifyDate": "2025-02-17T00:00:00+08:00",
	}, r.readXMP(t))
}

// What PDF/A-1 forbids is not there; what it demands is.
func TestArchivable(t *testing.T) {
	file := render(t, everything(t))
	r := read(t, file)
	for _, forbidden := range []string{"/SMask", "/CA ", "/ca ", "/Group", "/EmbeddedFiles", "/AF", "/JavaScript", "/DeviceCMYK", "/LZWDecode", "/Encrypt", "/Interpolate"} {
		for n, body := range r.objects {
			head, _, _ := strings.Cut(body, "stream\n")
			require.NotContains(t, head, forbidden, "object %d", n)
		}
	}
	require.Equal(t, "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", string(file[:15]))
	require.Contains(t, r.catalog(t), "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)")
	require.Contains(t, r.catalog(t), "/MarkInfo<</Marked true>>")
	profile := r.stream(t, r.follow(t, r.catalog(t), "/DestOutputProfile "))
	require.Equal(t, "mntrRGB XYZ ", string(profile[12:24]))
	for _, body := range r.objects {
		if strings.HasPrefix(body, "<</Type/FontDescriptor") {
			set := r.stream(t, r.follow(t, body, "/CIDSet "))
			ttf := r.stream(t, r.follow(t, body, "/FontFile2 "))
			ones := 0
			for _, b := range set {
				ones += bits.OnesCount8(b)
			}
			require.Equal(t, numGlyphs(ttf), ones)
		}
	}
}

// numGlyphs returns how many glyphs a font file has.
func numGlyphs(ttf []byte) int {
	entry := ttf[bytes.Index(ttf, []byte("maxp")):]
	return int(binary.BigEndian.Uint16(ttf[binary.BigEndian.Uint32(entry[8:])+4:]))
}

// Files travel inside under their names, and come out as they went in.
func TestFiles(t *testing.T) {
	doc := report()
	doc.Files = []gongwen.File{
		{Name: "数据.xlsx", MIME: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Doc: "年报的数据", Data: []byte("PK数据")},
		{Name: "../../etc/list.csv", Data: nil}, {Name: "/", Data: []byte("x")},
	}
	file := render(t, doc)
	r := read(t, file)
	require.Equal(t, "%PDF-1.7", string(file[:8]))
	require.Equal(t, "3", r.readXMP(t)["pdfaid:part"])
	associated := regexp.MustCompile(`/AF\[([^\]]*)\]`).FindStringSubmatch(r.catalog(t))[1]
	names := r.objects[r.follow(t, r.catalog(t), "/Names<</EmbeddedFiles ")]
	var got []string
	for i, m := range reference.FindAllStringSubmatch(associated, -1) {
		spec := r.objects[number(t, m[1])]
		require.Contains(t, spec, "/AFRelationship/Data")
		require.Equal(t, m[1], reference.FindAllStringSubmatch(names, -1)[i][1])
		data := r.follow(t, spec, "/EF<</F ")
		require.Contains(t, r.objects[data], "/ModDate(D:20250217000000+08'00')")
		got = append(got, regexp.MustCompile(`/UF([(<].*?[)>])`).FindStringSubmatch(spec)[1],
			regexp.MustCompile(`/Subtype(/\S*?)/Params`).FindStringSubmatch(r.objects[data])[1], string(r.stream(t, data)))
	}
	require.Equal(t, []string{
		"<feff6570636e002e0078006c00730078>", "/application#2fvnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK数据",
		"(list.csv)", "/application#2foctet-stream", "", "(file3)", "/application#2foctet-stream", "x",
	}, got)
	require.Contains(t, r.objects[r.follow(t, r.catalog(t), "/AF[")], "/Desc<feff5e74")
}

// Files with different files inside, or different properties, have different identifiers.
func TestIdentifier(t *testing.T) {
	id := regexp.MustCompile(`/ID\[<(\w{32})><(\w{32})>\]`)
	seen := map[string]bool{}
	for _, change := range []func(*gongwen.Document){
		func(*gongwen.Document) {},
		func(d *gongwen.Document) { d.Files = []gongwen.File{{Name: "a", Data: []byte("1")}} },
		func(d *gongwen.Document) { d.Files = []gongwen.File{{Name: "a", Data: []byte("2")}} },
		func(d *gongwen.Document) { d.Props.Subject = "x" },
		func(d *gongwen.Document) { d.Title += "。" },
		func(d *gongwen.Document) {
			d.Body = append(d.Body, gongwen.Image{Data: pngFile(t, picture(5, 5)), Alt: "a"})
		},
		func(d *gongwen.Document) {
			d.Body = append(d.Body, gongwen.Image{Data: pngFile(t, picture(5, 5)), Alt: "b"})
		},
	} {
		d := report()
		change(d)
		m := id.FindSubmatch(render(t, d))
		require.Equal(t, m[1], m[2])
		require.False(t, seen[string(m[1])])
		seen[string(m[1])] = true
	}
}
