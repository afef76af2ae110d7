package seal

import (
	"fmt"
	"io"
	"log/slog"

	"github.com/fazhi-go/fazhi"
)

// A Key encrypts. It hides its bytes when it is printed or logged, and JSON does not have them.
//
// At most 2³² boxes should be made under a key, because nonces are random; a key for each year is far below that.
type Key struct {
	// ID is kept with every secret: 1 to 64 characters, none of them a control character. It is unique within the organ, and
	// never used for another key.
	ID    string `json:"id"`
	Suite string `json:"suite"` // the name of the one suite that it is for
	Bytes []byte `json:"-"`
}

// Format prints the id for every verb.
func (k Key) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, "［密钥 "+k.ID+"］") }

// LogValue logs the id.
func (k Key) LogValue() slog.Value { return slog.StringValue("［密钥 " + k.ID + "］") }

// Keys is where keys come from: a Keyring, or the site's key management (密钥管理系统、服务器密码机). It may be used by several
// goroutines. It is asked once for each document, and must not take long: one that asks a machine far away keeps the
// answers for a while.
//
// Current returns the key under which a document's personal data is to be sealed from now on. A zero ref asks for the key
// that all documents of the organ are under; if they have different ones, as with a key for each document, it is ErrKey.
//
// Key returns a key by its id. One that was destroyed is ErrForgotten, one that the organ never had is ErrKey; both under
// errors.Is.
//
// Index returns the organ's own secret for digests, at least 16 bytes and no other organ's. It is asked only for classes
// that are indexed.
//
// What is returned is not changed afterwards, by either side.
type Keys interface {
	Current(organ string, ref fazhi.Ref) (Key, error)
	Key(organ, id string) (Key, error)
	Index(organ string) ([]byte, error)
}

// minIndex is the shortest index key.
const minIndex = 16
