package enforcement_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/report/reporttest"
)

// day reads a date of the tests.
func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

// ledger has rows at the borders of the year 2024. 第1次 of another year is another round.
func ledger() []*enforcement.File {
	return []*enforcement.File{
		{Serial: "前年最后一日", Round: "第1次", Reviewed: day("2023-12-31"), Department: "丙局", Procurator: true},
		{Serial: "第一日", Round: "第1次", Reviewed: day("2024-01-01"), Department: "甲局", Procurator: true},
		{Serial: "同批次", Round: "第1次", Reviewed: day("2024-01-02"), Department: "乙局", Procurator: true},
		{Serial: "同部门", Round: "第2次", Reviewed: day("2024-06-01"), Department: "甲局"},
		{Serial: "最后一日", Round: "第3次", Reviewed: day("2024-12-31"), Department: "甲局", Procurator: true},
		{Serial: "次年第一日", Round: "第1次", Reviewed: day("2025-01-01"), Department: "甲局"},
	}
}

func TestFigures(t *testing.T) {
	require.Equal(t, map[string]string{
		"案卷评查.次数": "3次", "案卷评查.部门": "2个部门", "案卷评查.案卷": "4件", "执法监督.邀检察院评查": "2次",
	}, reporttest.Printed(enforcement.Figures(ledger(), 2024)))
	require.Equal(t, map[string]string{
		"案卷评查.次数": "1次", "案卷评查.部门": "1个部门", "案卷评查.案卷": "1件", "执法监督.邀检察院评查": "0次",
	}, reporttest.Printed(enforcement.Figures(ledger(), 2025)))
	require.Equal(t, map[string]string{
		"案卷评查.次数": "0次", "案卷评查.部门": "0个部门", "案卷评查.案卷": "0件", "执法监督.邀检察院评查": "0次",
	}, reporttest.Printed(enforcement.Figures(nil, 2024)))
	require.Equal(t, []string{"案卷评查.次数", "案卷评查.部门", "案卷评查.案卷"}, reporttest.Counting(enforcement.Figures(ledger(), 2024), "同部门"))
}
