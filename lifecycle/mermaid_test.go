package lifecycle_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/lifecycle"
)

// Four steps follow the same four, so their arrows meet; a limit that is not set is not shown.
func TestMermaid(t *testing.T) {
	want := strings.TrimLeft(`
stateDiagram-v2
    state "收到" as s1
    s1 : 回复期限 15个工作日，至2023年12月31日
    s1 : 回复期限 10个工作日
    s1 : 办理期限 30日
    s1 : 办理期限 60日
    state "办理" as s2
    state "延长" as s3
    s3 : 办理期限 延长30日
    state "中止" as s4
    s4 : 中止期限 6个月
    state "恢复" as s5
    state "办结" as s6
    state j1 <<choice>>
    s1 --> j1
    s2 --> j1
    s3 --> j1
    s5 --> j1
    [*] --> s1
    j1 --> s2
    j1 --> s3
    j1 --> s4
    s4 --> s5
    j1 --> s6
    s6 --> [*]
`, "\n")
	require.Equal(t, want, compile(t, letters()).Mermaid())
	require.Equal(t, want, compile(t, letters()).Mermaid())
}

// Whatever the names, a line of the diagram stays a line and a label a label.
func TestMermaidEscapes(t *testing.T) {
	name := "a\"b\n#c;d:e%%<f>\r\u2028"
	m := compile(t, lifecycle.Flow{Kind: "letter", Name: "流程", Steps: []lifecycle.Step{
		{Name: name, Doc: "登记", First: true, Starts: []lifecycle.Clock{{Name: name, Span: span("5d"), Basis: "某规定"}}},
		{Name: "办结", Doc: "办结", After: []string{name}, Final: true},
	}})
	const escaped = "a#quot;b #35;c#59;d#58;e#37;#37;#lt;f#gt;  "
	require.Equal(t, "stateDiagram-v2\n    state \""+escaped+"\" as s1\n    s1 : "+escaped+" 5日\n    state \"办结\" as s2\n"+
		"    [*] --> s1\n    s1 --> s2\n    s2 --> [*]\n", m.Mermaid())
}
