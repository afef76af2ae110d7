package checkpointtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"

	"github.com/fazhi-go/fazhi/register/checkpoint"
)

// Pair lets a signer sign and its verifier verify, and returns every rule that they break, each once, joined.
func Pair(ctx context.Context, s checkpoint.Signer, v checkpoint.Verifier) error {
	p := &pair{s: s, v: v, said: make(map[string]bool)}
	p.keys()
	p.signs(ctx)
	p.concurrently(ctx)
	return errors.Join(p.faults...)
}

type pair struct {
	s      checkpoint.Signer
	v      checkpoint.Verifier
	faults []error
	said   map[string]bool
}

func (p *pair) say(format string, values ...any) {
	if p.said[format] {
		return
	}
	p.said[format] = true
	p.faults = append(p.faults, fmt.Errorf("checkpointtest: "+format, values...))
}

// Key returns the same Key every time, and the two have the same.
func (p *pair) keys() {
	key := p.s.Key()
	if key.Name == "" || key.Algorithm == "" || len(key.Public) == 0 {
		p.say("key: a part is missing")
	}
	if !reflect.DeepEqual(key, p.v.Key()) {
		p.say("key: the verifier has another")
	}
	if len(key.Public) > 0 {
		key.Public[0]++
		if reflect.DeepEqual(key, p.s.Key()) {
			p.say("key: the caller can change it")
		}
	}
}

// texts are short, long, and not even text.
func texts() [][]byte {
	return [][]byte{{}, []byte("x"), []byte("fazhi-checkpoint/1 泉鲤司\n"), {0, 0xff}, bytes.Repeat([]byte("章"), 10_000)}
}

func (p *pair) signs(ctx context.Context) {
	for _, text := range texts() {
		given := bytes.Clone(text)
		signature, err := p.s.Sign(ctx, given)
		switch {
		case err != nil:
			p.say("sign: a text of %d bytes: %w", len(text), err)
			continue
		case !bytes.Equal(given, text):
			p.say("sign: changes the text")
		case !p.v.Verify(given, signature):
			p.say("sign: the verifier refuses the signature of a text of %d bytes", len(text))
		}
		p.refuses(text, signature)
	}
}

// Verify takes any bytes and reports whether the signature was made over exactly the text.
func (p *pair) refuses(text, signature []byte) {
	if p.v.Verify(append(bytes.Clone(text), 0), signature) {
		p.say("verify: takes a longer text")
	}
	if len(text) > 0 && p.v.Verify(text[:len(text)-1], signature) {
		p.say("verify: takes a shorter text")
	}
	for i := range signature {
		changed := bytes.Clone(signature)
		changed[i] ^= 1
		if p.v.Verify(text, changed) {
			p.say("verify: takes a signature whose byte %d was altered", i)
		}
	}
	for _, other := range [][]byte{nil, {}, {0}, append(bytes.Clone(signature), 0), make([]byte, len(signature)), make([]byte, 100_000)} {
		if p.v.Verify(text, other) {
			p.say("verify: takes %d bytes that are no signature", len(other))
		}
	}
}

// Both may be called from several goroutines: the race detector sees the rest.
func (p *pair) concurrently(ctx context.Context) {
	errs := make([]error, 4)
	var wait sync.WaitGroup
	for i := range errs {
		wait.Go(func() {
			text := []byte{byte(i)}
			signature, err := p.s.Sign(ctx, text)
			if errs[i] = err; err == nil && !p.v.Verify(text, signature) {
				errs[i] = errors.New("the verifier refuses the signature")
			}
		})
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		p.say("goroutines: %w", err)
	}
}
