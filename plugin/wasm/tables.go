package wasm

import (
	"encoding/binary"
	"errors"
	"math"
)

// maxElements is how many elements all tables of a module may have, each of which takes eight bytes. Tables are not
// counted to a module's memory, so without a limit of their own they would be a way around it.
const maxElements = 1 << 20

var (
	errBinary = errors.New("不是 WebAssembly 二进制文件，或者已损坏")
	errTables = errors.New("表过大，或者是这里没有的类型")
)

// tables reads the table section of a module, and reports whether its tables keep within maxElements for ever. If not, they
// begin within it, and the module must be kept from growing them.
func tables(module []byte) (bounded bool, err error) {
	b := binaryReader(module)
	for range 8 { // magic number and version, which the compiler reads
		b.byte()
	}
	var section binaryReader
	for len(b) > 0 {
		id, size := b.byte(), b.number()
		if size > uint64(len(b)) || id == sectionTable && section != nil {
			return false, errBinary
		}
		if id == sectionTable {
			section = b[:size]
		}
		b = b[size:]
	}
	if section == nil {
		return true, nil
	}
	return section.tables()
}

// Numbers of the binary format that matter here (WebAssembly Core Specification 2.0, 5.3 and 5.5).
const (
	sectionTable = 4
	typeFunc     = 0x70
	typeExtern   = 0x6f
	onlyMinimum  = 0
	withMaximum  = 1
)

// A binaryReader is what is left of a module. Beyond the end all bytes are zero.
type binaryReader []byte

func (b *binaryReader) byte() byte {
	if len(*b) == 0 {
		return 0
	}
	c := (*b)[0]
	*b = (*b)[1:]
	return c
}

// number reads an unsigned number in LEB128; what is none is more than anything.
func (b *binaryReader) number() uint64 {
	n, length := binary.Uvarint(*b)
	if length <= 0 {
		*b = nil
		return math.MaxUint64
	}
	*b = (*b)[length:]
	return n
}

// tables adds up the sizes.
func (b binaryReader) tables() (bounded bool, err error) {
	var least, most uint64
	bounded = true
	for range b.number() {
		kind, limits, size := b.byte(), b.byte(), b.number()
		if kind != typeFunc && kind != typeExtern || limits != onlyMinimum && limits != withMaximum || size > maxElements {
			return false, errTables
		}
		bounded = bounded && limits == withMaximum
		least += size
		if limits == withMaximum {
			most += min(b.number(), maxElements+1)
		}
		if least > maxElements {
			return false, errTables
		}
	}
	return bounded && most <= maxElements, nil
}
