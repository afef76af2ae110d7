package remote

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// Unchecked stands in the place of a SHA-256 for a program that the system itself keeps up to date, as java, python3 or
// bwrap. Name the plug-in's own files in Process.Files then.
const Unchecked = "unchecked"

// A Process is a program that speaks the protocol on standard input and output. Path and SHA256 are a must.
type Process struct {
	Path   string   // absolute
	Args   []string // without the program's name
	SHA256 string   // of the program, 64 hexadecimal digits, or Unchecked

	// Files are other files that must be as they were, with their SHA-256: a jar, a script. They are read with the program
	// before each start. Who can write to them between that and the start can still change them, so let their folders belong
	// to another account.
	Files map[string]string

	Env []string // "NAME=value"; nothing is passed on from the host's own
	Dir string   // working directory; empty: that of the program

	Workers      int           // how many processes at most, each of which does one thing at a time; zero: 1
	Timeout      time.Duration // for one answer; zero: 5 s
	StartTimeout time.Duration // for the start and the first answer; zero: 30 s
	Grace        time.Duration // for ending after being told to; zero: 1 s
	MaxAnswer    int           // bytes; zero, and at most: protocol.MaxMessage

	// Rest is how long a program is left alone after it has failed twice without having answered between; it doubles with
	// each further failure up to MaxRest. Zero: 1 s and 1 minute.
	Rest, MaxRest time.Duration

	Log *slog.Logger // of starts and ends, and of what is printed on standard error, which may hold anything; nil: none
}

// Connect starts the program and asks what it offers. Close the client, and the processes end.
func (p Process) Connect(ctx context.Context, o protocol.Options) (*protocol.Client, error) {
	conn, err := p.Conn()
	if err != nil {
		return nil, err
	}
	return protocol.Connect(ctx, conn, o)
}

// Conn returns the connection alone. The error says everything that is wrong with p; the program is started by the first
// call.
func (p Process) Conn() (protocol.Conn, error) {
	p.Args, p.Env, p.Files = slices.Clone(p.Args), slices.Clone(p.Env), maps.Clone(p.Files)
	p.defaults()
	if err := p.vet(); err != nil {
		return nil, err
	}
	return newPool(p), nil
}

func (p *Process) defaults() {
	fill(&p.Dir, filepath.Dir(p.Path))
	fill(&p.Workers, 1)
	fill(&p.Timeout, 5*time.Second)
	fill(&p.StartTimeout, 30*time.Second)
	fill(&p.Grace, time.Second)
	fill(&p.MaxAnswer, protocol.MaxMessage)
	fill(&p.Rest, time.Second)
	fill(&p.MaxRest, time.Minute)
	fill(&p.Log, slog.New(slog.DiscardHandler))
	p.SHA256 = strings.ToLower(p.SHA256)
}

// fill gives a field that is zero its default.
func fill[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

func (p *Process) vet() error {
	var faults []error
	say := func(bad bool, what string) {
		if bad {
			faults = append(faults, errors.New("remote: "+what))
		}
	}
	say(!filepath.IsAbs(p.Path), "Path 应当是绝对路径")
	say(p.SHA256 != Unchecked && !isSum(p.SHA256), "SHA256 应当是 64 位十六进制数字，或者 Unchecked")
	say(!filepath.IsAbs(p.Dir), "Dir 应当是绝对路径")
	for _, name := range slices.Sorted(maps.Keys(p.Files)) {
		say(!filepath.IsAbs(name) || !isSum(p.Files[name]), fmt.Sprintf("Files 中的 %q 应当是绝对路径，带 64 位十六进制的 SHA-256", name))
	}
	for i, pair := range p.Env {
		name, _, ok := strings.Cut(pair, "=")
		say(!ok || name == "", fmt.Sprintf("Env 的第 %d 项应当写作 NAME=value", i+1))
	}
	say(p.Workers < 0 || p.Timeout < 0 || p.StartTimeout < 0 || p.Grace < 0 || p.Rest < 0 || p.MaxRest < 0, "数量和时间不能是负数")
	say(p.MaxAnswer < 0 || p.MaxAnswer > protocol.MaxMessage, "MaxAnswer 应当在 0 与 8 MiB 之间")
	return errors.Join(faults...)
}

func isSum(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == 32
}
