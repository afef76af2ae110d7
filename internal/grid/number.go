package grid

import "maps"

// Most is the largest number of a grid: every whole number up to it is exact in JSON, and as an amount it is more than 90万亿元.
const Most = 1 << 53

// Plus adds two numbers of a grid, and is false when the sum is beyond Most, or none that an int64 holds.
func Plus(a, b int64) (int64, bool) {
	sum := a + b
	overflows := b > 0 && sum < a || b < 0 && sum > a
	return sum, !overflows && sum <= Most
}

// Add returns the sum of two rows without zeros; false says that a number would be beyond Most.
func Add[I ~string, C ~map[I]int64](c, d C) (C, bool) {
	sum := make(C, max(len(c), len(d)))
	maps.Copy(sum, c)
	for item, n := range d {
		added, fits := Plus(sum[item], n)
		if !fits {
			return nil, false
		}
		sum[item] = added
	}
	maps.DeleteFunc(sum, func(_ I, n int64) bool { return n == 0 })
	return sum, true
}
