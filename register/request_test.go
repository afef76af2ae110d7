package register_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/stretchr/testify/require"
)

func TestWhatIsWrongWithARequest(t *testing.T) {
	w := newWorld(t, nil)
	w.add(request("TZ-1"))
	long := strings.Repeat("长", 129)
	type change = func(*register.Request)
	for _, c := range []struct {
		act     string
		change  change
		message string
	}{
		{"add", func(r *register.Request) { r.Doc = notice(long, "一") }, "文件标识应当有1至128个可见的字"},
		{"add", func(r *register.Request) { r.Doc = notice("", "一") }, "文件标识"},
		{"add", func(r *register.Request) { r.Doc = notice("TZ-2 ", "一") }, "首尾没有空白"},
		{"add", func(r *register.Request) { r.Doc = notice("TZ\x00", "一") }, "可见的字"},
		{"add", func(r *register.Request) { r.Doc = notice("TZ\xff", "一") }, "文件标识"},
		{"add", func(r *register.Request) { r.Doc = &register.Raw{Of: fazhi.Ref{ID: "1"}, JSON: []byte(`{}`)} }, "文件种类应当有1至64个可见的字"},
		{"add", func(r *register.Request) { r.Ref = noticeRef("TZ-3") }, "文件与所指的不是同一份"},
		{"add", func(r *register.Request) { r.Step = long }, "步骤应当有1至64个可见的字"},
		{"add", func(r *register.Request) { r.By = long }, "经办账号"},
		{"add", func(r *register.Request) { r.Scope.Role = long }, "角色"},
		{"add", func(r *register.Request) { r.ReqID = long }, "请求号"},
		{"add", func(r *register.Request) { r.Reason = strings.Repeat("长", 2001) }, "理由应当有1至2000个可见的字"},
		{"add", func(r *register.Request) { r.With = make([]string, 101) }, "联合机关或者编号系列过多"},
		{"add", func(r *register.Request) { r.Series = slices.Repeat([]string{"发文"}, 101) }, "联合机关或者编号系列过多"},
		{"add", func(r *register.Request) { r.With = []string{""} }, "联合机关应当有1至64个可见的字"},
		{"add", func(r *register.Request) { r.On = day(2024, time.March, 2) }, "日期在今天之后"},
		{"add", func(r *register.Request) { r.Ref, r.Doc = noticeRef("TZ-2"), nil }, "没有文件"},
		{"add", func(r *register.Request) { r.Doc = &register.Raw{Of: noticeRef("TZ-2"), JSON: json.RawMessage(`{`)} }, "不能写成 JSON"},
		{"add", func(r *register.Request) {
			r.Doc = &register.Raw{Of: noticeRef("TZ-2"), JSON: json.RawMessage(`{"a":1,"a":2}`)}
		}, "成员名重复"},
		{"correct", func(r *register.Request) { r.Doc = nil }, "没有文件"},
		{"correct", func(r *register.Request) { r.Reason = "" }, "没有理由"},
		{"correct", func(*register.Request) {}, "作废、更正不给编号"},
		{"void", func(r *register.Request) { r.Reason = "" }, "没有理由"},
		{"void", func(*register.Request) {}, "作废、更正不给编号"},
		{"step", func(*register.Request) {}, "没有步骤"},
		{"reserve", func(r *register.Request) { r.Series = nil }, "没有要预留的编号系列"},
	} {
		r := request("TZ-2")
		r.Reason = "理由"
		if c.act != "add" {
			r.Doc = notice("TZ-1", "二")
		}
		c.change(&r)
		acts := map[string]func() error{
			"add":     func() error { _, err := w.book.Add(t.Context(), r); return err },
			"step":    func() error { _, err := w.book.Step(t.Context(), r); return err },
			"correct": func() error { _, err := w.book.Correct(t.Context(), r); return err },
			"void":    func() error { _, err := w.book.Void(t.Context(), r); return err },
			"reserve": func() error { _, err := w.book.Reserve(t.Context(), r); return err },
		}
		err := acts[c.act]()
		require.ErrorIs(t, err, register.ErrRequest, c.message)
		require.ErrorContains(t, err, c.message)
	}
	require.Len(t, w.entries(), 1)
}

func TestAllMistakesAtOnce(t *testing.T) {
	w := newWorld(t, nil)
	_, err := w.book.Void(t.Context(), register.Request{On: day(2030, 1, 1)})
	for _, message := range []string{register.ErrScope.Error(), "文件种类", "文件标识", "日期在今天之后", "没有理由"} {
		require.ErrorContains(t, err, message)
	}
}

func TestScopeOfARequest(t *testing.T) {
	w := newWorld(t, nil)
	for _, organ := range []string{"", register.AllOrgans, " 鲤城", strings.Repeat("长", 65)} {
		r := request("TZ-1")
		r.Scope.Organ = organ
		_, err := w.book.Add(t.Context(), r)
		require.ErrorIs(t, err, register.ErrScope)
	}
	r := request("TZ-1")
	r.Series = []string{"没有"}
	_, err := w.book.Add(t.Context(), r)
	require.ErrorIs(t, err, register.ErrSeries)
	_, err = w.book.Expire(t.Context(), register.Scope{})
	require.ErrorIs(t, err, register.ErrScope)
	_, err = w.book.Get(t.Context(), register.Scope{}, noticeRef("TZ-1"))
	require.ErrorIs(t, err, register.ErrScope)
	require.Empty(t, w.entries())
}

// Every organ counts by itself, in one store and with one book.
func TestTwoOrgans(t *testing.T) {
	w := newWorld(t, nil)
	w.add(request("TZ-1"))
	r := request("TZ-1")
	r.Scope.Organ = "丰泽区司法局"
	require.Equal(t, []string{"泉鲤司〔2024〕1号"}, texts(w.add(r)))
	require.Len(t, w.entries(), 1)
}
