package plugin_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
)

func Example() {
	local := plugin.Plugin{
		Name: "licheng/lease", Version: "1.0.0", Doc: "租赁合同的本地规则。", API: plugin.API,
		Checks: []fazhi.Check{{
			Code: "licheng/lease/name", Doc: "名称应当写明标的。", Basis: "某区合同管理办法第五条",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, l *lease) error {
				if l.name == "" {
					p.Report("/name", "没有名称")
				}
				return nil
			}),
		}},
		Guard: func(_ context.Context, q *plugin.GuardRequest) (*plugin.GuardResponse, error) {
			if q.Step == "签订" && q.Last == nil {
				return plugin.Refuse("licheng/lease/unreviewed", "没有经过合法性审查，不能签订"), nil
			}
			return nil, nil
		},
		Refuses: []fazhi.Code{"licheng/lease/unreviewed"},
	}
	host, err := plugin.NewHost(local)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(host.Describe())
	found, err := host.Check(context.Background(), &plugin.CheckRequest{Doc: &lease{}, Today: fazhi.DateOf(2024, 5, 6)})
	fmt.Println(found.Issues.Err(), found.Applied, err)
	fmt.Println(host.Guard(context.Background(), &plugin.GuardRequest{Step: "签订"}))
	// Output:
	// licheng/lease@1.0.0　租赁合同的本地规则。
	//   检查 licheng/lease/name：名称应当写明标的（某区合同管理办法第五条）
	//   把关 licheng/lease/unreviewed
	// 租赁台账.xlsx!B2：没有名称（某区合同管理办法第五条） [licheng/lease/name] [licheng/lease@1.0.0] <nil>
	// register: 不予登记：没有经过合法性审查，不能签订
}
