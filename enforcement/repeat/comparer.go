package repeat

import (
	"cmp"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"

	"github.com/fazhi-go/fazhi"
)

// A comparer is a Policy made ready, and the key under which personal data is hashed.
type comparer struct {
	key       [32]byte
	yearly    int
	apart     int32
	anyItems  bool
	limits    map[[2]string]int // by organ and matter
	whole     map[string]bool   // organs with a limit for all inspections
	merge     map[string]string // a matter to the first of its group
	divisions []string
	rules     map[fazhi.Code]rule
	points    map[Weight]int // by a Weight without points
}

// newComparer draws the key anew: hashes of codes and places that end up in a file mean nothing to who finds it. Nothing
// that is given out depends on the key.
func newComparer(p Policy) (*comparer, error) {
	if err := p.vet(); err != nil {
		return nil, err
	}
	c := &comparer{
		yearly: cmp.Or(p.Yearly, 1), apart: int32(min(cmp.Or(p.Apart, 30), 36500)), anyItems: p.AnyItems,
		limits: map[[2]string]int{}, whole: map[string]bool{}, merge: map[string]string{},
	}
	if _, err := rand.Read(c.key[:]); err != nil {
		return nil, err
	}
	for _, l := range p.Limits {
		organ := plain(l.Organ)
		c.limits[[2]string{organ, plain(l.Item)}] = l.Times
		c.whole[organ] = c.whole[organ] || l.Item == ""
	}
	for _, group := range p.Mergeable {
		for _, item := range group {
			c.merge[plain(item)] = plain(group[0])
		}
	}
	for _, d := range p.Divisions {
		c.divisions = append(c.divisions, plain(d))
	}
	c.rules, c.points = map[fazhi.Code]rule{}, pointTable()
	for _, r := range rules() {
		c.rules[r.code] = r
	}
	return c, nil
}

// pointTable is Weights for looking up.
func pointTable() map[Weight]int {
	points := map[Weight]int{}
	for _, w := range Weights() {
		points[Weight{Code: w.Code, Field: w.Field, How: w.How}] = w.Points
	}
	return points
}

// limit returns how often an organ may inspect a matter, and whether that was published; 0: it is not counted. An organ
// with a limit for all of its inspections has none of the default.
func (c *comparer) limit(organ, item string) (times int, published bool) {
	if n, ok := c.limits[[2]string{organ, item}]; ok {
		return n, true
	}
	if c.whole[organ] || item == "" {
		return 0, false
	}
	return c.yearly, false
}

// hidden hashes a text under the key; an empty text is zero.
func (c *comparer) hidden(label byte, text string) (h [16]byte) {
	if text == "" {
		return h
	}
	return digest(c.key[:], label, text)
}

// short is the beginning of hidden.
func (c *comparer) short(label byte, text string) uint64 {
	h := c.hidden(label, text)
	return binary.BigEndian.Uint64(h[:])
}

// open hashes a text that is no personal data, the same everywhere; an empty text is 0.
func open(label byte, text string) uint64 {
	if text == "" {
		return 0
	}
	h := digest(nil, label, text)
	return binary.BigEndian.Uint64(h[:])
}

func digest(key []byte, label byte, text string) (h [16]byte) {
	var room [192]byte
	b := append(append(append(room[:0], key...), label), text...)
	sum := sha256.Sum256(b)
	copy(h[:], sum[:])
	return h
}
