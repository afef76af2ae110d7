package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// otherOutput is the code of a file of the round that is not what it should be.
const otherOutput fazhi.Code = "example/round/output"

// A record is 评查记录.json: the round, what else the circular rests on, and the files that came of it.
type record struct {
	Round   json.RawMessage `json:"round"`
	Inputs  []sealed        `json:"inputs"`
	Outputs []sealed        `json:"outputs"`
}

// A sealed is a name with the SHA-256 of what it stood for.
type sealed struct {
	Name   string        `json:"name"`
	Digest rubric.Digest `json:"digest"`
}

func seal(name string, data []byte) sealed { return sealed{name, sha256.Sum256(data)} }

// readRecord reads the record of an earlier run, nil if there is none.
func (r *round) readRecord() (*record, error) {
	path := r.path(recordFile)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, cli.Unreadable(path, err)
	}
	kept := new(record)
	return kept, parseObject(path, data, kept)
}

// inputs are what the circular rests on besides the results.
func (r *round) inputs() (list []sealed, err error) {
	for _, x := range []struct {
		name string
		data any
	}{{"期间", r.batch.Period}, {"通报的要素", r.batch.Circular}, {"异议", r.objections}} {
		data, err := json.Marshal(x.data)
		if err != nil {
			return nil, err
		}
		list = append(list, seal(x.name, data))
	}
	return list, nil
}

// recorded makes the record of these outputs.
func (r *round) recorded(outputs []product) (product, error) {
	round, err := json.Marshal(&r.record)
	if err != nil {
		return product{}, err
	}
	made := record{Round: round}
	if made.Inputs, err = r.inputs(); err != nil {
		return product{}, err
	}
	for _, p := range outputs {
		made.Outputs = append(made.Outputs, seal(p.name, p.data))
	}
	data, err := indented(&made)
	return product{recordFile, data}, err
}

// deliver writes what came of the round, the record last: it says that all is there. Files that are there already are never
// replaced; if one of them is another, all differences are said and nothing is written.
func (r *round) deliver(outputs []product) error {
	last, err := r.recorded(outputs)
	if err != nil {
		return err
	}
	outputs = append(outputs, last)
	if err := r.otherInputs(); err != nil {
		return err
	}
	if !r.bad() {
		err = r.otherOutputs(outputs)
	}
	if err != nil || r.bad() {
		return err
	}
	for _, p := range outputs {
		if err := r.to.add(p.name, p.data); err != nil {
			return err
		}
	}
	return nil
}

// What is said of files.
const (
	afterResults = "出结果之后被改动："
	notThere     = "这个文件不在了"
	otherContent = "文件的内容与应有的不同，没有覆盖"
)

// otherInputs names what the circular rests on and is not what it was.
func (r *round) otherInputs() error {
	if r.kept == nil {
		return nil
	}
	now, err := r.inputs()
	for _, was := range r.kept.Inputs {
		if !slices.Contains(now, was) {
			r.differs(r.path(recordFile), afterResults+was.Name+"不同；要重新得出结果的，先删除“结果”目录")
		}
	}
	return err
}

// otherOutputs names the files that are not what they should be; those that are missing, only when the results were out.
func (r *round) otherOutputs(outputs []product) error {
	for _, p := range outputs {
		data, err := os.ReadFile(r.path(p.name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if r.kept != nil {
				r.differs(r.path(p.name), afterResults+notThere)
			}
		case err != nil:
			return notWritten(r.path(p.name), errors.New("不是文件"))
		case !bytes.Equal(data, p.data):
			r.differs(r.path(p.name), r.otherwise(p, data))
		}
	}
	return nil
}

// otherwise says whether a file was changed, or would come out otherwise now.
func (r *round) otherwise(p product, data []byte) string {
	if r.kept != nil && slices.Contains(r.kept.Outputs, seal(p.name, data)) {
		return afterResults + "文件没有改动，但是现在得出的内容不同"
	}
	return otherContent
}

func (r *round) differs(path, message string) {
	r.issues = append(r.issues, fazhi.Issue{Code: otherOutput, Origin: fazhi.Origin{File: path}, Message: message})
}

// gave reports whether the published record has an opinion of this reviewer in this role on one of these files.
func (r *round) gave(t *review.Task) bool {
	for _, e := range r.published.Files {
		for _, g := range e.Opinions {
			about := func(a review.Assigned) bool { return a.Case.File == e.File }
			if g.Role == t.Role && g.Reviewer == t.Reviewer && slices.ContainsFunc(t.Files, about) {
				return true
			}
		}
	}
	return false
}
