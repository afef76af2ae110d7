package table_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

func TestAUniqueColumnHoldsNoTextTwice(t *testing.T) {
	type record struct {
		table.Row
		Serial string       `table:"编号,unique" json:"serial" doc:"不重复"`
		Number fazhi.Number `table:"文号,unique" json:"number"`
	}
	src, err := table.CSV("台账.csv", []byte("编号,文号\nA,泉司〔2024〕1号\nB,\n A ,\nC,泉司〔2024〕1号\n,\n,泉司〔2024〕2号\n,\n"))
	require.NoError(t, err)
	records, issues, err := table.All[record](src, "")
	require.NoError(t, err)
	require.Len(t, records, 3, "the first of the same stays")
	require.Len(t, issues, 2)
	require.Equal(t, fazhi.Issue{Code: table.DoubleValue, Path: "/serial", Message: "“编号”列：与第 2 行重复",
		Origin: fazhi.Origin{File: "台账.csv", Cell: "A4"}}, issues[0])
	require.Equal(t, "B5", issues[1].Origin.Cell)

	columns, err := table.ColumnsOf[record]()
	require.NoError(t, err)
	require.Equal(t, table.Column{Name: "编号", Doc: "不重复", Unique: true}, columns[0])
	require.ErrorContains(t, table.VetColumns([]table.Column{{Name: "日期", Kind: table.Date, Unique: true}}), "不重复")
}
