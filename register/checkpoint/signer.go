package checkpoint

import "context"

// A Signer signs with one key. NewEd25519Signer makes one, and so does package gm; a key in a device (密码机, UKey) is one of
// its own.
//
// Key returns the same Key every time.
// Sign returns a signature over exactly the text, one that the Verifier of the same Key takes.
// Sign does not change the text and does not keep it.
// Both may be called from several goroutines.
type Signer interface {
	Key() Key
	Sign(ctx context.Context, text []byte) ([]byte, error)
}

// A Verifier checks the signatures of one key.
//
// Key returns the same Key every time.
// Verify reports whether the signature was made with the key over exactly the text.
// Verify takes any bytes as a signature; it does not panic, and does not change or keep what it is given.
// Both may be called from several goroutines.
type Verifier interface {
	Key() Key
	Verify(text, signature []byte) bool
}
