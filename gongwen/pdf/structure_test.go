package pdf_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

var update = flag.Bool("update", false, "write the golden files anew")

func set(t *testing.T, doc *gongwen.Document) *layout.Pages {
	t.Helper()
	pages, _, err := layout.Lay(doc, gongwen.GB9704(), embedded(t))
	require.NoError(t, err)
	return pages
}

// The structure of a document that has every element.
func TestStructure(t *testing.T) {
	var b strings.Builder
	read(t, render(t, everything(t))).structure(t).outline(&b, "")
	golden := filepath.Join("testdata", "structure.txt")
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o666))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), b.String())
}

// The text of the structure is that of the layout, in its order, but for what is no part of the document.
func TestStructureHasTheText(t *testing.T) {
	for _, doc := range []*gongwen.Document{report(), upward(), everything(t), {}} {
		require.Equal(t, ownText(set(t, doc)), read(t, render(t, doc)).structure(t).all())
	}
}

// ownText returns the text of pages without page numbers, dots and headers that are repeated.
func ownText(pages *layout.Pages) string {
	var b strings.Builder
	write := func(l layout.Line) {
		for _, run := range l.Runs {
			b.WriteString(run.Text)
		}
	}
	shown := map[layout.Place]int{}
	for _, page := range pages.Pages {
		pictures := page.Pictures
		figures := func(before int) {
			for ; len(pictures) > 0 && pictures[0].Before <= before; pictures = pictures[1:] {
				for _, l := range pictures[0].Labels {
					write(l)
				}
			}
		}
		for i, l := range page.Lines {
			figures(i)
			repeated := l.Role == layout.RoleTableHeader && l.Start < shown[l.Place]
			if l.Role == layout.RolePageNumber || l.Role == layout.RoleLeader || repeated {
				continue
			}
			shown[l.Place] = l.End
			write(l)
		}
		figures(len(page.Lines))
	}
	return b.String()
}

// A heading is never more than one level below the one before it, and the first one is the title.
func TestHeadingsHaveNoGaps(t *testing.T) {
	for _, doc := range []*gongwen.Document{report(), everything(t), {Body: []gongwen.Block{
		gongwen.Heading{Level: 3, Text: text("三级")}, gongwen.Heading{Level: 4, Text: text("四级")}, gongwen.Heading{Level: 1, Text: text("一级")},
		gongwen.Heading{Level: 4, Text: text("四级")},
	}}} {
		last := 0
		read(t, render(t, doc)).structure(t).walk(func(n *node) {
			if len(n.kind) == 2 && n.kind[0] == 'H' {
				level := int(n.kind[1] - '0')
				require.LessOrEqual(t, level, last+1, n.all())
				last = level
			}
		})
		require.Positive(t, last)
	}
}

// Rows of a table have as many cells as the header, empty ones too; headers say what they head.
func TestTableIsRegular(t *testing.T) {
	rows := 0
	read(t, render(t, everything(t))).structure(t).walk(func(n *node) {
		if n.kind != "Table" {
			return
		}
		columns := 0
		for _, row := range n.kids {
			if row.kind != "TR" {
				require.Equal(t, "Caption", row.kind)
				continue
			}
			if columns == 0 {
				columns = len(row.kids)
				for _, cell := range row.kids {
					require.Equal(t, "TH", cell.kind)
					require.Contains(t, cell.attrs, "/Scope/Column")
				}
			}
			require.Len(t, row.kids, columns)
			rows++
		}
	})
	require.Equal(t, 31+6+3, rows)
}

// A figure has a text that stands for it, its caption if nobody has written one.
func TestFiguresHaveAlt(t *testing.T) {
	shot := gongwen.Image{Data: pngFile(t, picture(20, 20)), Caption: "图"}
	var alts []string
	read(t, render(t, &gongwen.Document{Body: []gongwen.Block{shot, gongwen.Image{Data: shot.Data, Alt: "a (b"}}})).structure(t).walk(func(n *node) {
		if n.kind == "Figure" {
			alts = append(alts, n.attrs[strings.LastIndex(n.attrs, ">>"):])
		}
	})
	require.Equal(t, []string{">>/Alt<feff56fe>", `>>/Alt(a \(b)`}, alts)
}

// Pages that nobody has set like this are written too; their structure is whole.
func TestOddPages(t *testing.T) {
	odd := func(change func(*layout.Pages)) {
		pages := set(t, everything(t))
		change(pages)
		var b strings.Builder
		r, err := pdf.New(pages.Profile, pages.Fonts)
		require.NoError(t, err)
		require.NoError(t, r.RenderPages(&b, pages))
		read(t, []byte(b.String())).structure(t)
	}
	odd(func(p *layout.Pages) { p.Outline = nil })
	odd(func(p *layout.Pages) {
		for i := range p.Outline {
			p.Outline[i].Page, p.Outline[i].Level = -i, 9-i
		}
	})
	for _, n := range []int{-1, 1 << 40} {
		odd(func(p *layout.Pages) {
			for i := range p.Pages {
				for j := range p.Pages[i].Lines {
					l := &p.Pages[i].Lines[j]
					l.Place.Row, l.Place.Col, l.Place.Block, l.Start, l.End, l.Target = n, n, n, n, n, n
				}
				for j := range p.Pages[i].Pictures {
					p.Pages[i].Pictures[j].Before = n
				}
			}
		})
		odd(func(p *layout.Pages) {
			for i := range p.Pages {
				for j := range p.Pages[i].Lines {
					p.Pages[i].Lines[j].Role = layout.Role(j * 7)
					p.Pages[i].Lines[j].Turned = j%2 == 0
				}
			}
		})
	}
}
