// Command plugin-report-section has a plug-in that gives one section with its figures to a report.
//
//	go run ./examples/plugin-report-section            prints what the report says
//	go run ./examples/plugin-report-section -o 专报.pdf  makes the PDF too
package main

import (
	"context"
	_ "embed" // the narrative of the example
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/report/narrative"
)

func main() {
	file := flag.String("o", "", "把报告写成 PDF `文件`")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "用法：plugin-report-section [-o 报告.pdf]，-o 把报告写成 PDF 文件")
	}
	if flag.Parse(); flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(context.Background(), os.Stdout, *file); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer, file string) error {
	all, err := visits()
	if err != nil {
		return err
	}
	host, err := plugin.NewHost(kiosks(all)) // more plug-ins go into this list
	if err != nil {
		return err
	}
	doc, err := assemble(ctx, host)
	if err != nil {
		return err
	}
	for _, block := range doc.Body {
		if p, ok := block.(gongwen.Paragraph); ok {
			fmt.Fprintln(out, gongwen.PlainText(p.Text))
		}
	}
	if file == "" {
		return nil
	}
	return write(doc, file)
}

//go:embed narrative.md
var text []byte

// assemble makes the report of a year. The template requires the plug-in: a host without it is an error, and so is a
// report in which its section is missing.
func assemble(ctx context.Context, host *plugin.Host) (*gongwen.Document, error) {
	template := report.Template{Name: "公共法律服务专报", Requires: []string{name}}
	prose, unread, err := narrative.Parse("narrative.md", text)
	if err != nil {
		return nil, err
	}
	period := fazhi.YearOf(prose.Meta.Year)
	sections, err := host.Sections(ctx, template, plugin.SectionRequest{Organ: prose.Meta.Issuer, Period: period})
	if err != nil {
		return nil, err
	}
	doc, issues, err := report.Assemble(template, prose, sections)
	return doc, errors.Join(err, unread.Err(), issues.Err())
}

func write(doc *gongwen.Document, file string) error {
	set, err := fonts.Embedded()
	if err != nil {
		return err
	}
	renderer, err := pdf.New(gongwen.GB9704(), set)
	if err != nil {
		return err
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	issues, err := renderer.Render(f, doc)
	return errors.Join(err, issues.Err(), f.Close())
}
