package merkle_test

import (
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/register/merkle"
)

// A bureau hands out the head of its book at the end of a year. A year later it shows that nothing of the old entries was
// touched, and that one entry is in the book.
func Example() {
	hasher, err := merkle.New(sha256.New)
	if err != nil {
		fmt.Println(err)
		return
	}
	tree := hasher.NewTree()
	for leaf := range entries(12) {
		tree.Append(leaf[:])
	}
	lastYear := tree.Head()
	for i := int64(12); i < 20; i++ {
		leaf := sum(i)
		tree.Append(leaf[:])
	}
	thisYear := tree.Head()

	grown, err := hasher.ProveConsistency(entries(20), lastYear.Size, thisYear.Size)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("一致", hasher.VerifyConsistency(grown, lastYear, thisYear) == nil)

	third, err := hasher.ProveInclusion(entries(20), 2, thisYear.Size)
	if err != nil {
		fmt.Println(err)
		return
	}
	leaf := sum(2)
	fmt.Println("在册", hasher.VerifyInclusion(third, leaf[:], thisYear) == nil, len(third.Path))

	leaf[0]++
	err = hasher.VerifyInclusion(third, leaf[:], thisYear)
	fmt.Println(errors.Is(err, merkle.ErrProof), err)
	// Output:
	// 一致 true
	// 在册 true 5
	// true merkle: 证明不成立：算出的根与检查点不同
}
