package lifecycle

import "slices"

// ways reports steps that cannot be reached, and steps from which no final step can be reached: dead ends, and circles
// without a way out.
func (v *vetter) ways() {
	begun := v.spread(func(s *Step) bool { return s.First }, v.leadsOn)
	ended := v.spread(func(s *Step) bool { return s.Final }, v.leadsBack)
	if !slices.Contains(begun, true) {
		v.say("没有可以开始的步骤")
	}
	for i := range v.flow.Steps {
		if !begun[i] {
			v.say("步骤“%s”从开始不能到达", v.flow.Steps[i].Name)
		}
		if !ended[i] {
			v.say("步骤“%s”之后不能办结", v.flow.Steps[i].Name)
		}
	}
}

// spread marks the steps that hold at first and, again and again, those that are led to.
func (v *vetter) spread(first func(*Step) bool, leads func(from, to int) bool) []bool {
	marked := make([]bool, len(v.flow.Steps))
	var todo []int
	for i := range v.flow.Steps {
		if first(&v.flow.Steps[i]) {
			marked[i] = true
			todo = append(todo, i)
		}
	}
	for ; len(todo) > 0; todo = todo[1:] {
		for i := range v.flow.Steps {
			if !marked[i] && leads(todo[0], i) {
				marked[i] = true
				todo = append(todo, i)
			}
		}
	}
	return marked
}

func (v *vetter) leadsOn(from, to int) bool {
	return slices.Contains(v.flow.Steps[to].After, v.flow.Steps[from].Name)
}

func (v *vetter) leadsBack(from, to int) bool { return v.leadsOn(to, from) }

// pauses reports a pause that no step ends, and an end of none.
func (v *vetter) pauses() {
	pausing := slices.ContainsFunc(v.flow.Steps, func(s Step) bool { return s.Pauses })
	resuming := slices.ContainsFunc(v.flow.Steps, func(s Step) bool { return s.Resumes })
	switch {
	case pausing && !resuming:
		v.say("有中止的步骤，没有恢复的步骤")
	case resuming && !pausing:
		v.say("有恢复的步骤，没有中止的步骤")
	}
}
