package activity

import "slices"

// Keys returns every key that a declaration may hold.
func Keys() []string { return slices.Concat(areaKeys(), columnKeys(), counterKeys()) }

// Reads returns the columns that the figures of an area depend on: those that are compared, added up or told apart,
// and those that put a record into a year.
func Reads(a *Activity) []string {
	reads := []string{a.date}
	if a.until != "" {
		reads = append(reads, a.until)
	}
	for i := range a.counters {
		reads = append(reads, a.counters[i].reads...)
	}
	return reads
}
