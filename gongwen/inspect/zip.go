package inspect

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// zip measures a file that is a zip archive: OFD or DOCX. An OFD file has OFD.xml at its root.
func (in *inspection) zip(data []byte) error {
	z, err := ooxml.Archive(data)
	if err != nil {
		return fmt.Errorf("%w：%w", ErrFormat, err)
	}
	for _, f := range z.File {
		switch strings.TrimPrefix(f.Name, "/") {
		case "OFD.xml":
			in.cert.Format = OFD
			return in.ofd(z)
		case "[Content_Types].xml":
			in.cert.Format = DOCX
			return in.docx(data)
		}
	}
	return ErrFormat
}

// unopened says why a file that is none of the formats cannot be opened as an archive.
func unopened(data []byte) error {
	_, err := ooxml.Archive(data)
	return fmt.Errorf("%w：%w", ErrFormat, err)
}
