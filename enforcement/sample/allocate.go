package sample

import (
	"cmp"
	"math/big"
	"slices"
)

// allocate shares size among strata in proportion to their files, by largest remainder, each at least so many. The sum of
// least must not be more than size, nor size more than all files.
func allocate(size int, files, least []int) []int {
	given := slices.Clone(least)
	rest, all, free := above(size, files, least)
	left := rest
	for _, i := range free {
		given[i] = int(rest * int64(files[i]) / all)
		left -= int64(given[i])
	}
	slices.SortStableFunc(free, func(a, b int) int {
		return cmp.Or(cmp.Compare(rest*int64(files[b])%all, rest*int64(files[a])%all), cmp.Compare(files[b], files[a]))
	})
	for _, i := range free[:left] {
		given[i]++
	}
	return given
}

// above finds the strata whose share is not below their least number, when those below it keep that number; what they share,
// and how many files they have.
func above(size int, files, least []int) (rest, all int64, free []int) {
	rest = int64(size)
	for i := range files {
		free, all = append(free, i), all+int64(files[i])
	}
	for settled := false; !settled; {
		share, of := rest, all
		kept := free[:0:0]
		for _, i := range free {
			if share*int64(files[i]) >= int64(least[i])*of {
				kept = append(kept, i)
				continue
			}
			rest, all = rest-int64(least[i]), all-int64(files[i])
		}
		settled, free = len(kept) == len(free), kept
	}
	return rest, all, free
}

// share writes size·part/whole with four decimals.
func share(size, part, whole int) string {
	r := big.NewRat(int64(part), int64(whole))
	return r.Mul(r, big.NewRat(int64(size), 1)).FloatString(4)
}
