package checkpoint

import (
	"fmt"

	"github.com/fazhi-go/fazhi/register/merkle"
)

// Digest returns the hash of Text, signatures not included, for Previous of the next checkpoint. The Hasher must be that
// of the hash that the next checkpoint names; for a book that keeps its hash, that of c.
func (c Checkpoint) Digest(h merkle.Hasher) ([32]byte, error) {
	text, err := c.Text()
	if err != nil {
		return [32]byte{}, err
	}
	return h.Sum(text), nil
}

// Follows checks that c goes on from an earlier checkpoint of the same book, as a witness does before it signs: c names
// the earlier one in Previous, is not older, uses the same hash, and the proof shows that all entries of then are still
// there, unaltered, at the beginning. Both must have been verified. Whatever does not hold is ErrFollow, wrapped, and of
// the proof merkle.ErrProof too; a Hasher of another hash than the checkpoints name is ErrHash, wrapped.
func (c Checkpoint) Follows(earlier Checkpoint, p merkle.ConsistencyProof, h merkle.Hasher) error {
	if err := c.checkHasher(h); err != nil {
		return err
	}
	digest, err := earlier.Digest(h)
	if err != nil {
		return err
	}
	switch {
	case c.Organ != earlier.Organ:
		return followError("不是同一机关的登记簿")
	case c.Hash != earlier.Hash:
		return followError("散列函数不同")
	case c.Previous != digest:
		return followError("所记的前一检查点不是这一个")
	case c.At.Before(earlier.At):
		return followError("时间早于前一检查点")
	case c.Size == earlier.Size && c.Head != earlier.Head:
		return followError("条目数相同而末条不同")
	}
	if err := h.VerifyConsistency(p, earlier.Tree(), c.Tree()); err != nil {
		return fmt.Errorf("checkpoint: %w：%w", ErrFollow, err)
	}
	return nil
}

// The hashes of nothing tell the hash functions apart.
const (
	emptySHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
	emptySM3    = "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b"
)

func (c Checkpoint) checkHasher(h merkle.Hasher) error {
	if empty := h.Sum(nil).String(); c.Hash == SHA256 && empty == emptySHA256 || c.Hash == SM3 && empty == emptySM3 {
		return nil
	}
	return fmt.Errorf("checkpoint: %w", ErrHash)
}
