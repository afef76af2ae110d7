//go:build !linux

package sqlite

import (
	"os"
	"path/filepath"
	"strings"
)

// network knows shares of Windows by their name; other systems are not asked.
func network(dir string) (string, error) {
	if _, err := os.Stat(dir); err != nil {
		return "", err
	}
	if volume := filepath.VolumeName(dir); strings.HasPrefix(volume, `\\`) || strings.HasPrefix(volume, "//") {
		return "SMB/CIFS", nil
	}
	return "", nil
}

// writable leaves the question to SQLite.
func writable(string) error { return nil }

// frozen is not known here; see Options.Frozen.
func frozen(string) bool { return false }
