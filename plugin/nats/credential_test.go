package nats_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/nats-io/nkeys"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/natsserver"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/nats"
)

// keys makes a user's key.
func keys(t testing.TB) (seed, public string) {
	t.Helper()
	pair, err := nkeys.CreateUser()
	require.NoError(t, err)
	s, err := pair.Seed()
	require.NoError(t, err)
	public, err = pair.PublicKey()
	require.NoError(t, err)
	return string(s), public
}

// decorated is a file of credentials as the tools write it.
func decorated(jwt, seed string) string {
	return fmt.Sprintf("-----BEGIN NATS USER JWT-----\n%s\n------END NATS USER JWT------\n\n"+
		"-----BEGIN USER NKEY SEED-----\n%s\n------END USER NKEY SEED------\n", jwt, seed)
}

func TestPassword(t *testing.T) {
	w := newWorld(t, natsserver.Options{User: "register", Password: password})
	files := fstest.MapFS{
		"good":  {Data: []byte("register:" + password + "\n")},
		"wrong": {Data: []byte("register:another")},
	}
	for reference, taken := range map[string]bool{"good": true, "wrong": false, "": false, "absent": false} {
		o := w.options()
		o.Credential, o.Credentials = reference, nats.FileCredentials(files)
		err := w.sink(o).Check(t.Context())
		require.ErrorIs(t, err, events.ErrDown)
		require.Equal(t, taken, strings.Contains(err.Error(), "没有名为"), "%s: the stream is looked for by who got in: %v", reference, err)
		require.NotContains(t, err.Error(), password)
	}
}

func TestNkey(t *testing.T) {
	seed, public := keys(t)
	w := newWorld(t, natsserver.Options{Nkeys: []string{public}})
	c, err := nats.ParseCredential(seed)
	require.NoError(t, err)
	o := w.options()
	o.Credential = "register"
	o.Credentials = nats.CredentialFunc(func(context.Context, string) (nats.Credential, error) { return c, nil })
	require.ErrorIs(t, w.sink(o).Check(t.Context()), nats.ErrStream, "it got in, and there is no stream")
}

// A credential that is changed is used at the next connection.
func TestRotation(t *testing.T) {
	w := newWorld(t, natsserver.Options{User: "register", Password: password})
	now := "old"
	o := w.options()
	o.Credential = "register"
	o.Credentials = nats.CredentialFunc(func(context.Context, string) (nats.Credential, error) { return nats.Password("register", now), nil })
	s := w.sink(o)
	require.NotErrorIs(t, s.Check(t.Context()), nats.ErrStream)
	now = password
	require.ErrorIs(t, s.Check(t.Context()), nats.ErrStream)
}

func TestParseCredential(t *testing.T) {
	seed, _ := keys(t)
	for name, c := range map[string]struct {
		text string
		ok   bool
	}{
		"file":             {decorated("eyJ0.eyJz.c2ln", seed), true},
		"file of Windows":  {strings.ReplaceAll(decorated("eyJ0.eyJz.c2ln", seed), "\n", "\r\n"), true},
		"seed":             {seed + "\n", true},
		"pair":             {"register:a:b", true},
		"empty":            {"", false},
		"word":             {"register", false},
		"no password":      {"register:", false},
		"no user":          {":x", false},
		"two lines":        {"a:b\nc:d", false},
		"file without key": {decorated("eyJ0.eyJz.c2ln", ""), false},
		"broken seed":      {seed[:20] + "1" + seed[21:], false},
	} {
		got, err := nats.ParseCredential(c.text)
		require.Equal(t, c.ok, err == nil, "%s: %v", name, err)
		require.Equal(t, !c.ok, got.IsZero(), name)
	}
}

func TestFiles(t *testing.T) {
	source := nats.FileCredentials(fstest.MapFS{"large": {Data: make([]byte, 70_000)}, "folder/x": {}})
	for _, reference := range []string{"large", "folder", "absent", "../x"} {
		_, err := source.Credential(t.Context(), reference)
		require.Error(t, err, reference)
	}
}

// A credential shows itself nowhere.
func TestHidden(t *testing.T) {
	c := nats.Password("register", password)
	var log journal
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "c", c, "p", &c)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "c", c, "p", &c)
	text, err := json.Marshal(map[string]any{"credential": c})
	require.NoError(t, err)
	all := log.String() + string(text)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		all += fmt.Sprintf(verb, c) + fmt.Sprintf(verb, &c)
	}
	require.NotContains(t, all, password)
	require.NotContains(t, all, fmt.Sprintf("%x", password))
	require.False(t, nats.BearerToken("x").IsZero())
}

// What is no credential is an error that does not repeat it.
func FuzzParseCredential(f *testing.F) {
	seed, _ := keys(f)
	for _, text := range []string{"", "a:b", seed, decorated("a.b.c", seed), "-----BEGIN NATS USER JWT-----", "SUAAA", "a:b\nc"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := nats.ParseCredential(text)
		require.Equal(t, err != nil, c.IsZero())
		if err != nil && len(text) > 20 {
			require.NotContains(t, err.Error(), text)
		}
	})
}
