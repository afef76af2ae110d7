package archive

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/checkpoint"
)

// ErrArchive is returned, wrapped, for a file that is no archive, or none that can be read.
var ErrArchive = errors.New("不是登记簿存档")

// format is the first line's format.
const format = "fazhi-register/1"

// Options say how an archive is written and read.
type Options struct {
	// Hash is the digest of the book that is exported; zero: SHA-256. Of an archive that is read, it is the digest that may
	// be met beside SHA-256.
	Hash register.Hash
	// Secrets exports the encrypted personal data too. Without them a restored book shows commitments only.
	Secrets bool
	// Checkpoints are those that others have kept, their signatures verified.
	Checkpoints []checkpoint.Checkpoint
}

// hash returns the digest that an archive names: SHA-256, or that of the options.
func (o Options) hash(name string) (register.Hash, error) {
	other, err := o.Hash.Check()
	switch {
	case err != nil:
		return register.Hash{}, fmt.Errorf("archive: %w", err)
	case name == register.SHA256().Name:
		return register.SHA256(), nil
	case name == other.Name:
		return other, nil
	}
	return register.Hash{}, fmt.Errorf("archive: %w：摘要算法不认识", ErrArchive)
}

// The lines around the entries.
type (
	header struct {
		Format string `json:"format"`
		Hash   string `json:"hash"`
		Organ  string `json:"organ"`
		Size   int64  `json:"size"`
	}
	trailer struct {
		Digest register.Sum `json:"digest"`
		Head   register.Sum `json:"head"`
	}
	secretLine struct {
		Secret register.Secret `json:"secret"`
	}
)

// encode writes a line that is not an entry.
func encode(v any) ([]byte, error) {
	written, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return canon.Append(make([]byte, 0, len(written)+1), written)
}

// decode reads what encode writes, byte for byte.
func decode(line []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("%w：这一行不是规范形式", ErrArchive)
	}
	again, err := encode(v)
	if err != nil || !bytes.Equal(again, line) {
		return fmt.Errorf("%w：这一行不是规范形式", ErrArchive)
	}
	return nil
}

// Beginnings of lines that are not entries.
const (
	secretMark  = `{"secret":`
	trailerMark = `{"digest":`
)
