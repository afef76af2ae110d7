package fazhi_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

func TestPath(t *testing.T) {
	for want, got := range map[fazhi.Path]fazhi.Path{
		"":                      fazhi.At(),
		"/signed":               fazhi.At("signed"),
		"/parties/0/creditCode": fazhi.At("parties", 0, "creditCode"),
		"/parties/1/name":       fazhi.At("parties", 1).At("name"),
		"/a~1b/c~0d/~01":        fazhi.At("a/b", "c~d", "~1"),
		"/":                     fazhi.At(""),
		"/rows/7/contract~1sum": fazhi.At("rows", int64(7), fazhi.Code("contract/sum")),
		"/parties/［姓名］":         fazhi.At("parties", fazhi.PersonName("张三")),
	} {
		require.Equal(t, want, got)
	}
}

func TestOrigin(t *testing.T) {
	for want, o := range map[string]fazhi.Origin{
		"":                  {},
		"合同台账.xlsx!2024!D3": {File: "合同台账.xlsx", Sheet: "2024", Cell: "D3"},
		"合同台账.csv!行12列3":    {File: "合同台账.csv", Cell: "行12列3"},
		"合同台账.xlsx":         {File: "合同台账.xlsx"},
	} {
		require.Equal(t, want, o.String())
		require.Equal(t, want == "", o.IsZero())
	}
}
