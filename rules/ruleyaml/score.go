package ruleyaml

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// points reads a number of points.
func points(to *rubric.Points) func(*yaml.Node) string {
	return parsed(to, "应当是数字，至多两位小数")
}

// bound reads a number of points that may be left out.
func bound(to **rubric.Points) func(*yaml.Node) string {
	return func(n *yaml.Node) string {
		var p rubric.Points
		fault := points(&p)(n)
		if fault == "" && n.Tag != "!!null" && n.Value != "" {
			*to = &p
		}
		return fault
	}
}

func (r *reader) groupKeys(path fazhi.Path, to *rubric.Group) []key {
	return []key{
		r.at("分组", path+"/name", text(&to.Name)),
		r.at("环节", path+"/stage", text(&to.Stage)),
		r.at("分值", path+"/points", points(&to.Points)),
		r.at("封顶", path+"/cap", points(&to.Cap)),
		r.at("否决", path+"/veto", r.veto(path+"/veto", &to.Veto)),
		r.at("适用", path+"/applies", r.conditions(path+"/applies", &to.Applies)),
		r.at("应有", path+"/needs", r.conditions(path+"/needs", &to.Needs)),
	}
}

// veto reads {后果: 限制等次, 等次: 良好}.
func (r *reader) veto(path fazhi.Path, to **rubric.Veto) func(*yaml.Node) string {
	return func(n *yaml.Node) string {
		made := &rubric.Veto{}
		*to = made
		r.mapping(n, "否决", []key{
			r.at("后果", path+"/effect", parsed(&made.Effect, "应当是"+strings.Join(rubric.Effects(), "、")+"之一")),
			r.at("等次", path+"/grade", text(&made.Grade)),
			r.at("扣分", path+"/points", points(&made.Points)),
		})
		return ""
	}
}

// grades reads {优秀: 90, 合格: 60, 不合格: 0}, in the order of the file.
func (r *reader) grades(to *[]rubric.Grade) func(*yaml.Node) string {
	return func(n *yaml.Node) string {
		switch {
		case n.Kind != yaml.MappingNode:
			return "应当写作“等次: 起分”，一行一个"
		case len(n.Content) > 2*rubric.MaxGrades:
			return "不能超过" + strconv.Itoa(rubric.MaxGrades) + "项"
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			var g rubric.Grade
			r.places[fazhi.At("grades", i/2)] = r.line(n.Content[i].Line)
			fault := text(&g.Name)(n.Content[i])
			if fault == "" {
				fault = points(&g.Least)(n.Content[i+1])
			}
			if fault != "" {
				r.report(BadValue, n.Content[i].Line, "等次的名称应当是文字，起分应当是数字，至多两位小数")
			}
			*to = append(*to, g)
		}
		return ""
	}
}

// span reads [1, 5]: the least and the most that is taken.
func (r *reader) span(path fazhi.Path, least, most *rubric.Points) func(*yaml.Node) string {
	return func(n *yaml.Node) string {
		const fault = "应当写作 [最少扣几分, 最多扣几分]"
		r.places[path+"/most"] = r.line(n.Line)
		if n.Kind != yaml.SequenceNode || len(n.Content) != 2 {
			return fault
		}
		if points(least)(n.Content[0]) != "" || points(most)(n.Content[1]) != "" {
			return fault
		}
		return ""
	}
}
