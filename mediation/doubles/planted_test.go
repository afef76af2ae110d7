package doubles_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/checkdigit"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/doubles"
)

// key is random enough for tests.
var key = []byte("0123456789abcdefghijklmnopqrstuv")

// A world invents disputes, some of which are registered twice.
type world struct {
	random *rand.Rand
	people int
}

func newWorld(people int) *world { return &world{rand.New(rand.NewPCG(33, 2010)), people} }

func pick[T any](w *world, list []T) T { return list[w.random.IntN(len(list))] }

// person is the n-th inhabitant: the same each time. Names recur, as names do.
func person(n int) dispute.Party {
	r := rand.New(rand.NewPCG(7, uint64(n)))
	surnames := []rune("甄宓闻阮鲍卞嵇逄仉墨蔺乜")
	given := []rune("测试泉源清河溪山林田海岩松柏竹兰云月星辰金木水火土风雨雷电春夏秋冬东南西北红黄蓝绿青紫白石玉书画琴棋诗茶花草叶枝")
	one := func(list []rune) string { return string(list[min(r.IntN(len(list)), r.IntN(len(list)))]) }
	name := one(surnames) + one(given) + one(given)
	id := fmt.Sprintf("350599%04d%02d%02d%03d", 1950+r.IntN(55), 1+r.IntN(12), 1+r.IntN(28), n%1000)
	for _, last := range "0123456789X" {
		if checkdigit.IDNumber(id+string(last)) == nil {
			id += string(last)
			break
		}
	}
	return dispute.Party{
		Name: fazhi.PersonName(name), ID: fazhi.IDNumber(id), Phone: fazhi.Phone(fmt.Sprintf("139%08d", 10000000+n)),
		Address: fmt.Sprintf("清源街道第%d小区%d号", n%17, n),
	}
}

// company is the n-th of the organisations, of which some come again and again.
func company(n int) dispute.Party {
	body := fmt.Sprintf("91350599MA%07d", 2000000+n)
	last, err := checkdigit.Mod31(body)
	if err != nil {
		panic(err)
	}
	return dispute.Party{Name: fazhi.PersonName(fmt.Sprintf("泉源第%d物业服务有限公司", n)), Organisation: true, CreditCode: body + string(last)}
}

var (
	sorts   = []string{"婚姻家庭", "邻里", "合同", "损害赔偿", "劳动争议", "消费", "物业"}
	matters = []string{
		"屋顶渗水损坏楼下天花板", "拖欠三个月工资没有支付", "购买空调质量不合格退款", "停车位占用通道无法通行", "装修噪声影响老人休息",
		"电动车碰撞医药费赔偿", "宅基地边界砌墙超过界线", "离婚后子女抚养费给付", "租赁押金到期没有退还", "借款到期没有归还本金",
	}
)

func (w *world) dispute(n int) *dispute.Dispute {
	d := &dispute.Dispute{
		Case: mediation.Case{
			Serial: fmt.Sprintf("泉调%07d", n), Committee: fmt.Sprintf("清源街道第%d调解委员会", w.random.IntN(12)), Street: "清源街道",
			Accepted: fazhi.DateOf(2024, 1, 1).AddDays(w.random.IntN(366)), Sort: pick(w, sorts),
		},
		Matter:  fmt.Sprintf("%s（第%d处）", pick(w, matters), w.random.IntN(40)),
		Parties: []dispute.Party{person(w.random.IntN(w.people))},
	}
	if d.Sort == "物业" || d.Sort == "消费" {
		d.Parties = append(d.Parties, company(w.random.IntN(max(30, w.people/300))))
	} else {
		d.Parties = append(d.Parties, person(w.random.IntN(w.people)))
	}
	return w.written(d)
}

// written is how a clerk writes it: not everything is asked for.
func (w *world) written(d *dispute.Dispute) *dispute.Dispute {
	for i := range d.Parties {
		p := &d.Parties[i]
		if w.random.IntN(100) < 35 {
			p.ID = ""
		}
		if w.random.IntN(100) < 40 {
			p.Phone = ""
		}
		if w.random.IntN(100) < 30 {
			p.Address = ""
		}
	}
	return d
}

// again registers a dispute a second time, as somebody else writes it.
func (w *world) again(d *dispute.Dispute, n int) *dispute.Dispute {
	e := *d
	e.Serial, e.Committee = fmt.Sprintf("泉调%07d", n), fmt.Sprintf("清源街道第%d调解委员会", w.random.IntN(12))
	e.Accepted = d.Accepted.AddDays(w.random.IntN(100))
	e.Parties = append([]dispute.Party(nil), d.Parties...)
	w.random.Shuffle(len(e.Parties), func(i, j int) { e.Parties[i], e.Parties[j] = e.Parties[j], e.Parties[i] })
	for i := range e.Parties {
		w.spell(&e.Parties[i])
	}
	switch w.random.IntN(4) {
	case 0:
		e.Sort = pick(w, sorts)
	case 1:
		e.Matter = "关于" + e.Matter + "一事的纠纷"
	case 2:
		e.Matter = ""
	}
	return w.written(&e)
}

// spell writes a party in another way.
func (w *world) spell(p *dispute.Party) {
	switch w.random.IntN(8) {
	case 0:
		p.ID, p.CreditCode = fazhi.IDNumber(wide(string(p.ID))), wide(p.CreditCode)
	case 1:
		p.Name = fazhi.PersonName(strings.Join(strings.Split(string(p.Name), ""), "　"))
	case 2:
		p.Phone = fazhi.Phone("+86 " + string(p.Phone))
	case 3:
		if !p.Organisation {
			p.Name, p.Address = fazhi.PersonName([]rune(p.Name)[:1])+"某", ""
		}
	case 4:
		runes := []rune(p.Name)
		runes[len(runes)-1] = '讹'
		p.Name = fazhi.PersonName(runes)
	}
}

func wide(s string) string {
	return strings.Map(func(r rune) rune { return r - '!' + '！' }, s)
}

// disputes invents n of them, about one in a hundred twice; truth is told of each pair.
func disputes(n, people int, truth func(first, second string)) iter.Seq[*dispute.Dispute] {
	return func(yield func(*dispute.Dispute) bool) {
		w := newWorld(people)
		for i := 0; i < n; i++ {
			d := w.dispute(i)
			if !yield(d) {
				return
			}
			if w.random.IntN(100) == 0 && i+1 < n {
				i++
				e := w.again(d, i)
				truth(d.Serial, e.Serial)
				if !yield(e) {
					return
				}
			}
		}
	}
}

// prints digests disputes.
func prints(d *doubles.Digester, all iter.Seq[*dispute.Dispute]) iter.Seq2[doubles.Print, error] {
	return func(yield func(doubles.Print, error) bool) {
		for x := range all {
			if !yield(d.Print(x), nil) {
				return
			}
		}
	}
}
