package due

import "github.com/fazhi-go/fazhi"

// A Count is what one view comes to. Amounts that do not fit are the greatest there is.
type Count struct {
	View      View        `json:"view"`
	Contracts int         `json:"contracts"` // how many contracts have an item in it
	Items     int         `json:"items"`
	Late      int         `json:"late"` // items whose day is over
	Amount    fazhi.Money `json:"amount"`
	Interest  fazhi.Money `json:"interest"`
}

// A Tally counts items by view as they come. Those of one contract come together, as Items yields them. The zero Tally is
// ready; it is not for several goroutines at once.
type Tally struct {
	counts map[View]*Count
	last   map[View]string
}

// Add counts an item.
func (t *Tally) Add(i Item) {
	if t.counts == nil {
		t.counts, t.last = make(map[View]*Count), make(map[View]string)
	}
	c := t.counts[i.View]
	if c == nil {
		c = &Count{View: i.View}
		t.counts[i.View] = c
	}
	if c.Items == 0 || t.last[i.View] != i.Contract {
		c.Contracts++
		t.last[i.View] = i.Contract
	}
	c.Items++
	if i.Late() {
		c.Late++
	}
	c.Amount, c.Interest = plus(c.Amount, i.Amount), plus(c.Interest, i.Interest)
}

// Counts returns the counts of all views in their order, empty ones too.
func (t *Tally) Counts() []Count {
	var list []Count
	for _, v := range Views() {
		if c := t.counts[v]; c != nil {
			list = append(list, *c)
			continue
		}
		list = append(list, Count{View: v})
	}
	return list
}
