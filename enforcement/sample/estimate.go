package sample

import (
	"errors"
	"fmt"
	"math"
)

// A Count says how many files a stratum has, how many of them were drawn, and how many of these passed (合格).
type Count struct {
	Files  int `json:"files"`
	Drawn  int `json:"drawn"`
	Passed int `json:"passed"`
}

// A Band is an interval of shares. Half is half its width; Low and High stay between 0 and 1, Half is not cut.
type Band struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	Half float64 `json:"half"`
}

// An Interval is the estimate of a pass rate with the two usual intervals of 95 % (z = 1.96), both corrected for the
// finite frame. Wald is the textbook's ±; it is too narrow near 0 and 1, and has no width at all when every stratum passed
// as a whole or failed as a whole. Wilson is sound there, too. Lone counts the strata of which one file of several was
// drawn: they show no spread, so that Wald is too narrow.
type Interval struct {
	Rate   float64 `json:"rate"`
	Wald   Band    `json:"wald"`
	Wilson Band    `json:"wilson"`
	Lone   int     `json:"lone"`
}

// ErrCount is returned, wrapped, for counts from which nothing can be estimated.
var ErrCount = errors.New("无法估计")

const z = 1.96

// Expect returns the interval that a draw will give if the rate is as assumed, in all strata; Passed is not looked at.
// Sixty-five files of 13,020 at 0.94 give ±0.058. It is what a size is chosen by.
func Expect(rate float64, counts ...Count) (Interval, error) {
	if !(rate >= 0 && rate <= 1) {
		return Interval{}, fmt.Errorf("sample: %w：合格率应当在 0 和 1 之间", ErrCount)
	}
	all, err := total(counts)
	if err != nil {
		return Interval{}, err
	}
	variance := 0.0
	for _, c := range counts {
		variance += c.spread(all) * rate * (1 - rate)
	}
	return interval(rate, variance, counts, all), nil
}

// Estimate returns the pass rate of the whole frame from what was found in the strata, each weighted with its files. The
// interval of Wilson takes the draw for a simple one of the size that would be as exact if all strata had one rate; where
// rates differ between strata it is rather too wide.
func Estimate(counts ...Count) (Interval, error) {
	all, err := total(counts)
	if err != nil {
		return Interval{}, err
	}
	rate, variance := 0.0, 0.0
	for i, c := range counts {
		if c.Passed < 0 || c.Passed > c.Drawn {
			return Interval{}, fmt.Errorf("sample: %w：第%d层的合格数不在 0 和抽取数之间", ErrCount, i+1)
		}
		if c.Files > 0 {
			p := float64(c.Passed) / float64(c.Drawn)
			rate += p * float64(c.Files) / all
			variance += c.spread(all) * p * (1 - p)
		}
	}
	return interval(min(rate, 1), variance, counts, all), nil
}

// total adds the files up.
func total(counts []Count) (all float64, err error) {
	for i, c := range counts {
		switch {
		case c.Files < 0 || c.Drawn < 0 || c.Drawn > c.Files:
			return 0, fmt.Errorf("sample: %w：第%d层的抽取数不在 0 和案卷数之间", ErrCount, i+1)
		case c.Drawn == 0 && c.Files > 0:
			return 0, fmt.Errorf("sample: %w：第%d层没有抽取案卷", ErrCount, i+1)
		}
		all += float64(c.Files)
	}
	if all == 0 {
		return 0, fmt.Errorf("sample: %w：没有案卷", ErrCount)
	}
	return all, nil
}

// spread is what a stratum adds to the variance for each p·(1−p): W²·(N−n) ÷ (N−1) ÷ n.
func (c Count) spread(all float64) float64 {
	if c.Drawn == c.Files {
		return 0
	}
	weight := float64(c.Files) / all
	return weight * weight * float64(c.Files-c.Drawn) / float64(c.Files-1) / float64(c.Drawn)
}

func interval(rate, variance float64, counts []Count, all float64) Interval {
	half := z * math.Sqrt(variance)
	r := Interval{Rate: rate, Wald: Band{max(0, rate-half), min(1, rate+half), half}}
	inverse := 0.0 // of the size of a simple draw that is as exact
	for _, c := range counts {
		inverse += c.spread(all)
		if c.Drawn == 1 && c.Files > 1 {
			r.Lone++
		}
	}
	r.Wilson = wilson(rate, inverse)
	return r
}

// wilson is the score interval for a size of 1 ÷ inverse; of a whole frame it has no width.
func wilson(rate, inverse float64) Band {
	grown := 1 + z*z*inverse
	middle := (rate + z*z*inverse/2) / grown
	half := z * math.Sqrt(rate*(1-rate)*inverse+z*z*inverse*inverse/4) / grown
	return Band{max(0, middle-half), min(1, middle+half), half}
}
