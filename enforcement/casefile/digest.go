package casefile

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
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
