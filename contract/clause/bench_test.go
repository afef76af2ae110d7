package clause_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/clause"
)

// twentyPages is a contract of some twelve thousand characters, twenty pages of 22 lines of 28: the bodies of marked contracts as the
// clauses of one.
func twentyPages(tb testing.TB) string {
	var b strings.Builder
	b.WriteString("采购合同\n甲方：清源市泉源区某局\n乙方：清源市某公司\n")
	for b.Len() < 36_000 {
		for _, file := range []string{"01-sale-clean", "20-works-clean", "14-service-clean", "06-service-terms", "04-investment"} {
			m := readMarked(tb, "testdata/contracts/seen/"+file+".txt")
			for line := range strings.Lines(m.text) {
				if !strings.HasPrefix(line, "甲方") && !strings.HasPrefix(line, "乙方") {
					b.WriteString(line)
				}
			}
		}
	}
	return b.String()
}

// Reading, all checks and the checklist of twenty pages.
func BenchmarkReview(b *testing.B) {
	data := []byte(twentyPages(b))
	checks, err := clause.Checks(clause.Profile{})
	require.NoError(b, err)
	today := fazhi.DateOf(2025, 7, 1)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		text, _, err := clause.ReadText("合同.txt", data)
		if err != nil {
			b.Fatal(err)
		}
		draft := clause.New(contract.Contract{Sort: "买卖"}, text)
		found, err := fazhi.Validate(b.Context(), draft, today, today, checks)
		if err != nil {
			b.Fatal(err)
		}
		if len(draft.Checklist(found)) == 0 {
			b.Fatal("no checklist")
		}
	}
}

// Long lines that are all beginnings of cues.
func BenchmarkHostile(b *testing.B) {
	checks, err := clause.Checks(clause.Profile{})
	require.NoError(b, err)
	today := fazhi.DateOf(2025, 7, 1)
	for name, piece := range map[string]string{
		"cues": "甲方提供担保定金违约金仲裁或者法院第九十九条审计垫资抵押", "numbers": "壹贰叁2024年1月1日至", "blanks": "____【】", "lines": "1. 甲\n", "dots": "1.1.1.1.1 甲方：\n", "parties": "甲方：单位局\n",
	} {
		data := []byte("第一条 " + strings.Repeat(piece, 1<<20/len(piece)))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				text, _, err := clause.ReadText("合同.txt", data)
				if err != nil {
					b.Fatal(err)
				}
				draft := clause.New(contract.Contract{}, text)
				if _, err := fazhi.Validate(b.Context(), draft, today, today, checks); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
