package activity

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// grouping is how a figure is divided into parts: by quarters, by months, or by the values of a column. The zero grouping
// has no parts.
type grouping struct {
	name   string // 季度, 月份 or the column's name
	months int    // of a part of the year, 0 when it is by a column
	column column
}

const (
	byQuarter = "季度"
	byMonth   = "月份"
)

// MaxParts is into how many parts a column divides a figure; further values make one part, 其余. MaxAllParts is how many parts
// all figures of an area have at most.
const (
	MaxParts    = 200
	MaxAllParts = 4096
)

// part is one part of what a figure counts.
type part struct {
	name    string
	period  fazhi.Period
	records []*Record
}

// fixed returns the names of the parts that there always are.
func (g *grouping) fixed() []string {
	switch {
	case g.months == 1:
		return monthNames()
	case g.months > 1:
		return []string{"第一季度", "第二季度", "第三季度", "第四季度"}
	case g.column.Kind == table.YesNo && g.name != "":
		return []string{"是", "否"}
	}
	names := make([]string, len(g.column.Choices))
	for i, c := range g.column.Choices {
		names[i] = partName(c)
	}
	return names
}

func monthNames() []string {
	var names []string
	for m := time.January; m <= time.December; m++ {
		names = append(names, strconv.Itoa(int(m))+"月")
	}
	return names
}

// MaxPartName is how many characters of a value the name of a part has.
const MaxPartName = 100

// partName makes a value fit for the identifier of a figure. What nobody sees makes no other part.
func partName(value string) string {
	if utf8.RuneCountInString(value) > MaxPartName {
		value = string([]rune(value)[:MaxPartName])
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case strings.ContainsRune("{}|", r), unicode.IsSpace(r):
			return '·'
		}
		return r
	}, value)
}

// most is into how many parts a figure can be divided.
func (g *grouping) most() int {
	if n := len(g.fixed()); n > 0 || g.name == "" {
		return n
	}
	return MaxParts
}

// parts divides the records of a year, each of which is in one part.
func (g *grouping) parts(a *Activity, records []*Record, year fazhi.Period) []part {
	switch {
	case g.name == "":
		return nil
	case g.months > 0:
		return g.spans(a, records, year)
	}
	return g.values(records, year)
}

func (g *grouping) spans(a *Activity, records []*Record, year fazhi.Period) []part {
	parts := make([]part, 12/g.months)
	for i, name := range g.fixed() {
		parts[i] = part{name: name, period: spanOfYear(year, i*g.months, g.months)}
	}
	for _, r := range records {
		_, month, _ := r.Date(a.date).Date()
		i := (int(month) - 1) / g.months
		parts[i].records = append(parts[i].records, r)
	}
	return parts
}

// spanOfYear returns so many months of a year. The year that there is not has no other months.
func spanOfYear(year fazhi.Period, after, months int) fazhi.Period {
	if year.From.Year() != year.To.Year() {
		return year
	}
	from := fazhi.DateOf(year.From.Year(), time.Month(after+1), 1)
	to := year.To
	if after+months < 12 {
		to = fazhi.DateOf(year.From.Year(), time.Month(after+months+1), 1).AddDays(-1)
	}
	return fazhi.Period{From: from, To: to}
}

// values divides by the values of a column: those that are declared, then others as they come, then empty cells.
func (g *grouping) values(records []*Record, year fazhi.Period) []part {
	names := g.fixed()
	index := make(map[string]int, len(names))
	parts := make([]part, 0, len(names)+1)
	for _, name := range names {
		parts = append(parts, part{name: name, period: year})
		index[name] = len(parts) - 1
	}
	var blank, rest []*Record
	for _, r := range records {
		name := g.value(r)
		i, ok := index[name]
		switch {
		case name == "":
			blank = append(blank, r)
			continue
		case !ok && len(parts) >= MaxParts:
			rest = append(rest, r)
			continue
		case !ok:
			i = len(parts)
			index[name] = i
			parts = append(parts, part{name: name, period: year})
		}
		parts[i].records = append(parts[i].records, r)
	}
	parts = join(parts, "其余", rest, year)
	return join(parts, "未填", blank, year)
}

// join adds a part, or records to the part that has the name by chance.
func join(parts []part, name string, records []*Record, year fazhi.Period) []part {
	if len(records) == 0 {
		return parts
	}
	if i := slices.IndexFunc(parts, func(p part) bool { return p.name == name }); i >= 0 {
		parts[i].records = append(parts[i].records, records...)
		return parts
	}
	return append(parts, part{name: name, period: year, records: records})
}

func (g *grouping) value(r *Record) string {
	if yes, ok := r.Get(g.name).(bool); ok {
		if yes {
			return "是"
		}
		return "否"
	}
	return partName(r.Text(g.name))
}

// partID is the identifier of a figure's part.
func partID(whole, name string) string { return whole + "@" + name }
