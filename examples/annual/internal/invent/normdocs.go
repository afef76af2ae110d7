package invent

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/table"
)

var docNames = [...]string{
	"泉源区住宅专项维修资金使用管理办法", "泉源区城镇公益性岗位管理规定", "泉源区促进文化旅游消费若干措施的通知", "泉源区户外广告设施管理办法",
	"泉源区养老服务设施建设扶持办法", "泉源区中小学生校外托管机构管理规定", "泉源区政府投资项目代建管理办法", "泉源区历史建筑保护利用办法",
	"泉源区电动自行车充电设施建设管理规定", "泉源区城市生活垃圾分类管理办法", "泉源区社区食堂运营补助办法", "泉源区人才公寓租赁管理办法", "泉源区公共停车泊位管理规定",
}

// normdocs: eight reviewed in the year; seven of them and three of the year before were filed in the year.
func normdocs() (table.Sheet, error) {
	m := newMaker(2)
	var all []*normdoc.Doc
	add := func(reviewed fazhi.Date, filing int) {
		all = append(all, m.normdoc(len(all), reviewed, filing))
	}
	add(fazhi.DateOf(year-1, 4, 12), 20)
	add(fazhi.DateOf(year-1, 6, 8), 20)
	for i := range 3 {
		add(weekday(fazhi.DateOf(year-1, 12, 4).AddDays(i*6)), 20)
	}
	for i := range 7 {
		add(spread(year, i, 8), 20)
	}
	add(fazhi.DateOf(year, 12, 12), 20)
	return sheetOf(normdoc.Sheet, all)
}

// normdoc makes a document whose steps follow each other from the review on; it is filed so many days after it was
// published.
func (m maker) normdoc(i int, reviewed fazhi.Date, filing int) *normdoc.Doc {
	d := &normdoc.Doc{
		Serial: fmt.Sprintf("规-%d-%02d", reviewed.Year(), i+1), Name: docNames[i], Drafter: bureaus[i%len(bureaus)],
		Business: i%3 == 0, Reviewed: reviewed, Opinion: "合法", State: "有效",
		CommentFrom: reviewed.AddDays(-50), CommentTo: reviewed.AddDays(-15),
		Deliberated: weekday(reviewed.AddDays(9)), FiledWith: []string{"清源市人民政府", "泉源区人大常委会"},
	}
	d.Issued = weekday(d.Deliberated.AddDays(4))
	d.Published = weekday(d.Issued.AddDays(2))
	d.Effective = d.Published.AddDays(31)
	y, month, day := d.Effective.Date()
	d.Expires = fazhi.DateOf(y+5, month, min(day, 28))
	d.Filed = weekday(d.Published.AddDays(filing))
	d.Number = fazhi.Number{Issuer: "泉源政规", Year: d.Issued.Year(), Seq: i + 1}
	d.Registration = fmt.Sprintf("QYDR-%d-%04d", d.Issued.Year(), i+1)
	return d
}

// items: 87 items of council meetings reviewed in the year, five of the 79 of the year before.
func items() (table.Sheet, error) {
	m := newMaker(3)
	var all []*normdoc.Item
	for i := range 5 {
		all = append(all, m.item(year-1, 67+i, weekday(fazhi.DateOf(year-1, 11, 3).AddDays(i*8))))
	}
	for i := range 87 {
		all = append(all, m.item(year, i+1, spread(year, i, 87)))
	}
	return sheetOf(normdoc.ItemSheet, all)
}

func (m maker) item(y, n int, submitted fazhi.Date) *normdoc.Item {
	reviewed := within(y, m.between(submitted, 1, 3))
	return &normdoc.Item{
		Serial:    fmt.Sprintf("议-%d-%03d", y, n),
		Name:      "关于" + pick(m, "城市更新", "公共停车", "教育资源", "养老服务", "文旅融合", "产业园区", "社区治理", "生态环境") + pick(m, "实施方案", "资金安排", "工作意见", "专项规划") + "的议题",
		Submitter: pick(m, bureaus[:]...), Submitted: submitted, Reviewed: reviewed, Opinion: pick(m, "合法", "合法", "应当予以修改"),
		Met: m.between(reviewed, 8, 16), Major: m.IntN(12) == 0,
	}
}
