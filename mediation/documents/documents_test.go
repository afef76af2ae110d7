package documents_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/outline"
	"github.com/fazhi-go/fazhi/internal/papertest"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/documents"
	"github.com/fazhi-go/fazhi/mediation/dossier"
	"github.com/fazhi-go/fazhi/redact"
)

func TestGolden(t *testing.T) { papertest.Papers(papers(t)).Golden(t) }

func TestNoStrayMarks(t *testing.T) { papertest.Papers(papers(t)).NoStrayMarks(t) }

// Keys stay, and a Spec comes back from JSON as it was.
func TestDocuments(t *testing.T) {
	var keys []string
	for _, doc := range documents.All() {
		keys = append(keys, doc.Key)
		data, err := json.Marshal(doc.Spec)
		require.NoError(t, err)
		back, err := form.ReadSpec(data)
		require.NoError(t, err)
		require.Equal(t, doc.Spec, back)
		same, ok := documents.ByKey(doc.Key)
		require.True(t, ok)
		require.Equal(t, doc, same)
		require.Equal(t, "不予公开", doc.Spec.Disclosure, doc.Key)
	}
	require.Equal(t, []string{"referral", "referral-refusal", "application", "registration", "acceptance", "refusal", "rights", "inquiry", "record",
		"agreement", "oral", "end", "referral-result", "confirmation", "visit", "cover", "catalogue", "note", "back"}, keys)
	_, ok := documents.ByKey("none")
	require.False(t, ok)
}

// A paper that goes into a part of the file is known there for what it is.
func TestPapersFitTheirParts(t *testing.T) {
	for _, doc := range documents.All() {
		if doc.Part == 0 {
			continue
		}
		d := settled()
		if doc.Key == "oral" {
			d = oral()
		}
		d.Papers = []dispute.Paper{{Part: doc.Part, Name: doc.Spec.Name, Pages: 1}}
		for _, i := range (dossier.Profile{}).Issues(d, archive()) {
			if doc.Key != "referral" && doc.Key != "acceptance" { // which lie there beside the paper that is wanted
				require.NotEqual(t, dossier.CodePaper, i.Code, doc.Key)
			}
		}
	}
}

// allValues returns what is known of a dispute for every document, by its key.
func allValues(d *dispute.Dispute, n int) map[string]form.Values {
	a, entries := archive(), dossier.Profile{}.Catalogue(d)
	return map[string]form.Values{
		"referral": documents.ReferralValues(d, n), "referral-refusal": documents.ReferralRefusalValues(d, n), "referral-result": documents.ReferralResultValues(d, n),
		"application": documents.ApplicationValues(d), "registration": documents.RegistrationValues(d), "acceptance": documents.AcceptanceValues(d),
		"refusal": documents.RefusalValues(d), "rights": documents.RightsValues(d), "inquiry": documents.InquiryValues(d), "record": documents.RecordValues(d, n),
		"agreement": documents.AgreementValues(d), "oral": documents.OralValues(d), "end": documents.EndValues(d), "confirmation": documents.ConfirmationValues(d),
		"visit": documents.VisitValues(d, n), "cover": documents.CoverValues(d, a), "catalogue": documents.CatalogueValues(d, a, entries),
		"note": documents.NoteValues(d, a), "back": documents.BackValues(d, a, entries),
	}
}

// missing fills a document and returns the fields that it asks for.
func missing(t testing.TB, s form.Spec, v form.Values) []string {
	t.Helper()
	f, err := form.New(s)
	require.NoError(t, err)
	_, issues, err := f.Fill(v)
	require.NoError(t, err)
	var out []string
	for _, i := range issues {
		if i.Code == form.CodeMissing {
			out = append(out, strings.TrimPrefix(string(i.Path), "/"))
		}
	}
	return out
}

// Of a dispute about which nothing is known, every paper asks for what it needs; nothing is made up.
func TestNothingIsInvented(t *testing.T) {
	empty := new(dispute.Dispute)
	for _, n := range []int{-1, 0, 1} {
		for key, v := range allValues(empty, n) {
			doc, ok := documents.ByKey(key)
			require.True(t, ok)
			var bare []string
			for _, f := range doc.Spec.Fields {
				if f.Required && !archived(f.Name) {
					bare = append(bare, f.Name)
				}
			}
			require.Subset(t, missing(t, doc.Spec, v), bare, key)
		}
	}
}

// archived reports a field that the archive of the tests fills in.
func archived(name string) bool {
	return strings.Contains(" 编号 卷号 立卷人 立卷日期 保管期限 说明人 说明日期 ", " "+name+" ")
}

// What a dispute does not say, whoever writes the paper is asked for.
func TestPapersAsk(t *testing.T) {
	for key, want := range map[string][]string{
		"application": {"申请事项"}, "registration": nil, "acceptance": nil, "rights": nil, "record": {"记录内容"}, "agreement": nil,
		"confirmation": nil, "visit": {"回访人", "隐患"}, "inquiry": {"调查日期", "地点", "调查人", "被调查人", "调查内容"}, "cover": nil, "catalogue": nil, "back": nil,
		"referral": nil, "referral-result": nil, "referral-refusal": {"拒绝日期", "拒绝理由", "落款日期"}, "end": {"终止日期", "终止情形", "途径", "落款日期"},
	} {
		doc, ok := documents.ByKey(key)
		require.True(t, ok)
		require.Equal(t, want, missing(t, doc.Spec, allValues(settled(), 0)[key]), key)
	}
}

// As long as a signature or the seal is missing, an agreement has no day of effect to apply with.
func TestConfirmationWantsEffect(t *testing.T) {
	d := settled()
	require.Equal(t, day("2024-05-21"), documents.ConfirmationValues(d)["生效日期"])
	d.Agreement.Sealed = fazhi.Date{}
	require.Equal(t, []string{"生效日期"}, missing(t, documents.Confirmation(), documents.ConfirmationValues(d)))
}

// The agreement says by when in one of three ways, and asks where there is none.
func TestPeriodOfPerformance(t *testing.T) {
	d := settled()
	d.Performed = []dispute.Performance{{What: "付款", Done: day("2024-05-30")}} // by when was not said
	require.Equal(t, []string{"履行期限"}, missing(t, documents.Agreement(), documents.AgreementValues(d)))
	v := documents.AgreementValues(d)
	v["期限说明"] = "即时履行"
	require.Contains(t, outline.Of(filled(t, documents.Agreement(), v)), "履行期限：即时履行。")
	d.Agreement.Until = day("2024-06-30")
	require.Contains(t, outline.Of(filled(t, documents.Agreement(), documents.AgreementValues(d))), "履行期限：2024年6月30日前（含当日）履行完毕。")
}

// Each ending has its article and its words.
func TestEndings(t *testing.T) {
	for why, want := range map[string]string{
		"调解不成": "依照《中华人民共和国人民调解法》第二十六条的规定", "一方拒绝": "第十七条、第二十六条的规定", "当事人撤回": "第二十三条第二项、第二十六条的规定",
		"不应受理": "不应当由本人民调解委员会调解：查明如此。\n本案自2024年8月9日起", "超过期限": "没有约定延长期限。查明如此。\n依照", "其他": "查明如此。\n本案自",
	} {
		d := failed()
		d.Ended.Why = why
		more := form.Values{"终止理由": "查明如此"}
		if why == "超过期限" {
			more["期限依据"] = "各方约定"
		}
		require.Contains(t, outline.Of(filled(t, documents.End(), documents.EndValues(d), more)), want, why)
	}
}

// 人民调解工作若干规定第三十三条只说一般：期限的依据由填写人写明；医疗纠纷有期限（条例第三十八条）。
func TestLapseHasItsBasis(t *testing.T) {
	d := failed()
	d.Ended.Why = "超过期限"
	require.Equal(t, []string{"期限依据"}, missing(t, documents.End(), documents.EndValues(d)))
	d.Sort = "医疗"
	require.Contains(t, outline.Of(filled(t, documents.End(), documents.EndValues(d))), "《医疗纠纷预防和处理条例》第三十八条的调解期限已经届满")
	d.Accepted = day("2018-09-30")
	require.Equal(t, []string{"期限依据"}, missing(t, documents.End(), documents.EndValues(d)), "条例施行之前受理的")
}

// A paper does not guess by what right somebody acts for a party.
func TestStanding(t *testing.T) {
	d := settled()
	d.Parties[2].Standing = ""
	require.Contains(t, outline.Of(filled(t, documents.Agreement(), documents.AgreementValues(d))), "，代表人：丁测试")
	d.Parties[2].Standing = "委托代理人"
	require.Contains(t, outline.Of(filled(t, documents.Agreement(), documents.AgreementValues(d))), "，委托代理人：丁测试")
}

// A number that is no 发文字号 is printed all the same.
func TestNumbersOfLetters(t *testing.T) {
	require.Equal(t, "泉清公移〔2024〕6号", documents.ReferralValues(settled(), 0)["文号"])
	v := documents.ReferralValues(failed(), 0)
	require.NotContains(t, v, "文号")
	require.Equal(t, "工单20240725001", v["函号"])
}

func TestTitle(t *testing.T) {
	d := failed()
	require.Equal(t, "辛测试与癸测试邻里纠纷", documents.Title(d))
	require.Equal(t, "甲测试、乙测试等装修漏水损害赔偿纠纷", documents.Title(settled()))
	d.Sort = "劳动争议"
	require.Equal(t, "辛测试与癸测试劳动争议", documents.Title(d))
	d.Sort = "其他"
	require.Empty(t, documents.Title(d))
	d.Matter, d.Parties = "通行纠纷。", d.Parties[:1]
	require.Empty(t, documents.Title(d))
}

// No paper is public unless somebody says so; then the mask leaves nothing of the parties.
func TestPublicCopies(t *testing.T) {
	d := settled()
	mask, err := redact.New(redact.Options{Names: documents.Names(d), Context: true})
	require.NoError(t, err)
	s := documents.Agreement()
	_, _, err = mask.Document(filled(t, s, documents.AgreementValues(d)))
	require.ErrorIs(t, err, redact.ErrNotPublic)
	s.Disclosure = ""
	public, _, err := mask.Document(filled(t, s, documents.AgreementValues(d)))
	require.NoError(t, err)
	text := outline.Of(public)
	for _, secret := range []string{"甲测试", "乙测试", "丙测试", "丁测试", "庚测试", "11010519491231002X", "13800000000", "13900000000", "302室", "202室"} {
		require.NotContains(t, text, secret)
	}
	require.Contains(t, text, "戊测试", "mediators stay")
	require.Contains(t, text, "清源装饰有限公司")
	issues, err := mask.Check(public)
	require.NoError(t, err)
	require.Zero(t, issues.Count(0), issues)
}

// FuzzValues writes every paper of any dispute that can be read: no value is one that no person could have typed.
func FuzzValues(f *testing.F) {
	for _, d := range []*dispute.Dispute{settled(), failed(), oral(), {}} {
		data, err := json.Marshal(d)
		require.NoError(f, err)
		f.Add(data, 0)
	}
	forms := map[string]*form.Form{}
	for _, doc := range documents.All() {
		compiled, err := form.New(doc.Spec)
		require.NoError(f, err)
		forms[doc.Key] = compiled
	}
	f.Fuzz(func(t *testing.T, data []byte, n int) {
		d, issues := dispute.FromJSON("纠纷.json", data)
		if d == nil {
			require.NotEmpty(t, issues)
			return
		}
		for key, v := range allValues(d, n) {
			paper, found, err := forms[key].Fill(v)
			require.NoError(t, err, key)
			require.Equal(t, found.Err() == nil, paper != nil, key)
		}
		documents.Names(d)
	})
}
