package invent

import (
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/table"
)

// A row is a row of a ledger that is declared as data: values by column name. What is missing is left empty.
type row map[string]any

// area makes the sheet of a declared work area.
func area(areas []*activity.Activity, name string, rows []row) (table.Sheet, error) {
	at := slices.IndexFunc(areas, func(a *activity.Activity) bool { return a.Sheet() == name })
	if at < 0 {
		return table.Sheet{}, fmt.Errorf("没有工作领域“%s”", name)
	}
	s := table.Sheet{Name: name, Title: "清源市泉源区司法局" + name + "台账", Columns: areas[at].Columns()}
	for _, r := range rows {
		values := make([]any, len(s.Columns))
		for i, c := range s.Columns {
			values[i] = r[c.Name]
			delete(r, c.Name)
		}
		for stray := range r {
			return table.Sheet{}, fmt.Errorf("“%s”没有“%s”列", name, stray)
		}
		s.Rows = append(s.Rows, values)
	}
	return s, nil
}

func count(n int) fazhi.Count   { return fazhi.Count{N: int64(n)} }
func atLeast(n int) fazhi.Count { return fazhi.Count{N: int64(n), More: true} }

// meetings: 23 of the party group and 20 of the bureau with 189 matters, and three the year before.
func (m maker) meetings() []row {
	var rows []row
	add := func(on fazhi.Date, sort string, matters int) {
		rows = append(rows, row{"会议编号": fmt.Sprintf("会-%d-%02d", on.Year(), len(rows)+1), "召开日期": on, "会议类别": sort,
			"会议名称": sort + on.Chinese(), "地点": "局机关会议室", "研究事项数": count(matters), "牵头科室": pick(m, "办公室", "政工科")})
	}
	for i := range 3 {
		add(weekday(fazhi.DateOf(year-1, 12, 5).AddDays(i*7)), "党组会议", 4)
	}
	matters := m.parts(189, 43, 2)
	for i := range 23 {
		add(spread(year, i, 23), "党组会议", matters[i])
	}
	for i := range 20 {
		add(spread(year, i, 20).AddDays(1), "局办公会议", matters[23+i])
	}
	return rows
}

func (m maker) trainings() []row {
	var rows []row
	add := func(on fazhi.Date, sort, subject string, people any) {
		rows = append(rows, row{"活动编号": fmt.Sprintf("学-%02d", len(rows)+1), "举办日期": on, "类别": sort, "主题": subject,
			"形式": pick(m, "线下", "线上线下结合"), "主办单位": "区委依法治区办", "参加人次": people})
	}
	for i, subject := range []string{"宪法与国家机构", "行政复议法的修订", "公平竞争审查", "重大行政决策程序"} {
		add(spread(year, i, 4), "政府常务会议讲座", subject, nil)
	}
	for i, people := range []int{171, 172} {
		add(weekday(fazhi.DateOf(year, 5, 13).AddDays(i*126)), "专题培训", "习近平法治思想网络专题班", count(people))
	}
	for i := range 3 {
		add(spread(year, i, 3), "旁听庭审", "行政诉讼庭审旁听", count(20+m.IntN(20)))
	}
	return rows
}

// reports on duty: 46 departments, ten of them with two persons.
func (m maker) dutyReports() []row {
	names := slices.Concat(streets[:], departments[:], bureaus[:])
	var rows []row
	for i, name := range names[:46] {
		people := 1
		if i%4 == 1 && i < 40 {
			people = 2
		}
		rows = append(rows, row{"述法编号": fmt.Sprintf("述-%02d", i+1), "述法日期": weekday(fazhi.DateOf(year, 3, 4).AddDays(i / 4)), "部门": name,
			"述法方式": pick(m, "书面述法", "书面述法", "专题述法"), "述法人次": count(people), "所述年度": int64(year - 1), "评议等次": pick(m, "好", "较好")})
	}
	return rows
}

func (m maker) legislation() []row {
	var rows []row
	// One result is known as a lower bound only, so that the sum is one too.
	suggestions := map[int]fazhi.Count{3: atLeast(10), 9: count(4), 12: count(6)}
	for i := range 15 {
		n, ok := suggestions[i]
		if !ok {
			n = count(0)
		}
		rows = append(rows, row{"活动编号": fmt.Sprintf("立-%02d", i+1), "活动日期": spread(year, i, 15), "联系点": "临江司法所立法联系点",
			"活动类型": pick(m, "征询会", "座谈会"), "立法项目": pick(m, "养犬管理条例草案", "物业管理条例草案", "历史文化名城保护条例草案"),
			"交办机关": "清源市司法局", "参加人数": count(8 + m.IntN(15)), "反馈建议数": n})
	}
	return rows
}

func (m maker) supervisions() []row {
	cases, problems := m.parts(287, 7, 20), m.parts(47, 7, 3)
	var rows []row
	for i := range 7 {
		rows = append(rows, row{"监督编号": fmt.Sprintf("监-%02d", i+1), "开展日期": weekday(fazhi.DateOf(year, 6, 3).AddDays(i * 4)), "监督类别": "专项监督",
			"监督事项": "投诉举报处理情况", "被监督单位": departments[i], "联合单位": []string{"派驻纪检监察组"},
			"抽查案件数": count(cases[i]), "发现问题数": count(problems[i]), "处理方式": pick(m, "督促整改", "通报")})
	}
	for i := range 5 {
		rows = append(rows, row{"监督编号": fmt.Sprintf("监-%02d", 8+i), "开展日期": spread(year, i, 5), "监督类别": "日常监督", "监督事项": "执法证件和着装",
			"被监督单位": departments[7+i], "抽查案件数": count(3), "发现问题数": count(m.IntN(2)), "处理方式": "当场指出"})
	}
	return rows
}

// publicity: 639 activities, twelve of them against bullying, with slogans and leaflets; 113 issues of a column.
func (m maker) publicity() []row {
	var rows []row
	// The offices know of one lot of slogans and one of leaflets only that they were at least so many.
	const slogansAtLeast, leafletsAtLeast = 100, 2000
	slogans, leaflets := m.parts(1600-slogansAtLeast, 639, 0), m.parts(70000-leafletsAtLeast, 639, 20)
	for i := range 639 {
		subject := pick(m, "宪法", "民法典", "未成年人保护", "反电信网络诈骗", "禁毒", "国家安全", "优化营商环境", "物业管理")
		audience := pick(m, "机关干部", "企业职工", "村居群众", "社会公众")
		if i%53 == 20 {
			subject, audience = "防范校园欺凌", "学生"
		}
		r := row{"活动编号": fmt.Sprintf("普-%04d", i+1), "开展日期": spread(year, i, 639), "类别": "宣传活动", "主题": subject,
			"活动名称": subject + "宣传活动", "责任单位": pick(m, streets[:]...) + "司法所", "受众": audience,
			"标语条数": count(slogans[i]), "资料份数": count(leaflets[i]), "参加人次": count(20 + m.IntN(150))}
		rows = append(rows, r)
	}
	for i := range 113 {
		rows = append(rows, row{"活动编号": fmt.Sprintf("普-%04d", 640+i), "开展日期": spread(year, i, 113), "类别": "微课堂", "主题": "其他",
			"活动名称": fmt.Sprintf("普法微课堂第%d期", i+1), "责任单位": "普法与依法治理科"})
	}
	rows = append(rows,
		row{"活动编号": "普-0753", "开展日期": fazhi.DateOf(year, 12, 4), "类别": "标语播放", "主题": "宪法", "活动名称": "国家宪法日标语", "标语条数": atLeast(slogansAtLeast)},
		row{"活动编号": "普-0754", "开展日期": fazhi.DateOf(year, 12, 4), "类别": "资料发放", "主题": "宪法", "活动名称": "国家宪法日资料", "资料份数": atLeast(leafletsAtLeast)})
	return rows
}

func (m maker) counsellors() []row {
	family := []string{"林", "陈", "黄", "张", "吴", "李", "王", "蔡", "郑", "许", "叶", "苏", "庄", "江", "何", "曾", "赖", "徐", "杨", "周", "朱", "沈", "洪"}
	given := []string{"知行", "明哲", "思远", "清和", "文涛"}
	schools := []string{"泉源区第一中学", "泉源区第二中学", "泉源区第三中学", "泉源区实验中学", "泉源区外国语学校", "泉源区临江中学", "泉源区职业中专学校", "泉源区文昌中学"}
	var rows []row
	for i, name := range family {
		events := count(1)
		switch { // twenty with one event each, and one office that counted at least ten
		case i < 2:
			events = count(0)
		case i == 22:
			events = atLeast(10)
		}
		rows = append(rows, row{"登记编号": fmt.Sprintf("辅-%02d", i+1), "聘任日期": fazhi.DateOf(year, 2, 26), "辅导员姓名": name + given[i%len(given)],
			"所在单位": pick(m, streets[:]...) + "司法所", "学校": schools[i%len(schools)], "学段": pick(m, "初中", "高中", "中职"),
			"活动场次": events, "主要内容": "模拟法庭和主题班会"})
	}
	return rows
}

func (m maker) resettlements() []row {
	var rows []row
	for i := range 64 {
		on := spread(year, i, 64)
		rows = append(rows, row{"档案编号": fmt.Sprintf("帮-%03d", i+1), "释放日期": on, "人员类别": pick(m, "刑满释放人员", "解除社区矫正人员"),
			"接收街道": pick(m, streets[:]...), "核查日期": on.AddDays(-10), "已衔接": true, "衔接日期": on, "衔接方式": pick(m, "家属接回", "监所接回", "自行报到")})
	}
	return rows
}

// aid: 283 cases that brought 2,573,000 yuan and saved 2,127,000 yuan of fees.
func (m maker) aid() []row {
	gained, saved := m.parts(2573, 283, 1), m.parts(2127, 283, 2)
	var rows []row
	for i := range 283 {
		on := spread(year, i, 283)
		r := row{"案件编号": fmt.Sprintf("援-%03d", i+1), "受理日期": on, "案件类型": pick(m, "刑事", "民事", "民事"), "援助形式": pick(m, "刑事辩护与代理", "民事行政代理", "值班律师帮助"),
			"援助事项": pick(m, "劳动报酬", "赡养费", "人身损害赔偿", "刑事辩护"), "受援人类别": pick(m, "农民工", "未成年人", "老年人", "妇女", "残疾人"),
			"承办机构": pick(m, "清源明远律师事务所", "清源正言律师事务所", "区法律援助中心"), "挽回损失": fazhi.Money(gained[i]) * 1000_00, "节约律师费": fazhi.Money(saved[i]) * 1000_00}
		if i < 40 {
			r["同行评估等次"], r["同行评估日期"] = pick(m, "优秀", "良好", "合格"), fazhi.DateOf(year, 11, 15)
		}
		rows = append(rows, r)
	}
	return rows
}

// sums makes n rows whose number column adds up to total.
func (m maker) sums(total, n int, column string, make func(i int) row) []row {
	var rows []row
	for i, part := range m.parts(total, n, 1) {
		r := make(i)
		r[column] = count(part)
		rows = append(rows, r)
	}
	return rows
}

func (m maker) consultations() []row {
	return m.sums(3420, 250, "人次", func(i int) row {
		return row{"登记编号": fmt.Sprintf("咨-%03d", i+1), "咨询日期": spread(year, i, 250), "咨询方式": pick(m, "来访", "来电", "网络"),
			"咨询事项": pick(m, "婚姻家庭", "劳动争议", "人身损害", "合同纠纷", "房产物业"), "接待地点": "区公共法律服务中心", "处理结果": "当场解答"}
	})
}

func (m maker) checkups() []row {
	return m.sums(40, 19, "建议条数", func(i int) row {
		return row{"体检编号": fmt.Sprintf("检-%02d", i+1), "体检日期": weekday(fazhi.DateOf(year, 7, 8).AddDays(i * 2)), "企业名称": fmt.Sprintf("清源%s配送服务站", []string{
			"东湖", "临江", "文昌", "北门", "开平", "金山", "浦南", "石桥", "新华", "中山", "南湖", "西街", "凤山", "桥头", "幸福", "和平", "滨海", "霞浦", "锦绣"}[i]),
			"企业类型": "新就业形态企业", "律师事务所": pick(m, "清源明远律师事务所", "清源正言律师事务所"), "报告书份数": count(1)}
	})
}

func (m maker) hotline() []row {
	return m.sums(2393, 244, "接听人次", func(i int) row {
		return row{"登记编号": fmt.Sprintf("热-%03d", i+1), "接听日期": spread(year, i, 244), "事项类别": pick(m, "婚姻家庭", "劳动争议", "债权债务", "房产物业"), "值班单位": "区公共法律服务中心"}
	})
}

// services makes rows of several sorts in one ledger, so many rows and such a total for each.
func (m maker) services(prefix, sortColumn string, other func() row, sorts ...service) []row {
	var rows []row
	for _, s := range sorts {
		rows = append(rows, m.sums(s.total, s.rows, "数量", func(i int) row {
			r := other()
			r["服务编号"] = fmt.Sprintf("%s-%03d", prefix, len(rows)+i+1)
			r["服务日期"] = spread(year, i, s.rows)
			r[sortColumn] = s.sort
			return r
		})...)
	}
	return rows
}

type service struct {
	sort        string
	total, rows int
}

func (m maker) lawyers() []row {
	return m.services("律", "服务类别", func() row {
		return row{"律师事务所": pick(m, "清源明远律师事务所", "清源正言律师事务所"), "服务企业": "泉源产业园企业"}
	}, service{"法治讲座", 46, 46}, service{"法律咨询", 534, 60}, service{"法治体检", 9, 9})
}

func (m maker) communityAdvisers() []row {
	return m.services("社", "服务类别", func() row {
		return row{"街道": pick(m, streets[:]...), "社区": pick(m, "第一社区", "第二社区", "第三社区"), "律师事务所": "清源正言律师事务所"}
	}, service{"重大事项咨询", 62, 40}, service{"重要节点普法", 27, 27}, service{"协助处理法律事务", 86, 50})
}

func (m maker) governmentAdvisers() []row {
	var rows []row
	for i, name := range slices.Concat(streets[:], departments[:], bureaus[:15]) {
		rows = append(rows, row{"考核编号": fmt.Sprintf("顾-%02d", i+1), "应考核日期": fazhi.DateOf(year, 3, 29), "聘用单位": name, "受聘机构": pick(m, "清源明远律师事务所", "清源正言律师事务所"),
			"考核年度": int64(year - 1), "已考核": true, "考核完成日期": weekday(fazhi.DateOf(year, 3, 4).AddDays(i % 20)), "考核等次": pick(m, "优秀", "称职", "称职"), "是否续聘": true})
	}
	return rows
}

func (m maker) postings() []row {
	var rows []row
	for i := range 279 {
		rows = append(rows, row{"派驻编号": fmt.Sprintf("驻-%03d", i+1), "派驻日期": weekday(fazhi.DateOf(year, 1, 8).AddDays(i / 8)), "街道": streets[i%len(streets)],
			"小区名称": fmt.Sprintf("%s%s%d号小区", streets[i%len(streets)], pick(m, "锦绣", "和平", "幸福", "滨江"), i+1), "律师事务所": pick(m, "清源明远律师事务所", "清源正言律师事务所"), "业主委员会": m.IntN(2) == 0})
	}
	return rows
}

func (m maker) propertyServices() []row {
	return m.services("物", "服务类别", func() row {
		return row{"街道": pick(m, streets[:]...), "小区名称": "锦绣小区", "服务对象": pick(m, "业主委员会", "物业服务企业"), "律师事务所": "清源明远律师事务所"}
	}, service{"法律意见", 68, 44}, service{"合同起草审查", 10, 10}, service{"参与调解", 5, 5}, service{"普法宣传", 19, 19}, service{"法治讲座", 4, 4}, service{"法律咨询", 147, 30})
}
