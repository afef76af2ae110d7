package repeat_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/repeat"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

var update = flag.Bool("update", false, "write golden files")

func letter() repeat.Letter {
	return repeat.Letter{
		Number: fazhi.Number{Issuer: "某司函", Year: 2025, Seq: 12}, From: "某市某区司法局", To: "乙局", Source: "行政执法平台",
		Reply: day("2025-05-20"), Person: "执法监督科", Phone: "0595-00000000", On: day("2025-05-06"), CopyTo: []string{"甲局"},
	}
}

func text(d *gongwen.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n%s：\n", d.Head.Number, d.Title, d.To)
	for _, block := range d.Body {
		switch v := block.(type) {
		case gongwen.Paragraph:
			fmt.Fprintln(&b, gongwen.PlainText(v.Text))
		case gongwen.List:
			for _, item := range v.Items {
				fmt.Fprintln(&b, gongwen.PlainText(item))
			}
		case gongwen.Heading:
			fmt.Fprintln(&b, v.Label+gongwen.PlainText(v.Text))
		default:
			fmt.Fprintf(&b, "%T\n", block)
		}
	}
	fmt.Fprintf(&b, "%s\n%s\n抄送：%s\n", strings.Join(d.Sign.Organs, ""), d.Sign.Date.Chinese(), strings.Join(d.Imprint.CopyTo, "、"))
	return b.String()
}

// The letter names files, rules and what is asked, and concludes nothing.
func TestLetter(t *testing.T) {
	d, issues, err := letter().Write(sampleWarnings(t))
	require.NoError(t, err)
	require.Empty(t, issues)
	got := text(d)
	if *update {
		require.NoError(t, os.WriteFile("testdata/letter.txt", []byte(got), 0o644))
	}
	want, err := os.ReadFile("testdata/letter.txt")
	require.NoError(t, err)
	require.Equal(t, string(want), got)
	for _, verdict := range []string{"违法", "应当撤销", "属于重复"} {
		rest := strings.NewReplacer("违法行为", "", "不属于重复", "").Replace(got)
		require.NotContains(t, rest, verdict)
	}
}

// Two files of one organ, and a file whose organ is not known, are named without an organ; a limit that is not known to be
// published is for reference only.
func TestLetterNames(t *testing.T) {
	for to, want := range map[string][]string{
		"甲局": {
			"你单位编号JC-2的检查与编号JC-1的检查：当事人相同，执法机关相同，检查事项相同，本年度内第2次，该事项年度检查频次上限未见公布，按1次比对，供参考。",
			"你单位编号JC-2的检查与乙局编号JC-3的检查：",
		},
		"丁局": {"你单位编号CF-1的案卷与编号CF-2的案卷："},
	} {
		warnings := sampleWarnings(t)
		if to == "丁局" {
			warnings[1].A.Organ, warnings[1].B.Organ = to, ""
		}
		l := letter()
		l.To = to
		d, issues, err := l.Write(warnings)
		require.NoError(t, err)
		require.Empty(t, issues)
		for _, w := range want {
			require.Contains(t, text(d), w)
		}
	}
}

// What is missing is said, and a letter about nothing is not written.
func TestLetterWithout(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*repeat.Letter)
		path   fazhi.Path
	}{
		"no warning":   {func(l *repeat.Letter) { l.To = "丙局" }, "/提示事项"},
		"no reply day": {func(l *repeat.Letter) { l.Reply = fazhi.Date{} }, "/反馈日期"},
		"no number":    {func(l *repeat.Letter) { l.Number = fazhi.Number{} }, "/文号"},
	} {
		t.Run(name, func(t *testing.T) {
			l := letter()
			c.change(&l)
			d, issues, err := l.Write(sampleWarnings(t))
			require.NoError(t, err)
			require.Nil(t, d)
			require.Equal(t, form.CodeMissing, issues[0].Code)
			require.Equal(t, c.path, issues[0].Path)
		})
	}
}
