package review

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A Settler makes results by one policy and one rubric (定分). It does not change and may be used by several goroutines.
// The zero Settler knows no rubric and decides nothing.
type Settler struct {
	policy  Policy
	rubric  rubric.Rubric
	bare    rubric.Rubric // without texts: all that marks are checked by
	digest  rubric.Digest
	formula *rubric.Formula
}

// NewSettler prepares a policy and a rubric. The error is an *fazhi.InvalidError with what is wrong with either.
func NewSettler(p Policy, r rubric.Rubric) (*Settler, error) {
	if err := append(p.Vet(), rubric.Vet(r)...).Err(); err != nil {
		return nil, err
	}
	p.Strata, r.Items, r.Groups, r.Grades = slices.Clone(p.Strata), slices.Clone(r.Items), slices.Clone(r.Groups), slices.Clone(r.Grades)
	return &Settler{policy: p, rubric: r, bare: bare(r.Items), digest: r.Digest(), formula: rubric.NewFormula(r)}, nil
}

// bare returns a rubric of items with nothing but what marks are checked by.
func bare(items []rubric.Item) rubric.Rubric {
	list := slices.Clone(items)
	for i := range list {
		list[i].Group, list[i].Name, list[i].Basis, list[i].Applies, list[i].Meets = "", "", "", nil, nil
	}
	return rubric.Rubric{Items: list}
}

// Settle makes the result of one file from the opinions on it and what the two sides agreed on in a talk, an opinion of the
// role Agreed, nil for none.
// Neither the order of the opinions counts nor when they came. What is missing is said in Why, and the file is Undecided:
// the result is never guessed.
func (s *Settler) Settle(c Case, opinions []Opinion, talk *Opinion) Settled {
	return s.settle(c, opinions, talk, nil)
}

// settle is Settle with what a panel knows of the reviewers.
func (s *Settler) settle(c Case, opinions []Opinion, talk *Opinion, p *panel) Settled {
	w := s.gather(c, opinions, talk, p)
	d := w.decide()
	return s.conclude(w, d)
}

// Settle is NewSettler and Settler.Settle for one file.
func Settle(p Policy, r rubric.Rubric, c Case, opinions []Opinion, talk *Opinion) (Settled, error) {
	s, err := NewSettler(p, r)
	if err != nil {
		return Settled{}, err
	}
	return s.Settle(c, opinions, talk), nil
}

// work is one file with its opinions by roles.
type work struct {
	*Settler
	file                       Case
	counsel, empowering, third *Opinion
	talk                       *Opinion
	opinions                   []Opinion
	refused                    []Refusal
	problem                    string // that keeps the file from being decided
}

// decision is what comes of the opinions.
type decision struct {
	way      Way
	why      string
	awaits   Role // while it is Undecided
	deciding []Opinion
	final    rubric.Score
}

// gather puts the opinions in their places, and aside what does not count.
func (s *Settler) gather(c Case, opinions []Opinion, talk *Opinion, p *panel) *work {
	w := &work{Settler: s, file: c}
	all := slices.Clone(opinions)
	if talk != nil {
		all = append(all, *talk)
	}
	slices.SortStableFunc(all, compareOpinions)
	for i := range all {
		why := p.admits(c.File, &all[i])
		if why == "" {
			why = s.refuses(&c, &all[i], roles())
		}
		if why != "" {
			all[i].Result.Marks = slices.Clone(all[i].Result.Marks)
			w.refused = append(w.refused, Refusal{all[i], why})
			continue
		}
		w.opinions = append(w.opinions, all[i])
	}
	for i := range w.opinions {
		w.place(&w.opinions[i])
	}
	return w
}

// roles are the roles of opinions in a round, in the order in which they stand.
func roles() []Role { return []Role{Counsel, Empowering, Third, Agreed} }

func compareOpinions(a, b Opinion) int {
	rank := func(o *Opinion) int { return slices.Index(roles(), o.Role) }
	return cmp.Or(cmp.Compare(rank(&a), rank(&b)), cmp.Compare(a.Role, b.Role), cmp.Compare(a.Reviewer, b.Reviewer),
		cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Result.Fingerprint().String(), b.Result.Fingerprint().String()))
}

// place notes who gave which opinion; two of one role, or of one reviewer, decide nothing.
func (w *work) place(o *Opinion) {
	at := map[Role]**Opinion{Counsel: &w.counsel, Empowering: &w.empowering, Third: &w.third, Agreed: &w.talk}[o.Role]
	if *at != nil {
		w.problem = cmp.Or(w.problem, o.Role+"有两份评查意见")
		return
	}
	*at = o
	for i := range w.opinions {
		other := &w.opinions[i]
		if other != o && o.Role != Agreed && other.Role != Agreed && other.Reviewer == o.Reviewer {
			w.problem = cmp.Or(w.problem, "同一评查人有两份评查意见")
		}
	}
}

// refuses says why an opinion does not count, "" if it does, and completes it: its outcome is that of its marks.
func (s *Settler) refuses(c *Case, o *Opinion, roles []Role) string {
	switch {
	case s.formula == nil:
		return "没有评分标准"
	case !slices.Contains(roles, o.Role):
		return "没有这种评查角色"
	case o.Reviewer == "":
		return "没有评查人编号"
	case o.Unit != "" && o.Unit == c.Unit:
		return ownUnit
	case o.Role == Empowering && o.Unit == "":
		return "没有写明赋权部门，不能判断是否应当回避"
	case o.Role == Rechecker && o.Unit == "":
		return noRecheckUnit
	case o.Result.Rubric != s.rubric.ID || o.Result.Version != s.rubric.Version || o.Result.Digest != s.digest:
		return "不是按本案卷适用的评分标准评定的"
	}
	result, issues := rubric.Sum(s.bare, o.Result.Marks)
	if len(issues) > 0 {
		return "评定与评分标准不符：" + issues[0].Message
	}
	result.Rubric, result.Version, result.Digest = s.rubric.ID, s.rubric.Version, s.digest
	outcome := s.formula.Outcome(result.Marks)
	if o.Outcome != (rubric.Outcome{}) && o.Outcome != outcome {
		return "得分与各项评定不符"
	}
	o.Result, o.Outcome = result, outcome
	return ""
}
