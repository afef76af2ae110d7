package content_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/normdoc/content"
	"github.com/fazhi-go/fazhi/statute"
)

// A fine that the draft sets itself is a cue; one that rests on a law is not.
func Example() {
	text, _ := statute.Parse("办法.txt", `泉源区临时占道管理办法

第一条　乱扔垃圾的，处五十元罚款。

第二条　擅自占道的，依照《城市市容和环境卫生管理条例》处以罚款。

第三条　本办法自2024年3月1日起施行。

泉源区城市管理局

2024年4月22日
`)
	checks, err := content.Checks(content.Profile{Off: []fazhi.Code{"normdoc/wording/must"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	draft := content.New(normdoc.Doc{}, text)
	today := fazhi.DateOf(2024, 4, 30)
	issues, err := fazhi.Validate(context.Background(), draft, draft.LawOn(today), today, checks)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, issue := range issues {
		fmt.Println(issue.Severity, issue.Path, issue)
	}
	// Output:
	// warning /art_3/para_1 办法.txt!第7行：施行日期早于成文日期（参照立法法第一百零四条） [normdoc/text/force-retroactive]
	// warning /art_1/para_1 办法.txt!第3行：可能设定行政处罚（行政处罚法第十六条） [normdoc/text/penalty]
}
