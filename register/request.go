package register

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
)

// A Request asks for one entry. Scope.Organ and Doc or Ref are a must.
type Request struct {
	Scope Scope          // the organ of the book, the role of the caller
	Ref   fazhi.Ref      // the document; zero: that of Doc
	Doc   fazhi.Document // its content from now on, as its JSON has it; nil: as before. Steps whose gates or clocks look into it ask for it

	Step   string     // the step taken; Add without one takes the flow's first, or 登记
	Series []string   // the series it gets a number of, beside those of the flow's step
	With   []string   // the other organs of a joint document: it has one number, the lead organ's
	On     fazhi.Date // the day that counts in law, which decides the year of numbers; zero: today in China
	Until  fazhi.Date // of Reserve: the last day, by the clock, on which the numbers may be used; zero: as long as the series allow

	// Seen is the Seq of the document's last entry as the caller knows it. If the document has moved since, the request is
	// ErrMoved. Zero: whatever state it is in.
	Seen int64

	By     string // the account that asks; never a person's name
	Reason string // a must for Void and Correct

	// ReqID names the request. When an answer was lost, the same request under the same ReqID gets the entry that was kept,
	// and no second number. Another request under it is ErrReplay: one that differs in act, document, content, step, day,
	// series, joint organs or reason; where a Sealer takes personal data out, the content is not compared. Without a ReqID
	// nothing tells a repetition from a new request.
	ReqID string
}

// Raw is a document that is only known as JSON. It cannot take a step whose gates or clocks look into the document.
type Raw struct {
	Of   fazhi.Ref
	Name string
	JSON json.RawMessage
}

// Kind returns the kind of Of.
func (r *Raw) Kind() fazhi.Kind { return r.Of.Kind }

// ID returns the id of Of.
func (r *Raw) ID() string { return r.Of.ID }

// Title returns Name.
func (r *Raw) Title() string { return r.Name }

// MarshalJSON returns JSON.
func (r *Raw) MarshalJSON() ([]byte, error) { return r.JSON, nil }

// A job is a request on its way into the book.
type job struct {
	Request
	book    *Book
	act     Act
	doc     []byte     // canonical, without personal data
	secrets []Secret   // taken out of it
	draw    []*Series  // to draw from, each once
	day     fazhi.Date // On as the caller gave it
	trusted bool       // the book is known to have this hash
	key     Key
}

// job prepares a request. Everything that can be wrong with it is said here, before the book is touched.
func (b *Book) job(act Act, r Request) (*job, error) {
	if isNil(r.Doc) {
		r.Doc = nil
	}
	j := &job{Request: r, book: b, act: act}
	j.With = slices.Clone(r.With)
	if j.Ref == (fazhi.Ref{}) && j.Doc != nil {
		j.Ref = fazhi.RefOf(j.Doc)
	}
	j.day = j.On
	now := today(b.now())
	if j.On.IsZero() && act != Corrected {
		j.On = now
	}
	if err := j.vet(now); err != nil {
		return nil, err
	}
	if err := j.choose(); err != nil {
		return nil, err
	}
	if err := j.write(); err != nil {
		return nil, err
	}
	j.key = Key{Scope: j.Scope, Ref: j.Ref, ReqID: j.ReqID}
	for _, s := range j.draw {
		j.key.Counters = append(j.key.Counters, s.counter(j.On.Year()))
	}
	return j, nil
}

// isNil reports whether there is no document, a nil pointer in the interface among them.
func isNil(d fazhi.Document) bool {
	v := reflect.ValueOf(d)
	return d == nil || v.Kind() == reflect.Pointer && v.IsNil()
}

// vet says everything that is wrong with the request.
func (j *job) vet(now fazhi.Date) error {
	var w wrong
	switch {
	case j.Scope.Organ == "" || j.Scope.Organ == AllOrgans:
		w = append(w, ErrScope)
	case !isName(j.Scope.Organ, maxName):
		w = append(w, fmt.Errorf("%w：机关的名称%s", ErrScope, nameRule(maxName)))
	}
	w.name("文件种类", string(j.Ref.Kind), maxName)
	w.name("文件标识", j.Ref.ID, maxID)
	w.text("步骤", j.Step, maxName)
	w.text("经办账号", j.By, maxName)
	w.text("角色", j.Scope.Role, maxName)
	w.text("请求号", j.ReqID, maxID)
	w.text("理由", j.Reason, maxReason)
	for i, organ := range j.With {
		w.name("联合机关", organ, maxName)
		w.say(organ == j.Scope.Organ || slices.Contains(j.With[:i], organ), "联合机关重复，或者就是主办机关")
	}
	w.say(strings.ContainsRune(string(j.Ref.Kind), ':'), "文件种类不含冒号")
	w.say(j.Doc != nil && fazhi.RefOf(j.Doc) != j.Ref, "文件与所指的不是同一份")
	w.say(len(j.With) > maxWith || len(j.Series) > maxWith, "联合机关或者编号系列过多")
	w.say(j.On.After(now), "日期在今天之后")
	w.say(j.Seen < 0, "Seen 为负数")
	ends := j.act == Voided || j.act == Corrected
	w.say(ends && j.Reason == "", "没有理由")
	w.say(ends && len(j.Series) > 0, "作废、更正不给编号")
	w.say((j.act == Voided || j.act == Reserved) && j.Doc != nil, "作废、预留不带文件")
	w.say(j.act != Reserved && !j.Until.IsZero(), "只有预留才有最后一日")
	w.say((j.act == Added || j.act == Corrected) && j.Doc == nil, "没有文件")
	w.say(j.act == Stepped && j.Step == "", "没有步骤")
	w.say(j.act == Reserved && len(j.Series) == 0, "没有要预留的编号系列")
	if len(w) > 0 {
		return fmt.Errorf("register: %w", errors.Join(w...))
	}
	return nil
}

// wrong is what is wrong with a request.
type wrong []error

func (w *wrong) say(bad bool, message string) {
	if bad {
		*w = append(*w, fmt.Errorf("%w：%s", ErrRequest, message))
	}
}

// name says that a text cannot be a key.
func (w *wrong) name(what, s string, most int) {
	if !isName(s, most) {
		w.say(true, what+nameRule(most))
	}
}

// text says that a text cannot be kept.
func (w *wrong) text(what, s string, most int) {
	if !isText(s, most) {
		w.say(true, what+nameRule(most))
	}
}

// choose finds the step and the series.
func (j *job) choose() error {
	names := j.Series
	if j.act != Added && j.act != Stepped {
		j.Step = "" // the act says where the document stands
	} else {
		flow := j.book.flows[j.Ref.Kind]
		if flow == nil {
			j.Step = cmp.Or(j.Step, firstStep)
		} else {
			j.Step = cmp.Or(j.Step, flow.first)
			names = slices.Concat(names, flow.numbers[j.Step])
		}
		if j.Step == "" {
			return fmt.Errorf("register: %w：流程有几个起始步骤，没有指明是哪一个", ErrRequest)
		}
		if _, raw := j.Doc.(*Raw); flow != nil && flow.asks[j.Step] && (raw || j.Doc == nil) {
			return fmt.Errorf("register: %w：这一步骤的条件要看文件的内容，请求中应当有文件，且不能只是 JSON", ErrRequest)
		}
	}
	for _, name := range names {
		s := j.book.series[name]
		switch {
		case s == nil:
			return fmt.Errorf("register: %w：%q", ErrSeries, name)
		case j.act == Reserved && s.Hold == 0:
			return fmt.Errorf("register: %w：%q 不得预留", ErrReserved, name)
		case !slices.Contains(j.draw, s):
			j.draw = append(j.draw, s)
		}
	}
	return nil
}

// Steps of documents without a flow, and of those that have ended.
const (
	firstStep   = "登记"
	voidStep    = "作废"
	reserveStep = "预留"
	expireStep  = "预留失效"
)

// write makes the document's canonical JSON and takes the personal data out of it.
func (j *job) write() error {
	if j.Doc == nil {
		return nil
	}
	written, err := json.Marshal(j.Doc)
	if err == nil {
		j.doc, err = canon.Append(make([]byte, 0, len(written)), written)
	}
	if err != nil {
		return fmt.Errorf("register: %w：文件不能写成 JSON：%w", ErrRequest, err)
	}
	if j.book.sealer == nil {
		return nil
	}
	public, secrets, err := j.book.sealer.Seal(j.Scope.Organ, j.Ref, j.doc)
	if err != nil {
		return fmt.Errorf("register: 个人信息没有加密：%w", err)
	}
	j.doc, j.secrets = public, secrets
	return nil
}
