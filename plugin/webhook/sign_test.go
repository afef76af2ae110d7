package webhook_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"hash"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	oracle "github.com/standard-webhooks/standard-webhooks/libraries/go"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/webhook"
	"github.com/fazhi-go/fazhi/register/gm"
)

// The same message, signed by OpenSSL: openssl dgst -sha256 -mac HMAC, and -sm3.
func TestSignatures(t *testing.T) {
	for _, x := range []struct {
		signer webhook.Signer
		want   string
	}{
		{webhook.HMACSHA256(), "v1,bMLDFCdJGkzwMamJ/+uwm+gNep8v+m9OlEAj1sKaNrc="},
		{webhook.HMAC("v1sm3", gm.NewSM3), "v1sm3,grbGWyJRrNv5thkz8EmNkp2/mxqkc1Q6KIlsZcTYjs4="},
	} {
		h := http.Header{}
		require.NoError(t, webhook.Sign(h, x.signer, []webhook.Secret{secret(t, 0)}, "msg", now(), []byte("{}")))
		require.Equal(t, x.want, h.Get("webhook-signature"))
		v := webhook.Verifier{Secrets: []webhook.Secret{secret(t, 0)}, Signers: []webhook.Signer{x.signer}}
		require.NoError(t, v.Verify(h, []byte("{}"), now()))
	}
}

// What we sign, the reference library takes, and the other way round.
func TestReference(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 200 {
		key, body := make([]byte, 24+random.IntN(41)), make([]byte, random.IntN(5000))
		for _, b := range [][]byte{key, body} {
			for i := range b {
				b[i] = byte(random.Uint32())
			}
		}
		ours, err := webhook.NewSecret(key)
		require.NoError(t, err)
		theirs, err := oracle.NewWebhookRaw(key)
		require.NoError(t, err)
		id, at := fmt.Sprintf("msg_%d", i), time.Unix(random.Int64N(4e9), 0)

		h := http.Header{}
		require.NoError(t, webhook.Sign(h, webhook.HMACSHA256(), []webhook.Secret{secret(t, 7), ours}, id, at, body))
		require.NoError(t, theirs.VerifyIgnoringTimestamp(body, h))

		signature, err := theirs.Sign(id, at, body)
		require.NoError(t, err)
		h.Set("webhook-signature", signature)
		v := webhook.Verifier{Secrets: []webhook.Secret{ours}}
		require.NoError(t, v.Verify(h, body, at))
		require.ErrorIs(t, v.Verify(h, append(body, 'x'), at), webhook.ErrSignature)
		require.Error(t, theirs.VerifyIgnoringTimestamp(append(body, 'x'), h))
	}
}

func TestVerifyRefuses(t *testing.T) {
	body := []byte(`{"a":1}`)
	good := func() http.Header {
		h := http.Header{}
		require.NoError(t, webhook.Sign(h, webhook.HMACSHA256(), []webhook.Secret{secret(t, 1)}, "msg", now(), body))
		return h
	}
	set := func(name, value string) func(http.Header) { return func(h http.Header) { h.Set(name, value) } }
	signature := good().Get("webhook-signature")
	for name, x := range map[string]struct {
		change func(http.Header)
		want   error
	}{
		"no id":               {func(h http.Header) { h.Del("webhook-id") }, webhook.ErrHeaders},
		"no time":             {func(h http.Header) { h.Del("webhook-timestamp") }, webhook.ErrHeaders},
		"no signature":        {func(h http.Header) { h.Del("webhook-signature") }, webhook.ErrHeaders},
		"two ids":             {func(h http.Header) { h.Add("webhook-id", "msg") }, webhook.ErrHeaders},
		"two signatures":      {func(h http.Header) { h.Add("webhook-signature", signature) }, webhook.ErrHeaders},
		"an id with a point":  {set("webhook-id", "msg.1"), webhook.ErrHeaders},
		"a time in words":     {set("webhook-timestamp", "2024-05-01"), webhook.ErrHeaders},
		"a signed time":       {set("webhook-timestamp", "+1714528800"), webhook.ErrHeaders},
		"a padded time":       {set("webhook-timestamp", "01714528800"), webhook.ErrHeaders},
		"a time too large":    {set("webhook-timestamp", "99999999999999999999"), webhook.ErrHeaders},
		"many signatures":     {set("webhook-signature", strings.Repeat("v1, ", 40)+signature), webhook.ErrHeaders},
		"a large header":      {set("webhook-signature", strings.Repeat("x", 5000)), webhook.ErrHeaders},
		"another id":          {set("webhook-id", "msh"), webhook.ErrSignature},
		"another time":        {set("webhook-timestamp", "1714528801"), webhook.ErrSignature},
		"too old":             {set("webhook-timestamp", "1714528499"), webhook.ErrTimestamp},
		"too new":             {set("webhook-timestamp", "1714529101"), webhook.ErrTimestamp},
		"the largest time":    {set("webhook-timestamp", "9223372036854775807"), webhook.ErrTimestamp},
		"the smallest time":   {set("webhook-timestamp", "-9223372036854775808"), webhook.ErrTimestamp},
		"another version":     {set("webhook-signature", "v2"+signature[2:]), webhook.ErrSignature},
		"no version":          {set("webhook-signature", signature[3:]), webhook.ErrSignature},
		"an empty one":        {set("webhook-signature", "v1,"), webhook.ErrSignature},
		"a short one":         {set("webhook-signature", signature[:20]), webhook.ErrSignature},
		"a longer one":        {set("webhook-signature", signature+"AAAA"), webhook.ErrSignature},
		"base64 with slack":   {set("webhook-signature", signature[:len(signature)-2]+"d="), webhook.ErrSignature},
		"hexadecimal":         {set("webhook-signature", "v1,"+strings.Repeat("0", 64)), webhook.ErrSignature},
		"separated by commas": {set("webhook-signature", "v1,AAAA,"+signature), webhook.ErrSignature},
	} {
		h := good()
		x.change(h)
		v := webhook.Verifier{Secrets: []webhook.Secret{secret(t, 1)}}
		require.ErrorIs(t, v.Verify(h, body, now()), x.want, name)
	}
	require.ErrorIs(t, (&webhook.Verifier{}).Verify(good(), body, now()), webhook.ErrSignature, "no secrets")
	require.ErrorIs(t, (&webhook.Verifier{Secrets: []webhook.Secret{{}}}).Verify(good(), body, now()), webhook.ErrSignature, "an empty secret")
	require.ErrorIs(t, (&webhook.Verifier{Secrets: []webhook.Secret{{}}}).Verify(func() http.Header {
		h := good()
		h.Set("webhook-signature", "v1,")
		return h
	}(), body, now()), webhook.ErrSignature, "nothing is not the signature of an empty secret")

	v := webhook.Verifier{Secrets: []webhook.Secret{secret(t, 1)}}
	require.NoError(t, v.Verify(good(), body, now().Add(5*time.Minute)))
	require.NoError(t, v.Verify(good(), body, now().Add(-5*time.Minute)))
	v.Tolerance = time.Second
	require.ErrorIs(t, v.Verify(good(), body, now().Add(2*time.Second)), webhook.ErrTimestamp)
}

// While a secret is being changed nobody has to do anything at the same moment as the other.
func TestRotation(t *testing.T) {
	before, after := secret(t, 1), secret(t, 2)
	verify := func(sender, receiver []webhook.Secret) error {
		h := http.Header{}
		require.NoError(t, webhook.Sign(h, webhook.HMACSHA256(), sender, "msg", now(), nil))
		return (&webhook.Verifier{Secrets: receiver}).Verify(h, nil, now())
	}
	list := func(s ...webhook.Secret) []webhook.Secret { return s }
	for _, sender := range [][]webhook.Secret{list(before), list(after, before), list(after)} {
		require.NoError(t, verify(sender, list(after, before)))
		require.NoError(t, verify(list(after, before), sender))
	}
	require.ErrorIs(t, verify(list(before), list(after)), webhook.ErrSignature)
	require.ErrorIs(t, verify(list(after), list(before)), webhook.ErrSignature)
}

func TestSignRefuses(t *testing.T) {
	one := []webhook.Secret{secret(t, 1)}
	for name, x := range map[string]struct {
		signer  webhook.Signer
		secrets []webhook.Secret
		id      string
		at      time.Time
	}{
		"no secret":        {webhook.HMACSHA256(), nil, "msg", now()},
		"an empty secret":  {webhook.HMACSHA256(), []webhook.Secret{secret(t, 1), {}}, "msg", now()},
		"too many":         {webhook.HMACSHA256(), make([]webhook.Secret, 9), "msg", now()},
		"no id":            {webhook.HMACSHA256(), one, "", now()},
		"a point":          {webhook.HMACSHA256(), one, "a.b", now()},
		"a blank":          {webhook.HMACSHA256(), one, "a b", now()},
		"a long id":        {webhook.HMACSHA256(), one, strings.Repeat("x", 257), now()},
		"before the epoch": {webhook.HMACSHA256(), one, "msg", time.Unix(-1, 0)},
		"no version":       {webhook.HMAC("", sha256.New), one, "msg", now()},
		"a comma":          {webhook.HMAC("v1,", sha256.New), one, "msg", now()},
		"a blank version":  {webhook.HMAC("v 1", sha256.New), one, "msg", now()},
	} {
		h := http.Header{}
		require.Error(t, webhook.Sign(h, x.signer, x.secrets, x.id, x.at, nil), name)
		require.Empty(t, h, name)
	}
}

func TestSecretHidesItself(t *testing.T) {
	text := "whsec_" + base64.StdEncoding.EncodeToString([]byte("correct horse battery staple"))
	s, err := webhook.ParseSecret(text)
	require.NoError(t, err)
	require.Equal(t, "correct horse battery staple", string(s.Reveal()))
	s.Reveal()[0] = 'x'
	require.Equal(t, "correct horse battery staple", string(s.Reveal()), "it is a copy")

	type config struct {
		Secret  webhook.Secret
		hidden  webhook.Secret
		pointer *webhook.Secret
		list    []webhook.Secret
	}
	c := config{Secret: s, hidden: s, pointer: &s, list: []webhook.Secret{s}}
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T"} {
		fmt.Fprintf(&out, verb+"\n", s)
		fmt.Fprintf(&out, verb+"\n", &s)
		fmt.Fprintf(&out, verb+"\n", c)
		fmt.Fprintf(&out, verb+"\n", &c)
		fmt.Fprintf(&out, verb+"\n", webhook.Verifier{Secrets: c.list})
	}
	require.NoError(t, json.NewEncoder(&out).Encode(c))
	slog.New(slog.NewJSONHandler(&out, nil)).Info("x", "secret", s, "config", c)
	slog.New(slog.NewTextHandler(&out, nil)).Info("x", "secret", s, "config", c)
	fmt.Fprintln(&out, s.String(), s.GoString())
	for _, part := range []string{
		"horse", text[6:30], fmt.Sprintf("%x", "horse"), fmt.Sprintf("%X", "horse"), "104 111 114", "0x68, 0x6f",
	} {
		require.NotContains(t, out.String(), part)
	}
	require.Contains(t, out.String(), "[密钥]")
}

func TestSecrets(t *testing.T) {
	for _, text := range []string{"", "whsec_", "short", "whsec_%%%", base64.StdEncoding.EncodeToString(make([]byte, 23)),
		base64.StdEncoding.EncodeToString(make([]byte, 65)), base64.RawStdEncoding.EncodeToString(make([]byte, 25))} {
		s, err := webhook.ParseSecret(text)
		require.Error(t, err)
		require.True(t, s.IsZero())
		require.Nil(t, s.Reveal())
		if len(text) > 6 {
			require.NotContains(t, err.Error(), text)
		}
	}
	line := base64.StdEncoding.EncodeToString([]byte("correct horse battery staple"))
	files := fstest.MapFS{
		"archive": {Data: []byte("\ufeff\nwhsec_" + line + "\r\n\n" + line)},
		"bad":     {Data: []byte(line + "\nnot a secret\n")},
		"empty":   {Data: []byte("\n")},
		"large":   {Data: bytes.Repeat([]byte("\n"), 5000)},
	}
	source := webhook.FileSecrets(files)
	got, err := source.Secrets(t.Context(), "archive")
	require.NoError(t, err)
	require.Len(t, got, 2)
	require.Equal(t, got[0].Reveal(), got[1].Reveal())
	got, err = source.Secrets(t.Context(), "empty")
	require.NoError(t, err)
	require.Empty(t, got)
	for _, name := range []string{"bad", "large", "absent", "../archive"} {
		got, err := source.Secrets(t.Context(), name)
		require.Error(t, err, name)
		require.Empty(t, got)
		require.NotContains(t, err.Error(), "not a secret")
	}
}

func TestOpen(t *testing.T) {
	e := envelope()
	text, err := e.Encode()
	require.NoError(t, err)
	v := webhook.Verifier{Secrets: []webhook.Secret{secret(t, 1)}}
	request := func(id string, body []byte) *http.Request {
		r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
		require.NoError(t, webhook.Sign(r.Header, webhook.HMACSHA256(), v.Secrets, id, now(), body))
		return r
	}
	got, err := v.Open(request(e.ID, text), now())
	require.NoError(t, err)
	require.Equal(t, e, got)
	for name, x := range map[string]struct {
		r    *http.Request
		want error
	}{
		"another id":   {request("msg", text), events.ErrEnvelope},
		"no event":     {request("msg", []byte("{}")), events.ErrEnvelope},
		"too large":    {request("msg", bytes.Repeat([]byte("x"), events.MaxSize+1)), webhook.ErrBody},
		"not signed":   {httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(text)), webhook.ErrHeaders},
		"a cut stream": {httptest.NewRequest(http.MethodPost, "/", broken{}), webhook.ErrBody},
	} {
		got, err := v.Open(x.r, now())
		require.ErrorIs(t, err, x.want, name)
		require.Nil(t, got)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, fmt.Errorf("reset") }

// What we take, the reference takes.
func FuzzVerify(f *testing.F) {
	key := []byte("correct horse battery staple")
	theirs, err := oracle.NewWebhookRaw(key)
	require.NoError(f, err)
	ours, err := webhook.NewSecret(key)
	require.NoError(f, err)
	signature, err := theirs.Sign("msg", now(), []byte("{}"))
	require.NoError(f, err)
	f.Add("msg", "1714528800", signature, []byte("{}"))
	f.Add("msg", "1714528800", "v1,AAAA "+signature, []byte("{}"))
	f.Add("", "-1", "v1", []byte(nil))
	v := webhook.Verifier{Secrets: []webhook.Secret{ours}}
	f.Fuzz(func(t *testing.T, id, at, signature string, body []byte) {
		h := http.Header{}
		h.Set("webhook-id", id)
		h.Set("webhook-timestamp", at)
		h.Set("webhook-signature", signature)
		if v.Verify(h, body, now()) == nil {
			require.NoError(t, theirs.VerifyIgnoringTimestamp(body, h))
		}
	})
}

func FuzzParseSecret(f *testing.F) {
	f.Add("whsec_" + base64.StdEncoding.EncodeToString([]byte("correct horse battery staple")))
	f.Add("whsec_")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := webhook.ParseSecret(text)
		if err != nil {
			require.True(t, s.IsZero())
			return
		}
		again, err := webhook.ParseSecret(base64.StdEncoding.EncodeToString(s.Reveal()))
		require.NoError(t, err)
		require.Equal(t, s.Reveal(), again.Reveal())
	})
}

func BenchmarkSign(b *testing.B) {
	body := bytes.Repeat([]byte("x"), 4096)
	for name, newHash := range map[string]func() hash.Hash{"sha256": sha256.New, "sm3": gm.NewSM3} {
		signer, secrets, h := webhook.HMAC("v1", newHash), []webhook.Secret{secret(b, 1)}, http.Header{}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				require.NoError(b, webhook.Sign(h, signer, secrets, "msg", now(), body))
			}
		})
	}
	v, h := webhook.Verifier{Secrets: []webhook.Secret{secret(b, 1)}}, http.Header{}
	require.NoError(b, webhook.Sign(h, webhook.HMACSHA256(), v.Secrets, "msg", now(), body))
	b.Run("verify", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			require.NoError(b, v.Verify(h, body, now()))
		}
	})
}
