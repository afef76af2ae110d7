package seal_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/seal"
)

// Nothing that is printed or logged shows a value, a salt or a key.
func TestNothingIsPrinted(t *testing.T) {
	keys := ring(t)
	o := options(keys)
	s := newSealer(t, o)
	public, secrets, err := s.Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)
	proof, err := s.Prove(public, secrets[2])
	require.NoError(t, err)
	k, err := keys.Key(organ, "2025")
	require.NoError(t, err)

	var out bytes.Buffer
	values := []any{k, &k, keys, proof, &proof, s, o, proof.Salt, proof.Commitment, secrets[0], []any{k, proof, s, keys}, map[string]any{"x": proof, "k": &k}}
	for _, v := range values {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d"} {
			fmt.Fprintf(&out, verb+"\n", v)
		}
		slog.New(slog.NewTextHandler(&out, nil)).Info("x", "v", v)
		if _, isProof := v.(seal.Proof); isProof {
			slog.New(slog.NewJSONHandler(&out, nil)).Info("x", "v", v)
		}
	}
	for _, v := range []any{k, &k, keys, s, o.Keys} {
		slog.New(slog.NewJSONHandler(&out, nil)).Info("x", "v", v)
		text, err := json.Marshal(v)
		require.NoError(t, err)
		out.Write(text)
	}
	index, err := keys.Index(organ)
	require.NoError(t, err)
	text := out.String()
	requireNothingPersonal(t, text)
	for _, secret := range [][]byte{k.Bytes, index, proof.Salt[:], []byte(name)} {
		for _, form := range []string{string(secret), hex.EncodeToString(secret), fmt.Sprintf("%X", secret), base64.StdEncoding.EncodeToString(secret), fmt.Sprintf("%d", secret), fmt.Sprintf("%#v", secret)} {
			require.NotContains(t, text, form)
		}
	}
	require.Contains(t, text, "［密钥 2025］")
}
