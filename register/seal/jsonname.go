package seal

import (
	"reflect"
	"strings"
	"unicode"
)

// jsonName returns the name that the tag gives to a field, empty if none, and whether encoding/json writes the field.
func jsonName(f reflect.StructField) (name string, written bool) {
	tag := f.Tag.Get("json")
	if _, isStruct := embedded(f); tag == "-" || !f.IsExported() && !isStruct {
		return "", false
	}
	name, _, _ = strings.Cut(tag, ",")
	if !isJSONName(name) {
		name = ""
	}
	return name, true
}

// isJSONName reports whether encoding/json takes a name from a tag.
func isJSONName(name string) bool {
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) {
			return false
		}
	}
	return true
}

// embedded returns the struct that a field embeds.
func embedded(f reflect.StructField) (reflect.Type, bool) {
	t := f.Type
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t, f.Anonymous && t.Kind() == reflect.Struct
}
