package form_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/outline"
)

var update = flag.Bool("update", false, "write golden files")

// A letter is one of the ready-made ones with all its fields filled in. All data are invented.
type letter struct {
	name   string
	spec   func() form.Spec
	values func() form.Values
}

func letters() []letter {
	return []letter{
		{"decision", form.ReconsiderationDecision, decisionValues},
		{"acceptance", form.AcceptanceNotice, func() form.Values {
			return noticeValues(form.Values{"受理日期": "2024-05-10", "程序": "普通程序", "案件编号": "350502240000017",
				"联系人": "复议科", "联系电话": "0595-00000000"})
		}},
		{"non-acceptance", form.NonAcceptanceDecision, func() form.Values {
			return noticeValues(form.Values{"不符合": "第六项", "不予受理理由": "该行政行为由垂直领导的机关作出。",
				"有管辖权的机关": "某市某局", "救济途径": "如不服本决定，可以自收到本决定书之日起十五日内向人民法院提起行政诉讼。"})
		}},
		{"correction", form.CorrectionNotice, func() form.Values {
			return noticeValues(form.Values{"补正事项": []string{"提交行政处罚决定书的复印件。", "写明行政复议请求。"}, "提交地点": "行政复议接待室"})
		}},
		{"agreement", form.MediationAgreement, agreementValues},
		{"opinion", form.LegalityOpinion, opinionValues},
		{"circulation", form.ReviewCirculation, circulationValues},
		{"reminder", form.Reminder, reminderValues},
		{"repeat", form.RepeatReminder, repeatValues},
	}
}

func noticeValues(more form.Values) form.Values {
	v := form.Values{
		"文号": fazhi.Number{Issuer: "某政行复", Year: 2024, Seq: 12}, "复议机关": "某市某区人民政府",
		"申请人": fazhi.PersonName("欧阳测试"), "称谓": "你", "被申请人": "某市某区测试局", "申请事由": "不服某市某区测试局作出的行政处罚决定",
		"收到日期": fazhi.DateOf(2024, 5, 6), "落款日期": fazhi.DateOf(2024, 5, 10),
	}
	for name, value := range more {
		v[name] = value
	}
	return v
}

func decisionValues() form.Values {
	return form.Values{
		"文号": "某政行复〔2024〕12号", "复议机关": "某市某区人民政府",
		"申请人": []form.Values{{
			"名称": fazhi.PersonName("欧阳测试"), "性别": "男", "出生日期": "1990-01-01", "号码": fazhi.IDNumber("11010519491231002X"),
			"住址": "某市某区某街道", "代表人": fazhi.PersonName("甲测试"), "代理人": fazhi.PersonName("乙测试"),
		}, {"名称": "丙测试"}},
		"被申请人": "某市某区测试局", "被申请人住所": "某市某区某路", "被申请人负责人": "丁测试，局长",
		"第三人":  []form.Values{{"名称": "戊测试"}},
		"申请事由": "不服被申请人作出的行政处罚决定", "受理日期": "2024年5月10日",
		"复议请求": "撤销该行政处罚决定", "申请人意见": "没有违法行为。\n处罚过重。", "被申请人意见": "事实清楚。", "第三人意见": "没有意见。",
		"查明事实": "2024年3月1日，被申请人作出决定。\n\n上述事实有证据证明。", "认定理由": "事实清楚，证据确凿。",
		"结果": "维持", "决定内容": []string{"维持被申请人作出的行政处罚决定。"},
		"救济途径": "如不服本决定，可以自收到本决定书之日起十五日内向人民法院提起行政诉讼。", "决定日期": fazhi.DateOf(2024, 7, 2),
	}
}

func agreementValues() form.Values {
	return form.Values{
		"编号": "（2024）某人调字第1号",
		"当事人": []form.Values{
			{"名称": fazhi.PersonName("欧阳测试"), "性别": "女", "民族": "汉族", "号码": "11010519491231002X", "住址": "某市某区",
				"电话": fazhi.Phone("13900000000"), "代表人": "庚测试"},
			{"名称": "辛测试"},
		},
		"主要事实": "双方因房屋漏水发生纠纷。", "争议事项": "修理费用由谁承担。", "各方责任": "双方不再争议。",
		"协议内容": []string{"甲方修理房屋。", "乙方支付费用。"}, "金额": fazhi.Money(140950),
		"履行方式": "一次性支付", "履行期限": "2024年8月1日前", "调解员": []string{"壬测试", "癸测试"},
		"调解委员会": "某社区人民调解委员会", "签订日期": fazhi.DateOf(2024, 7, 2),
	}
}

func opinionValues() form.Values {
	return form.Values{
		"文号": "某司审〔2024〕3号", "审查单位": "某市某区司法局", "送审单位": "某市某区测试局", "送审事项": "《某区测试办法》",
		"收到日期": "2024-03-01", "送审材料": []string{"起草说明", "征求意见情况"}, "审查依据": []string{"《中华人民共和国立法法》", "《规章制定程序条例》"},
		"审查情况": []form.Values{{"方面": "制定主体", "意见": "符合规定"}, {"方面": "内容", "意见": "第三条增加了义务"}},
		"结论":   "应当予以修改", "修改意见": []string{"删去第三条。"}, "风险提示": "施行前应当公布。", "落款日期": "2024-03-12",
	}
}

func circulationValues() form.Values {
	return form.Values{
		"案卷编号": "AJ-1", "案件名称": "某行政处罚案", "执法部门": "某区测试局", "评查批次": "第1次", "评查日期": "2024-06-03",
		"评查人员": []string{"法律顾问", "赋权部门"},
		"评查项目": []any{map[string]any{"项目": "事实证据", "分值": "40", "得分": "38", "说明": "缺一份笔录"},
			map[string]any{"项目": "程序", "分值": "60", "得分": "60"}},
		"总分": "98", "等次": "优秀", "评查意见": "总体规范。",
		"传阅": []form.Values{{"姓名": "甲测试", "职务": "科长"}, {"姓名": "乙测试"}},
	}
}

func reminderValues() form.Values {
	return form.Values{
		"文号": "某司函〔2024〕8号", "发函单位": "某市某区司法局", "承办单位": "某街道办事处", "事项": "规范性文件备案", "类型": "督办",
		"起算日期": "2024-03-01", "届满日期": "2024-03-22", "期限依据": "《某市规范性文件管理办法》第十条",
		"办理要求": []string{"报送备案材料。", "说明逾期原因。"}, "反馈日期": "2024-04-01", "联系人": "督察科", "联系电话": "0595-00000000",
		"落款日期": "2024-03-25", "抄送": []string{"区政府办公室", "区委依法治区办"},
	}
}

func repeatValues() form.Values {
	return form.Values{
		"文号": "某司函〔2025〕9号", "发函单位": "某市某区司法局", "收函单位": "某市某区测试局", "信息来源": "行政执法平台",
		"提示事项": []form.Values{{"文件": "你单位编号CF-2的案卷与某市某区另一局编号CF-1的案卷", "情形": "当事人相同，案由相同", "缺少信息": "地点", "依据条款": "《中华人民共和国行政处罚法》第二十五条"}},
		"办理要求": []string{"与有关机关核对立案时间。"}, "反馈日期": "2025-04-01", "联系人": "执法监督科", "联系电话": "0595-00000000",
		"落款日期": "2025-03-25", "抄送": []string{"某市某区另一局"},
	}
}

func fill(t testing.TB, s form.Spec, values form.Values) (*gongwen.Document, fazhi.Issues) {
	t.Helper()
	f, err := form.New(s)
	require.NoError(t, err)
	d, issues, err := f.Fill(values)
	require.NoError(t, err)
	return d, issues
}

func TestLettersGolden(t *testing.T) {
	for _, l := range letters() {
		t.Run(l.name, func(t *testing.T) {
			d, issues := fill(t, l.spec(), l.values())
			require.Empty(t, issues)
			_, err := gongwen.Lower(d.Body)
			require.NoError(t, err)
			file := filepath.Join("testdata", l.name+".txt")
			if *update {
				require.NoError(t, os.WriteFile(file, []byte(outline.Of(d)), 0o644))
			}
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			require.Equal(t, string(want), outline.Of(d))
		})
	}
}

// stray finds marks that stand where something was left out.
var stray = regexp.MustCompile(`[，、：；（][，。、；：）]|。。|^[，。；、]|[{}\[\]]|：\n$`)

// Whichever optional field is left out, alone or with all others, nothing is left behind.
func TestNoGaps(t *testing.T) {
	for _, l := range letters() {
		s := l.spec()
		bare := l.values()
		for _, f := range s.Fields {
			if f.Required || len(f.When) > 0 {
				continue
			}
			delete(bare, f.Name)
			values := l.values()
			delete(values, f.Name)
			noStray(t, s, values)
		}
		noStray(t, s, bare)
	}
}

func noStray(t *testing.T, s form.Spec, values form.Values) {
	t.Helper()
	d, issues := fill(t, s, values)
	require.NotNil(t, d, issues)
	for _, text := range paragraphs(d.Body) {
		require.False(t, stray.MatchString(text), text)
	}
}

func paragraphs(blocks []gongwen.Block) []string {
	var out []string
	for _, b := range blocks {
		if p, ok := b.(gongwen.Paragraph); ok && p.Align == gongwen.Justified {
			out = append(out, gongwen.PlainText(p.Text))
		}
	}
	return out
}

// A required field that has no value is one issue at its path, and there is no document.
func TestEveryRequiredField(t *testing.T) {
	for _, l := range letters() {
		for _, f := range l.spec().Fields {
			if !f.Required && len(f.When) == 0 {
				continue
			}
			values := l.values()
			delete(values, f.Name)
			d, issues := fill(t, l.spec(), values)
			require.Nil(t, d, f.Name)
			require.Len(t, issues, 1, f.Name)
			require.Equal(t, form.CodeMissing, issues[0].Code)
			require.Equal(t, fazhi.At(f.Name), issues[0].Path)
		}
	}
}

func TestLettersAsJSON(t *testing.T) {
	for _, l := range letters() {
		data, err := json.Marshal(l.spec())
		require.NoError(t, err)
		back, err := form.ReadSpec(data)
		require.NoError(t, err)
		require.Equal(t, l.spec(), back)
		again, err := json.Marshal(back)
		require.NoError(t, err)
		require.Equal(t, string(data), string(again))
	}
}

// Another organ is named only where the case belongs to it (行政复议法 art. 30 para. 1 item 6).
func TestOtherOrganOnlyOutsideJurisdiction(t *testing.T) {
	d, issues := fill(t, form.NonAcceptanceDecision(), noticeValues(form.Values{"不符合": "第一项", "不予受理理由": "没有明确的被申请人。",
		"有管辖权的机关": "某市某局", "救济途径": "如不服本决定，可以起诉。"}))
	require.Len(t, issues, 1)
	require.Equal(t, form.CodeUnwritten, issues[0].Code)
	require.NotContains(t, outline.Of(d), "某市某局管辖")
}

// The outcome decides the article.
func TestOutcomeDecidesTheArticle(t *testing.T) {
	want := map[string]string{"变更": "六十三", "撤销": "六十四", "部分撤销": "六十四", "确认违法": "六十五", "责令履行": "六十六",
		"确认无效": "六十七", "维持": "六十八", "驳回请求": "六十九"}
	for outcome, article := range want {
		values := decisionValues()
		values["结果"] = outcome
		d, issues := fill(t, form.ReconsiderationDecision(), values)
		require.Empty(t, issues)
		require.Contains(t, outline.Of(d), "根据《中华人民共和国行政复议法》第"+article+"条的规定，本机关决定：")
	}
}

// A respondent who does not reply has no evidence (行政复议法 art. 70); art. 68 and 69 are no consequence of that.
func TestNoReplyDecidesTheArticle(t *testing.T) {
	want := map[string]string{"撤销": "七十", "部分撤销": "七十", "确认违法": "七十", "责令履行": "七十", "确认无效": "七十",
		"变更": "六十三", "维持": "六十八", "驳回请求": "六十九"}
	for outcome, article := range want {
		values := decisionValues()
		values["结果"] = outcome
		delete(values, "被申请人意见")
		d, issues := fill(t, form.ReconsiderationDecision(), values)
		require.Empty(t, issues)
		require.Contains(t, outline.Of(d), "被申请人没有提出书面答复。")
		require.Contains(t, outline.Of(d), "根据《中华人民共和国行政复议法》第"+article+"条的规定")
	}
}
