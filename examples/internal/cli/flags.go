package cli

import (
	"errors"
	"flag"
	"io"
	"slices"
)

// A Flag is one flag of a command line. To is a *bool, a *string, of one that may be given several times a *[]string, or a
// func(string) error, which takes the value as it is; the others refuse an empty one.
// Value is what -h calls its value.
type Flag struct {
	Name, Value, Doc string
	To               any
}

// JSON is the flag -json, which Run adds to those of the program.
func JSON(to *bool) Flag {
	return Flag{Name: "json", Doc: "在标准输出打印一个 JSON 对象", To: to}
}

// Arguments reads flags of these names, wherever they stand, and returns what stands between and after them. What follows --
// is never a flag.
func Arguments(rest []string, flags []Flag, names []string) (args []string, err error) {
	for {
		left, err := Take(rest, flags, names)
		if err != nil || len(left) == 0 {
			return args, err
		}
		if n := len(rest) - len(left); n > 0 && rest[n-1] == "--" {
			return append(args, left...), nil
		}
		args, rest = append(args, left[0]), left[1:]
	}
}

// Take reads flags of these names until the first argument, and returns what is left.
func Take(args []string, flags []Flag, names []string) ([]string, error) {
	set := flag.NewFlagSet("", flag.ContinueOnError)
	set.SetOutput(io.Discard) // what is wrong is said once, in the end
	for _, f := range flags {
		if slices.Contains(names, f.Name) {
			f.define(set)
		}
	}
	err := set.Parse(args)
	return set.Args(), InChinese(err)
}

func (f *Flag) define(set *flag.FlagSet) {
	switch to := f.To.(type) {
	case *bool:
		set.BoolVar(to, f.Name, *to, f.Doc)
	case *string:
		set.Func(f.Name, f.Doc, written(func(s string) { *to = s }))
	case func(string) error:
		set.Func(f.Name, f.Doc, to)
	case *[]string:
		set.Func(f.Name, f.Doc, written(func(s string) { *to = append(*to, s) }))
	}
}

// written takes a value that is not empty.
func written(take func(string)) func(string) error {
	return func(s string) error {
		if s == "" {
			return errors.New("没有写明")
		}
		take(s)
		return nil
	}
}
