package registertest_test

import (
	"context"
	"testing"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/registertest"
)

// inMemory gives the same stores each time.
func inMemory() registertest.Harness {
	m, c := register.NewMemory(), register.NewMemoryCursors()
	return registertest.Harness{Open: func(context.Context) (registertest.Stores, error) {
		return registertest.Stores{Store: m, Secrets: m, Cursors: c}, nil
	}}
}

func TestMemory(t *testing.T) { registertest.Run(t, inMemory()) }
