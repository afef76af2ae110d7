package casefile

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
)

// Vocabulary returns the fields that conditions on examined files may speak of: what the file says, every limit, duty and
// order and every writ as a text that is one of the states (处罚决定期限 等于 符合), and which documents there are and are missing. Personal data
// is not among them.
func Vocabulary() (*rules.Vocabulary[*Examined], error) {
	var list []rules.Field[*Examined]
	list = append(list, headFields()...)
	list = append(list, dateFields()...)
	list = append(list, factFields()...)
	list = append(list, documentFields()...)
	list = append(list, dayFields()...)
	return rules.NewVocabulary(append(list, stateFields()...)...)
}

// of asks the file, and has the zero value where there is none.
func of[V any](get func(*File) V) func(*Examined) V {
	return func(e *Examined) V {
		if e == nil || e.File == nil {
			var none V
			return none
		}
		return get(e.File)
	}
}

func headFields() []rules.Field[*Examined] {
	return []rules.Field[*Examined]{
		rules.Text("案卷编号", of(func(f *File) string { return f.Serial })).At("/serial"),
		rules.Text("决定书文号", of(func(f *File) string { return f.Number })).At("/number"),
		rules.Text("执法机关", of(func(f *File) string { return f.Organ })).At("/organ"),
		rules.Text("案卷类型", of(func(f *File) string { return string(f.Sort) })).At("/sort").With("", sortNames()...),
		rules.Text("程序", of(func(f *File) string { return string(f.Procedure) })).At("/procedure").With("", procedureNames()...),
		rules.Text("案由", of(func(f *File) string { return f.Cause })).At("/cause"),
		rules.Text("当事人类型", of(func(f *File) string { return f.PartySort })).At("/partySort").With("", partySorts()...),
		rules.List("处罚种类", of(func(f *File) []string { return f.Penalties })).At("/penalties"),
		moneyField("罚款金额", "/fine", func(f *File) *fazhi.Money { return f.Fine }),
		moneyField("加处罚款金额", "/added", func(f *File) *fazhi.Money { return f.Added }),
		numberField("执法人员人数", "/officers", func(f *File) *int { return f.Officers }),
		numberField("有执法资格人数", "/qualified", func(f *File) *int { return f.Qualified }),
	}
}

func sortNames() []string {
	var names []string
	for _, s := range sorts() {
		names = append(names, string(s))
	}
	return names
}

func procedureNames() []string { return []string{string(Ordinary), string(Summary)} }

func partySorts() []string { return []string{Citizen, LegalPerson, Organization} }

func moneyField(name string, path fazhi.Path, get func(*File) *fazhi.Money) rules.Field[*Examined] {
	value := of(get)
	return rules.Money(name, func(e *Examined) (fazhi.Money, bool) {
		m := value(e)
		if m == nil {
			return 0, false
		}
		return *m, true
	}).At(path)
}

func numberField(name string, path fazhi.Path, get func(*File) *int) rules.Field[*Examined] {
	value := of(get)
	return rules.Integer(name, func(e *Examined) (int64, bool) {
		n := value(e)
		if n == nil {
			return 0, false
		}
		return int64(*n), true
	}).At(path).In("人")
}

func dateFields() []rules.Field[*Examined] {
	var list []rules.Field[*Examined]
	for i, n := range nodes() {
		list = append(list, rules.Date(n.name, of(func(f *File) fazhi.Date { return f.Dates[i] })).At(Event(i).Path()).With(n.doc))
	}
	return list
}

func factFields() []rules.Field[*Examined] {
	var list []rules.Field[*Examined]
	for i, n := range factNodes() {
		answer := of(func(f *File) Answer { return f.Facts[i] })
		list = append(list, rules.YesNo(n.name, func(e *Examined) (bool, bool) {
			a := answer(e)
			return a == Yes, a != Unknown
		}).At(Fact(i).Path()).With(n.doc))
	}
	return list
}

func documentFields() []rules.Field[*Examined] {
	const at fazhi.Path = "/documents"
	known := func(get func(*Examined) bool) func(*Examined) (bool, bool) {
		return func(e *Examined) (bool, bool) {
			if e == nil || e.File == nil {
				return false, false
			}
			return get(e), true
		}
	}
	return []rules.Field[*Examined]{
		rules.List("卷内文书", (*Examined).Documents).At(at).With("案卷中的文书，同一文书的其他名称按统一名称"),
		rules.List("缺少文书", (*Examined).Missing).At(at).With("依法应当有而案卷中没有的文书", writNames()...),
		rules.YesNo("文书齐全", known(func(e *Examined) bool { return len(e.missing) == 0 })).At(at).With("没有缺少的文书"),
		rules.YesNo("文书不重复", known(func(e *Examined) bool { return !e.double })).At(at).With("没有同名同日或者内容相同的文书"),
		rules.YesNo("文书有日期", known(everyDocument(func(d *Document) bool { return !d.Date.IsZero() }))).At(at).With("每份文书都登记了日期"),
		rules.YesNo("文书有页数", known(everyDocument(func(d *Document) bool { return d.Pages > 0 }))).At(at).With("每份文书都登记了页数"),
		rules.Integer("文书份数", func(e *Examined) (int64, bool) { return int64(len(e.Documents())), e != nil && e.File != nil }).At(at).In("份"),
	}
}

// writNames are the names of the writs, each once.
func writNames() []string {
	var names []string
	for _, w := range Writs() {
		if !slices.Contains(names, w.Name) {
			names = append(names, w.Name)
		}
	}
	return names
}

func everyDocument(good func(*Document) bool) func(*Examined) bool {
	return func(e *Examined) bool {
		for i := range e.File.Documents {
			if !good(&e.File.Documents[i]) {
				return false
			}
		}
		return true
	}
}

func dayFields() []rules.Field[*Examined] {
	between := func(name string, from, to Event) rules.Field[*Examined] {
		return rules.Days(name, func(e *Examined) (fazhi.Date, fazhi.Date) {
			if e == nil || e.File == nil {
				return fazhi.Date{}, fazhi.Date{}
			}
			return e.File.Dates[from], e.File.Dates[to]
		}).At(to.Path())
	}
	return []rules.Field[*Examined]{
		between("发现至立案天数", Found, Filed), between("立案至决定天数", Filed, Decided), between("告知至决定天数", Informed, Decided),
		between("决定至送达天数", Decided, Served), between("受理至决定天数", Accepted, Decided), between("结案至归档天数", Closed, Archived),
	}
}

// stateField is the i-th state of an Examined as a text: empty when nobody has looked.
func stateField(n *Norm, i int) rules.Field[*Examined] {
	return rules.Text(n.Name, func(e *Examined) string {
		if e == nil || i >= len(e.states) || e.states[i] == Unexamined {
			return ""
		}
		return e.states[i].String()
	}).With(n.Doc+"（"+n.Basis()+"）", stateNames[NotApplicable:]...)
}

// stateFields are the demands in the order of an Examined's states: limits, duties, orders, and the writs, each by its
// name: 立案审批表 等于 符合.
func stateFields() []rules.Field[*Examined] {
	var list []rules.Field[*Examined]
	add := func(n *Norm, path fazhi.Path) {
		list = append(list, stateField(n, len(list)).At(path))
	}
	limits, duties, orders := Limits(), Duties(), Orders()
	for i := range limits {
		add(&limits[i].Norm, limits[i].End.Path())
	}
	for i := range duties {
		add(&duties[i].Norm, duties[i].Path)
	}
	for i := range orders {
		add(&orders[i].Norm, orders[i].Then.Path())
	}
	writs := Writs()
	for _, name := range writNames() {
		first := slices.IndexFunc(writs, func(w Writ) bool { return w.Name == name })
		add(&writs[first].Norm, "/documents")
	}
	return list
}
