package register

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/register/numbering"
)

// A Series is one row of numbers of an organ: 发文字号 under one 机关代字, the 登记号 of normative documents, contract
// numbers, case codes. Within an organ each series counts by itself, without a gap.
type Series struct {
	Name string // "规范性文件登记号": the key of its counter, for ever

	// Number writes a number; it is pure. A numbering.Scheme has it as its method Number.
	Number numbering.Numberer

	// Continuous says that the series never restarts. Otherwise it begins with 1 in each year, by the date of registration.
	Continuous bool

	// Hold is for how many days a number may be reserved at the most. Zero: the organ's rules do not allow it.
	Hold int
}

func (s *Series) vet() error {
	switch {
	case !isName(s.Name, maxName):
		return errors.New("编号系列的名称" + nameRule(maxName))
	case s.Number == nil:
		return fmt.Errorf("编号系列 %q 没有 Number", s.Name)
	case s.Hold < 0:
		return fmt.Errorf("编号系列 %q 的预留天数为负数", s.Name)
	case !s.Continuous && s.repeats():
		return fmt.Errorf("编号系列 %q 每年重新编号，而编号中没有年份，各年会重号", s.Name)
	}
	return nil
}

// repeats reports whether the first numbers of two years are the same.
func (s *Series) repeats() bool {
	one, err := s.Number(numbering.Slot{Series: s.Name, Year: 2024, Serial: 1})
	two, err2 := s.Number(numbering.Slot{Series: s.Name, Year: 2025, Serial: 1})
	return err == nil && err2 == nil && one == two
}

// collides reports whether two series write their first number in the same way.
func (s *Series) collides(other *Series) bool {
	one, err := s.Number(numbering.Slot{Series: s.Name, Year: s.counter(2024).Year, Serial: 1})
	two, err2 := other.Number(numbering.Slot{Series: other.Name, Year: other.counter(2024).Year, Serial: 1})
	return err == nil && err2 == nil && one == two
}

// counter returns the counter of the series in a year.
func (s *Series) counter(year int) Counter {
	if s.Continuous {
		year = 0
	}
	return Counter{Series: s.Name, Year: year}
}
