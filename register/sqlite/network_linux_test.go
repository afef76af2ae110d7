package sqlite

import (
	"testing"

	"github.com/stretchr/testify/require"
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
