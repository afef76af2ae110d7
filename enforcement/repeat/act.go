package repeat

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
)

// act judges two penalties of one party, the first of which begins earlier: R1 and R2. byCause says that they met because
// of their cause; then one of them has no code.
func (c *comparer) act(a, b *fact, byCause bool) *Warning {
	days := min(a.until, b.until) - max(a.from, b.from) + 1
	switch {
	case byCause && a.code != 0 && b.code != 0, days <= 0, a.serial == b.serial:
		return nil
	case a.place != 0 && b.place != 0 && a.place != b.place:
		return nil
	}
	code := actCode(a, b)
	if code == "" || c.rules[code].exempt(a, b) {
		return nil
	}
	d := c.draft(code, a, b)
	d.match(fieldParty, Same, 0)
	if byCause {
		d.match(fieldCause, Same, 0)
	} else {
		d.match(fieldCode, Same, 0)
	}
	d.match(fieldSpan, Overlap, int(days))
	if a.place != 0 && a.place == b.place {
		d.match(fieldPlace, Same, 0)
	}
	d.stand(a, b)
	d.doubts(a, b, byCause)
	return d.done()
}

// actCode says which rule two penalties for what may be one act touch; "": none.
func actCode(a, b *fact) fazhi.Code {
	low, high := min(a.fine, b.fine), max(a.fine, b.fine)
	switch {
	case low == fineYes: // and the other is decided, pending or unknown
		return CodeFine
	case low == finePending && high == finePending && a.office != 0 && b.office != 0 && a.office != b.office:
		return CodeOpen
	}
	return ""
}

// stand adds where the two cases stand.
func (d *draft) stand(a, b *fact) {
	if d.Code == CodeOpen {
		d.match(fieldOrgan, Differ, 0)
		if a.status != 0 && b.status != 0 {
			d.match(fieldStatus, BothAre, 0)
		}
		d.missing(a.status == 0 || b.status == 0, "状态")
		return
	}
	if a.fine == b.fine {
		d.match(fieldFine, Both, 0)
		return
	}
	d.match(fieldFine, OneOf, 0)
	pending := a.fine == finePending || b.fine == finePending
	d.weak = true
	if pending {
		d.Look = cmp.Or(d.c.rules[d.Code].pending, d.Look)
	}
	d.against(pending, "一方尚未作出处罚决定")
	d.missing(!pending, "罚款金额")
}

// doubts adds what is not known and what speaks against one act.
func (d *draft) doubts(a, b *fact, byCause bool) {
	d.missing(byCause, "违法行为代码")
	d.missing((a.flags|b.flags)&noUntil != 0, "行为终了日期")
	d.missing(a.place == 0 || b.place == 0, "地点")
	d.against(a.from != b.from || a.until != b.until, "行为起止没有完全重合")
	d.against((a.flags|b.flags)&ordered != 0, "有一方的行为已经责令改正或者作出决定，之后的行为另行计算")
	d.against(a.office != 0 && a.office == b.office, "两案由同一机关办理")
}
