package archive_test

import (
	"bytes"
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/archive"
	"github.com/fazhi-go/fazhi/register/registertest"
)

// A book is written to a file, verified without a database, and restored into an empty store.
func Example() {
	ctx, scope, store := context.Background(), register.Scope{Organ: "鲤城区司法局"}, register.NewMemory()
	if err := registertest.Sample(ctx, store, scope.Organ, register.SHA256(), 100); err != nil {
		fmt.Println(err)
		return
	}
	var file bytes.Buffer
	if err := archive.Export(ctx, &file, store, scope, archive.Options{}); err != nil {
		fmt.Println(err)
		return
	}
	result, err := archive.Verify(bytes.NewReader(file.Bytes()), archive.Options{})
	fmt.Println(result.Entries, result.Well(), err)
	kept, err := archive.Restore(ctx, bytes.NewReader(file.Bytes()), register.NewMemory(), scope, archive.Options{})
	fmt.Println(kept, err)
	// Output:
	// 100 true <nil>
	// 100 <nil>
}
