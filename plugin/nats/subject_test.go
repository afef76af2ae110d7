package nats_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/natsserver"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/nats"
)

func TestToken(t *testing.T) {
	for value, want := range map[string]string{
		"HT-1": "HT-1", "a_b": "a_b", "a.b": "a%2Eb", "*": "%2A", ">": "%3E", "a b": "a%20b", "\r\n": "%0D%0A", "%": "%25", "~": "%7E",
		"$JS":                    "%24JS",
		"鲤":                      "%E9%B2%A4",
		strings.Repeat("a", 255): strings.Repeat("a", 255),
		strings.Repeat("a", 256): "~02d7160d77e18c6447be80c2e355c7ed4388545271702c50253b0914c65ce5fe",
	} {
		require.Equal(t, want, nats.Token(value))
	}
}

// The ids of documents stay in their place, whatever stands in them.
func TestSubjectsAreSafe(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	o := w.options()
	o.Subject = "fazhi.{kind}.{id}.{act}"
	s := w.sink(o)
	ids := []string{"a.b", "*", ">", "a b", "甲〔2024〕1号", "x.>", "..", strings.Repeat("号", 300)}
	for i, id := range ids {
		require.NoError(t, s.Send(t.Context(), event(id, int64(i+1))), id)
	}
	all := w.messages()
	require.Len(t, all, len(ids))
	for i, m := range all {
		require.Equal(t, "fazhi.contract."+nats.Token(ids[i])+".step", m.Subject)
		require.Len(t, strings.Split(m.Subject, "."), 4)
	}
}

// What an event lacks cannot stand in its subject.
func TestNoSubject(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	for template, lacking := range map[string]func(e *events.Envelope){
		"fazhi.{kind}":  func(e *events.Envelope) { e.Type = "org.example.other" },
		"fazhi.{act}":   func(e *events.Envelope) { e.Type = "org.example.other" },
		"fazhi.{id}":    func(e *events.Envelope) { e.Subject = "other" },
		"fazhi.{organ}": func(e *events.Envelope) { e.Source = "/other/" },
	} {
		o := w.options()
		o.Subject = template
		e := event("HT-1", 1)
		lacking(e)
		require.ErrorIs(t, w.sink(o).Send(t.Context(), e), events.ErrReject, template)
	}
	require.Empty(t, w.messages())
}

func TestTemplates(t *testing.T) {
	for _, text := range []string{"fazhi", "fazhi.{organ}.x-1.{id}", "a.{kind}.{act}"} {
		_, err := nats.New(nats.Options{Servers: []string{"tls://a"}, Stream: "S", Subject: text})
		require.NoError(t, err, text)
	}
	for _, text := range []string{
		"{organ}", "a..b", ".a", "a.", "a.*", "a.>", "a b", "a.{x}", "a.x{id}", "$JS.a", "_INBOX.a", "法治.a", "a.{organ",
		"a.b.c.d.e.f.g.h.i", strings.Repeat("a", 300),
	} {
		_, err := nats.New(nats.Options{Servers: []string{"tls://a"}, Stream: "S", Subject: text})
		require.ErrorContains(t, err, "Subject", text)
	}
}

// A token is one token, in ASCII, and says which value it is of.
func FuzzToken(f *testing.F) {
	for _, value := range []string{"HT-1", "a.b", "*", ">", "", "\x00", "甲〔2024〕1号", "\xff", strings.Repeat("号", 100)} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		token := nats.Token(value)
		require.NotContains(t, token, ".")
		require.Less(t, len(token), 256)
		for _, c := range []byte(token) {
			require.True(t, c > ' ' && c < 0x7f && c != '*' && c != '>', token)
		}
		if strings.HasPrefix(token, "~") {
			require.Greater(t, len(value), 255/3)
			return
		}
		back, err := url.PathUnescape(token)
		require.NoError(t, err)
		require.Equal(t, value, back)
	})
}

// Whatever template New takes, its subjects are those of the template.
func FuzzTemplate(f *testing.F) {
	for _, text := range []string{nats.DefaultSubject, "fazhi.{id}", "a.b", "a..b", "{id}", "a.>", "a.{id}x"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := nats.New(nats.Options{Servers: []string{"tls://a"}, Stream: "S", Subject: text})
		if err != nil || text == "" {
			return
		}
		filled := strings.NewReplacer("{organ}", "x", "{kind}", "x", "{act}", "x", "{id}", "x").Replace(text)
		require.Empty(t, strings.Trim(filled, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."))
		for token := range strings.SplitSeq(filled, ".") {
			require.NotEmpty(t, token)
		}
	})
}
