package crashtest

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// tryOpen opens a file, makes one request or reads one book, and reports what came of it.
func tryOpen(o order) error {
	a := ask{ReqID: o.Name, Organ: organs()[0], Act: register.Added, Ref: fazhi.Ref{Kind: "contract", ID: o.Name}}
	m := message{Kind: failed, Ask: &a}
	e, err := openOnce(&a, o)
	if err == nil {
		m = answer(&a, e, nil)
	} else {
		m.Text = err.Error()
	}
	return m.send(os.Stdout)
}

// openOnce makes the one request, or reads the first entry.
func openOnce(a *ask, o order) (register.Entry, error) {
	ctx := context.Background()
	store, err := sqlite.Open(ctx, o.Place.At, sqlite.Options{ReadOnly: o.Look})
	if err != nil {
		return register.Entry{}, err
	}
	defer store.Close()
	if o.Look {
		for e, err := range store.Entries(ctx, register.Query{Scope: register.Scope{Organ: a.Organ}}) {
			return e, err
		}
		return register.Entry{}, fmt.Errorf("no entries")
	}
	book, err := newBook(store, time.Now)
	if err != nil {
		return register.Entry{}, err
	}
	return a.put(ctx, book)
}
