package seal_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register/seal"
)

func TestKeyring(t *testing.T) {
	k := ring(t)
	current, err := k.Current(organ, ref)
	require.NoError(t, err)
	require.Equal(t, key(t, "2025"), current)
	old, err := k.Key(organ, "2024")
	require.NoError(t, err)
	require.Equal(t, key(t, "2024"), old)
	old.Bytes[0] ^= 1
	again, err := k.Key(organ, "2024")
	require.NoError(t, err)
	require.Equal(t, key(t, "2024"), again, "what is given out is a copy")

	for _, bad := range []seal.Key{{}, {ID: "1"}, {ID: "1", Suite: "x"}, key(t, "2024"), key(t, "a\n"), key(t, "a "), key(t, strings.Repeat("年", 65))} {
		require.ErrorIs(t, k.Add(organ, bad), seal.ErrKey)
	}
	require.ErrorIs(t, k.Add("", key(t, "2026")), seal.ErrKey)
	require.ErrorIs(t, k.SetIndex(organ, []byte("short")), seal.ErrKey)
	require.ErrorIs(t, k.SetIndex("", make([]byte, 16)), seal.ErrKey)

	require.ErrorIs(t, k.Destroy(organ, "2025"), seal.ErrKey, "it is the current one")
	require.ErrorIs(t, k.Destroy(organ, "2031"), seal.ErrKey)
	require.ErrorIs(t, k.Destroy("另一司法局", ""), seal.ErrKey)
	for range 2 {
		require.NoError(t, k.Destroy(organ, "2024"))
	}
	_, err = k.Key(organ, "2024")
	require.ErrorIs(t, err, seal.ErrForgotten)
	require.ErrorIs(t, k.Add(organ, key(t, "2024")), seal.ErrKey, "an id is never used again")

	for _, o := range []string{"", "另一司法局"} {
		_, err = k.Current(o, fazhi.Ref{})
		require.ErrorIs(t, err, seal.ErrKey)
		_, err = k.Key(o, "2025")
		require.ErrorIs(t, err, seal.ErrKey, "keys of another organ")
		_, err = k.Index(o)
		require.ErrorIs(t, err, seal.ErrKey)
	}
}

func TestKeyringInAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "keys.json")
	k := ring(t, "另一司法局")
	require.NoError(t, k.Destroy(organ, "2024"))
	require.NoError(t, k.Write(file))
	require.NoError(t, k.Write(file), "over the one that is there")
	left, err := os.ReadDir(filepath.Dir(file))
	require.NoError(t, err)
	require.Len(t, left, 1)

	again, err := seal.ReadKeyring(file)
	require.NoError(t, err)
	first, err := k.Bytes()
	require.NoError(t, err)
	second, err := again.Bytes()
	require.NoError(t, err)
	require.Equal(t, string(first), string(second))
	_, err = again.Key(organ, "2024")
	require.ErrorIs(t, err, seal.ErrForgotten)

	_, err = seal.ReadKeyring(file + "x")
	require.ErrorIs(t, err, os.ErrNotExist)
	require.Error(t, k.Write(filepath.Join(file, "x")), "a file is no folder")
	if runtime.GOOS == "windows" {
		return
	}
	info, err := os.Stat(file)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	for _, mode := range []os.FileMode{0o640, 0o604, 0o620, 0o601, 0o644} {
		require.NoError(t, os.Chmod(file, mode))
		_, err = seal.ReadKeyring(file)
		require.ErrorIs(t, err, seal.ErrMode, mode)
	}
	require.NoError(t, os.Chmod(file, 0o400))
	_, err = seal.ReadKeyring(file)
	require.NoError(t, err)
}

func TestParseKeyring(t *testing.T) {
	const good = `{"v":1,"organs":{"泉源区司法局":{"index":"MDEyMzQ1Njc4OWFiY2RlZg==","current":"b","keys":[{"id":"a","suite":"x","destroyed":true},{"id":"b","suite":"x","key":"c2VjcmV0"}]}}}`
	_, err := seal.ParseKeyring([]byte(good))
	require.NoError(t, err)
	for _, change := range [][2]string{
		{`"v":1`, `"v":2`}, {`"v":1`, `"v":1,"x":1`}, {`,"destroyed":true`, ``}, {`"key":"c2VjcmV0"`, `"destroyed":true`}, {`"id":"a"`, `"id":"b"`}, {`"id":"a"`, `"id":""`},
		{`"current":"b"`, `"current":"a"`}, {`"current":"b",`, ``}, {`"current":"b"`, `"current":"c"`}, {`MDEyMzQ1Njc4OWFiY2RlZg==`, `MDEy`},
		{`泉源区司法局`, ``}, {good, ``}, {good, good + `1`}, {good, `{"v":1,"organs":{"a":null}}`}, {good, `[]`}, {`"x","key"`, `"","key"`},
	} {
		k, err := seal.ParseKeyring([]byte(strings.Replace(good, change[0], change[1], 1)))
		require.ErrorIs(t, err, seal.ErrKeyring, change)
		require.Nil(t, k)
		require.NotContains(t, err.Error(), "c2Vj")
	}
}
