package gm

import (
	"hash"

	"github.com/emmansun/gmsm/sm3"
)

// NewSM3 returns a new SM3 hash (GB/T 32905) of 32 bytes, for merkle.New and wherever sha256.New would do.
func NewSM3() hash.Hash { return sm3.New() }
