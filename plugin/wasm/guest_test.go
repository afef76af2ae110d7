package wasm_test

import (
	"encoding/binary"
	"slices"
)

// What the tests need of the binary format of WebAssembly: a module is a list of sections, a function a list of
// instructions. Modules for the tests are written with it, so that they need no compiler.

type code []byte

func ops(parts ...code) code { return slices.Concat(parts...) }

// Instructions.
func i32(n int32) code            { return append(code{0x41}, signed(int64(n))...) }
func get(local byte) code         { return code{0x20, local} }
func set(local byte) code         { return code{0x21, local} }
func call(function byte) code     { return code{0x10, function} }
func br(depth byte) code          { return code{0x0c, depth} }
func brIf(depth byte) code        { return code{0x0d, depth} }
func loop(body ...code) code      { return ops(code{0x03, 0x40}, ops(body...), code{0x0b}) }
func when(body ...code) code      { return ops(code{0x04, 0x40}, ops(body...), code{0x0b}) }
func load(address code) code      { return append(address, 0x28, 2, 0) }
func load8(address code) code     { return append(address, 0x2d, 0, 0) }
func store(address, v code) code  { return ops(address, v, code{0x36, 2, 0}) }
func store8(address, v code) code { return ops(address, v, code{0x3a, 0, 0}) }
func add(a, b code) code          { return ops(a, b, code{0x6a}) }
func sub(a, b code) code          { return ops(a, b, code{0x6b}) }
func and(a, b code) code          { return ops(a, b, code{0x71}) }
func equal(a, b code) code        { return ops(a, b, code{0x46}) }
func grow(pages code) code        { return append(pages, 0x40, 0) }

func drop() code        { return code{0x1a} }
func leave() code       { return code{0x0f} }
func unreachable() code { return code{0x00} }

// Functions of a guest by their index: those of WASI, and its own.
const (
	fdRead, fdWrite, procExit, randomGet, argsGet = 0, 1, 2, 3, 4
	start, deep, forever                          = 5, 6, 7
)

// A guest is a module that reads messages and does with each what respond says. Local 0 holds the length of the message with
// its line end, local 1 the first letter of its member "x", and local 2 what respond keeps there. The message is at the
// address message.
type guest struct {
	pages   int32
	before  code // runs once
	respond code
	data    string // at the address data
	tables  code   // the table section; nil: none
	first   code   // the start section, of what runs before _start; nil: none
}

const (
	data    = 2048
	message = 32768
	count   = 64 // the address of a number that stays
	letter  = 13 // where the member's text stands in {"id":1,"x":"…"}
)

// wasm returns the module in binary format.
func (g guest) wasm() []byte {
	types := list(
		code{0x60, 4, 0x7f, 0x7f, 0x7f, 0x7f, 1, 0x7f},
		code{0x60, 1, 0x7f, 0},
		code{0x60, 0, 0},
		code{0x60, 2, 0x7f, 0x7f, 1, 0x7f},
	)
	const wasi = "wasi_snapshot_preview1"
	imports := list(
		ops(text(wasi), text("fd_read"), code{0, 0}),
		ops(text(wasi), text("fd_write"), code{0, 0}),
		ops(text(wasi), text("proc_exit"), code{0, 1}),
		ops(text(wasi), text("random_get"), code{0, 3}),
		ops(text(wasi), text("args_get"), code{0, 3}),
	)
	memory := list(append(code{0}, unsigned(uint64(g.pages))...))
	exports := list(
		ops(text("memory"), code{2, 0}),
		ops(text("_start"), code{0, start}),
	)
	bodies := list(
		function(code{1, 3, 0x7f}, ops(g.before, g.serve())),
		function(code{0}, call(deep)),
		function(code{0}, loop(br(0))),
	)
	module := ops(code("\x00asm\x01\x00\x00\x00"), section(1, types), section(2, imports), section(3, list(code{2}, code{2}, code{2})))
	if g.tables != nil {
		module = append(module, section(4, g.tables)...)
	}
	module = ops(module, section(5, memory), section(7, exports))
	if g.first != nil {
		module = append(module, section(8, g.first)...)
	}
	module = append(module, section(10, bodies)...)
	if g.data != "" {
		module = append(module, section(11, list(ops(code{0}, i32(data), code{0x0b}, text(g.data))))...)
	}
	return module
}

// serve reads one message after the other, however many pieces each comes in.
func (g guest) serve() code {
	room := g.pages<<16 - message
	return loop( // for each message
		i32(0), set(0),
		loop( // for each piece
			store(i32(0), add(i32(message), get(0))), store(i32(4), sub(i32(room), get(0))),
			i32(0), i32(0), i32(1), i32(8), call(fdRead), drop(),
			equal(load(i32(8)), i32(0)), when(leave()),
			add(get(0), load(i32(8))), set(0),
			equal(load8(add(i32(message-1), get(0))), i32('\n')), code{0x45}, brIf(0), // not yet
		),
		load8(i32(message+letter)), set(1),
		g.respond,
		br(0),
	)
}

// write writes to a file: 1 is standard output, 2 standard error.
func write(file int32, address, length code) code {
	return ops(store(i32(16), address), store(i32(20), length), i32(file), i32(16), i32(1), i32(24), call(fdWrite), drop())
}

// echo answers the message itself.
func echo() code { return write(1, i32(message), get(0)) }

// on does something when the member begins with a letter, and goes on to the next message.
func on(first rune, body ...code) code {
	return ops(equal(get(1), i32(first)), when(ops(body...), br(1)))
}

func section(id byte, content code) code {
	return ops(code{id}, unsigned(uint64(len(content))), content)
}

func list(items ...code) code { return append(unsigned(uint64(len(items))), ops(items...)...) }

func text(s string) code { return append(unsigned(uint64(len(s))), s...) }

func function(locals, body code) code {
	whole := ops(locals, body, code{0x0b})
	return append(unsigned(uint64(len(whole))), whole...)
}

func unsigned(n uint64) code { return binary.AppendUvarint(nil, n) }

// signed writes a number as signed LEB128.
func signed(n int64) code {
	var c code
	for ; n < -64 || n > 63; n >>= 7 {
		c = append(c, byte(n&0x7f|0x80))
	}
	return append(c, byte(n&0x7f))
}
