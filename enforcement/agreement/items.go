package agreement

import "math/big"

// Marks are the points that two reviewers gave for one item of one file.
type Marks[N Number] struct {
	Item   string `json:"item"`
	First  N      `json:"first"`
	Second N      `json:"second"`
}

// An Item says how far two reviewers agree on one item, over all files that both marked: on how many they differ, by how
// many points on average, over all files and without the sign, and by how many with the sign (negative when the first
// reviewer is stricter).
type Item struct {
	Item   string `json:"item"`
	Files  int    `json:"files"`
	Differ int    `json:"differ"`
	Mean   Value  `json:"mean"`
	Bias   Value  `json:"bias"`
}

// Agreement returns the share of files on which the two agree.
func (i Item) Agreement() Value {
	if i.Files <= 0 {
		return undefined("没有两名评查人都评过的案卷")
	}
	return nearest(big.NewRat(int64(i.Files-i.Differ), int64(i.Files)))
}

// ByItem compares marks item by item, in the order in which the items first appear. Floats that are no numbers differ
// from every mark, and leave their item without means.
func ByItem[N Number](marks []Marks[N]) []Item {
	at := make(map[string]int)
	var items []Item
	var first, second [][]N
	for _, m := range marks {
		i, seen := at[m.Item]
		if !seen {
			i = len(items)
			at[m.Item] = i
			items, first, second = append(items, Item{Item: m.Item}), append(first, nil), append(second, nil)
		}
		items[i].Files++
		if m.First != m.Second {
			items[i].Differ++
		}
		first[i], second[i] = append(first[i], m.First), append(second[i], m.Second)
	}
	for i := range items {
		items[i].compare(exact([][]N{first[i], second[i]}))
	}
	return items
}

// compare sets the means.
func (i *Item) compare(x exactly, reason string) {
	if reason != "" {
		i.Mean, i.Bias = undefined(reason), undefined(reason)
		return
	}
	var sum, apart big.Int
	for n := range x.columns[0] {
		d := sub(x.columns[0][n], x.columns[1][n])
		sum.Add(&sum, d)
		apart.Add(&apart, d.Abs(d))
	}
	n := big.NewInt(int64(i.Files))
	i.Mean, i.Bias = nearest(x.points(&apart, n)), nearest(x.points(&sum, n))
}
