package sqlite

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
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

// A mount that is read-only in one place may be written in another.
func TestIsFrozen(t *testing.T) {
	const table = "25 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n" +
		"31 25 8:2 /data /data ro,relatime shared:1 - ext4 /dev/sdb1 rw\n" +
		"32 25 7:0 / /media/disc ro,relatime - iso9660 /dev/loop0 ro,nojoliet\n"
	require.False(t, isFrozen(table, "8:1"))
	require.False(t, isFrozen(table, "8:2"), "a container's")
	require.True(t, isFrozen(table, "7:0"))
	require.False(t, isFrozen(table, "9:9"))
	require.Equal(t, "7:0", device(0x700))
	require.Equal(t, "259:300", device(259<<8|300&0xff|300>>8<<20))
	require.False(t, frozen(t.TempDir()))
	require.False(t, frozen("/no/such/folder"))
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
	before := locks(t, path)
	require.NotZero(t, before)
	two, err := Open(t.Context(), path, Options{})
	require.NoError(t, err)
	require.GreaterOrEqual(t, locks(t, path), before)
	require.NoError(t, two.Close())
	require.Equal(t, before, locks(t, path))
}

// locks counts the locks of this process on a database: other tests of the process have files of their own.
func locks(t *testing.T, path string) int {
	t.Helper()
	var of []string
	for _, file := range []string{path, path + "-wal", path + "-shm"} {
		info, err := os.Stat(file)
		require.NoError(t, err)
		of = append(of, ":"+strconv.FormatUint(info.Sys().(*syscall.Stat_t).Ino, 10))
	}
	table, err := os.ReadFile("/proc/locks")
	require.NoError(t, err)
	n := 0
	for line := range strings.Lines(string(table)) {
		fields := strings.Fields(line)
		if len(fields) > 5 && fields[4] == strconv.Itoa(os.Getpid()) &&
			slices.ContainsFunc(of, func(inode string) bool { return strings.HasSuffix(fields[5], inode) }) {
			n++
		}
	}
	return n
}
