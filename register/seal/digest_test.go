package seal_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/seal"
)

// found counts the secrets that Find yields.
func found(t *testing.T, s *seal.Sealer, store register.SecretStore, class seal.Class, value string) int {
	t.Helper()
	n := 0
	for _, err := range s.Find(t.Context(), store, scope(), class, value) {
		require.NoError(t, err)
		n++
	}
	return n
}

func TestFind(t *testing.T) {
	s := newSealer(t, options(ring(t, "另一司法局")))
	store := book(t, s, 3, 2)
	enter(t, store, s, "另一司法局", "TJ-2025-9", mediationDoc(2))
	require.Equal(t, 6, found(t, s, store, seal.IDNumber, "350502 19900101 001x"))
	require.Equal(t, 6, found(t, s, store, seal.Phone, "+86 139-0000-0000"))
	require.Equal(t, 6, found(t, s, store, seal.PersonName, name))
	require.Zero(t, found(t, s, store, seal.PersonName, "欧阳"), "only whole values")
	require.Zero(t, found(t, s, store, seal.PersonName, idNo), "only of the class")
	for x, err := range s.Find(t.Context(), store, scope(), seal.IDNumber, idNo) {
		require.NoError(t, err)
		require.Equal(t, organ, x.Organ)
	}
	for _, bad := range []struct {
		class seal.Class
		value string
	}{{"", name}, {"address", "某某路1号"}, {seal.IDNumber, ""}, {seal.Phone, " - 转 "}} {
		calls := 0
		for x, err := range s.Find(t.Context(), store, scope(), bad.class, bad.value) {
			require.ErrorIs(t, err, seal.ErrClass, "an empty digest would find everything")
			require.Zero(t, x)
			calls++
		}
		require.Equal(t, 1, calls)
	}
}

func TestDigest(t *testing.T) {
	keys := ring(t, "另一司法局")
	s := newSealer(t, options(keys))
	digest := func(organ string, class seal.Class, value string) string {
		d, err := s.Digest(organ, class, value)
		require.NoError(t, err)
		require.Len(t, d, 16)
		return string(d)
	}
	for _, x := range []struct {
		class seal.Class
		value string
		equal []string
	}{
		{seal.IDNumber, idNo, []string{"35050219900101001x", "３５０５０２１９９００１０１００１Ｘ", " 350502-19900101-001X\t", "350502　19900101　001ｘ"}},
		{seal.Phone, phone, []string{"+8613900000000", "0086 139 0000 0000", "86-139-0000-0000", "１３９００００００００", "(139)00000000"}},
		{seal.Phone, "059522880000", []string{"0595-22880000", "（0595）2288 0000"}},
	} {
		for _, y := range x.equal {
			require.Equal(t, digest(organ, x.class, x.value), digest(organ, x.class, y), y)
		}
	}
	base := digest(organ, seal.PersonName, "11111111111")
	require.NotEqual(t, base, digest(organ, seal.Phone, "11111111111"))
	require.NotEqual(t, base, digest("另一司法局", seal.PersonName, "11111111111"))
	require.NotEqual(t, base, digest(organ, seal.PersonName, "1111111111"))
	require.NotEqual(t, digest(organ, seal.PersonName, "甲 乙"), digest(organ, seal.PersonName, "甲乙"), "names count as they are")
	require.NotEqual(t, digest(organ, seal.Phone, "8613900000"), digest(organ, seal.Phone, "13900000"))

	require.NoError(t, keys.SetIndex(organ, []byte("another index key")))
	require.NotEqual(t, base, digest(organ, seal.PersonName, "11111111111"))
}

// Without an indexed class nobody asks for an index key.
func TestNothingIndexed(t *testing.T) {
	keys := seal.NewKeyring()
	require.NoError(t, keys.Add(organ, key(t, "2025")))
	s := newSealer(t, seal.Options{Keys: keys, Fields: fields()})
	_, secrets, err := s.Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)
	for _, x := range secrets {
		require.Empty(t, x.Digest)
	}
	_, err = s.Digest(organ, seal.IDNumber, idNo)
	require.ErrorIs(t, err, seal.ErrClass)

	_, _, err = newSealer(t, options(keys)).Seal(organ, ref, mediationDoc(1))
	require.ErrorIs(t, err, seal.ErrKey)
}
