package registertest

import (
	"context"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// sampleKind is the kind of the documents of a sample.
const sampleKind fazhi.Kind = "sample"

// Sample keeps n invented entries in an organ's book, the same each time: documents with numbers of two series, steps,
// corrections, void ones, reservations and refusals. It is for tests that need a book with something in it.
func Sample(ctx context.Context, store register.Store, organ string, hash register.Hash, n int) error {
	s := &sample{organ: organ}
	book, err := s.open(store, hash)
	if err != nil {
		return err
	}
	for s.made < n {
		if err := s.next(ctx, book); err != nil {
			return fmt.Errorf("第 %d 条：%w", s.made+1, err)
		}
		s.made++
	}
	return nil
}

type sample struct {
	organ string
	made  int
}

func (s *sample) open(store register.Store, hash register.Hash) (*register.Book, error) {
	number, err := numbering.DocumentNumber("泉鲤司")
	if err != nil {
		return nil, err
	}
	file, err := numbering.Parse("LC-{serial:6}")
	if err != nil {
		return nil, err
	}
	return register.New(store, register.Options{
		Hash: hash,
		Now:  s.now,
		Series: []register.Series{
			{Name: "发文", Number: number.Number, Hold: 30},
			{Name: "登记", Number: file.Number, Continuous: true},
		},
		Hooks: register.Hooks{Before: refuseSome},
	})
}

// now is a clock that goes on by a minute with each entry.
func (s *sample) now() time.Time {
	return time.Date(2024, time.March, 1, 1, 0, 0, 0, time.UTC).Add(time.Duration(s.made) * time.Minute)
}

// refuseSome refuses the documents that ask for it.
func refuseSome(_ context.Context, a *register.Attempt) ([]string, error) {
	if a.Reason == "请予驳回" {
		return nil, &register.Refusal{Code: "lifecycle/order", Reason: "材料不齐"}
	}
	return nil, nil
}

// next makes the next entry: of ten, the last one or two act on documents that are there.
func (s *sample) next(ctx context.Context, book *register.Book) error {
	r := register.Request{
		Scope: register.Scope{Organ: s.organ, Role: "经办"}, By: "jb" + fmt.Sprint(s.made%7), ReqID: fmt.Sprint("r", s.made),
	}
	before := func(n int) { r.Ref = fazhi.Ref{Kind: sampleKind, ID: fmt.Sprint("d", s.made-n)} }
	before(0)
	var err error
	switch s.made % 10 {
	case 4:
		before(3)
		r.Step, r.Series = "办结", []string{"登记"}
		_, err = book.Step(ctx, r)
	case 5:
		before(3)
		r.Doc, r.Reason = s.document(s.made-3, "更正后的"), "名称有误"
		_, err = book.Correct(ctx, r)
	case 6:
		before(3)
		r.Reason = "重复登记"
		_, err = book.Void(ctx, r)
	case 7:
		r.Doc, r.Reason = s.document(s.made, "被驳回的"), "请予驳回"
		if _, err = book.Add(ctx, r); err != nil {
			err = onlyRefusal(err)
		}
	case 8:
		before(-1)
		r.Series = []string{"发文"}
		_, err = book.Reserve(ctx, r)
	default:
		r.Doc, r.Series = s.document(s.made, "第"), []string{"发文", "登记"}
		_, err = book.Add(ctx, r)
	}
	return err
}

func (s *sample) document(n int, name string) *register.Raw {
	id := fmt.Sprint("d", n)
	text := fmt.Sprintf(`{"id":%q,"name":"%s%d号文件","note":"甲\n\"乙\" <丙> 𠮷","parties":[{"n":1},{"n":%d}]}`, id, name, n, n*n)
	return &register.Raw{Of: fazhi.Ref{Kind: sampleKind, ID: id}, Name: name, JSON: []byte(text)}
}

// onlyRefusal lets a refusal pass.
func onlyRefusal(err error) error {
	if _, ok := err.(*register.Refusal); ok {
		return nil
	}
	return err
}
