package library

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

// A Law is one text that others cite: a law, a regulation, a normative document. The versions are in the order of their days and
// do not overlap; the last one without an end is in force. A law whose versions all have an end is repealed.
type Law struct {
	Name     string   // the full name, without 《》
	Aliases  []string // other names under which it is cited: 民诉法. The name without 中华人民共和国 need not be among them
	Number   string   // the number of the document (发文字号), if it has one
	Versions []Version
}

// A Version is the text of a law between two days.
type Version struct {
	From  fazhi.Date    // the first day in force (施行日期)
	Until fazhi.Date    // the day from which it is not in force any more; zero: none
	Text  *statute.Text // nil: the library knows of it and does not hold it

	// Renumbered has the articles of the version before that have another number in this one: old to new. A zero new number says that
	// the article has been deleted. Articles that are not here have kept their numbers.
	Renumbered map[statute.Num]statute.Num
}

// ErrLaw is returned, wrapped, for a law that a library cannot hold.
var ErrLaw = errors.New("法律文本不合要求")

// A Library is a set of laws. The zero Library is empty.
type Library struct {
	names   map[string]*held
	numbers map[string]*held
}

// held is a law with what finds its places.
type held struct {
	Law
	finders []*statute.Finder
}

// New returns a library of laws. The error joins everything that is wrong with them: no name, no version, days that run
// backwards or overlap, a name that two laws have. The texts must not be changed afterwards.
func New(laws ...Law) (*Library, error) {
	l := &Library{names: make(map[string]*held), numbers: make(map[string]*held)}
	var errs []error
	for i, law := range laws {
		if err := l.add(law); err != nil {
			errs = append(errs, fmt.Errorf("library: 第%d部：%w", i+1, err))
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return l, nil
}

func (l *Library) add(law Law) error {
	if err := law.check(); err != nil {
		return err
	}
	law.Versions = slices.Clone(law.Versions)
	h := &held{Law: law}
	for _, v := range law.Versions {
		var f *statute.Finder
		if v.Text != nil {
			f = statute.NewFinder(v.Text)
		}
		h.finders = append(h.finders, f)
	}
	if law.Number != "" {
		if l.numbers[law.Number] != nil {
			return fmt.Errorf("%w：文号与另一部相同", ErrLaw)
		}
		l.numbers[law.Number] = h
	}
	for _, name := range append([]string{law.Name}, law.Aliases...) {
		if err := l.name(name, h); err != nil {
			return err
		}
	}
	return nil
}

func (l *Library) name(name string, h *held) error {
	key := keyOf(name)
	if other := l.names[key]; other != nil && other != h {
		return fmt.Errorf("%w：名称或者别名与另一部相同", ErrLaw)
	}
	l.names[key] = h
	return nil
}

// check reports the first thing that is wrong with a law by itself.
func (law *Law) check() error {
	if keyOf(law.Name) == "" || slices.ContainsFunc(law.Aliases, func(a string) bool { return keyOf(a) == "" }) {
		return fmt.Errorf("%w：没有名称", ErrLaw)
	}
	if len(law.Versions) == 0 {
		return fmt.Errorf("%w：没有版本", ErrLaw)
	}
	for i, v := range law.Versions {
		switch {
		case v.From.IsZero():
			return fmt.Errorf("%w：第%d个版本没有施行日期", ErrLaw, i+1)
		case !v.Until.IsZero() && !v.From.Before(v.Until):
			return fmt.Errorf("%w：第%d个版本的终止日期不在施行日期之后", ErrLaw, i+1)
		case i > 0 && (law.Versions[i-1].Until.IsZero() || v.From.Before(law.Versions[i-1].Until)):
			return fmt.Errorf("%w：第%d个版本与前一个版本的期间重叠", ErrLaw, i+1)
		}
	}
	return nil
}

// keyOf returns what names are compared by: without 中华人民共和国, brackets of names within names, and blanks.
func keyOf(name string) string {
	name = keySigns.Replace(name)
	return strings.TrimPrefix(name, "中华人民共和国")
}

// keySigns is not changed by its use.
var keySigns = strings.NewReplacer("《", "", "》", "", "〈", "", "〉", "", "<", "", ">", "", " ", "", "\u3000", "", "(", "（", ")", "）")

// find returns the law that a citation names. short has the short names of the citing text.
func (l *Library) find(c statute.Cite, short map[string]string) *held {
	if full, ok := short[c.Law]; ok {
		c.Law = full
	}
	key := keyOf(c.Law)
	if h := l.names[key]; h != nil {
		return h
	}
	if h := l.numbers[c.Docno]; c.Docno != "" && h != nil {
		return h
	}
	if c.Titled {
		return nil
	}
	return l.suffix(key, short)
}

// suffix returns the law with the longest name with which a text ends: 依法适用民法典 ends with 民法典. Only a name without 《》 may have
// words before it.
func (l *Library) suffix(key string, short map[string]string) *held {
	for len(key) > 0 {
		if h := l.names[key]; h != nil {
			return h
		}
		if full, ok := short[key]; ok {
			return l.names[keyOf(full)]
		}
		_, size := utf8.DecodeRuneInString(key)
		key = key[size:]
	}
	return nil
}

// at returns which version of a law is in force on a day, -1 for none.
func (h *held) at(on fazhi.Date) int {
	i, ok := slices.BinarySearchFunc(h.Versions, on, func(v Version, d fazhi.Date) int { return v.From.Compare(d) })
	if !ok {
		i--
	}
	if i < 0 || !h.Versions[i].Until.IsZero() && !on.Before(h.Versions[i].Until) {
		return -1
	}
	return i
}

// later reports whether a version comes into force after a day.
func (h *held) later(on fazhi.Date) bool {
	return on.Before(h.Versions[len(h.Versions)-1].From)
}
