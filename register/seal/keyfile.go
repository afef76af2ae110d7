package seal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// A keyFile is a keyring as a file has it.
type keyFile struct {
	Version int              `json:"v"`
	Organs  map[string]*ring `json:"organs"`
}

// maxKeyFile is far more than the keys of all counties for a hundred years.
const maxKeyFile = 256 << 20

// ReadKeyring reads a file that Write wrote. On Unix only its owner may read and write it: otherwise it is ErrMode.
func ReadKeyring(file string) (*Keyring, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	defer f.Close() // nothing was written
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("seal: %w", ErrMode)
	}
	data, err := io.ReadAll(io.LimitReader(f, maxKeyFile+1))
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return ParseKeyring(data)
}

// ParseKeyring reads what Bytes returns. Anything else is ErrKeyring, which never repeats a part of it.
func ParseKeyring(data []byte) (*Keyring, error) {
	var f keyFile
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if len(data) > maxKeyFile || d.Decode(&f) != nil || f.Version != 1 {
		return nil, fmt.Errorf("seal: %w：不是第1版的密钥文件", ErrKeyring)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("seal: %w：结尾有多余的内容", ErrKeyring)
	}
	k := NewKeyring()
	for organ, r := range f.Organs {
		if organ == "" || r == nil || !r.ok() {
			return nil, fmt.Errorf("seal: %w：机关 %q 的密钥", ErrKeyring, organ)
		}
		k.organs[organ] = r
	}
	return k, nil
}

// ok reports whether Add, SetIndex and Destroy could have made the ring.
func (r *ring) ok() bool {
	seen := make(map[string]bool, len(r.Keys))
	for _, key := range r.Keys {
		if !isName(key.ID, maxKeyID) || key.Suite == "" || seen[key.ID] || key.Destroyed != (len(key.Bytes) == 0) {
			return false
		}
		seen[key.ID] = true
	}
	if len(r.Index) > 0 && len(r.Index) < minIndex {
		return false
	}
	if r.Current == "" {
		return len(r.Keys) == 0
	}
	current := r.find(r.Current)
	return current != nil && !current.Destroyed
}

// Bytes returns the keyring as JSON, with all keys in the clear.
func (k *Keyring) Bytes() ([]byte, error) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	data, err := json.MarshalIndent(keyFile{Version: 1, Organs: k.organs}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return append(data, '\n'), nil
}

// Write writes the keyring into a file that only its owner may read (0600), in place of the one that was there, all of it
// or nothing. Whoever destroyed keys destroys the copies of the old file too. Two processes must not write one file.
func (k *Keyring) Write(file string) error {
	data, err := k.Bytes()
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(file), ".keyring-*") // 0600
	if err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		return fmt.Errorf("seal: %w", errors.Join(err, os.Remove(f.Name())))
	}
	return syncFolder(filepath.Dir(file))
}

// syncFolder makes a renaming last. Not every system can.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err == nil {
		err = errors.Join(f.Sync(), f.Close())
	}
	if err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	return nil
}
