package supervision

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Samples says how many files of each sort were drawn (抽查明细), "投诉举报案件20件、行政处罚案件5件". The zero value says nothing.
type Samples []Sample

// A Sample is a number of files of one sort.
type Sample struct {
	Sort string
	N    int64
}

// ErrSamples is returned, wrapped, for a text that is not a list of samples.
var ErrSamples = errors.New("不是有效的抽查明细")

const (
	mostSorts  = 100
	mostDigits = 9
)

// ParseSamples reads a list of sorts with their numbers, divided by 、 ，； or line breaks. The unit after a number — 件, 卷,
// 宗, 份 or none — does not matter; String writes 件. A sort stands once and does not end with a digit.
func ParseSamples(text string) (Samples, error) {
	var all Samples
	seen := make(map[string]bool)
	for item := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("、，,；;\r\n", r) }) {
		if strings.TrimSpace(item) == "" {
			continue
		}
		s, ok := parseSample(item)
		switch {
		case !ok:
			return nil, samplesError("应写作“投诉举报案件20件、行政处罚案件5件”")
		case seen[s.Sort]:
			return nil, samplesError("同一类案件写了两次")
		case len(all) == mostSorts:
			return nil, samplesError("类别太多")
		}
		seen[s.Sort] = true
		all = append(all, s)
	}
	return all, nil
}

func parseSample(item string) (Sample, bool) {
	item = strings.TrimSpace(item)
	for _, unit := range [...]string{"件", "卷", "宗", "份"} {
		if cut, ok := strings.CutSuffix(item, unit); ok {
			item = strings.TrimSpace(cut)
			break
		}
	}
	sort := strings.TrimRight(item, "0123456789")
	digits := item[len(sort):]
	sort = strings.TrimSpace(sort)
	n, err := strconv.ParseInt(digits, 10, 64)
	named := sort != "" && sort == strings.TrimRightFunc(sort, unicode.IsDigit) && !strings.ContainsFunc(sort, unicode.IsControl)
	return Sample{Sort: sort, N: n}, err == nil && len(digits) <= mostDigits && named
}

func samplesError(why string) error { return fmt.Errorf("supervision: %w：%s", ErrSamples, why) }

// Total returns how many files there are.
func (s Samples) Total() int64 {
	var n int64
	for _, x := range s {
		n += x.N
	}
	return n
}

// Sorts returns the sorts of the files.
func (s Samples) Sorts() []string {
	var sorts []string
	for _, x := range s {
		sorts = append(sorts, x.Sort)
	}
	return sorts
}

// String returns the list as ParseSamples reads it.
func (s Samples) String() string {
	parts := make([]string, len(s))
	for i, x := range s {
		parts[i] = x.Sort + strconv.FormatInt(x.N, 10) + "件"
	}
	return strings.Join(parts, "、")
}

// MarshalText writes String. Samples that ParseSamples would not read back are an error.
func (s Samples) MarshalText() ([]byte, error) {
	text := s.String()
	if back, err := ParseSamples(text); err != nil || !slices.Equal(back, s) {
		return nil, samplesError("写出之后读不回来")
	}
	return []byte(text), nil
}

// UnmarshalText reads what ParseSamples reads.
func (s *Samples) UnmarshalText(text []byte) error {
	parsed, err := ParseSamples(string(text))
	*s = parsed
	return err
}
