package merkle_test

import (
	"encoding/hex"
	"iter"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/merkle"
)

// RFC 6962 has no numbers in it. These are the leaves and roots that the Certificate Transparency project tests its
// implementations with (merkle_tree_test.cc; later transparency-dev/merkle, testonly/constants.go).
func vectors() (leaves, roots []string) {
	return []string{"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"},
		[]string{
			"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
			"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
			"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
			"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
			"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
			"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
			"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
			"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
			"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
		}
}

func parsed(t *testing.T, texts ...string) []merkle.Hash {
	list := make([]merkle.Hash, 0, len(texts))
	for _, text := range texts {
		h, err := merkle.ParseHash(text)
		require.NoError(t, err)
		list = append(list, h)
	}
	return list
}

func TestVectorRoots(t *testing.T) {
	leaves, roots := vectors()
	tree := merkle.Hasher{}.NewTree()
	require.Equal(t, roots[0], tree.Root().String())
	for i, leaf := range leaves {
		data, err := hex.DecodeString(leaf)
		require.NoError(t, err)
		tree.Append(data)
		require.Equal(t, roots[i+1], tree.Root().String())
	}
}

// The proofs of the same tests.
func TestVectorProofs(t *testing.T) {
	h := merkle.Hasher{}
	leaves, roots := vectors()
	for _, x := range []struct {
		index, size int64
		path        []string
	}{
		{0, 8, []string{
			"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
			"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
			"6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}},
		{5, 8, []string{
			"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
			"ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
			"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}},
		{2, 3, []string{"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"}},
	} {
		data, err := hex.DecodeString(leaves[x.index])
		require.NoError(t, err)
		head := merkle.TreeHead{Size: x.size, Root: parsed(t, roots[x.size])[0]}
		p := merkle.InclusionProof{Index: x.index, Size: x.size, Path: parsed(t, x.path...)}
		require.NoError(t, h.VerifyInclusion(p, data, head))
	}
	for _, x := range []struct {
		old, size int64
		path      []string
	}{
		{1, 8, []string{
			"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
			"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
			"6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}},
		{6, 8, []string{
			"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
			"ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
			"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}},
		{2, 5, []string{
			"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
			"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}},
	} {
		old := merkle.TreeHead{Size: x.old, Root: parsed(t, roots[x.old])[0]}
		now := merkle.TreeHead{Size: x.size, Root: parsed(t, roots[x.size])[0]}
		p := merkle.ConsistencyProof{Old: x.old, Size: x.size, Path: parsed(t, x.path...)}
		require.NoError(t, h.VerifyConsistency(p, old, now))
	}
}

// RFC 6962, 2.1.3, draws the tree of seven leaves and names the nodes of its proofs. Leaf is d0, d1, …
func TestDrawnTree(t *testing.T) {
	h := merkle.Hasher{}
	var leaf []merkle.Hash
	for l := range entries(7) {
		leaf = append(leaf, h.Leaf(l[:]))
	}
	a, b, c, d, e, f, j := leaf[0], leaf[1], leaf[2], leaf[3], leaf[4], leaf[5], leaf[6]
	g, hh, i := h.Node(a, b), h.Node(c, d), h.Node(e, f)
	k, l := h.Node(g, hh), h.Node(i, j)
	require.Equal(t, h.Node(k, l), head(h, 7).Root)

	all := entries(7)
	require.Equal(t, []merkle.Hash{b, hh, l}, inclusion(t, all, 0, 7))
	require.Equal(t, []merkle.Hash{c, g, l}, inclusion(t, all, 3, 7))
	require.Equal(t, []merkle.Hash{f, j, k}, inclusion(t, all, 4, 7))
	require.Equal(t, []merkle.Hash{i, k}, inclusion(t, all, 6, 7))
	require.Equal(t, []merkle.Hash{c, d, g, l}, consistency(t, all, 3, 7))
	require.Equal(t, []merkle.Hash{l}, consistency(t, all, 4, 7))
	require.Equal(t, []merkle.Hash{i, j, k}, consistency(t, all, 6, 7))
}

func inclusion(t *testing.T, leaves iter.Seq2[[32]byte, error], index, size int64) []merkle.Hash {
	p, err := merkle.Hasher{}.ProveInclusion(leaves, index, size)
	require.NoError(t, err)
	return p.Path
}

func consistency(t *testing.T, leaves iter.Seq2[[32]byte, error], old, size int64) []merkle.Hash {
	p, err := merkle.Hasher{}.ProveConsistency(leaves, old, size)
	require.NoError(t, err)
	return p.Path
}
