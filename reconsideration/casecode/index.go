package casecode

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/fazhi-go/fazhi/register"
)

// An Index finds codes by their ids. It is in memory, one map entry for each code and key, and is filled from the book:
//
//	index, err := casecode.NewIndex(key)
//	for entry, err := range store.Entries(ctx, register.Query{Scope: scope}) { … index.Take(&entry) }   // once, at the start
//	follower := register.Follower{Deliver: func(_ context.Context, e *register.Event) error { return index.Take(&e.Entry) }, …}
//
// Filling it reads the book once; after that, finding costs one look-up. Nothing can be resolved without a key. An Index may be
// used by several goroutines. Use NewIndex.
type Index struct {
	keys []Key

	mu    sync.RWMutex
	codes map[string]Code
}

// NewIndex returns an empty index that knows the ids under each of the keys: the present one, and those with which papers
// were printed before it. ErrKey: there is none, or one is zero.
func NewIndex(keys ...Key) (*Index, error) {
	if len(keys) == 0 || slices.ContainsFunc(keys, func(k Key) bool { return k.mac == nil }) {
		return nil, fmt.Errorf("casecode: %w：没有密钥", ErrKey)
	}
	return &Index{keys: slices.Clone(keys), codes: make(map[string]Code)}, nil
}

// Take takes in the code that an entry gave, if it gave one. The same entry may come twice.
func (x *Index) Take(e *register.Entry) error {
	code, err := codeIn(e)
	if err != nil || code == (Code{}) {
		return err
	}
	return x.Add(code)
}

// Add takes in a code.
func (x *Index) Add(code Code) error {
	ids := make([]string, len(x.keys))
	var wrong []error
	for i, k := range x.keys {
		id, err := k.ID(code)
		ids[i], wrong = id, append(wrong, err)
	}
	if err := errors.Join(wrong...); err != nil {
		return err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, id := range ids {
		x.codes[id] = code
	}
	return nil
}

// Find returns the code of an id. ErrID: the text is no id, or was copied wrong; ErrUnknown: no code that was given has it. Who
// answers the public should answer both alike.
func (x *Index) Find(id string) (Code, error) {
	if err := CheckID(id); err != nil {
		return Code{}, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	code, ok := x.codes[id]
	if !ok {
		return Code{}, fmt.Errorf("casecode: %w", ErrUnknown)
	}
	return code, nil
}
