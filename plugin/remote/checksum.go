package remote

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
)

// verify compares the program and the other files with what they should be.
func (p *Process) verify() error {
	if p.SHA256 != Unchecked {
		if err := verifyFile(p.Path, p.SHA256); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Files)) {
		if err := verifyFile(name, strings.ToLower(p.Files[name])); err != nil {
			return err
		}
	}
	return nil
}

func verifyFile(name, want string) error {
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return fmt.Errorf("%w：%s 不是文件", ErrStart, name)
	}
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("%w：%w", ErrStart, err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return fmt.Errorf("%w：%w", ErrStart, err)
	}
	if hex.EncodeToString(h.Sum(nil)) != want {
		return fmt.Errorf("%w：%s", ErrChecksum, name)
	}
	return nil
}
