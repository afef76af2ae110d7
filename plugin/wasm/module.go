package wasm

import (
	"context"
	"encoding/hex"
	"errors"
	"log/slog"
	"math"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A Module is a plug-in in WebAssembly: a WASI command, which exports _start and imports nothing but
// wasi_snapshot_preview1. Name, Wasm and SHA256 are a must.
type Module struct {
	Name   string   // stands in errors and in the log, and is the module's first argument: "licheng-caps.wasm"
	Wasm   []byte   // the module in binary format, from go:embed or os.ReadFile; not kept
	SHA256 string   // of Wasm, 64 hexadecimal digits
	Args   []string // the further arguments

	Workers      int           // how many instances at most, each of which does one thing at a time; zero: 1, at most: 1,000
	Timeout      time.Duration // for one answer; zero: 5 s
	StartTimeout time.Duration // until an instance asks for its first message; zero: 10 s
	MaxAnswer    int           // bytes; zero, and at most: protocol.MaxMessage
	Memory       int64         // bytes of one instance, 64 KiB to 4 GiB, counted in pages of 64 KiB; zero: 64 MiB

	// Cache is a folder for compiled modules, made when it is not there; empty: none. What lies in it is run as machine
	// code and is not checked: nobody but the service may be able to write to it.
	Cache string

	Log *slog.Logger // of starts, and of what is printed on standard error, which may hold anything; nil: none
}

// Connect compiles the module, starts it and asks what it offers. Close the client, and no instance is left.
func (m Module) Connect(ctx context.Context, o protocol.Options) (*protocol.Client, error) {
	conn, err := m.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return protocol.Connect(ctx, conn, o)
}

// Conn compiles the module, which takes seconds for one that was written in Go and cannot be interrupted, and returns the
// connection alone; the first call starts an instance. The error says everything that is wrong with m, or is ErrModule.
func (m Module) Conn(ctx context.Context) (protocol.Conn, error) {
	c, err := m.open(ctx, true)
	if err != nil {
		return nil, err
	}
	return c, nil
}

const (
	pageSize   = 64 << 10 // the unit of memory
	maxWorkers = 1000
)

func (m *Module) defaults() {
	fill(&m.Workers, 1)
	fill(&m.Timeout, 5*time.Second)
	fill(&m.StartTimeout, 10*time.Second)
	fill(&m.MaxAnswer, protocol.MaxMessage)
	fill(&m.Memory, 64<<20)
	fill(&m.Log, slog.New(slog.DiscardHandler))
}

// fill gives a field that is zero its default.
func fill[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

func (m *Module) vet() error {
	var faults []error
	say := func(bad bool, what string) {
		if bad {
			faults = append(faults, errors.New("wasm: "+what))
		}
	}
	sum, err := hex.DecodeString(m.SHA256)
	say(m.Name == "" || strings.ContainsRune(m.Name+strings.Join(m.Args, ""), 0), "Name 是空的，或者与 Args 之中有零字节")
	say(len(m.Wasm) == 0, "Wasm 是空的")
	say(err != nil || len(sum) != 32, "SHA256 应当是 64 位十六进制数字")
	say(m.Workers < 0 || m.Workers > maxWorkers, "Workers 应当在 0 与 1000 之间")
	say(m.Timeout < 0 || m.StartTimeout < 0, "时间不能是负数")
	say(m.MaxAnswer < 0 || m.MaxAnswer > protocol.MaxMessage, "MaxAnswer 应当在 0 与 8 MiB 之间")
	say(m.Memory < pageSize || m.Memory > math.MaxUint32+1, "Memory 应当在 64 KiB 与 4 GiB 之间")
	return errors.Join(faults...)
}
