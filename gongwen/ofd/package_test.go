package ofd_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
)

// The parts are those that a reader expects, OFD.xml the first; none has a time of its own.
func TestParts(t *testing.T) {
	file := render(t, report())
	r, err := read(file)
	require.NoError(t, err)
	require.Equal(t, "OFD.xml", r.names[0])
	for _, name := range []string{"Doc_0/Document.xml", "Doc_0/PublicRes.xml", "Doc_0/Pages/Page_9/Content.xml", "Doc_0/CustomTags.xml",
		"Doc_0/Tags/gongwen.xml"} {
		require.Contains(t, r.names, name)
	}
	require.NotContains(t, r.names, "Doc_0/DocumentRes.xml", "there are no images")
	require.NotContains(t, r.names, "Doc_0/Attachments.xml", "there are no files")
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	for _, f := range z.File {
		require.Equal(t, time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC), f.Modified.UTC())
		require.Zero(t, f.Flags, "sizes and sums stand before the data, for readers that read in one go")
	}
}

func TestProperties(t *testing.T) {
	_, r := laid(t, upward(t))
	info := r.info.Bodies[0].Info
	require.Regexp(t, `^[0-9a-f]{32}$`, info.DocID)
	require.Equal(t, []string{"泉州市泉源区司法局关于2024年度法治政府建设情况的报告", "泉州市泉源区司法局", "法治政府建设", "2025-02-17", "fazhi"},
		[]string{info.Title, info.Author, info.Subject, info.CreationDate, info.Creator})
	require.Equal(t, []string{"法治", "年度报告"}, info.Keywords)
	custom := map[string]string{}
	for _, c := range info.Custom {
		custom[c.Name] = c.Value
	}
	require.Equal(t, map[string]string{"发文字号": "泉源司〔2025〕5号", "密级和保密期限": "机密★1年", "紧急程度": "加急", "索引号": "QY-2025-0002",
		"公开属性": "主动公开"}, custom)
	require.Equal(t, "0 0 210 297", r.doc.Box)
}

// The identifier changes with whatever changes in the file.
func TestDocID(t *testing.T) {
	seen := map[string]string{}
	add := func(name string, change func(*gongwen.Document)) {
		d := upward(t)
		change(d)
		_, r := laid(t, d)
		id := r.info.Bodies[0].Info.DocID
		require.Empty(t, seen[id], name)
		seen[id] = name
	}
	add("nothing", func(*gongwen.Document) {})
	add("text", func(d *gongwen.Document) { d.Note = "此件依申请公开" })
	add("property", func(d *gongwen.Document) { d.Props.Index = "QY-2025-0003" })
	add("file", func(d *gongwen.Document) { d.Files[1].Data = []byte{1, 2, 4} })
	add("image", func(d *gongwen.Document) {
		jpeg := d.Body[len(d.Body)-2].(gongwen.Image)
		jpeg.Data[len(jpeg.Data)/2]++
	})
}

// Identifiers are given once, in the order of drawing, and none is above MaxUnitID.
func TestIdentifiers(t *testing.T) {
	for name, d := range samples(t) {
		_, r := laid(t, d)
		ids := slices.Concat(slices.Collect(maps.Keys(r.fonts)), slices.Collect(maps.Keys(r.media)))
		for _, p := range r.pages {
			require.True(t, slices.IsSorted(p.ids), name)
			ids = append(append(ids, p.id), p.ids...)
		}
		slices.Sort(ids)
		require.Len(t, slices.Compact(slices.Clone(ids)), len(ids), name)
		require.Greater(t, ids[0], 1, "1 is the colour space")
		require.LessOrEqual(t, ids[len(ids)-1], r.doc.MaxUnitID, name)
	}
}

// The outline has every heading, inside the one above it, and leads to its page and height.
func TestOutline(t *testing.T) {
	pages, r := laid(t, upward(t))
	var flat []xmlOutline
	var depths []int
	var walk func([]xmlOutline, int)
	walk = func(elems []xmlOutline, depth int) {
		for _, e := range elems {
			flat, depths = append(flat, e), append(depths, depth)
			walk(e.Elems, depth+1)
		}
	}
	walk(r.doc.Outlines, 1)
	require.Len(t, flat, len(pages.Outline))
	for i, e := range pages.Outline {
		require.Equal(t, e.Text, flat[i].Title)
		require.Equal(t, e.Level, depths[i])
		require.Equal(t, r.pages[e.Page].id, flat[i].Dest.Page)
		require.InDelta(t, e.Y.Millimetres(), flat[i].Dest.Top, 0.001)
	}
}

// Levels that are skipped do not make empty entries.
func TestOutlineSkipsNoLevel(t *testing.T) {
	d := &gongwen.Document{Body: []gongwen.Block{
		gongwen.Heading{Level: 3, Text: text("深")}, gongwen.Heading{Level: 1, Text: text("浅")}, gongwen.Heading{Level: 4, Text: text("再深")},
	}}
	_, r := laid(t, d)
	require.Len(t, r.doc.Outlines, 2)
	require.Len(t, r.doc.Outlines[1].Elems, 1)
}

// Every line of the table of contents leads to its heading.
func TestContentsLead(t *testing.T) {
	pages, r := laid(t, upward(t))
	want := 0
	for _, l := range pages.Pages[0].Lines {
		if l.Target > 0 {
			want += len(l.Runs)
		}
	}
	require.Greater(t, want, 5)
	require.Equal(t, want, r.pages[0].targets)
}

func TestFiles(t *testing.T) {
	d := upward(t)
	_, r := laid(t, d)
	var list struct {
		Items []struct {
			ID      string `xml:",attr"`
			Name    string `xml:",attr"`
			Format  string `xml:",attr"`
			Usage   string `xml:",attr"`
			FileLoc string
		} `xml:"Attachment"`
	}
	require.NoError(t, r.unmarshal("Doc_0/"+r.doc.Attachments, &list))
	require.Len(t, list.Items, len(d.Files))
	for i, f := range d.Files {
		require.Equal(t, f.Name[strings.LastIndexAny(f.Name, `/\`)+1:], list.Items[i].Name)
		require.Equal(t, f.Doc, list.Items[i].Usage)
		require.Regexp(t, `^Attachs/File_\d+(\.[a-z0-9]+)?$`, list.Items[i].FileLoc, "the name leads nowhere else")
		require.Equal(t, append([]byte{}, f.Data...), r.parts["Doc_0/"+list.Items[i].FileLoc])
	}
	require.Equal(t, "csv", list.Items[0].Format)
}

func TestNamesOfFilesLeadNowhere(t *testing.T) {
	for name, want := range map[string]string{"../../a.txt": "a.txt", `c:\b.csv`: "b.csv", "": "file1", "folder/": "file1"} {
		_, r := laid(t, &gongwen.Document{Files: []gongwen.File{{Name: name, Data: []byte("1")}}})
		require.Contains(t, string(r.parts["Doc_0/"+r.doc.Attachments]), ` Name="`+want+`"`, name)
	}
}

type tagged struct {
	XMLName xml.Name
	Name    string `xml:",attr"`
	Objects []struct {
		Page int `xml:"PageRef,attr"`
		ID   int `xml:",chardata"`
	} `xml:"http://www.ofdspec.org/2016 ObjectRef"`
}

func tags(t *testing.T, r *reading) []tagged {
	t.Helper()
	var list struct {
		Elements []tagged `xml:",any"`
	}
	require.NoError(t, xml.Unmarshal(r.parts["Doc_0/Tags/gongwen.xml"], &list))
	return list.Elements
}

// Every text object, and nothing that does not exist, belongs to one element.
func TestTagsCoverTheText(t *testing.T) {
	for name, d := range samples(t) {
		_, r := laid(t, d)
		count := map[[2]int]int{}
		for _, e := range tags(t, r) {
			require.NotEmpty(t, e.Name, e.XMLName)
			require.NotEqual(t, "Other", e.XMLName.Local)
			for _, o := range e.Objects {
				count[[2]int{o.Page, o.ID}]++
			}
		}
		for _, p := range r.pages {
			for _, o := range p.texts {
				require.Equal(t, 1, count[[2]int{p.id, o.id}], name)
				delete(count, [2]int{p.id, o.id})
			}
		}
		for key := range count {
			i := slices.IndexFunc(r.pages, func(p readPage) bool { return p.id == key[0] })
			require.GreaterOrEqual(t, i, 0)
			require.Contains(t, r.pages[i].ids, key[1])
		}
	}
}

// What the tags call the title, the number, a paragraph is that; a paragraph that goes on on the next page is one element.
func TestTagsNameTheElements(t *testing.T) {
	d := report()
	d.Head = upward(t).Head
	_, r := laid(t, d)
	text := map[[2]int]string{}
	for _, p := range r.pages {
		for _, o := range p.texts {
			for _, g := range o.glyphs {
				text[[2]int{p.id, o.id}] += g.text
			}
		}
	}
	found := map[string][]string{}
	across := 0
	for _, e := range tags(t, r) {
		var b strings.Builder
		for _, o := range e.Objects {
			b.WriteString(text[[2]int{o.Page, o.ID}])
		}
		found[e.Name] = append(found[e.Name], b.String())
		if e.XMLName.Local == "Body" && e.Objects[0].Page != e.Objects[len(e.Objects)-1].Page {
			across++
		}
	}
	require.Equal(t, []string{d.Title}, found["标题"])
	require.Equal(t, []string{"泉源司〔2025〕5号"}, found["发文字号"])
	require.Equal(t, "一、工作开展情况", found["一级标题"][0])
	require.Equal(t, []string{"区委、区政府："}, found["主送机关"])
	require.Len(t, found["正文"], 12)
	require.Greater(t, across, 5)
}

// The entries of a table of contents, the cells of a table and the pictures are elements, each with all its objects.
func TestTagsOfParts(t *testing.T) {
	pages, r := laid(t, upward(t))
	count := map[string]int{}
	for _, e := range tags(t, r) {
		count[e.XMLName.Local]++
	}
	require.Equal(t, 5, count["ContentsEntry"])
	require.Equal(t, 2*2, count["TableHeader"])
	require.Equal(t, 2*4, count["TableCell"])
	require.Equal(t, 3, count["Image"])
	require.Equal(t, 1, count["Drawing"])
	require.Equal(t, len(pages.Pages), count["PageNumber"])
}
