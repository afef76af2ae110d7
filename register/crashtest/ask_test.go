package crashtest

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// An ask is a request as it is announced: all that is needed to make it again.
type ask struct {
	ReqID  string
	Organ  string
	Act    register.Act
	Ref    fazhi.Ref
	Series []string
}

// put makes the request.
func (a *ask) put(ctx context.Context, book *register.Book) (register.Entry, error) {
	r := register.Request{
		Scope: register.Scope{Organ: a.Organ, Role: "经办"}, Ref: a.Ref, Series: a.Series, ReqID: a.ReqID, By: "jb1",
	}
	switch a.Act {
	case register.Added:
		r.Doc = a.document("订立")
		return book.Add(ctx, r)
	case register.Stepped:
		r.Step = "办结"
		return book.Step(ctx, r)
	case register.Corrected:
		r.Doc, r.Reason = a.document("更正"), "名称有误"
		return book.Correct(ctx, r)
	case register.Voided:
		r.Reason = "重复登记"
		return book.Void(ctx, r)
	}
	return register.Entry{}, fmt.Errorf("no request for %q", a.Act)
}

// document is the content, of some hundred bytes.
func (a *ask) document(state string) *register.Raw {
	text := fmt.Sprintf(`{"name":"办公用品采购合同","state":%q,"text":%q}`, state, strings.Repeat("双方经协商一致订立本合同。", 8))
	if strings.HasPrefix(a.Ref.ID, spoilt) {
		text = text[:40]
	}
	return &register.Raw{Of: a.Ref, JSON: json.RawMessage(text)}
}
