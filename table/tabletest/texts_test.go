package tabletest_test

import (
	"iter"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
)

type texts map[string][][]string

func (texts) File() string                                    { return "甲.xlsx" }
func (texts) Sheets() []string                                { return []string{"甲"} }
func (s texts) Rows(sheet string) iter.Seq2[table.Raw, error] { return tabletest.Texts(s, sheet) }

// A source made of texts keeps the contract.
func TestTexts(t *testing.T) {
	require.NoError(t, tabletest.Source(texts{"甲": {{"编号", "名称"}, {"1", ""}, {"2", "乙"}}}))
	for _, err := range tabletest.Texts(nil, "丙") {
		require.ErrorIs(t, err, table.ErrNoSheet)
	}
}
