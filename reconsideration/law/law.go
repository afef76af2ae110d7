// Package law holds the versions of the 行政复议法 with the days on which they are in force.
//
//	version, err := law.On(law.Accepted(received, accepted)) // of a case
//	version, err = law.Named("2017年修正")                   // as a ledger names it
//
// No article of transition says which version decides a case that began under one and ends under the next. The day of
// acceptance (受理) does: this is the practice, and the choice of this module. Under the text of 2017 that is the day of receipt
// (第十七条第二款: 收到之日起即为受理), whatever day a later paper bears; Accepted says so, and nothing else
// decides: an application received in 2023 stays under that text. Package reconsideration lets a bureau choose the day of each
// step instead. The 实施条例 of 2007 and the 行政诉讼法 stand beside every version and are no part of it.
//
// A version is added when the law is revised; names do not change.
package law

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
)

// The names of versions.
const (
	Of2017 = "2017年修正"
	Of2023 = "2023年修订"
)

// ErrUnknown says that no version has the name, or that none was in force on the day.
var ErrUnknown = errors.New("没有这一版本的行政复议法")

// A Version is one text of the law. Its Period is open at the end while it is in force.
type Version struct {
	Name string `json:"name"`
	fazhi.Period
}

// Versions returns all versions, the oldest first. The text of 1999 stands under the name of its last amendment, because the
// amendments until 2017 left every limit as it was.
func Versions() []Version {
	return []Version{
		{Name: Of2017, Period: fazhi.Period{From: fazhi.DateOf(1999, 10, 1), To: fazhi.DateOf(2023, 12, 31)}},
		{Name: Of2023, Period: fazhi.Period{From: fazhi.DateOf(2024, 1, 1)}}, // 第九十条
	}
}

// On returns the version in force on a day; ErrUnknown for the zero day and for one before the oldest text.
func On(day fazhi.Date) (Version, error) {
	if day.IsZero() {
		return Version{}, fmt.Errorf("law: %w：没有日期", ErrUnknown)
	}
	for _, v := range Versions() {
		if v.Contains(day) {
			return v, nil
		}
	}
	return Version{}, fmt.Errorf("law: %w：该法自%s起施行", ErrUnknown, Versions()[0].From.Chinese())
}

// Accepted returns the day of acceptance that decides on the version: under the text of 2017 that of receipt (第十七条第二款), else
// that of the acceptance itself. A zero day is not known; the other one decides then.
func Accepted(received, accepted fazhi.Date) fazhi.Date {
	if v, err := On(received); accepted.IsZero() || err == nil && v.Name == Of2017 {
		return cmp.Or(received, accepted)
	}
	return accepted
}

// Named returns the version of a name, ErrUnknown if there is none.
func Named(name string) (Version, error) {
	for _, v := range Versions() {
		if v.Name == name {
			return v, nil
		}
	}
	return Version{}, fmt.Errorf("law: %w：名称应当是“%s”或者“%s”", ErrUnknown, Of2017, Of2023)
}
