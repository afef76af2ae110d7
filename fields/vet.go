package fields

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/go-playground/validator/v10"
)

// vet says which tags of a struct, and of those below it, have no message or are malformed.
func vet(v *validator.Validate, t reflect.Type) error {
	seen := map[reflect.Type]bool{}
	var faults []error
	vetTags(t, seen, &faults)
	for s := range seen { // order does not matter: faults are for the programmer
		if err := tryOut(v, s); err != nil {
			faults = append(faults, err)
		}
	}
	return errors.Join(faults...)
}

// tryOut validates an empty struct, because the validator panics over a malformed tag when it first meets it.
func tryOut(v *validator.Validate, t reflect.Type) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s：validate 标签有误：%v", t, r)
		}
	}()
	_ = v.Struct(reflect.New(t).Interface())
	return nil
}

func vetTags(t reflect.Type, seen map[reflect.Type]bool, faults *[]error) {
	if seen[t] {
		return
	}
	seen[t] = true
	for i := range t.NumField() {
		f := t.Field(i)
		for _, tag := range strings.FieldsFunc(f.Tag.Get("validate"), func(r rune) bool { return r == ',' || r == '|' }) {
			name, _, _ := strings.Cut(tag, "=")
			if _, ok := messages[name]; !ok && !structural[name] {
				*faults = append(*faults, fmt.Errorf("%s.%s：标签 %q 没有中文说明", t, f.Name, name))
			}
		}
		if next := elemStruct(f.Type); next != nil && f.IsExported() {
			vetTags(next, seen, faults)
		}
	}
}
