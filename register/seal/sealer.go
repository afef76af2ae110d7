package seal

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// Options say what is personal and how it is sealed. Keys and Fields are a must.
type Options struct {
	Keys Keys

	// Fields says where the documents of each kind have personal data; FieldsOf finds it in a Go type. A document of a kind
	// that is not here is not sealed but refused with ErrKind: a kind without personal data has its line too, with nil.
	Fields map[fazhi.Kind][]Field

	// Index has the classes whose values Find finds. Nil: none.
	Index []Class

	// Suites are those that keys may name. Nil: AES256GCM.
	Suites []Suite

	// Hashes are those of commitments: the first one for new ones and for digests, the others to open older ones. Nil:
	// SHA-256. When another one becomes the first, the organs get a new current key too, and Rotate makes new digests.
	Hashes []register.Hash

	// Rand is where salts and nonces come from. Nil: crypto/rand.Reader. It must be safe for several goroutines.
	Rand io.Reader

	// Keep says of a commitment at a personal path of a document that is to be sealed whether it may stay. Nil: it may not,
	// and Seal returns ErrSealed.
	//
	// It is for the correction of a document of which a part is forgotten. Whoever lets a commitment stay answers for it: it
	// must be in the last entry of this very document, at this path, and its secret must be forgotten; see CommitmentAt.
	// Otherwise a caller could plant one whose value only they know. No secret is kept for it.
	Keep func(organ string, ref fazhi.Ref, path fazhi.Path, c Commitment) (bool, error)
}

// A Sealer takes personal data out of documents and opens it again. It may be used by several goroutines. Use New.
type Sealer struct {
	keys   Keys
	fields map[fazhi.Kind][]pattern
	index  []Class
	suites map[string]Suite
	hashes []register.Hash
	rand   io.Reader
	keep   func(string, fazhi.Ref, fazhi.Path, Commitment) (bool, error)
}

var _ register.Sealer = (*Sealer)(nil)

// New makes a Sealer. The error says everything that is wrong with the options.
func New(o Options) (*Sealer, error) {
	s := &Sealer{keys: o.Keys, index: slices.Clone(o.Index), hashes: slices.Clone(o.Hashes), rand: o.Rand, keep: o.Keep}
	var wrong []error
	if o.Keys == nil {
		wrong = append(wrong, errors.New("没有 Keys"))
	}
	if o.Fields == nil {
		wrong = append(wrong, errors.New("没有 Fields"))
	}
	if slices.Contains(o.Index, "") {
		wrong = append(wrong, errors.New("Index 有空的种类"))
	}
	wrong = append(wrong, s.addFields(o.Fields), s.addSuites(o.Suites), s.addHashes())
	if err := errors.Join(wrong...); err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	if s.rand == nil {
		s.rand = rand.Reader
	}
	return s, nil
}

func (s *Sealer) addFields(fields map[fazhi.Kind][]Field) error {
	s.fields = make(map[fazhi.Kind][]pattern, len(fields))
	var wrong []error
	for _, kind := range slices.Sorted(maps.Keys(fields)) {
		patterns, err := parsePatterns(fields[kind])
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%s：%w", kind, err))
		}
		s.fields[kind] = patterns
	}
	return errors.Join(wrong...)
}

func (s *Sealer) addSuites(suites []Suite) error {
	if suites == nil {
		suites = []Suite{AES256GCM()}
	}
	s.suites = make(map[string]Suite, len(suites))
	var wrong []error
	for _, suite := range suites {
		if _, twice := s.suites[suite.Name]; twice {
			wrong = append(wrong, fmt.Errorf("加密算法 %s 重复", suite.Name))
		}
		wrong = append(wrong, suite.vet())
		s.suites[suite.Name] = suite
	}
	return errors.Join(wrong...)
}

func (s *Sealer) addHashes() error {
	if s.hashes == nil {
		s.hashes = []register.Hash{register.SHA256()}
	}
	if len(s.hashes) == 0 {
		return errors.New("没有摘要算法")
	}
	var wrong []error
	for i, h := range s.hashes {
		var err error
		s.hashes[i], err = usable(h)
		wrong = append(wrong, err)
	}
	return errors.Join(wrong...)
}

// hash returns the hash of a commitment.
func (s *Sealer) hash(name string) (register.Hash, bool) {
	at := slices.IndexFunc(s.hashes, func(h register.Hash) bool { return h.Name == name })
	if at < 0 {
		return register.Hash{}, false
	}
	return s.hashes[at], true
}

const hiddenSealer = "［加密器］"

// Format prints a placeholder for every verb.
func (*Sealer) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, hiddenSealer) }

// LogValue logs a placeholder.
func (*Sealer) LogValue() slog.Value { return slog.StringValue(hiddenSealer) }
