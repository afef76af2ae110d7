package guard_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/guard"
	"github.com/fazhi-go/fazhi/register"
)

// Whatever a document holds, it can be signed as it was reviewed, and another one is compared with it.
func FuzzBefore(f *testing.F) {
	f.Add(`{"amount":1,"parties":[{"name":"甲"}],"changes":[],"attachments":[{"sort":"签订文本","digest":"a"}]}`, `{"amount":2,"parties":{}}`)
	f.Add(`{"parties":[1,null],"changes":[{"amount":{}}],"attachments":[[]]}`, `{"changes":[[]],"attachments":"1"}`)
	f.Add(`{"tendered":true,"parties":[{"side":"政府一方"}]}`, `[]`)
	ref := fazhi.Ref{Kind: "contract", ID: "HT-1"}
	f.Fuzz(func(t *testing.T, reviewed, other string) {
		store := register.NewMemory()
		g, err := guard.New(store, guard.Settings{})
		require.NoError(t, err)
		book, err := register.New(store, register.Options{Now: noon, Hooks: register.Hooks{Before: g.Before}})
		require.NoError(t, err)
		request := func(step, text string) register.Request {
			return register.Request{Scope: scope(), Doc: &register.Raw{Of: ref, JSON: []byte(text)}, Step: step}
		}
		if _, err := book.Add(t.Context(), request("审查", reviewed)); err != nil {
			return
		}
		if json.Unmarshal([]byte(reviewed), new(map[string]any)) != nil {
			return
		}
		for _, step := range []string{"中标成交", "签订", "变更审查", "变更", "履行"} {
			if _, err := book.Step(t.Context(), request(step, other)); err == nil && step != "变更审查" {
				reviewed = other // it differs in nothing that is compared, or blanks were filled in
			}
			if step == "签订" || step == "变更" {
				_, err := book.Step(t.Context(), request(step, reviewed))
				require.NoError(t, err)
			}
		}
	})
}
