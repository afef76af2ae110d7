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
)

// Bounds of a rubric. The largest table that is known has some 80 items.
const (
	MaxItems      = 1_000
	MaxConditions = 100   // of one item, of one sort
	MaxText       = 2_000 // bytes
)

// Vet says everything that is wrong with a rubric by itself, in the order of its fields; paths are those of its JSON,
// "/items/3/points", with the cell where it is known. Whether its conditions can be compiled is for package rules.
func Vet(r Rubric) fazhi.Issues {
	v := &vetting{}
	v.rubric(&r)
	Locate(v.issues, r.At)
	return v.issues
}

// vetting is the work on one rubric.
type vetting struct {
	base   fazhi.Path
	issues fazhi.Issues
}

func (v *vetting) report(code fazhi.Code, field, message string) {
	v.issues = append(v.issues, fazhi.Issue{Code: code, Path: v.base.At(field), Message: message})
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
		if first, double := seen[r.Items[i].ID]; double && r.Items[i].ID != "" {
			v.report(DoubleItem, "id", "编号与第"+strconv.Itoa(first+1)+"项重复")
		} else {
			seen[r.Items[i].ID] = i
		}
	}
}

// total compares the points with what they are stated to add up to.
func (v *vetting) total(r *Rubric) {
	var sum Points
	for i := range r.Items {
		if sum += r.Items[i].Points; sum > MaxPoints || sum < -MaxPoints {
			v.report(BadTotal, "total", "各项分值合计超过"+MaxPoints.String()+"分")
			return
		}
	}
	switch {
	case r.Total < 0:
		v.report(BadTotal, "total", "总分不能是负数")
	case r.Total != 0 && sum != r.Total:
		v.report(BadTotal, "total", "各项分值合计"+sum.String()+"分，与总分"+r.Total.String()+"分不符")
	}
}

func (v *vetting) item(i *Item, based bool) {
	v.required("id", i.ID, UnnamedItem, "没有项目的编号")
	v.text("group", i.Group)
	v.required("name", i.Name, UnnamedItem, "没有项目的名称")
	v.text("basis", i.Basis)
	if i.Basis == "" && !based {
		v.issues = append(v.issues, fazhi.Issue{Code: NoBasis, Severity: fazhi.Warning, Path: v.base.At("basis"), Message: "没有依据"})
	}
	switch {
	case i.Points < 0:
		v.report(BadPoints, "points", "分值不能是负数")
	case i.Points == 0 && !i.Veto:
		v.report(BadPoints, "points", "没有分值；不计分的，应当是一票否决项")
	case i.Points > MaxPoints:
		v.report(BadPoints, "points", "分值超过"+MaxPoints.String()+"分")
	}
	v.conditions("applies", i.Applies)
	v.conditions("meets", i.Meets)
}

func (v *vetting) conditions(field string, list []Condition) {
	if len(list) > MaxConditions {
		v.report(ManyTests, field, "条件超过"+strconv.Itoa(MaxConditions)+"个")
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
