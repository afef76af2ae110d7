package registertest_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/registertest"
)

// inMemory gives the same stores each time, because they live in one process.
func inMemory() registertest.Harness {
	m, c := register.NewMemory(), register.NewMemoryCursors()
	return registertest.Harness{Open: func(context.Context) (registertest.Stores, error) {
		return registertest.Stores{Store: m, Secrets: m, Cursors: c}, nil
	}}
}

// A program that has no *testing.T prints what it finds. Here is nothing to be found.
func ExampleVerify() {
	for _, f := range registertest.Verify(context.Background(), inMemory(), "append-tells-head", "entries-in-order", "save-after-loss") {
		fmt.Println(f)
	}
	fmt.Println("done")
	// Output: done
}
