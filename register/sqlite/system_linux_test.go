package sqlite

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/registertest"
)

func TestNetworkName(t *testing.T) {
	for magic, want := range map[uint32]string{
		0x6969: "NFS", 0xFF534D42: "SMB/CIFS", 0xFE534D42: "SMB/CIFS", 0x65735546: "FUSE", 0x01021997: "9P", 0xEF53: "", 0x58465342: "",
	} {
		require.Equal(t, want, networkName(magic))
	}
	name, err := network(t.TempDir())
	require.NoError(t, err)
	require.Empty(t, name)
	_, err = network("/no/such/folder")
	require.Error(t, err)
}

// The locks that one store holds on its file outlive the opening of another one in the same process: a process that then
// closes the file last must not take away the log.
func TestLocksOutliveAnotherOpening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	one, err := Open(t.Context(), path, Options{})
	require.NoError(t, err)
	defer one.Close()
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, fs.FileMode(0o600), info.Mode().Perm())
	require.NoError(t, registertest.Sample(t.Context(), one, "甲", register.SHA256(), 3))
	before := locks(t)
	require.NotZero(t, before)
	two, err := Open(t.Context(), path, Options{})
	require.NoError(t, err)
	require.GreaterOrEqual(t, locks(t), before)
	require.NoError(t, two.Close())
	require.Equal(t, before, locks(t))
}

// locks counts the locks of this process.
func locks(t *testing.T) int {
	t.Helper()
	table, err := os.ReadFile("/proc/locks")
	require.NoError(t, err)
	n := 0
	for line := range strings.Lines(string(table)) {
		if fields := strings.Fields(line); len(fields) > 4 && fields[4] == strconv.Itoa(os.Getpid()) {
			n++
		}
	}
	return n
}
