package circular

import (
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// Check says where the tables of a summary disagree: totals of grades, sorts and units; the order of units and their
// means; what must be put right and by when; objections that are not decided. Paths are those of its JSON.
func (s *Summary) Check() fazhi.Issues {
	k := &checking{s: s}
	k.totals()
	k.places()
	k.rectifications()
	k.objections()
	return k.issues
}

type checking struct {
	s      *Summary
	issues fazhi.Issues
}

func (k *checking) report(code fazhi.Code, at fazhi.Path, format string, values ...any) {
	k.issues = append(k.issues, fazhi.Issue{Code: code, Path: at, Message: fmt.Sprintf(format, values...)})
}

// equal reports two numbers that should be one.
func (k *checking) equal(at fazhi.Path, stated, sum int, what string) {
	if stated != sum {
		k.report(BadTotals, at, "%s合计%d，写的是%d", what, sum, stated)
	}
}

// grades checks a row of counts, one for each grade.
func (k *checking) grades(at fazhi.Path, reviewed int, counts []int, what string) {
	k.equal(at.At("reviewed"), reviewed, sumOf(counts), what)
	if len(counts) != len(k.s.Policy.Grades) {
		k.report(BadTotals, at.At("grades"), "等次有%d个，写了%d个数", len(k.s.Policy.Grades), len(counts))
	}
}

func (k *checking) totals() {
	s := k.s
	var sorts, units struct{ received, reviewed int }
	scored, vetoed := 0, 0
	grades := make([]int, len(s.Policy.Grades))
	for i, r := range s.Sorts {
		sorts.received += r.Received
		sorts.reviewed += r.Reviewed
		k.grades(fazhi.At("sorts", i), r.Reviewed, r.Grades, "这类案卷各等次")
	}
	for i, r := range s.Units {
		units.received += r.Received
		units.reviewed += r.Reviewed
		scored += r.Scored
		vetoed += r.Vetoed
		k.grades(fazhi.At("units", i), r.Reviewed, r.Grades, "这个单位各等次")
		for g := range min(len(grades), len(r.Grades)) {
			grades[g] += r.Grades[g]
		}
	}
	k.equal("/received", s.Received, sorts.received, "各类报送案卷")
	k.equal("/received", s.Received, units.received, "各单位报送案卷")
	k.equal("/reviewed", s.Reviewed, sorts.reviewed, "各类评查案卷")
	k.equal("/reviewed", s.Reviewed, units.reviewed, "各单位评查案卷")
	k.grades("", s.Reviewed, s.Grades, "各等次案卷")
	k.equal("/scored", s.Scored, scored, "各单位有得分的案卷")
	k.equal("/vetoed", s.Vetoed, vetoed, "各单位一票否决的案卷")
	if !slices.Equal(grades, s.Grades) {
		k.report(BadTotals, "/grades", "各单位的等次合计与等次分布不符")
	}
}

func sumOf(list []int) (sum int) {
	for _, n := range list {
		sum += n
	}
	return sum
}

// places compares the order of units with their means.
func (k *checking) places() {
	for i, r := range k.s.Units {
		at := fazhi.At("units", i, "rank")
		switch {
		case (r.Rank > 0) != (r.Scored > 0):
			k.report(BadRank, at, "有得分的单位才有名次")
		case i == 0 || r.Rank == 0:
		case k.s.Units[i-1].Rank == 0 || r.Rank < k.s.Units[i-1].Rank || r.Rank != i+1 && r.Rank != k.s.Units[i-1].Rank:
			k.report(BadRank, at, "名次与次序不符")
		case r.Mean > k.s.Units[i-1].Mean || r.Rank == k.s.Units[i-1].Rank && r.Mean != k.s.Units[i-1].Mean:
			k.report(BadRank, at, "名次与平均分不符")
		}
	}
}

func (k *checking) rectifications() {
	for i, r := range k.s.Rectify {
		if r.Due.IsZero() {
			k.report(NoDue, fazhi.At("rectify", i, "due"), "没有整改期限")
			return // it is the same for all
		}
	}
}

func (k *checking) objections() {
	for i, o := range k.s.Objections {
		switch {
		case o.Decided.IsZero():
			k.report(BadObjection, fazhi.At("objections", i, "decided"), "异议还没有复核，不能通报")
		case o.Decided.Before(o.Raised):
			k.report(BadObjection, fazhi.At("objections", i, "decided"), "复核早于异议")
		}
	}
}
