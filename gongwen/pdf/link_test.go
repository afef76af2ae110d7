package pdf_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
)

// A readLink is a link annotation as it is read back.
type readLink struct {
	page           int
	x1, y1, x2, y2 float64
	uri, contents  string
	target         int // page
	top            float64
}

var (
	rectPattern = regexp.MustCompile(`/Rect\[([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) \]`)
	destPattern = regexp.MustCompile(`/Dest\[(\d+) 0 R/XYZ null ([\d.]+) null\]`)
	uriPattern  = regexp.MustCompile(`/A<</S/URI/URI\((.*?)\)>>`)
)

// readLinks reads the links of all pages.
func (r *reading) readLinks(t *testing.T) []readLink {
	t.Helper()
	pageOf := map[int]int{}
	for i, p := range r.pages {
		pageOf[p.object] = i
	}
	var out []readLink
	for i, p := range r.pages {
		_, annots, _ := strings.Cut(r.objects[p.object], "/Annots[")
		annots, _, _ = strings.Cut(annots, "]")
		for _, m := range reference.FindAllStringSubmatch(annots, -1) {
			body := r.objects[number(t, m[1])]
			require.Contains(t, body, "/Subtype/Link/F 4")
			require.Contains(t, body, fmt.Sprintf("/P %d 0 R", p.object))
			l := readLink{page: i, contents: regexp.MustCompile(`/Contents([(<].*[)>])>>$`).FindStringSubmatch(body)[1]}
			rect := rectPattern.FindStringSubmatch(body)
			for j, v := range []*float64{&l.x1, &l.y1, &l.x2, &l.y2} {
				*v, _ = strconv.ParseFloat(rect[j+1], 64)
			}
			if uri := uriPattern.FindStringSubmatch(body); uri != nil {
				l.uri = uri[1]
			} else {
				dest := destPattern.FindStringSubmatch(body)
				l.target = pageOf[number(t, dest[1])]
				l.top, _ = strconv.ParseFloat(dest[2], 64)
			}
			out = append(out, l)
		}
	}
	return out
}

// under returns the characters of a page that stand in a link.
func (l readLink) under(p readPage) string {
	var b strings.Builder
	for _, g := range p.glyphs {
		if g.x >= l.x1-0.1 && g.x < l.x2-0.1 && g.y >= l.y1 && g.y < l.y2 {
			b.WriteString(g.text)
		}
	}
	return b.String()
}

// Every entry of the table of contents is one link, over dots and page number, to the line of its heading.
func TestContentsLead(t *testing.T) {
	doc := everything(t)
	pages, file := set(t, doc), read(t, render(t, doc))
	links := file.readLinks(t)
	n := 0
	for _, l := range links {
		if l.uri != "" {
			continue
		}
		e := pages.Outline[n]
		n++
		require.Equal(t, e.Page, l.target)
		require.InDelta(t, (pages.Profile.Height - e.Y).Points(), l.top, 0.002)
		require.Regexp(t, "^"+regexp.QuoteMeta(e.Text)+"…*"+strconv.Itoa(e.Page+1)+"$", l.under(file.pages[l.page]))
		require.NotEmpty(t, l.contents)
	}
	require.Len(t, pages.Outline, n)
}

// Each line of a heading is a link; if each said the whole heading, a long one would make a file of gigabytes.
func TestLinksToALongHeadingAreShort(t *testing.T) {
	heading := gongwen.Heading{Level: 1, Text: []gongwen.Span{gongwen.Text(strings.Repeat("很长", 5000))}}
	file := render(t, &gongwen.Document{Body: []gongwen.Block{gongwen.Contents{}, heading}})
	links := read(t, file).readLinks(t)
	require.Greater(t, len(links), 300)
	for _, l := range links {
		require.Len(t, l.contents, len("<feff>")+4*251, "250 characters and …")
	}
}

// Web addresses are links, whole ones where they are broken into lines; marks after them do not belong to them.
func TestWebAddresses(t *testing.T) {
	long := "https://sf.quanyuan.example/" + strings.Repeat("zfxxgk/", 30) + "index.html"
	for _, c := range []struct {
		text string
		want []string
	}{
		{"见https://a.example/b?c=d#e。", []string{"https://a.example/b?c=d#e"}},
		{"见http://a.example,https://b.example.", []string{"http://a.example,https://b.example"}},
		{"（http://a.example）和(http://b.example)", []string{"http://a.example", "http://b.example"}},
		{"http:// https://，httpx://a", nil}, {"http://a", []string{"http://a"}}, {"https://", nil}, {"h", nil},
		{"先写几个字，再写一个很长的地址：" + long + "，然后接着写。", []string{long}},
		{"一行的末尾正好是一个网址，所以后面一行的文字不属于它，请看这里https://a.example 2024年。", []string{"https://a.example"}},
		{"太长的不是链接：" + strings.Repeat(long, 10), nil},
		{strings.Repeat("字", 18) + "https://a.example/ 2024", []string{"https://a.example/"}},
	} {
		file := read(t, render(t, &gongwen.Document{Body: []gongwen.Block{paragraph(c.text)}}))
		links := file.readLinks(t)
		var got []string
		shown := ""
		for _, l := range links {
			require.Equal(t, "("+l.uri+")", l.contents)
			if shown += l.under(file.pages[l.page]); shown == l.uri {
				got, shown = append(got, l.uri), ""
			}
		}
		require.Empty(t, shown)
		require.Equal(t, c.want, got, c.text)
		elements := 0
		file.structure(t).walk(func(n *node) {
			if n.kind == "Link" {
				require.Equal(t, c.want[elements], n.all())
				elements++
			}
		})
		require.Len(t, c.want, elements)
	}
}

// An address may go on over a page, and stand in a heading, a cell, a note.
func TestAddressesEverywhere(t *testing.T) {
	const address = "https://a.example/x"
	long := "https://a.example/" + strings.Repeat("abcdefgh/", 40)
	body := []gongwen.Block{
		gongwen.Heading{Level: 1, Text: text("题" + address)},
		gongwen.Heading{Level: 3, Text: text("题" + address + "。"), RunIn: true}, paragraph(address + "文" + address),
		gongwen.List{Items: [][]gongwen.Span{text(address)}},
		gongwen.Table{Header: [][]gongwen.Span{text(address)}, Rows: [][][]gongwen.Span{{text("单元格" + address)}}},
		gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("文"), gongwen.Note{Text: "见" + address + "。"}}},
	}
	for range 11 {
		body = append(body, paragraph("文"))
	}
	file := read(t, render(t, &gongwen.Document{Body: append(body, paragraph(long))}))
	texts := map[string]int{}
	file.structure(t).walk(func(n *node) {
		if n.kind == "Link" {
			texts[n.all()]++
		}
	})
	require.Equal(t, map[string]int{address: 8, long: 1}, texts)
	pages := map[int]bool{}
	for _, l := range file.readLinks(t) {
		if l.uri == long {
			pages[l.page] = true
		}
	}
	require.Len(t, pages, 2, "the long address goes over the page")
}

// The outline has the headings at their places, each below the one that it belongs to.
func TestOutline(t *testing.T) {
	doc := everything(t)
	pages, file := set(t, doc), read(t, render(t, doc))
	titles := 0
	for _, body := range file.objects {
		if strings.HasPrefix(body, "<</Title") && strings.Contains(body, "/Dest[") {
			titles++
		}
	}
	require.Len(t, pages.Outline, titles)
	at := file.follow(t, file.objects[file.follow(t, file.catalog(t), "/Outlines ")], "/First ")
	require.Equal(t, titles, file.checkOutline(t, at, 0))
}

// checkOutline checks the bookmarks from one on, in order, with those below each, and returns how many they are.
func (r *reading) checkOutline(t *testing.T, n, prev int) int {
	t.Helper()
	body, count := r.objects[n], 1
	require.Regexp(t, `^<</Title<feff[0-9a-f]+>/Dest\[`, body)
	if prev > 0 {
		require.Contains(t, body, fmt.Sprintf("/Prev %d 0 R", prev))
	}
	if strings.Contains(body, "/First ") {
		first := r.follow(t, body, "/First ")
		require.Contains(t, r.objects[first], fmt.Sprintf("/Parent %d 0 R", n))
		count += r.checkOutline(t, first, 0)
	}
	if strings.Contains(body, "/Next ") {
		count += r.checkOutline(t, r.follow(t, body, "/Next "), n)
	}
	return count
}
