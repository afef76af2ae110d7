package sqlite_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

func Example() {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "book")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)

	store, err := sqlite.Open(ctx, filepath.Join(folder, "book.db"), sqlite.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer store.Close()
	book, err := register.New(store, register.Options{
		Now: func() time.Time { return time.Date(2025, 3, 4, 9, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	e, err := book.Add(ctx, register.Request{
		Scope: register.Scope{Organ: "鲤城区司法局"},
		Doc: &register.Raw{
			Of: fazhi.Ref{Kind: "contract", ID: "HT-1"}, Name: "办公用品采购合同", JSON: []byte(`{"name":"办公用品采购合同"}`),
		},
	})
	fmt.Println(e.Seq, e.Ref, e.Step, err)
	// Output: 1 contract:HT-1 登记 <nil>
}
