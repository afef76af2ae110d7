package casefiletest_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
)

func Example() {
	f := casefiletest.Correct(casefile.Penalty)
	fmt.Println(f.Title(), f.Dates[casefile.Decided])
	m := casefiletest.Mutants(casefile.Penalty)[1]
	fmt.Println(m.Breaks, m.File.Dates[casefile.Decided])
	// Output:
	// 行政处罚案卷AJ-CF-1 2024-06-05
	// 处罚决定期限 2024-06-06
}
