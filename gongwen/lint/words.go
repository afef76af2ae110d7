package lint

import (
	"strings"

	"github.com/fazhi-go/fazhi/internal/near"
)

// replaceWords reports words that are to be written otherwise.
func (p *pass) replaceWords(names []Name, message string) {
	p.each(all&^label, func(i int, u *unit) {
		for _, n := range names {
			if n.Wrong == "" {
				continue
			}
			indices(u.text, n.Wrong, func(at int) {
				if from := strings.Index(n.Right, n.Wrong); from >= 0 && at >= from && strings.HasPrefix(u.text[at-from:], n.Right) {
					return // it stands within the right form
				}
				p.fix(i, at, at+len(n.Wrong), n.Right, message)
			})
		}
	})
}

// nameForm (W4).
func nameForm(p *pass) { p.replaceWords(p.opts.Names, "名称的写法与规定的不同") }

// confusableWord (W4): words seen in real reports.
func confusableWord(p *pass) {
	p.replaceWords([]Name{
		{"持之有效", "行之有效"},
		{"法治区委员会议", "法治区委员会会议"},
		{"法治县委员会议", "法治县委员会会议"},
		{"法治市委员会议", "法治市委员会会议"},
		{"法治省委员会议", "法治省委员会会议"},
	}, "易混淆的词语，请核对")
}

// mostLawNames is how many different names of a document are compared with the dictionary.
const mostLawNames = 2_000

// lawName reports names of laws that are near one of the dictionary and none of it (W4).
func lawName(p *pass) {
	if len(p.opts.Laws) == 0 {
		return
	}
	exact := make(map[string]bool, len(p.opts.Laws))
	for _, name := range p.opts.Laws {
		exact[name] = true
	}
	known := make(map[string]string)
	p.each(all, func(i int, u *unit) {
		indices(u.text, "《", func(at int) {
			from := at + len("《")
			name, _, ok := strings.Cut(u.text[from:min(len(u.text), from+reach)], "》")
			if !ok || exact[name] {
				return
			}
			right, seen := known[name]
			if !seen && len(known) < mostLawNames {
				right = nearest(name, p.opts.Laws)
				known[name] = right
			}
			if right != "" {
				p.say(i, at, "法律文件名称与名录中的相近而不同，请核对")
			}
		})
	})
}

// nearest returns the name in a list that differs in few characters. One that is a part of the other is a short form.
func nearest(name string, list []string) string {
	right, _ := near.Name(name, list)
	if strings.Contains(right, name) || strings.Contains(name, right) {
		return ""
	}
	return right
}

// untilWord: 截止目前 → 截至目前 (W2).
func untilWord(p *pass) {
	p.each(all, func(i int, u *unit) {
		indices(u.text, "截止", func(at int) {
			end := at + len("截止")
			rest, _ := cutAny(u.text[end:], "到", "至")
			if hasAny(rest, "目前", "现在", "今年", "去年", "本年", "年底", "年末", "上年", "月底") || isDigit(after(rest, 0)) {
				p.fix(i, at, len(u.text)-len(rest), "截至", "表示到某时为止应当用“截至”")
			}
		})
	})
}

// reportYear reports a report that is not signed in the year after the one it is about (W2).
func reportYear(p *pass) {
	year := int64(p.opts.Year) * step
	if year == 0 {
		p.each(title, func(_ int, u *unit) {
			for _, n := range u.numbers {
				if n.unit == "年" && n.end-n.at == 4 && strings.HasPrefix(u.text[n.after:], "度") && isReport(u.text) {
					year = n.value
				}
			}
		})
	}
	if year == 0 {
		return
	}
	p.each(date, func(i int, u *unit) {
		if len(u.numbers) > 0 && u.numbers[0].value != year+step {
			p.say(i, 0, "成文年份不是报告年度的下一年")
		}
	})
}

func isReport(title string) bool {
	return endsInAny(strings.TrimRight(title, endMarks), "报告")
}

// requestInReport: a report does not ask (W5).
func requestInReport(p *pass) {
	asks := false
	p.each(title, func(_ int, u *unit) { asks = isReport(u.text) })
	if !asks {
		return
	}
	p.each(prose, func(i int, u *unit) {
		for _, word := range [...]string{"请批示", "请予批示", "请予审批", "请审批", "请予批准", "请批准", "请予批复", "请批复", "妥否", "当否", "可否"} {
			indices(u.text, word, func(at int) {
				if rest := u.text[at+len(word):]; rest == "" || hasAny(rest, "。", "，", "！", "；", ",") {
					p.say(i, at, "报告不得夹带请示事项")
				}
			})
		}
	})
}
