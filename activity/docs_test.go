package activity_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/table"
)

const guide = "../docs/activity.md"

// The declaration in the guide is a good one, fits together with the built-in areas and counts.
func TestGuideExample(t *testing.T) {
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(file(t, guide), -1)
	require.Len(t, blocks, 1)
	a := declare(t, blocks[0][1])
	require.NoError(t, activity.Vet(append(standard(t), a)))
	records, issues := read(t, a, "公证书编号,出证日期,公证事项,申请人类别,社区,上门服务,减免费用\n"+
		"1,2024-05-01,继承,个人,东湖,是,800\n2,2024-05-02,合同,企业,东湖,否,\n")
	require.Empty(t, issues)
	require.Equal(t, map[string]string{
		"公证.办证": "2件", "公证.涉企": "1件", "公证.减免": "0.08万元", "公证.上门率": "50%", "公证.社区": "1个社区",
	}, printed(a.Figures(records, 2024)))
}

// The guide names every key, every kind of column and every relation that fits it.
func TestGuideIsComplete(t *testing.T) {
	text := file(t, guide)
	for _, key := range activity.Keys() {
		require.Contains(t, text, "| `"+key+"` |")
	}
	for k := table.Text; k <= table.Number; k++ {
		require.Contains(t, text, "`"+k.String()+"`")
		row := regexp.MustCompile(`(?m)^\|[^|]*` + k.String() + `[^|]*\| (` + strings.Join(rules.Relations(k), "、") + `) \|$`)
		require.Regexp(t, row, text, k.String())
	}
}
