package main

import (
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// declared reads the declarations of a file, and the built-in areas that their rows belong to. Faults are issues; then there are
// no areas.
func declared(name string, out *finding) (areas, above []*activity.Activity, err error) {
	areas, err = parsed(name)
	if err == nil {
		above, err = missingAbove(areas)
	}
	if err == nil {
		err = activity.Vet(slices.Concat(areas, above))
	}
	var faults *activity.ParseError
	if errors.As(err, &faults) {
		out.Issues = faults.Issues
		return nil, nil, nil
	}
	for _, a := range areas {
		out.Areas = append(out.Areas, areaOf(a))
		out.Issues = append(out.Issues, a.Doubts()...)
	}
	return areas, above, err
}

// parsed reads the declarations of a file.
func parsed(name string) ([]*activity.Activity, error) {
	if ext := cli.Extension(name); ext != ".yaml" && ext != ".yml" {
		return nil, cli.Unreadable(name, errors.New("声明应当是 .yaml"))
	}
	data, err := cli.Load(name, activity.MaxBytes)
	if err != nil {
		return nil, err
	}
	return activity.Parse(name, data)
}

// missingAbove returns the built-in areas that areas belong to, step by step upwards, as far as they are not among them.
func missingAbove(areas []*activity.Activity) (above []*activity.Activity, err error) {
	built, err := builtIn()
	if err != nil {
		return nil, err
	}
	all := slices.Clone(areas)
	for i := 0; i < len(all); i++ {
		sheet, _ := all[i].Above()
		named := func(a *activity.Activity) bool { return a.Sheet() == sheet }
		if at := slices.IndexFunc(built, named); at >= 0 && !slices.ContainsFunc(all, named) {
			all = append(all, built[at])
		}
	}
	return all[len(areas):], nil
}
