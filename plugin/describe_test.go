package plugin_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
)

func everything() plugin.Plugin {
	c := check("licheng/lease/name")
	c.Kind, c.Severity, c.From = "lease", fazhi.Warning, fazhi.DateOf(2024, 1, 1)
	p := checking("licheng/lease", c)
	p.Doc, p.Requires, p.FailOpen = "租赁合同的本地规则。", []string{"licheng/petition"}, true
	p.Guard, p.Refuses = passes, []fazhi.Code{"licheng/lease/unreviewed"}
	p.Observe = observing("x/y", nil).Observe
	p.Provide.Sections = sections{"租赁": section, "店面": section}
	return p
}

func TestDescribe(t *testing.T) {
	d := host(t, everything(), giving("licheng/petition", sections{"信访": section})).Describe()
	require.Equal(t, `licheng/lease@1.0.0　租赁合同的本地规则。
  要求：licheng/petition
  检查 licheng/lease/name：测试的规则（某办法第一条）
  把关 licheng/lease/unreviewed
  报告章节：店面、租赁
  不能答复时：放行
licheng/petition@1.0.0　测试用。
  报告章节：信访
`, d.String())
	text, err := json.Marshal(d)
	require.NoError(t, err)
	require.NotContains(t, string(text), "null")
	require.JSONEq(t, `{"api":1,"plugins":[
		{"name":"licheng/lease","version":"1.0.0","doc":"租赁合同的本地规则。","requires":["licheng/petition"],
		 "checks":[{"code":"licheng/lease/name","kind":"lease","doc":"测试的规则。","basis":"某办法第一条","severity":"warning","from":"2024-01-01"}],
		 "guards":true,"refuses":["licheng/lease/unreviewed"],"failOpen":true,"sections":["店面","租赁"],
		 "numberers":[],"renderers":[],"calendars":[],"rubrics":[],"signers":[],"observes":false,"quarantined":false},
		{"name":"licheng/petition","version":"1.0.0","doc":"测试用。","requires":[],"checks":[],"guards":false,"refuses":[],"failOpen":false,
		 "sections":["信访"],"numberers":[],"renderers":[],"calendars":[],"rubrics":[],"signers":[],"observes":false,"quarantined":false}]}`, string(text))
}
