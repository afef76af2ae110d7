package plugintest

import (
	"github.com/fazhi-go/fazhi"
	"slices"
)

// cases lists the rules in their order. Names are for ever.
func cases() []kase {
	checks := func(t *trial) bool { return len(t.p.Checks) > 0 }
	guards := func(t *trial) bool { return t.p.Guard != nil }
	observes := func(t *trial) bool { return t.p.Observe != nil }
	judges := func(t *trial) bool { return checks(t) || guards(t) || len(t.p.Provide.Rubrics) > 0 }
	asks := func(t *trial) bool { return judges(t) || len(t.provided()) > 0 }
	declares := func(t *trial) bool {
		return slices.ContainsFunc(t.p.Checks, func(c fazhi.Check) bool { return c.Run == nil })
	}
	return []kase{
		{"declaration", "声明写法正确，能进入主机，每次启动都相同", declaration, nil},
		{"survives-documents", "没有一份文件使插件崩溃、停止答复", survives, judges},
		{"answers-documents", "文件有问题，答复的是问题，不是错误", answers, judges},
		{"answers-names", "所声明的名称都能答复", answersNames, func(t *trial) bool { return len(t.provided()) > 0 }},
		{"leaves-unchanged", "不改动所给的文件和请求", unchanged, func(t *trial) bool { return !t.Remote && asks(t) }},
		{"repeats", "同样的请求，二十次答复相同", repeats, asks},
		{"together", "同时所作的答复与先后所作的相同", together, asks},
		{"cancelled", "请求取消后两秒之内结束，以后照常答复", cancelled, asks},
		{"budget", "100 KiB 的文件在时限之内答复", budget, judges},
		{"goroutines", "结束之后不留下协程", goroutines, func(t *trial) bool { return !t.Remote }},
		{"issue-codes", "问题的代码是所声明并且所问的检查项", issueCodes, checks},
		{"issue-codes-asked", "只问一个检查项，就只答这一个", issueCodesAsked, declares},
		{"issue-messages", "问题的说明是中文", issueMessages, checks},
		{"issue-values", "问题的说明和位置不重复文件中的值", issueValues, checks},
		{"issue-paths", "问题的位置是文件中有的 JSON Pointer", issuePaths, checks},
		{"refusal-codes", "不予登记只用所声明的代码", refusalCodes, guards},
		{"refusal-reasons", "不予登记的理由是中文", refusalReasons, guards},
		{"refusal-values", "不予登记的理由不重复文件中的值", refusalValues, guards},
		{"sections", "章节是所问的，数据项都写入，占位符都有数据", sections, func(t *trial) bool { return len(t.p.Provide.Sections) > 0 }},
		{"numbers", "编号规则每次相同，不同的位置编号不同", numberRules, func(t *trial) bool { return len(t.p.Provide.Numberers) > 0 }},
		{"renderers", "同一文件写出的字节相同，写不出去的说出来", renderers, func(t *trial) bool { return len(t.p.Provide.Renderers) > 0 }},
		{"calendars", "日历至少知道一年", calendars, func(t *trial) bool { return len(t.p.Provide.Calendars) > 0 }},
		{"scores", "评分各项之和与得分相符，不超过满分", scores, func(t *trial) bool { return len(t.p.Provide.Rubrics) > 0 }},
		{"signers", "签名者的密钥不变，不改动所签的文字", signers, func(t *trial) bool { return len(t.p.Provide.Signers) > 0 }},
		{"observes-again", "同一条通知来两次，都不算错，也不改动", observesAgain, observes},
		{"golden", "作者的案例，发现的就是所写的", golden, func(t *trial) bool { return len(t.Golden) > 0 }},
	}
}
