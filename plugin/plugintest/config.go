package plugintest

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/register"
)

// A Config says how the kit gets at the plug-in, and what its author knows better than the kit. New is a must.
type Config struct {
	// New makes a fresh plug-in and the function that ends it, which may be nil. It is called for every case, and again when
	// the plug-in has died.
	New func(context.Context) (plugin.Plugin, func(), error)

	// Decode makes a document that the plug-in knows out of one on the wire; see the function Decode. An error means that
	// there is no such document, and it is passed over. Nil: a *register.Raw, which is all that a plug-in behind a
	// border sees.
	Decode func(protocol.Document) (fazhi.Document, error)

	// Documents are well-formed documents of the plug-in's kinds. Those of Golden need not be given again.
	Documents []protocol.Document

	// Hostile are documents that the plug-in must survive, beside those that the kit makes.
	Hostile []protocol.Document

	// Golden are the author's documents with what is found in them.
	Golden []Case

	// Budget is how long checks, guard and score may take for a document of 100 KiB; zero: one second.
	Budget time.Duration

	// Patience is how long any call may take before it counts as hanging; zero: ten seconds.
	Patience time.Duration

	// Explain says of an error more than its text, as what a process printed before it died; nil: the text alone.
	Explain func(error) string

	// Remote says that the plug-in is behind a border of processes: it cannot change the host's documents or leave
	// goroutines there, and texts that are not UTF-8 do not reach it.
	Remote bool
}

// Decode makes a document of the Go type T, whose zero value knows its kind, for Config.Decode:
// plugintest.Decode[contract.Contract]. A document of another kind is a *register.Raw, as one that the library does not know.
func Decode[T any, D interface {
	*T
	fazhi.Document
}](d protocol.Document) (fazhi.Document, error) {
	doc := D(new(T))
	if doc.Kind() != d.Kind {
		return raw(d)
	}
	return doc, json.Unmarshal(d.Content, doc)
}

func raw(d protocol.Document) (fazhi.Document, error) {
	return &register.Raw{Of: fazhi.Ref{Kind: d.Kind, ID: d.ID}, Name: d.Title, JSON: bytes.Clone(d.Content)}, nil
}

func (c *Config) decode(d protocol.Document) (fazhi.Document, error) {
	if c.Decode == nil {
		return raw(d)
	}
	return c.Decode(d)
}

func (c *Config) explain(err error) string {
	if c.Explain == nil {
		return err.Error()
	}
	return c.Explain(err)
}

func (c *Config) budget() time.Duration   { return cmp.Or(c.Budget, time.Second) }
func (c *Config) patience() time.Duration { return cmp.Or(c.Patience, 10*time.Second) }

// today is the day of all runs that do not say another.
func today() fazhi.Date { return fazhi.DateOf(2025, time.January, 1) }
