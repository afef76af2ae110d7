package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/clause"
	"github.com/fazhi-go/fazhi/contract/law"
	"github.com/fazhi-go/fazhi/contract/review"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/near"
)

func (s *session) review(ctx context.Context, args []string, out *reviewed) error {
	if (s.ledger == "") != (s.serial == "") || s.out != "" && s.ledger == "" {
		return cli.Misused("-ledger 和 -serial 应当一起写；写了 -o 的，也应当写")
	}
	if err := vetSort(s.sort); err != nil {
		return err
	}
	profile, err := s.profile()
	if err != nil {
		return err
	}
	record, err := s.record()
	if err != nil {
		return err
	}
	text, notes, err := readContract(args[0])
	if err != nil {
		return err
	}
	if record.Name == "" {
		record.Name = text.Title
	}
	draft := clause.New(*record, text)
	out.Title, out.Sort, out.Notes, out.Unset = draft.Title(), draft.Sort(), notes, profile.Unset()
	if err := s.readDraft(ctx, draft, out); err != nil {
		return err
	}
	m := &review.Matter{Contract: record, Profile: profile, Items: law.Items(), Findings: out.Cues, Cite: draft.Cite, Today: s.day()}
	if s.ledger != "" {
		if out.Computed, err = judge(ctx, []*contract.Contract{record}, profile, s.day()); err != nil {
			return err
		}
		m.Materials, m.Findings = review.CommonMaterials(), slices.Concat(out.Computed, out.Cues)
	}
	return s.conclude(m, out)
}

// vetSort says that there is no such kind of contract, and which was probably meant.
func vetSort(sort string) error {
	if sort == "" || slices.Contains(clause.Sorts(), sort) {
		return nil
	}
	hint := "可以写 " + strings.Join(clause.Sorts(), "、")
	if n, ok := near.Name(sort, clause.Sorts()); ok {
		hint = "是不是“" + n + "”？"
	}
	return cli.Misused("-sort：" + clause.ErrSort.Error() + "，" + hint)
}

// record is the row of the ledger, or what the command line says.
func (s *session) record() (*contract.Contract, error) {
	if s.ledger == "" {
		return &contract.Contract{Sort: s.sort}, nil
	}
	contracts, _, err := s.contracts(s.ledger)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(contracts, func(c *contract.Contract) bool { return c.Serial == s.serial })
	if at < 0 {
		return nil, cli.Unreadable(s.ledger, errors.New("没有 -serial 所写的合同编号"))
	}
	if s.sort != "" {
		contracts[at].Sort = s.sort
	}
	return contracts[at], nil
}

// readContract reads the text of a contract by the extension of its file.
func readContract(name string) (*clause.Text, fazhi.Issues, error) {
	read := clause.ReadText
	switch cli.Extension(name) {
	case ".txt", ".md":
	case ".docx":
		read = clause.ReadDocx
	default:
		return nil, nil, cli.Unreadable(name, errors.New("应当是 .txt、.md 或者 .docx"))
	}
	data, err := cli.Load(name, clause.MaxSize)
	if err != nil {
		return nil, nil, err
	}
	text, notes, err := read(name, data)
	if err == nil && text.Empty() {
		return nil, nil, cli.Unreadable(name, errors.New("没有文字；只有扫描图像的，应当先识别成文字"))
	}
	return text, notes, err
}

// readDraft lists the clauses, finds the cues and fills the checklist in.
func (s *session) readDraft(ctx context.Context, d *clause.Draft, out *reviewed) error {
	checks, err := clause.Checks(clause.Profile{})
	if err != nil {
		return err
	}
	if out.Cues, err = fazhi.Validate(ctx, d, d.LawOn(s.day()), s.day(), checks); err != nil {
		return err
	}
	for i := range d.Text().Clauses {
		out.Clauses = append(out.Clauses, headingOf(&d.Text().Clauses[i]))
	}
	for _, x := range d.Checklist(out.Cues) {
		out.Checklist = append(out.Checklist, elementOf(d, x))
	}
	return nil
}

// conclude asks the questions, proposes an opinion and writes the papers.
func (s *session) conclude(m *review.Matter, out *reviewed) error {
	r, err := s.answers(m, out)
	if err != nil {
		return err
	}
	for _, q := range m.Questions() {
		out.Questions = append(out.Questions, question{Code: q.Code, Ask: q.Ask, Basis: q.Basis})
	}
	p := m.Propose(r)
	out.Proposal = proposal{Opinion: string(p.Opinion), Why: p.Why, Reasons: len(p.Reasons), Open: len(p.Open)}
	out.Missing = s.located(m.Incomplete())
	if s.answered != "" || r.Decision.Opinion != "" {
		for _, i := range s.located(m.Issues(r)) {
			switch {
			case isListed(i):
			case slices.ContainsFunc(m.Items, func(x law.Item) bool { return x.Code == i.Code }):
				out.Judged = append(out.Judged, i)
			default:
				out.Issues = append(out.Issues, i)
			}
		}
	}
	if s.out == "" {
		return nil
	}
	return s.papers(m, r, out)
}

// located gives issues that have no cell the place that a clerk looks for: which answer, the conclusion, the sheet of attachments.
func (s *session) located(issues fazhi.Issues) fazhi.Issues {
	file := cmp.Or(s.answered, "命令行")
	for n := range issues {
		i := &issues[n]
		parts := strings.Split(strings.TrimPrefix(string(i.Path), "/"), "/")
		switch {
		case !i.Origin.IsZero():
		case parts[0] == "attachments":
			i.Origin = fazhi.Origin{File: s.ledger, Sheet: contract.AttachmentSheet, Cell: "本合同各行"}
		case parts[0] == "decision":
			i.Origin = fazhi.Origin{File: file, Cell: "结论"}
			if s.opinion != "" {
				i.Origin.File = "命令行"
			}
		case parts[0] == "contract":
			i.Origin = fazhi.Origin{File: file, Cell: "合同编号"}
		case len(parts) > 1:
			if at, err := strconv.Atoi(parts[1]); err == nil {
				i.Origin = fazhi.Origin{File: file, Cell: fmt.Sprintf("%s第%d项", map[string]string{"answers": "答复", "aside": "不予采纳"}[parts[0]], at+1)}
			}
		}
	}
	return issues
}

// isListed reports whether an issue is among the questions or the materials already.
func isListed(i fazhi.Issue) bool {
	return i.Code == review.CodeUnanswered || i.Code == review.CodeMaterial
}

// answers reads what the reviewer said: a questionnaire (.xlsx) with -opinion, or the whole record (.json).
func (s *session) answers(m *review.Matter, out *reviewed) (*review.Review, error) {
	r := &review.Review{Contract: m.Contract.Serial}
	switch cli.Extension(s.answered) {
	case "":
	case ".json":
		data, err := loadJSON(s.answered)
		if err != nil {
			return nil, err
		}
		if r, err = review.ReadReview(data); err != nil {
			return nil, cli.Unreadable(s.answered, err)
		}
	default:
		src, err := clitable.Open(s.answered)
		if err != nil {
			return nil, err
		}
		if r.Answers, out.Issues, err = review.ReadAnswers(src, review.Sheet); err != nil {
			return nil, err
		}
	}
	if s.opinion != "" {
		r.Decision = review.Decision{Opinion: review.Outcome(s.opinion), Reason: s.reason, Role: "审查人员", On: s.day()}
	}
	return r, nil
}

// papers writes the questionnaire, the sheet of the office, and, when somebody has decided, the opinion.
func (s *session) papers(m *review.Matter, r *review.Review, out *reviewed) error {
	p, err := newBureau(s.out)
	if err != nil {
		return err
	}
	sheet, err := m.Sheet(r.Answers)
	if err == nil {
		err = p.book("审查问卷.xlsx", sheet)
	}
	if err == nil {
		err = p.print("审查意见表", review.ReviewSheet(), m.SheetValues(r))
	}
	switch {
	case err != nil:
		return err
	case r.Decision.Opinion == review.OutOfScope:
		err = p.print("不属审查范围告知书", review.OutOfScopeLetter(), s.signed(m.OutOfScopeValues(r)))
	case r.Decision.Opinion != "":
		err = p.print("合法性审查意见书", review.Opinion(), s.signed(m.OpinionValues(r)))
	}
	out.Written, out.Issues = p.written, append(out.Issues, p.issues...)
	return err
}

// signed puts in who writes, and under which number.
func (s *session) signed(v form.Values) form.Values {
	v["审查单位"], v["文号"] = s.unit, s.number
	return v
}
