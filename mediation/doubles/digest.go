package doubles

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"slices"

	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// MinKey is how many bytes a key has at least.
const MinKey = 32

// minVariety is how many different bytes a key has at least. Of 32 random bytes about 30 differ, of hexadecimal digits about 14.
const minVariety = 8

// ErrKey says that a key is too short or has too few different bytes.
var ErrKey = errors.New("doubles: 密钥至少32字节，应当是随机的")

// A Tag is the keyed digest of a value, the first 64 bits of it; zero: the value is not known. In JSON it is 16 hexadecimal
// digits.
type Tag uint64

// MarshalText writes the digits; "" for zero.
func (t Tag) MarshalText() ([]byte, error) {
	if t == 0 {
		return nil, nil
	}
	return fmt.Appendf(nil, "%016x", uint64(t)), nil
}

// UnmarshalText reads what MarshalText writes.
func (t *Tag) UnmarshalText(text []byte) error {
	var b [8]byte
	if len(text) == 0 {
		*t = 0
		return nil
	}
	if n, err := hex.Decode(b[:], text[:min(len(text), 16)]); err != nil || n != 8 || len(text) != 16 {
		return errors.New("doubles: 摘要应当是16位十六进制数")
	}
	*t = Tag(binary.BigEndian.Uint64(b[:]))
	return nil
}

// A Digester makes prints with a key. It may be used by several goroutines. Use New; the zero Digester makes prints without
// digests, in which nothing agrees.
type Digester struct {
	key []byte
	id  Tag
}

// New makes a Digester of a key of at least MinKey random bytes. The error is ErrKey.
func New(key []byte) (*Digester, error) {
	different := slices.Clone(key)
	slices.Sort(different)
	if len(key) < MinKey || len(slices.Compact(different)) < minVariety {
		return nil, ErrKey
	}
	d := &Digester{key: slices.Clone(key)}
	d.id = d.mac().tag(labelKey, "key")
	return d, nil
}

// Key names the key without telling it. Prints are compared only if they were made with one key.
func (d *Digester) Key() Tag { return d.id }

// The labels keep digests of different things apart. They never change.
const (
	labelKey     = "fazhi mediation doubles v1 key\n"
	labelID      = "fazhi mediation doubles v1 id\n"
	labelCredit  = "fazhi mediation doubles v1 credit\n"
	labelName    = "fazhi mediation doubles v1 name\n"
	labelPhone   = "fazhi mediation doubles v1 phone\n"
	labelAddress = "fazhi mediation doubles v1 address\n"
	labelStreet  = "fazhi mediation doubles v1 street\n"
	labelMatter  = "fazhi mediation doubles v1 matter\n"
)

// A mac computes the tags of one print.
type mac struct{ hash hash.Hash }

func (d *Digester) mac() mac {
	if len(d.key) == 0 {
		return mac{}
	}
	return mac{hmac.New(sha256.New, d.key)}
}

// tag is that of a value under a label; 0 for nothing.
func (m mac) tag(label, value string) Tag {
	if value == "" || m.hash == nil {
		return 0
	}
	var sum [sha256.Size]byte
	m.hash.Reset()
	m.hash.Write([]byte(label + value))
	return max(Tag(binary.BigEndian.Uint64(m.hash.Sum(sum[:0]))), 1)
}

// Print returns what is left of a dispute for comparing.
func (d *Digester) Print(x *dispute.Dispute) Print {
	m := d.mac()
	p := Print{
		Key: d.id, Entry: EntryOf(&x.Case), Sort: x.Sort, Merged: x.Same != "",
		Street: m.tag(labelStreet, known(x.Street)), Matter: m.sketch(x.Matter), Parties: make([]Party, 0, min(len(x.Parties), mostParties)),
	}
	p.More = len(x.Parties) > mostParties
	for i := range x.Parties[:min(len(x.Parties), mostParties)] {
		p.Parties = append(p.Parties, m.party(&x.Parties[i]))
	}
	slices.SortFunc(p.Parties, Party.compare)
	return p
}

func (m mac) party(p *dispute.Party) Party {
	return Party{
		ID: m.tag(labelID, idNumber(string(p.ID))), Credit: m.tag(labelCredit, creditCode(p.CreditCode)),
		Name: m.tag(labelName, name(string(p.Name), p.Organisation)), Phone: m.tag(labelPhone, phone(string(p.Phone))),
		Address: m.tag(labelAddress, address(p.Address)),
	}
}

// sketch keeps the smallest tags of the pairs of characters in a matter: of two sketches one can tell how much of the texts
// agrees, and not what they say. Nil where a text is too short to tell one matter from another.
func (m mac) sketch(matter string) []Tag {
	var tags []Tag
	for _, pair := range pairs(matter) {
		if t := m.tag(labelMatter, pair); t != 0 {
			tags = append(tags, t)
		}
	}
	slices.Sort(tags)
	tags = slices.Compact(tags)
	if len(tags) < leastPairs {
		return nil
	}
	return slices.Clone(tags[:min(len(tags), mostPairs)])
}
