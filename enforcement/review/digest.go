package review

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"

	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// digestOf returns the SHA-256 of a value's canonical JSON (RFC 8785); zero for what has none.
func digestOf(v any) rubric.Digest {
	text, err := json.Marshal(v)
	if err == nil {
		text, err = canon.Append(nil, text)
	}
	if err != nil {
		return rubric.Digest{}
	}
	return sha256.Sum256(text)
}

// decode reads JSON strictly: no name twice, no name that the value does not have, nothing after it.
func decode(data []byte, into any) error {
	text, err := canon.Append(nil, data)
	if err != nil {
		return err
	}
	reader := json.NewDecoder(bytes.NewReader(text))
	reader.DisallowUnknownFields()
	return reader.Decode(into)
}
