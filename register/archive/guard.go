package archive

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// What can be wrong with a secret.
var (
	errStray  = errors.New("密文不属于它所在的条目")
	errLabel  = errors.New("密文的位置或者密钥标识不合规范")
	errTwice  = errors.New("同一位置有两份密文")
	errCrowd  = errors.New("一个条目的密文过多")
	errSecret = errors.New("密文过长")
)

// A guard holds the secrets of entries against what a book could have written.
type guard struct {
	owner register.Secret // what the secrets must be like; zero: their entry could not be read
	paths map[fazhi.Path]bool
	size  int
}

// begin begins an entry.
func (g *guard) begin(e *register.Entry) {
	*g = guard{owner: register.Secret{Organ: e.Organ, Seq: e.Seq, Ref: e.Ref}}
}

// secret looks at a secret of the entry, whose line is so long.
func (g *guard) secret(x *register.Secret, size int) error {
	if g.paths == nil {
		g.paths = make(map[fazhi.Path]bool)
	}
	g.size += size
	switch {
	case x.Organ != g.owner.Organ || x.Seq != g.owner.Seq || x.Ref != g.owner.Ref:
		return errStray
	case !isName(string(x.Path), maxPath) || x.Path[0] != '/' || x.Key != "" && !isName(x.Key, maxKey):
		return errLabel
	case g.paths[x.Path]:
		return errTwice
	case size > maxSecretLine:
		return errSecret
	case len(g.paths) == maxSecrets || g.size > maxSecretBytes:
		return errCrowd
	}
	g.paths[x.Path] = true
	return nil
}

// Lengths in characters. They fit the columns and index keys of every engine.
const (
	maxPath = 400
	maxKey  = 64
)

// isName reports whether a path or the id of a key can be kept on every engine. The rule is that of the package seal.
func isName(s string, most int) bool {
	return s != "" && utf8.ValidString(s) && utf8.RuneCountInString(s) <= most &&
		strings.TrimRightFunc(s, unicode.IsSpace) == s && !strings.ContainsFunc(s, unicode.IsControl)
}
