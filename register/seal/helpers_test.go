package seal_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/seal"
)

// All persons are invented.
const (
	organ = "泉源区司法局"
	kind  = fazhi.Kind("mediation")
	name  = "欧阳测试"
	idNo  = "35050219900101001X"
	phone = "13900000000"
)

var ref = fazhi.Ref{Kind: kind, ID: "TJ-2025-1"}

func fields() map[fazhi.Kind][]seal.Field {
	return map[fazhi.Kind][]seal.Field{
		kind: {
			{Path: "/parties/*/name", Class: seal.PersonName},
			{Path: "/parties/*/idNumber", Class: seal.IDNumber},
			{Path: "/parties/*/phone", Class: seal.Phone},
			{Path: "/address"},
		},
		"contract": nil,
	}
}

// key makes a key that depends on its id only.
func key(t testing.TB, id string) seal.Key {
	t.Helper()
	k, err := seal.AES256GCM().Generate(id, random(id))
	require.NoError(t, err)
	return k
}

// random gives the same bytes for the same seed. It is for one goroutine.
func random(seed string) *rand.ChaCha8 {
	return rand.NewChaCha8([32]byte([]byte(fmt.Sprintf("%-32.32s", seed))))
}

// ring has a key "2024" and the current key "2025" of each organ.
func ring(t testing.TB, organs ...string) *seal.Keyring {
	t.Helper()
	k := seal.NewKeyring()
	for _, o := range append([]string{organ}, organs...) {
		require.NoError(t, k.Add(o, key(t, "2024")))
		require.NoError(t, k.Add(o, key(t, "2025")))
		require.NoError(t, k.SetIndex(o, []byte("0123456789abcdef"+o)))
	}
	return k
}

func options(keys seal.Keys) seal.Options {
	return seal.Options{Keys: keys, Fields: fields(), Index: []seal.Class{seal.IDNumber, seal.Phone, seal.PersonName}}
}

func newSealer(t testing.TB, o seal.Options) *seal.Sealer {
	t.Helper()
	s, err := seal.New(o)
	require.NoError(t, err)
	return s
}

// mediationDoc is a document with so many parties, all with the same data.
func mediationDoc(parties int) []byte {
	party := fmt.Sprintf(`{"idNumber":%q,"name":%q,"phone":%q,"role":"申请人"}`, idNo, name, phone)
	list := strings.TrimSuffix(strings.Repeat(party+",", parties), ",")
	return []byte(`{"address":"某某路1号","amount":1200,"closed":"2025-03-01","parties":[` + list + `],"title":"相邻关系纠纷"}`)
}

// requireCanonical fails unless a text is canonical JSON.
func requireCanonical(t testing.TB, doc []byte) {
	t.Helper()
	again, err := canon.Append(nil, doc)
	require.NoError(t, err)
	require.Equal(t, string(again), string(doc))
}

// requireNothingPersonal fails if something holds personal data.
func requireNothingPersonal(t testing.TB, text string) {
	t.Helper()
	for _, value := range []string{name, idNo, phone, "某某路", "测试", "19900101"} {
		require.NotContains(t, text, value)
	}
}

// book makes a book of a sealer on a new store, and enters documents in it, one entry each.
func book(t testing.TB, s *seal.Sealer, docs int, parties int) *register.Memory {
	t.Helper()
	store := register.NewMemory()
	for i := range docs {
		enter(t, store, s, organ, fmt.Sprintf("TJ-2025-%d", i+1), mediationDoc(parties))
	}
	return store
}

func enter(t testing.TB, store register.Store, s *seal.Sealer, organ, id string, doc []byte) {
	t.Helper()
	b, err := register.New(store, register.Options{
		Now:    func() time.Time { return time.Date(2025, 4, 1, 9, 0, 0, 0, time.UTC) },
		Sealer: s,
	})
	require.NoError(t, err)
	_, err = b.Add(t.Context(), register.Request{
		Scope: register.Scope{Organ: organ},
		Doc:   &register.Raw{Of: fazhi.Ref{Kind: kind, ID: id}, Name: "调解", JSON: json.RawMessage(doc)},
	})
	require.NoError(t, err)
}

// entries returns the entries of the organ with their secrets.
func entries(t testing.TB, store register.Store) []register.Entry {
	t.Helper()
	var out []register.Entry
	for e, err := range store.Entries(context.Background(), register.Query{Scope: scope(), Secrets: true}) {
		require.NoError(t, err)
		out = append(out, e)
	}
	return out
}

func scope() register.Scope { return register.Scope{Organ: organ} }

func clone(x register.Secret) register.Secret {
	x.Box, x.Digest = bytes.Clone(x.Box), bytes.Clone(x.Digest)
	return x
}
