package inspect

import "github.com/fazhi-go/fazhi/internal/pdfread"

// pdf measures a PDF file.
func (in *inspection) pdf(data []byte) error {
	file, err := pdfread.Open(data)
	if err != nil {
		return err
	}
	b := newBook(&in.profile)
	for i := range file.Pages() {
		page, err := file.Page(i)
		if err != nil {
			return err
		}
		b.add(page)
	}
	in.measure(b)
	return nil
}
