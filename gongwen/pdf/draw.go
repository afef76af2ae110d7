package pdf

import (
	"bytes"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// draw lets gofpdf make a file of pages, rules, outline and properties, uncompressed and without fonts.
func (k *work) draw(pages *layout.Pages) error {
	p := &pages.Profile
	f := gofpdf.NewCustom(&gofpdf.InitType{
		UnitStr: "pt", Size: gofpdf.SizeType{Wd: p.Width.Points(), Ht: p.Height.Points()},
	})
	f.SetCompression(false)
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetLineCapStyle("butt")
	setProperties(f, pages)
	next := 0
	k.levels = k.levels[:0]
	for i := range pages.Pages {
		f.AddPage()
		next = k.addBookmarks(f, pages.Outline, next, i)
		k.drawRules(f, pages, &pages.Pages[i])
		k.drawText(f, pages, &pages.Pages[i])
	}
	k.raw.b = k.raw.b[:0]
	return f.Output(&k.raw)
}

// undated is what gofpdf gets for a document without a date; the finisher takes it out again.
var undated = time.Unix(0, 0).UTC()

// setProperties writes the properties of the file. Strings are given as gofpdf would write them, because its own
// conversion loses characters beyond the Basic Multilingual Plane.
func setProperties(f *gofpdf.Fpdf, pages *layout.Pages) {
	date := undated
	if !pages.Created.IsZero() {
		date = pages.Created.Time()
	}
	f.SetCreationDate(date)
	f.SetModificationDate(date)
	f.SetProducer("fazhi", false)
	set := func(to func(string, bool), text string) {
		if text != "" {
			to(textString(text), false)
		}
	}
	set(f.SetTitle, pages.Title)
	set(f.SetSubject, pages.Props.Subject)
	set(f.SetAuthor, pages.Props.Issuer)
	set(f.SetKeywords, strings.Join(pages.Props.Keywords, " "))
}

// textString encodes text as PDF has it: UTF-16 with a mark of byte order.
func textString(s string) string {
	units := utf16.Encode([]rune(s))
	b := make([]byte, 0, 2+2*len(units))
	b = append(b, 0xFE, 0xFF)
	for _, u := range units {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}

// addBookmarks adds the headings of a page to the outline, from entry next on, and returns the first that is left. How deep
// an entry lies is the number of levels above it, so that none is skipped.
func (k *work) addBookmarks(f *gofpdf.Fpdf, outline []layout.Entry, next, page int) int {
	for ; next < len(outline) && outline[next].Page == page; next++ {
		for n := len(k.levels); n > 0 && k.levels[n-1] >= outline[next].Level; n-- {
			k.levels = k.levels[:n-1]
		}
		f.Bookmark(textString(outline[next].Text), len(k.levels), outline[next].Y.Points())
		k.levels = append(k.levels, outline[next].Level)
	}
	return next
}

func (k *work) drawRules(f *gofpdf.Fpdf, pages *layout.Pages, page *layout.Page) {
	for _, r := range page.Rules {
		if r.Red {
			red := pages.Profile.Red
			f.SetDrawColor(int(red[0]), int(red[1]), int(red[2]))
		} else {
			f.SetDrawColor(0, 0, 0)
		}
		f.SetLineWidth(r.Thickness.Points())
		f.Line(r.X1.Points(), r.Y1.Points(), r.X2.Points(), r.Y2.Points())
	}
}

// drawText writes the runs of a page, in one text object.
func (k *work) drawText(f *gofpdf.Fpdf, pages *layout.Pages, page *layout.Page) {
	k.content = append(k.content[:0], "BT\n"...)
	now := state{font: -1}
	for i := range page.Lines {
		line := &page.Lines[i]
		y := pages.Profile.Height - line.Y
		for j := range line.Runs {
			run := &line.Runs[j]
			if run.Font == nil {
				drawBoxes(f, run, line.Y)
				continue
			}
			k.content = now.enter(k.content, run, &pages.Profile)
			k.content = appendNumbers(append(k.content, "1 0 0 1 "...), run.X, y)
			k.content = append(k.content, "Tm <"...)
			k.appendCodes(run)
			k.content = append(k.content, "> Tj\n"...)
		}
	}
	k.content = append(k.content, "ET"...)
	f.RawWriteBuf(bytes.NewReader(k.content))
}

// drawBoxes draws missing characters where not even the box is in a font.
func drawBoxes(f *gofpdf.Fpdf, run *layout.Run, y gongwen.Length) {
	f.SetDrawColor(0, 0, 0)
	f.SetLineWidth(run.Size.Points() / 24)
	size := run.Size.Points() * 0.8
	x := run.X
	for range run.Text {
		f.Rect((x + run.Size/10).Points(), y.Points()-size*0.9, size, size, "D")
		x += run.Size + run.Spacing
	}
}

// A state is what the next character would be drawn with.
type state struct {
	font          int
	size, spacing gongwen.Length
	red           bool
}

// enter appends what changes the state to that of a run.
func (s *state) enter(b []byte, run *layout.Run, p *gongwen.Profile) []byte {
	if font := run.Font.Index(); font != s.font || run.Size != s.size {
		b = strconv.AppendInt(append(b, "/F"...), int64(font), 10)
		b = append(appendNumbers(append(b, ' '), run.Size), "Tf "...)
		s.font, s.size = font, run.Size
	}
	if run.Spacing != s.spacing {
		b = append(appendNumbers(b, run.Spacing), "Tc "...)
		s.spacing = run.Spacing
	}
	if run.Red != s.red {
		colour := [3]uint8{}
		if run.Red {
			colour = p.Red
		}
		for _, c := range colour {
			b = appendNumbers(b, gongwen.Length(int(c)*1000/255))
		}
		b = append(b, "rg "...)
		s.red = run.Red
	}
	return b
}

const hexDigits = "0123456789abcdef"

// appendCodes appends the codes of a run's characters to the content.
func (k *work) appendCodes(run *layout.Run) {
	u := &k.used[run.Font.Index()]
	b := k.content
	for _, r := range run.Text {
		var c uint16
		if run.Missing {
			c = u.box(r)
		} else {
			c = u.code(r)
		}
		b = append(b, hexDigits[c>>12], hexDigits[c>>8&15], hexDigits[c>>4&15], hexDigits[c&15])
	}
	k.content = b
}

// appendNumbers appends lengths in points, each followed by a blank.
func appendNumbers(b []byte, lengths ...gongwen.Length) []byte {
	for _, l := range lengths {
		b = append(appendNumber(b, int64(l)), ' ')
	}
	return b
}

// appendNumber appends a number of thousandths as a decimal.
func appendNumber(b []byte, n int64) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	n %= 1000
	if n == 0 {
		return b
	}
	b = append(b, '.', byte('0'+n/100))
	if n %= 100; n != 0 {
		b = append(b, byte('0'+n/10))
		if n %= 10; n != 0 {
			b = append(b, byte('0'+n))
		}
	}
	return b
}
