package contract_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rulestest"
	"github.com/fazhi-go/fazhi/table"
)

func TestVocabulary(t *testing.T) {
	v, err := contract.Vocabulary()
	require.NoError(t, err)
	rulestest.LedgerTrial(t, v, rulestest.Trial{Samples: map[string]string{"逾期年利率": "3.45%"}})
}

// A bureau types its own checks into a table; their issues name the cell of the ledger, their faults that of the table.
func TestProfileOfRequirements(t *testing.T) {
	own := func(lines string) contract.Profile {
		src, err := table.CSV("检查项.csv", []byte("代码,说明,依据,程度,施行日期,失效日期,条件,连接,字段,关系,值\n"+lines))
		require.NoError(t, err)
		list, issues, err := rules.ReadRequirements(src, "", table.Options{})
		require.NoError(t, err)
		require.Empty(t, issues)
		return contract.Profile{Requirements: list}
	}
	checks, err := contract.Checks(own("licheng/contract/filing,一百万元以上的合同应当在签订后十五日内备案,本区合同管理办法第八条,警告,,,适用,,合同金额,不小于,100万元\n" +
		",,,,,,合格,,签订至备案天数,不大于,15\n"))
	require.NoError(t, err)
	require.NoError(t, fazhi.VetChecks(checks))
	src, err := table.CSV("台账.csv", []byte(`合同编号,合同名称,承办单位,合同相对方,合同金额,审查日期,签订日期,备案日期
HT-1,甲合同,某局,某公司,1000000,2024-05-01,2024-05-06,2024-05-22
HT-2,乙合同,某局,某公司,1000000,2024-05-01,2024-05-06,2024-05-21
HT-3,丙合同,某局,某公司,999999.99,2024-05-01,2024-05-06,2024-05-22
HT-4,丁合同,某局,某公司,2000000,2024-05-01,2024-05-06,
`))
	require.NoError(t, err)
	contracts, issues, err := contract.Read(src, "")
	require.NoError(t, err)
	require.Empty(t, issues)
	var got []string
	for _, c := range contracts {
		found, err := fazhi.Validate(t.Context(), c, c.Signed, c.Signed, checks[len(checks)-1:])
		require.NoError(t, err)
		for _, i := range found {
			got = append(got, i.String())
		}
	}
	const says = "：一百万元以上的合同应当在签订后十五日内备案（本区合同管理办法第八条） [licheng/contract/filing]"
	require.Equal(t, []string{"台账.csv!H2" + says, "台账.csv!H5" + says}, got)

	for lines, want := range map[string]string{
		"licheng/contract/a,说,据,,,,合格,,合同余额,大于,1\n":  "检查项.csv!I2：没有“合同余额”这个字段，是不是“合同金额”？",
		"contract/guarantee,说,据,,,,合格,,合同金额,大于,1\n":  "检查项.csv!A2：代码与另一个检查项重复",
		"licheng/contract/a,说,据,,,,合格,,合同类型,等于,承包\n": "检查项.csv!K2：“合同类型”是文本字段：不是可选的值之一",
	} {
		_, err := contract.Checks(own(lines))
		var invalid *fazhi.InvalidError
		require.ErrorAs(t, err, &invalid)
		require.ErrorContains(t, err, want)
	}
}
