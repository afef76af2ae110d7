package wasm_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/wasm"
)

func TestConnNamesAllFaults(t *testing.T) {
	conn, err := wasm.Module{
		SHA256: "9f86", Workers: -1, Timeout: -time.Second, MaxAnswer: protocol.MaxMessage + 1, Memory: 1000,
	}.Conn(t.Context())
	require.Nil(t, conn)
	require.EqualError(t, err, strings.Join([]string{
		"wasm: Name 是空的，或者与 Args 之中有零字节",
		"wasm: Wasm 是空的",
		"wasm: SHA256 应当是 64 位十六进制数字",
		"wasm: Workers 应当在 0 与 1000 之间",
		"wasm: 时间不能是负数",
		"wasm: MaxAnswer 应当在 0 与 8 MiB 之间",
		"wasm: Memory 应当在 64 KiB 与 4 GiB 之间",
	}, "\n"))
}

func TestConnZeroByte(t *testing.T) {
	_, err := named(rogue().wasm(), wasm.Module{Args: []string{"a\x00b"}}).Conn(t.Context())
	require.ErrorContains(t, err, "零字节")
}

func TestConnFaults(t *testing.T) {
	whole := rogue().wasm()
	big := rogue()
	big.pages = 20
	for name, c := range map[string]struct {
		module []byte
		text   string
	}{
		"text":          {[]byte("#!/bin/sh\n"), "模块不能用"},
		"cut-off":       {whole[:len(whole)-3], "不是 WebAssembly"},
		"other-imports": {bytes.ReplaceAll(whole, []byte("wasi_snapshot_preview1"), []byte("site_own_functions_001")), `"site_own_functions_001"."fd_read"`},
		"no-start":      {bytes.ReplaceAll(whole, []byte("_start"), []byte("_other")), "没有 _start"},
		"memory":        {big.wasm(), "模块不能用"},
		"component":     {[]byte("\x00asm\x0d\x00\x01\x00"), "模块不能用"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := named(c.module, wasm.Module{Memory: 1 << 20}).Conn(t.Context())
			require.ErrorIs(t, err, wasm.ErrModule)
			require.ErrorContains(t, err, "wasm: 模块 guest.wasm：")
			require.ErrorContains(t, err, c.text)
		})
	}
}

func TestConnOtherModule(t *testing.T) {
	m := named(rogue().wasm(), wasm.Module{})
	m.Wasm = append(m.Wasm, 0, 3, 1, 'x', 'y') // a section of one's own, which does nothing
	_, err := m.Conn(t.Context())
	require.ErrorIs(t, err, wasm.ErrModule)
	require.ErrorContains(t, err, "与给定的 SHA-256 不符")
	m.SHA256 = strings.ToUpper(sum(m.Wasm))
	conn, err := m.Conn(t.Context())
	require.NoError(t, err)
	require.NoError(t, conn.Close())
}

func TestConnCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := named(rogue().wasm(), wasm.Module{}).Conn(ctx)
	require.ErrorIs(t, err, context.Canceled)
}

func TestCache(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	for range 2 {
		conn := opened(t, rogue().wasm(), wasm.Module{Cache: dir})
		say(t, conn, "echo", "echo")
	}
	var files []string
	require.NoError(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if !d.IsDir() {
			files = append(files, path)
		}
		return err
	}))
	require.Len(t, files, 1)

	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	_, err := named(rogue().wasm(), wasm.Module{Cache: file}).Conn(t.Context())
	require.ErrorContains(t, err, "Cache")
}

func TestArgs(t *testing.T) {
	g := rogue()
	g.respond = ops(i32(data+100), i32(data+200), call(argsGet), drop(), // three arguments, one after the other
		store8(i32(message+letter), load8(i32(data+200+int32(len("guest.wasm\x00"))))), echo())
	conn := opened(t, g.wasm(), wasm.Module{Args: []string{"A", "B"}})
	say(t, conn, "e", "A")
}
