package workday_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

const newYear = `{"name": "元旦", "date": "2027-01-01", "isOffDay": true}`

func TestParseNotice(t *testing.T) {
	n, err := workday.ParseNotice([]byte("\ufeff" + `{"$schema": {"any": [1, {"year": 1}]}, "year": 2027, "papers": ["https://www.gov.cn/x"],
		"days": [` + newYear + `, {"isOffDay": false, "date": "2026-12-27", "name": "元旦", "note": null}]}`))
	require.NoError(t, err)
	require.Equal(t, workday.Notice{Year: 2027, Papers: []string{"https://www.gov.cn/x"}, Days: []workday.Day{
		{Name: "元旦", Date: day("2027-01-01"), Off: true}, {Name: "元旦", Date: day("2026-12-27")},
	}}, n)
}

// Each wrong file is answered with one sentence that names the line and the place, and nothing of the file's content.
func TestParseNoticeRefuses(t *testing.T) {
	for _, x := range []struct {
		name, file string
		line       int
		path       fazhi.Path
		reason     string
	}{
		{"空文件", "", 1, "", "没有写完"},
		{"不是 JSON", "year,days\n2027", 1, "", "不是规范的 JSON"},
		{"不是对象", "\n[1]", 2, "", "应当是对象"},
		{"没有写完", "{\n\"year\": 2027,\n\"days\": [", 3, "/days", "没有写完"},
		{"列表少逗号", "{\"year\": 2027, \"days\": [" + newYear + "\n" + newYear + "]}", 2, "/days/1", "不是规范的 JSON"},
		{"多余的内容", "{\"year\": 2027, \"days\": [" + newYear + "]}\n{}", 2, "", "多余的内容"},
		{"不是 UTF-8", "{\"year\": 2027, \"x\": \"\xd4\xaa\xb5\xa9\"}", 0, "", "UTF-8"},
		{"没有年份", "{\"days\": [" + newYear + "]}", 0, "/year", "四位数"},
		{"年份是文字", "{\n\"year\": \"2027\"}", 2, "/year", "应当是数字"},
		{"年份不是整数", "{\n\"year\": 2027.5}", 2, "/year", "四位数"},
		{"年份太大", "{\n\"year\": 99999999999999999999}", 2, "/year", "四位数"},
		{"年份写了两次", "{\"year\": 2027,\n\"year\": 2028}", 2, "", "同一字段写了两次"},
		{"通知还没有发布", `{"year": 2027, "papers": [], "days": []}`, 0, "/days", "尚未发布"},
		{"没有 days", `{"year": 2027}`, 0, "/days", "尚未发布"},
		{"days 不是列表", "{\"year\": 2027,\n\"days\": {}}", 2, "/days", "应当是列表"},
		{"papers 不是文字", "{\"year\": 2027,\n\"papers\": [1]}", 2, "/papers/0", "应当是文字"},
		{"一天不是对象", "{\"year\": 2027, \"days\": [\n3]}", 2, "/days/0", "应当是对象"},
		{"缺 isOffDay", "{\"year\": 2027, \"days\": [\n" + newYear + ",\n{\"name\": \"元旦\",\n\"date\": \"2027-01-02\"}]}", 3, "/days/1", "应当齐全"},
		{"isOffDay 不是真假", "{\"year\": 2027, \"days\": [{\"name\": \"元旦\",\n\"date\": \"2027-01-01\",\n\"isOffDay\": 1}]}", 3, "/days/0/isOffDay", "true 或者 false"},
		{"name 是空的", "{\"year\": 2027, \"days\": [\n{\"name\": \" \", \"date\": \"2027-01-01\", \"isOffDay\": true}]}", 2, "/days/0/name", "节日名称"},
		{"name 太长", "{\"year\": 2027, \"days\": [{\"name\": \"" + strings.Repeat("节", 21) + "\", \"date\": \"2027-01-01\", \"isOffDay\": true}]}", 1, "/days/0/name", "不超过20字"},
		{"name 含控制字符", `{"year": 2027, "days": [{"name": "元\u001b旦", "date": "2027-01-01", "isOffDay": true}]}`, 1, "/days/0/name", "节日名称"},
		{"没有这一天", "{\"year\": 2027, \"days\": [" + newYear + ",\n{\"name\": \"元旦\", \"date\": \"2027-02-29\", \"isOffDay\": true}]}", 2, "/days/1/date", "不是有效日期"},
		{"日期的其他写法", `{"year": 2027, "days": [{"name": "元旦", "date": "2027/1/1", "isOffDay": true}]}`, 1, "/days/0/date", "2027-01-01"},
		{"日期是空的", `{"year": 2027, "days": [{"name": "元旦", "date": "", "isOffDay": true}]}`, 1, "/days/0/date", "不是有效日期"},
		{"日期在别的年份", `{"year": 2027, "days": [{"name": "元旦", "date": "2028-01-01", "isOffDay": true}]}`, 1, "/days/0/date", "不在该年"},
		{"日期在上一年11月", `{"year": 2027, "days": [{"name": "元旦", "date": "2026-11-30", "isOffDay": true}]}`, 1, "/days/0/date", "不在该年"},
		{"同一天两次", "{\"year\": 2027, \"days\": [" + newYear + ",\n" + newYear + "]}", 2, "/days/1/date", "列了两次"},
		{"没有一天放假", `{"year": 2027, "days": [{"name": "元旦", "date": "2026-12-31", "isOffDay": true}]}`, 0, "/days", "没有一天放假"},
	} {
		t.Run(x.name, func(t *testing.T) {
			n, err := workday.ParseNotice([]byte(x.file))
			var wrong *workday.NoticeError
			require.ErrorAs(t, err, &wrong)
			require.ErrorIs(t, err, workday.ErrNotice)
			require.Equal(t, x.line, wrong.Line, err)
			require.Equal(t, x.path, wrong.Path, err)
			require.Contains(t, wrong.Reason, x.reason)
			require.NotContains(t, err.Error(), "\n")
			require.Zero(t, n)
		})
	}
}

// The embedded files come back from their own JSON.
func TestNoticeJSON(t *testing.T) {
	files, err := filepath.Glob("data/*.json")
	require.NoError(t, err)
	require.Len(t, files, 8)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		n, err := workday.ParseNotice(data)
		require.NoError(t, err, file)
		require.NotEmpty(t, n.Papers)
		require.Empty(t, n.Missing(), file)
		again, err := json.Marshal(n)
		require.NoError(t, err)
		back, err := workday.ParseNotice(again)
		require.NoError(t, err)
		require.Equal(t, n, back)
	}
}

// Whatever ParseNotice accepts makes a calendar that knows each day of that year.
func FuzzParseNotice(f *testing.F) {
	data, err := os.ReadFile("data/2023.json")
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"year": 2027, "papers": [], "days": []}`))
	f.Add([]byte("\ufeff{\"year\": 9999, \"days\": [{\"name\": \"元旦\", \"date\": \"9999-01-01\", \"isOffDay\": true}]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := workday.ParseNotice(data)
		if err != nil {
			require.ErrorIs(t, err, workday.ErrNotice)
			require.NotContains(t, err.Error(), "\n")
			require.Zero(t, n)
			return
		}
		c, err := workday.New(n)
		require.NoError(t, err)
		year := fazhi.YearOf(n.Year)
		for d := year.From; d.Year() == n.Year; d = d.AddDays(1) {
			_, err := c.Day(d)
			require.NoError(t, err)
		}
		_, err = c.Due(workday.Term{Start: year.To, Span: span("-1wd")})
		if err != nil {
			require.ErrorIs(t, err, workday.ErrNoCalendar)
		}
		again, err := json.Marshal(n)
		require.NoError(t, err)
		back, err := workday.ParseNotice(again)
		require.NoError(t, err)
		require.Equal(t, n, back)
	})
}
