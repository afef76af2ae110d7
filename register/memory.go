package register

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/fazhi-go/fazhi"
)

// A Memory is a store that lasts as long as the process: for tests and for trying things out. Use NewMemory.
type Memory struct {
	mu    sync.Mutex
	books map[string]*shelf
}

var (
	_ Store       = (*Memory)(nil)
	_ SecretStore = (*Memory)(nil)
)

// A shelf is one organ's book.
type shelf struct {
	mu       sync.RWMutex
	entries  []Entry
	counters map[Counter]int   // the last serial given
	last     map[fazhi.Ref]int // where in entries the document's last one is that is not a refusal
	requests map[string][]int
	texts    map[string]bool // numbers as written
}

// NewMemory makes an empty store.
func NewMemory() *Memory { return &Memory{books: make(map[string]*shelf)} }

func (m *Memory) shelf(organ string) *shelf {
	m.mu.Lock()
	defer m.mu.Unlock()
	s := m.books[organ]
	if s == nil {
		s = &shelf{counters: make(map[Counter]int), last: make(map[fazhi.Ref]int), requests: make(map[string][]int), texts: make(map[string]bool)}
		m.books[organ] = s
	}
	return s
}

// Append is that of Store.
func (m *Memory) Append(ctx context.Context, key Key, next func(Prior) ([]Entry, error)) ([]Entry, error) {
	if err := key.Scope.vet(); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := m.shelf(key.Scope.Organ)
	s.mu.Lock()
	defer s.mu.Unlock()
	if at, ok := s.requests[key.ReqID]; ok {
		return s.at(at), nil
	}
	p := s.prior(key)
	entries, err := next(p)
	if err == nil {
		err = p.Check(key, entries)
	}
	if err == nil {
		err = s.free(entries)
	}
	if err != nil {
		return nil, err
	}
	for i := range entries {
		s.keep(cloneEntry(&entries[i]))
	}
	return entries, nil
}

// vet reports whether the scope names one organ.
func (s Scope) vet() error {
	if s.Organ == "" || s.Organ == AllOrgans {
		return fmt.Errorf("register: %w", ErrScope)
	}
	return nil
}

// free reports whether the numbers of entries have not been given before.
func (s *shelf) free(entries []Entry) error {
	given := make(map[string]bool)
	for i := range entries {
		for _, n := range entries[i].Numbers {
			if s.texts[n.Text] || given[n.Text] {
				return fmt.Errorf("register: %w：编号系列 %q 的 %s", ErrTaken, n.Series, n.Text)
			}
			given[n.Text] = true
		}
	}
	return nil
}

func (s *shelf) at(places []int) []Entry {
	out := make([]Entry, len(places))
	for i, place := range places {
		out[i] = cloneEntry(&s.entries[place])
		out[i].Secrets = nil
	}
	return out
}

func (s *shelf) prior(key Key) Prior {
	p := Prior{Head: s.head(key.Scope.Organ)}
	if at, ok := s.last[key.Ref]; ok {
		last := cloneEntry(&s.entries[at])
		last.Secrets = nil
		p.Last = &last
	}
	for _, c := range key.Counters {
		p.Serials = append(p.Serials, s.counters[c]+1)
	}
	return p
}

func (s *shelf) head(organ string) Head {
	if len(s.entries) == 0 {
		return Head{Organ: organ}
	}
	return s.entries[len(s.entries)-1].head()
}

func (s *shelf) keep(e Entry) {
	at := len(s.entries)
	s.entries = append(s.entries, e)
	for _, n := range e.Numbers {
		s.counters[n.counter()] = n.Serial
		s.texts[n.Text] = true
	}
	if e.Act != Refused {
		s.last[e.Ref] = at
	}
	if e.ReqID != "" {
		s.requests[e.ReqID] = append(s.requests[e.ReqID], at)
	}
}

// Entries is that of Store. It yields what was there when it began.
func (m *Memory) Entries(ctx context.Context, q Query) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		if err := q.Scope.vet(); err != nil {
			yield(Entry{}, err)
			return
		}
		if err := ctx.Err(); err != nil {
			yield(Entry{}, err)
			return
		}
		s := m.shelf(q.Scope.Organ)
		s.mu.RLock()
		entries := s.entries
		var last map[fazhi.Ref]int
		if q.IsCurrent() {
			last = maps.Clone(s.last)
		}
		s.mu.RUnlock()
		for at := range entries {
			if err := ctx.Err(); err != nil {
				yield(Entry{}, err)
				return
			}
			e := &entries[at]
			if !q.Matches(e) || last != nil && (e.Act == Refused || last[e.Ref] != at) {
				continue
			}
			out := s.copy(at, q.Secrets)
			if !yield(out, nil) {
				return
			}
		}
	}
}

// copy returns an entry for the caller.
func (s *shelf) copy(at int, secrets bool) Entry {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e := cloneEntry(&s.entries[at])
	if !secrets {
		e.Secrets = nil
	}
	return e
}

// Heads is that of Store.
func (m *Memory) Heads(ctx context.Context, scope Scope) iter.Seq2[Head, error] {
	return func(yield func(Head, error) bool) {
		if scope.Organ == "" {
			yield(Head{}, fmt.Errorf("register: %w", ErrScope))
			return
		}
		if err := ctx.Err(); err != nil {
			yield(Head{}, err)
			return
		}
		m.mu.Lock()
		organs := slices.Sorted(maps.Keys(m.books))
		m.mu.Unlock()
		for _, organ := range organs {
			if scope.Organ != AllOrgans && scope.Organ != organ {
				continue
			}
			s := m.shelf(organ)
			s.mu.RLock()
			h := s.head(organ)
			s.mu.RUnlock()
			if h.Seq > 0 && !yield(h, nil) {
				return
			}
		}
	}
}

// Secrets is that of SecretStore.
func (m *Memory) Secrets(ctx context.Context, q SecretQuery) iter.Seq2[Secret, error] {
	return func(yield func(Secret, error) bool) {
		for e, err := range m.Entries(ctx, Query{Scope: q.Scope, Ref: q.Ref, Secrets: true}) {
			if err != nil {
				yield(Secret{}, err)
				return
			}
			slices.SortFunc(e.Secrets, byPath)
			for _, secret := range e.Secrets {
				if q.Matches(&secret) && !yield(secret, nil) {
					return
				}
			}
		}
	}
}

func byPath(a, b Secret) int { return strings.Compare(string(a.Path), string(b.Path)) }

// Reseal is that of SecretStore.
func (m *Memory) Reseal(_ context.Context, scope Scope, secrets []Secret) error {
	if err := scope.vet(); err != nil {
		return err
	}
	s := m.shelf(scope.Organ)
	s.mu.Lock()
	defer s.mu.Unlock()
	places := make([]*Secret, len(secrets))
	for i := range secrets {
		if places[i] = s.secret(&secrets[i]); places[i] == nil || secrets[i].Organ != scope.Organ {
			return fmt.Errorf("register: %w", ErrNotFound)
		}
	}
	for i, place := range places {
		if len(place.Box) == 0 {
			continue
		}
		secret := cloneSecret(&secrets[i])
		place.Key, place.Box, place.Digest = secret.Key, secret.Box, secret.Digest
	}
	return nil
}

func (s *shelf) secret(want *Secret) *Secret {
	if want.Seq < 1 || want.Seq > int64(len(s.entries)) {
		return nil
	}
	secrets := s.entries[want.Seq-1].Secrets
	for i := range secrets {
		if secrets[i].Path == want.Path {
			return &secrets[i]
		}
	}
	return nil
}
