package inspect

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
)

// zip measures a file that is a zip archive: OFD or DOCX. An OFD file has OFD.xml at its root.
func (in *inspection) zip(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
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
