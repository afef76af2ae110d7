package casefile

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

const digestPrefix = "sha256:"

// DigestOf returns the digest of a document's bytes as Document.Digest has it: "sha256:…". The memory is bounded whatever
// the size; the error is the reader's.
func DigestOf(r io.Reader) (string, error) {
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return "", fmt.Errorf("casefile: 文书读不出来：%w", err)
	}
	return digestPrefix + hex.EncodeToString(h.Sum(nil)), nil
}

func isDigest(text string) bool {
	digits, ok := strings.CutPrefix(text, digestPrefix)
	return ok && len(digits) == 2*sha256.Size && strings.Trim(digits, "0123456789abcdef") == ""
}

// Digest returns the SHA-256 of the file's canonical JSON (RFC 8785): what a score was given to. The order of documents
// and pauses counts. It holds personal data in no form that could be read back, but a name that can be guessed can be
// tried; keep it like the file. The error is for a file that has no canonical JSON, as one of texts that are not UTF-8 or
// of more than 16 MiB.
func (f *File) Digest() (rubric.Digest, error) {
	text, err := json.Marshal(f)
	if err == nil {
		text, err = canon.Append(nil, text)
	}
	if err != nil {
		return rubric.Digest{}, fmt.Errorf("casefile: 案卷不能计算摘要：%w", err)
	}
	return sha256.Sum256(text), nil
}
