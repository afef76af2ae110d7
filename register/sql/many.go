package sql

import (
	"context"
	dbsql "database/sql"
	"slices"
)

// maxBytes bounds the texts that go into one statement, if it has more than one row.
const maxBytes = 1 << 20

// insert runs an INSERT for rows of so many columns, one after another in args.
func (d *desk) insert(ctx context.Context, statement string, columns int, args []any) error {
	for len(args) > 0 {
		n := whole(len(args) / columns)
		for n > 1 && textBytes(args[:n*columns]) > maxBytes {
			n /= 2
		}
		if err := d.exec(ctx, statement, n, args[:n*columns]...); err != nil {
			return err
		}
		args = args[n*columns:]
	}
	return nil
}

func textBytes(args []any) int {
	n := 0
	for _, a := range args {
		if s, ok := a.(string); ok {
			n += len(s)
		}
	}
	return n
}

// lookup calls fn with each part of keys, padded by its last one to a size of which there are few.
func lookup[K any](keys []K, most int, fn func([]K) error) error {
	for len(keys) > 0 {
		part := keys[:min(len(keys), most)]
		keys = keys[len(part):]
		size := padded(len(part), most)
		part = slices.Clone(part)
		for len(part) < size {
			part = append(part, part[len(part)-1])
		}
		if err := fn(part); err != nil {
			return err
		}
	}
	return nil
}

// byPair calls fn for parts of keys, which are sorted, with the statement that fits and what it takes.
func byPair(single, several string, keys []pair, fn func(statement string, n int, args []any) error) error {
	if len(keys) == 0 {
		return nil
	}
	organ := keys[0].organ
	one := keys[len(keys)-1].organ == organ
	return lookup(keys, maxRows, func(part []pair) error {
		var args []any
		statement := several
		if one {
			statement, args = single, append(args, organ)
		}
		for _, k := range part {
			if !one {
				args = append(args, k.organ)
			}
			args = append(args, k.name)
		}
		return fn(statement, len(part), args)
	})
}

// find looks for entries by keys, with the statement that suits the engine.
func (d *desk) find(ctx context.Context, together, join string, keys []pair, found func(pair, kept)) error {
	statement := together
	if d.store.dialect.JoinKeys {
		statement = join
	}
	return lookup(keys, maxRows, func(part []pair) error {
		var args []any
		for _, k := range distinct(part) {
			args = append(args, k.organ, k.name)
		}
		return d.query(ctx, statement, len(part), func(rows *dbsql.Rows) error {
			var p pair
			var k kept
			err := rows.Scan(&p.organ, &p.name, &k.seq, &k.sum, &k.line)
			if err == nil {
				found(p, k)
			}
			return err
		}, args...)
	})
}

// distinct turns the keys that only fill a statement up into such that find nothing.
func distinct(keys []pair) []pair {
	for i := len(keys) - 1; i > 0 && keys[i] == keys[i-1]; i-- {
		keys[i] = pair{}
	}
	return keys
}

// anys makes arguments of a list.
func anys[T any](list []T) []any {
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = v
	}
	return out
}
