package ocds

import (
	"reflect"
	"strings"
)

// WholeLists and Omitted are the rules of the merge.
func WholeLists() []string { return wholeLists() }

// Omitted are the fields that a compiled release has not.
func Omitted() []string { return omitted() }

// Escape is how numbers are written in identifiers.
func Escape(s string) string { return escape(s) }

// Fields returns the JSON names of our types by their names in the schema.
func Fields() map[string][]string {
	fields := make(map[string][]string)
	for name, t := range map[string]reflect.Type{
		"Release": reflect.TypeFor[Release](), "Organization": reflect.TypeFor[Party](), "OrganizationReference": reflect.TypeFor[Reference](),
		"Identifier": reflect.TypeFor[Identifier](), "Address": reflect.TypeFor[Address](), "Planning": reflect.TypeFor[Planning](),
		"Budget": reflect.TypeFor[Budget](), "Tender": reflect.TypeFor[Tender](), "Award": reflect.TypeFor[Award](),
		"Contract": reflect.TypeFor[Contract](), "SimpleIdentifier": reflect.TypeFor[SimpleID](), "Value": reflect.TypeFor[Value](),
		"Item": reflect.TypeFor[Item](), "Classification": reflect.TypeFor[Classification](), "Unit": reflect.TypeFor[Unit](),
		"Period": reflect.TypeFor[Period](), "Implementation": reflect.TypeFor[Implementation](), "Transaction": reflect.TypeFor[Transaction](),
		"Milestone": reflect.TypeFor[Milestone](), "Document": reflect.TypeFor[Document](), "Amendment": reflect.TypeFor[Amendment](),
	} {
		for f := range t.Fields() {
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			fields[name] = append(fields[name], tag)
		}
	}
	return fields
}
