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

// LayoutLines returns the lines of each page as the layout has them, from the top, without blanks.
func LayoutLines(pages *layout.Pages) [][]string {
	var out [][]string
	for i := range pages.Pages {
		var marks []mark
		for _, l := range pages.Pages[i].Lines {
			m := mark{x: l.X.Points(), y: l.Y.Points()}
			for _, run := range l.Runs {
				m.text += run.Text
			}
			marks = append(marks, m)
		}
		out = append(out, linesOf(marks))
	}
	return out
}

var word = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*)</word>`)

// PDFLines returns the lines of each page of a PDF, from the top, without blanks.
func PDFLines(path string) ([][]string, error) {
	text, err := Run(nil, "pdftotext", "-bbox", path, "-")
	if err != nil {
		return nil, err
	}
	var out [][]string
	for _, page := range strings.Split(text, "<page ")[1:] {
		var marks []mark
		for _, m := range word.FindAllStringSubmatch(page, -1) {
			x, _ := strconv.ParseFloat(m[1], 64) // the expression admits numbers only
			top, _ := strconv.ParseFloat(m[2], 64)
			bottom, _ := strconv.ParseFloat(m[3], 64)
			marks = append(marks, mark{x, (top + bottom) / 2, html.UnescapeString(m[4])})
		}
		out = append(out, linesOf(marks))
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

// A mark is a piece of text somewhere on a page, in points from the top left.
type mark struct {
	x, y float64
	text string
}

// apart is how far below a line the next one is at least, in points.
const apart = 6

// linesOf joins what stands at one height, from the left, without blanks.
func linesOf(marks []mark) []string {
	slices.SortStableFunc(marks, func(a, b mark) int { return int(a.y*10) - int(b.y*10) })
	var out []string
	for i := 0; i < len(marks); {
		end := i + 1
		for end < len(marks) && marks[end].y-marks[i].y < apart {
			end++
		}
		row := marks[i:end]
		slices.SortStableFunc(row, func(a, b mark) int { return int(a.x*10) - int(b.x*10) })
		var b strings.Builder
		for _, m := range row {
			b.WriteString(m.text)
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
