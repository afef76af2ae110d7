package main

import (
	"bytes"
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

// try runs the program and returns its exit code and what it wrote.
func try(args ...string) (code int, stdout, stderr string) {
	return clitest.Try(run, "", nil, args...)
}

// with adds the plug-in of these tests with a flaw: this program itself.
func with(t *testing.T, flaw string, args ...string) []string {
	t.Helper()
	path, err := os.Executable()
	require.NoError(t, err)
	return append(args, "-env", flawOf+"="+flaw, "--", path)
}

const unreviewed = `{"kind": "contract", "id": "HT-2", "title": "租赁合同", "content": {"serial": "HT-2", "name": "店面租赁合同"}}`

const reviewed = `{"doc": "有审查日期。", "document": {"kind": "contract", "id": "HT-1", "title": "采购合同",
  "content": {"serial": "HT-1", "reviewed": "2024-05-01"}}, "want": []}`

// folder is a working directory with two documents and a folder of cases.
func folder(t *testing.T) {
	t.Helper()
	clitest.Folder(t, "2.json", unreviewed, "1.json", reviewed, "cases/reviewed.json", reviewed)
}

// The shapes of -json, and what a person reads, command by command.
func TestGolden(t *testing.T) {
	dir, err := filepath.Abs("testdata")
	require.NoError(t, err)
	for _, form := range []string{"json", "text"} {
		t.Run(form, func(t *testing.T) {
			folder(t)
			var b strings.Builder
			for _, c := range []string{
				"verify -golden cases -case golden -case issue-paths -case renderers", "verify -case none", "describe", "check -doc 1.json", "check -doc 2.json -today 2024-06-01",
				"record -doc 2.json -about 没有审查。 -out cases/unreviewed.json", "verify -golden cases -case golden",
				"corpus -out corpus -kind contract", "nothing", "check",
			} {
				args := strings.Fields(c)
				if form == "json" {
					args = append(args, "-json")
				}
				b.WriteString("$ plugin " + strings.Join(args, " ") + "\n")
				if !strings.HasPrefix(c, "corpus") {
					args = with(t, "none", args...)
				}
				code, stdout, stderr := try(args...)
				b.WriteString(stdout)
				if form == "text" {
					b.WriteString(stderr)
				}
				b.WriteString("(" + string(rune('0'+code)) + ")\n\n")
			}
			clitest.Golden(t, filepath.Join(dir, form+".golden"), b.String())
		})
	}
}

// What verify finds in plug-ins that have a flaw, and that what a program wrote before it died is shown.
func TestVerifyFinds(t *testing.T) {
	for _, x := range []struct {
		flaw, cases string
		want        []string
	}{
		{"dies", "survives-documents", []string{"不合  survives-documents", "检查 contract far-dates：", "exit status 3", "程序说：date out of range"}},
		{"tells", "issue-values", []string{"不合  issue-values", "重复了文件中的值"}},
		{"noise", "answers-documents", []string{"不合  answers-documents", "程序说：checking"}},
	} {
		t.Run(x.flaw, func(t *testing.T) {
			folder(t)
			code, stdout, stderr := try(with(t, x.flaw, "verify", "-case", x.cases)...)
			require.Equal(t, cli.Found, code, stdout)
			for _, each := range x.want {
				require.Contains(t, stdout, each)
			}
			require.Equal(t, "plugin：1项案例，1项不合\n", stderr)
		})
	}
}

func TestVerifyOverHTTP(t *testing.T) {
	server := httptest.NewServer(remote.Handler(serverOf("none")))
	defer server.Close()
	code, stdout, stderr := try("verify", "-http", server.URL)
	require.Equal(t, cli.Well, code, stdout+stderr)
	require.Contains(t, stdout, "插件 licheng/review@1.0.0")
}

// What record and corpus write, the kit reads.
func TestFilesAreRead(t *testing.T) {
	folder(t)
	code, _, stderr := try(with(t, "none", "record", "-doc", "2.json", "-law-on", "2024-05-01", "-out", "cases/2.json")...)
	require.Equal(t, cli.Well, code, stderr)
	cases, err := plugintest.ReadCases(os.DirFS("cases"))
	require.NoError(t, err)
	require.Equal(t, []plugintest.Want{{Code: reviewCode, Path: "/reviewed"}}, cases[0].Want)
	require.Equal(t, "2024-05-01", cases[0].LawOn.String())

	code, _, stderr = try("corpus", "-out", "corpus")
	require.Equal(t, cli.Well, code, stderr)
	files, err := os.ReadDir("corpus")
	require.NoError(t, err)
	require.Len(t, files, len(plugintest.Corpus()))
	code, stdout, stderr := try(with(t, "none", "check", "-doc", "corpus/contract-no-texts.json")...)
	require.Equal(t, cli.Found, code, stderr)
	require.Contains(t, stdout, "没有合法性审查日期")
}

// An interrupted run is none.
func TestInterrupted(t *testing.T) {
	folder(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, complaint bytes.Buffer
	require.Equal(t, cli.Unusable, run(ctx, with(t, "none", "verify"), cli.World{Stdout: &out, Stderr: &complaint}))
	require.Equal(t, "plugin：已中断\n", complaint.String())
}

// Every wrong use is exit code 2 and one line, with -json one object too, and writes nothing.
func TestUnusable(t *testing.T) {
	folder(t)
	require.NoError(t, os.WriteFile("bad.json", []byte(`{"kind": 1}`), 0o600))
	require.NoError(t, os.WriteFile("half.json", []byte(`{"kind": "contract"}`), 0o600))
	require.NoError(t, os.WriteFile("program", []byte("#!/bin/sh\nexit 7\n"), 0o755))
	self := func(args ...string) []string { return with(t, "none", args...) }
	for name, x := range map[string]struct {
		args []string
		want []string
	}{
		"no command":                    {nil, []string{"没有写命令", "plugin -h"}},
		"an unknown command":            {[]string{"watch"}, []string{"没有这个命令"}},
		"an unknown flag":               {self("verify", "-x"), []string{"没有选项 -x", "plugin verify -h"}},
		"a flag of another command":     {self("describe", "-golden", "cases"), []string{"describe 没有选项 -golden"}},
		"a flag without value":          {[]string{"verify", "-http"}, []string{"-http 没有写值"}},
		"an empty value":                {self("verify", "-golden="), []string{"-golden：没有写明"}},
		"a value for -json":             {self("verify", "-json=yes"), []string{"-json 不带值"}},
		"arguments":                     {[]string{"verify", "java"}, []string{"-- 之后"}},
		"no program":                    {[]string{"verify"}, []string{"二者居一"}},
		"program and address":           {self("verify", "-http", "https://127.0.0.1"), []string{"二者居一"}},
		"a program for corpus":          {[]string{"corpus", "-out", "x", "--", "java"}, []string{"corpus 不用程序"}},
		"environment of a service":      {[]string{"verify", "-http", "http://127.0.0.1:1", "-env", "a=b"}, []string{"-env 只用于程序"}},
		"no document":                   {self("check"), []string{"-doc 没有写明"}},
		"several at once":               {self("check", "-today", "昨天", "-timeout", "0s", "-set", "a"), []string{"-today", "-timeout", "-set", "-doc", "；"}},
		"no such document":              {self("check", "-doc", "none.json"), []string{"-doc：没有这个文件"}},
		"a folder":                      {self("check", "-doc", "cases"), []string{"不是文件"}},
		"not a document":                {self("check", "-doc", "bad.json"), []string{"不是文件的 JSON"}},
		"half a document":               {self("check", "-doc", "half.json"), []string{"应当有 kind"}},
		"no such case":                  {self("verify", "-golden", "none"), []string{"-golden", "没有文件夹 none"}},
		"a file that is there":          {self("record", "-doc", "2.json", "-out", "1.json"), []string{"已有 1.json"}},
		"a folder that is there":        {[]string{"corpus", "-out", "cases"}, []string{"不能新建文件夹 cases：已经有了"}},
		"not a program":                 {[]string{"verify", "--", "./1.json"}, []string{"不能运行 ./1.json"}},
		"plain text to another machine": {[]string{"verify", "-http", "http://192.0.2.1/"}, []string{"请用 https"}},
		"no such program":               {[]string{"verify", "--", "no-such-program"}, []string{"没有程序 no-such-program"}},
		"a program that ends":           {[]string{"verify", "--", "./program"}, []string{"exit status 7"}},
		"a service that is away":        {[]string{"describe", "-http", "http://127.0.0.1:1/"}, []string{"127.0.0.1"}},
		"an unknown setting":            {self("describe", "-set", "a=b"), []string{"设置"}},
	} {
		t.Run(name, func(t *testing.T) {
			clitest.Program(try).Unusable(t, x.args, x.want...)
		})
	}
}

func TestHelp(t *testing.T) {
	code, stdout, all := try("-h")
	require.Equal(t, cli.Well, code)
	require.Empty(t, stdout)
	for _, c := range new(call).commands() {
		require.Contains(t, all, c.Name)
		code, _, help := try(c.Name, "-h")
		require.Equal(t, cli.Well, code)
		for _, name := range c.Flags {
			require.Contains(t, help, "-"+name)
		}
		require.Equal(t, c.asks, strings.Contains(help, "SHA-256"))
	}
}
