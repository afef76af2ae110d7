package seal

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"sync"

	"github.com/fazhi-go/fazhi"
)

// A Keyring holds the keys of organs in memory; ReadKeyring and Write keep them in a file. Each organ has one current key
// and any number of older ones. Use NewKeyring, ReadKeyring or ParseKeyring.
//
// For a key for each year or each document, let a type of yours embed a *Keyring and have a Current of its own.
type Keyring struct {
	mu     sync.RWMutex
	organs map[string]*ring
}

var _ Keys = (*Keyring)(nil)

// A ring is one organ's keys.
type ring struct {
	Index   []byte   `json:"index,omitempty"`
	Current string   `json:"current,omitempty"`
	Keys    []record `json:"keys"`
}

// A record is a key in a file. A destroyed one keeps its id, so that it is not given to another key.
type record struct {
	ID        string `json:"id"`
	Suite     string `json:"suite"`
	Bytes     []byte `json:"key,omitempty"`
	Destroyed bool   `json:"destroyed,omitempty"`
}

// NewKeyring makes an empty keyring.
func NewKeyring() *Keyring { return &Keyring{organs: make(map[string]*ring)} }

// Add gives an organ a key, which is the current one from now on. An id that the organ has had before is ErrKey.
func (k *Keyring) Add(organ string, key Key) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	r := k.ring(organ)
	if organ == "" || !isName(key.ID, maxKeyID) || key.Suite == "" || len(key.Bytes) == 0 || r.find(key.ID) != nil {
		return fmt.Errorf("seal: %w：机关、算法或者内容为空，或者标识不合规范、已经用过", ErrKey)
	}
	r.Keys = append(r.Keys, record{ID: key.ID, Suite: key.Suite, Bytes: bytes.Clone(key.Bytes)})
	r.Current = key.ID
	k.organs[organ] = r
	return nil
}

// SetIndex gives an organ its index key, at least 16 bytes. When it had another one before, give it a new current key too:
// Sealer.Rotate makes new digests for what it moves to the current key, and Find does not find the others.
func (k *Keyring) SetIndex(organ string, key []byte) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if organ == "" || len(key) < minIndex {
		return fmt.Errorf("seal: %w：机关为空，或者检索密钥少于%d字节", ErrKey, minIndex)
	}
	r := k.ring(organ)
	r.Index = bytes.Clone(key)
	k.organs[organ] = r
	return nil
}

// Destroy forgets a key for ever; what is sealed under it can no longer be read by anybody, once the keyring is written and
// no copy of the old file is left. That this is 删除 (个人信息保护法 art. 47) stands in no article that was read. Do not destroy
// a key before the retention period (保存期限) of all that is sealed under it has ended. Digests are not under it: Sealer.ForgetKey takes them away.
// The current key cannot be destroyed: ErrKey, as is a key that is not there. A key that is destroyed already stays so.
func (k *Keyring) Destroy(organ, id string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	r := k.ring(organ)
	key := r.find(id)
	if key == nil || id == r.Current {
		return fmt.Errorf("seal: %w：没有这一密钥，或者是现用的密钥", ErrKey)
	}
	clear(key.Bytes)
	key.Bytes, key.Destroyed = nil, true
	return nil
}

// Current is that of Keys: the key added last, whatever the document.
func (k *Keyring) Current(organ string, _ fazhi.Ref) (Key, error) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.ring(organ).key(k.ring(organ).Current)
}

// Key is that of Keys.
func (k *Keyring) Key(organ, id string) (Key, error) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.ring(organ).key(id)
}

// Index is that of Keys. It is ErrKey if the organ has none.
func (k *Keyring) Index(organ string) ([]byte, error) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	index := k.ring(organ).Index
	if len(index) == 0 {
		return nil, fmt.Errorf("%w：该机关没有检索密钥", ErrKey)
	}
	return bytes.Clone(index), nil
}

// ring returns an organ's keys, an empty ring if there are none.
func (k *Keyring) ring(organ string) *ring {
	if r := k.organs[organ]; r != nil {
		return r
	}
	return &ring{}
}

func (r *ring) find(id string) *record {
	at := slices.IndexFunc(r.Keys, func(key record) bool { return key.ID == id })
	if at < 0 {
		return nil
	}
	return &r.Keys[at]
}

func (r *ring) key(id string) (Key, error) {
	key := r.find(id)
	switch {
	case id == "" || key == nil:
		return Key{}, ErrKey
	case key.Destroyed:
		return Key{}, fmt.Errorf("%w：密钥已经销毁", ErrForgotten)
	}
	return Key{ID: key.ID, Suite: key.Suite, Bytes: bytes.Clone(key.Bytes)}, nil
}

const hiddenRing = "［密钥环］"

// Format prints a placeholder for every verb.
func (*Keyring) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, hiddenRing) }

// LogValue logs a placeholder.
func (*Keyring) LogValue() slog.Value { return slog.StringValue(hiddenRing) }
