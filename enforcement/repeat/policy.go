package repeat

import (
	"errors"
	"fmt"
	"slices"
)

// A Policy is what the law leaves to places. The zero value works; its defaults are this package's own, not confirmed by
// any rule.
type Policy struct {
	// Limits are the yearly limits that were published (年度频次上限, 国办发〔2024〕54号).
	Limits []Limit `json:"limits,omitempty"`
	// Yearly is how often an organ may inspect one matter at one enterprise in a calendar year where it has published no
	// limit, at most 10,000; zero: 1, not confirmed. Such warnings say so, are weaker, and are for reference only.
	Yearly int `json:"yearly,omitempty"`
	// Apart is the greatest number of days between inspections of several organs that a warning is given for; zero: 30, not
	// confirmed.
	Apart int `json:"apart,omitempty"`
	// Mergeable are groups of matters that can be inspected in one visit.
	Mergeable [][]string `json:"mergeable,omitempty"`
	// AnyItems says that inspections of several organs are warned of, whatever their matters are. Otherwise matters that
	// are known must be the same or mergeable.
	AnyItems bool `json:"anyItems,omitempty"`
	// Divisions are names that an address may begin with or leave out: "福建省", "泉州市".
	Divisions []string `json:"divisions,omitempty"`
}

// A Limit is a yearly limit of inspections of one enterprise by an organ. An empty Item counts all inspections of the
// organ together.
type Limit struct {
	Organ string `json:"organ"`
	Item  string `json:"item,omitempty"`
	Times int    `json:"times"` // 1 to 10,000
}

// ErrPolicy says, wrapped, what is wrong with a Policy.
var ErrPolicy = errors.New("repeat: 比对规则有误")

func (p Policy) vet() error {
	var errs []error
	say := func(wrong bool, what string) {
		if wrong {
			errs = append(errs, fmt.Errorf("%w：%s", ErrPolicy, what))
		}
	}
	say(p.Yearly < 0 || p.Apart < 0, "次数和天数不能是负数")
	say(p.Yearly > maxTimes, "没有公布频次上限的，次数不能超过10000")
	there := map[[2]string]bool{}
	for _, l := range p.Limits {
		organ, item := known(l.Organ), known(l.Item)
		say(organ == "" || l.Times < 1 || l.Times > maxTimes, "频次上限应当写明机关，次数为1至10000")
		say(item == "" && l.Item != "", "频次上限的事项不能是占位的文字或者符号")
		say(there[[2]string{organ, item}], "同一机关同一事项有两个频次上限")
		there[[2]string{organ, item}] = true
	}
	for _, g := range p.Mergeable {
		say(len(g) < 2 || slices.ContainsFunc(g, func(item string) bool { return !isKnown(item) }), "可以合并的事项应当有两项以上，不能是空的，也不能是占位的文字或者符号")
	}
	say(slices.ContainsFunc(p.Divisions, func(d string) bool { return plain(d) == "" }), "行政区划名称不能是空的")
	return errors.Join(errs...)
}

const maxTimes = 10000
