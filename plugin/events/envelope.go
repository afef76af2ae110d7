package events

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/register"
)

// What stands in every envelope, and how large one may be.
const (
	SpecVersion = "1.0" // of CloudEvents
	ContentType = "application/cloudevents+json; charset=utf-8"
	MaxSize     = 256 << 10 // bytes of an envelope
)

const (
	typePrefix  = "cn.fazhi."
	typeVersion = ".v1"
	dataType    = "application/json"
	timeForm    = "2006-01-02T15:04:05.000Z"
	sequence    = "%019d"
	maxText     = 1024 // bytes of an attribute
)

// An Envelope is one event in the sense of CloudEvents 1.0: that something was kept in a book (登记簿). The zero value is
// no event; Form.Envelope makes one of an entry, Parse reads one.
type Envelope struct {
	// ID is the digest of the entry. It stays the same however often the event is delivered, so a receiver tells
	// repetitions by it; and since the digest covers the entry and all before it, whoever keeps it can tell later whether
	// the book was rewritten.
	ID string
	// Source names the book: the prefix of the Form and the organ, escaped as in a URL.
	Source string
	// Type is "cn.fazhi.", the kind of the document, the act and ".v1": cn.fazhi.contract.add.v1.
	Type string
	// Subject is the document, as fazhi.Ref writes it: contract:HT-1.
	Subject string
	// Time is when the entry was written, in milliseconds.
	Time time.Time
	// Sequence is the entry's place in its book, from 1; written with 19 digits, so that it also sorts as a text. Of the
	// entries of a document a later one has the greater sequence; between them lie those of others.
	Sequence int64
	// DataSchema is the address of the schema of Data; empty where there is no data.
	DataSchema string
	// Data is a canonical JSON object, see Facts; nil if the subscriber asked for none.
	Data json.RawMessage
}

// A wire is an Envelope as JSON has it. No member is empty but those that are left out.
type wire struct {
	Data        json.RawMessage `json:"data,omitempty"`
	ContentType string          `json:"datacontenttype,omitempty"`
	DataSchema  string          `json:"dataschema,omitempty"`
	ID          string          `json:"id"`
	Sequence    string          `json:"sequence"`
	Source      string          `json:"source"`
	SpecVersion string          `json:"specversion"`
	Subject     string          `json:"subject"`
	Time        string          `json:"time"`
	Type        string          `json:"type"`
}

// Encode writes the envelope as structured JSON in the canonical form of RFC 8785: the same event has the same bytes. An
// envelope that is not whole, or larger than MaxSize, is ErrEnvelope.
func (e *Envelope) Encode() ([]byte, error) {
	if reason := e.fault(); reason != "" {
		return nil, faulty(reason)
	}
	w := wire{
		Data: e.Data, DataSchema: e.DataSchema, ID: e.ID, Sequence: fmt.Sprintf(sequence, e.Sequence), Source: e.Source,
		SpecVersion: SpecVersion, Subject: e.Subject, Time: e.Time.UTC().Format(timeForm), Type: e.Type,
	}
	if len(e.Data) > 0 {
		w.ContentType = dataType
	}
	text, err := json.Marshal(w)
	if err != nil {
		return nil, faulty("data 不是 JSON")
	}
	out, err := canon.Append(nil, text)
	switch {
	case err != nil:
		return nil, faulty(err.Error())
	case len(out) > MaxSize:
		return nil, faulty("超过 256 KiB")
	}
	return out, nil
}

// Kind returns the kind of the document, "" if Type is not one of ours.
func (e *Envelope) Kind() fazhi.Kind {
	kind, _ := cutType(e.Type)
	return fazhi.Kind(kind)
}

// Act returns what happened to the document, "" if Type is not one of ours.
func (e *Envelope) Act() register.Act {
	_, act := cutType(e.Type)
	return register.Act(act)
}

// Ref returns the document, the zero Ref if Subject does not name one.
func (e *Envelope) Ref() fazhi.Ref {
	kind, id, _ := strings.Cut(e.Subject, ":")
	if kind == "" || id == "" {
		return fazhi.Ref{}
	}
	return fazhi.Ref{Kind: fazhi.Kind(kind), ID: id}
}

// Organ returns the organ whose book it is: the last part of Source.
func (e *Envelope) Organ() string {
	organ, err := url.PathUnescape(e.Source[strings.LastIndexByte(e.Source, '/')+1:])
	if err != nil {
		return ""
	}
	return organ
}

// typeOf writes the type of an entry's event.
func typeOf(e *register.Entry) string {
	return typePrefix + string(e.Ref.Kind) + "." + string(e.Act) + typeVersion
}

// cutType takes a type apart. A kind may have points, an act has none.
func cutType(t string) (kind, act string) {
	inner, ours := strings.CutPrefix(t, typePrefix)
	inner, versioned := strings.CutSuffix(inner, typeVersion)
	at := strings.LastIndexByte(inner, '.')
	if !ours || !versioned || at < 0 {
		return "", ""
	}
	return inner[:at], inner[at+1:]
}
