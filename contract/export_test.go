package contract

import "github.com/fazhi-go/fazhi"

// LawRuns returns the codes that have a judgment, and how many there are in all groups together.
func LawRuns() (codes []fazhi.Code, inGroups int) {
	j := &judge{}
	for _, group := range j.lawGroups() {
		inGroups += len(group)
	}
	for code := range j.lawRuns() {
		codes = append(codes, code)
	}
	return codes, inGroups
}
