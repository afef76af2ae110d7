package checkpoint

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/register/merkle"
)

// The hashes that a checkpoint may name.
const (
	SHA256 = "sha256"
	SM3    = "sm3" // GB/T 32905
)

// MaxOrgan is the greatest length of Checkpoint.Organ, in bytes of UTF-8.
const MaxOrgan = 256

// A Checkpoint is what an organ says of its register book at a time. The zero value is none.
type Checkpoint struct {
	Organ    string    // whose book; printable, without blanks at the ends
	Size     int64     // number of entries, from 0 to merkle.MaxSize
	Head     [32]byte  // sum of the last entry; zero when there is none
	Root     [32]byte  // root of the tree over the sums of all entries
	Previous [32]byte  // Digest of the checkpoint before; zero for the first
	At       time.Time // to the second; any zone, Parse returns UTC
	Hash     string    // SHA256 or SM3: of Root and Previous
}

// Tree returns size and root, as verifications of package merkle ask for them. The last leaf of the tree, at Size-1, is
// Head.
func (c Checkpoint) Tree() merkle.TreeHead { return merkle.TreeHead{Size: c.Size, Root: c.Root} }

// check says what keeps c from being written.
func (c Checkpoint) check() error {
	switch {
	case !printable(c.Organ, MaxOrgan) || strings.TrimSpace(c.Organ) != c.Organ:
		return checkpointError("机关名称应当有1至256字节，不含控制字符，首尾没有空白")
	case c.Size < 0 || c.Size > merkle.MaxSize:
		return checkpointError("条目数超出范围")
	case (c.Size == 0) != (c.Head == [32]byte{}):
		return checkpointError("有条目才有末条的散列值，有则不为零")
	case c.Root == [32]byte{}:
		return checkpointError("没有给出根")
	case c.Hash != SHA256 && c.Hash != SM3:
		return checkpointError("散列函数应当是 sha256 或 sm3")
	}
	return checkTime(c.At)
}

func checkTime(t time.Time) error {
	year := t.In(beijing()).Year()
	switch {
	case t.IsZero() || year < 1 || year > 9999:
		return checkpointError("没有给出时间，或者超出范围")
	case t.Nanosecond() != 0:
		return checkpointError("时间应当精确到秒，不含小数")
	}
	return nil
}

// beijing is the time of the whole country, UTC+8.
func beijing() *time.Location { return time.FixedZone("", 8*60*60) }

// printable reports whether s is UTF-8 of one to most bytes without control characters and the like.
func printable(s string, most int) bool {
	return s != "" && len(s) <= most && utf8.ValidString(s) &&
		!strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) })
}
