package sqlite

import "syscall"

// network returns the name of the network file system that a folder lies on, empty if it is on none that is known.
func network(dir string) (string, error) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(dir, &st); err != nil {
		return "", err
	}
	return networkName(uint32(st.Type)), nil
}

// networkName knows the file systems by their magic numbers.
func networkName(magic uint32) string {
	switch magic {
	case 0x6969:
		return "NFS"
	case 0x517B, 0xFE534D42, 0xFF534D42:
		return "SMB/CIFS"
	case 0x65735546:
		return "FUSE"
	case 0x01021997:
		return "9P"
	case 0x5346414F, 0x6B414653:
		return "AFS"
	case 0x73757245:
		return "Coda"
	case 0x00C36400:
		return "Ceph"
	case 0x0BD00BD0:
		return "Lustre"
	case 0x564C:
		return "NCP"
	}
	return ""
}

// writable asks whether this process may write to a file or a folder, without opening it.
func writable(path string) error { return syscall.Access(path, 2) }
