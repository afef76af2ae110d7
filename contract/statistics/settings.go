package statistics

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/workday"
)

// Errors of settings.
var (
	ErrUnit   = errors.New("statistics: 没有统计单位")
	ErrPeriod = errors.New("statistics: 统计期间应当有首日和末日，首日不晚于末日")
	ErrBands  = errors.New("statistics: 金额分段应当是由小到大的正数，不超过五十个")
	ErrSpan   = errors.New("statistics: 审查期限、备案期限应当是正数")
)

// Settings are what is not the same everywhere. The zero value is good where no local limits are known.
type Settings struct {
	// Profile has the local limits of review and filing; without one nothing is late against it, and the grid says so. Its
	// calendar and kinds of purchases hold where the settings below have none.
	Profile contract.Profile
	// Bands are the amounts at which the bands of amounts begin, but for the first; nil: DefaultBands.
	Bands []fazhi.Money
	// Purchases are the kinds of contracts (合同类型) that buy goods, works or services; empty: those of the profile. Contracts of
	// government procurement, and those of no kind, are taken for such too.
	Purchases []string
}

// DefaultBands are 10, 50, 100, 500, 1000, 5000 and 10000万元.
func DefaultBands() []fazhi.Money {
	const wan = 10_000_00
	return []fazhi.Money{10 * wan, 50 * wan, 100 * wan, 500 * wan, 1000 * wan, 5000 * wan, 10000 * wan}
}

// Rules are the settings as a grid keeps them: grids whose numbers were made in different ways are not added.
type Rules struct {
	Bands     []fazhi.Money `json:"bands"`     // in fen
	Purchases []string      `json:"purchases"` // in the order of their texts
	Limits    []string      `json:"limits"`    // "审查期限 5个工作日", "备案期限 未设"; of a merged grid those of all
}

func (s *Settings) rules() Rules {
	r := Rules{Bands: slices.Clone(s.Bands), Purchases: slices.Clone(s.Purchases)}
	if r.Bands == nil {
		r.Bands = DefaultBands()
	}
	if len(r.Purchases) == 0 {
		r.Purchases = slices.Clone(s.Profile.Purchases)
	}
	if len(r.Purchases) == 0 {
		r.Purchases = contract.Purchases()
	}
	slices.Sort(r.Purchases)
	r.Purchases = slices.Compact(r.Purchases)
	r.Limits = []string{limitText("备案期限", s.Profile.Limits.Filing), limitText("审查期限", s.Profile.Limits.Review)}
	slices.Sort(r.Limits)
	return r
}

// calendar returns the one that is to be asked.
func (s *Settings) calendar() (*workday.Calendar, error) {
	if s.Profile.Calendar != nil {
		return s.Profile.Calendar, nil
	}
	return workday.StateCouncil()
}

func limitText(name string, span workday.Span) string {
	if span.IsZero() {
		return name + " 未设"
	}
	return name + " " + span.Chinese()
}

// vet says everything that is wrong with what a counter is made of.
func (s *Settings) vet(unit string, p fazhi.Period) error {
	var faults []error
	if unit == "" {
		faults = append(faults, ErrUnit)
	}
	if !isClosed(p) {
		faults = append(faults, ErrPeriod)
	}
	if !ascending(s.Bands) {
		faults = append(faults, ErrBands)
	}
	if limits := s.Profile.Limits; limits.Review.N < 0 || limits.Filing.N < 0 {
		faults = append(faults, ErrSpan)
	}
	return errors.Join(faults...)
}

func isClosed(p fazhi.Period) bool {
	return !p.From.IsZero() && !p.To.IsZero() && !p.To.Before(p.From)
}

func ascending(bands []fazhi.Money) bool {
	last := fazhi.Money(0)
	for _, b := range bands {
		if b <= last {
			return false
		}
		last = b
	}
	return len(bands) <= 50
}

// A band is a stretch of amounts, from low on and below high; a high of zero is open.
type band struct {
	low, high fazhi.Money
	name      string
}

// bands returns the bands of amounts, in 万元. 以上 includes the number, 不满 does not (民法典第一千二百五十九条).
func (r *Rules) bands() []band {
	list := make([]band, 0, len(r.Bands)+1)
	low := fazhi.Money(1)
	for i, high := range r.Bands {
		name := "不满" + inWan(high)
		if i > 0 {
			name = inWan(low) + "以上" + name
		}
		list = append(list, band{low, high, name})
		low = high
	}
	if len(r.Bands) == 0 {
		return []band{{low: 1, name: "不分段"}}
	}
	return append(list, band{low: low, name: inWan(low) + "以上"})
}

func inWan(m fazhi.Money) string {
	text, err := fazhi.Figure{Value: m, Unit: "万元"}.Text(fazhi.Form{Places: 6})
	if err != nil { // no amount prints as undefined
		return fmt.Sprint(m)
	}
	return text
}

// axis returns the axis of amounts.
func (r *Rules) axis() axis {
	bands := r.bands()
	a := axis{name: ByAmount, of: func(d *contract.Contract) string { return bandOf(bands, d) }}
	for _, b := range bands {
		a.values = append(a.values, b.name)
	}
	a.values = append(a.values, Foreign)
	return a
}

// bandOf returns the name of the band of a contract's amount, empty where it has none.
func bandOf(bands []band, d *contract.Contract) string {
	if !d.InYuan() {
		return Foreign
	}
	m := fazhi.Money(own(d))
	for _, b := range bands {
		if m >= b.low && (b.high == 0 || m < b.high) {
			return b.name
		}
	}
	return ""
}

// axes returns those of the form with the bands of amounts.
func (r *Rules) axes(f *form) []axis {
	list := slices.Clone(f.axes)
	i := slices.IndexFunc(list, func(a axis) bool { return a.name == ByAmount })
	list[i] = r.axis()
	return list
}

// purchase reports whether a contract buys goods, works or services.
func (r *Rules) purchase(d *contract.Contract) bool {
	return d.IsPurchase(r.Purchases...)
}

// open names the limits that are not set.
func (r *Rules) open() []string {
	var names []string
	for _, l := range r.Limits {
		if name, ok := strings.CutSuffix(l, " 未设"); ok {
			names = append(names, name)
		}
	}
	return names
}
