package library_test

import (
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/library"
)

func Example() {
	first, _ := statute.Parse("2020.txt", "占道条例\n第一条 占道应当经批准。\n第二条 违反的，责令改正。\n")
	second, _ := statute.Parse("2024.txt", "占道条例\n第一条 为了加强管理，制定本条例。\n第二条 占道应当经批准。\n第三条 违反的，责令改正。\n")
	d2020, d2024 := fazhi.DateOf(2020, time.May, 1), fazhi.DateOf(2024, time.May, 1)
	l, err := library.New(library.Law{Name: "占道条例", Versions: []library.Version{
		{From: d2020, Until: d2024, Text: first},
		{From: d2024, Text: second, Renumbered: map[statute.Num]statute.Num{{N: 1}: {N: 2}, {N: 2}: {N: 3}}},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	rules, _ := statute.Parse("细则.txt", "占道细则\n第一条 依照《占道条例》第二条和《市容办法》第九条处理。\n")
	issues, tally := l.Check(rules, fazhi.DateOf(2021, time.March, 1), fazhi.DateOf(2024, time.June, 1))
	for _, i := range issues {
		fmt.Println(i)
	}
	fmt.Println("不在文库：", tally.Unknown)
	// Output:
	// 细则.txt!第2行：引用的“第二条”现为“第三条”（《占道条例》） [statute/cite/renumbered]
	// 不在文库： 1
}
