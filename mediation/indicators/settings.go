package indicators

import (
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// Errors of what a counter is made of.
var (
	ErrUnit   = errors.New("indicators: 没有统计单位")
	ErrPeriod = errors.New("indicators: 统计期间应当有首日和末日，首日不晚于末日，不超过一百年")
	ErrAxis   = errors.New("indicators: 没有这个分类，或者重复")
	ErrCounty = errors.New("indicators: 名单中有不是六位数字的行政区划代码，或者多于五千个")
)

// Settings are what is not the same everywhere. The zero value is good for the ledger of a county.
type Settings struct {
	// Axes are the properties by which is divided; nil: all of them. 统计单位 is always one. Fewer cost less memory where many
	// counties are counted at once.
	Axes []string
	// Counties are the codes that there are; all others stand in the row 不在名单中. Nil: every code that can be one.
	Counties []string
}

func (s *Settings) vet(f *form, unit string, p fazhi.Period) error {
	var faults []error
	if unit == "" {
		faults = append(faults, ErrUnit)
	}
	if monthsOf(p) == nil {
		faults = append(faults, ErrPeriod)
	}
	for i, name := range s.Axes {
		known := slices.ContainsFunc(f.axes, func(a axis) bool { return a.name == name })
		if !known || slices.Contains(s.Axes[:i], name) {
			faults = append(faults, ErrAxis)
		}
	}
	if len(s.Counties) > MaxRows || slices.ContainsFunc(s.Counties, func(code string) bool { return !isCounty(code) }) {
		faults = append(faults, ErrCounty)
	}
	return errors.Join(faults...)
}

// counties returns the codes that there are, nil for every code that can be one.
func (s *Settings) counties() *list {
	if s.Counties == nil {
		return nil
	}
	codes := slices.Clone(s.Counties)
	slices.Sort(codes)
	return newList(slices.Compact(codes))
}
