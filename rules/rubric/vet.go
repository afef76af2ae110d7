package rubric

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// Codes of what is wrong with a rubric.
const (
	Unnamed     fazhi.Code = "rubric/name"            // no ID, name or version
	BadText     fazhi.Code = "rubric/text"            // outer blanks, control characters, not UTF-8, too long
	BadDates    fazhi.Code = "rubric/dates"           // it ends before it begins
	BadTotal    fazhi.Code = "rubric/total"           // the points do not add up to the total, or the total is none
	NoItems     fazhi.Code = "rubric/items"           // none, or too many
	UnnamedItem fazhi.Code = "rubric/item/name"       // no ID or name
	DoubleItem  fazhi.Code = "rubric/item/double"     // two items with one ID
	BadPoints   fazhi.Code = "rubric/item/points"     // an item is worth nothing, less, or too much
	NoBasis     fazhi.Code = "rubric/item/basis"      // neither the item nor the rubric says on what it rests
	ManyTests   fazhi.Code = "rubric/item/conditions" // too many conditions
	BadRole     fazhi.Code = "rubric/item/role"       // no such role
	StrayItem   fazhi.Code = "rubric/item/group"      // the item's group is not declared, though others are
	ManyWays    fazhi.Code = "rubric/item/ways"       // more than one of 扣全分, 每处扣 and a range
	BadEach     fazhi.Code = "rubric/item/each"       // a fault takes less than nothing, or more than there is
	BadRange    fazhi.Code = "rubric/item/range"      // the range is no range of the item's points
	NoChoice    fazhi.Code = "rubric/item/choice"     // conditions cannot choose how much of a range is taken
	BadKey      fazhi.Code = "rubric/item/key"        // a key item without a declared group, or one that does not earn
)

// Bounds of a rubric. The largest table that is known has some 80 items.
const (
	MaxItems      = 1_000
	MaxConditions = 100   // of one item, of one sort
	MaxText       = 2_000 // bytes
	MaxGroups     = 100
	MaxGrades     = 20
)

// Vet says everything that is wrong with a rubric by itself, in the order of its fields; paths are those of its JSON,
// "/items/3/points", with the cell where it is known. Whether its conditions can be compiled is for package rules.
func Vet(r Rubric) fazhi.Issues {
	v := &vetting{shares: sharesOf(&r)}
	v.rubric(&r)
	Locate(v.issues, r.At)
	return v.issues
}

// vetting is the work on one rubric.
type vetting struct {
	base   fazhi.Path
	shares []share // of the groups, after that of none
	issues fazhi.Issues
}

func (v *vetting) report(code fazhi.Code, field, message string) {
	v.issues = append(v.issues, fazhi.Issue{Code: code, Path: v.base.At(field), Message: message})
}

func (v *vetting) warn(code fazhi.Code, field, message string) {
	v.issues = append(v.issues, fazhi.Issue{Code: code, Severity: fazhi.Warning, Path: v.base.At(field), Message: message})
}

func (v *vetting) rubric(r *Rubric) {
	v.required("id", r.ID, Unnamed, "没有标准的编号")
	v.required("name", r.Name, Unnamed, "没有标准的名称")
	v.required("version", r.Version, Unnamed, "没有标准的版本")
	v.text("kind", string(r.Kind))
	v.text("basis", r.Basis)
	if !r.From.IsZero() && !r.Until.IsZero() && r.Until.Before(r.From) {
		v.report(BadDates, "until", "失效日期早于施行日期")
	}
	v.total(r)
	v.score(r)
	v.groups(r)
	v.items(r)
}

func (v *vetting) items(r *Rubric) {
	switch {
	case len(r.Items) == 0:
		v.report(NoItems, "items", "没有项目")
	case len(r.Items) > MaxItems:
		v.report(NoItems, "items", "项目超过"+strconv.Itoa(MaxItems)+"个")
		return
	}
	seen := make(map[string]int, len(r.Items))
	for i := range r.Items {
		v.base = fazhi.At("items", i)
		v.item(&r.Items[i], r.Basis != "")
		v.way(&r.Items[i])
		v.member(r, &r.Items[i])
		if first, double := seen[r.Items[i].ID]; double && r.Items[i].ID != "" {
			v.report(DoubleItem, "id", "编号与第"+strconv.Itoa(first+1)+"项重复")
		} else {
			seen[r.Items[i].ID] = i
		}
	}
}

// total compares the points that can be earned with what they are stated to add up to.
func (v *vetting) total(r *Rubric) {
	sum, what := Points(0), "各项"
	for i := range r.Items {
		if r.Items[i].Role != Earns {
			what = "各得分项"
			continue
		}
		if sum += r.Items[i].Points; sum > MaxPoints || sum < -MaxPoints {
			v.report(BadTotal, "total", "各项分值合计超过"+MaxPoints.String()+"分")
			return
		}
	}
	switch {
	case r.Total < 0:
		v.report(BadTotal, "total", "总分不能是负数")
	case r.Total != 0 && sum != r.Total:
		v.report(BadTotal, "total", what+"分值合计"+sum.String()+"分，与总分"+r.Total.String()+"分不符")
	}
}

func (v *vetting) item(i *Item, based bool) {
	v.required("id", i.ID, UnnamedItem, "没有项目的编号")
	v.text("group", i.Group)
	v.required("name", i.Name, UnnamedItem, "没有项目的名称")
	v.text("basis", i.Basis)
	if i.Basis == "" && !based {
		v.warn(NoBasis, "basis", "没有依据")
	}
	if v.amount(BadPoints, "points", "分值", i.Points) && i.Points == 0 && !i.Veto {
		v.report(BadPoints, "points", "没有分值；不计分的，应当是一票否决项")
	}
	v.conditions(ManyTests, "applies", i.Applies)
	v.conditions(ManyTests, "meets", i.Meets)
}

// way vets how points of an item are taken.
func (v *vetting) way(i *Item) {
	ways := 0
	for _, used := range [...]bool{i.Whole, i.Each != 0, i.Least != 0 || i.Most != 0} {
		if used {
			ways++
		}
	}
	if ways > 1 {
		v.report(ManyWays, "whole", "扣全分、每处扣和扣分幅度只能用一种")
	}
	if v.amount(BadEach, "each", "每处扣分", i.Each) && i.Each > max(i.Points, 0) {
		v.report(BadEach, "each", "每处扣"+i.Each.String()+"分，多于分值"+i.Points.String()+"分")
	}
	low, high := v.amount(BadRange, "least", "扣分下限", i.Least), v.amount(BadRange, "most", "扣分上限", i.Most)
	switch {
	case !low || !high:
	case i.Least > i.Most:
		v.report(BadRange, "least", "扣分下限"+i.Least.String()+"分高于上限"+i.Most.String()+"分")
	case i.Most > max(i.Points, 0):
		v.report(BadRange, "most", "扣分上限"+i.Most.String()+"分高于分值"+i.Points.String()+"分")
	case i.Least < i.Most && len(i.Meets) > 0:
		v.report(NoChoice, "meets", "扣多少分要由人选定的，不能有合格条件")
	}
}

// member vets what an item is among the others: its role and its group.
func (v *vetting) member(r *Rubric, i *Item) {
	if int(i.Role) >= len(Roles()) {
		v.report(BadRole, "role", "没有这种项目性质")
	}
	_, declared := r.group(i.Group)
	if !declared && i.Group != "" && len(r.Groups) > 0 && len(r.Groups) <= MaxGroups {
		v.report(StrayItem, "group", "分组没有列在评分分组中")
	}
	switch {
	case i.Key && i.Role != Earns:
		v.report(BadKey, "key", "只有得分项可以是关键项")
	case i.Key && !declared:
		v.report(BadKey, "key", "关键项应当属于评分分组中的一组")
	}
}

// amount reports points that are less than none or too many, and whether they are neither.
func (v *vetting) amount(code fazhi.Code, field, title string, p Points) bool {
	switch {
	case p < 0:
		v.report(code, field, title+"不能是负数")
	case p > MaxPoints:
		v.report(code, field, title+"超过"+MaxPoints.String()+"分")
	default:
		return true
	}
	return false
}

func (v *vetting) conditions(many fazhi.Code, field string, list []Condition) {
	if len(list) > MaxConditions {
		v.report(many, field, "条件超过"+strconv.Itoa(MaxConditions)+"个")
		return
	}
	base := v.base
	for n := range list {
		v.base = base.At(field, n)
		v.text("field", list[n].Field)
		v.text("relation", list[n].Relation)
		v.text("value", list[n].Value)
	}
	v.base = base
}

func (v *vetting) required(field, text string, code fazhi.Code, message string) {
	if text == "" {
		v.report(code, field, message)
		return
	}
	v.text(field, text)
}

// text reports a text that would not come back from a cell as it is.
func (v *vetting) text(field, text string) {
	switch {
	case !utf8.ValidString(text):
		v.report(BadText, field, "不是有效的 UTF-8 文本")
	case len(text) > MaxText:
		v.report(BadText, field, "文字太长")
	case strings.TrimFunc(text, isBlank) != text:
		v.report(BadText, field, "首尾有空白")
	case strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) || r >= 0xfffd && r <= 0xffff }):
		v.report(BadText, field, "含有换行、乱码或控制字符")
	}
}

// isBlank reports characters that readers of cells remove at both ends.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' }
