package redact

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Check sees what masking by forms does not.
func TestCheckText(t *testing.T) {
	r := masker(t, Options{Names: []fazhi.PersonName{"张三丰"}, Others: []string{"测试商行"}, Keep: []string{"0595-22000000", "张三丰律师事务所"}})
	for text, want := range map[string][]fazhi.Code{
		"张-三 丰到场":    {CodeName},
		"测 试商行":      {CodeName},
		"申请人：上官测":    {CodeName},
		"经办人（代）：李 四": {CodeName},
		"申请人：某市测试局":  nil,
		"申请人：张某":     nil,
		"负责人：局机关党委":  nil,
		"证人钱虚构（在场）":  {CodeName},
		"利害关系人时光，":   {CodeName},
		"证人周小红证实":    {CodeName},
		"投诉人王小明反映":   {CodeName},
		"见证人何小青签名。":  {CodeName},
		"死者欧阳测试之妻":   {CodeName},
		"案外人王丽，":     {CodeName}, // one issue, though two patterns see it
		"证人和送达人员，证人保证其所说属实，证人周某证实，死者张某甲之妻，驾驶人应当": nil,
		"证人钱某（在场），证人证言，利害关系人范围，当事人陈述。":           nil,
		"号码110105194912310021":        {CodeNumber}, // the check digit is wrong, so it was not masked
		"号码11010519491231002X":        {CodeNumber},
		"一三九零零零零零零零零":                 {CodeNumber},
		"1 3 9 0 0 0 0 0 0 0 9":       {CodeNumber},
		"0595-28550001":               {CodeNumber},
		"6214 8301 2345 6789":         {CodeNumber},
		"闽c 12a34":                    {CodeNumber},
		"闽C·F0123":                    {CodeNumber},
		"G9876543":                    {CodeNumber},
		"房产证第0012345号":                {CodeNumber},
		"支付宝：dujuan8808":              {CodeContact},
		"川ABCDE":                      nil,
		"QZ01104-3000-2025-00002":     nil,
		"139/0000/0000":               {CodeNumber},
		"139,0000,0000":               {CodeNumber},
		"110105.19491231.002X":        {CodeNumber},
		"110105/19491231/002X":        {CodeNumber},
		"110105_19491231_002X":        {CodeNumber},
		"6222.0212.3456.7890.123":     {CodeNumber, CodeNumber}, // a card, and in it what looks like a telephone
		"6222,0212,3456,7890,123":     {CodeNumber, CodeNumber},
		"0595.22000000":               {CodeNumber},
		"一三八 零零一三 八零零零":               {CodeNumber},
		"一三八-零零一三-八零零零":               {CodeNumber},
		"电话（内线）2200000":               {CodeNumber},
		"统一社会信用代码：91350100M000100Y43": nil,
		"微信 wx_abc":                   {CodeContact},
		"a@b":                         {CodeContact},
		"住在开元寺 12 号":                  nil,
		"住在开元街 12 号":                  {CodeAddress},
		"现住 甲市乙区丙街道丁社区":               {CodeAddress},
		"机密★1年":                       {CodeSecret},
		"电话0595-22000000，张三丰律师事务所":    nil,
		"2024年，纠错率17.91%，泉鲤司〔2025〕5号":     nil,
		"申请人：张某，住甲市乙区××××，电话××××，号码××××。": nil,
	} {
		issues := r.CheckText(text)
		var got []fazhi.Code
		for _, i := range issues {
			got = append(got, i.Code)
		}
		require.Equal(t, want, got, text)
	}
	issues := r.CheckText("甲\n号码11010519491231002X")
	require.Equal(t, "第2行", issues[0].Origin.Cell)
	require.Equal(t, fazhi.Error, issues[0].Severity)
}

func TestCheckDocument(t *testing.T) {
	r := masker(t, Options{Names: []fazhi.PersonName{"张三丰"}})
	d := &gongwen.Document{
		Head: gongwen.Head{Secrecy: "秘密"}, Files: []gongwen.File{{}},
		Body: []gongwen.Block{
			gongwen.Table{Header: [][]gongwen.Span{{gongwen.Text("当事人")}}, Rows: [][][]gongwen.Span{{{gongwen.Text("张三"), gongwen.Text("丰")}}}},
			gongwen.Image{Data: commented(t, "")},
		},
	}
	issues, err := r.Check(d)
	require.NoError(t, err)
	var got []string
	for _, i := range issues {
		got = append(got, i.Severity.String()+" "+string(i.Code)+" "+string(i.Path))
	}
	require.Equal(t, []string{
		"error redact/name /body/0/rows/0/0", "warning redact/name /body/0/rows/0/0", "notice redact/image /body/1/data",
		"error redact/secret /head/secrecy", "error redact/file /files/0", "warning redact/disclosure /props/disclosure",
	}, got)
	d.Head.Secrecy = ""
	public, _, err := r.Document(d)
	require.NoError(t, err)
	issues, err = r.Check(public)
	require.NoError(t, err)
	require.Len(t, issues, 1, "only the image is left for a person")
	_, err = r.Check(&gongwen.Document{Body: []gongwen.Block{foreign{}}})
	require.ErrorIs(t, err, gongwen.ErrBlock)
}

// What is masked has no error for Check.
func TestCheckAgreesWithMasking(t *testing.T) {
	for seed := range uint64(30) {
		v := newInventor(seed)
		d := v.document(t)
		r := masker(t, Options{Names: v.people()})
		public, _, err := r.Document(d)
		require.NoError(t, err)
		issues, err := r.Check(public)
		require.NoError(t, err)
		require.NoError(t, issues.Err())
		issues, err = r.Check(d)
		require.NoError(t, err)
		require.Error(t, issues.Err())
	}
}

// A message repeats no value.
func TestCheckRepeatsNoValue(t *testing.T) {
	r := masker(t, Options{Names: []fazhi.PersonName{"张三丰"}, Others: []string{"测试商行"}})
	for text, value := range map[string]string{
		"张三丰到场":                  "张三丰",
		"在测试商行内":                 "测试商行",
		"证人周小红证实":                "周小红",
		"号码11010519491231002X":   "11010519491231002X",
		"电话139.0000.0000":        "139.0000.0000",
		"微信 wx_abc":              "wx_abc",
		"车牌闽C12345号":             "闽C12345",
		"住址：甲市乙区中山路12号3栋502室。":   "中山路12号",
		"房产证第0012345号":           "0012345",
		"a@example.cn，G9876543 ": "G9876543",
	} {
		issues := r.CheckText(text)
		require.NotEmpty(t, issues, text)
		for _, i := range issues {
			require.NotContains(t, i.String(), value)
		}
	}
}

// Of many issues a thousand are listed, what is graver than they are, and how many more there were.
func TestCheckManyIssues(t *testing.T) {
	r := masker(t, Options{})
	many := strings.Repeat("a@b \n", mostIssues)
	require.Len(t, r.CheckText(many), mostIssues)
	issues := r.CheckText(many + "a@b\n号码11010519491231002X\n机密★1年\n号码11010519491231002X\n")
	require.Len(t, issues, mostIssues+3)
	require.Equal(t, []fazhi.Code{CodeNumber, CodeSecret, CodeNumber}, []fazhi.Code{issues[mostIssues].Code, issues[mostIssues+1].Code, issues[mostIssues+2].Code})
	last := issues[len(issues)-1]
	require.Equal(t, fazhi.Error, last.Severity)
	require.Contains(t, last.Message, "另有 2 处")
}
