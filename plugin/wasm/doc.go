// Package wasm runs plug-ins that were compiled to WebAssembly, in the host's own process and shut off from everything
// else. It is experimental: what it offers may change, and it is slow.
//
//	client, err := wasm.Module{Name: "caps.wasm", Wasm: module, SHA256: "9f86d0…"}.Connect(ctx, protocol.Options{})
//	if err != nil { … }
//	defer client.Close()
//	host, err := plugin.NewHost(client.Plugin())
//
// # For authors
//
// A module is a program of WASI preview 1 (a command, with _start). It reads messages of package protocol from standard input
// and answers on standard output, one a line, as a child process does: a program that answers each line before it reads
// the next can be either. A Go program that calls remote.ServeStdio is one as it stands, and is what is tested; it is compiled by
//
//	GOOS=wasip1 GOARCH=wasm go build -o caps.wasm .
//
// A module has one thread, and reading stops it. So a program must not read ahead while an answer is due, in another
// goroutine or otherwise: asking for the next message without having answered is an error, and found at once. A program that
// buffers its output flushes it after each line. Exported functions would save two copies of a message, and cost each author a
// library for texts in memory.
//
// # What it blocks
//
// There are no files, no network, no environment and no other processes, only arguments. Time does not pass either: the clock
// begins in 1970, goes on by a microsecond each time it is read, and sleeping ends at once. Random numbers are the same in
// every instance, so keys must not be made from them. That leaves a module nothing to answer by but its messages: two
// instances that are told the same answer the same.
//
// # What ends it
//
// An instance is thrown away after anything irregular: no answer in time, an exit, a fault of WebAssembly, an answer of more
// than one line or of none, too long, or to another question. The next call starts a new one, which is asked the first
// question (initialize) again. A panic that the module itself catches, as package protocol's Server does, is an answer.
// There is no pause that grows with the failures, as plugin/remote has: a start is cheap, and every call ends in time.
//
// Module says how much memory an instance may have (64 MiB), how long an answer may be (8 MiB), and how long a start (10 s)
// and an answer (5 s) may take. Outside of its memory an instance may take up to 100 MB for calls within calls and 8 MB for
// tables; a module that could make its tables larger is not compiled. What runs is machine code in the host's process: a
// fault in the compiler, wazero, is a fault of the host.
//
// # What it costs
//
// To be ended in time, a module looks whether it is over whenever a loop begins again. That makes it four to seven times slower.
// Measured for a plug-in in Go, with all that protocol.Server reads and checks, by
//
//	go test -tags tools -run '^$' -bench . -benchtime 2s ./plugin/wasm
//
// on two processors of an AMD EPYC that had other work too, with wazero 1.12, twice, in milliseconds of one processor:
//
//	                         with deadline    without, for comparison
//	document of 4.5 KB         3.4 to 6.6          0.7 to 1.2
//	document of 100 KB          53 to 128           12 to 18
//	new instance                14
//	compiling 7 MB           2,400, and 100 from a cache
//
// So a document of several megabytes does not come through in 5 s. A module of a few kilobytes compiles in milliseconds and
// starts in a twentieth of one. On other processors than amd64 and arm64, such as LoongArch, modules are interpreted, which
// is much slower still.
//
// # When to take something else
//
// A program in a sandbox, with plugin/remote and docs/sandbox.md, answers some thirty times faster (BenchmarkStdio there), in any
// language, also Java and Python, and the system keeps it from files and network. Take that wherever child processes may be. This package is for
// hosts that may start none, and for plug-ins that must answer the same on every machine.
package wasm
