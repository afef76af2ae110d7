package audit_test

import (
	"context"
	"crypto/ed25519"
	"fmt"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/registertest"
)

// A book is certified; the superior organ keeps the checkpoint and holds the book against it later.
func Example() {
	ctx, scope, store := context.Background(), register.Scope{Organ: "鲤城区司法局"}, register.NewMemory()
	if err := registertest.Sample(ctx, store, scope.Organ, register.SHA256(), 100); err != nil {
		fmt.Println(err)
		return
	}
	key := ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize)) // of a bureau: a device, or GenerateEd25519
	signer, err := checkpoint.NewEd25519Signer(scope.Organ, key)
	if err != nil {
		fmt.Println(err)
		return
	}
	point, result, err := audit.Certify(ctx, store, scope, audit.Options{}, nil, noon)
	fmt.Println(result.Well(), point.Size, err)
	signed, err := checkpoint.Sign(ctx, point, signer)
	fmt.Println(len(signed.Signatures), err)

	// Later, with the checkpoint that was kept elsewhere; its signature has been verified.
	result, err = audit.Verify(ctx, store, scope, audit.Options{Checkpoints: []checkpoint.Checkpoint{signed.Checkpoint}})
	fmt.Println(result.Entries, result.Known, result.Faults, err)
	// Output:
	// true 100 <nil>
	// 1 <nil>
	// 100 1 [] <nil>
}
