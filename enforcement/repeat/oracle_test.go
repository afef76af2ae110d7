package repeat_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/repeat"
)

// The oracle compares every record with every other, straight from the texts and dates. It shares nothing with the package
// but its words.
func oracle(records []*repeat.Record, p repeat.Policy) []string {
	found := map[string]string{} // by code and pair: the strongest
	put := func(rule, code string, level string, strength int, a, b *repeat.Record, missing ...string) {
		text := strings.Join([]string{rule, level, itoa(strength), a.Serial, b.Serial}, " ")
		if missing = slices.DeleteFunc(missing, func(m string) bool { return m == "" }); len(missing) > 0 {
			text += " 缺 " + strings.Join(missing, "、")
		}
		key := code + "\x00" + a.Serial + "\x00" + b.Serial
		old, there := found[key]
		if !there || strengthOf(old) < strength {
			found[key] = text
		}
	}
	for _, a := range records {
		for _, b := range records {
			if a != b {
				oracleAct(a, b, put)
				oracleVisits(a, b, p, put)
				oracleSeizure(a, b, put)
			}
		}
	}
	oracleYear(records, p, put)
	keys := []string{}
	for k := range found {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := []string{}
	for _, k := range keys {
		out = append(out, found[k])
	}
	return out
}

type putFunc func(rule, code string, level string, strength int, a, b *repeat.Record, missing ...string)

func strengthOf(line string) int {
	var n int
	_, _ = fmt.Sscan(strings.Fields(line)[2], &n)
	return n
}

func earlier(x, y fazhi.Date, a, b *repeat.Record) bool {
	return x.Before(y) || x == y && a.Serial < b.Serial
}

func flat(s string) string { return strings.ReplaceAll(strings.ToUpper(s), " ", "") }

// actDays are the days of an act, one by one; nil: not known.
func actDays(r *repeat.Record) map[fazhi.Date]bool {
	until := r.Until
	if until.IsZero() {
		until = r.From
	}
	if r.From.IsZero() || until.Before(r.From) {
		return nil
	}
	days := map[fazhi.Date]bool{}
	for d := r.From; !d.After(until); d = d.AddDays(1) {
		days[d] = true
		if d == r.Ordered || d == r.Decided {
			break // what is done afterwards is a new act
		}
	}
	return days
}

// state is fined, open, unknown or nothing.
func state(r *repeat.Record) string {
	hasFine := r.Fine != nil && *r.Fine > 0 || r.Fine == nil && slices.Contains(r.Penalties, "罚款")
	switch {
	case r.Status == "已撤销" || r.Status == "已移送" || r.Status == "不予处罚" || r.Status == "销案":
		return "nothing"
	case r.Status == "在办":
		return "open"
	case hasFine:
		return "fined"
	case r.Fine != nil || len(r.Penalties) > 0:
		return "nothing"
	case r.Status == "" && r.Decided.IsZero() && !r.Filed.IsZero():
		return "open"
	}
	return "unknown"
}

// follows reports whether one of two records is linked to the other, or both to a third, in one of some ways.
func linked(a, b *repeat.Record, ways ...repeat.Follows) bool {
	has := func(r *repeat.Record) bool { return slices.Contains(ways, r.Follows) }
	return has(a) && (a.Of == "" || a.Of == b.Serial) || has(b) && (b.Of == "" || b.Of == a.Serial) || has(a) && has(b) && a.Of == b.Of
}

func oracleAct(a, b *repeat.Record, put putFunc) {
	if a.Sort != repeat.Penalty || b.Sort != repeat.Penalty || a.Party == "" || a.Party != b.Party || !earlier(a.From, b.From, a, b) {
		return
	}
	common := 0
	for d := range actDays(a) {
		if actDays(b)[d] {
			common++
		}
	}
	sameCode := a.ActCode != "" && a.ActCode == b.ActCode
	sameCause := (a.ActCode == "" || b.ActCode == "") && a.Cause != "" && a.Cause == b.Cause
	pa, pb := flat(a.Place), flat(b.Place)
	if common == 0 || !sameCode && !sameCause || pa != "" && pb != "" && pa != pb {
		return
	}
	strength, missing := 30+20+map[bool]int{true: 30, false: 20}[sameCode], []string{"", "", "", ""}
	if !sameCode {
		missing[1] = "违法行为代码"
	}
	if a.Until.IsZero() || b.Until.IsZero() {
		missing[2] = "行为终了日期"
	}
	if pa != "" && pa == pb {
		strength += 10
	} else {
		missing[3] = "地点"
	}
	oracleStand(a, b, strength, missing, put)
}

func oracleStand(a, b *repeat.Record, strength int, missing []string, put putFunc) {
	states := []string{state(a), state(b)}
	slices.Sort(states)
	level := repeat.Red
	switch strings.Join(states, " ") {
	case "fined fined":
		strength += 10
	case "fined open":
		level = repeat.Amber
	case "fined unknown":
		missing[0] = "罚款金额"
	case "open open":
		if a.Organ == "" || b.Organ == "" || a.Organ == b.Organ || linked(a, b, "重作", "移送") {
			return
		}
		if a.Status == "" || b.Status == "" {
			missing[0] = "状态"
		} else {
			strength += 10
		}
		put("R2", string(repeat.CodeOpen), "amber", strength, a, b, missing...)
		return
	default:
		return
	}
	if linked(a, b, "重作", "按日连续") {
		return
	}
	if strings.Join(missing, "") != "" {
		level = repeat.Amber
	}
	put("R1", string(repeat.CodeFine), string(level), strength, a, b, missing...)
}

func visit(r *repeat.Record) bool {
	return r.Sort == repeat.Inspection && r.Party != "" && r.Organ != "" && !r.Inspected.IsZero() && r.Follows != repeat.Recheck
}

func oracleVisits(a, b *repeat.Record, p repeat.Policy, put putFunc) {
	if !visit(a) || !visit(b) || a.Party != b.Party || a.Organ == b.Organ || !earlier(a.Inspected, b.Inspected, a, b) ||
		b.Inspected.DaysSince(a.Inspected) > cmp.Or(p.Apart, 30) || a.Joint != "" && a.Joint == b.Joint {
		return
	}
	same := slices.ContainsFunc(a.Items, func(i string) bool { return slices.Contains(b.Items, i) })
	merge := slices.ContainsFunc(p.Mergeable, func(g []string) bool {
		in := func(i string) bool { return slices.Contains(g, i) }
		return slices.ContainsFunc(a.Items, in) && slices.ContainsFunc(b.Items, in)
	})
	unknown := len(a.Items) == 0 || len(b.Items) == 0
	switch {
	case same:
		put("R3", string(repeat.CodeOrgans), "amber", 100, a, b)
	case merge:
		put("R3", string(repeat.CodeOrgans), "amber", 90, a, b)
	case unknown:
		put("R3", string(repeat.CodeOrgans), "amber", 70, a, b, "检查事项")
	case p.AnyItems:
		put("R3", string(repeat.CodeOrgans), "amber", 70, a, b)
	}
}

func oracleSeizure(a, b *repeat.Record, put putFunc) {
	held := func(r *repeat.Record) bool {
		return r.Sort != repeat.Inspection && r.Object != "" && r.Organ != "" && !r.Seized.IsZero() && r.Status != "已撤销"
	}
	if !held(a) || !held(b) || a.Object != b.Object || a.Organ == b.Organ || !earlier(a.Seized, b.Seized, a, b) || linked(a, b, "重作", "移送") {
		return
	}
	never := day("9999-12-31")
	endA, endB := cmp.Or(a.Released, never), cmp.Or(b.Released, never)
	if !b.Seized.Before(endA) || endB.Before(b.Seized) {
		return
	}
	strength, level, missing := 100, "red", ""
	if a.Released.IsZero() && b.Released.IsZero() {
		strength = 90
	}
	if a.Released.IsZero() && a.Status != "在办" || b.Released.IsZero() && b.Status != "在办" {
		level, missing = "amber", "解除日期"
	}
	weak := a.Measure == "扣押" || b.Measure == "扣押"
	if a.Measure == "" || b.Measure == "" {
		weak, missing = true, strings.Trim(missing+"、措施种类", "、")
	}
	if weak {
		level = "amber"
	}
	put("R4", string(repeat.CodeSeizure), level, strength, a, b, missing)
}

// oracleYear counts, for each organ, enterprise and year, by matter and altogether.
func oracleYear(records []*repeat.Record, p repeat.Policy, put putFunc) {
	groups := map[string][]*repeat.Record{}
	for _, r := range records {
		if !visit(r) || slices.Contains([]repeat.Lead{"投诉举报", "转办交办", "监测线索", "企业申请"}, r.Lead) {
			continue
		}
		for _, item := range slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(r.Items), "")))) {
			key := fmt.Sprint(r.Organ, "|", string(r.Party), "|", item, "|", r.Inspected.Year())
			groups[key] = append(groups[key], r)
		}
	}
	for key, list := range groups {
		parts := strings.Split(key, "|")
		oracleLimit(list, parts[0], parts[2], p, put)
	}
}

func oracleLimit(list []*repeat.Record, organ, item string, p repeat.Policy, put putFunc) {
	limit, known := 0, false
	for _, l := range p.Limits {
		if l.Organ == organ && l.Item == item {
			limit, known = l.Times, true
		}
	}
	whole := slices.ContainsFunc(p.Limits, func(l repeat.Limit) bool { return l.Organ == organ && l.Item == "" })
	if !known {
		if item == "" || whole {
			return
		}
		limit = cmp.Or(p.Yearly, 1)
	}
	slices.SortFunc(list, func(a, b *repeat.Record) int {
		return cmp.Or(a.Inspected.Compare(b.Inspected), cmp.Compare(a.Serial, b.Serial))
	})
	list = visits(list)
	for i := limit; i < len(list); i++ {
		strength := 70
		if item != "" {
			strength += 10
		}
		if known {
			strength += 20
		}
		put("R3", string(repeat.CodeFrequency), "amber", strength, list[i-1], list[i])
	}
}

// visits leaves out each record that belongs to the inspection of any one before it.
func visits(list []*repeat.Record) (all []*repeat.Record) {
	for i, r := range list {
		if !slices.ContainsFunc(list[:i], func(b *repeat.Record) bool { return r.Joint != "" && r.Joint == b.Joint || r.Serial == b.Serial }) {
			all = append(all, r)
		}
	}
	return all
}

// random makes a small ledger full of near-misses: few parties, organs, acts and days, and much that is left out.
func random(rng *rand.Rand, n int) []*repeat.Record {
	pick := func(words ...string) string { return words[rng.IntN(len(words))] }
	when := func(blank int) fazhi.Date {
		if rng.IntN(100) < blank {
			return fazhi.Date{}
		}
		return day("2024-12-25").AddDays(rng.IntN(14))
	}
	var all []*repeat.Record
	full := rng.IntN(2) == 0
	for i := range n {
		r := &repeat.Record{
			Serial: fmt.Sprintf("R-%02d", i), Sort: repeat.Sort(pick("行政处罚", "行政处罚", "行政检查", "行政强制")),
			Organ: pick("甲局", "乙局", "乙局", ""), Party: repeat.PartyCode(pick("TESTA", "TESTA", "TESTA", "TESTB", "")),
			ActCode: pick("W1", "W1", "W2", ""), Cause: pick("x", "x", "y", ""), Place: pick("路1号", "路 1号", "路2号", "", ""),
			From: when(5), Until: when(25), Filed: when(30), Decided: when(50), Ordered: when(80),
			Status:  repeat.Status(pick("在办", "在办", "已结", "已结", "已结", "", "已撤销", "已移送", "不予处罚", "销案")),
			Follows: repeat.Follows(pick("", "", "", "", "", "复查", "重作", "按日连续", "移送")),
			Object:  pick("CJ1", "CJ1", "CJ2", ""), Seized: when(10), Released: when(40), Measure: repeat.Measure(pick("查封", "查封", "查封", "扣押", "")),
			Inspected: when(5), Joint: pick("", "", "", "LH1", "LH2"), Lead: repeat.Lead(pick("", "日常", "专项", "投诉举报", "企业申请")),
		}
		for _, item := range []string{"消防", "特种设备", "广告"} {
			if rng.IntN(3) == 0 {
				r.Items = append(r.Items, item)
			}
		}
		if r.Follows != "" && rng.IntN(5) > 0 {
			r.Of = fmt.Sprintf("R-%02d", rng.IntN(n))
		}
		randomFine(rng, r)
		if full && rng.IntN(3) > 0 {
			fill(rng, r)
		}
		all = append(all, r)
	}
	return all
}

// fill puts in what a good ledger has.
func fill(rng *rand.Rand, r *repeat.Record) {
	fine := fazhi.Money(50000)
	r.ActCode, r.Place, r.Status, r.Fine, r.Party = "W1", "路1号", []repeat.Status{"已结", "在办"}[rng.IntN(2)], &fine, "TESTA"
	if r.Until.IsZero() {
		r.Until = r.From.AddDays(3)
	}
}

func randomFine(rng *rand.Rand, r *repeat.Record) {
	if rng.IntN(3) > 0 {
		m := fazhi.Money(rng.IntN(3) * 50000)
		r.Fine = &m
	}
	if rng.IntN(3) == 0 {
		r.Penalties = []string{[]string{"罚款", "警告"}[rng.IntN(2)]}
	}
}

func policies() []repeat.Policy {
	return []repeat.Policy{
		{},
		{Limits: []repeat.Limit{{Organ: "甲局", Item: "消防", Times: 2}, {Organ: "乙局", Times: 1}}, Apart: 5},
		{Yearly: 2, Apart: 3, Mergeable: [][]string{{"消防", "特种设备"}}, Limits: []repeat.Limit{{Organ: "甲局", Times: 2}, {Organ: "甲局", Item: "广告", Times: 1}}},
		{AnyItems: true, Apart: 7},
	}
}

// The scan finds what the oracle finds, in any order of the records, and an index that is filled day by day finds it too.
func TestOracle(t *testing.T) {
	rng := rand.New(rand.NewPCG(20250301, 7))
	total := map[string]int{}
	for round := range 3000 {
		records, policy := random(rng, 2+rng.IntN(16)), policies()[round%len(policies())]
		want := oracle(records, policy)
		got, _ := scan(t, records, repeat.Options{Policy: policy})
		require.Equal(t, want, lines(got), "round %d: %v", round, records)
		rng.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		again, _ := scan(t, records, repeat.Options{Policy: policy})
		require.Equal(t, got, again, "round %d", round)
		for _, w := range got {
			total[string(w.Code)+string(w.Level)]++
			require.Equal(t, w.Strength, sum(w), "the strength is the sum")
		}
	}
	for _, key := range []string{"enforcement/repeat/finered", "enforcement/repeat/fineamber", "enforcement/repeat/case/two-organsamber", "enforcement/repeat/inspection/frequencyamber", "enforcement/repeat/inspection/organsamber", "enforcement/repeat/seizurered", "enforcement/repeat/seizureamber"} {
		require.Greater(t, total[key], 50, "%s: the ledgers are rich enough", key)
	}
}

func sum(w repeat.Warning) (n int) {
	for _, m := range w.Matched {
		n += m.Points
	}
	return n
}
