package ocds

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/internal/canon"
)

// MaxSize is the size of the largest package that is read, in bytes.
const MaxSize = canon.MaxSize

// Import reads a release package (JSON) as contracts: the releases of a process are merged, and each contract in it becomes
// one, in the order in which the processes come first. File is the name that issues carry.
//
// A package that is no JSON, has a member twice, is not of the shape of one, or has a thousand errors, gives no contracts and an
// Error. A process in
// which something is wrong is left out, with an Error for each place. Notices name, with their count, the fields for which
// contracts have no place, and what could not be told from the data. Issues never repeat a value. The error is the reader's.
func Import(file string, r io.Reader) ([]*contract.Contract, fazhi.Issues, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, nil, fmt.Errorf("ocds: %s 读不出来：%w", file, err)
	}
	contracts, issues := parse(data)
	for i := range issues {
		issues[i].Origin.File = file
	}
	return contracts, issues, nil
}

func parse(data []byte) ([]*contract.Contract, fazhi.Issues) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	canonical, err := canon.Append(nil, data)
	if err != nil {
		return nil, unreadable(err)
	}
	var tree any
	if err := decode(canonical, &tree); err != nil {
		return nil, unreadable(err)
	}
	c := &checker{fields: make(map[string]*unknown)}
	list, ok := c.open(tree)
	if !ok {
		return nil, c.issues
	}
	processes := c.processes(list)
	if c.hopeless() {
		return nil, append(c.issues, fault(CodeJSON, "", "错误太多，整个文件包未采用"))
	}
	t := &taker{checker: c}
	for _, p := range processes {
		if p.sound {
			t.process(p)
		}
	}
	t.distinguish()
	return t.contracts, append(c.issues, c.lost()...)
}

func unreadable(err error) fazhi.Issues {
	var e *canon.Error
	if errors.As(err, &e) {
		return fazhi.Issues{fault(CodeJSON, fazhi.Path(e.Path), fmt.Sprintf("第%d字节：%s", e.Offset+1, e.Reason))}
	}
	return fazhi.Issues{fault(CodeJSON, "", "不是有效的 JSON")}
}

// open returns the releases of a package as they stand in the file.
func (c *checker) open(tree any) ([]any, bool) {
	object, ok := tree.(map[string]any)
	if !ok {
		c.wrong("")
		return nil, false
	}
	list, ok := object["releases"].([]any)
	if !ok {
		c.say(fault(CodeJSON, "/releases", "不是公布内容的文件包：没有 releases 列表"))
		return nil, false
	}
	head := make(map[string]any, len(object))
	for name, v := range object {
		head[name] = v
	}
	head["releases"] = []any{}
	c.check(head, reflect.TypeFor[ReleasePackage](), "", "")
	return list, c.errors == 0
}

// A process is all that a package has under one ocid.
type process struct {
	sound    bool
	at       fazhi.Path // of its first release
	trees    []dated
	ids      map[string]map[string]any // the trees by the ids of the releases
	releases []Release                 // in the order of their dates
}

// processes checks the releases and gathers them by ocid.
func (c *checker) processes(list []any) []*process {
	var all []*process
	of := make(map[string]*process)
	for i, v := range list {
		if c.hopeless() {
			return nil
		}
		path, before := fazhi.At("releases", i), c.errors
		list[i] = nil // which is not needed any more, and may be large
		tree, _ := c.check(v, reflect.TypeFor[Release](), path, "/releases").(map[string]any)
		if v == nil {
			c.wrong(path)
		}
		ocid, _ := tree["ocid"].(string)
		p := of[ocid]
		if p == nil {
			p = &process{sound: true, at: path, ids: make(map[string]map[string]any)}
			of[ocid] = p
			all = append(all, p)
		}
		if c.errors > before || !c.isNew(p, tree, path) {
			p.sound = p.sound && c.errors == before
			continue
		}
		date := DateTime(tree["date"].(string))
		at, _ := time.Parse(time.RFC3339, string(date)) // which the check has done
		p.trees = append(p.trees, dated{at: at, date: date, tree: tree})
	}
	return all
}

// isNew reports whether a process has no release with this id yet. One that says the same is passed over; one that says something
// else is an error, since a release never changes.
func (c *checker) isNew(p *process, tree map[string]any, path fazhi.Path) bool {
	id, _ := tree["id"].(string)
	before, known := p.ids[id]
	if known && !reflect.DeepEqual(before, tree) {
		c.say(fault(CodeDouble, path.At("id"), "同一合同过程中有两次公布的编号相同而内容不同"))
	}
	p.ids[id] = tree
	return !known
}

// merge puts the releases in order, turns them into their type and merges them.
func (p *process) merge() (*Release, error) {
	slices.SortStableFunc(p.trees, byDate)
	for _, d := range p.trees {
		data, err := json.Marshal(d.tree)
		if err != nil {
			return nil, fmt.Errorf("ocds: %w", err)
		}
		var r Release
		if err := json.Unmarshal(data, &r); err != nil {
			return nil, fmt.Errorf("ocds: %w", err)
		}
		p.releases = append(p.releases, r)
	}
	defer func() { p.trees = nil }()
	return mergeTrees(p.trees)
}

// contracts returns what the releases have of each contract, in their order.
func (p *process) contracts() map[ID][]*Contract {
	of := make(map[ID][]*Contract)
	for i := range p.releases {
		for j := range p.releases[i].Contracts {
			k := &p.releases[i].Contracts[j]
			of[k.ID] = append(of[k.ID], k)
		}
	}
	return of
}

// budgets returns the money set aside in all the releases, the latest only.
func (p *process) budgets() []*Value {
	for i := len(p.releases) - 1; i >= 0; i-- {
		if plan := p.releases[i].Planning; plan != nil && plan.Budget != nil && plan.Budget.Amount != nil {
			return []*Value{plan.Budget.Amount}
		}
	}
	return nil
}
