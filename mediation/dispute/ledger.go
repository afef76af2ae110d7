package dispute

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
)

// Ledger returns the entry of the ledger, which has no names: what the dispute states, and where that is empty what follows
// from the rest of it. It is a copy.
func (d *Dispute) Ledger() *mediation.Case {
	c := d.Case
	c.Parties = cmp.Or(len(d.Parties), c.Parties)
	c.Sessions = cmp.Or(c.Sessions, len(d.Talks))
	switch {
	case d.Ended != nil: // also after an agreement that no court would confirm
		c.Closed = cmp.Or(c.Closed, d.Ended.On)
	case d.Agreement != nil:
		c.Form = cmp.Or(c.Form, d.form())
		c.Closed = cmp.Or(c.Closed, d.Agreement.Agreed)
		c.Sealed = c.Sealed || !d.Agreement.Oral && !d.Effective().On.IsZero()
		c.Performed = cmp.Or(c.Performed, d.performed())
	}
	c.Result = cmp.Or(c.Result, d.result())
	c.Confirmation = cmp.Or(c.Confirmation, d.confirmed())
	c.Averted, c.AvertedPeople = d.averted()
	return &c
}

// LawOn returns the day whose law decides: that on which the agreement was made or mediation ended, else of acceptance,
// else today.
func (d *Dispute) LawOn(today fazhi.Date) fazhi.Date { return d.Ledger().LawOn(today) }

func (d *Dispute) form() string {
	if d.Agreement.Oral {
		return "口头"
	}
	return "书面"
}

// result reads a refusal in the course of mediation (一方拒绝) as 终止. The ledger may as well say 不成功: 人民调解法第二十六条 has both
// words for it.
func (d *Dispute) result() string {
	switch {
	case d.Ended == nil && d.Agreement == nil:
		return "调解中"
	case d.Ended == nil:
		return "成功"
	case d.Ended.Why == "调解不成" || d.Ended.Why == "超过期限":
		return "不成功"
	}
	return "终止"
}

// performed counts the parts that are done. What an agreement without parts has, nothing tells.
func (d *Dispute) performed() string {
	done := 0
	for _, p := range d.Performed {
		if !p.Done.IsZero() {
			done++
		}
	}
	switch {
	case len(d.Performed) == 0 || done == 0:
		return ""
	case done == len(d.Performed):
		return "履行完毕"
	}
	return "部分履行"
}

func (d *Dispute) confirmed() string {
	switch {
	case d.Court == nil || d.Court.Applied.IsZero():
		return ""
	case d.Court.Result == "":
		return "审查中"
	case d.Court.Result == "不予受理":
		return "驳回" // the ledger has one word for both
	}
	return d.Court.Result
}

// averted returns what was prevented, as the ledger has it: the first, and how many people.
func (d *Dispute) averted() (string, int) {
	what, people := d.Case.Averted, d.AvertedPeople
	for _, x := range d.Dangers {
		if x.Averted && what == "" {
			return ledgerDanger(x.Kind), x.People
		}
	}
	return what, people
}

// ledgerDanger returns a kind of danger in the words of the ledger.
func ledgerDanger(kind string) string {
	switch kind {
	case "刑事案件":
		return "民间纠纷转刑事案件"
	case "群体性上访", "群体性械斗", "自杀":
		return kind
	}
	return "其他"
}
