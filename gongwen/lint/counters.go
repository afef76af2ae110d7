package lint

import "strings"

// doubledUnit: 95.31%% → 95.31% (Q11).
func doubledUnit(p *pass) {
	p.each(all, func(i int, u *unit) {
		for _, n := range u.numbers {
			if n.unit != "%" && n.unit != "％" {
				continue
			}
			if end := len(u.text) - len(strings.TrimLeft(u.text[n.after:], "%％")); end > n.after {
				p.fix(i, n.after, end, "", "单位符号重复")
			}
		}
	})
}

// missingUnit reports a total that counts nothing: 共审查25， (Q11).
func missingUnit(p *pass) {
	p.each(prose, func(i int, u *unit) {
		for _, n := range u.numbers {
			next := after(u.text, n.after)
			ends := next == 0 || strings.ContainsRune("，。；、,;", next)
			if n.unit == "" && ends && endsInAny(u.text[:n.at], "共", "共计", "合计", "总计", "共审查", "共办理", "共受理") {
				p.say(i, n.at, "数字之后缺少量词")
			}
		}
	})
}

// counterMixed reports one number of one thing that is counted in two units: 培训343人次 and 培训343人 (Q11).
func counterMixed(p *pass) {
	type key struct {
		thing, family string
		value         int64
	}
	seen := make(map[key]string)
	p.each(prose|cell, func(i int, u *unit) {
		for _, n := range u.numbers {
			family, ok := strings.CutSuffix(n.unit, "次")
			if ok && family == "" || !n.exact || n.value < 10*step {
				continue
			}
			switch family {
			case "件", "人", "场", "户", "家", "批":
			default:
				continue
			}
			k := key{lastRunes(u.text[:n.at], 2), family, n.value}
			if first := seen[k]; first != "" && first != n.unit {
				p.say(i, n.at, "同一数字的量词前后不一致")
			} else {
				seen[k] = n.unit
			}
		}
	})
}
