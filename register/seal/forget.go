package seal

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// Forget deletes the personal data of a document, of all its entries (个人信息保护法 art. 47: 删除): it empties the boxes and
// digests that the store holds, and returns how many secrets that were. The commitments stay in the trail; without their
// salts nobody learns anything from them. It may be interrupted and run again.
//
// Do not forget before the retention period (保存期限) of the document has ended (art. 47 para. 2).
//
// Copies of the database have the boxes still: they go when their key is destroyed. A document without a kind or an id is
// ErrQuery.
func (s *Sealer) Forget(ctx context.Context, store register.SecretStore, scope register.Scope, ref fazhi.Ref) (n int, err error) {
	if ref.Kind == "" || ref.ID == "" {
		return 0, fmt.Errorf("seal: %w", ErrQuery)
	}
	return forget(ctx, store, register.SecretQuery{Scope: scope, Ref: ref})
}

// ForgetKey deletes all personal data under a key, with its digests, which destroying the key leaves behind. The key need
// not exist any more; the current one is not refused. An empty id is ErrQuery.
func (s *Sealer) ForgetKey(ctx context.Context, store register.SecretStore, scope register.Scope, key string) (n int, err error) {
	if key == "" {
		return 0, fmt.Errorf("seal: %w", ErrQuery)
	}
	return forget(ctx, store, register.SecretQuery{Scope: scope, Key: key})
}

func forget(ctx context.Context, store register.SecretStore, q register.SecretQuery) (int, error) {
	if err := vetScope(q.Scope); err != nil {
		return 0, err
	}
	c := change{store: store, query: q, edit: empty}
	return c.run(ctx)
}

// empty deletes what a secret holds.
func empty(x *register.Secret) (bool, error) {
	if len(x.Box) == 0 && len(x.Digest) == 0 {
		return false, nil
	}
	x.Box, x.Digest = nil, nil
	return true, nil
}
