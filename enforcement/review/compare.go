package review

import (
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Codes of what is different between two records of a round.
const (
	OtherHead    fazhi.Code = "enforcement/review/round/head"    // name, day or participation
	OtherPolicy  fazhi.Code = "enforcement/review/round/policy"  // a setting of the policy
	OtherDraw    fazhi.Code = "enforcement/review/round/draw"    // the roster, or what was drawn from it
	OtherRules   fazhi.Code = "enforcement/review/round/rubric"  // a rubric: another version, another content, one more or less
	OtherFiles   fazhi.Code = "enforcement/review/round/files"   // a file more or less, or another order
	OtherFile    fazhi.Code = "enforcement/review/round/file"    // the content of a file, or its rubric
	OtherOpinion fazhi.Code = "enforcement/review/round/opinion" // an opinion
	OtherResult  fazhi.Code = "enforcement/review/round/result"  // the result, though all that it rests on is the same
	BadRecord    fazhi.Code = "enforcement/review/round/digest"  // a digest in the record is not that of what stands beside it
)

// Compare says what is different in a record that was made again, from the policy down to the results: nothing if and only
// if both say the same. Where a file or an opinion differs, its result is not named, too. Paths are those of the first
// record. Whether either record was changed by hand, Vet says.
func (r *Round) Compare(again *Round) fazhi.Issues {
	c := &comparing{}
	c.report(r.Name != again.Name, OtherHead, "/name", "评查批次不同")
	c.report(r.Reviewed != again.Reviewed, OtherHead, "/reviewed", "评查日期不同")
	c.report(r.Procurator != again.Procurator, OtherHead, "/procurator", "检察院是否参与不同")
	for _, s := range settings() {
		c.report(s.get(&r.Policy) != s.get(&again.Policy), OtherPolicy, fazhi.At("policy", s.key), "评查规则的“"+s.name+"”不同")
	}
	c.report(r.Drawn.Roster != again.Drawn.Roster, OtherDraw, "/drawn/roster", "被抽取的案卷名册不同")
	c.report(digestOf(r.Drawn) != digestOf(again.Drawn), OtherDraw, "/drawn", "抽取结果不同")
	c.rubrics(r, again)
	c.files(r, again)
	return c.issues
}

// Vet says where a record was changed by hand: digests that are not those of what stands beside them.
func (r *Round) Vet() fazhi.Issues {
	c := &comparing{}
	c.report(r.PolicyIs != r.Policy.Digest(), BadRecord, "/policyDigest", "评查规则与摘要不符")
	c.report(r.DrawnIs != digestOf(r.Drawn), BadRecord, "/drawnDigest", "抽取结果与摘要不符")
	c.report(!r.ResultsAre.IsZero() && r.ResultsAre != digestOf(r.Files), BadRecord, "/resultsDigest", "评查结果与摘要不符")
	return c.issues
}

// ParseRound reads the JSON of a round and vets its digests. The error is for a text that is no JSON object of this form.
func ParseRound(data []byte) (Round, fazhi.Issues, error) {
	var r Round
	if err := decode(data, &r); err != nil {
		return Round{}, nil, fmt.Errorf("review: 评查批次：%w", err)
	}
	return r, r.Vet(), nil
}

// comparing is the work on two records.
type comparing struct{ issues fazhi.Issues }

func (c *comparing) report(differs bool, code fazhi.Code, at fazhi.Path, message string) {
	if differs {
		c.issues = append(c.issues, fazhi.Issue{Code: code, Path: at, Message: message})
	}
}

func (c *comparing) rubrics(r, again *Round) {
	if slices.Equal(r.Rubrics, again.Rubrics) {
		return
	}
	other := make(map[string]Used)
	for _, u := range again.Rubrics {
		other[u.ID] = u
	}
	for i, u := range r.Rubrics {
		o, ok := other[u.ID]
		delete(other, u.ID)
		c.report(!ok, OtherRules, fazhi.At("rubrics", i), "没有再用这一评分标准")
		c.report(ok && o.Version != u.Version, OtherRules, fazhi.At("rubrics", i, "version"), "评分标准的版本不同")
		c.report(ok && o.Version == u.Version && o.Digest != u.Digest, OtherRules, fazhi.At("rubrics", i, "digest"), "版本相同，评分标准的内容不同")
	}
	c.report(len(other) > 0, OtherRules, "/rubrics", "多用了"+num(len(other))+"个评分标准")
}

func (c *comparing) files(r, again *Round) {
	other := make(map[string]*Entry, len(again.Files))
	for i := range again.Files {
		other[again.Files[i].File] = &again.Files[i]
	}
	for i := range r.Files {
		if o := other[r.Files[i].File]; o != nil {
			c.file(i, &r.Files[i], o)
			continue
		}
		c.report(true, OtherFiles, fazhi.At("files", i), "这一案卷不再在其中")
	}
	same := func(a, b Entry) bool { return a.File == b.File }
	c.report(!slices.EqualFunc(r.Files, again.Files, same), OtherFiles, "/files", "案卷或者其次序不同")
}

func (c *comparing) file(i int, e, o *Entry) {
	before := len(c.issues)
	c.report(e.Digest != o.Digest, OtherFile, fazhi.At("files", i, "digest"), "案卷的内容不同")
	c.report(e.Rubric != o.Rubric, OtherFile, fazhi.At("files", i, "rubric"), "适用的评分标准不同")
	c.opinions(i, e.Opinions, o.Opinions)
	changed := e.Way != o.Way || e.Result != o.Result
	c.report(changed && len(c.issues) == before, OtherResult, fazhi.At("files", i, "result"), "评查结果不同")
}

func (c *comparing) opinions(i int, list, again []Given) {
	if slices.Equal(list, again) {
		return
	}
	type key struct{ role, reviewer string }
	other := make(map[key]rubric.Digest, len(again))
	for _, g := range again {
		other[key{g.Role, g.Reviewer}] = g.Digest
	}
	for n, g := range list {
		at, k := fazhi.At("files", i, "opinions", n), key{g.Role, g.Reviewer}
		digest, ok := other[k]
		delete(other, k)
		c.report(!ok, OtherOpinion, at, "缺少"+g.Role+"的该份意见")
		c.report(ok && digest != g.Digest, OtherOpinion, at, g.Role+"的意见不同")
	}
	c.report(len(other) > 0, OtherOpinion, fazhi.At("files", i, "opinions"), "多了"+num(len(other))+"份意见")
}
