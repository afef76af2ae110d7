package activity_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
)

// The matters of an open day belong to one: those of a day that is not in the ledger above are named with their cell.
func TestOrphans(t *testing.T) {
	areas, err := activity.Parse("开放日.yaml", []byte(declarations(t)[1]))
	require.NoError(t, err)
	require.NoError(t, activity.Vet(append(standard(t), areas...)))
	day, matter := areas[0], areas[1]
	sheet, column := matter.Above()
	require.Equal(t, "法律顾问开放日 场次编号", sheet+" "+column)

	days, issues := read(t, day, "场次编号,开放日期,主题\nK1,2024-03-01,甲\nK2,2024-06-01,乙\n")
	require.Empty(t, issues)
	matters, issues := read(t, matter, "事项编号,场次编号,咨询日期,报送单位,意见条数,采纳条数\nS1,K1,2024-03-01,甲局,3,2\nS2,K3,2024-03-01,甲局,3,4\nS3,K2,2024-03-01,乙局,1,\n")
	require.Empty(t, issues)
	require.Equal(t, []string{"B3 activity/parent/missing"}, places(matter.Orphans(matters, days)))
	require.Equal(t, "“场次编号”列：“法律顾问开放日”台账里没有这个编号", matter.Orphans(matters, days)[0].Message)
	require.Len(t, matter.Orphans(append(matters, days...), nil), 3, "records of other kinds are passed over")
	require.Len(t, matter.Orphans(matters, matters), 3, "and so are parents of other kinds")
	require.Empty(t, day.Orphans(days, nil))

	found, err := matter.Examine(t.Context(), matters, fazhi.Date{})
	require.NoError(t, err)
	require.Equal(t, []string{"E3 quanyuan/open-day-matter/adopted"}, places(found))
	require.Equal(t, "3件", printed(matter.Figures(matters, 2024))["开放日事项.件数"])
	require.Equal(t, "6条", printed(matter.Figures(matters, 2024))["开放日事项.意见@甲局"])
}

func TestVetAbove(t *testing.T) {
	below := strings.NewReplacer("test/post", "test/below", "工作表: 名册", "工作表: 明细\n上级: {工作表: 名册, 列: 名册号}", "列:\n", "列:\n  - {列名: 名册号, 必填: 是, 说明: 上级}\n", "名册.人数", "明细.人数").Replace(post)
	a, b := declare(t, post), declare(t, below)
	require.NoError(t, activity.Vet([]*activity.Activity{b, a}))
	require.ErrorContains(t, activity.Vet([]*activity.Activity{b}), "“明细”的上级没有“名册”这个工作表")
	circle := declare(t, strings.NewReplacer("说明: 聘任的人员", "上级: {工作表: 明细, 列: 明细号}\n说明: 聘任的人员", "列:\n", "列:\n  - {列名: 明细号, 必填: 是, 说明: 上级}\n").Replace(post))
	err := activity.Vet([]*activity.Activity{circle, b})
	require.ErrorContains(t, err, "“名册”的上级绕了一圈又是它自己")
	require.ErrorContains(t, err, "“明细”的上级绕了一圈又是它自己")
}
