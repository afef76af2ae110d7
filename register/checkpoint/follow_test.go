package checkpoint_test

import (
	"crypto/sha512"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/merkle"
)

// next is the checkpoint of the book after an earlier one, and the proof that it goes on from there.
func next(t testing.TB, earlier checkpoint.Checkpoint, size int64) (checkpoint.Checkpoint, merkle.ConsistencyProof) {
	c := book(size)
	digest, err := earlier.Digest(merkle.Hasher{})
	require.NoError(t, err)
	c.Previous = digest
	p, err := merkle.Hasher{}.ProveConsistency(leaves, earlier.Size, size)
	require.NoError(t, err)
	return c, p
}

func TestFollows(t *testing.T) {
	for _, sizes := range [][2]int64{{0, 0}, {0, 5}, {5, 5}, {5, 6}, {64, 100}} {
		earlier := book(sizes[0])
		c, p := next(t, earlier, sizes[1])
		require.NoError(t, c.Follows(earlier, p, merkle.Hasher{}))
	}
}

func TestDoesNotFollow(t *testing.T) {
	earlier := book(5)
	for name, change := range map[string]func(*checkpoint.Checkpoint){
		"another book":     func(c *checkpoint.Checkpoint) { c.Organ = "泉丰司" },
		"another previous": func(c *checkpoint.Checkpoint) { c.Previous[0]++ },
		"first of all":     func(c *checkpoint.Checkpoint) { c.Previous = [32]byte{} },
		"older":            func(c *checkpoint.Checkpoint) { c.At = earlier.At.Add(-time.Second) },
		"other root":       func(c *checkpoint.Checkpoint) { c.Root[0]++ },
		"other size":       func(c *checkpoint.Checkpoint) { c.Size++ },
		"shorter":          func(c *checkpoint.Checkpoint) { c.Size = 4 },
	} {
		t.Run(name, func(t *testing.T) {
			c, p := next(t, earlier, 9)
			change(&c)
			require.ErrorIs(t, c.Follows(earlier, p, merkle.Hasher{}), checkpoint.ErrFollow)
		})
	}
	c, p := next(t, earlier, 9)
	p.Path[0][0]++
	err := c.Follows(earlier, p, merkle.Hasher{})
	require.ErrorIs(t, err, checkpoint.ErrFollow)
	require.ErrorIs(t, err, merkle.ErrProof)

	c, p = next(t, earlier, 5)
	c.Head[0]++
	require.ErrorIs(t, c.Follows(earlier, p, merkle.Hasher{}), checkpoint.ErrFollow)

	c, p = next(t, earlier, 9)
	require.ErrorIs(t, c.Follows(checkpoint.Checkpoint{}, p, merkle.Hasher{}), checkpoint.ErrCheckpoint)
}

// Hashes are not mixed: neither the Hasher with the checkpoint, nor two checkpoints.
func TestOtherHash(t *testing.T) {
	earlier := book(5)
	c, p := next(t, earlier, 9)
	other, err := merkle.New(sha512.New512_256)
	require.NoError(t, err)
	require.ErrorIs(t, c.Follows(earlier, p, other), checkpoint.ErrHash)
	earlier.Hash = checkpoint.SM3
	require.ErrorIs(t, c.Follows(earlier, p, merkle.Hasher{}), checkpoint.ErrFollow)
	c.Hash = checkpoint.SM3
	require.ErrorIs(t, c.Follows(earlier, p, merkle.Hasher{}), checkpoint.ErrHash)
}

// The head of a checkpoint is the last leaf of its tree, which a proof shows.
func TestHeadIsTheLastLeaf(t *testing.T) {
	c := book(77)
	p, err := merkle.Hasher{}.ProveInclusion(leaves, c.Size-1, c.Size)
	require.NoError(t, err)
	require.NoError(t, merkle.Hasher{}.VerifyInclusion(p, c.Head[:], c.Tree()))
}
