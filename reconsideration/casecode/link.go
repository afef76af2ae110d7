package casecode

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// LinkKind is the kind of links in a book. Connect and Disconnect alone write them; a link that is put right by hand, with
// Book.Correct, is not found by its new code.
const LinkKind fazhi.Kind = "case-link"

// A Link says that a document belongs to a case: a suit, the review of a normative document, a mediation. It is itself a document
// of the book that gave the code. The zero value is no link.
type Link struct {
	Code  Code      `json:"code"`
	Stage Stage     `json:"stage"`
	Organ string    `json:"organ"` // whose book has the document; it may be another organ's
	Of    fazhi.Ref `json:"of"`
}

var _ fazhi.Document = (*Link)(nil)

// The steps of a link.
const (
	joined = "关联"
	parted = "解除关联"
)

// Kind returns "case-link".
func (*Link) Kind() fazhi.Kind { return LinkKind }

// ID returns a digest of the organ and the document, so that a document has one link at a time.
func (l *Link) ID() string {
	sum := sha256.Sum256([]byte(l.Organ + "\n" + string(l.Of.Kind) + "\n" + l.Of.ID))
	return hex.EncodeToString(sum[:16])
}

// Title returns the stage with the word for link.
func (l *Link) Title() string { return string(l.Stage) + joined }

func (l *Link) ref() fazhi.Ref { return fazhi.RefOf(l) }

func (l *Link) vet() error {
	var wrong []error
	say := func(bad bool, message string) {
		if bad {
			wrong = append(wrong, fmt.Errorf("%w：%s", ErrLink, message))
		}
	}
	say(!l.Stage.isKnown(), "没有这一阶段")
	say(l.Organ == "" || l.Organ == register.AllOrgans, "没有指明登记文件的机关")
	say(l.Of.Kind == "" || l.Of.ID == "", "没有指明文件")
	say(l.Of.Kind == LinkKind, "关联本身不能再关联")
	if err := errors.Join(append(wrong, l.Code.Check())...); err != nil {
		return fmt.Errorf("casecode: %w", err)
	}
	return nil
}

// linkIn reads the link that an entry joined; false of an entry that joined none.
func linkIn(e *register.Entry) (Link, bool, error) {
	if e == nil || e.Ref.Kind != LinkKind || e.Step != joined || len(e.Doc) == 0 {
		return Link{}, false, nil
	}
	var l Link
	if err := json.Unmarshal(e.Doc, &l); err != nil || l.ref() != e.Ref {
		return Link{}, false, fmt.Errorf("casecode: 登记簿第 %d 条：%w：内容不是关联", e.Seq, ErrLink)
	}
	return l, true, nil
}
