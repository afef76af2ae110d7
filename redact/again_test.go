package redact

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

// tokens are what masking looks for, in pieces that meet each other in every way.
const tokens = "张|三|丰|李四|王小二|申请人|：|，|、|和|与|某|甲|乙|1|2|12|号|栋|室|路|街|村|组|市|区|县|住|住址|地址：|省|139|0000|13900000000|0595|-| |　|" +
	"\n|\t|(|)|×|××××|@|a|X|11010519491231002X|6222021234567890128|身份证|电话|微信|欧阳|·|之|在|男|的|年|卡号|当事人|姓名|E12345678|闽C12345|" +
	"社区|小区|大厦|楼|单元|十|三组"

// Masking a masked text changes nothing, whatever stands beside what.
func TestMaskingTwice(t *testing.T) {
	all := strings.Split(tokens, "|")
	rng := rand.New(rand.NewPCG(7, 7))
	redactors := []*Redactor{
		masker(t, Options{}), masker(t, Options{Context: true}),
		masker(t, Options{Context: true, Names: []fazhi.PersonName{"张三丰", "张三", "王小二", "丰李四", "欧阳三"}, Keep: []string{"路12号", "0595-0000"}}),
		masker(t, Options{Context: true, Each: true, Arabic: true, Names: []fazhi.PersonName{"张三丰", "张三"}, Others: []string{"甲市"}}),
	}
	for i := range 20_000 {
		var b strings.Builder
		for range 2 + rng.IntN(14) {
			b.WriteString(all[rng.IntN(len(all))])
		}
		r := redactors[i%len(redactors)]
		masked, _ := r.Text(b.String())
		again, _ := r.Text(masked)
		require.Equal(t, masked, again, b.String())
	}
}
