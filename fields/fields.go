package fields

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/fazhi-go/fazhi"
)

// Check returns a check of the struct tags of D, which is a struct or a pointer to one. The error says which tags are
// unknown or have no Chinese message. The check may be used from several goroutines.
func Check[D fazhi.Document](code fazhi.Code, kind fazhi.Kind, basis string) (fazhi.Check, error) {
	t := structOf(reflect.TypeFor[D]())
	if t == nil {
		return fazhi.Check{}, fmt.Errorf("fields: %s：%s 不是结构", code, reflect.TypeFor[D]())
	}
	v, err := newValidator()
	if err != nil {
		return fazhi.Check{}, fmt.Errorf("fields: %s：%w", code, err)
	}
	if err := vet(v, t); err != nil {
		return fazhi.Check{}, fmt.Errorf("fields: %s：%w", code, err)
	}
	return fazhi.Check{
		Code: code, Kind: kind, Basis: basis, Doc: "各栏的填写",
		Run: fazhi.For(func(ctx context.Context, p *fazhi.Pass, d D) error {
			var found validator.ValidationErrors
			err := v.StructCtx(context.WithValue(ctx, todayKey{}, p.Today), d)
			if err != nil && !errors.As(err, &found) {
				return err
			}
			for _, e := range found {
				p.Report(pathOf(e.Namespace()), label(t, e.StructNamespace())+message(e.Tag(), e.Param()))
			}
			return nil
		}),
	}, nil
}

// newValidator knows the types of the vocabulary and names fields as JSON does.
func newValidator() (*validator.Validate, error) {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		return name
	})
	v.RegisterCustomTypeFunc(plainValue, fazhi.Date{}, fazhi.Number{}, fazhi.Count{})
	if err := v.RegisterValidationCtx("past", isPast); err != nil {
		return nil, err
	}
	return v, nil
}

// todayKey is the key under which the tag past finds the day of the run.
type todayKey struct{}

// isPast is the tag past: a day that is not after today. Where no day is given, or today is not known, nothing is said.
func isPast(ctx context.Context, field validator.FieldLevel) bool {
	today, _ := ctx.Value(todayKey{}).(fazhi.Date)
	on := field.Field().String() // plainValue has made a text of the date, which sorts as dates do
	return today.IsZero() || on == "" || on <= today.String()
}

// plainValue shows the validator a text or a number, empty for the zero value.
func plainValue(v reflect.Value) any {
	switch x := v.Interface().(type) {
	case fazhi.Date:
		return x.String()
	case fazhi.Number:
		return x.String()
	case fazhi.Count:
		return x.N
	}
	return nil
}

func structOf(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	return t
}

// pathOf turns "Contract.parties[0].creditCode" into "/parties/0/creditCode".
func pathOf(namespace string) fazhi.Path {
	_, inside, _ := strings.Cut(namespace, ".")
	inside = strings.NewReplacer("[", ".", "]", "").Replace(inside)
	var p fazhi.Path
	for part := range strings.SplitSeq(inside, ".") {
		p = p.At(part)
	}
	return p
}

// label returns the column name of the field in 「」, following a namespace of Go names from the struct down.
func label(t reflect.Type, namespace string) string {
	_, inside, _ := strings.Cut(namespace, ".")
	name := ""
	for part := range strings.SplitSeq(inside, ".") {
		part, _, _ = strings.Cut(part, "[")
		f, ok := t.FieldByName(part)
		if !ok {
			break
		}
		name, _, _ = strings.Cut(f.Tag.Get("table"), ",")
		if next := elemStruct(f.Type); next != nil {
			t = next
		}
	}
	if name == "" {
		return ""
	}
	return "“" + name + "”"
}

// elemStruct returns the struct that a field leads to, through pointers, slices and arrays.
func elemStruct(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Array {
		t = t.Elem()
	}
	return structOf(t)
}
