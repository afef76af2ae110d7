package main

import (
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// keys writes a key pair that is the same each time.
func keys(t *testing.T) {
	t.Helper()
	key := ed25519.NewKeyFromSeed([]byte(strings.Repeat("7", ed25519.SeedSize)))
	private, err := x509.MarshalPKCS8PrivateKey(key)
	require.NoError(t, err)
	public, err := x509.MarshalPKIXPublicKey(key.Public())
	require.NoError(t, err)
	require.NoError(t, create("司", 0o600, content(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}))))
	require.NoError(t, create("司.pub", 0o644, content(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public}))))
}

// asked is what is asked, command by command.
const asked = `add -organ 鲤城区司法局 -rules 规则.json -series 收件 -kind contract -step 送审 -by zhang01 -with 鲤城区财政局 -req 3f2a 1.json
step -rules 规则.json -step 签订 contract:HT-1
correct -rules 规则.json -reason 笔误 contract:HT-1 1.json
add -series 泉鲤司 -kind contract -on 2024-02-28 2.json
reserve -rules 规则.json -series 合同编号 -until 2024-03-05 contract:HT-3
void -reason 重复登记 contract:HT-2
expire
get contract:HT-1
get contract:HT-2
find -from 2024-03-01 -limit 2
find -kind note
trail contract:HT-1
stats
verify
certify -key 司 -out 存证.txt
certify -key 司 -out 存证2.txt -previous 存证.txt
verify -checkpoint 存证.txt -checkpoint 存证2.txt -key 司.pub
prove contract:HT-2 -checkpoint 存证.txt
prove -seq 1 -checkpoint 存证.txt -out 证明.json
check-proof 证明.json -checkpoint 存证.txt -key 司.pub
keygen 新
export 存档.jsonl
verify-archive 存档.jsonl
import -store sqlite:新.db 存档.jsonl
get contract:HT-9
add
nothing`

// The shapes of -json, and what a person reads, command by command.
func TestGolden(t *testing.T) {
	clitest.Program(try).Transcripts(t, "register", strings.Split(asked, "\n"), func(t *testing.T) {
		clitest.Folder(t, "规则.json", rulesText, "1.json", lease("HT-1"), "2.json", lease("HT-2"))
		keys(t)
	})
}
