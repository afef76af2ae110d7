package seal_test

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/seal"
)

// A Mediation is a document with personal data. Its types say where.
type Mediation struct {
	Serial  string  `json:"serial"`
	Matter  string  `json:"matter"`
	Parties []Party `json:"parties"`
}

type Party struct {
	Name     fazhi.PersonName `json:"name"`
	IDNumber fazhi.IDNumber   `json:"idNumber"`
}

func (m *Mediation) Kind() fazhi.Kind { return "mediation" }
func (m *Mediation) ID() string       { return m.Serial }
func (m *Mediation) Title() string    { return m.Matter }

// newRing makes keys for one organ. They are made once, and kept with Keyring.Write.
func newRing(organ string) (*seal.Keyring, error) {
	key, err := seal.AES256GCM().Generate("2025", rand.Reader)
	if err != nil {
		return nil, err
	}
	index := make([]byte, 32)
	if _, err := rand.Read(index); err != nil {
		return nil, err
	}
	ring := seal.NewKeyring()
	return ring, errors.Join(ring.Add(organ, key), ring.SetIndex(organ, index))
}

// A document is registered, found by an ID number, printed in the clear, and forgotten.
func Example() {
	scope := register.Scope{Organ: "泉源区司法局"}
	ring, err := newRing(scope.Organ)
	if err != nil {
		fmt.Println(err)
		return
	}
	fields, err := seal.FieldsOf(&Mediation{})
	if err != nil {
		fmt.Println(err)
		return
	}
	sealer, err := seal.New(seal.Options{
		Keys:   ring,
		Fields: map[fazhi.Kind][]seal.Field{"mediation": fields},
		Index:  []seal.Class{seal.IDNumber},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	store := register.NewMemory()
	book, err := register.New(store, register.Options{Now: time.Now, Sealer: sealer})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, m := context.Background(), &Mediation{Serial: "TJ-1", Matter: "相邻关系", Parties: []Party{{"测试甲", "35050219900101001X"}}}
	entry, err := book.Add(ctx, register.Request{Scope: scope, Doc: m})
	if err != nil {
		fmt.Println(err)
		return
	}
	var public struct {
		Parties []map[string]map[string]string
	}
	if err := json.Unmarshal(entry.Doc, &public); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("登记簿中：", public.Parties[0]["name"]["sealed"][:7], "…")

	var secrets []register.Secret
	for secret, err := range sealer.Find(ctx, store, scope, seal.IDNumber, "35050219900101001x") {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("查到：", secret.Ref, secret.Path)
	}
	for secret, err := range store.Secrets(ctx, register.SecretQuery{Scope: scope, Ref: entry.Ref}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		secrets = append(secrets, secret)
	}
	restored, _, err := sealer.Restore(entry.Doc, secrets)
	fmt.Println("还原：", string(restored), err)

	n, err := sealer.Forget(ctx, store, scope, entry.Ref)
	fmt.Println("删除：", n, err)
	// Output:
	// 登记簿中： sha256: …
	// 查到： mediation:TJ-1 /parties/0/idNumber
	// 还原： {"matter":"相邻关系","parties":[{"idNumber":"35050219900101001X","name":"测试甲"}],"serial":"TJ-1"} <nil>
	// 删除： 2 <nil>
}

// A value is shown to a court that has the document as it stands in the trail, and no key.
func ExampleSealer_Prove() {
	const organ = "泉源区司法局"
	ref := fazhi.Ref{Kind: "mediation", ID: "TJ-1"}
	ring, err := newRing(organ)
	if err != nil {
		fmt.Println(err)
		return
	}
	sealer, err := seal.New(seal.Options{Keys: ring, Fields: map[fazhi.Kind][]seal.Field{"mediation": {{Path: "/name"}}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	public, secrets, err := sealer.Seal(organ, ref, []byte(`{"name":"测试甲"}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	proof, err := sealer.Prove(public, secrets[0])
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(proof.Value, proof.Verify(register.SHA256(), public))
	proof.Value = "测试乙"
	fmt.Println(proof.Value, proof.Verify(register.SHA256(), public))
	// Output:
	// 测试甲 <nil>
	// 测试乙 seal: 与文件中的承诺值不符
}
