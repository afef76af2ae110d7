package repeat

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/fazhi-go/fazhi/internal/canon"
)

// ErrJSON says that a text is no list of warnings.
var ErrJSON = errors.New("repeat: 不是预警清单")

// ReadWarnings reads what encoding/json writes of a []Warning, and nothing else: unknown members, a member twice, a code or
// level that is not known, points that do not add up are ErrJSON. At most 16 MiB are read.
func ReadWarnings(data []byte) ([]Warning, error) {
	if _, err := canon.Append(nil, data); err != nil {
		return nil, fmt.Errorf("%w：%w", ErrJSON, err)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var all []Warning
	if err := d.Decode(&all); err != nil {
		return nil, fmt.Errorf("%w：%w", ErrJSON, unwritten(err))
	}
	for i := range all {
		if fault := all[i].fault(); fault != "" {
			return nil, fmt.Errorf("%w：第%d项%s", ErrJSON, i+1, fault)
		}
	}
	return all, nil
}

// unwritten is an error of encoding/json without the values that it may quote.
func unwritten(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return io.ErrUnexpectedEOF
	}
	return errors.New("有不认识的成员，或者成员的类型不符")
}

// fault says in Chinese what is wrong with a warning; "" if nothing is.
func (w *Warning) fault() string {
	sum, formats := 0, formats()
	for _, m := range w.Matched {
		if _, ok := formats[m.How]; !ok || m.Points < 0 || m.Points > 100 || m.N < 0 {
			return "的比对方式不认识，或者分值不在0至100之间"
		}
		sum += m.Points
	}
	switch {
	case w.Rule() == "":
		return "的规则不认识"
	case w.Level.Chinese() == "":
		return "的等级不认识"
	case sum != w.Strength:
		return "的强度不是各项分值之和"
	case w.A.Serial == "" || w.B.Serial == "":
		return "没有两个编号"
	}
	return ""
}
