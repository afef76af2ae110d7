package register

import (
	"fmt"
	"slices"
)

// Check reports whether entries continue the book: the right organ, sequence and chain, times that do not run back, and
// numbers that are the next ones of the counters asked for. A store calls it before it keeps them; the error is
// ErrChain.
func (p *Prior) Check(key Key, entries []Entry) error {
	head := p.Head
	serials := slices.Clone(p.Serials)
	for i := range entries {
		e := &entries[i]
		if err := continues(head, key, e); err != nil {
			return err
		}
		for _, n := range e.Numbers {
			at := slices.Index(key.Counters, n.counter())
			if at < 0 || n.Serial != serials[at] {
				return fmt.Errorf("register: %w：编号不是该系列的下一个", ErrChain)
			}
			serials[at]++
		}
		if !e.ownsSecrets() {
			return fmt.Errorf("register: %w：密文不属于这一条", ErrChain)
		}
		head = Head{Organ: e.Organ, Seq: e.Seq, Sum: e.Sum, At: e.At}
	}
	return nil
}

// continues reports whether an entry is the next one after the head.
func continues(head Head, key Key, e *Entry) error {
	switch {
	case e.Organ != key.Scope.Organ || e.ReqID != key.ReqID && key.ReqID != "":
		return fmt.Errorf("register: %w：机关或者请求号不符", ErrChain)
	case e.Seq != head.Seq+1:
		return fmt.Errorf("register: %w：序号不连续", ErrChain)
	case e.Prev != head.Sum:
		return fmt.Errorf("register: %w：与前一条不相接", ErrChain)
	case e.At.Before(head.At):
		return fmt.Errorf("register: %w：时间早于前一条", ErrChain)
	}
	return nil
}

// ownsSecrets reports whether the secrets of an entry are labelled as its own; others could never be found again.
func (e *Entry) ownsSecrets() bool {
	return !slices.ContainsFunc(e.Secrets, func(s Secret) bool { return s.Organ != e.Organ || s.Seq != e.Seq || s.Ref != e.Ref })
}
