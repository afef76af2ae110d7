package activity_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/table"
)

// The figures of the built-in areas by sheet, as narratives cite them: never renamed.
const figuresOfStandard = `会议与议事: 会议.党组会 次 | 会议.办公会 次 | 会议.研究事项 个
学习培训: 学习.专题讲座 次 | 学习.培训人次 人次
述法: 述法.部门 个部门 | 述法.人次 人次
立法联系点: 立法联系点.活动 场次 | 立法联系点.建议 条
执法监督: 执法监督.抽查 件 | 执法监督.问题 条
执法监督员与联系点: 执法监督.监督员 名 | 执法监督.联系点 个
普法: 普法.微课堂 期 | 普法.反欺凌 场次 | 普法.活动 场 | 普法.标语 条 | 普法.资料 份
法治辅导员: 法治辅导员.人数 名 | 法治辅导员.学校 所 | 法治辅导员.活动 场次
社区矫正: 社区矫正.在矫对象 名 | 社区矫正.就业帮扶 名
安置帮教: 安置帮教.衔接率 %
司法所: 司法所.数量 个 | 司法所.表彰 项
法律援助: 法律援助.案件 件 | 法律援助.挽回损失 万元 | 法律援助.节约律师费 万元
法律咨询: 法律援助.咨询 人次
法治体检: 法治体检.企业 家 | 法治体检.报告书 份 | 法治体检.建议 条
公共法律服务热线: 公共法律服务.热线 人次
律师服务: 律师.讲座 场 | 律师.咨询 人次 | 律师.体检 次
社区法律顾问: 社区顾问.重大咨询 次 | 社区顾问.普法 场 | 社区顾问.协助 次
法律顾问: 法律顾问.考核率 %
物业顾问派驻: 物业.街道 个街道 | 物业.小区 个小区
物业法律服务: 物业.意见 件 | 物业.合同 份 | 物业.调解 件 | 物业.普法 场 | 物业.讲座 场 | 物业.咨询 人次
`

func TestStandardFigures(t *testing.T) {
	var b strings.Builder
	for _, a := range standard(t) {
		b.WriteString(a.Sheet() + ":")
		for i, f := range a.Figures(nil, 2024) {
			if i > 0 {
				b.WriteString(" |")
			}
			b.WriteString(" " + f.ID + " " + f.Unit + f.Noun)
			require.NotEmpty(t, f.Name)
			require.NotEmpty(t, f.Scope)
		}
		b.WriteString("\n")
	}
	require.Equal(t, figuresOfStandard, b.String())
}

func TestStandardFitsTogether(t *testing.T) {
	areas := standard(t)
	require.NoError(t, activity.Vet(areas))
	require.Error(t, activity.Vet(append(areas, areas[3])))
	for _, a := range areas {
		require.True(t, strings.HasPrefix(string(a.Kind()), "activity/"), a.Kind())
		require.NotEmpty(t, a.Doc())
		require.Equal(t, a.Sheet(), a.Slot())
	}
}

func TestStandardColumns(t *testing.T) {
	for _, a := range standard(t) {
		columns := a.Columns()
		form := a.Template()
		require.Equal(t, a.Sheet(), form.Name)
		require.Empty(t, form.Rows)
		for i, c := range columns { // the form says more of a column
			require.True(t, strings.HasPrefix(form.Columns[i].Doc, c.Doc))
			form.Columns[i].Doc = c.Doc
		}
		require.Equal(t, columns, form.Columns)
		require.Equal(t, "备注", columns[len(columns)-1].Name)
		for _, c := range columns {
			require.NotEmpty(t, c.Doc, "%s %s", a.Sheet(), c.Name)
			require.NotContains(t, c.Doc, "。", "one sentence, without full stop")
		}
	}
}

func TestStandardSentences(t *testing.T) {
	for _, a := range standard(t) {
		section, err := a.Section(nil, 2024)
		require.NoError(t, err)
		item := section.Items[0]
		times := make(map[string]int)
		for _, m := range item.Marks {
			times[m.ID]++
		}
		for _, f := range section.Figures {
			require.Equal(t, 1, times[f.ID], f.ID)
		}
		require.Len(t, times, len(section.Figures))
		for _, span := range item.Block.(gongwen.Paragraph).Text {
			if text, ok := span.(gongwen.Text); ok {
				require.False(t, strings.ContainsFunc(string(text), unicode.IsDigit), "%s: numbers are figures", a.Sheet())
			}
		}
	}
}

// The figures as a report prints them, from ledgers with the numbers of one year.
func TestStandardPrints(t *testing.T) {
	areas := make(map[string]*activity.Activity)
	for _, a := range standard(t) {
		areas[a.Sheet()] = a
	}
	for _, c := range []struct{ sheet, ledger, want string }{
		{"述法", "述法编号,述法日期,部门,述法人次\n1,2024-03-01,教育局,2\n2,2024-03-02,教育局,1\n3,2024-03-02,财政局,1\n", "2个部门 4人次"},
		{"立法联系点", "活动编号,活动日期,联系点,活动类型,反馈建议数\n1,2024-03-01,甲,征询会,10余\n2,2024-04-01,甲,座谈会,10\n3,2024-05-01,甲,实地调研,\n", "2场次 20余条"},
		{"普法", "活动编号,开展日期,类别,主题,活动名称,标语条数,资料份数\n1,2024-03-01,宣传活动,防范校园欺凌,甲,,7万余\n2,2024-03-01,微课堂,宪法,乙,,\n" +
			"3,2024-03-01,标语播放,,丙,1600余,\n4,2024-03-01,宣传活动,宪法,丁,,\n5,2024-03-01,微课堂,防范校园欺凌,戊,,\n", "2期 1场次 2场 1600余条 7万余份"},
		{"法律援助", "案件编号,受理日期,案件类型,挽回损失（万元）,节约律师费,同行评估等次\n1,2024-03-01,民事,257.3,\"2,127,000\",优秀\n2,2024-03-01,刑事,,,\n", "2件 257.3万元 212.7万元"},
		{"安置帮教", "档案编号,释放日期,接收街道,已衔接\n1,2024-03-01,甲,是\n2,2024-03-02,乙,是\n", "100%"},
		{"社区矫正", "档案编号,入矫日期,解矫日期,矫正类别,司法所,就业帮扶\n1,2023-03-01,2024-01-31,缓刑,甲,是\n2,2022-03-02,2023-02-01,缓刑,甲,是\n3,2024-03-02,,假释,甲,\n", "2名 1名"},
		{"法律顾问", "考核编号,应考核日期,聘用单位,已考核\n1,2024-03-01,甲,是\n2,2024-03-02,乙,否\n3,2024-03-02,丙,是\n", "66.67%"},
		{"物业顾问派驻", "派驻编号,派驻日期,届满日期,街道,小区名称\n1,2023-03-01,2025-03-01,甲,一\n2,2024-03-01,,甲,二\n3,2024-03-01,,乙,三\n", "2个街道 3个小区"},
		{"物业法律服务", "服务编号,服务日期,服务类别,数量\n1,2024-03-01,法律意见,2\n2,2024-03-01,法律咨询,140\n3,2024-04-01,法律咨询,7\n", "2件 0份 0件 0场 0场 147人次"},
	} {
		records, issues := read(t, areas[c.sheet], c.ledger)
		require.Zero(t, issues.Count(fazhi.Error), issues)
		var texts []string
		for _, f := range areas[c.sheet].Figures(records, 2024) {
			text, err := f.Text(fazhi.Form{})
			require.NoError(t, err)
			texts = append(texts, text)
		}
		require.Equal(t, c.want, strings.Join(texts, " "), c.sheet)
	}
}

// What a caller does with a list must not change the area.
func TestColumnsAreCopies(t *testing.T) {
	a := standard(t)[0]
	columns := a.Columns()
	columns[0].Name, columns[2].Choices[0] = "甲", "乙"
	require.Equal(t, "会议编号", a.Columns()[0].Name)
	require.Equal(t, "党组会议", a.Columns()[2].Choices[0])
}

// Without a column that a figure reads, the ledger is not read: the figure would be nought for want of the column.
func TestStandardLedgersNeedTheColumnsOfTheirFigures(t *testing.T) {
	for _, a := range standard(t) {
		reads := activity.Reads(a)
		require.NotEmpty(t, reads)
		columns := a.Columns()
		for i, c := range columns {
			if !slices.Contains(reads, c.Name) {
				require.False(t, c.Expected, "%s/%s", a.Sheet(), c.Name)
				continue
			}
			var header, row []string
			for j, other := range columns {
				if j != i {
					header = append(header, other.Name)
					row = append(row, "")
				}
			}
			records, issues := read(t, a, strings.Join(header, ",")+"\n甲"+strings.Join(row, ",")+"\n")
			require.Empty(t, records)
			require.Equal(t, table.MissingColumn, issues[0].Code, "%s/%s", a.Sheet(), c.Name)
			require.Equal(t, fazhi.Error, issues[0].Severity)
			require.Contains(t, issues[0].Message, "没有“"+c.Name+"”列")
		}
	}
}
