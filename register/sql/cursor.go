package sql

import (
	"context"
	dbsql "database/sql"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A position is a row of fz_cursor.
type position struct {
	seq    int64
	holder string
	until  int64
	found  bool
}

// Lease is that of register.Cursors.
func (s *Store) Lease(ctx context.Context, l register.Lease) (int64, error) {
	if err := s.writable(ctx, l.Organ); err != nil {
		return 0, err
	}
	var seq int64
	err := s.delegate(ctx, l.Organ, func(ctx context.Context, d *desk) (bool, error) {
		p, err := d.position(ctx, l.Subscription)
		switch {
		case err != nil:
			return false, err
		case !p.found:
			seq = 0
			return true, d.begin(ctx, l)
		case p.holder != l.Holder && p.until > millis(l.Now):
			return false, own(fmt.Errorf("register/sql: %w", register.ErrLeased))
		}
		seq = p.seq
		return true, d.exec(ctx, setCursor, 1, p.seq, l.Holder, millis(l.Until), l.Subscriber, l.Organ)
	})
	if err != nil {
		return 0, err
	}
	return seq, nil
}

// position reads and locks how far a subscriber has got.
func (d *desk) position(ctx context.Context, s register.Subscription) (position, error) {
	var p position
	err := d.query(ctx, lockCursor, 1, func(rows *dbsql.Rows) error {
		p.found = true
		return rows.Scan(&p.seq, &p.holder, &p.until)
	}, s.Subscriber, s.Organ)
	return p, err
}

// begin makes the row of a subscriber. If it fails, another process may have made it.
func (d *desk) begin(ctx context.Context, l register.Lease) error {
	err := d.exec(ctx, addCursor, 1, l.Subscriber, l.Organ, int64(0), l.Holder, millis(l.Until))
	if err != nil {
		return fmt.Errorf("%w：%w", errAgain, err)
	}
	return nil
}

// Save is that of register.Cursors. A document that is parked and released in one step stays parked: it is found done
// when it is tried again, while one that is lost would never be.
func (s *Store) Save(ctx context.Context, l register.Lease, p register.Progress) error {
	if err := s.writable(ctx, l.Organ); err != nil {
		return err
	}
	return s.delegate(ctx, l.Organ, func(ctx context.Context, d *desk) (bool, error) {
		at, err := d.position(ctx, l.Subscription)
		if err != nil {
			return false, err
		}
		if !at.found || at.holder != l.Holder {
			return false, own(fmt.Errorf("register/sql: %w", register.ErrLeased))
		}
		if err := d.exec(ctx, setCursor, 1, p.Seq, l.Holder, millis(l.Until), l.Subscriber, l.Organ); err != nil {
			return false, err
		}
		return true, d.park(ctx, l.Subscription, &p)
	})
}

// park keeps which documents are held up.
func (d *desk) park(ctx context.Context, s register.Subscription, p *register.Progress) error {
	for _, ref := range p.Release {
		if err := d.exec(ctx, dropParked, 1, s.Subscriber, s.Organ, docOf(ref)); err != nil {
			return err
		}
	}
	last := make(map[fazhi.Ref]int)
	for i := range p.Park {
		last[p.Park[i].Ref] = i
	}
	for i, held := range p.Park {
		if last[held.Ref] != i {
			continue
		}
		doc := docOf(held.Ref)
		if err := d.exec(ctx, dropParked, 1, s.Subscriber, s.Organ, doc); err != nil {
			return err
		}
		if err := d.exec(ctx, addParked, 1,
			s.Subscriber, s.Organ, doc, held.From, int64(held.Attempts), millis(held.Next)); err != nil {
			return err
		}
	}
	return nil
}
