package lifecycle_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/enforcement/supervision"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/reconsideration"
)

var update = flag.Bool("update", false, "write the diagrams and tables of the guide")

const guide = "../docs/lifecycle.md"

// ours are the flows of the subject packages, those of the zero profiles.
func ours(t testing.TB) map[fazhi.Kind]*lifecycle.Machine {
	t.Helper()
	areas, err := activity.Standard()
	require.NoError(t, err)
	machines := make(map[fazhi.Kind]*lifecycle.Machine)
	for _, flow := range []lifecycle.Flow{
		contract.Flow(contract.Profile{}), normdoc.Flow(normdoc.Profile{}), normdoc.ItemFlow(normdoc.Profile{}),
		normdoc.DecisionFlow(normdoc.Profile{}),
		reconsideration.Flow(reconsideration.Profile{}), reconsideration.SuitFlow(reconsideration.Profile{}),
		dispute.Flow(mediation.Profile{}), enforcement.Flow(enforcement.Profile{}),
		supervision.Flow(supervision.Profile{}), areas[0].Flow(),
	} {
		machines[flow.Kind] = compile(t, flow)
	}
	return machines
}

// The guide shows the flows as they are.
func TestGuide(t *testing.T) {
	machines := ours(t)
	data, err := os.ReadFile(guide)
	require.NoError(t, err)
	region := regexp.MustCompile(`(?s)<!-- flow (\S+) -->\n.*?<!-- end -->`)
	shown := make(map[fazhi.Kind]bool)
	text := region.ReplaceAllStringFunc(strings.ReplaceAll(string(data), "\r\n", "\n"), func(old string) string {
		kind := fazhi.Kind(region.FindStringSubmatch(old)[1])
		require.Contains(t, machines, kind)
		shown[kind] = true
		m := machines[kind]
		return fmt.Sprintf("<!-- flow %s -->\n```mermaid\n%s```\n\n%s<!-- end -->", kind, m.Mermaid(), table(m))
	})
	require.Len(t, shown, len(machines))
	if *update {
		require.NoError(t, os.WriteFile(guide, []byte(text), 0o644))
		return
	}
	require.Equal(t, text, string(data), "go test ./lifecycle -update")
}

// The guide names every code.
func TestGuideNamesEveryCode(t *testing.T) {
	data, err := os.ReadFile(guide)
	require.NoError(t, err)
	list, err := os.ReadFile("testdata/codes.txt")
	require.NoError(t, err)
	for _, code := range strings.Fields(string(list)) {
		require.Contains(t, string(data), "| `"+code+"` |")
	}
}

// table writes steps, clocks and gates of a flow.
func table(m *lifecycle.Machine) string {
	var b strings.Builder
	b.WriteString("| 步骤 | 说明 | 由谁 | 期限 | 条件 | 编号 |\n| --- | --- | --- | --- | --- | --- |\n")
	for _, s := range m.Flow().Steps {
		var clocks, gates []string
		for _, c := range s.Starts {
			clocks = append(clocks, clockCell(c))
		}
		for _, g := range s.Gates {
			gates = append(gates, fmt.Sprintf("%s（%s）`%s`", g.Doc, g.Basis, g.Code))
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", s.Name, s.Doc, strings.Join(s.Roles, "、"),
			strings.Join(clocks, "；"), strings.Join(gates, "；"), strings.Join(s.Numbers, "、"))
	}
	return b.String()
}

func clockCell(c lifecycle.Clock) string {
	length := "本地规定"
	switch {
	case c.Span.IsZero():
	case c.Extends:
		length = "延长" + c.Span.Chinese()
	default:
		length = c.Span.Chinese()
	}
	return fmt.Sprintf("%s %s（%s%s）", c.Name, length, c.Basis, force(c))
}

// force writes from when or until when a law is in force.
func force(c lifecycle.Clock) string {
	var text string
	if !c.From.IsZero() {
		text += "，自" + c.From.Chinese() + "起"
	}
	if !c.Until.IsZero() {
		text += "，至" + c.Until.Chinese() + "止"
	}
	return text
}
