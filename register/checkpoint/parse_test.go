package checkpoint_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/mod/sumdb/note"

	"github.com/fazhi-go/fazhi/register/checkpoint"
)

// Whatever byte of a signed checkpoint is altered, put in or taken out: it is found.
func TestEveryByte(t *testing.T) {
	v := verifier(t, "鲤城区司法局", 1)
	_, text := signed(t, book(5), signer(t, "鲤城区司法局", 1))
	found := func(text []byte) {
		s, err := checkpoint.Parse(text)
		if err != nil {
			require.ErrorIs(t, err, checkpoint.ErrCheckpoint)
			require.Zero(t, s)
			return
		}
		verdict, err := s.Verify(v)
		require.Error(t, err, "%q", text)
		require.Zero(t, verdict)
	}
	for i := range text {
		for _, change := range []byte{1, 2, 4, 8, 16, 32, 64, 128, 255} {
			changed := bytes.Clone(text)
			changed[i] ^= change
			found(changed)
		}
		found(append(bytes.Clone(text[:i]), text[i+1:]...))
		found(append(append(bytes.Clone(text[:i]), text[i]), text[i:]...))
		found(text[:i])
		for _, extra := range []byte("\n\r A=0") {
			found(append(append(bytes.Clone(text[:i]), extra), text[i:]...))
		}
	}
}

// What differs from the one form is no checkpoint, though a lenient reader might take it.
func TestOtherForms(t *testing.T) {
	_, whole := signed(t, book(5), signer(t, "鲤城区司法局", 1))
	text := string(whole)
	line := text[strings.Index(text, "— "):]
	for name, other := range map[string]string{
		"empty":               "",
		"no signature":        strings.TrimSuffix(text, line),
		"carriage returns":    strings.ReplaceAll(text, "\n", "\r\n"),
		"other version":       strings.Replace(text, "checkpoint/1", "checkpoint/2", 1),
		"leading zero":        strings.Replace(text, "\n5\n", "\n05\n", 1),
		"plus":                strings.Replace(text, "\n5\n", "\n+5\n", 1),
		"negative":            strings.Replace(text, "\n5\n", "\n-5\n", 1),
		"beyond int64":        strings.Replace(text, "\n5\n", "\n99999999999999999999\n", 1),
		"UTC":                 strings.Replace(text, "T18:00:00+08:00", "T10:00:00Z", 1),
		"fraction":            strings.Replace(text, "T18:00:00", "T18:00:00.0", 1),
		"one more line":       strings.Replace(text, "\n\n", "\nnote x\n\n", 1),
		"one line less":       strings.Replace(text, "hash sha256\n", "", 1),
		"two empty lines":     strings.Replace(text, "\n\n", "\n\n\n", 1),
		"double blank":        strings.Replace(text, "hash sha256", "hash  sha256", 1),
		"hyphen":              strings.Replace(text, "— ", "- ", 1),
		"no key name":         strings.Replace(text, "— 鲤城区司法局", "—", 1),
		"empty line below":    text + "\n",
		"text below":          text + "x\n",
		"no line feed":        strings.TrimSuffix(text, "\n"),
		"signature twice":     text + line,
		"byte order mark":     "\ufeff" + text,
		"key id only":         strings.TrimSuffix(text, line) + "— x AAAAAA==\n",
		"blank in key name":   text + "— x\u3000y AAAAAAAA\n",
		"plus in key name":    text + "— x+y AAAAAAAA\n",
		"loose last bits":     text + "— x AAAAAB==\n" + "— y AAAAAAB=\n",
		"too many":            text + many(checkpoint.MaxSignatures),
		"too long":            text + "— x " + strings.Repeat("AAAA", checkpoint.MaxText/4) + "\n",
		"a line of a million": text + many(100_000),
	} {
		t.Run(name, func(t *testing.T) {
			require.NotEqual(t, text, other)
			s, err := checkpoint.Parse([]byte(other))
			require.ErrorIs(t, err, checkpoint.ErrCheckpoint)
			require.Zero(t, s)
		})
	}
	_, err := checkpoint.Parse([]byte(text + many(checkpoint.MaxSignatures-1)))
	require.NoError(t, err)
}

func many(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "— witness%d AAAAAAAA\n", i)
	}
	return b.String()
}

func FuzzParse(f *testing.F) {
	_, text := signed(f, book(0), signer(f, "鲤城区司法局", 1), signer(f, "泉州市司法局", 2))
	f.Add(text)
	_, text = signed(f, book(300), signer(f, "鲤城区司法局", 1))
	f.Add(text)
	v := verifier(f, "鲤城区司法局", 1)
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := checkpoint.Parse(text)
		if err != nil {
			require.ErrorIs(t, err, checkpoint.ErrCheckpoint)
			require.Zero(t, s)
			return
		}
		again, err := s.Format()
		require.NoError(t, err)
		require.Equal(t, string(text), string(again))
		if _, err := s.Verify(v); err != nil {
			return
		}
		require.Contains(t, []int64{0, 300}, s.Checkpoint.Size, "a forgery")
	})
}

// golang.org/x/mod/sumdb/note opens our checkpoints, and we read what it signs.
func TestSignedNote(t *testing.T) {
	ours := verifier(t, "鲤城区司法局", 1)
	key, err := note.NewEd25519VerifierKey(ours.Key().Name, ours.Key().Public)
	require.NoError(t, err)
	theirs, err := note.NewVerifier(key)
	require.NoError(t, err)
	require.Equal(t, fmt.Sprintf("%08x", theirs.KeyHash()), ours.Key().ID().String())

	_, text := signed(t, book(5), signer(t, "鲤城区司法局", 1), signer(t, "泉州市司法局", 2))
	opened, err := note.Open(text, note.VerifierList(theirs))
	require.NoError(t, err)
	require.Len(t, opened.Sigs, 1)
	require.Len(t, opened.UnverifiedSigs, 1)
	want, err := book(5).Text()
	require.NoError(t, err)
	require.Equal(t, string(want), opened.Text)

	seed := base64.StdEncoding.EncodeToString(append([]byte{1}, secret(1).Seed()...))
	signer, err := note.NewSigner("PRIVATE+KEY+鲤城区司法局+" + ours.Key().ID().String() + "+" + seed)
	require.NoError(t, err)
	text, err = note.Sign(&note.Note{Text: opened.Text}, signer)
	require.NoError(t, err)
	s, err := checkpoint.Parse(text)
	require.NoError(t, err)
	_, err = s.Verify(ours)
	require.NoError(t, err)
}
