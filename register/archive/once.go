package archive

import (
	"crypto/sha256"

	"github.com/fazhi-go/fazhi/register"
)

// A once remembers texts of which a book has each once: numbers, and ids of requests. It keeps 16 bytes of the SHA-256 of
// each, long enough that nobody finds two texts that are taken for one.
type once struct {
	seen map[[16]byte]struct{}
	text []byte
}

// The sorts of texts.
const (
	numberText  = 'n'
	requestText = 'r'
)

// again notes a text and reports whether it was there.
func (o *once) again(sort byte, text string) bool {
	o.text = append(append(o.text[:0], sort), text...)
	sum := sha256.Sum256(o.text)
	key := [16]byte(sum[:])
	_, there := o.seen[key]
	if !there {
		o.seen[key] = struct{}{}
	}
	return there
}

// numbers returns those numbers of an entry that were given before.
func (o *once) numbers(e *register.Entry) []register.Numbered {
	var again []register.Numbered
	for _, n := range e.Numbers {
		if o.again(numberText, n.Text) {
			again = append(again, n)
		}
	}
	return again
}
