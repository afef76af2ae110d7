package checktest

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi"
)

// Codes compares the codes of the checks with a file that lists them, one a line, usually testdata/codes.txt. A code
// that is no longer used stays in the file with a minus before it and never comes back: other systems rely on what it
// means.
func Codes(t testing.TB, file string, checks ...fazhi.Check) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Errorf("读不了代码表：%v", err)
		return
	}
	for _, fault := range codeFaults(string(text), checks) {
		t.Errorf("%s：%s", file, fault)
	}
}

func codeFaults(list string, checks []fazhi.Check) []string {
	var faults []string
	used := make(map[fazhi.Code]bool)
	for i := range checks {
		used[checks[i].Code] = true
	}
	listed := make(map[fazhi.Code]bool)
	for _, line := range strings.Fields(list) {
		name, retired := strings.CutPrefix(line, "-")
		code := fazhi.Code(name)
		switch {
		case listed[code]:
			faults = append(faults, fmt.Sprintf("代码 %s 列了两次", code))
		case retired && used[code]:
			faults = append(faults, fmt.Sprintf("代码 %s 已经停用，不得再用", code))
		case !retired && !used[code]:
			faults = append(faults, fmt.Sprintf("代码 %s 没有检查项：停用的代码前面加减号，不得改名、删除", code))
		}
		listed[code] = true
	}
	for i := range checks {
		if code := checks[i].Code; !listed[code] {
			faults = append(faults, fmt.Sprintf("代码 %s 是新的，应当加入代码表", code))
		}
	}
	return faults
}
