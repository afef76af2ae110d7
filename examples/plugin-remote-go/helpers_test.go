package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// asPlugin in the environment makes the test binary the plug-in.
const asPlugin = "FAZHI_EXAMPLE_PLUGIN"

func TestMain(m *testing.M) {
	if os.Getenv(asPlugin) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

const threshold = "100000" // yuan

// self is the test binary as a plug-in.
func self(t *testing.T) remote.Process {
	t.Helper()
	path, err := os.Executable()
	require.NoError(t, err)
	return remote.Process{Path: path, SHA256: remote.Unchecked, Env: []string{asPlugin + "=1"}}
}

func options() protocol.Options {
	return protocol.Options{Settings: map[string]string{"threshold": threshold}}
}

// connect starts a plug-in, which ends with the test.
func connect(t *testing.T, p remote.Process) plugin.Plugin {
	t.Helper()
	client, err := p.Connect(t.Context(), options())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, client.Close()) })
	return client.Plugin()
}

// contracts are one of each sort that the rule knows.
func contracts() []*contract.Contract {
	day := fazhi.DateOf(2024, 5, 10)
	const yuan = 100
	return []*contract.Contract{
		{Serial: "HT-1", Name: "少于起点，没有审查", Amount: 99_999 * yuan, Signed: day},
		{Serial: "HT-2", Name: "恰为起点，没有审查", Amount: 100_000 * yuan, Signed: day},
		{Serial: "HT-3", Name: "审查在签订之前", Amount: 500_000 * yuan, Reviewed: day.AddDays(-9), Signed: day},
		{Serial: "HT-4", Name: "审查与签订同日", Amount: 500_000 * yuan, Reviewed: day, Signed: day},
		{Serial: "HT-5", Name: "审查在签订之后", Amount: 500_000 * yuan, Reviewed: day.AddDays(1), Signed: day},
		{Serial: "HT-6", Name: "尚未签订", Amount: 500_000 * yuan},
		{Serial: "HT-7", Name: "“引号”\\反斜线\u2028𠮷", Amount: 9_007_199_254_740_991, Signed: day},
	}
}

// answers asks the plug-in everything that it offers and writes down what it says.
func answers(t *testing.T, p plugin.Plugin) string {
	t.Helper()
	host, err := plugin.NewHost(p)
	require.NoError(t, err)
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", host.Describe())
	for _, c := range contracts() {
		askAbout(t, host, c, &b)
	}
	askProviders(t, host, &b)
	for _, f := range host.Followers(register.Follower{}) {
		e := register.Entry{
			Organ: "泉源区司法局", Seq: 1, Ref: fazhi.RefOf(contracts()[0]), Act: register.Added, Step: "登记", On: fazhi.DateOf(2024, 5, 10),
		}
		fmt.Fprintf(&b, "通知 %s：%v\n", f.Name, f.Deliver(t.Context(), &plugin.Event{Subscriber: f.Name, Entry: e, Attempt: 1}))
	}
	return b.String()
}

// askAbout asks for what is wrong with a contract, and whether it may be signed.
func askAbout(t *testing.T, host *plugin.Host, c *contract.Contract, b *strings.Builder) {
	t.Helper()
	found, err := host.Check(t.Context(), &plugin.CheckRequest{Doc: c, LawOn: c.Signed, Today: fazhi.DateOf(2025, 1, 1)})
	require.NoError(t, err)
	fmt.Fprintf(b, "检查 %s：%v\n", c.Serial, found.Issues)
	for _, step := range []string{"审查", "签订"} {
		q := plugin.GuardRequest{
			Act: register.Stepped, Scope: register.Scope{Organ: "泉源区司法局"}, Ref: fazhi.RefOf(c), Doc: c, Step: step,
			On: fazhi.DateOf(2024, 5, 11),
		}
		fmt.Fprintf(b, "　%s：%s", step, verdict(t, host.Guard(t.Context(), &q)))
		q.Doc = nil
		fmt.Fprintf(b, "；内容不变：%s\n", verdict(t, host.Guard(t.Context(), &q)))
	}
}

// verdict writes down the answer of a guard.
func verdict(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return "可以"
	}
	var r *register.Refusal
	require.ErrorAs(t, err, &r)
	return fmt.Sprintf("%s %s %v", r.Code, r.Reason, r.Issues)
}

// askProviders asks for the section in two years and without a period, and for a number.
func askProviders(t *testing.T, host *plugin.Host, b *strings.Builder) {
	t.Helper()
	for _, period := range []fazhi.Period{fazhi.YearOf(2024), fazhi.YearOf(2023), {}} {
		s, err := host.Section(t.Context(), &plugin.SectionRequest{Slot: slot, Organ: "泉源区司法局", Period: period})
		require.NoError(t, err)
		require.Len(t, s.Items, 1)
		text, ok := s.Items[0].Block.(gongwen.Paragraph)
		require.True(t, ok)
		fmt.Fprintf(b, "章节 %s：%s %v\n", period, gongwen.PlainText(text.Text), s.Items[0].Marks)
		for _, f := range s.Figures {
			fmt.Fprintf(b, "　%s %s %s%s（%s） %d份：", f.ID, f.Name, f.Number(), f.Unit, f.Scope, f.From.Count)
			if f.From.Count > 0 {
				fmt.Fprint(b, slices.Collect(f.From.Refs))
			}
			fmt.Fprintln(b)
		}
	}
	number, err := host.Numberer(t.Context(), &plugin.NumberRequest{Series: series, Organ: "泉源区司法局"})
	require.NoError(t, err)
	text, err := number(numbering.Slot{Year: 2024, Serial: 7})
	require.NoError(t, err)
	fmt.Fprintf(b, "编号 %s\n", text)
}
