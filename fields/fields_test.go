package fields_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/fields"
)

type party struct {
	Name string `json:"name" table:"相对方" validate:"required"`
}

type visit struct {
	Serial  string      `json:"serial" table:"编号,required" validate:"required"`
	On      fazhi.Date  `json:"on" table:"走访日期" validate:"required,past"`
	Sort    string      `json:"sort" table:"类别" validate:"omitempty,oneof=普法 帮教"`
	People  fazhi.Count `json:"people" table:"人次" validate:"gte=1"`
	Cost    fazhi.Money `json:"cost" table:"经费" validate:"gte=0"`
	Parties []party     `json:"parties" validate:"dive"`
}

func (*visit) Kind() fazhi.Kind { return "visit" }
func (v *visit) ID() string     { return v.Serial }
func (v *visit) Title() string  { return v.Sort }

func run(t *testing.T, v *visit) []string {
	t.Helper()
	check, err := fields.Check[*visit]("visit/fields", "visit", "走访台账填写说明")
	require.NoError(t, err)
	require.NoError(t, fazhi.VetChecks([]fazhi.Check{check}))
	issues, err := fazhi.Validate(context.Background(), v, fazhi.Date{}, fazhi.Date{}, []fazhi.Check{check})
	require.NoError(t, err)
	var lines []string
	for _, i := range issues {
		lines = append(lines, fmt.Sprint(i.Path, " ", i.Message))
	}
	return lines
}

func TestEveryFieldIsNamedByItsColumn(t *testing.T) {
	require.Equal(t, []string{
		"/serial “编号”必须填写",
		"/on “走访日期”必须填写",
		"/sort “类别”应当是 普法、帮教 之一",
		"/people “人次”不应小于 1",
		"/cost “经费”不应小于 0",
		"/parties/1/name “相对方”必须填写",
	}, run(t, &visit{Sort: "参观", Cost: -1, Parties: []party{{Name: "甲"}, {}}}))
}

func TestAGoodRecordHasNoIssues(t *testing.T) {
	require.Empty(t, run(t, &visit{Serial: "1", On: fazhi.DateOf(2024, 3, 1), People: fazhi.Count{N: 3}}))
}

func TestADayThatIsStillToComeIsNamed(t *testing.T) {
	check, err := fields.Check[*visit]("visit/fields", "visit", "走访台账填写说明")
	require.NoError(t, err)
	v := &visit{Serial: "1", On: fazhi.DateOf(2024, 3, 2), People: fazhi.Count{N: 3}}
	for today, want := range map[fazhi.Date]int{fazhi.DateOf(2024, 3, 1): 1, fazhi.DateOf(2024, 3, 2): 0, {}: 0} {
		issues, err := fazhi.Validate(context.Background(), v, v.On, today, []fazhi.Check{check})
		require.NoError(t, err)
		require.Len(t, issues, want, today)
	}
}

type strange struct {
	visit
	Mail string `validate:"email"`
}

type broken struct {
	visit
	Name string `validate:"gte=many"`
}

func TestTagsAreVettedWhenTheCheckIsMade(t *testing.T) {
	_, err := fields.Check[*strange]("strange/fields", "visit", "说明")
	require.ErrorContains(t, err, `标签 "email" 没有中文说明`)
	_, err = fields.Check[fazhi.Document]("none/fields", "visit", "说明")
	require.ErrorContains(t, err, "不是结构")
	_, err = fields.Check[*broken]("broken/fields", "visit", "说明")
	require.ErrorContains(t, err, "validate 标签有误")
}

func ExampleCheck() {
	check, err := fields.Check[*visit]("visit/fields", "visit", "走访台账填写说明")
	if err != nil {
		fmt.Println(err)
		return
	}
	bad := &visit{Serial: "走访-1", People: fazhi.Count{N: 2}}
	issues, _ := fazhi.Validate(context.Background(), bad, fazhi.Date{}, fazhi.Date{}, []fazhi.Check{check})
	fmt.Println(issues[0])
	// Output: /on：“走访日期”必须填写（走访台账填写说明） [visit/fields]
}
