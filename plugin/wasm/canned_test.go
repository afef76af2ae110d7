package wasm_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write golden files")

// canned is a module that answers the first message with the first line, the second with the second, and leaves after the last.
func canned(lines ...string) guest {
	g := guest{pages: 1, data: strings.Join(lines, "\n") + "\n"}
	g.respond = store(i32(count), add(load(i32(count)), i32(1)))
	at := int32(data)
	for n, line := range lines {
		length := int32(len(line) + 1)
		say := write(1, i32(at), i32(length))
		g.respond = ops(g.respond, equal(load(i32(count)), i32(int32(n+1))), when(say, br(1)))
		at += length
	}
	g.respond = append(g.respond, leave()...)
	return g
}

// testdata/parties.wasm is the module of the example: a plug-in that finds the same in every contract.
func TestExampleModule(t *testing.T) {
	module := canned(
		`{"jsonrpc":"2.0","id":1,"result":{"protocol":"fazhi/1","probe":"规范性文件〔2026〕","plugin":{"name":"licheng/parties",`+
			`"version":"1.0.0","doc":"当事人信息的本地规则","api":1,"requires":[]},"checks":[{"code":"licheng/parties/credit-code",`+
			`"kind":"contract","doc":"应当写明统一社会信用代码","basis":"某区合同管理办法第六条"}],"refuses":[],"guard":false,`+
			`"observe":false,"numbers":[],"sections":[],"rubrics":[]}}`,
		`{"jsonrpc":"2.0","id":2,"result":{"issues":[{"code":"licheng/parties/credit-code","path":"/creditCode",`+
			`"message":"没有统一社会信用代码"}]}}`,
		`{"jsonrpc":"2.0","id":3,"result":{}}`,
	).wasm()
	const path = "testdata/parties.wasm"
	if *update {
		require.NoError(t, os.WriteFile(path, module, 0o644))
	}
	golden, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, golden, module, "run go test -update, and write the new SHA-256 into the example: "+sum(module))
}
