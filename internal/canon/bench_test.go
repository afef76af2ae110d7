package canon_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/canon"
)

// contract is a document as encoding/json writes it, in the order of the struct. All data is invented.
const contract = `{"serial":"HT-2024-017","name":"鲤城区老旧小区改造项目施工合同","kind":"建设工程合同",` +
	`"parties":[{"name":"泉州市鲤城区某某街道办事处","role":"甲方","creditCode":"11350502003810000X"},` +
	`{"name":"某某建设工程有限公司","role":"乙方","creditCode":"91350502MA00000000"}],` +
	`"amount":128450000,"currency":"CNY","signed":"2024-05-20","reviewed":"2024-05-13","filed":"2024-05-27",` +
	`"performance":{"from":"2024-06-01","to":"2025-05-31","rate":0.35,"accepted":false,"remark":null},` +
	`"opinion":"主体资格合格，条款基本完备；建议补充违约责任和争议解决条款。","adopted":true,` +
	`"attachments":["合同文本.pdf","法律意见书.pdf"]}`

func TestAppendAllocates(t *testing.T) {
	src, buf := []byte(contract), make([]byte, 0, 2*len(contract))
	require.Zero(t, testing.AllocsPerRun(100, func() { _, _ = canon.Append(buf, src) }), "into a buffer that is large enough")
	require.LessOrEqual(t, testing.AllocsPerRun(100, func() { _, _ = canon.Append(nil, src) }), 2.0) // 1 without the race detector
}

func BenchmarkAppend(b *testing.B) {
	sorted, err := canon.Append(nil, []byte(contract))
	require.NoError(b, err)
	var indented strings.Builder
	encoder := json.NewEncoder(&indented)
	encoder.SetIndent("", "  ")
	require.NoError(b, encoder.Encode(json.RawMessage(contract)))
	buf := make([]byte, 0, 4096)
	for _, x := range []struct{ name, text string }{
		{"struct", contract},
		{"sorted", string(sorted)},
		{"indented", indented.String()},
		{"numbers", "[" + strings.Repeat("1,20.5,1e-7,300000,", 40) + "0]"},
		{"longNumbers", "[" + strings.Repeat("333333333.33333325,", 40) + "0]"},
		{"escapes", `["` + strings.Repeat(`\u6cc9\u5dde\n`, 60) + `"]`},
	} {
		b.Run(x.name, func(b *testing.B) {
			src := []byte(x.text)
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				_, _ = canon.Append(buf, src)
			}
		})
	}
}

// What hostile texts of the largest size cost.
func BenchmarkHostile(b *testing.B) {
	for _, x := range hostile(canon.MaxSize) {
		b.Run(x.name, func(b *testing.B) {
			b.SetBytes(int64(len(x.text)))
			b.ReportAllocs()
			for b.Loop() {
				_, _ = canon.Append(nil, x.text)
			}
		})
	}
}
