package review

import "github.com/fazhi-go/fazhi/enforcement/sample"

// A panel is what a draw knows of its reviewers: where each belongs, and who keeps away from which file (回避).
type panel struct {
	units   map[string]string
	refused map[[2]string]bool // reviewer, file
}

func panelOf(p *sample.Panel) *panel {
	known := &panel{units: make(map[string]string), refused: make(map[[2]string]bool)}
	for _, r := range p.Reviewers {
		known.units[r.ID] = r.Unit
	}
	for _, r := range p.Refusals {
		known.refused[[2]string{r.Reviewer, r.File}] = true
	}
	return known
}

// The reasons of a panel.
const (
	otherUnit = "评查人的单位与评查人员名单不符"
	keepsAway = "评查人应当回避这一案卷"
	ownUnit   = "评查人不得评查本单位的案卷"
)

// admits gives an opinion that does not say its reviewer's unit the one that the panel has, and says why the opinion cannot
// be, "" if it can. Of strangers a panel knows nothing; neither does the nil panel.
func (p *panel) admits(file string, o *Opinion) string {
	if p == nil {
		return ""
	}
	unit, known := p.units[o.Reviewer]
	switch {
	case p.refused[[2]string{o.Reviewer, file}]:
		return keepsAway
	case known && o.Unit == "":
		o.Unit = unit
	case known && o.Unit != unit:
		return otherUnit
	}
	return ""
}
