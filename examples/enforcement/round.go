package main

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/enforcement/sample"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// What people put into the folder of a round. Those without an extension have one of several.
const (
	batchFile     = "批次.json"
	policyName    = "评查规则" // .json, .xlsx
	filesName     = "案卷"   // .jsonl, .xlsx, .csv, or a folder of .json
	panelName     = "评查人员" // .xlsx, .csv
	refusalName   = "回避"   // .xlsx, .csv; may be missing
	objectionName = "异议"   // .xlsx, .csv; may be missing
)

// A batch is 批次.json: what round it is.
type batch struct {
	Name       string       `json:"name"`
	Period     fazhi.Period `json:"period"`   // files that were closed in it
	Reviewed   fazhi.Date   `json:"reviewed"` // 评查日期
	Procurator bool         `json:"procurator"`
	Seed       string       `json:"seed"` // the published number that decides the draw
	Rubrics    []choice     `json:"rubrics"`
	Circular   notice       `json:"circular"`
}

// A choice says by which rubric files are scored. The first that fits decides; without a procedure it fits all.
type choice struct {
	Sort      casefile.Sort      `json:"sort"`
	Procedure casefile.Procedure `json:"procedure"`
	Rubric    string             `json:"rubric"` // the name of a built-in one, or a file of the folder
}

// A notice is what the circular says besides its numbers.
type notice struct {
	Issuer  string       `json:"issuer"`
	Mark    string       `json:"mark"`
	Number  fazhi.Number `json:"number"`
	To      string       `json:"to"`
	Date    fazhi.Date   `json:"date"`
	Basis   []string     `json:"basis"`
	How     string       `json:"how"`
	Demand  string       `json:"demand"`
	Good    int          `json:"good"`
	Common  int          `json:"common"`
	Rectify string       `json:"rectify"`
	Due     fazhi.Date   `json:"due"` // empty: by the policy's limit, from Date
}

// A reviewer is a row of 评查人员.
type reviewer struct {
	table.Row `json:"-"`
	ID        string `json:"id" table:"编号,required,unique"`
	Role      string `json:"role" table:"角色,required,choices=法律顾问|赋权部门|第三评查人"`
	Unit      string `json:"unit" table:"单位,required"`
}

// A refusal is a row of 回避.
type refusal struct {
	table.Row `json:"-"`
	Reviewer  string `json:"reviewer" table:"评查人,required"`
	File      string `json:"file" table:"案卷编号,required"`
	Reason    string `json:"reason" table:"理由,required"`
}

// A round is the work on the folder of a round.
type round struct {
	bench      *bench
	to         *folder
	batch      batch
	policy     review.Policy
	frame      []*casefile.File // closed in the period
	others     int              // files that were not
	panel      sample.Panel
	scales     map[string]*scale // by what 批次.json calls them
	objections []*review.Objection

	record   review.Round
	assigned []review.Assigned // of the files that were drawn
	opinions review.Opinions
	results  []review.Settled

	kept      *record         // of an earlier run that came to the end, if there was one
	published *review.Round   // the round in it
	later     []string        // roles whose turn has not come
	waiting   map[string]bool // files of sheets that are waited for

	sheets []sheetState
	waits  []string
	issues fazhi.Issues
}

// bad reports whether an issue forbids to go on.
func (r *round) bad() bool { return r.issues.Count(fazhi.Error) > 0 }

// found takes what a reader returned.
func (r *round) found(issues fazhi.Issues, err error) error {
	r.issues = append(r.issues, issues...)
	return err
}

// path is where a file of the folder is.
func (r *round) path(name string) string { return filepath.Join(r.to.path, filepath.FromSlash(name)) }

// isFolder says why a path is no folder.
func isFolder(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		return cli.Unreadable(dir, err)
	case !info.IsDir():
		return cli.Unreadable(dir, errors.New("不是目录"))
	}
	return nil
}

// openRound reads everything that people put into a folder.
func openRound(dir string) (*round, error) {
	if err := isFolder(dir); err != nil {
		return nil, err
	}
	b, err := newBench()
	if err != nil {
		return nil, err
	}
	r := &round{bench: b, to: &folder{path: dir}, scales: map[string]*scale{}, later: []string{review.Agreed, review.Third, review.Rechecker}}
	if err := readObject(r.path(batchFile), &r.batch); err != nil {
		return nil, err
	}
	r.issues = r.batch.vet(r.path(batchFile))
	r.readScales()
	return r, errors.Join(r.readPolicy(), r.readFrame(), r.readPanel(), r.readObjections())
}

// one finds the file of a name with one of several extensions, "" if there is none. Two of them are an error.
func (r *round) one(name string, extensions ...string) (string, error) {
	var there []string
	for _, ext := range extensions {
		if _, err := os.Stat(r.path(name + ext)); err == nil {
			there = append(there, r.path(name+ext))
		}
	}
	if len(there) > 1 {
		return "", errors.New(strings.Join(there, "、") + " 只能有一个")
	}
	return strings.Join(there, ""), nil
}

// must is one for a file that cannot be missing.
func (r *round) must(name string, extensions ...string) (string, error) {
	path, err := r.one(name, extensions...)
	if err == nil && path == "" {
		err = cli.Unreadable(r.path(name+extensions[0]), errors.New("没有这个文件"))
	}
	return path, err
}

func (r *round) readPolicy() error {
	path, err := r.must(policyName, ".json", ".xlsx")
	if err != nil {
		return err
	}
	var issues fazhi.Issues
	if cli.Extension(path) == ".json" {
		data, err := cli.Load(path, cli.MaxInput)
		if err != nil {
			return err
		}
		if r.policy, issues, err = review.ParsePolicy(data); err != nil {
			return cli.Unreadable(path, err)
		}
		for i := range issues {
			issues[i].Origin.File = path
		}
		return r.found(issues, nil)
	}
	src, err := clitable.Open(path)
	if err != nil {
		return err
	}
	r.policy, issues, err = review.ReadPolicy(src)
	return r.found(issues, err)
}

// readFrame reads the case files, and keeps those that were closed in the period.
func (r *round) readFrame() error {
	path, err := r.must(filesName, ".jsonl", ".xlsx", ".csv", "")
	if err != nil {
		return err
	}
	names := []string{path}
	if cli.Extension(path) == "" {
		if names, err = r.jsonFiles(path); err != nil {
			return err
		}
	}
	files, issues, err := readAll(names)
	for _, f := range files {
		if closed := f.Dates[casefile.Closed]; closed.IsZero() || !r.batch.Period.Contains(closed) {
			r.others++
			continue
		}
		r.frame = append(r.frame, f)
	}
	// The order in which files are handed in says nothing.
	slices.SortStableFunc(r.frame, func(a, b *casefile.File) int { return cmp.Compare(a.Serial, b.Serial) })
	return r.found(issues, err)
}

func (r *round) readPanel() error {
	path, err := r.must(panelName, ".csv", ".xlsx")
	if err != nil {
		return err
	}
	people, issues, err := rows[reviewer](path)
	if err := r.found(issues, err); err != nil {
		return err
	}
	for _, p := range people {
		r.panel.Reviewers = append(r.panel.Reviewers, sample.Reviewer{ID: p.ID, Role: p.Role, Unit: p.Unit})
	}
	path, err = r.one(refusalName, ".csv", ".xlsx")
	if err != nil || path == "" {
		return err
	}
	refused, issues, err := rows[refusal](path)
	for _, x := range refused {
		r.panel.Refusals = append(r.panel.Refusals, sample.Refusal{Reviewer: x.Reviewer, File: x.File, Reason: x.Reason})
	}
	return r.found(issues, err)
}

// rows reads the first sheet of a file.
func rows[T any](path string) ([]*T, fazhi.Issues, error) {
	src, err := clitable.Open(path)
	if err != nil {
		return nil, nil, err
	}
	return table.All[T](src, "")
}

// readScales makes the rubrics ready.
func (r *round) readScales() {
	for i, c := range r.batch.Rubrics {
		if _, done := r.scales[c.Rubric]; done || c.Rubric == "" {
			continue
		}
		name := c.Rubric
		if ext := cli.Extension(name); ext == ".yaml" || ext == ".yml" || ext == ".xlsx" {
			name = r.path(name)
		}
		made, issues, err := r.bench.scale(name)
		r.scales[c.Rubric], r.issues = made, append(r.issues, issues...)
		if err != nil {
			r.issues = append(r.issues, fazhi.Issue{Code: badBatch, Path: fazhi.At("rubrics", i, "rubric"),
				Origin: fazhi.Origin{File: r.path(batchFile)}, Message: plain(err)})
		}
	}
}

// scaleOf returns the rubric by which a file is scored, nil if there is none.
func (r *round) scaleOf(f *casefile.File) *scale {
	procedure := cmp.Or(f.Procedure, casefile.Ordinary)
	for _, c := range r.batch.Rubrics {
		if c.Sort == f.Sort && (c.Procedure == "" || c.Procedure == procedure) {
			return r.scales[c.Rubric]
		}
	}
	return nil
}

// used are the rubrics by which files of the round are scored.
func (r *round) used() (list []rubric.Rubric) {
	for _, u := range r.record.Rubrics {
		for i := range r.assigned {
			if a := r.assigned[i].Rubric; a.ID == u.ID && a.Version == u.Version {
				list = append(list, *a)
				break
			}
		}
	}
	return list
}
