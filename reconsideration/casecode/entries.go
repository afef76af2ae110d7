package casecode

import (
	"fmt"
	"iter"

	"github.com/fazhi-go/fazhi/register"
)

// one returns the last of a few entries, nil if there is none.
func one(entries iter.Seq2[register.Entry, error]) (*register.Entry, error) {
	list, err := all(entries)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return &list[len(list)-1], nil
}

// all collects the entries of one document.
func all(entries iter.Seq2[register.Entry, error]) ([]register.Entry, error) {
	var list []register.Entry
	for e, err := range entries {
		if err != nil {
			return nil, fmt.Errorf("casecode: %w", err)
		}
		list = append(list, e)
	}
	return list, nil
}

func each(list []register.Entry) iter.Seq2[register.Entry, error] {
	return func(yield func(register.Entry, error) bool) {
		for _, e := range list {
			if !yield(e, nil) {
				return
			}
		}
	}
}
