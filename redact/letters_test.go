package redact

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// A decision and an agreement, as package form writes them, lose all that is personal without a list of names. The people
// are invented.
func TestLettersOfForms(t *testing.T) {
	decision := form.Values{
		"文号": "某政行复〔2024〕12号", "复议机关": "甲州市乙城区人民政府",
		"申请人": []form.Values{
			{"名称": "欧阳晓", "号码": "11010519491231002X", "住址": "福建省甲州市乙城区丙街道中山路12号", "代理人": "周小川"},
			{"名称": "王建国"},
		},
		"被申请人": "甲州市乙城区测试局", "第三人": []form.Values{{"名称": "王二小"}},
		"申请事由": "不服被申请人作出的行政处罚决定", "受理日期": "2024-05-10", "复议请求": "撤销该行政处罚决定",
		"申请人意见": "王建国没有违法行为，联系电话13900000000。", "查明事实": "欧阳晓与王二小到场。", "认定理由": "事实清楚。",
		"结果": "维持", "决定内容": []string{"维持该行政处罚决定。"}, "救济途径": "如不服本决定，可以起诉。", "决定日期": "2024-07-02",
	}
	agreement := form.Values{
		"当事人":  []form.Values{{"名称": "孙小芳", "号码": "11010519491231002X", "住址": "甲州市乙城区丁社区3号楼", "电话": "0595-22000000"}, {"名称": "钱大有"}},
		"主要事实": "孙小芳与钱大有发生纠纷。", "争议事项": "费用。", "协议内容": []string{"钱大有支付费用。"}, "履行方式": "转账，账号6222021234567890128",
		"履行期限": "十日", "调解员": []string{"调解员一"}, "调解委员会": "某社区人民调解委员会", "签订日期": "2024-07-02",
	}
	r := masker(t, Options{Context: true})
	for _, c := range []struct {
		spec   form.Spec
		values form.Values
		gone   []string
		kept   []string
	}{
		{form.ReconsiderationDecision(), decision,
			[]string{"欧阳晓", "周小川", "王建国", "王二小", "1949", "中山路", "1390000"},
			[]string{"欧阳某", "王某甲", "王某乙", "住福建省甲州市乙城区××××", "被申请人：甲州市乙城区测试局", "某政行复"}},
		{form.MediationAgreement(), agreement,
			[]string{"孙小芳", "钱大有", "1949", "丁社区", "22000000", "622202"},
			[]string{"孙某", "钱某", "住甲州市乙城区××××", "账号××××", "某社区人民调解委员会"}},
	} {
		f, err := form.New(c.spec)
		require.NoError(t, err)
		d, issues, err := f.Fill(c.values)
		require.NoError(t, err)
		require.NoError(t, issues.Err())
		public, _, err := r.Document(d)
		require.NoError(t, err)
		text := everything(t, public)
		for _, s := range c.gone {
			require.NotContains(t, text, s)
		}
		for _, s := range c.kept {
			require.Contains(t, text, s)
		}
	}
}
