package casefile

import (
	"errors"
	"fmt"
	"time"
)

// A Moment is a minute of a day in China's time, "2024-05-06 10:30". The zero Moment is none.
type Moment struct{ minutes int64 } // since the first minute of the year 1, plus one

// ErrMoment is returned, wrapped, for a text that is not a moment.
var ErrMoment = errors.New("不是有效时刻")

const (
	momentLayout = "2006-01-02 15:04"
	yearOne      = -62_135_596_800 // its first second, as Unix time
)

// ParseMoment reads "2024-05-06 10:30"; an empty text is the zero Moment.
func ParseMoment(text string) (Moment, error) {
	if text == "" {
		return Moment{}, nil
	}
	t, err := time.Parse(momentLayout, text)
	if err != nil || t.Unix() < yearOne {
		return Moment{}, fmt.Errorf("casefile: %w：应当写作 2024-05-06 10:30", ErrMoment)
	}
	return Moment{(t.Unix()-yearOne)/60 + 1}, nil
}

// IsZero reports whether there is no moment.
func (m Moment) IsZero() bool { return m == Moment{} }

// Minutes returns how many minutes m is after another; both must be there.
func (m Moment) Minutes(after Moment) int64 { return m.minutes - after.minutes }

// String returns what ParseMoment reads.
func (m Moment) String() string {
	if m.IsZero() {
		return ""
	}
	return time.Unix((m.minutes-1)*60+yearOne, 0).UTC().Format(momentLayout)
}

// MarshalText writes String.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what ParseMoment reads.
func (m *Moment) UnmarshalText(text []byte) error {
	parsed, err := ParseMoment(string(text))
	*m = parsed
	return err
}
