package repeat

// ends returns the last day of a seizure; one that was not lifted has none.
func (f *fact) ends() int32 {
	if f.released == 0 {
		return farDay
	}
	return f.released
}

// seizure judges two seizures of one thing, the first of which is earlier: R4. On the day on which the first is lifted
// another may begin. It is red only where both are known to be 查封: the paragraph speaks of nothing else.
func (c *comparer) seizure(a, b *fact) *Warning {
	end := min(a.ends(), b.ends())
	if a.office == b.office || b.seized >= a.ends() || end < b.seized || a.serial == b.serial || c.rules[CodeSeizure].exempt(a, b) {
		return nil
	}
	d := c.draft(CodeSeizure, a, b)
	d.match(fieldObject, Same, 0)
	d.match(fieldOrgan, Differ, 0)
	if end == farDay {
		d.match(fieldSeizure, StillOn, 0)
	} else {
		d.match(fieldSeizure, Overlap, int(end-b.seized)+1)
	}
	seizing := is(measures(), a.measure, Seizing) || is(measures(), b.measure, Seizing)
	d.weak = seizing
	lost := func(f *fact) bool { return f.released == 0 && !is(statuses(), f.status, Open) }
	d.missing(lost(a) || lost(b), "解除日期")
	d.missing(a.measure == 0 || b.measure == 0, "措施种类")
	d.against(seizing, "有一方的措施是扣押，法律条文写明的是不得重复查封")
	d.against(is(statuses(), a.status, Transferred), "前一案件已经移送，物品可能一并移交")
	return d.done()
}
