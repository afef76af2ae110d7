package supervision_test

import (
	"context"
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/supervision"
	"github.com/fazhi-go/fazhi/table"
)

// Read both ledgers, hold them against each other, count them.
func Example() {
	src, err := table.CSV("检查.csv", []byte(`检查编号,检查名称,监督类别,监督方案,被监督单位,开展日期,抽查明细,抽查数,发现问题数,通报日期
JC-1,投诉举报处理检查,专项监督,1+X,甲局、乙局,2024-06-03,投诉举报案件20件、行政处罚案件5件,24,3,2024-07-01
`))
	if err != nil {
		log.Fatal(err)
	}
	inspections, _, err := supervision.ReadInspections(src, "")
	if err != nil {
		log.Fatal(err)
	}
	src, err = table.CSV("问题.csv", []byte(`问题编号,检查编号,责任单位,发现日期,通知书文号,通知日期,整改期限,整改日期,复查日期,复查结果,办结日期
WT-1,JC-1,甲局,2024-06-10,某司监〔2024〕3号,2024-06-14,2024-07-15,2024-07-12,2024-07-16,整改到位,2024-07-18
WT-2,JC-1,丙局,2024-06-11,某司监〔2024〕4号,2024-06-14,2024-07-15,,,,
`))
	if err != nil {
		log.Fatal(err)
	}
	problems, _, err := supervision.ReadProblems(src, "")
	if err != nil {
		log.Fatal(err)
	}
	checks, err := supervision.Checks(supervision.Profile{Rule: "某区行政执法监督办法"})
	if err != nil {
		log.Fatal(err)
	}
	checks = append(checks, supervision.LedgerChecks(inspections, problems)...)
	say(inspections[0], checks)
	for _, x := range problems {
		say(x, checks)
	}
	figures := append(supervision.InspectionFigures(inspections, 2024), supervision.ProblemFigures(problems, 2024)...)
	for _, f := range figures {
		text, _ := f.Text(fazhi.Form{})
		fmt.Println(f.Name, text)
	}
	// Output:
	// 检查.csv!H2：抽查数与抽查明细之和不符（行政执法监督台账填写说明） [enforcement/supervision/inspection/sampled]
	// 检查.csv!I2：发现问题数与监督问题台账的条数不符（行政执法监督台账填写说明） [enforcement/supervision/inspection/problems]
	// 问题.csv!H3：已过整改期限，没有完成整改（某区行政执法监督办法） [enforcement/supervision/rectification/overdue]
	// 问题.csv!C3：责任单位不是该次检查的被监督单位（行政执法监督台账填写说明） [enforcement/supervision/problem/inspected]
	// 行政执法专项监督检查 1次
	// 专项监督抽查案件 24件
	// 专项监督发现问题 3条
	// 专项监督通报 1次
	// 行政执法监督通知书 2份
	// 监督问题完成整改 1条
	// 监督问题复查 1条
	// 监督问题尚未办结 1条
	// 监督问题逾期未整改 1条
	// 监督问题整改率 50%
}

func say(d fazhi.Document, checks []fazhi.Check) {
	on := fazhi.DateOf(2024, 12, 31)
	issues, err := fazhi.Validate(context.Background(), d, on, on, checks)
	if err != nil {
		log.Fatal(err)
	}
	for _, i := range issues {
		fmt.Println(i)
	}
}
