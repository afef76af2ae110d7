package table

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// Plain reduces a value of a Sheet to what a file format has to know: nil for an empty cell, a string, an int64, a
// fazhi.Money or a fazhi.Date. Yes and no become 是 and 否, lists are joined with 、, and a count that is a lower bound
// is a text, "2000余". It is for packages that write a format.
//
// A value of another type is an error, and so is a list whose items hold 、 ； or ，, because it could not be read back.
func Plain(v any) (any, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case fazhi.Date:
		return orNil(v, v.IsZero()), nil
	case fazhi.Money:
		return v, nil
	case fazhi.Count:
		if v.More {
			return fmt.Sprintf("%d余", v.N), nil
		}
		return v.N, nil
	}
	if p := reflect.ValueOf(v); p.Kind() == reflect.Pointer {
		if p.IsNil() {
			return nil, nil
		}
		if m, ok := v.(encoding.TextMarshaler); ok && knownKinds[p.Type().Elem()] == Text {
			return plainText(m)
		}
		return Plain(p.Elem().Interface())
	}
	if m, ok := v.(encoding.TextMarshaler); ok {
		return plainText(m)
	}
	return plainKind(reflect.ValueOf(v))
}

func plainText(m encoding.TextMarshaler) (any, error) {
	text, err := m.MarshalText()
	if err != nil {
		return nil, fmt.Errorf("不能写成文本：%w", err)
	}
	return orNil(string(text), len(text) == 0), nil
}

func plainKind(v reflect.Value) (any, error) {
	switch v.Kind() {
	case reflect.String:
		return orNil(v.String(), v.Len() == 0), nil
	case reflect.Bool:
		return map[bool]string{true: "是", false: "否"}[v.Bool()], nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int(), nil
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.String {
			return plainList(v)
		}
	}
	return nil, fmt.Errorf("不能写入类型 %s", v.Type())
}

func plainList(v reflect.Value) (any, error) {
	items := make([]string, v.Len())
	for i := range items {
		items[i] = v.Index(i).String()
		if strings.ContainsFunc(items[i], isListMark) {
			return nil, fmt.Errorf("第 %d 项含有分隔各项的标点", i+1)
		}
	}
	return orNil(strings.Join(items, "、"), len(items) == 0), nil
}

func orNil[T any](v T, empty bool) any {
	if empty {
		return nil
	}
	return v
}
