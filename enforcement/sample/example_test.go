package sample_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/enforcement/sample"
)

// Draw four files of twelve, with reviewers, replace one and verify the record.
func Example() {
	var frame []sample.Unit
	for i := range 12 {
		frame = append(frame, sample.Unit{
			ID: fmt.Sprintf("AJ-%02d", i+1), Department: []string{"甲局", "乙局"}[i/8], Strata: []string{[]string{"处罚", "许可"}[i%3/2]},
		})
	}
	drawn, issues := sample.Draw(frame, sample.Plan{
		Seed: "2024年6月8日公布的数 071119", Size: 4, PerDepartment: 1, PerStratum: 1,
		Panel: sample.Panel{Reviewers: []sample.Reviewer{
			{ID: "顾问一", Role: "法律顾问", Unit: "某所"}, {ID: "顾问二", Role: "法律顾问", Unit: "某所"},
			{ID: "干部一", Role: "赋权部门", Unit: "甲局"}, {ID: "干部二", Role: "赋权部门", Unit: "乙局"},
		}},
	})
	for _, issue := range issues {
		fmt.Println(issue)
	}
	for _, s := range drawn.Strata {
		fmt.Println(s.Keys[0], s.Files, "份，应占", s.Share, "抽取", s.Drawn)
	}
	for _, p := range drawn.Picks {
		fmt.Println(p.ID, p.Department, p.Key[:8], p.For, p.Reviewers, p.Reserve)
	}
	drawn, _ = sample.Replace(drawn, frame, drawn.Picks[1].ID, "案卷已调往法院")
	fmt.Println(drawn.Replaced)
	fmt.Println("差异", len(sample.Verify(drawn, frame)))
	frame[0].Department = "乙局"
	fmt.Println("差异", len(sample.Verify(drawn, frame)) > 0)
	// Output:
	// 处罚 8 份，应占 2.6667 抽取 3
	// 许可 4 份，应占 1.3333 抽取 1
	// AJ-06 甲局 04ff11f3 department [顾问一 干部二] 顾问二
	// AJ-05 甲局 1a04c0fe share [顾问二 干部二] 顾问一
	// AJ-02 甲局 22728a52 share [顾问一 干部二] 顾问二
	// AJ-10 乙局 53d0e515 department [顾问二 干部一] 顾问一
	// [{AJ-05 AJ-04 案卷已调往法院}]
	// 差异 0
	// 差异 true
}

// How exact will a round of 65 files of 13,020 be, if 94 % pass?
func ExampleExpect() {
	i, err := sample.Expect(0.94, sample.Count{Files: 13020, Drawn: 65})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("Wald ±%.1f 个百分点；Wilson %.1f%% 至 %.1f%%\n", i.Wald.Half*100, i.Wilson.Low*100, i.Wilson.High*100)
	// Output: Wald ±5.8 个百分点；Wilson 85.4% 至 97.7%
}
