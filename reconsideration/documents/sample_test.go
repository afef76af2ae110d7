package documents_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
)

// samples are values of fields by their names. All are invented.
func samples() form.Values {
	return form.Values{
		"文号": "某政行复〔2024〕12号", "文书文号": "某政行复决〔2024〕3号", "复议机关": "某市某区人民政府", "复议机构": "某市某区司法局",
		"申请人": "欧阳测试", "第三人": "戊测试", "被申请人": "某市某区测试局", "称谓": "你", "申请事由": "不服某市某区测试局作出的行政处罚决定",
		"案件编号": "3505-02240-00017-X", "联系人": "行政复议科", "联系电话": "0595-00000000",
		"被申请人住所": "某市某区某路", "被申请人负责人": "丁测试，局长", "审理经过": "2024年6月3日举行听证", "复议请求": "撤销该行政处罚决定",
		"申请人意见": "没有违法行为。\n处罚过重。", "被申请人意见": "事实清楚，适用依据正确。", "第三人意见": "没有意见。",
		"查明事实": "2024年3月1日，被申请人作出决定。\n上述事实有笔录和照片证明。", "附带审查意见": "相关条款没有超越权限，不违反上位法。",
		"停止执行条款": "《某市测试办法》第三条", "认定理由": "应当依法处理。", "行政行为": "2024年3月1日作出的某测罚〔2024〕1号行政处罚决定", "法定职责": "处理投诉的职责",
		"变更内容": "罚款1000元。", "撤销部分": "第二项", "重作期限": "六十日", "履行期限": "三十日", "补救措施": "恢复原状",
		"法院": "某市中级人民法院", "另定期限": "三十日", "终局依据": "《某法》第十条", "协议名称": "2023年5月6日签订的某某协议",
		"责任内容": []string{"继续履行该协议。", "赔偿损失3万元。"}, "补偿金额": "12000", "赔偿金额": "1409.50", "金额": "1.2万元",
		"主决定内容": "撤销被申请人作出的行政处罚决定。", "返还内容": "返还扣押的设备", "事实和理由": "双方对处罚的数额有争议。",
		"调解结果": []string{"被申请人将罚款改为1000元。", "申请人在十日内缴纳。"}, "不予受理理由": "申请期限已经届满。", "有管辖权的机关": "某市人民政府",
		"补正事项": []string{"提交行政处罚决定书的复印件。", "写明行政复议请求。"}, "补正期限": "十日", "提交地点": "行政复议接待室",
		"随附材料": []string{"行政复议申请书副本"}, "听证时间": "2024年6月3日9时", "听证地点": "某区政务服务中心三楼",
		"听证事项": []string{"处罚的事实是否清楚。", "处罚是否适当。"}, "主持人": "己测试", "听证员": []string{"庚测试", "辛测试"}, "记录员": "壬测试",
		"转换理由": "主要事实有争议", "延期理由": "需要调取其他机关的档案", "中止事实": "需要等待某市中级人民法院对另案的审理结果",
		"恢复理由": "另案已经审结", "停止理由": "申请人要求停止执行，其要求合理", "终止事实": "申请人自愿撤回行政复议申请，行政复议机构准予撤回",
		"处理机关": "某市某局", "制定机关": "某市某局", "文件名称": "《某市测试办法》", "文件文号": "某测〔2020〕3号", "审查条款": "第三条",
		"审查理由": "该条增加了法律没有规定的条件。", "抄送": []string{"某市测试局"}, "收文机关": "某市某区测试局", "案件名称": "不服行政处罚决定",
		"发现问题": []string{"送达回证没有日期。"}, "意见": []string{"完善送达程序。"}, "普遍问题": []string{"各所告知的期限不一致。"},
		"建议": []string{"统一告知书的格式。"}, "未履行内容": "退还罚款1000元",
		"送达机关": "某市某区司法局", "受送达人": "欧阳测试", "送达地点": "某市某区某街道", "代收人": "欧阳乙测", "代收关系": "同住成年家属",
		"拒收事由": "认为决定不公", "同意情况": "2024年5月6日签署地址确认书", "电子地址": "政务平台消息箱", "到达时间": "2024年7月3日10时5分",
		"受托机关": "某市另一区司法局", "邮件号码": "EX000000000CN", "转交单位": "某监狱", "公告原因": "邮件两次退回，下落不明", "公告载体": "某区政府网站",
		"备注": "受送达人要求再交一份", "收到日期": "2024-05-06", "受理日期": "2024-05-10", "意见期限": "2024-05-24", "转换日期": "2024-05-20",
		"期限届满日": "2024-07-09", "原届满日": "2024-07-09", "延长至": "2024-08-08", "中止日期": "2024-05-27", "恢复日期": "2024-06-17",
		"停止日期": "2024-05-13", "终止日期": "2024-06-20", "送达日期": "2024-07-03", "回执日期": "2024-07-05", "公告日期": "2024-07-15",
		"填发日期": "2024-07-02", "落款日期": fazhi.DateOf(2024, 7, 2),
		"送达文书": []form.Values{{"文书": "行政复议决定书", "字号": "某政行复决〔2024〕3号", "份数": "1"}, {"文书": "行政复议申请材料清单", "份数": "1"}},
	}
}

// sampleList returns people in full and, without details, by name.
func sampleList(full bool) []form.Values {
	if !full {
		return []form.Values{{"名称": "欧阳测试"}}
	}
	return []form.Values{{
		"名称": "欧阳测试", "性别": "男", "出生日期": "1949-12-31", "号码": "11010519491231002X", "住址": "某市某区某街道", "代表人": "甲测试", "代理人": "乙测试",
	}, {"名称": "丙测试"}}
}

// sample returns a value of a field; "" of a choice, which is made by the test.
func sample(t testing.TB, f form.Field, full bool) any {
	t.Helper()
	switch {
	case f.Type == form.List && slices.ContainsFunc(f.Of, func(sub form.Field) bool { return sub.Name == "名称" }):
		return sampleList(full)
	case f.Type == form.Choice:
		return f.Choices[0]
	}
	if f.Name == "履行期限" && f.Type == form.Date {
		return fazhi.DateOf(2024, 8, 1)
	}
	v, ok := samples()[f.Name]
	require.True(t, ok, "no sample of %s", f.Name)
	return v
}

// filled fills a document: full has all fields that are printed with the choices made, bare only those that must be.
func filled(t testing.TB, s form.Spec, full bool, choices form.Values) *gongwen.Document {
	t.Helper()
	f, err := form.New(s)
	require.NoError(t, err)
	values := form.Values{}
	for _, field := range s.Fields {
		if v, chosen := choices[field.Name]; chosen {
			values[field.Name] = v
		} else if field.Required || full && field.Name != "适用旧法" {
			values[field.Name] = sample(t, field, full)
		}
	}
	for range s.Fields {
		d, issues, err := f.Fill(values)
		require.NoError(t, err)
		if len(issues) == 0 {
			return d
		}
		for _, i := range issues {
			at := slices.IndexFunc(s.Fields, func(f form.Field) bool { return fazhi.At(f.Name) == i.Path })
			require.GreaterOrEqual(t, at, 0, i)
			switch i.Code {
			case form.CodeMissing:
				values[s.Fields[at].Name] = sample(t, s.Fields[at], full)
			case form.CodeUnwritten:
				delete(values, s.Fields[at].Name)
			default:
				require.Fail(t, "unexpected issue", i)
			}
		}
	}
	require.Fail(t, "cannot be filled", s.Name)
	return nil
}

func spec(t testing.TB, key string) form.Spec {
	t.Helper()
	d, ok := documents.ByKey(key)
	require.True(t, ok)
	return d.Spec
}
