package xlsx

import (
	"archive/zip"
	"bytes"
)

// TextBytes is how many bytes shared texts may take by Options.MaxUnpacked.
var TextBytes = textBytes

// OpenSharing opens a workbook whose shared texts may take so many bytes.
func OpenSharing(data []byte, most int64) (*Book, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	p := newPackage(z, maxUnpacked)
	p.texts = most
	return p.book()
}

// Share adds shared texts where they may take so many bytes.
func Share(most int64, text string, n int) error {
	t := &texts{most: most}
	for range n {
		if err := t.add([]byte(text)); err != nil {
			return err
		}
	}
	return nil
}
