package statistics

import "github.com/fazhi-go/fazhi"

// months compares the months with the total and with each other.
func (f *form) months(g *Grid, yield func(Balance) bool) {
	if len(g.Months) == 0 {
		return
	}
	first, last := g.Months[0].Counts, g.Months[len(g.Months)-1].Counts
	same := func(item Item, month string, n int64) bool {
		return yield(Balance{Code: BadMonth, Name: "全部“" + string(item) + "” = " + month + "“" + string(item) + "”", Path: "/months", Left: g.Total[item], Right: n})
	}
	for _, d := range f.items {
		goesOn := true
		switch f.role(d.item) {
		case isCarried:
			goesOn = same(d.item, "首月", first[d.item])
		case isOpen:
			goesOn = same(d.item, "末月", last[d.item])
		case happens:
			goesOn = same(d.item, "各月之和", sumOfMonths(g.Months, d.item))
		}
		if !goesOn {
			return
		}
	}
	f.chain(g, yield)
}

func sumOfMonths(months []Row, item Item) (n int64) {
	for _, m := range months {
		n += m.Counts[item]
	}
	return n
}

// The roles of items among months: what happens adds up; what is carried over stands in the first month, what is open in
// the last one; sums are checked in their rows.
const (
	happens = iota
	isCarried
	isOpen
	isSum
)

func (f *form) role(item Item) int {
	for _, s := range f.states {
		switch item {
		case s.carried:
			return isCarried
		case s.open:
			return isOpen
		}
	}
	for _, s := range f.sums {
		if s.left[0] == item {
			return isSum
		}
	}
	return happens
}

// chain compares what a month carries over with what was open at the end of the one before.
func (f *form) chain(g *Grid, yield func(Balance) bool) {
	opens := make(map[Item][]Item)
	for _, s := range f.states {
		opens[s.carried] = append(opens[s.carried], s.open)
	}
	for i := 1; i < len(g.Months); i++ {
		for _, d := range f.items {
			open := opens[d.item]
			if open == nil {
				continue
			}
			name := "本月“" + string(d.item) + "” = 上月“" + join(open) + "”"
			if !yield(Balance{Code: BadMonth, Name: name, Path: fazhi.At("months", i), Left: g.Months[i].Counts[d.item], Right: g.Months[i-1].Counts.sum(open)}) {
				return
			}
		}
	}
}
