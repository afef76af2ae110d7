package sql

import (
	"cmp"
	"context"
	dbsql "database/sql"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// secretsPage is how many secrets are read at once.
const secretsPage = 256

// lastPath stands behind all paths of an entry; it is none itself.
const lastPath = "\xff"

// Secrets is that of register.SecretStore.
func (s *Store) Secrets(ctx context.Context, q register.SecretQuery) iter.Seq2[register.Secret, error] {
	return func(yield func(register.Secret, error) bool) {
		after := register.Secret{Seq: q.After, Path: lastPath}
		for {
			if err := s.usable(ctx, q.Scope.Organ); err != nil {
				yield(register.Secret{}, err)
				return
			}
			secrets, full, err := s.secrets(ctx, &q, after)
			if err != nil {
				yield(register.Secret{}, s.readFailed(ctx, err))
				return
			}
			for _, secret := range secrets {
				after = secret
				if q.Matches(&secret) && !yield(secret, nil) {
					return
				}
			}
			if !full {
				return
			}
		}
	}
}

// secrets reads a page, and says whether there may be a further one.
func (s *Store) secrets(ctx context.Context, q *register.SecretQuery, after register.Secret) (secrets []register.Secret, full bool, err error) {
	page := selection{
		from: readSecret, order: "seq, path", limit: secretsPage,
	}
	page.add("organ = ?", q.Scope.Organ)
	if after.Path == lastPath {
		page.add("seq > ?", after.Seq)
	} else {
		page.add("(seq > ? OR (seq = ? AND path > ?))", after.Seq, after.Seq, string(after.Path))
	}
	if q.Ref != (fazhi.Ref{}) {
		page.add("doc = ?", docOf(q.Ref))
	}
	if len(q.Digest) > 0 {
		key, _ := digestText(q.Digest)
		page.add("digest = ?", key)
	}
	if q.Key != "" {
		page.add("key_id = ?", q.Key)
	}
	if q.NotKey != "" {
		page.add("(key_id <> ? OR key_id IS NULL)", q.NotKey)
	}
	bytes := 0
	err = s.read(ctx, q.Scope.Organ, q.Scope.Role, func(c querier) error {
		return s.ask(ctx, c, page.text(), page.args, func(rows *dbsql.Rows) error {
			if bytes >= maxPageBytes {
				return own(errFull)
			}
			secret, err := scanSecret(rows, q.Scope.Organ)
			secrets = append(secrets, secret)
			bytes += len(secret.Box)
			return err
		})
	})
	if errors.Is(err, errFull) {
		return secrets, true, nil
	}
	return secrets, len(secrets) == secretsPage, err
}

// scanSecret reads the columns of readSecret.
func scanSecret(rows *dbsql.Rows, organ string) (register.Secret, error) {
	secret := register.Secret{Organ: organ}
	var doc string
	var key, box, digest, rest dbsql.NullString
	if err := rows.Scan(&secret.Seq, &secret.Path, &doc, &key, &box, &digest, &rest); err != nil {
		return secret, err
	}
	secret.Ref, secret.Key = refOf(doc), key.String
	var err error
	if secret.Box, err = unBox(box.String); err == nil {
		secret.Digest, err = unHex(digest.String + rest.String)
	}
	if err != nil {
		return secret, fmt.Errorf("第 %d 条 %s 的密文不能读取：%w", secret.Seq, secret.Path, err)
	}
	return secret, nil
}

func unBox(text string) ([]byte, error) {
	if text == "" {
		return nil, nil
	}
	return base64.StdEncoding.DecodeString(text)
}

func unHex(text string) ([]byte, error) {
	if text == "" {
		return nil, nil
	}
	return hex.DecodeString(text)
}

// Reseal is that of register.SecretStore. A secret of another organ than the scope's is not there.
func (s *Store) Reseal(ctx context.Context, scope register.Scope, secrets []register.Secret) error {
	if err := s.writable(ctx, scope.Organ); err != nil {
		return err
	}
	if len(secrets) == 0 {
		return nil
	}
	// All processes lock in one order, so that none waits for another in a circle.
	sorted := slices.SortedStableFunc(slices.Values(secrets), func(a, b register.Secret) int {
		return cmp.Or(cmp.Compare(a.Seq, b.Seq), strings.Compare(string(a.Path), string(b.Path)))
	})
	return s.delegate(ctx, scope.Organ, func(ctx context.Context, d *desk) (bool, error) {
		for i := range sorted {
			if err := reseal(ctx, d, scope.Organ, &sorted[i]); err != nil {
				return false, err
			}
		}
		return true, nil
	})
}

func reseal(ctx context.Context, d *desk, organ string, secret *register.Secret) error {
	found, there := false, 0
	err := d.query(ctx, lockSecret, 1, func(rows *dbsql.Rows) error {
		found = true
		return rows.Scan(&there)
	}, organ, secret.Seq, string(secret.Path))
	if err != nil {
		return err
	}
	if !found || secret.Organ != "" && secret.Organ != organ {
		return own(fmt.Errorf("register/sql: %w", register.ErrNotFound))
	}
	if there == 0 {
		return nil // it was deleted, and stays so
	}
	key, rest := digestText(secret.Digest)
	return d.exec(ctx, setSecret, 1,
		orNull(secret.Key), boxText(secret.Box), key, rest, organ, secret.Seq, string(secret.Path))
}
