package office

import (
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A Page is one page of a PDF as poppler reads it.
type Page struct {
	Width, Height float64 // in points
	Words         []Word
}

// A Word is a piece of text somewhere on a page, in points from the top left. Y is anywhere in its line, but the same in all
// words of one source.
type Word struct {
	X, Y float64
	Text string
}

// LayoutLines returns the lines of each page as the layout has them, from the top, without blanks.
func LayoutLines(pages *layout.Pages) [][]string {
	var out [][]string
	for i := range pages.Pages {
		var words []Word
		for j := range pages.Pages[i].Lines {
			words = append(words, LineWord(&pages.Pages[i].Lines[j]))
		}
		out = append(out, Rows(words))
	}
	return out
}

// LineWord returns a line of the layout as one word.
func LineWord(l *layout.Line) Word {
	w := Word{X: l.X.Points(), Y: l.Y.Points()}
	for _, run := range l.Runs {
		w.Text += run.Text
	}
	return w
}

var (
	page = regexp.MustCompile(`^width="([\d.]+)" height="([\d.]+)">`)
	word = regexp.MustCompile(`<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="[-\d.]+" yMax="([-\d.]+)">(.*)</word>`)
)

// PDFPages reads the words of a PDF.
func PDFPages(path string) ([]Page, error) {
	text, err := Run(nil, "pdftotext", "-bbox", path, "-")
	if err != nil {
		return nil, err
	}
	var out []Page
	for _, s := range strings.Split(text, "<page ")[1:] {
		var p Page
		if m := page.FindStringSubmatch(s); m != nil {
			p.Width, p.Height = number(m[1]), number(m[2])
		}
		for _, m := range word.FindAllStringSubmatch(s, -1) {
			p.Words = append(p.Words, Word{number(m[1]), (number(m[2]) + number(m[3])) / 2, html.UnescapeString(m[4])})
		}
		out = append(out, p)
	}
	return out, nil
}

// number reads what the expressions admit: numbers only.
func number(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

// PDFLines returns the lines of each page of a PDF, from the top, without blanks.
func PDFLines(path string) ([][]string, error) {
	pages, err := PDFPages(path)
	if err != nil {
		return nil, err
	}
	var out [][]string
	for _, p := range pages {
		out = append(out, Rows(p.Words))
	}
	return out, nil
}

// Same counts the lines of want, and those that got has in the same place; differ is told of the others.
func Same(want, got [][]string, differ func(page, line int, text string)) (total, same int) {
	for i := range want {
		for j, line := range want[i] {
			total++
			if i < len(got) && j < len(got[i]) && got[i][j] == line {
				same++
			} else {
				differ(i+1, j+1, line)
			}
		}
	}
	return total, same
}

// apart is how far below a line the next one is at least, in points.
const apart = 6

// Rows joins what stands at one height, from the left, without blanks.
func Rows(words []Word) []string {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b Word) int { return int(a.Y*10) - int(b.Y*10) })
	var out []string
	for i := 0; i < len(words); {
		end := i + 1
		for end < len(words) && words[end].Y-words[i].Y < apart {
			end++
		}
		row := words[i:end]
		slices.SortStableFunc(row, func(a, b Word) int { return int(a.X*10) - int(b.X*10) })
		var b strings.Builder
		for _, w := range row {
			b.WriteString(w.Text)
		}
		if line := Squeeze(b.String()); line != "" {
			out = append(out, line)
		}
		i = end
	}
	return out
}

// Squeeze removes all blanks.
func Squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
