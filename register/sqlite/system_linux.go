package sqlite

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
)

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

// frozen reports whether a folder lies on a file system that is read-only as a whole. A mount that is read-only in one place,
// as a container has it, does not count: the file may be written in another.
func frozen(dir string) bool {
	var at syscall.Stat_t
	if syscall.Stat(dir, &at) != nil {
		return false
	}
	table, err := os.ReadFile("/proc/self/mountinfo")
	return err == nil && isFrozen(string(table), device(at.Dev))
}

// device writes a device as the table of mounts has it.
func device(dev uint64) string {
	return fmt.Sprintf("%d:%d", dev>>8&0xfff|dev>>32&^0xfff, dev&0xff|dev>>12&0xffffff00)
}

// isFrozen looks a device up in the table of mounts: "id parent device root place options … - type source options", of which
// the last are those of the file system.
func isFrozen(table, device string) bool {
	for line := range strings.Lines(table) {
		mount, system, _ := strings.Cut(line, " - ")
		fields, options := strings.Fields(mount), strings.Fields(system)
		if len(fields) > 2 && fields[2] == device && len(options) > 2 {
			return slices.Contains(strings.Split(options[2], ","), "ro")
		}
	}
	return false
}
