package dossier

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// over reports whether mediation has ended.
func over(d *dispute.Dispute) bool { return d.Ledger().Result != "调解中" }

// missing finds parts that are not there: those that the law wants in every file, or the others.
func missing(lawful bool) func([]Part, *dispute.Dispute) []found {
	return func(parts []Part, d *dispute.Dispute) []found {
		var out []found
		for i := range parts {
			x := &parts[i]
			if !over(d) || (x.Need != AsNeeded && x.Law != "") != lawful || !x.needs(d) || len(in(d, x.No)) > 0 {
				continue
			}
			out = append(out, found{"/papers", "缺少" + x.title() + x.why()})
		}
		return out
	}
}

// unsuited finds parts that are there without the paper that is wanted.
func unsuited(parts []Part, d *dispute.Dispute) []found {
	var out []found
	for i := range parts {
		x := &parts[i]
		papers := in(d, x.No)
		if !over(d) || len(papers) == 0 || !x.needs(d) || anySuits(x, d, papers) {
			continue
		}
		out = append(out, found{fazhi.At("papers", papers[0]), x.title() + "中没有名称含有" + x.choice(d) + "的材料"})
	}
	return out
}

func anySuits(x *Part, d *dispute.Dispute, papers []int) bool {
	for _, i := range papers {
		if x.suits(d, d.Papers[i].Name) {
			return true
		}
	}
	return false
}

func misplaced(parts []Part, d *dispute.Dispute) []found {
	return papersThat(d, "没有这一项卷宗材料", "part", func(p dispute.Paper) bool { return indexOf(parts, p.Part) < 0 })
}

func nameless(_ []Part, d *dispute.Dispute) []found {
	return papersThat(d, "没有填写材料名称", "name", func(p dispute.Paper) bool { return p.Name == "" })
}

func unpaged(parts []Part, d *dispute.Dispute) []found {
	return papersThat(d, "没有填写页数，或者页数不对", "pages", func(p dispute.Paper) bool {
		at := indexOf(parts, p.Part)
		return badPages(p.Pages) && (at < 0 || !parts[at].Unpaged)
	})
}

// papersThat finds the papers of which something is wrong.
func papersThat(d *dispute.Dispute, message, field string, wrong func(dispute.Paper) bool) []found {
	var out []found
	for i, p := range d.Papers {
		if wrong(p) {
			out = append(out, found{fazhi.At("papers", i, field), message})
		}
	}
	return out
}

// in returns which papers are of a part.
func in(d *dispute.Dispute, no int) []int {
	var out []int
	for i, p := range d.Papers {
		if p.Part == no {
			out = append(out, i)
		}
	}
	return out
}
