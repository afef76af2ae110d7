package plugin_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
)

func section(context.Context, *plugin.SectionRequest) (*plugin.SectionResponse, error) {
	return &plugin.SectionResponse{}, nil
}

type sections = map[string]func(context.Context, *plugin.SectionRequest) (*plugin.SectionResponse, error)

func giving(name string, s sections) plugin.Plugin {
	p := named(name)
	p.Provide.Sections = s
	return p
}

// Every fault is said at once, with the names of those concerned.
func TestNewHostSaysEveryFault(t *testing.T) {
	declared := check("a/lease/declared")
	declared.Run = nil
	old := checking("a/old", check("a/lease/x"))
	old.API, old.Version, old.Doc = 7, "1 0", ""
	list := []plugin.Plugin{
		checking("Licheng", check("lease/name")),
		old, old,
		checking("a/declares", declared),
		{Name: "a/judges", Version: "1", Doc: "测试用。", Check: func(context.Context, *plugin.CheckRequest) (*plugin.CheckResponse, error) { return nil, nil }},
		guarding("a/guards", passes),
		guarding("b/refuses", nil, "b/lease/x"),
		giving("a/sections", sections{"信访": section, "": section, "空": nil}),
		giving("b/sections", sections{"信访": section}),
		named("a/nothing"),
	}
	list[3].Requires = []string{"a/nowhere", "a/declares"}
	h, err := plugin.NewHost(list...)
	require.Nil(t, h)
	require.Equal(t, strings.Split(strings.TrimSpace(`
plugin: 第 1 个插件的名称 "Licheng" 应当是 owner/name，用小写字母、数字、连字符，至多 64 个字符
plugin: 插件 a/old 的版本 "1 0" 应当由字母、数字和 . + - _ 组成，至多 32 个字符
plugin: 插件 a/old 没有说明
plugin: 插件 a/old 要求第 7 级接口，本库有第 1 至第 1 级
plugin: 插件 a/old 给了两次
plugin: 插件 a/old 的版本 "1 0" 应当由字母、数字和 . + - _ 组成，至多 32 个字符
plugin: 插件 a/old 没有说明
plugin: 插件 a/old 要求第 7 级接口，本库有第 1 至第 1 级
plugin: 插件 a/judges 要求第 0 级接口，本库有第 1 至第 1 级
plugin: 插件 Licheng 的代码 lease/name 应当以 Licheng/ 开头
plugin: 插件 a/declares 要求插件 a/nowhere，而没有它
plugin: 插件 a/declares 要求它自己
plugin: 插件 a/declares 有的检查项没有 Run，而插件没有 Check
plugin: 插件 a/judges 有 Check，而没有不带 Run 的检查项
plugin: 插件 a/guards 有 Guard，而没有声明 Refuses
plugin: 插件 b/refuses 声明了 Refuses，而没有 Guard
plugin: 插件 a/sections 的 section 中有空的函数
plugin: 插件 a/sections 的 section 中有空的名称
plugin: “信访”（section）由插件 a/sections 和 b/sections 同时提供
plugin: 插件 a/nothing 什么也没有提供`), "\n"), strings.Split(err.Error(), "\n"))
}

func TestCodesAreGivenOnce(t *testing.T) {
	for text, list := range map[string][]plugin.Plugin{
		"代码 a/lease/x 在插件 a/one 和 a/two 中都有": {checking("a/one", check("a/lease/x")), checking("a/two", check("a/lease/x"))},
		"代码 a/lease/y 在插件 a/one 和 a/two 中":   {guarding("a/one", passes, "a/lease/y"), checking("a/two", check("a/lease/y"))},
		"代码重复":                {checking("a/one", check("a/lease/x"), check("a/lease/x"))},
		"代码 a/lease/z 给了两次":   {guarding("a/one", passes, "a/lease/z", "a/lease/z")},
		`代码 "a/Lease" 应为小写字母`: {guarding("a/one", passes, "a/Lease")},
	} {
		_, err := plugin.NewHost(list...)
		require.ErrorContains(t, err, text)
	}
	own := check("lease/name")
	_, err := plugin.NewHost(checking("fazhi/lease", own))
	require.NoError(t, err, "the library's own codes have no owner")
}

func TestOptionsAreVetted(t *testing.T) {
	_, err := plugin.Options{Timeout: -1}.NewHost()
	require.ErrorContains(t, err, "不能是负数")
	h, err := plugin.NewHost()
	require.NoError(t, err, "a host without plug-ins has nothing to say")
	f, err := h.Check(t.Context(), &plugin.CheckRequest{Doc: store})
	require.NoError(t, err)
	require.Empty(t, f.Issues)
}

// What the caller does with the list afterwards is his own affair.
func TestTheListIsCopied(t *testing.T) {
	list := []plugin.Plugin{checking("a/one", check("a/lease/x", "/x"))}
	list[0].Provide.Sections = sections{"信访": section}
	h := host(t, list...)
	list[0].Provide.Sections["别的"] = section
	require.Equal(t, []string{"信访"}, h.Describe().Plugins[0].Sections)
	list[0].Checks[0] = fazhi.Check{}
	list[0] = plugin.Plugin{}
	f, err := h.Check(t.Context(), &plugin.CheckRequest{Doc: store})
	require.NoError(t, err)
	require.Equal(t, []string{"/x a/lease/x"}, found(f))
}
