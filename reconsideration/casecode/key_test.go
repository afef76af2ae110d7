package casecode_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/big"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/checkdigit"
	"github.com/fazhi-go/fazhi/reconsideration/casecode"
	"github.com/fazhi-go/fazhi/register"
)

// The vector was computed apart from this package. Papers with ids are out for good: it never changes.
func TestIDVector(t *testing.T) {
	secret := []byte("0123456789abcdef0123456789abcdef")
	key, err := casecode.NewKey(secret)
	require.NoError(t, err)
	secret[0] = 'x' // the key has its own copy
	id, err := key.ID(casecode.Code{Organ: organ, Year: 2024, Serial: 17})
	require.NoError(t, err)
	require.Equal(t, "HHYUUJDHJ3AEM81KQFHA1CW4J79", id)
	require.NoError(t, casecode.CheckID(id))
}

// An id is the HMAC of the code modulo 31^26 with a check character.
func TestIDIsTheMAC(t *testing.T) {
	secret := bytes.Repeat([]byte("ab"), 16)
	key, err := casecode.NewKey(secret)
	require.NoError(t, err)
	code := casecode.Code{Organ: organ, Year: 2024, Serial: 17}
	id, err := key.ID(code)
	require.NoError(t, err)
	h := hmac.New(sha256.New, secret)
	h.Write([]byte("fazhi/casecode/id/1\n" + code.String()))
	want := new(big.Int).Mod(new(big.Int).SetBytes(h.Sum(nil)), new(big.Int).Exp(big.NewInt(31), big.NewInt(26), nil))
	got := new(big.Int)
	for _, c := range id[:26] {
		got.Mul(got, big.NewInt(31)).Add(got, big.NewInt(int64(strings.IndexRune(checkdigit.Alphabet, c))))
	}
	require.Equal(t, want, got)
}

// Ids of neighbouring codes, and of one code under two keys, have nothing in common; none repeats or holds its code.
func TestIDsAreOpaque(t *testing.T) {
	one, two := newKey(t, "ab"), newKey(t, "ba")
	seen := map[string]bool{}
	same, places := 0, 0
	before := strings.Repeat("-", 27)
	for serial := 1; serial <= 2000; serial++ {
		code := casecode.Code{Organ: organ, Year: 2025, Serial: serial}
		for _, key := range []casecode.Key{one, two} {
			id, err := key.ID(code)
			require.NoError(t, err)
			require.False(t, seen[id])
			require.NotContains(t, id, code.Organ)
			seen[id] = true
			for i := range id {
				if places++; id[i] == before[i] {
					same++
				}
			}
			before = id
		}
	}
	require.InDelta(t, 1.0/31, float64(same)/float64(places), 0.005)
}

func TestNewKeyRefuses(t *testing.T) {
	for name, secret := range map[string][]byte{
		"none": nil, "short": bytes.Repeat([]byte("ab"), 15), "long": bytes.Repeat([]byte("ab"), 600), "the same": make([]byte, 32),
	} {
		_, err := casecode.NewKey(secret)
		require.ErrorIs(t, err, casecode.ErrKey, name)
	}
	_, err := casecode.Key{}.ID(casecode.Code{Organ: organ, Year: 2024, Serial: 17})
	require.ErrorIs(t, err, casecode.ErrKey)
	_, err = newKey(t, "ab").ID(casecode.Code{})
	require.ErrorIs(t, err, casecode.ErrLength)
}

// Whoever prints or logs a key does not tell it.
func TestKeyIsNotPrinted(t *testing.T) {
	key := newKey(t, "Qz")
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d"} {
		fmt.Fprintf(&out, verb+"\n", key)
	}
	slog.New(slog.NewTextHandler(&out, nil)).Info("x", "key", key)
	text, err := json.Marshal(struct{ K any }{fmt.Sprint(key)})
	require.NoError(t, err)
	out.Write(text)
	for _, secret := range []string{"QzQz", "517a517a", "517A517A", "81 122 81"} {
		require.NotContains(t, out.String(), secret)
	}
}

// Ids are found that were taken from the book; the others are told from those copied wrong.
func TestIndex(t *testing.T) {
	store := register.NewMemory()
	code := journey(t, newBook(t, store))
	old, present := newKey(t, "ab"), newKey(t, "cd")
	index, err := casecode.NewIndex(present, old)
	require.NoError(t, err)
	for range 2 {
		for e, err := range store.Entries(t.Context(), register.Query{Scope: in(bureau)}) {
			require.NoError(t, err)
			require.NoError(t, index.Take(&e))
		}
	}
	for _, key := range []casecode.Key{old, present} {
		id, err := key.ID(code)
		require.NoError(t, err)
		got, err := index.Find(id)
		require.NoError(t, err)
		require.Equal(t, code, got)
		_, err = index.Find(strings.Repeat("0", 27))
		require.ErrorIs(t, err, casecode.ErrUnknown, "well-formed and of no case")
		for _, wrong := range []string{"", id[:26], id + "0", strings.ToLower(id), id[1:2] + id[:1] + id[2:], code.String(), strings.Repeat("O", 27)} {
			if wrong != id {
				_, err = index.Find(wrong)
				require.ErrorIs(t, err, casecode.ErrID, wrong)
			}
		}
	}
	strange, err := newKey(t, "ef").ID(code)
	require.NoError(t, err)
	_, err = index.Find(strange)
	require.ErrorIs(t, err, casecode.ErrUnknown, "of another bureau's key")

	require.Error(t, index.Add(casecode.Code{}))
	_, err = casecode.NewIndex()
	require.ErrorIs(t, err, casecode.ErrKey)
	_, err = casecode.NewIndex(present, casecode.Key{})
	require.ErrorIs(t, err, casecode.ErrKey)
	require.Error(t, index.Take(&register.Entry{Numbers: []register.Numbered{{Series: casecode.SeriesName, Text: "1"}}}))
}

func TestIndexAtOnce(t *testing.T) {
	key := newKey(t, "ab")
	index, err := casecode.NewIndex(key)
	require.NoError(t, err)
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := 1; i <= 50; i++ {
				code := casecode.Code{Organ: organ, Year: 2025, Serial: 50*worker + i}
				if index.Add(code) != nil {
					return
				}
				id, _ := key.ID(code)
				_, _ = index.Find(id)
			}
		})
	}
	group.Wait()
	for serial := 1; serial <= 200; serial++ {
		code := casecode.Code{Organ: organ, Year: 2025, Serial: serial}
		id, err := key.ID(code)
		require.NoError(t, err)
		got, err := index.Find(id)
		require.NoError(t, err)
		require.Equal(t, code, got)
	}
}

func FuzzCheckID(f *testing.F) {
	for _, s := range []string{"", strings.Repeat("0", 27), "HHYUUJDHJ3AEM81KQFHA1CW4J79", strings.Repeat("泉", 9)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, id string) {
		if casecode.CheckID(id) == nil {
			require.Len(t, id, 27)
			require.NoError(t, checkdigit.VerifyMod31(id))
		}
	})
}
