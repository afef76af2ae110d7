package main

import (
	"context"
	"embed"
	"io/fs"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

//go:embed sample
var sampleFiles embed.FS

// A sampling is the answer of sample.
type sampling struct {
	Files []string `json:"files"`
	outcome
}

func (s *sampling) prepare() {
	if s.Files == nil {
		s.Files = []string{}
	}
}

func (s *sampling) text() string {
	var b strings.Builder
	for _, f := range s.Files {
		b.WriteString("已写入 " + f + "\n")
	}
	return cli.Printable(b.String())
}

// samples writes the invented documents into a folder. It never overwrites a file.
func samples(_ context.Context, s *session, out *sampling) error {
	files, err := fs.Sub(sampleFiles, "sample")
	if err != nil {
		return err
	}
	out.Files, err = cli.WriteSamples(files, s.args[0])
	return err
}
