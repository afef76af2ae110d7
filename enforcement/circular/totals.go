package circular

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// totals compares what the tables say about each other: each total with the sum of its rows.
func (k *checking) totals() {
	var sorts, units sums
	for i, r := range k.s.Sorts {
		sorts.add(r.Received, r.Reviewed, r.Grades)
		k.grades(fazhi.At("sorts", i), r.Reviewed, r.Grades, "这类案卷各等次")
	}
	for i, r := range k.s.Units {
		units.add(r.Received, r.Reviewed, r.Grades)
		units.scored += r.Scored
		units.vetoed += r.Vetoed
		k.grades(fazhi.At("units", i), r.Reviewed, r.Grades, "这个单位各等次")
	}
	k.equal("/received", k.s.Received, sorts.received, "各类报送案卷")
	k.equal("/received", k.s.Received, units.received, "各单位报送案卷")
	k.equal("/reviewed", k.s.Reviewed, sorts.reviewed, "各类评查案卷")
	k.equal("/reviewed", k.s.Reviewed, units.reviewed, "各单位评查案卷")
	k.equal("/scored", k.s.Scored, units.scored, "各单位有得分的案卷")
	k.equal("/vetoed", k.s.Vetoed, units.vetoed, "各单位一票否决的案卷")
	k.grades("", k.s.Reviewed, k.s.Grades, "各等次案卷")
	for _, table := range []*sums{&sorts, &units} {
		if len(table.grades) > 0 && !slices.Equal(table.grades, k.s.Grades) {
			k.report(BadTotals, "/grades", "各行的等次合计与等次分布不符")
		}
	}
}

// sums are the totals of a table.
type sums struct {
	received, reviewed, scored, vetoed int
	grades                             []int
}

func (s *sums) add(received, reviewed int, grades []int) {
	s.received += received
	s.reviewed += reviewed
	for i, n := range grades {
		if i == len(s.grades) {
			s.grades = append(s.grades, 0)
		}
		s.grades[i] += n
	}
}

// equal reports two numbers that should be one.
func (k *checking) equal(at fazhi.Path, stated, sum int, what string) {
	if stated != sum {
		k.report(BadTotals, at, "%s合计%d，写的是%d", what, sum, stated)
	}
}

// grades checks a row of counts, one for each grade.
func (k *checking) grades(at fazhi.Path, reviewed int, counts []int, what string) {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	k.equal(at.At("reviewed"), reviewed, sum, what)
	if len(counts) != len(k.s.Policy.Grades) {
		k.report(BadTotals, at.At("grades"), "等次有%d个，写了%d个数", len(k.s.Policy.Grades), len(counts))
	}
}
