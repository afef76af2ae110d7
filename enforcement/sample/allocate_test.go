package sample

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAllocate(t *testing.T) {
	for _, c := range []struct {
		name               string
		size               int
		files, least, want []int
	}{
		{"shares of the facts", 65, []int{10952, 2061, 7}, []int{0, 0, 0}, []int{55, 10, 0}},
		{"minimum of one", 65, []int{10952, 2061, 7}, []int{1, 1, 1}, []int{54, 10, 1}},
		{"equal remainders go to the larger", 3, []int{1, 3, 2}, []int{0, 0, 0}, []int{0, 2, 1}},
		{"then to the first", 2, []int{5, 5, 5}, []int{0, 0, 0}, []int{1, 1, 0}},
		{"all files", 9, []int{4, 0, 5}, []int{0, 0, 0}, []int{4, 0, 5}},
		{"what is below its minimum makes others fall below theirs", 10, []int{60, 30, 10}, []int{0, 3, 4}, []int{3, 3, 4}},
		{"minimums take all", 6, []int{90, 5, 5}, []int{0, 3, 3}, []int{0, 3, 3}},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, allocate(c.size, c.files, c.least)) })
	}
}

// Every allocation gives all, keeps the minimums and the files there are; without minimums each share is rounded up or
// down.
func TestAllocateProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 3000 {
		n := 1 + r.IntN(8)
		files, least, all, low := make([]int, n), make([]int, n), 0, 0
		for i := range files {
			files[i] = 1 + r.IntN(1+r.IntN(100))
			least[i] = r.IntN(files[i]+1) * r.IntN(2)
			all, low = all+files[i], low+least[i]
		}
		size := low + r.IntN(all-low+1)
		given, sum := allocate(size, files, least), 0
		plain := allocate(size, files, make([]int, n))
		for i, x := range given {
			require.True(t, x >= least[i] && x <= files[i], "%d of %v by %v", size, files, least)
			require.True(t, plain[i]*all > size*files[i]-all && plain[i]*all < size*files[i]+all)
			sum += x
		}
		require.Equal(t, size, sum)
	}
}
