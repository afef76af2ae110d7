package rubrics

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// join completes a table of the national model by what all tables share: how points become a score, the vetoes before the
// table's own groups and the basic elements after them. A group of the table without items is the common one of that name
// with its items; an item without text is the common one of that number with the points, and the group, of the table.
func join(common, table rubric.Rubric) rubric.Rubric {
	own := slices.Clone(table.Items)
	for i := range own {
		own[i] = completed(own[i], common.Items)
	}
	r := table
	r.Base, r.Scale, r.Veto, r.Grades = common.Base, common.Scale, common.Veto, common.Grades
	r.Groups, r.Items = nil, nil
	vetoes := groupsOf(&common, func(i rubric.Item) bool { return i.Veto })
	basics := groupsOf(&common, func(i rubric.Item) bool { return i.Role == rubric.Deducts })
	for _, g := range slices.Concat(vetoes, table.Groups, basics) {
		items := members(own, g.Name)
		if len(items) == 0 {
			g, items = declared(common.Groups, g), members(common.Items, g.Name)
		}
		r.Groups, r.Items = append(r.Groups, g), append(r.Items, items...)
	}
	return r
}

// completed fills an item that has no text.
func completed(i rubric.Item, common []rubric.Item) rubric.Item {
	n := slices.IndexFunc(common, func(c rubric.Item) bool { return c.ID == i.ID })
	if i.Name != "" || n < 0 {
		return i
	}
	made := common[n]
	made.Points, made.Group = cmp.Or(i.Points, made.Points), cmp.Or(i.Group, made.Group)
	return made
}

// groupsOf returns the groups whose first item is of a sort.
func groupsOf(r *rubric.Rubric, is func(rubric.Item) bool) []rubric.Group {
	var groups []rubric.Group
	for _, g := range r.Groups {
		if items := members(r.Items, g.Name); len(items) > 0 && is(items[0]) {
			groups = append(groups, g)
		}
	}
	return groups
}

// members returns the items of a group.
func members(items []rubric.Item, group string) []rubric.Item {
	var found []rubric.Item
	for _, i := range items {
		if i.Group == group {
			found = append(found, i)
		}
	}
	return found
}

// declared returns the group of that name, g itself if there is none.
func declared(groups []rubric.Group, g rubric.Group) rubric.Group {
	if n := slices.IndexFunc(groups, func(c rubric.Group) bool { return c.Name == g.Name }); n >= 0 {
		return groups[n]
	}
	return g
}
