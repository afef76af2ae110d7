package due

import (
	"cmp"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// byAgreement is the basis of what the parties agreed.
const byAgreement = "合同约定"

// performance finds what is to be handed over and to be accepted. Nothing is due before signing and after an early end.
func (l *look) performance() {
	if !l.live {
		return
	}
	for i := range l.c.Deliveries {
		key := l.key("deliveries", strconv.Itoa(l.c.Deliveries[i].No))
		switch d := &l.c.Deliveries[i]; {
		case !l.happened(d.Delivered):
			l.add(Item{
				Code: Delivery, What: cmp.Or(string(d.By), string(contract.Other)) + "交付" + d.What, Basis: byAgreement,
				Path: fazhi.At("deliveries", i, "due"), key: key,
			}, agreed(d.Due))
		case l.happened(d.Accepted) || d.By == contract.Government:
		default:
			l.add(Item{
				Code: Acceptance, What: "验收" + d.What, Basis: byAgreement, Path: fazhi.At("deliveries", i, "acceptBy"), key: key,
			}, agreed(d.AcceptBy))
		}
	}
}
