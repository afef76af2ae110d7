package repeat

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/internal/strict"
)

// ErrJSON says that a text is no list of warnings.
var ErrJSON = errors.New("repeat: 不是预警清单")

// ReadWarnings reads what encoding/json writes of a []Warning, and nothing else: unknown members, a member twice or in other
// letters, a code, a level, or a match that Weights has not, one thing matched twice, points that do not add up or go
// beyond 100 are ErrJSON. At most 16 MiB are read. Numbers, organs, basis, look, what is missing and what speaks against it
// come through as they are written.
func ReadWarnings(data []byte) ([]Warning, error) {
	if _, err := canon.Append(nil, data); err != nil {
		return nil, fmt.Errorf("%w：%w", ErrJSON, err)
	}
	if _, found := strict.Key[[]Warning](data); found {
		return nil, fmt.Errorf("%w：%w", ErrJSON, errMember)
	}
	d := json.NewDecoder(bytes.NewReader(data))
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

var errMember = errors.New("有不认识的成员，或者成员的类型不符")

// unwritten is an error of encoding/json without the values that it may quote.
func unwritten(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return io.ErrUnexpectedEOF
	}
	return errMember
}

// fault says in Chinese what is wrong with a warning; "" if nothing is.
func (w *Warning) fault() string {
	if w.Rule() == "" {
		return "的规则不认识"
	}
	sum, left := 0, Weights()
	for _, m := range w.Matched {
		i := slices.IndexFunc(left, func(v Weight) bool { return v.Code == w.Code && v.Field == m.Field && v.How == m.How })
		if i < 0 || m.Points < 0 || m.Points > 100 || m.N < 0 {
			return "的比对项目不认识，或者分值不在0至100之间"
		}
		sum += m.Points
		left = slices.DeleteFunc(left, func(v Weight) bool { return v.Code == w.Code && v.Field == m.Field })
	}
	switch {
	case w.Level.Chinese() == "":
		return "的等级不认识"
	case sum != w.Strength || sum > 100:
		return "的强度不是各项分值之和，或者超过100"
	case w.A.Serial == "" || w.B.Serial == "":
		return "没有两个编号"
	}
	return ""
}
