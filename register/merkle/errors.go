package merkle

import (
	"errors"
	"fmt"
)

// Errors to branch on; what is returned wraps them.
var (
	ErrProof = errors.New("证明不成立")       // the leaf is not in the tree, or the later tree does not begin with the earlier
	ErrSize  = errors.New("规模或者序号超出范围")  // a size or an index that no tree has, or leaves that end too early
	ErrState = errors.New("保存的状态有误")     // the bytes of a saved Tree
	ErrHash  = errors.New("散列值或者散列函数有误") // a text that is no Hash, or a function whose hashes do not have 32 bytes
)

func proofError(why string) error { return fmt.Errorf("merkle: %w：%s", ErrProof, why) }

func sizeError(why string) error { return fmt.Errorf("merkle: %w：%s", ErrSize, why) }

func stateError(why string) error { return fmt.Errorf("merkle: %w：%s", ErrState, why) }
