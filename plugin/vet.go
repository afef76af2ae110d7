package plugin

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// vet says everything that is wrong with a list of plug-ins.
func vet(o Options, list []Plugin) error {
	v := vetting{plugins: make(map[string]bool), codes: make(map[fazhi.Code]string), given: make(map[string]string)}
	v.say(o.Timeout < 0 || o.Overruns < 0, "选项 Timeout、Overruns 不能是负数")
	for i := range list {
		v.names(i, &list[i])
		if list[i].Guard != nil {
			v.guards++
		}
	}
	v.say(v.guards > maxGuards, "有 Guard 的插件超过 %d 个", maxGuards)
	for i := range list {
		v.plugin(&list[i])
	}
	return errors.Join(v.faults...)
}

// vetting is the state of one call of vet.
type vetting struct {
	plugins map[string]bool
	codes   map[fazhi.Code]string // who has them
	given   map[string]string     // who provides what
	guards  int
	faults  []error
}

func (v *vetting) say(bad bool, format string, args ...any) {
	if bad {
		v.faults = append(v.faults, fmt.Errorf("plugin: "+format, args...))
	}
}

// names checks what a plug-in calls itself.
func (v *vetting) names(i int, p *Plugin) {
	v.say(!IsName(p.Name), "第 %d 个插件的名称 %q 应当是 owner/name，用小写字母、数字、连字符，至多 %d 个字符", i+1, p.Name, maxName)
	v.say(v.plugins[p.Name], "插件 %s 给了两次", p.Name)
	v.plugins[p.Name] = true
	v.say(!isVersion(p.Version), "插件 %s 的版本 %q 应当由字母、数字和 . + - _ 组成，至多 %d 个字符", p.Name, p.Version, maxVersion)
	v.say(p.Doc == "", "插件 %s 没有说明", p.Name)
	v.say(p.API < 1 || p.API > API, "插件 %s 要求第 %d 级接口，本库有第 1 至第 %d 级", p.Name, p.API, API)
}

func (v *vetting) plugin(p *Plugin) {
	for _, name := range p.Requires {
		v.say(!v.plugins[name], "插件 %s 要求插件 %s，而没有它", p.Name, name)
		v.say(name == p.Name, "插件 %s 要求它自己", p.Name)
	}
	v.checks(p)
	v.say(p.Guard != nil && len(p.Refuses) == 0, "插件 %s 有 Guard，而没有声明 Refuses", p.Name)
	v.say(p.Guard == nil && len(p.Refuses) > 0, "插件 %s 声明了 Refuses，而没有 Guard", p.Name)
	for i, code := range p.Refuses {
		v.say(slices.Contains(p.Refuses[:i], code), "插件 %s 的代码 %s 给了两次", p.Name, code)
		v.say(!code.WellFormed(), "插件 %s 的代码 %q 应为小写字母、数字、连字符，以斜线分段", p.Name, code)
		v.code(p, code)
	}
	offers := v.providers(p)
	silent := len(p.Checks) == 0 && p.Check == nil && p.Guard == nil && len(p.Refuses) == 0 && p.Observe == nil
	v.say(!offers && silent, "插件 %s 什么也没有提供", p.Name)
}

// checks vets the checks; one without Run needs Check.
func (v *vetting) checks(p *Plugin) {
	runs := slices.Clone(p.Checks)
	declared := false
	for i := range runs {
		if runs[i].Run == nil {
			declared = true
			runs[i].Run = func(context.Context, *fazhi.Pass) error { return nil }
		}
	}
	if err := fazhi.VetChecks(runs); err != nil {
		v.say(true, "插件 %s：%w", p.Name, err)
	}
	v.say(declared && p.Check == nil, "插件 %s 有的检查项没有 Run，而插件没有 Check", p.Name)
	v.say(!declared && p.Check != nil, "插件 %s 有 Check，而没有不带 Run 的检查项", p.Name)
	for i := range p.Checks {
		v.code(p, p.Checks[i].Code)
	}
}

// library is the owner of plug-ins that hold the library's own checks, whose codes have no owner.
const library = "fazhi"

func (v *vetting) code(p *Plugin, code fazhi.Code) {
	owner, _, _ := strings.Cut(p.Name, "/")
	v.say(owner != library && !strings.HasPrefix(string(code), owner+"/"), "插件 %s 的代码 %s 应当以 %s/ 开头", p.Name, code, owner)
	if other, ok := v.codes[code]; ok && other != p.Name { // doubles within a plug-in are VetChecks' matter
		v.say(true, "代码 %s 在插件 %s 和 %s 中都有", code, other, p.Name)
	}
	v.codes[code] = p.Name
}

// providers reports whether there are any.
func (v *vetting) providers(p *Plugin) bool {
	offers := false
	for _, kind := range []struct {
		hook  Hook
		names []string
		nils  bool
	}{
		namesOf(HookSection, p.Provide.Sections), namesOf(HookNumber, p.Provide.Numberers), namesOf(HookRender, p.Provide.Renderers),
		namesOf(HookCalendar, p.Provide.Calendars), namesOf(HookScore, p.Provide.Rubrics), namesOf(HookSign, p.Provide.Signers),
	} {
		offers = offers || len(kind.names) > 0
		v.say(kind.nils, "插件 %s 的 %s 中有空的函数", p.Name, kind.hook)
		for _, name := range kind.names {
			key := string(kind.hook) + " " + name
			v.say(name == "", "插件 %s 的 %s 中有空的名称", p.Name, kind.hook)
			v.say(v.given[key] != "", "“%s”（%s）由插件 %s 和 %s 同时提供", name, kind.hook, v.given[key], p.Name)
			v.given[key] = p.Name
		}
	}
	return offers
}

func namesOf[Q, R any](hook Hook, offered map[string]func(context.Context, *Q) (*R, error)) (kind struct {
	hook  Hook
	names []string
	nils  bool
}) {
	kind.hook, kind.names = hook, slices.Sorted(maps.Keys(offered))
	for _, f := range offered {
		kind.nils = kind.nils || f == nil
	}
	return kind
}

// Limits, so that those who judged fit into an entry of a book.
const (
	maxName    = 64
	maxVersion = 32
	maxGuards  = 100
)

const lower = "abcdefghijklmnopqrstuvwxyz0123456789-"

// IsName reports whether a text can be the name of a plug-in: owner and name, in lower-case letters, digits and hyphens.
func IsName(s string) bool {
	owner, name, ok := strings.Cut(s, "/")
	return ok && owner != "" && name != "" && len(s) <= maxName && strings.Trim(owner, lower) == "" && strings.Trim(name, lower) == ""
}

func isVersion(s string) bool {
	upper := strings.ToUpper(lower)
	return s != "" && len(s) <= maxVersion && strings.Trim(s, lower+upper+".+_") == ""
}

func missingError(name string) error {
	return fmt.Errorf("plugin: %w %s", ErrMissing, strconv.Quote(name))
}
