package gongwentest

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// A Config says which renderer is judged.
//
// New returns a renderer that is ready to use; it is called once for each case. Text, if given, returns the text of a
// finished file in reading order, however broken into lines; cases that need it are passed over without it. Lacking is
// a character that none of the renderer's fonts has; zero means U+10FFFD, for private use, which no font should have.
type Config struct {
	New     func() (gongwen.Renderer, error)
	Text    func(file []byte) (string, error)
	Lacking rune
}

// A Finding is one breach of the contract: the name of the case and what was seen.
type Finding struct {
	Case    string
	Message string
}

// Run runs every case as a sub-test of its own.
func Run(t *testing.T, c Config) {
	t.Helper()
	for _, k := range cases() {
		t.Run(k.name, func(t *testing.T) {
			if k.needsText && c.Text == nil {
				t.Skip("Config.Text is not given")
			}
			for _, m := range k.verify(c) {
				t.Error(m)
			}
		})
	}
}

// Verify runs every case and returns what was found, for programs that have no *testing.T.
func Verify(c Config) []Finding {
	var found []Finding
	for _, k := range cases() {
		if k.needsText && c.Text == nil {
			continue
		}
		for _, m := range k.verify(c) {
			found = append(found, Finding{Case: k.name, Message: m})
		}
	}
	return found
}

// A kase is one sentence of the contract.
type kase struct {
	name      string
	needsText bool
	run       func(*bench)
}

func (k kase) verify(c Config) []string {
	b := &bench{config: c}
	r, err := build(c)
	if err != nil {
		return []string{err.Error()}
	}
	b.r = r
	k.run(b)
	return b.found
}

// build calls Config.New and says what is wrong with what it returned.
func build(c Config) (gongwen.Renderer, error) {
	if c.New == nil {
		return nil, errors.New("Config.New is nil")
	}
	r, err := c.New()
	if err != nil {
		return nil, fmt.Errorf("Config.New: %w", err)
	}
	if r == nil {
		return nil, errors.New("Config.New returned neither a renderer nor an error")
	}
	return r, nil
}

// A bench holds the renderer under test and collects what is wrong with it.
type bench struct {
	config Config
	r      gongwen.Renderer
	found  []string
}

func (b *bench) say(format string, args ...any) {
	b.found = append(b.found, fmt.Sprintf(format, args...))
}

func (b *bench) lacking() string {
	if b.config.Lacking == 0 {
		return "\U0010FFFD"
	}
	return string(b.config.Lacking)
}

// A result is what one call of Render gave.
type result struct {
	file   []byte
	issues fazhi.Issues
	err    error
	panic  any
}

// render calls Render and catches a panic.
func render(r gongwen.Renderer, d *gongwen.Document) (res result) {
	defer func() { res.panic = recover() }()
	var buf bytes.Buffer
	res.issues, res.err = r.Render(&buf, d)
	res.file = buf.Bytes()
	return res
}

// want renders a document that is in order and notes everything that keeps it from being a file.
func (b *bench) want(what string, d *gongwen.Document) (result, bool) {
	res := render(b.r, d)
	switch {
	case res.panic != nil:
		b.say("%s: panic: %v", what, res.panic)
	case res.err != nil:
		b.say("%s: %v", what, res.err)
	case len(res.file) == 0:
		b.say("%s: neither a file nor an error", what)
	default:
		return res, true
	}
	return res, false
}
