package fazhi_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

var (
	reviewIssue = fazhi.Issue{
		Code: "contract/review/before-signing", Path: "/reviewed", Basis: "办法第十条", Message: "签订日期之前没有合法性审查日期",
		Origin: fazhi.Origin{File: "合同台账.xlsx", Sheet: "2024", Cell: "D3"},
	}
	warning = fazhi.Issue{Code: "contract/name/short", Severity: fazhi.Warning, Path: "/name", Message: "名称过短"}
	notice  = fazhi.Issue{Code: "contract/file", Severity: fazhi.Notice, Message: "尚未归档"}
)

func TestIssueString(t *testing.T) {
	require.Equal(t, "合同台账.xlsx!2024!D3：签订日期之前没有合法性审查日期（办法第十条） [contract/review/before-signing]", reviewIssue.String())
	require.Equal(t, "/name：名称过短 [contract/name/short]", warning.String())
	require.Equal(t, "尚未归档 [contract/file]", notice.String())
}

func TestIssueJSON(t *testing.T) {
	data, err := json.Marshal(fazhi.Issues{reviewIssue, notice})
	require.NoError(t, err)
	require.JSONEq(t, `[
		{"code": "contract/review/before-signing", "severity": "error", "path": "/reviewed", "message": "签订日期之前没有合法性审查日期",
		 "basis": "办法第十条", "origin": {"file": "合同台账.xlsx", "sheet": "2024", "cell": "D3"}},
		{"code": "contract/file", "severity": "notice", "path": "", "message": "尚未归档"}
	]`, string(data))
	var back fazhi.Issues
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, fazhi.Issues{reviewIssue, notice}, back)
}

func TestIssuesErr(t *testing.T) {
	require.NoError(t, fazhi.Issues(nil).Err())
	require.NoError(t, fazhi.Issues{warning, notice}.Err(), "warnings do not stop a document")

	all := fazhi.Issues{warning, reviewIssue, notice, reviewIssue}
	require.Equal(t, []int{2, 1, 1}, []int{all.Count(fazhi.Error), all.Count(fazhi.Warning), all.Count(fazhi.Notice)})

	var invalid *fazhi.InvalidError
	require.True(t, errors.As(fmt.Errorf("登记：%w", all.Err()), &invalid))
	require.Equal(t, all, invalid.Issues)
	require.EqualError(t, all.Err(), reviewIssue.String()+"（共 2 处错误）")
	require.EqualError(t, fazhi.Issues{warning, reviewIssue}.Err(), reviewIssue.String())
	require.EqualError(t, &fazhi.InvalidError{}, "没有错误")
}

func TestSeverityText(t *testing.T) {
	for s, name := range map[fazhi.Severity]string{fazhi.Error: "error", fazhi.Warning: "warning", fazhi.Notice: "notice"} {
		text, err := s.MarshalText()
		require.NoError(t, err)
		require.Equal(t, name, string(text))
		back := fazhi.Severity(7)
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, s, back)
	}
	require.Equal(t, "severity(7)", fazhi.Severity(7).String())
	require.Equal(t, "severity(-1)", fazhi.Severity(-1).String())
	var s fazhi.Severity
	require.Error(t, s.UnmarshalText([]byte("Error")))
	require.Error(t, s.UnmarshalText(nil))
	require.Zero(t, s, "the zero value is Error, the safe one")
}
