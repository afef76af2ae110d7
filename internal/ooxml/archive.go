package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
)

// Archive opens the zip archive that an office document is. The error is ErrEmpty, ErrOld, ErrEncrypted, ErrDamaged (the
// start of an archive whose end is missing) or ErrFormat.
func Archive(data []byte) (*zip.Reader, error) {
	switch {
	case len(data) == 0:
		return nil, ErrEmpty
	case IsOld(data) && bytes.Contains(data, wide("EncryptedPackage")):
		return nil, ErrEncrypted
	case IsOld(data):
		return nil, ErrOld
	case !bytes.HasPrefix(data, []byte("PK")):
		return nil, ErrFormat
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, ErrDamaged
	}
	return z, nil
}

// IsOld reports whether a file is a compound file: a document of the formats before .docx, or one behind a password.
func IsOld(data []byte) bool { return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) }

// wide returns a name as a compound file has it, in UTF-16.
func wide(name string) []byte {
	out := make([]byte, 0, 2*len(name))
	for i := range len(name) {
		out = append(out, name[i], 0)
	}
	return out
}
