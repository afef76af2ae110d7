package gm_test

import (
	"encoding/hex"
	"fmt"

	"github.com/fazhi-go/fazhi/register/gm"
	"github.com/fazhi-go/fazhi/register/merkle"
)

// A tree over SM3 instead of SHA-256.
func Example() {
	hasher, err := merkle.New(gm.NewSM3)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(hasher.Sum([]byte("abc")))
	tree := hasher.NewTree()
	tree.Append([]byte("第一条"))
	tree.Append([]byte("第二条"))
	fmt.Println(tree.Root() == hasher.Node(hasher.Leaf([]byte("第一条")), hasher.Leaf([]byte("第二条"))))
	// Output:
	// 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0
	// true
}

// What is stored in secret is sealed with SM4. The place where it is stored is authenticated with it, so that it cannot be
// moved elsewhere unseen.
func ExampleSM4GCM() {
	aead, err := gm.SM4GCM([]byte("0123456789abcdef")) // of a key device, in earnest
	if err != nil {
		fmt.Println(err)
		return
	}
	nonce := make([]byte, aead.NonceSize()) // a new one each time
	sealed := aead.Seal(nil, nonce, []byte("申请人甲"), []byte("泉鲤司/12"))
	fmt.Println(len(sealed), hex.EncodeToString(sealed[:4]) != hex.EncodeToString([]byte("申请人甲")[:4]))
	_, err = aead.Open(nil, nonce, sealed, []byte("泉鲤司/13"))
	fmt.Println(err != nil)
	plain, err := aead.Open(nil, nonce, sealed, []byte("泉鲤司/12"))
	fmt.Println(string(plain), err)
	// Output:
	// 28 true
	// true
	// 申请人甲 <nil>
}
