package html_test

import (
	"bytes"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	nethtml "golang.org/x/net/html"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/html"
)

func TestContract(t *testing.T) {
	gongwentest.Run(t, gongwentest.Config{
		New:  func() (gongwen.Renderer, error) { return html.New(html.Options{}) },
		Text: textOf,
	})
}

// A profile that is no page is refused, with all that is wrong with it.
func TestNew(t *testing.T) {
	p := gongwen.GB9704()
	p.LinePitch, p.BodySize = 0, -1
	_, err := html.New(html.Options{Profile: p})
	require.ErrorContains(t, err, "LinePitch")
	require.ErrorContains(t, err, "BodySize")
	p = gongwen.GB9704()
	p.TextWidth = p.Width
	_, err = html.New(html.Options{Profile: p})
	require.ErrorContains(t, err, "版心大于纸张")
	p.Left, p.TextWidth = math.MaxInt32, math.MaxInt32
	_, err = html.New(html.Options{Profile: p})
	require.ErrorContains(t, err, "版心大于纸张", "sums do not overflow")
}

// Each table of contents lists all headings after it, so a small document could ask for a large file.
func TestTablesOfContentsAreLimited(t *testing.T) {
	r, err := html.New(html.Options{})
	require.NoError(t, err)
	d := &gongwen.Document{}
	for range 400 {
		d.Body = append(d.Body, gongwen.Contents{}, gongwen.Heading{Level: 1, Text: []gongwen.Span{gongwen.Text("甲")}})
	}
	_, err = r.Render(io.Discard, d)
	require.NoError(t, err)
	for range 4 {
		d.Attachments = append(d.Attachments, gongwen.Attachment{Body: d.Body})
	}
	_, err = r.Render(io.Discard, d)
	require.ErrorIs(t, err, gongwen.ErrBlock)
}

// Characters that turn the order of a text round would show the reader another text than paper does.
func TestOrderOfTextsIsKept(t *testing.T) {
	r, err := html.New(html.Options{})
	require.NoError(t, err)
	for _, c := range "\u202A\u202E\u2066\u2069" {
		var b strings.Builder
		issues, err := r.Render(&b, &gongwen.Document{Title: "甲" + string(c) + "乙"})
		require.NoError(t, err)
		require.Contains(t, b.String(), "甲□乙")
		require.Equal(t, html.CodeControl, issues[0].Code)
	}
}

func root(t *testing.T, d *gongwen.Document) *nethtml.Node {
	t.Helper()
	n, err := parse([]byte(render(t, d)))
	require.NoError(t, err)
	return n
}

func named(name string) func(*nethtml.Node) bool {
	return func(n *nethtml.Node) bool { return n.Data == name }
}

func with(key, value string) func(*nethtml.Node) bool {
	return func(n *nethtml.Node) bool { return attribute(n, key) == value }
}

func textIn(n *nethtml.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == nethtml.TextNode {
			b.WriteString(d.Data)
		}
	}
	return squeeze(b.String())
}

// headings lists the headings with their elements.
func headings(n *nethtml.Node) []string {
	var out []string
	for _, h := range all(n, func(n *nethtml.Node) bool { return len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] < '7' }) {
		out = append(out, h.Data+" "+textIn(h))
	}
	return out
}

// Headings of HTML have no gaps, whatever levels the document has.
func TestHeadings(t *testing.T) {
	h := func(level int, s string) gongwen.Block { return gongwen.Heading{Level: level, Text: text(s)} }
	d := body(h(3, "甲"), h(4, "乙"), h(3, "丙"), h(1, "丁"), h(4, "戊"), h(2, "己"), h(3, "庚"), gongwen.Heading{Level: 2})
	d.Title = "题"
	d.Attachments = []gongwen.Attachment{{Title: "表", Body: []gongwen.Block{h(2, "辛"), h(4, "壬")}}}
	require.Equal(t, []string{"h1 题", "h2 甲", "h3 乙", "h2 丙", "h2 丁", "h3 戊", "h3 己", "h4 庚", "h2 附件表", "h3 辛", "h4 壬"},
		headings(root(t, d)))
}

// Without a title the first heading is h1.
func TestHeadingsWithoutTitle(t *testing.T) {
	d := body(gongwen.Heading{Level: 2, Text: text("甲")}, gongwen.Heading{Level: 3, Text: text("乙")})
	d.Title, d.Attachments = " ", []gongwen.Attachment{{Title: "表"}}
	require.Equal(t, []string{"h1 甲", "h2 乙", "h1 附件表"}, headings(root(t, d)))
}

// An order has no title; its mark is the heading of the page.
func TestMarkAsHeading(t *testing.T) {
	require.Equal(t, []string{"h1 泉州市泉源区人民政府令"}, headings(root(t, forms()["order"])))
}

// Every link leads to a place in the file, every id is there once, and nothing is fetched.
func TestLinks(t *testing.T) {
	docs := forms()
	docs["everything"] = everything()
	for name, d := range docs {
		n := root(t, d)
		seen := map[string]bool{}
		for _, e := range all(n, func(n *nethtml.Node) bool { return attribute(n, "id") != "" }) {
			require.False(t, seen[attribute(e, "id")], "%s: %s", name, attribute(e, "id"))
			seen[attribute(e, "id")] = true
		}
		for _, a := range all(n, named("a")) {
			target, ok := strings.CutPrefix(attribute(a, "href"), "#")
			require.True(t, ok)
			require.True(t, seen[target], "%s: %s", name, target)
		}
		for _, e := range all(n, func(n *nethtml.Node) bool { return attribute(n, "src") != "" }) {
			require.True(t, strings.HasPrefix(attribute(e, "src"), "data:image/"), name)
		}
		require.Empty(t, all(n, func(n *nethtml.Node) bool {
			return slices.Contains([]string{"script", "link", "iframe", "base", "form"}, n.Data)
		}))
		require.NotContains(t, render(t, d), "url(")
	}
}

// A note has a link to its text, and the text one back to the same place.
func TestNotes(t *testing.T) {
	n := root(t, everything())
	to := find(n, with("href", "#n3"))
	back := find(n, with("href", "#r3"))
	require.Equal(t, "r3", attribute(to, "id"))
	require.Equal(t, "（注1）", textIn(to))
	require.Equal(t, "返回正文（注1）", attribute(back, "aria-label"))
	require.Equal(t, "n3", attribute(back.Parent, "id"))
	require.Equal(t, "（注1）附件的注。返回", textIn(back.Parent))
}

// Tables have a caption, header cells with their scope, and a name for the region in which they scroll.
func TestTable(t *testing.T) {
	n := root(t, body(gongwen.Table{Caption: "情况", Header: [][]gongwen.Span{text("事项"), text("件数"), nil},
		Rows: [][][]gongwen.Span{{text("复议"), text("67")}}, Widths: []int{2, 1, 1}, Right: []bool{false, true}}))
	region := find(n, with("tabindex", "0"))
	require.Equal(t, "section", region.Data)
	require.Equal(t, "表格1：情况", attribute(region, "aria-label"))
	require.Equal(t, "情况", textIn(find(region, named("caption"))))
	require.Len(t, all(region, with("scope", "col")), 2)
	require.Len(t, all(find(region, named("tbody")), named("td")), 3)
	require.Equal(t, "67", textIn(find(find(region, named("tbody")), with("class", "r"))))
	require.Equal(t, "width:50.00%", attribute(find(region, named("col")), "style"))
}

// Many headings get a list of links; a table of contents has those that come after it, and a document never both.
func TestNavigation(t *testing.T) {
	var d gongwen.Document
	for range 8 {
		d.Body = append(d.Body, gongwen.Heading{Level: 1, Text: text("甲")}, gongwen.Heading{Level: 2, Text: text("乙")},
			gongwen.Heading{Level: 3, Text: text("丙")})
	}
	nav := all(root(t, &d), named("nav"))
	require.Len(t, nav, 1)
	require.Equal(t, strings.Repeat("甲乙", 8), textIn(nav[0]))
	require.Len(t, all(nav[0], named("ul")), 9)

	d.Body = slices.Insert(d.Body, 22, gongwen.Block(gongwen.Contents{Title: "目　录", Levels: 3}))
	nav = all(root(t, &d), named("nav"))
	require.Len(t, nav, 1)
	require.Equal(t, "目录乙丙", textIn(nav[0]))
	require.Empty(t, all(root(t, gongwentest.Report()), named("nav")))
}

// The lists of links of a renderer are the caller's choice.
func TestNavFrom(t *testing.T) {
	for from, want := range map[int]bool{-1: false, 1: true, 4: false} {
		r, err := html.New(html.Options{NavFrom: from})
		require.NoError(t, err)
		var b bytes.Buffer
		_, err = r.Render(&b, gongwentest.Report())
		require.NoError(t, err)
		require.Equal(t, want, strings.Contains(b.String(), "<nav"), "%d", from)
	}
}

// The properties are the tags of 政府网站发展指引.
func TestMeta(t *testing.T) {
	n := root(t, gongwentest.Report())
	for name, want := range map[string]string{
		"ArticleTitle": "泉州市泉源区司法局关于2024年度法治政府建设情况的报告", "PubDate": "2025-02-17",
		"ContentSource": "泉州市泉源区司法局", "Keywords": "法治,报告", "Description": "法治政府建设",
	} {
		require.Equal(t, want, attribute(find(n, with("name", name)), "content"), name)
	}
	require.Equal(t, "zh-CN", attribute(find(n, named("html")), "lang"))
	require.Equal(t, "2025-02-17", attribute(find(n, named("time")), "datetime"))
}

// inEveryPlace is a document with the same text wherever one can stand.
func inEveryPlace(s string) *gongwen.Document {
	return &gongwen.Document{
		Head: gongwen.Head{Copy: s, Secrecy: s, Urgency: s, Mark: s, Joint: []string{s}, Number: fazhi.Number{Issuer: s, Year: 2025, Seq: 1},
			Serial: s, Signers: []string{s}},
		TitleLines: []string{s, s}, To: s, Note: s,
		Body: []gongwen.Block{gongwen.Contents{Title: s}, gongwen.Heading{Level: 1, Label: s, Text: text(s)},
			gongwen.Paragraph{Text: []gongwen.Span{gongwen.Emphasis(s), gongwen.Figure{ID: s, Text: s}, gongwen.Figure{ID: s, Text: "5件"},
				gongwen.Note{Label: s, Text: s}}},
			gongwen.List{Ordered: true, Items: [][]gongwen.Span{text(s)}},
			gongwen.Table{Caption: s, Header: [][]gongwen.Span{text(s)}, Rows: [][][]gongwen.Span{{text(s)}}},
			gongwen.Image{Data: picture(), Alt: s, Caption: s},
			gongwen.Drawing{Width: 9, Height: 9, Alt: s, Caption: s, Shapes: []gongwen.Shape{gongwen.Label{Text: s, Size: 1}}}},
		Rolls:       []gongwen.Roll{{Label: s, Names: []string{s}}},
		Attachments: []gongwen.Attachment{{Title: s, Apart: true}},
		Sign:        gongwen.Signature{Organs: []string{s}, Signatories: []gongwen.Signatory{{Post: s, Name: s}}},
		Imprint:     gongwen.Imprint{CopyTo: []string{s}, Printer: s},
		Props:       gongwen.Props{Subject: s, Issuer: s, Keywords: []string{s}},
	}
}

// Texts cannot leave their place: a page with markup in every text has the elements of one with plain texts, and no
// attribute that runs or leads away.
func TestHostile(t *testing.T) {
	elements := func(n *nethtml.Node) (out []string) {
		for _, e := range all(n, func(*nethtml.Node) bool { return true }) {
			out = append(out, e.Data)
			for _, a := range e.Attr {
				require.False(t, strings.HasPrefix(a.Key, "on"), a.Key)
				require.False(t, a.Key == "href" && !strings.HasPrefix(a.Val, "#"), a.Val)
			}
		}
		return out
	}
	want := elements(root(t, inEveryPlace("甲")))
	for _, s := range []string{
		`"><script>alert(1)</script><a href="javascript:x" onclick='y'>`, "`\x00</title></style>-->]]><!--", `' onload=x `, "&lt;&#60;script>",
	} {
		require.Equal(t, want, elements(root(t, inEveryPlace(s))), s)
	}
}

// What cannot be written or told is reported, once for each place.
func TestIssues(t *testing.T) {
	r, err := html.New(html.Options{})
	require.NoError(t, err)
	var b bytes.Buffer
	issues, err := r.Render(&b, inEveryPlace("甲\x01\ue000"))
	require.NoError(t, err)
	var got []string
	for _, i := range issues {
		_, name, _ := strings.Cut(string(i.Code), "gongwen/")
		got = append(got, string(i.Path)+" "+strings.TrimPrefix(name, "html/")+" "+i.Severity.String())
	}
	want := []string{"/sign/organs unplaced warning", "/head/number unplaced warning"}
	for _, path := range strings.Fields(`/props/issuer /props/keywords /props/subject /head/copy /head/secrecy /head/urgency
		/head/joint/0 /head/mark /head/serial /head/signers/0 /title /to /body/0 /body/1 /body/2 /body/3 /body/4 /body/5 /body/6 /body
		/attachments/0/title /rolls/0 /sign/signatories/0 /note /imprint/copyTo /imprint/printer`) {
		want = append(want, path+" control error", path+" private warning")
	}
	require.Equal(t, want, got)
}

// A picture that nobody describes and a file that stays behind are reported.
func TestAltAndFiles(t *testing.T) {
	d := body(guest{}, gongwen.Image{Data: picture()})
	d.Attachments = []gongwen.Attachment{{Title: "图", Body: []gongwen.Block{gongwen.Drawing{Width: 9, Height: 9, Alt: " "}}}}
	d.Files = []gongwen.File{{Name: "甲.xlsx"}}
	r, err := html.New(html.Options{})
	require.NoError(t, err)
	issues, err := r.Render(new(bytes.Buffer), d)
	require.NoError(t, err)
	var got []string
	for _, i := range issues {
		got = append(got, string(i.Code)+" "+string(i.Path)+" "+i.Severity.String())
	}
	require.Equal(t, []string{"gongwen/html/alt /body/1 warning", "gongwen/html/alt /attachments/0/body/0 warning",
		"gongwen/files/left-out /files/0 notice"}, got)
}

// A guest is a foreign block of two paragraphs.
type guest struct{ gongwen.Foreign }

func (guest) Lower() []gongwen.Block { return []gongwen.Block{para("一"), para("二")} }

// A joint letter has the mark of the leading organ (10.1).
func TestMarkOfAJointLetter(t *testing.T) {
	d := &gongwen.Document{Format: gongwen.Letter, Title: "函", Head: gongwen.Head{Joint: []string{"甲局", "乙局"}, Mark: "文件"}}
	got := textIn(root(t, d))
	require.Contains(t, got, "甲局")
	require.NotContains(t, got, "乙局")
	require.NotContains(t, got, "文件")
}
