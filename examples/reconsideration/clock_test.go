package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// object is what -json prints; all its fields must be there and no others.
type object struct {
	Raw, End           string
	Moved, Provisional bool
	Why                []string
	Error              string
}

func callJSON(t *testing.T, args ...string) (int, object) {
	t.Helper()
	code, stdout, _ := program()(append(args, "-json")...)
	require.Equal(t, 1, strings.Count(stdout, "\n"), "one object on one line")
	var keys map[string]any
	require.NoError(t, json.Unmarshal([]byte(stdout), &keys))
	for _, key := range []string{"raw", "end", "moved", "provisional", "why", "error"} {
		require.Contains(t, keys, key)
	}
	require.Len(t, keys, 6)
	require.NotNil(t, keys["why"])
	var o object
	require.NoError(t, json.Unmarshal([]byte(stdout), &o))
	return code, o
}

func TestClock(t *testing.T) {
	for _, x := range []struct {
		start, period, raw, end string
		moved, provisional      bool
	}{
		{"2024-02-08", "5wd", "2024-02-21", "2024-02-21", false, false},
		{"2024-02-08", "60d", "2024-04-08", "2024-04-08", false, false},
		{"2024-02-08", "3m", "2024-05-08", "2024-05-08", false, false},
		{"2024-02-08", "1y", "2025-02-08", "2025-02-08", false, false},
		{"2024-02-08", "-5wd", "2024-02-02", "2024-02-02", false, false},
		{"2024-08-03", "六十日", "2024-10-02", "2024-10-08", true, false},
		{"2026-12-14", "5个工作日", "2026-12-21", "2026-12-21", false, true},
	} {
		code, o := callJSON(t, "clock", "-start", x.start, "-period", x.period)
		require.Equal(t, cli.Well, code)
		require.Equal(t, object{Raw: x.raw, End: x.end, Moved: x.moved, Provisional: x.provisional, Why: o.Why}, o)
		require.NotEmpty(t, o.Why)
	}
}

func TestClockForPeople(t *testing.T) {
	code, stdout, stderr := program()("clock", "-start", "2024年2月8日", "-period", "5wd", "-basis", "行政复议法第三十条第一款")
	require.Equal(t, cli.Well, code)
	require.Empty(t, stderr)
	require.Equal(t, `届满日：2024年2月21日
理由：
  1. 期限为5个工作日（行政复议法第三十条第一款）
  2. 2024年2月8日当日不计入，自2024年2月9日起算
  3. 2024年2月10日至17日春节放假，不计入
  4. 2024年2月18日为春节调休上班日，计入
  5. 第5个工作日为2024年2月21日
`, stdout)
	_, stdout, _ = program()("clock", "-start", "2026-12-14", "-period", "5wd")
	require.Contains(t, stdout, "届满日：2026年12月21日（暂定）\n")
}

func TestPause(t *testing.T) {
	code, o := callJSON(t, "clock", "-start", "2024-03-01", "-period", "30d", "-pause", "2024-03-11..2024-03-15=鉴定", "-pause", "2024-03-16..2024-03-20")
	require.Equal(t, cli.Well, code)
	require.Equal(t, "2024-04-10", o.End)
	require.Contains(t, o.Why, "2024年3月11日至15日为鉴定期间，不计入")
	code, o = callJSON(t, "clock", "-start", "2024-03-01", "-period", "30d", "-pause", "2024-03-11..=中止")
	require.Equal(t, cli.Unusable, code)
	require.Contains(t, o.Error, "尚未恢复")
}

func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "2027.json")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

// A year that is not known is added from a file.
func TestCalendarFile(t *testing.T) {
	args := []string{"clock", "-start", "2026-12-31", "-period", "1wd"}
	code, o := callJSON(t, args...)
	require.Equal(t, cli.Unusable, code)
	require.Contains(t, o.Error, "2027年")
	require.Empty(t, o.End)

	file := write(t, `{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}, {"name": "元旦", "date": "2027-01-04", "isOffDay": true}]}`)
	code, o = callJSON(t, append(args, "-calendar", file)...)
	require.Equal(t, cli.Well, code)
	require.Equal(t, "2027-01-05", o.End)
	require.True(t, o.Provisional, "the file names only one of the holidays")
}

func TestClockUnusable(t *testing.T) {
	good := []string{"-start", "2024-02-08", "-period", "5wd"}
	broken := write(t, "{\"year\": 2027,\n\"days\": [\n{\"name\": \"元旦\", \"date\": \"2027-01-32\", \"isOffDay\": true}]}")
	for _, x := range []struct {
		name string
		args []string
		want []string
	}{
		{"没有参数", []string{"clock"}, []string{"-start", "-period"}},
		{"没有这个选项", []string{"clock", "-x"}, []string{"命令行有误"}},
		{"多余的参数", append([]string{"clock"}, append(good, "5wd")...), []string{"多余的参数"}},
		{"没有这一天", []string{"clock", "-start", "2023-02-29", "-period", "5wd"}, []string{"-start", "没有这一天"}},
		{"两处有误，一次说完", []string{"clock", "-start", "昨天", "-period", "3月"}, []string{"-start", "-period", "；"}},
		{"长度为零", []string{"clock", "-start", "2024-02-08", "-period", "0d"}, []string{"-period"}},
		{"没有2018年", []string{"clock", "-start", "2018-12-20", "-period", "5wd"}, []string{"2018年"}},
		{"没有2027年", []string{"clock", "-start", "2026-12-25", "-period", "60d"}, []string{"2027年"}},
		{"期间写错", append([]string{"clock", "-pause", "2024-03-01"}, good...), []string{"-pause"}},
		{"期间的起日写错", append([]string{"clock", "-pause", "x..2024-03-01"}, good...), []string{"-pause"}},
		{"期间的止日写错", append([]string{"clock", "-pause", "2024-03-01..x"}, good...), []string{"-pause"}},
		{"期间颠倒", append([]string{"clock", "-pause", "2024-03-02..2024-03-01"}, good...), []string{"止日早于起日"}},
		{"没有这个文件", append([]string{"clock", "-calendar", "nowhere.json"}, good...), []string{"-calendar", "nowhere.json：没有这个文件"}},
		{"是目录", append([]string{"clock", "-calendar", t.TempDir()}, good...), []string{"不是文件"}},
		{"文件太大", append([]string{"clock", "-calendar", write(t, strings.Repeat(" ", maxNotice+1))}, good...), []string{"1 MiB"}},
		{"文件有误", append([]string{"clock", "-calendar", broken}, good...), []string{"2027.json", "第3行", "/days/0/date", "不是有效日期"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			code, stdout, stderr := program()(x.args...)
			require.Equal(t, cli.Unusable, code)
			require.Empty(t, stdout)
			require.Equal(t, 1, strings.Count(stderr, "\n"))
			code, o := callJSON(t, x.args...)
			require.Equal(t, cli.Unusable, code)
			require.Empty(t, o.Raw+o.End)
			require.Empty(t, o.Why)
			for _, want := range x.want {
				require.Contains(t, stderr, want)
				require.Contains(t, o.Error, want)
			}
		})
	}
}
