package events

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/register"
)

// Schema is the address of the schema of Facts, which lies beside this package as entry.v1.json.
const Schema = "https://github.com/fazhi-go/fazhi/blob/main/plugin/events/entry.v1.json"

// DefaultSource is the prefix of sources where a Form has none.
const DefaultSource = "/fazhi/register/"

// AllMembers in Content.Doc asks for the whole document.
const AllMembers = "*"

// Bounds of what is told of an entry.
const (
	maxDoc   = 64 << 10 // bytes of a document
	maxCodes = 100

	maxSource = 250 // bytes of a prefix, so that every organ has room behind it
)

// Content says what a subscriber is told beside the bare fact that something happened. The zero value is nothing: the
// event has a type, a document, a place and a time, and whoever wants to know more asks the system, which knows who may.
// That is the least that does (个人信息保护法 art. 6), and the best for most.
type Content struct {
	// Facts are what the register itself says: act, step, days, numbers, joint organs, codes of a refusal. Never the
	// account, the role or the reason of who did it, for reasons are free text.
	Facts bool

	// Doc are the top-level members of the document that are told too, by name; AllMembers for all. They stand in the
	// event as they stand in the book: the declared personal data as commitments if the book has a Sealer, everything else
	// in the clear. So it is a list of what may be told, not of what may not. It implies Facts.
	Doc []string
}

// A Form makes envelopes of entries. The zero value makes envelopes without data.
type Form struct {
	Source  string // the prefix of sources, a URI that ends with "/"; empty: DefaultSource
	Content Content
}

// Facts are the data of an event. Lists are never null.
type Facts struct {
	Organ   string              `json:"organ"`
	Kind    fazhi.Kind          `json:"kind"`
	ID      string              `json:"id"`
	Act     register.Act        `json:"act"`
	Step    string              `json:"step,omitempty"`
	On      fazhi.Date          `json:"on,omitzero"`
	Due     fazhi.Date          `json:"due,omitzero"`
	Numbers []register.Numbered `json:"numbers"`
	With    []string            `json:"with"`
	Codes   []fazhi.Code        `json:"codes"` // of a refusal; the first 100

	// Doc holds the members that were asked for and are there; it is absent when the entry leaves the document as it was.
	Doc json.RawMessage `json:"doc,omitempty"`
	// DocOmitted says that they are more than 64 KiB, and left out.
	DocOmitted bool `json:"docOmitted,omitempty"`
}

// Envelope makes the event of an entry that was kept in a book; one without its Sum is ErrEnvelope. The same entry and the
// same Form give the same envelope.
func (f Form) Envelope(e *register.Entry) (*Envelope, error) {
	if e.Sum == (register.Sum{}) {
		return nil, faulty("条目没有摘要")
	}
	out := &Envelope{
		ID: e.Sum.String(), Source: f.source() + url.PathEscape(e.Organ), Type: typeOf(e), Subject: e.Ref.String(),
		Time: e.At.UTC(), Sequence: e.Seq,
	}
	if f.Content.Facts || len(f.Content.Doc) > 0 {
		data, err := f.data(e)
		if err != nil {
			return nil, err
		}
		out.Data, out.DataSchema = data, Schema
	}
	if reason := out.fault(); reason != "" {
		return nil, faulty(reason)
	}
	return out, nil
}

func (f Form) source() string {
	if f.Source == "" {
		return DefaultSource
	}
	return f.Source
}

// check says what is wrong with the form.
func (f Form) check() error {
	s := f.source()
	if !isReference(s) || !isText(s) || len(s) > maxSource || s[len(s)-1] != '/' {
		return errors.New("来源（Source）应当是以 / 结尾、不超过 250 字节的 URI")
	}
	return nil
}

func (f Form) data(e *register.Entry) (json.RawMessage, error) {
	facts := Facts{
		Organ: e.Organ, Kind: e.Ref.Kind, ID: e.Ref.ID, Act: e.Act, Step: e.Step, On: e.On, Due: e.Due,
		Numbers: append([]register.Numbered{}, e.Numbers...), With: append([]string{}, e.With...),
		Codes: append([]fazhi.Code{}, e.Codes[:min(len(e.Codes), maxCodes)]...),
	}
	if len(e.Doc) > 0 && len(f.Content.Doc) > 0 {
		doc, err := f.Content.pick(e.Doc)
		if err != nil {
			return nil, err
		}
		facts.DocOmitted = len(doc) > maxDoc
		if !facts.DocOmitted {
			facts.Doc = doc
		}
	}
	text, err := json.Marshal(facts)
	if err == nil {
		text, err = canon.Append(nil, text)
	}
	if err != nil {
		return nil, fmt.Errorf("events: %w", err)
	}
	return text, nil
}

// pick takes the members of a document that were asked for, in canonical form.
func (c Content) pick(doc []byte) ([]byte, error) {
	for _, name := range c.Doc {
		if name == AllMembers {
			return doc, nil
		}
	}
	var all map[string]json.RawMessage
	if json.Unmarshal(doc, &all) != nil {
		return nil, faulty("文件不是 JSON 对象")
	}
	some := make(map[string]json.RawMessage)
	for _, name := range c.Doc {
		if value, there := all[name]; there {
			some[name] = value
		}
	}
	text, err := json.Marshal(some)
	if err != nil {
		return nil, fmt.Errorf("events: %w", err)
	}
	return text, nil
}

// Facts reads the data, strictly: a member that it does not know is passed over, one of another form is ErrEnvelope, and so
// is an envelope without data or with that of another schema.
func (e *Envelope) Facts() (Facts, error) {
	if len(e.Data) == 0 || e.DataSchema != Schema {
		return Facts{}, faulty("没有登记事项")
	}
	var f Facts
	d := json.NewDecoder(bytes.NewReader(e.Data))
	if err := d.Decode(&f); err != nil {
		return Facts{}, faulty("登记事项的形式不对")
	}
	return f, nil
}
