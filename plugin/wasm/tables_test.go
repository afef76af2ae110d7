package wasm_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/wasm"
)

// table is a table of functions that begins with so many elements and may have so many; without most, any number.
func table(least uint64, most ...uint64) code {
	c := append(code{0x70, byte(len(most))}, unsigned(least)...)
	for _, n := range most {
		c = append(c, unsigned(n)...)
	}
	return c
}

func TestTables(t *testing.T) {
	const limit = 1 << 20
	for name, c := range map[string]struct {
		tables  []code
		bounded bool
		fault   string
	}{
		"none":          {nil, true, ""},
		"empty":         {[]code{table(0, 0)}, true, ""},
		"fixed":         {[]code{table(limit, limit)}, true, ""},
		"two":           {[]code{table(1, limit/2), table(1, limit/2)}, true, ""},
		"open":          {[]code{table(1)}, false, ""},
		"may-be-large":  {[]code{table(1, limit+1)}, false, ""},
		"may-add-up":    {[]code{table(1, limit/2+1), table(1, limit/2)}, false, ""},
		"one-of-them":   {[]code{table(1), table(1, 1)}, false, ""},
		"large":         {[]code{table(limit+1, limit+1)}, false, "表过大"},
		"add-up":        {[]code{table(limit/2 + 1), table(limit / 2)}, false, "表过大"},
		"of-references": {[]code{{0x6f, 0, 1}}, false, ""},
		"of-others":     {[]code{{0x63, 0x70, 0, 1}}, false, "没有的类型"},
		"shared":        {[]code{{0x70, 3, 1, 1}}, false, "没有的类型"},
	} {
		t.Run(name, func(t *testing.T) {
			g := rogue()
			g.tables = list(c.tables...)
			bounded, err := wasm.Tables(g.wasm())
			if c.fault != "" {
				require.ErrorContains(t, err, c.fault)
				return
			}
			require.NoError(t, err)
			require.Equal(t, c.bounded, bounded)
		})
	}
}

func TestTablesOnce(t *testing.T) {
	g := rogue()
	g.tables = list(table(1, 1))
	module := append(g.wasm(), section(4, list(table(1)))...)
	_, err := wasm.Tables(module)
	require.ErrorContains(t, err, "已损坏")
}

// Growing a table would be a way around the limit of memory.
func TestGrowingTable(t *testing.T) {
	growing := ops(code{0xd0, 0x70}, i32(1<<24), code{0xfc, 0x0f, 0}, drop(), echo()) // table.grow by 128 MiB
	g := rogue()
	g.respond, g.tables = growing, list(table(1))
	_, err := named(g.wasm(), wasm.Module{}).Conn(t.Context())
	require.ErrorIs(t, err, wasm.ErrModule)

	g.tables = list(table(1, 1000)) // growing fails, the module works
	say(t, opened(t, g.wasm(), wasm.Module{}), "echo", "echo")
}

// What is read of any bytes ends, and what it lets through is for the compiler to judge.
func FuzzTables(f *testing.F) {
	g := rogue()
	f.Add(g.wasm())
	g.tables = list(table(1), table(3, 5))
	f.Add(g.wasm())
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x04\xff\xff\xff\xff\x0f"))
	f.Fuzz(func(t *testing.T, module []byte) {
		bounded, err := wasm.Tables(module)
		if err != nil {
			require.False(t, bounded)
			return
		}
		if len(module) < 8 { // something that is there all the same
			return
		}
		again, err := wasm.Tables(append(module[:len(module):len(module)], section(0, text("empty"))...))
		require.NoError(t, err)
		require.Equal(t, bounded, again)
	})
}

// Any line is judged without panic, and only one with the id is an answer.
func FuzzAnswer(f *testing.F) {
	f.Add([]byte(`{"id":1}`), true)
	f.Add([]byte(`{"id":null}`), true)
	f.Add([]byte(`{"id":2}`), false)
	f.Add([]byte("\xb9\xe6"), true)
	f.Add([]byte(`null`), true)
	f.Fuzz(func(t *testing.T, line []byte, first bool) {
		err := wasm.Answered([]byte(`{"id":1}`), line, first)
		other := wasm.Answered([]byte(`{"id":2}`), line, first)
		if err == nil && other == nil { // it has no id
			require.NoError(t, wasm.Answered([]byte(`{"id":3}`), line, first))
		}
		if !first && err == nil {
			require.NoError(t, wasm.Answered([]byte(`{"id":1}`), line, true))
		}
	})
}
