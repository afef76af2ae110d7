package content

import (
	"context"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
)

func repealChecks(p Profile) []fazhi.Check {
	number := cue.MustCompile(`》（[^）]*〔[0-9]{4}〕[0-9]+号[^）]*）`)
	vague := cue.MustCompile(`(?:以前|此前|过去|原有|原来|之前|与本[^，。；]{1,4}(?:不一致|相抵触))[^。；]{0,30}(?:同时废止|一律废止|自行废止|停止执行|以本[^，。；]{1,4}为准)`)
	return []fazhi.Check{
		{
			Code: "normdoc/text/repeal-number", Kind: Kind, Basis: p.rule(), Severity: fazhi.Notice,
			Doc: "废止规范性文件，在名称之后写明发文字号",
			Run: onRepeal(func(sentence string, _ bool) bool {
				return strings.Contains(sentence, "《") && !number.MatchString(sentence)
			},
				"废止的文件没有写明发文字号"),
		},
		{
			Code: "normdoc/text/repeal-vague", Kind: Kind, Basis: p.rule(), Severity: fazhi.Warning,
			Doc: "废止的文件应当逐件列明名称",
			Run: onSentences(func(sentence string) bool {
				return vague.May(sentence) && vague.MatchString(sentence) || repeals(sentence) && !strings.Contains(sentence, "《")
			}, "没有列明废止的是哪些文件"),
		},
		{
			Code: "normdoc/text/repeal-place", Kind: Kind, Basis: p.rule(), Severity: fazhi.Notice,
			Doc: "废止的规定紧接在施行日期之后",
			Run: onRepeal(func(_ string, follows bool) bool { return !follows }, "废止的规定没有紧接在施行日期之后"),
		},
	}
}

// repeals reports whether a sentence ends other documents together with its own commencement.
func repeals(sentence string) bool {
	return strings.Contains(sentence, "同时废止") || strings.Contains(sentence, "予以废止")
}

// onSentences makes a check that reports the text's own units with a sentence of a sort.
func onSentences(bad func(string) bool, message string) func(context.Context, *fazhi.Pass) error {
	return fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Draft) error {
		for _, u := range d.own {
			for _, sentence := range u.sentences {
				if bad(sentence) {
					p.Report(u.path, message)
					break
				}
			}
		}
		return nil
	})
}

// onRepeal makes a check of the sentences that say 同时废止, and whether they follow the commencement.
func onRepeal(bad func(sentence string, follows bool) bool, message string) func(context.Context, *fazhi.Pass) error {
	return fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Draft) error {
		last := fazhi.Path("") // the unit before
		for _, u := range d.own {
			for _, sentence := range u.sentences {
				if strings.Contains(sentence, "同时废止") && bad(sentence, d.force == nil || d.force.path == u.path || d.force.path == last) {
					p.Report(u.path, message)
					break
				}
			}
			last = u.path
		}
		return nil
	})
}
