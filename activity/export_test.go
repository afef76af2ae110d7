package activity

import "slices"

// Keys returns every key that a declaration may hold.
func Keys() []string {
	return slices.Concat(areaKeys(), columnKeys(), counterKeys(), aboveKeys(), requirementKeys(), stepKeys())
}

// KeysOf returns them by what they belong to.
func KeysOf() map[string][]string {
	return map[string][]string{"领域": areaKeys(), "列": columnKeys(), "数据项": counterKeys(), "上级": aboveKeys(), "核对": requirementKeys(), "步骤": stepKeys()}
}

// Words returns the words that keys with a choice of them may say.
func Words() []any {
	var words []any
	for _, w := range slices.Concat(classes(), severities(), []string{string(count), string(sum), string(distinct), string(rate)}) {
		words = append(words, w)
	}
	return words
}

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
