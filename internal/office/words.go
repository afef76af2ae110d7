package office

import (
	"fmt"
	"regexp"
)

// folio is the number of a page.
var folio = regexp.MustCompile(`—[1-9]—\f?|\f`)

// Words returns what a PDF says, in the order of the file, without blanks and without the numbers of pages, and how many pages it
// has. An empty page is an error.
func Words(path string) (text string, pages int, err error) {
	list, err := PDFPages(path)
	if err != nil {
		return "", 0, err
	}
	for i, p := range list {
		if len(p.Words) == 0 {
			return "", 0, fmt.Errorf("%s: page %d is empty", path, i+1)
		}
	}
	text, err = Run(nil, "pdftotext", "-raw", "-enc", "UTF-8", path, "-")
	if err != nil {
		return "", 0, err
	}
	return folio.ReplaceAllString(Squeeze(text), ""), len(list), nil
}
