package reporttest

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// isStruct reports whether a document is a pointer to a struct.
func isStruct(d any) bool {
	v := reflect.ValueOf(d)
	return v.Kind() == reflect.Pointer && !v.IsNil() && v.Elem().Kind() == reflect.Struct
}

// differentFields names the fields in which two documents differ, but for the memory of their cells.
func differentFields(a, b any) []string {
	v, w := withoutRow(a), withoutRow(b)
	if reflect.DeepEqual(v.Interface(), w.Interface()) {
		return nil
	}
	var names []string
	for _, f := range reflect.VisibleFields(v.Type()) {
		if f.IsExported() && !reflect.DeepEqual(v.FieldByIndex(f.Index).Interface(), w.FieldByIndex(f.Index).Interface()) {
			names = append(names, f.Name)
		}
	}
	if len(names) == 0 {
		names = append(names, v.Type().Name())
	}
	return names
}

// withoutRow returns a copy of the struct that a document points to.
func withoutRow(d any) reflect.Value {
	v := reflect.ValueOf(d).Elem()
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	forgetRows(c)
	return c
}

func forgetRows(v reflect.Value) {
	for i := range v.NumField() {
		switch f := v.Field(i); {
		case !f.CanSet():
		case f.Type() == reflect.TypeFor[table.Row]():
			f.SetZero()
		case f.Kind() == reflect.Struct:
			forgetRows(f)
		}
	}
}

// treeOf returns a document as JSON has it, nil when it has none.
func treeOf(d any) any {
	text, err := json.Marshal(d)
	if err != nil {
		return nil
	}
	var tree any
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.UseNumber()
	if decoder.Decode(&tree) != nil {
		return nil
	}
	return tree
}

// differences returns the paths at and below at where a tree has another value than b, in order.
func differences(a, b any, at fazhi.Path) []fazhi.Path {
	if reflect.DeepEqual(a, b) {
		return nil
	}
	m, isMap := a.(map[string]any)
	n, isMap2 := b.(map[string]any)
	if !isMap || !isMap2 {
		return []fazhi.Path{at}
	}
	var paths []fazhi.Path
	for name, v := range m {
		paths = append(paths, differences(v, n[name], at.At(name))...)
	}
	slices.Sort(paths)
	return paths
}

// known reports whether a tree has a value at a path.
func known(tree any, path fazhi.Path) bool {
	if path != "" && path[0] != '/' {
		return false
	}
	for _, part := range strings.Split(string(path), "/")[1:] {
		var ok bool
		switch n := tree.(type) {
		case map[string]any:
			tree, ok = n[strings.NewReplacer("~1", "/", "~0", "~").Replace(part)]
		case []any:
			i, err := strconv.Atoi(part)
			if ok = err == nil && i >= 0 && i < len(n); ok {
				tree = n[i]
			}
		}
		if !ok {
			return false
		}
	}
	return true
}
