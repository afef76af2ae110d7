package due

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/workday"
)

// Options are what a place decides.
type Options struct {
	// Profile is the local rule: its limits of review and filing, its calendar, and the loan prime rates below which no agreed
	// rate of interest for late payment to small enterprises may lie.
	Profile contract.Profile

	// Windows are, by code, how many days before its day a matter is reminded of: of several, each makes a reminder of its own
	// that takes the place of the one before. A code without windows has those of Windows(); an empty list turns it off.
	Windows map[fazhi.Code][]int

	// To are, by code, the roles that are reminded; a code without any reminds 承办人 and 合同管理员.
	To map[fazhi.Code][]string

	// YearDays is how many days a year of interest has, when a yearly rate was agreed; 0: 365. No law says.
	YearDays int
}

// Windows returns the windows that hold where Options sets none. They are habits, not law.
func Windows() map[fazhi.Code][]int {
	windows := make(map[fazhi.Code][]int)
	for _, s := range sorts() {
		if s.windows != nil {
			windows[s.code] = s.windows
		}
	}
	return windows
}

// yearDays is used where Options says nothing.
const yearDays = 365

// A Finder finds what is to be done. It does not change, and goroutines may share it. New makes it; the zero Finder finds
// nothing.
type Finder struct {
	calendar *workday.Calendar
	profile  contract.Profile
	windows  map[fazhi.Code][]int // the narrowest first
	to       map[fazhi.Code][]string
	yearDays int
	sorts    map[fazhi.Code]sort
}

// New returns a Finder. The error says everything that is wrong with the options.
func New(o Options) (*Finder, error) {
	f := &Finder{
		calendar: o.Profile.Calendar, profile: o.Profile, windows: Windows(), to: maps.Clone(o.To),
		yearDays: cmp.Or(o.YearDays, yearDays), sorts: make(map[fazhi.Code]sort),
	}
	for _, s := range sorts() {
		f.sorts[s.code] = s
	}
	var wrong []error
	if f.calendar == nil {
		var err error
		f.calendar, err = workday.StateCouncil()
		wrong = append(wrong, err)
	}
	if f.yearDays < 360 || f.yearDays > 366 {
		wrong = append(wrong, errors.New("一年的计息天数应当在360至366之间"))
	}
	maps.Copy(f.windows, o.Windows)
	for _, code := range slices.Sorted(maps.Keys(f.windows)) {
		wrong = append(wrong, f.vetWindows(code))
	}
	for _, code := range slices.Sorted(maps.Keys(o.To)) {
		wrong = append(wrong, f.known(code))
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, fmt.Errorf("due: %w", err)
	}
	return f, nil
}

// vetWindows sorts the windows of a code, and says what is wrong with them.
func (f *Finder) vetWindows(code fazhi.Code) error {
	list := slices.Sorted(slices.Values(f.windows[code]))
	f.windows[code] = list
	if len(list) > 0 && (list[0] < 0 || list[len(list)-1] > 3660) || len(slices.Compact(slices.Clone(list))) < len(list) {
		return fmt.Errorf("%s 的提醒天数应当在0至3660之间，不重复", code)
	}
	return f.known(code)
}

// known says that a code is not one that is reminded of.
func (f *Finder) known(code fazhi.Code) error {
	if f.sorts[code].windows != nil {
		return nil
	}
	var names []string
	for _, s := range sorts() {
		if s.windows != nil {
			names = append(names, string(s.code))
		}
	}
	message := fmt.Sprintf("没有 %q 这种提醒", code)
	if name, ok := near.Name(string(code), names); ok {
		message += "，是不是 " + name + "？"
	}
	return errors.New(message)
}
