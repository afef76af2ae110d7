package checkpoint_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/merkle"
)

// A county bureau signs the checkpoint of its book and sends the text to the city, which reads it and sees who signed.
func Example() {
	secret := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize)) // of a key file, in earnest
	signer, err := checkpoint.NewEd25519Signer("鲤城区司法局", secret)
	if err != nil {
		fmt.Println(err)
		return
	}
	last := sha256.Sum256([]byte("the only entry"))
	tree := merkle.Hasher{}.NewTree()
	tree.Append(last[:])
	signed, err := checkpoint.Sign(context.Background(), checkpoint.Checkpoint{
		Organ: "泉鲤司", Size: tree.Size(), Head: last, Root: tree.Root(),
		At: time.Date(2024, 12, 31, 10, 0, 0, 0, time.UTC), Hash: checkpoint.SHA256,
	}, signer)
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := signed.Format()
	fmt.Print(string(text))

	received, err := checkpoint.Parse(text)
	if err != nil {
		fmt.Println(err)
		return
	}
	county, err := checkpoint.NewEd25519Verifier("鲤城区司法局", secret.Public().(ed25519.PublicKey))
	if err != nil {
		fmt.Println(err)
		return
	}
	verdict, err := received.Verify(county)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(verdict.By[0].Name, received.Checkpoint.Size)
	// Output:
	// fazhi-checkpoint/1 泉鲤司
	// 1
	// 8mgFwdva+mcb5yLfIgdz/AxVU1Ldi8AxOgN6xX+bZZ4=
	// hash sha256
	// head x7cfaxsR1gSn6/13vWGZvz0cpaj7iENA8UXkopENxks=
	// previous AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
	// at 2024-12-31T18:00:00+08:00
	//
	// — 鲤城区司法局 IN10hw9Fv+vcucueLhba2CdRzpdTgzdBaW9ciM7gnlvsukB58T+xlgCdU2WlX+XgxTHzfFcTm0nWXxSsaq+2dl/o/gg=
	// 鲤城区司法局 1
}
