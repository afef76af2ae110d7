// Command engine writes reports with this library or with a Go peer: engine FORMAT CONTENT N DIR. FORMAT is pdf, docx, ofd,
// html or fpdf.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	fpdf "codeberg.org/go-pdf/fpdf"

	"github.com/fazhi-go/fazhi/bench/internal/content"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/fonts/fangsong"
	"github.com/fazhi-go/fazhi/gongwen/html"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	if len(args) != 4 {
		return errors.New("usage: engine FORMAT CONTENT N DIR")
	}
	count, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	data, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	var report content.Report
	if err := json.Unmarshal(data, &report); err != nil {
		return err
	}
	write, suffix, err := writer(args[0])
	if err != nil {
		return err
	}
	for n := range count {
		if err := write(report, n, filepath.Join(args[3], strconv.Itoa(n)+suffix)); err != nil {
			return err
		}
	}
	return nil
}

// writer returns a function that writes the n-th report to a file.
func writer(format string) (func(report content.Report, n int, file string) error, string, error) {
	if format == "fpdf" {
		return writePeer, ".pdf", nil
	}
	r, err := renderer(format)
	if err != nil {
		return nil, "", err
	}
	return func(report content.Report, n int, file string) error {
		f, err := os.Create(file)
		if err != nil {
			return err
		}
		_, err = r.Render(f, report.Gongwen(n))
		return errors.Join(err, f.Close())
	}, "." + format, nil
}

func renderer(format string) (gongwen.Renderer, error) {
	profile := gongwen.GB9704()
	if format == "html" {
		return html.New(html.Options{})
	}
	faces, err := fonts.Embedded()
	if err != nil {
		return nil, err
	}
	switch format {
	case "pdf":
		return pdf.New(profile, faces)
	case "docx":
		return docx.New(profile, faces)
	case "ofd":
		return ofd.New(profile, faces)
	}
	return nil, fmt.Errorf("unknown format %q", format)
}

// writePeer uses go-pdf/fpdf as its users do: one font, MultiCell, no line-breaking rules.
func writePeer(report content.Report, n int, file string) error {
	f := fpdf.New("P", "pt", "A4", "")
	f.AddUTF8FontFromBytes("fs", "", append([]byte(nil), fangsong.TTF()...))
	f.SetMargins(79.4, 104.9, 73.7)
	f.SetAutoPageBreak(true, 99)
	f.AddPage()
	f.SetFont("fs", "", 22)
	f.MultiCell(0, 28.95, report.Title, "", "C", false)
	f.SetFont("fs", "", 15.75)
	for _, b := range report.Gongwen(n).Body {
		text := ""
		switch v := b.(type) {
		case gongwen.Heading:
			text = gongwen.PlainText(v.Text)
		case gongwen.Paragraph:
			text = gongwen.PlainText(v.Text)
		}
		f.MultiCell(0, 28.95, text, "", "L", false)
	}
	return f.OutputFileAndClose(file)
}
