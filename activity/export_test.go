package activity

import "slices"

// Keys returns every key that a declaration may hold.
func Keys() []string { return slices.Concat(areaKeys(), columnKeys(), counterKeys()) }
