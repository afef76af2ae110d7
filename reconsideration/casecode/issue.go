package casecode

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// SeriesName is the series of case codes in a book. It is the key of the counter, for ever.
const SeriesName = "一案一码"

// SeriesOf returns the series of an organ's codes, for register.Options; it begins with 1 in each year. Set its Hold where
// codes may be reserved. A code that was reserved and not used, or whose case was made void, stays in the book and is never
// given again.
func SeriesOf(organ string) (register.Series, error) {
	scheme, err := Scheme(organ)
	if err != nil {
		return register.Series{}, err
	}
	return register.Series{Name: SeriesName, Number: number(scheme)}, nil
}

// Issue registers a case and gives it its code in one transaction, whichever process does it when; a code that was reserved
// for the case becomes its. The request is that of register.Book.Add; other series may be drawn from as well. A case that is
// registered already is register.ErrExists and keeps its code: see Of. Give a ReqID, so that a lost answer can be asked for again.
func Issue(ctx context.Context, book *register.Book, r register.Request) (Code, register.Entry, error) {
	r.Series = append(slices.Clone(r.Series), SeriesName)
	entry, err := book.Add(ctx, r)
	if err != nil {
		return Code{}, register.Entry{}, fmt.Errorf("casecode: %w", err)
	}
	code, err := codeIn(&entry)
	if err == nil && code == (Code{}) {
		code, err = given(book.Trail(ctx, r.Scope, entry.Ref))
	}
	return code, entry, err
}

// Of returns the code that a document was given, ErrNotIssued if none. It costs one query by the document.
func Of(ctx context.Context, store register.Store, scope register.Scope, ref fazhi.Ref) (Code, error) {
	code, err := given(store.Entries(ctx, register.Query{Scope: scope, Ref: ref}))
	if err == nil && code == (Code{}) {
		err = fmt.Errorf("casecode: %w", ErrNotIssued)
	}
	return code, err
}

// Issued reports whether the organ's book has given the code, nil if so; codes of void cases and those that are reserved
// count. ErrNotIssued: it never did, however right the code looks. ErrLapsed: its reservation ran out. It costs two queries,
// by number and by document.
func Issued(ctx context.Context, store register.Store, scope register.Scope, code Code) error {
	_, err := home(ctx, store.Entries, scope, code)
	return err
}

// find is Store.Entries, or Book.Find.
type find func(context.Context, register.Query) iter.Seq2[register.Entry, error]

// home returns the entries of the document that has the code.
func home(ctx context.Context, find find, scope register.Scope, code Code) ([]register.Entry, error) {
	text, err := code.text()
	if err != nil {
		return nil, err
	}
	first, err := one(find(ctx, register.Query{Scope: scope, Number: text}))
	if err != nil {
		return nil, err
	}
	if first == nil || !gives(first, code) {
		return nil, fmt.Errorf("casecode: %w", ErrNotIssued)
	}
	trail, err := all(find(ctx, register.Query{Scope: scope, Ref: first.Ref}))
	if err != nil {
		return nil, err
	}
	has, err := given(each(trail))
	if err == nil && has != code {
		err = fmt.Errorf("casecode: %w", ErrLapsed)
	}
	return trail, err
}

// gives reports whether an entry gave the code.
func gives(e *register.Entry, code Code) bool {
	got, err := codeIn(e)
	return err == nil && got == code
}

// codeIn returns the code that an entry gave, the zero Code if none.
func codeIn(e *register.Entry) (Code, error) {
	for _, n := range e.Numbers {
		if n.Series == SeriesName {
			return Parse(n.Text)
		}
	}
	return Code{}, nil
}

// given returns the first code that the entries of a document give, the zero Code if none. What lapsed with a reservation is not
// the document's.
func given(entries iter.Seq2[register.Entry, error]) (code Code, err error) {
	for e, err := range entries {
		if err != nil {
			return Code{}, fmt.Errorf("casecode: %w", err)
		}
		if e.Act == register.Expired {
			code = Code{}
		}
		if code == (Code{}) {
			if code, err = codeIn(&e); err != nil {
				return Code{}, err
			}
		}
	}
	return code, nil
}
