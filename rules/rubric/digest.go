package rubric

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/internal/canon"
)

// A Digest names the content of a rubric. It is written as 64 hexadecimal digits; the zero Digest names none and is
// written as an empty text.
type Digest [sha256.Size]byte

// ErrDigest is returned, wrapped, for a text that is not a digest.
var ErrDigest = errors.New("不是有效的摘要")

// Digest returns the SHA-256 of the rubric's canonical JSON (RFC 8785), so that programs in other languages can compute
// it: every field counts, also the order of items and conditions. Vet refuses what that form cannot hold: bytes that are
// not UTF-8 count as U+FFFD, and the digest of a rubric of more than 16 MiB is zero.
func (r Rubric) Digest() Digest {
	text, err := json.Marshal(r)
	if err != nil {
		return Digest{}
	}
	text, err = canon.Append(nil, text)
	if err != nil {
		return Digest{}
	}
	return sha256.Sum256(text)
}

// Fingerprint returns the SHA-256 of a result: of the rubric's digest and of every mark with its verdict, points, times and
// reason, in the order of the items, each text with its length before it. The same marks by the same rubric have the same
// fingerprint on every machine. Paths, which follow from the rubric, do not count.
func (r *Result) Fingerprint() Digest {
	var room [2048]byte
	var sum Digest
	h := sha256.New()
	n := copy(room[:], "fazhi/result/1")
	n += copy(room[n:], r.Digest[:])
	for i := range r.Marks {
		m := &r.Marks[i]
		if n > len(room)-markRoom {
			h.Write(room[:n])
			n = 0
		}
		room[n] = byte(m.Verdict)
		n = put(&room, n+1, zigzag(int64(m.Points)))
		n = put(&room, n, zigzag(int64(m.Times)))
		n = put(&room, n, uint64(len(m.Reason)))
		for reason := m.Reason; ; n = 0 {
			done := copy(room[n:], reason)
			n += done
			if reason = reason[done:]; reason == "" {
				break
			}
			h.Write(room[:n])
		}
	}
	h.Write(room[:n])
	h.Sum(sum[:0])
	return sum
}

// put writes an unsigned varint at a place and returns the place after it. Most are of one byte.
func put(room *[2048]byte, at int, v uint64) int {
	if v < 0x80 {
		room[at] = byte(v)
		return at + 1
	}
	return at + binary.PutUvarint(room[at:], v)
}

// zigzag maps a signed number to that which its varint is written by.
func zigzag(v int64) uint64 { return uint64(v<<1) ^ uint64(v>>63) }

// markRoom is what a mark takes at most, apart from its reason.
const markRoom = 1 + 3*binary.MaxVarintLen64

// IsZero reports whether the digest names nothing.
func (d Digest) IsZero() bool { return d == Digest{} }

// String returns 64 hexadecimal digits, "" for the zero Digest.
func (d Digest) String() string {
	if d.IsZero() {
		return ""
	}
	return hex.EncodeToString(d[:])
}

// MarshalText writes String.
func (d Digest) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Digest) UnmarshalText(text []byte) error {
	*d = Digest{}
	if len(text) == 0 {
		return nil
	}
	raw, err := hex.DecodeString(string(text))
	if err != nil || len(raw) != len(d) {
		return fmt.Errorf("rubric: %w：应当是64位十六进制数字", ErrDigest)
	}
	copy(d[:], raw)
	return nil
}
