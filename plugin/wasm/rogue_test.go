package wasm_test

// rogue is a module that does with each message what the first letter of its member asks for, and echoes all others.
func rogue() guest {
	return guest{pages: 2, data: "warning\nmore", respond: ops(
		on('l', call(forever)), // loops for ever
		on('m', loop(grow(i32(1)), i32(-1), code{0x47}, brIf(0)), trap()), // takes memory until there is no more
		on('r', call(deep)), // calls itself without end
		on('t', trap()),
		on('x', i32(3), call(procExit)),
		on('q', echo(), i32(0), call(procExit)), // answers and leaves
		on('s', nil),                            // says nothing and reads on
		on('d', echo(), echo()),                 // answers twice
		on('p', write(1, i32(message), i32(1))), // answers half a line
		on('w', loop(echo(), br(0))),            // writes for ever
		on('y', write(2, i32(data), i32(12)), echo()),
		on('c', store(i32(count), add(load(i32(count)), i32(1))), // counts
			store8(i32(message+letter+1), add(i32('0'), load(i32(count)))), echo()),
		on('i', store8(i32(message+5), i32('7')), echo()),       // answers something else
		on('b', store8(i32(message+letter), i32(0xb9)), echo()), // answers in GBK
		on('z', loop(write(2, i32(data), i32(8)), br(0))),       // prints lines for ever
		on('v', loop(write(2, i32(data), i32(7)), br(0))),       // prints one line for ever
		on('g', i32(count), i32(1), call(randomGet), drop(), // tells a random letter
			store8(i32(message+letter+1), add(i32('A'), and(load8(i32(count)), i32(15)))), echo()),
		echo(),
	)}
}

func trap() code { return unreachable() }
