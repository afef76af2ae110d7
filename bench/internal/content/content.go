// Package content is the ten-page report that all programs set: the narrative of examples/annual with invented figures.
package content

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/report/narrative"
)

// A Report is the report as other programs read it.
type Report struct {
	Title  string  `json:"title"`
	To     string  `json:"to"`
	Blocks []Block `json:"blocks"`
}

// A Block is a heading, kind "h1" to "h4", or a paragraph, kind "p". A heading that runs in is its paragraph's beginning.
// {n} in the text stands for the number of the document.
type Block struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

// Document assembles the report with a figure for every placeholder of the narrative in a file.
func Document(file string) (*gongwen.Document, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	n, issues, err := narrative.Parse("narrative.md", source)
	if err := errors.Join(err, issues.Err()); err != nil {
		return nil, err
	}
	sections, err := figures(n)
	if err != nil {
		return nil, err
	}
	d, issues, err := report.Assemble(report.Statutory(), n, sections)
	return d, errors.Join(err, issues.Err())
}

// figures returns a sentence for every section that the narrative calls, and a figure for every placeholder.
func figures(n report.Narrative) ([]report.Section, error) {
	var out []report.Section
	seen := map[string]bool{}
	for i, item := range n.Items {
		if item.Slot != "" {
			s, err := report.Sentence(item.Slot, "全年共审查政府合同25份，审查意见随合同一并归档。", nil)
			if err != nil {
				return nil, err
			}
			out = append(out, s)
		}
		for _, m := range item.Marks {
			if !seen[m.ID] {
				seen[m.ID] = true
				f := fazhi.Figure{ID: m.ID, Unit: "件", Value: fazhi.Count{N: int64(100 + i*37)}}
				out = append(out, report.Section{Slot: m.ID, Figures: []fazhi.Figure{f}})
			}
		}
	}
	return out, nil
}

// Of returns a document as other programs read it.
func Of(d *gongwen.Document) (Report, error) {
	out := Report{Title: d.Title, To: d.To + "："}
	lead := ""
	for _, b := range d.Body {
		switch v := b.(type) {
		case gongwen.Heading:
			text := v.Label + gongwen.PlainText(v.Text)
			if v.RunIn {
				lead = text
				continue
			}
			out.Blocks = append(out.Blocks, Block{Kind: "h" + strconv.Itoa(v.Level), Text: text})
		case gongwen.Paragraph:
			out.Blocks = append(out.Blocks, Block{Kind: "p", Text: lead + gongwen.PlainText(v.Text)})
			lead = ""
		default:
			return out, fmt.Errorf("the report has a %T", b)
		}
	}
	if len(out.Blocks) == 0 {
		return out, errors.New("the report is empty")
	}
	out.Blocks[0].Text = "第{n}份。" + out.Blocks[0].Text
	return out, nil
}

// Gongwen returns the n-th report as a document of this library.
func (r Report) Gongwen(n int) *gongwen.Document {
	d := &gongwen.Document{Title: r.Title, To: strings.TrimSuffix(r.To, "：")}
	number := strconv.Itoa(n)
	for _, b := range r.Blocks {
		text := []gongwen.Span{gongwen.Text(strings.Replace(b.Text, "{n}", number, 1))}
		if b.Kind == "p" {
			d.Body = append(d.Body, gongwen.Paragraph{Text: text})
			continue
		}
		d.Body = append(d.Body, gongwen.Heading{Level: int(b.Kind[1] - '0'), Text: text})
	}
	return d
}
