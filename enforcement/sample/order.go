package sample

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
)

// key returns the SHA-256 of texts with a line feed between them.
func key(texts ...string) [sha256.Size]byte {
	var room [256]byte
	line := room[:0]
	for i, text := range texts {
		if i > 0 {
			line = append(line, '\n')
		}
		line = append(line, text...)
	}
	return sha256.Sum256(line)
}

// A place is the place of a file in an order of SHA-256; head are the first bytes of it.
type place struct {
	head uint64
	file int
}

// order returns the places of all files, in the order of the draw. Files with the same number follow each other, in the
// order of the frame.
func order(seed string, frame []Unit) []place {
	places := make([]place, len(frame))
	for i := range frame {
		k := key(seed, frame[i].ID)
		places[i] = place{binary.BigEndian.Uint64(k[:]), i}
	}
	slices.SortFunc(places, func(a, b place) int {
		if c := cmp.Compare(a.head, b.head); c != 0 {
			return c
		}
		x, y := key(seed, frame[a.file].ID), key(seed, frame[b.file].ID)
		return cmp.Or(bytes.Compare(x[:], y[:]), cmp.Compare(frame[a.file].ID, frame[b.file].ID), cmp.Compare(a.file, b.file))
	})
	return places
}

// roster returns the digest of a frame.
func roster(frame []Unit) string {
	sums, places := make([][sha256.Size]byte, len(frame)), make([]place, len(frame))
	var line []byte
	for i, u := range frame {
		line = append(append(append(line[:0], u.ID...), '\n'), u.Department...)
		for _, k := range u.Strata {
			line = append(append(line, '\n'), k...)
		}
		sums[i] = sha256.Sum256(line)
		places[i] = place{binary.BigEndian.Uint64(sums[i][:]), i}
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.head != b.head {
			return cmp.Compare(a.head, b.head)
		}
		return bytes.Compare(sums[a.file][:], sums[b.file][:])
	})
	whole := sha256.New()
	for _, p := range places {
		whole.Write(sums[p.file][:])
	}
	return hex.EncodeToString(whole.Sum(nil))
}
