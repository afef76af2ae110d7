package dispute_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
)

// A workbook is sheets of texts, in the order of names.
type workbook struct {
	names  []string
	sheets map[string][][]string
}

func (workbook) File() string       { return "调解.xlsx" }
func (w workbook) Sheets() []string { return w.names }
func (w workbook) Rows(sheet string) iter.Seq2[table.Raw, error] {
	return tabletest.Texts(w.sheets, sheet)
}

func (w *workbook) add(name string, rows ...[]string) {
	if w.sheets == nil {
		w.sheets = map[string][][]string{}
	}
	w.names = append(w.names, name)
	w.sheets[name] = rows
}

// written is the workbook of disputes.
func written(t testing.TB, disputes ...*dispute.Dispute) workbook {
	t.Helper()
	sheets, err := dispute.Sheets(disputes)
	require.NoError(t, err)
	var w workbook
	for _, s := range sheets {
		var b bytes.Buffer
		require.NoError(t, table.WriteCSV(&b, s))
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
		require.NoError(t, err)
		w.add(s.Name, rows...)
	}
	return w
}

// Every sheet is written as it is read, and disputes keep what they have.
func TestSheets(t *testing.T) {
	full, ended := whole(), &dispute.Dispute{
		Case:      mediation.Case{Serial: "RT-2", Committee: "泉源街道调委会", Accepted: day("2024-03-01"), Result: "不成功", Closed: day("2024-03-20")},
		Ended:     &dispute.Ending{On: day("2024-03-20"), Why: "调解不成", Advice: []string{"仲裁", "司法"}},
		Mechanism: &dispute.Mechanism{Partners: []string{"商会"}},
	}
	w := written(t, ended, full)
	require.Equal(t, []string{
		"人民调解", "案情", "当事人", "调解员", "移送", "调解记录", "鉴定", "协议", "协议条款", "履行", "回访", "司法确认", "激化", "终止", "卷宗材料",
	}, w.names)
	back, issues, err := dispute.ReadBook(w)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Len(t, back, 2)
	require.Equal(t, asJSON(t, ended), asJSON(t, back[0]))
	require.Equal(t, asJSON(t, full), asJSON(t, back[1]))
	require.Equal(t, 2, back[1].Case.Parties)
	require.Empty(t, full.Parties[0].Serial, "what the caller gave is left as it was")
	require.Equal(t, w, written(t, back...))
}

func TestEmptySheets(t *testing.T) {
	w := written(t)
	require.Len(t, w.names, 15)
	for _, name := range w.names {
		require.Len(t, w.sheets[name], 1, name)
	}
}

// An issue of a check names the cell that the field came from, or the row that it would have come from.
func TestOrigins(t *testing.T) {
	w := written(t, whole())
	d, issues, err := dispute.ReadBook(w)
	require.NoError(t, err)
	require.Empty(t, issues)
	for path, want := range map[fazhi.Path]string{
		"/closed": "人民调解!J2", "/parties/1/signed": "当事人!M3", "/agreement/sealed": "协议!H2", "/agreement/terms": "协议!A2",
		"/facts": "案情!C2", "/mechanism/fixed": "案情!F2", "/mechanism": "案情!A2", "/court/applied": "司法确认!C2", "/referrals/0/fed": "移送!P2",
		"/parties": "人民调解!G2", "/parties/9/signed": "人民调解!G2", "/visits/x": "人民调解!A2", "": "人民调解!A2", "/ended/on": "人民调解!A2",
		"/performance/0": "履行!A2",
	} {
		origin, _ := d[0].Origin(path)
		require.Equal(t, want, origin.Sheet+"!"+origin.Cell, path)
	}
	d[0].Parties[1].Signed = fazhi.Date{}
	found, err := fazhi.Validate(t.Context(), d[0], day("2024-03-08"), today(), checks(t, mediation.Profile{}))
	require.NoError(t, err)
	require.Equal(t, "调解.xlsx!当事人!M3", found[0].Origin.String())
	_, known := new(dispute.Dispute).Origin("/facts")
	require.False(t, known)
}

// A second row of what there is one of, a row of no dispute and a cell that cannot be read are named, and left out.
func TestReadBookFaults(t *testing.T) {
	var w workbook
	w.add(mediation.Sheet, []string{"编号", "调解委员会", "受理日期", "调解结果", "调解日期", "媒体报道日期"}, []string{"RT-1", "某调委会", "2024-03-01", "调解中", "", ""})
	w.add(dispute.PartySheet, []string{"编号", "姓名或者名称", "调解意愿"}, []string{"RT-9", "某甲", "同意"}, []string{"RT-1", "某乙", "也许"}, []string{"RT-1", "某丙", "同意"})
	w.add(dispute.StorySheet, []string{"编号", "纠纷事由"}, []string{"RT-1", "租金"}, []string{"RT-1", "押金"})
	w.add(dispute.TermSheet, []string{"编号", "协议内容"}, []string{"RT-1", "付清租金"})
	w.add(dispute.AppraisalSheet, []string{"编号", "开始日期", "结束日期"}, []string{"RT-1", "2024-03-09", "2024-03-08"})
	w.add(dispute.EndingSheet, []string{"编号", "终止日期", "终止原因"}, []string{"RT-1", "2024-03-09", "其他"}, []string{"RT-1", "2024-03-09", "其他"})
	disputes, issues, err := dispute.ReadBook(w)
	require.NoError(t, err)
	require.Len(t, disputes, 1)
	require.Len(t, disputes[0].Parties, 1)
	require.Equal(t, "租金", disputes[0].Matter)
	var found []string
	for _, i := range issues {
		if i.Severity == fazhi.Error {
			found = append(found, i.Origin.Sheet+"!"+i.Origin.Cell+" "+string(i.Code))
		}
		require.NotContains(t, i.Message, "RT-")
	}
	require.ElementsMatch(t, []string{
		"当事人!C3 table/cell/choice", "当事人!A2 mediation/input/orphan", "案情!A3 mediation/input/twice", "协议条款!A2 mediation/input/twice",
		"终止!A3 mediation/input/twice", "人民调解!A2 mediation/input/choice",
	}, found)
}

// A refused referral has no row in the ledger, and is a dispute all the same, with its parties; its checks want no acceptance.
func TestRefusedReferral(t *testing.T) {
	refused := &dispute.Dispute{
		Case:    mediation.Case{Serial: "RT-3", Committee: "泉源街道调委会", Source: "信访移交"},
		Parties: []dispute.Party{{Name: "某甲"}},
		Referrals: []dispute.Referral{{From: "泉源区信访局", To: "泉源街道调委会", Channel: "信访移交", Sent: day("2024-03-01"), Refused: day("2024-03-04"),
			Reason: "已经起诉", Letter: "泉调函1号"}},
	}
	w := written(t, refused, whole())
	require.Len(t, w.sheets[mediation.Sheet], 2)
	back, issues, err := dispute.ReadBook(w)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Len(t, back, 2)
	require.Equal(t, asJSON(t, refused), asJSON(t, back[1]))
	found, err := fazhi.Validate(t.Context(), back[1], today(), today(), checks(t, mediation.Profile{}))
	require.NoError(t, err)
	require.Empty(t, found)
}

// It is an orphan where it is also accepted, and as long as a row of the ledger cannot be read.
func TestRefusedReferralOfNobody(t *testing.T) {
	header := []string{"编号", "移送单位", "承办单位", "移送渠道", "移送日期", "接收日期", "拒收日期"}
	ledger := []string{"编号", "调解委员会", "受理日期", "调解结果", "调解日期", "媒体报道日期"}
	for name, x := range map[string]struct{ accepted, ended string }{"accepted": {"2024-03-02", "调解中"}, "not read": {"", "也许"}} {
		var w workbook
		w.add(mediation.Sheet, ledger, []string{"RT-1", "某调委会", "2024-03-01", x.ended, "", ""})
		w.add(dispute.ReferralSheet, header, []string{"RT-9", "某信访局", "某调委会", "信访移交", "2024-03-01", x.accepted, "2024-03-04"})
		disputes, issues, err := dispute.ReadBook(w)
		require.NoError(t, err)
		require.Equal(t, dispute.Orphan, issues[len(issues)-1].Code, name)
		for _, d := range disputes {
			require.Equal(t, "RT-1", d.Serial, name)
		}
	}
}

var errTorn = errors.New("破损")

// torn is a workbook of which one sheet cannot be read.
type torn struct {
	workbook
	sheet string
}

func (w torn) Rows(sheet string) iter.Seq2[table.Raw, error] {
	if sheet != w.sheet {
		return w.workbook.Rows(sheet)
	}
	return func(yield func(table.Raw, error) bool) { yield(table.Raw{}, errTorn) }
}

func TestTornSheets(t *testing.T) {
	w := written(t, whole())
	for _, sheet := range w.names {
		_, _, err := dispute.ReadBook(torn{w, sheet})
		require.ErrorIs(t, err, errTorn, sheet)
	}
}
