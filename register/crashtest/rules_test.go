package crashtest

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// The series: one that begins anew each year, two that never do.
const (
	issued   = "发文"
	received = "受理"
	filed    = "归档"
)

// organs are those with books.
func organs() []string {
	return []string{"鲤城区司法局", "丰泽区司法局", "洛江区司法局"}
}

// What makes requests fail is how the id of the document begins.
const (
	unnumbered = "坏号-" // its second number cannot be written
	refused    = "驳回-" // the guard refuses it
	spoilt     = "坏件-" // it is no JSON
)

var errNumber = errors.New("这份文件没有编号")

// newBook makes a book by rules that all processes share.
func newBook(store register.Store, now func() time.Time) (*register.Book, error) {
	number, err := numbering.DocumentNumber("泉鲤司")
	if err != nil {
		return nil, err
	}
	in, err := numbering.Parse("SL-{serial:8}")
	if err != nil {
		return nil, err
	}
	file, err := numbering.Parse("GD-{serial:8}")
	if err != nil {
		return nil, err
	}
	return register.New(store, register.Options{
		Now: now,
		Series: []register.Series{
			{Name: issued, Number: number.Number},
			{Name: received, Number: failing(in.Number), Continuous: true},
			{Name: filed, Number: file.Number, Continuous: true},
		},
		Hooks: register.Hooks{Before: guard},
	})
}

// failing writes no number for documents that are to fail.
func failing(number numbering.Numberer) numbering.Numberer {
	return func(s numbering.Slot) (string, error) {
		if strings.HasPrefix(s.Ref.ID, unnumbered) {
			return "", errNumber
		}
		return number(s)
	}
}

// guard refuses the documents that are to be refused.
func guard(_ context.Context, a *register.Attempt) (judged []string, err error) {
	judged = []string{"crashtest/guard@1.0.0"}
	if strings.HasPrefix(a.Ref.ID, refused) {
		err = &register.Refusal{Code: "crashtest/refused", Reason: "材料不齐"}
	}
	return judged, err
}
