package seal

import (
	"context"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/register"
)

// batchSize is how many secrets are changed in one call of the store; those of an entry stay together.
const batchSize = 256

// maxWrong is how many errors are told one by one.
const maxWrong = 20

// A change goes through the secrets of an organ in batches. Each batch is read to its end before it is written, since not
// every store can do both at once. One that cannot be changed is passed over, and told at the end.
type change struct {
	store register.SecretStore
	query register.SecretQuery // what is not done yet
	// edit changes a secret and reports whether it did.
	edit func(*register.Secret) (bool, error)

	count int
	wrong []error
	more  int // wrong ones that are not told
}

// run changes everything and returns how many secrets it changed, also when it could not go on.
func (c *change) run(ctx context.Context) (int, error) {
	for {
		batch, last, err := c.batch(ctx)
		if err == nil && len(batch) > 0 {
			err = c.store.Reseal(ctx, c.query.Scope, batch)
		}
		if err != nil {
			return c.count, fmt.Errorf("seal: %w", err)
		}
		c.count += len(batch)
		if last {
			return c.count, c.failed()
		}
	}
}

// batch returns the next secrets, changed, and whether they are the last ones.
func (c *change) batch(ctx context.Context) ([]register.Secret, bool, error) {
	var batch []register.Secret
	seen := c.query.After
	for x, err := range c.store.Secrets(ctx, c.query) {
		if err != nil {
			return nil, false, err
		}
		if x.Seq != seen && len(batch) >= batchSize {
			c.query.After = seen
			return batch, false, nil
		}
		seen = x.Seq
		changed, err := c.edit(&x)
		switch {
		case errors.Is(err, ErrBox) || errors.Is(err, ErrKey):
			c.fail(&x, err)
		case err != nil:
			return nil, false, err
		case changed:
			batch = append(batch, x)
		}
	}
	return batch, true, ctx.Err()
}

func (c *change) fail(x *register.Secret, err error) {
	if len(c.wrong) == maxWrong {
		c.more++
		return
	}
	c.wrong = append(c.wrong, &Error{Seq: x.Seq, Path: x.Path, Err: err})
}

func (c *change) failed() error {
	if c.more > 0 {
		c.wrong = append(c.wrong, fmt.Errorf("seal: 另有%d处", c.more))
	}
	return errors.Join(c.wrong...)
}

// vetScope reports that a scope is not one organ's.
func vetScope(s register.Scope) error {
	if s.Organ == "" || s.Organ == register.AllOrgans {
		return fmt.Errorf("seal: %w", register.ErrScope)
	}
	return nil
}
