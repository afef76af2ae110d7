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
	}
	return s.vetNumber()
}

// vetNumber tries the first number of two years.
func (s *Series) vetNumber() error {
	one, err := s.sample(2024, 1)
	if errors.Is(err, numbering.ErrNumber) {
		return fmt.Errorf("编号系列 %q：年份与 Continuous 不相符：%w", s.Name, err)
	}
	two, err2 := s.sample(2025, 1)
	if !s.Continuous && err == nil && err2 == nil && one == two {
		return fmt.Errorf("编号系列 %q 每年重新编号，而编号中没有年份，各年会重号", s.Name)
	}
	return nil
}

// sample writes a number of the series, without a document.
func (s *Series) sample(year, serial int) (string, error) {
	return s.Number(numbering.Slot{Series: s.Name, Year: s.counter(year).Year, Serial: serial})
}

// sampled is how many numbers of two series are compared.
const sampled = 200

// collides reports whether two series write one number among their first ones.
func (s *Series) collides(other *Series) bool {
	mine := make(map[string]bool, sampled)
	for i := range sampled {
		if text, err := s.sample(2024, i+1); err == nil {
			mine[text] = true
		}
	}
	for i := range sampled {
		if text, err := other.sample(2024, i+1); err == nil && mine[text] {
			return true
		}
	}
	return false
}

// counter returns the counter of the series in a year.
func (s *Series) counter(year int) Counter {
	if s.Continuous {
		year = 0
	}
	return Counter{Series: s.Name, Year: year}
}
