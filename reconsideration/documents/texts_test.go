package documents_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/outline"
)

const before = "2017年修正"

// What a choice, or the law before, makes a document say and not say.
func TestTexts(t *testing.T) {
	for name, c := range map[string]struct {
		key      string
		choices  form.Values
		has, not string
	}{
		"damages before": {"decision/compensation", form.Values{"适用旧法": before, "主决定": "确认违法", "旧法情形": "违反法定程序"},
			"根据《中华人民共和国行政复议法》（2017年修正）第二十八条第一款第三项第3目、第二十九条第一款的规定", "第六十五条"},
		"uphold and reject": {"decision/compensation", form.Values{"主决定": "维持", "赔偿决定": "驳回赔偿请求"}, "第六十八条、第七十二条第一款", "赔偿申请人"},
		"several": {"decision/revoke", form.Values{"撤销情形": "违反法定程序", "第二情形": "违反法定程序", "第三情形": "超越职权或者滥用职权"},
			"根据《中华人民共和国行政复议法》第六十四条第一款第二项、第四项的规定", "第二项、第二项"},
		"several in order": {"decision/revoke", form.Values{"撤销情形": "主要事实不清、证据不足", "第二情形": "违反法定程序", "第三情形": "超越职权或者滥用职权"},
			"第六十四条第一款第一项、第二项、第四项的规定", "第三项"},
		"several before": {"decision/revoke", form.Values{"适用旧法": before, "撤销情形": "违反法定程序", "第二情形": "明显不当", "重作期限": "六十日"},
			"（2017年修正）第二十八条第一款第三项第3目、第5目、《中华人民共和国行政复议法实施条例》第四十九条第一款的规定", "重新作出行政行为"},
		"again before":    {"decision/revoke", form.Values{"适用旧法": before, "重作期限": "六十日"}, "内重新作出具体行政行为。", "重新作出行政行为"},
		"fault before":    {"decision/unlawful", form.Values{"适用旧法": before, "旧法情形": "明显不当"}, "第三项第5目", "第六十五条"},
		"silence before":  {"decision/default", form.Values{"适用旧法": before}, "提交作出具体行政行为的证据", "提交作出行政行为"},
		"reply before":    {"reply", form.Values{"适用旧法": before}, "提交作出具体行政行为的证据", "提交作出行政行为"},
		"claim before":    {"decision/reject-claim", form.Values{"适用旧法": before, "决定书名称": "驳回行政复议申请决定书"}, "标题：驳回行政复议申请决定书", "行政复议请求。"},
		"clause":          {"decision/uphold", form.Values{"停止执行条款": "《某办法》第三条"}, "根据《中华人民共和国行政复议法》第五十九条的规定，停止《某办法》第三条的执行，责令某市某局予以纠正。", "附带审查"},
		"no answer yet":   {"decision/reject-application", nil, "驳回申请人的行政复议申请", "被申请人称"},
		"council":         {"decision/uphold", form.Values{"救济": "起诉或者申请国务院裁决"}, "也可以依照《中华人民共和国行政复议法》第二十六条的规定向国务院申请裁决", "第十四条"},
		"council before":  {"decision/uphold", form.Values{"适用旧法": before, "救济": "起诉或者申请国务院裁决"}, "（2017年修正）第十四条的规定向国务院申请裁决", "第二十六条"},
		"first":           {"non-acceptance", form.Values{"救济": "复议前置"}, "第三十四条的规定向某市中级人民法院提起", "第四十五条"},
		"first before":    {"non-acceptance", form.Values{"适用旧法": before, "救济": "复议前置"}, "第十九条的规定向某市中级人民法院提起", "第三十四条"},
		"other organ":     {"non-acceptance", form.Values{"不符合": "第六项"}, "请向某市人民政府提出", "第一项"},
		"no other organ":  {"non-acceptance", form.Values{"不符合": "第一项", "有管辖权的机关": nil}, "第三十条第一款第一项", "请向"},
		"extended before": {"extension", form.Values{"适用旧法": before}, "经行政复议机关的负责人批准", "行政复议机构"},
		"withdrawn":       {"termination", form.Values{"终止情形": "撤回申请"}, "根据《中华人民共和国行政复议法实施条例》第三十八条第二款的规定，申请人不得再", "真实意愿"},
		"settled":         {"termination", form.Values{"终止情形": "和解撤回"}, "违背其真实意愿", "第三十八条"},
		"basis before":    {"norm-referral", form.Values{"适用旧法": before, "转送情形": "依职权审查"}, "认为作为具体行政行为依据的", "你机关"},
		"stay before":     {"stay", form.Values{"适用旧法": before, "停止情形": "法律规定停止执行"}, "（2017年修正）第二十一条第四项", "第四十二条"},
	} {
		t.Run(name, func(t *testing.T) {
			text := outline.Of(filled(t, spec(t, c.key), false, c.choices))
			require.Contains(t, text, c.has)
			require.NotContains(t, text, c.not)
		})
	}
}
